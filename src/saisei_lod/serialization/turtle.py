"""Write descriptions as Turtle that people can read (W3C RDF 1.1 Turtle).

Prefixes stand once, in alphabetical order; then a paragraph a subject in the order given, a line a
predicate, the values of a predicate on one line.
"""

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.outline import Outline, OutlinedBlock, PerOutline, pieces
from saisei_lod.serialization.sink import Target

__all__ = ["TurtleWriter"]


class TurtleWriter:
    """Write each block as it comes; all prefixes given are declared, used or not."""

    __slots__ = ("_paragraphs", "_sink")

    def __init__(self, sink: Target, frame: Frame) -> None:
        self._sink = sink
        self._paragraphs = PerOutline(_paragraph)
        prefixes = frame.prefixes
        sink.write("".join([f"@prefix {name}: <{prefixes[name]}> .\n" for name in sorted(prefixes)]).encode())

    def block(self, block: OutlinedBlock) -> None:
        """Write a paragraph for each description."""
        text: list[bytes] = []
        for described, outline, subject, start, end in block.items:
            paragraph = self._paragraphs[outline].copy()
            paragraph[1] = subject
            paragraph[3::2] = block.cores[start:end]
            for place in outline.several:
                values = described.statements[place][1]
                paragraph[3 + 2 * place] = ", ".join([value.ttl for value in values]).encode()
            text += paragraph
        self._sink.write(b"".join(text))

    def end(self) -> None:
        """Do nothing: a Turtle document has no end mark."""


def _paragraph(outline: Outline) -> list[bytes]:
    lines = [
        f"{name.ttl} {spelling.ttl}" for name, spelling in zip(outline.names, outline.spellings, strict=True)
    ]
    if outline.types:
        lines.insert(0, f"a {', '.join([kind.ttl for kind in outline.types])}")
    said = " ;\n  ".join(lines)
    return pieces(f"\n{outline.subject.ttl} {said} .\n")
