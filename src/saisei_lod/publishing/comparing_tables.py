"""Compare the tables of a release with its graphs: what a column speaks of, it says whole and truly."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import zip_longest
from pathlib import Path
from typing import Final

from saisei_lod.serialization.equality import Disagreement
from saisei_lod.serialization.runs import SortedLines, ready_lines
from saisei_lod.serialization.sink import Sink, disk_faults
from saisei_lod.tables.csv2rdf import IRI, Covered, CsvTable, csv_tables
from saisei_lod.tables.csvw import GROUP
from saisei_lod.terms import XSD

__all__ = ["tables_disagreement"]

#: Of a covered statement: the namespace of its subject, its predicate, and what ends its object, or
#: else its whole object.
_Told = tuple[bytes, bytes, bytes]
_STRING: Final = f"{XSD}string"


def tables_disagreement(folder: Path, graphs: Mapping[str, Path], scratch: Path) -> Disagreement | None:
    """Return a line that only the tables or only the graphs say, None where they agree.

    ``graphs`` holds files of sorted N-Triples by the names of the graphs. Compared is what the tables
    speak of, by namespace, property and kind of value. Raises InputError for tables that cannot be read.
    """
    tables = csv_tables(folder / GROUP)
    covers = _covers({covered for table in tables for covered in table.covered})
    with ExitStack() as opened:
        with disk_faults(scratch):
            runs = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="tables-", dir=scratch)))
        said = _sorted(tables, runs)
        files = [opened.enter_context(path.open("rb")) for path in graphs.values()]
        stated = (line for lines in ready_lines(files) for line in lines if covers(line))
        return _difference(opened.enter_context(said.open("rb")), stated, folder, graphs)


def _sorted(tables: Iterable[CsvTable], runs: Path) -> Path:
    """Write what the tables say as sorted lines, each once."""
    lines = SortedLines(runs)
    for table in tables:
        for line in table:
            subject = line[: line.index(" ")]
            lines.add(subject[: subject.rindex("/")], subject, line.encode(), 1)
    target = runs / "said.nt"
    with Sink(target) as sink:
        lines.finish(sink.write)
    return target


def _covers(covered: Iterable[Covered]) -> Callable[[bytes], bool]:
    """Return what tells whether a line of N-Triples is one of which the tables speak."""
    told = {_told(one) for one in covered}

    def covers(line: bytes) -> bool:
        subject, predicate, value = line.split(b" ", 2)
        ending = b"<" if value.startswith(b"<") else value[value.rindex(b'"') + 1 : -3]
        space = subject[1 : subject.rindex(b"/") + 1]
        return (space, predicate, ending) in told or (space, predicate, value) in told

    return covers


def _told(covered: Covered) -> _Told:
    endings = {IRI: f"<{covered.value}> .\n" if covered.value else "<", _STRING: ""}
    kind = covered.kind
    ending = endings.get(kind, kind if kind.startswith("@") else f"^^<{kind}>")
    return covered.namespace.encode(), f"<{covered.term}>".encode(), ending.encode()


def _difference(
    said: Iterable[bytes], stated: Iterator[bytes], folder: Path, graphs: Mapping[str, Path]
) -> Disagreement | None:
    graph = next(iter(graphs.values()), folder)
    for mine, theirs in zip_longest(said, stated):
        if mine != theirs:
            of_tables = theirs is None or (mine is not None and mine < theirs)
            line = (mine if of_tables else theirs).decode().rstrip("\n")
            return Disagreement(folder, graph, line) if of_tables else Disagreement(graph, folder, line)
    return None
