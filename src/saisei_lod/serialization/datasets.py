"""Join the sorted N-Triples of several graphs into one N-Quads file, which is the dataset's RDFC-1.0 form.

N-Quads (W3C RDF 1.1 N-Quads, section 4, canonical form). A line of a graph keeps its place among the
lines when the graph's name is put behind its object, since no object continues with a space: so sorted
files are merged as they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final

from saisei_lod.serialization.equality import Disagreement
from saisei_lod.serialization.runs import ready_lines
from saisei_lod.serialization.sink import Sink, disk_faults
from saisei_lod.terms import Iri

__all__ = ["dataset_disagreement", "write_dataset"]

_END: Final = b" .\n"
_NAME: Final = b" <"


class _InGraph:
    """The lines of an N-Triples file as N-Quads of one graph."""

    __slots__ = ("_end", "_file")

    def __init__(self, file: BinaryIO, graph: Iri) -> None:
        self._file = file
        self._end = f" {graph.nt}".encode() + _END

    def readlines(self, hint: int, /) -> list[bytes]:
        """Return the next lines."""
        end = self._end
        return [line[: -len(_END)] + end for line in self._file.readlines(hint)]


def write_dataset(graphs: Sequence[tuple[Iri, Path]], target: Path) -> None:
    """Write graphs, given by name and file of sorted N-Triples, as one file of sorted N-Quads.

    Raises EnvironmentFault where the disk fails.
    """
    with ExitStack() as opened, Sink(target) as sink:
        with disk_faults(target):
            files = [_InGraph(opened.enter_context(path.open("rb")), graph) for graph, path in graphs]
        for lines in ready_lines(files):
            sink.write(b"".join(lines))


def dataset_disagreement(dataset: Path, graphs: Mapping[str, Path]) -> Disagreement | None:
    """Return where a dataset differs from the graphs that it joins, None where it does not.

    ``graphs`` holds their files of sorted N-Triples by the last part of their names.
    """
    with ExitStack() as opened:
        lines = {name: iter(opened.enter_context(path.open("rb"))) for name, path in graphs.items()}
        for quad in opened.enter_context(dataset.open("rb")):
            triple, _, name = quad.removesuffix(_END).rpartition(_NAME)
            local = name[name.rfind(b"/") + 1 : -1].decode(errors="replace")
            path = graphs.get(local, dataset)
            found = next(lines.get(local, iter(())), None)
            if found != triple + _END:
                return _first(dataset, quad, path, found, triple + _END)
        return next(_left(dataset, graphs, lines), None)


def _first(dataset: Path, quad: bytes, path: Path, found: bytes | None, said: bytes) -> Disagreement:
    """Return the lesser of two lines that should be the same, as what only one of the files says."""
    if found is not None and found < said:
        return Disagreement(path, dataset, _text(found))
    return Disagreement(dataset, path, _text(quad))


def _left(
    dataset: Path, graphs: Mapping[str, Path], lines: Mapping[str, Iterator[bytes]]
) -> Iterator[Disagreement]:
    for name, rest in lines.items():
        for line in rest:
            yield Disagreement(graphs[name], dataset, _text(line))


def _text(line: bytes) -> str:
    return line.decode(errors="replace").rstrip("\n")
