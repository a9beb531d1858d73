"""Write descriptions as Turtle that people can read (W3C RDF 1.1 Turtle).

Prefixes stand once, in alphabetical order; then a paragraph a subject in the order given, a line a
predicate, the values of a predicate on one line.
"""

from collections.abc import Sequence

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.outline import GAP, Outline, Outlined, PerOutline, pieces
from saisei_lod.serialization.sink import Sink

__all__ = ["TurtleWriter"]


class TurtleWriter:
    """Write each block as it comes; all prefixes given are declared, used or not."""

    __slots__ = ("_paragraphs", "_sink")

    def __init__(self, sink: Sink, frame: Frame) -> None:
        self._sink = sink
        self._paragraphs = PerOutline(_paragraph)
        prefixes = frame.prefixes
        sink.write("".join([f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes)]))

    def block(self, block: Sequence[Outlined]) -> None:
        """Write a paragraph for each description."""
        text: list[str] = []
        for described, outline, firsts in block:
            paragraph = self._paragraphs[outline].copy()
            said = [value.ttl for value in firsts]
            for place in outline.several:
                said[place] = ", ".join([value.ttl for value in described.statements[place][1]])
            paragraph[1::2] = [described.subject.ttl, *said]
            text += paragraph
        self._sink.write("".join(text))

    def end(self) -> None:
        """Do nothing: a Turtle document has no end mark."""


def _paragraph(outline: Outline) -> list[str]:
    lines = [f"{name.ttl} {GAP}" for name in outline.names]
    if outline.types:
        lines.insert(0, f"a {', '.join([kind.ttl for kind in outline.types])}")
    said = " ;\n  ".join(lines)
    return pieces(f"\n{GAP} {said} .\n")
