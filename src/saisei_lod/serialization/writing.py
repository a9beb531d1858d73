"""Write a stream of blocks in several formats in one pass, with flat memory."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.serialization.formats import FORMATS, Format
from saisei_lod.serialization.frame import Counts, Frame
from saisei_lod.serialization.outline import Outlines
from saisei_lod.serialization.sink import Sink, disk_faults
from saisei_lod.terms import XSD, Description

__all__ = ["Written", "write"]


class Written(NamedTuple):
    """What was written: blocks, distinct subjects and distinct triples.

    Without N-Triples among the outputs nothing finds repetitions: then subjects and triples are counted
    as often as the blocks describe and state them.
    """

    blocks: int
    subjects: int
    triples: int


def write(
    blocks: Iterable[Sequence[Description]],
    outputs: Mapping[str, Path],
    *,
    prefixes: Mapping[str, str],
    context: Mapping[str, object],
    scratch: Path,
) -> Written:
    """Write the blocks to ``outputs``, a path for each name of FORMATS, and return what was counted.

    ``prefixes`` leads from prefix to namespace and is what Turtle declares (``xsd`` is added);
    ``context`` is the content of JSON-LD's ``@context``, which must define the keys of all properties
    and the prefixes of all compact IRIs. Sorted runs go to a folder of their own inside ``scratch``,
    best on the disk of the outputs; it is removed at the end, and half-written outputs with it where
    the work fails. Raises UsageError for an unknown format, EnvironmentFault where the disk fails.
    """
    stated = _Stated(blocks)
    distinct: Counts | None = None
    with ExitStack() as open_files:
        with disk_faults(scratch):
            runs = Path(open_files.enter_context(tempfile.TemporaryDirectory(prefix="runs-", dir=scratch)))
        frame = Frame({"xsd": XSD, **prefixes}, context, runs)
        writers = [row.writer(open_files.enter_context(Sink(path)), frame) for row, path in _rows(outputs)]
        takers = [writer.block for writer in writers]
        outlines = Outlines()
        for block in stated.counted(wholly="ntriples" not in outputs):
            outlined = outlines.of(block)
            for take in takers:
                take(outlined)
        for writer in writers:
            distinct = writer.end() or distinct
    return Written(stated.blocks, *(distinct or (stated.subjects, stated.triples)))


def _rows(outputs: Mapping[str, Path]) -> Iterator[tuple[Format, Path]]:
    for name, path in outputs.items():
        if name not in FORMATS:
            raise UsageError(
                Bilingual(f"書き出し形式 {name!r} はありません。", f"There is no output format {name!r}."),
                expected=Bilingual("、".join(FORMATS), ", ".join(FORMATS)),
                todo=Bilingual("上のいずれかを指定してください。", "Name one of these."),
            )
        yield FORMATS[name], path


class _Stated:
    """Count what blocks state while they pass, in full only where no writer counts better."""

    __slots__ = ("_source", "blocks", "subjects", "triples")

    def __init__(self, source: Iterable[Sequence[Description]]) -> None:
        self._source = source
        self.blocks = self.subjects = self.triples = 0

    def counted(self, *, wholly: bool) -> Iterator[Sequence[Description]]:
        for block in self._source:
            self.blocks += 1
            if wholly:
                sizes = [
                    len(described.types) + sum(len(values) for _, values in described.statements)
                    for described in block
                ]
                self.subjects += sum(size > 0 for size in sizes)
                self.triples += sum(sizes)
            yield block
