"""Write descriptions as N-Triples: sorted, each triple once, which is the graph's RDFC-1.0 form.

N-Triples (W3C RDF 1.1 N-Triples, section 4, canonical form); RDF Dataset Canonicalization (W3C 2024):
without blank nodes the canonical form is the sorted list of the canonical lines.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter

from saisei_lod.serialization.frame import Counts, Frame
from saisei_lod.serialization.outline import RDF_TYPE, Outline, OutlinedBlock, PerOutline, pieces
from saisei_lod.serialization.runs import SortedLines
from saisei_lod.serialization.sink import Sink
from saisei_lod.terms import Description

__all__ = ["NTriplesWriter"]

#: The lines of an outline in their order, which of [subject, *values] goes into each gap, and how many
#: lines they are where no property has several values.
Lines = tuple[list[bytes], Callable[[list[bytes]], Sequence[bytes]], int]


class NTriplesWriter:
    """Collect the lines of all blocks in sorted runs, and write them in order at the end."""

    __slots__ = ("_lines", "_sink", "_sorted")

    def __init__(self, sink: Sink, frame: Frame, collected: SortedLines | None = None) -> None:
        self._sink = sink
        self._lines = PerOutline(_lines)
        self._sorted = SortedLines(frame.scratch) if collected is None else collected

    def block(self, block: OutlinedBlock) -> None:
        """Take the descriptions of a block, in any order."""
        add = self._sorted.add
        for described, outline, subject, start, end in block.items:
            said = block.cores[start:end]
            for place in outline.several:
                said[place] = _joined(described, place)
            lines, filling, count = self._lines[outline]
            text = lines.copy()
            text[1::2] = filling([subject, *said])
            joined = b"".join(text)
            add(outline.subject, subject, joined, joined.count(b"\n") if outline.several else count)

    def end(self) -> Counts:
        """Write the sorted file."""
        return self._sorted.finish(self._sink.write)


def _joined(described: Description, place: int) -> bytes:
    """Return values, sorted and each once, with what stands between the first and the last in the lines."""
    name, values = described.statements[place]
    between = f" .\n{described.subject.nt} {name.predicate} "
    return between.join(sorted({value.nt for value in values})).encode()


def _lines(outline: Outline) -> Lines:
    # A line a class and a property. Lines of one subject differ in the predicate first, and no predicate
    # or class begins another one: both end with ">".
    said = [(f"{RDF_TYPE} {kind.nt}", 0) for kind in outline.types]
    for place, (name, spelling) in enumerate(zip(outline.names, outline.spellings, strict=True), 1):
        said.append((f"{name.predicate} {spelling.nt}", place))
    said.sort()
    gaps = [gap for _, place in said for gap in ((0, place) if place else (0,))]
    filling = itemgetter(*gaps) if len(gaps) > 1 else itemgetter(slice(0, 1))
    return pieces("".join([f"{outline.subject.nt} {line} .\n" for line, _ in said])), filling, len(said)
