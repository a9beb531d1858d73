"""Write descriptions as N-Quads: sorted, each quad once, which is the dataset's RDFC-1.0 form.

N-Quads (W3C RDF 1.1 N-Quads, section 4, canonical form): a line of N-Triples with the name of its graph.
"""

from typing import Final

from saisei_lod.serialization.frame import Counts, Frame
from saisei_lod.serialization.ntriples import NTriplesWriter
from saisei_lod.serialization.outline import OutlinedBlock
from saisei_lod.serialization.runs import SortedLines
from saisei_lod.serialization.sink import Sink
from saisei_lod.terms import Iri

__all__ = ["NQuadsWriter"]

#: How a line of N-Triples ends; texts cannot hold it, since their line breaks are escaped.
_END: Final = b" .\n"


class NQuadsWriter:
    """Collect blocks, each in the graph that was named last, and write them in order at the end.

    Before a graph is named, blocks stand in the default graph.
    """

    __slots__ = ("_lines", "_triples")

    def __init__(self, sink: Sink, frame: Frame) -> None:
        self._lines = _LinesInGraph(frame)
        self._triples = NTriplesWriter(sink, frame, self._lines)

    def name_graph(self, graph: Iri) -> None:
        """Put the blocks that follow into a named graph."""
        self._lines.ending = f" {graph.nt} .\n".encode()

    def block(self, block: OutlinedBlock) -> None:
        """Take the descriptions of a block, in any order."""
        self._triples.block(block)

    def end(self) -> Counts:
        """Write the sorted file."""
        return self._triples.end()


class _LinesInGraph(SortedLines):
    """Sorted lines that are given the name of their graph when they come in."""

    __slots__ = ("ending",)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.scratch)
        self.ending = _END

    def add(self, namespace: object, subject: object, lines: bytes, count: int) -> None:
        """Take lines of N-Triples about a subject."""
        super().add(namespace, subject, lines.replace(_END, self.ending), count)
