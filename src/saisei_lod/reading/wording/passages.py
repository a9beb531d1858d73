"""A run of lines as one text that patterns cut, every place of which leads back to its line."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from saisei_lod.reading.model import Line, Part, Piece
from saisei_lod.text import levelled

__all__ = ["Passage", "lines_of_part", "whole_line", "whole_lines"]


class Passage:
    """Lines joined by line breaks: ``text`` as printed and ``level`` for matching, of equal length."""

    __slots__ = ("_lines", "_starts", "level", "text")

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.text = "\n".join(line.text for line in lines)
        self.level = "\n".join(line.level for line in lines)
        self._starts: list[int] = []
        start = 0
        for line in lines:
            self._starts.append(start)
            start += len(line.text) + 1

    def part(self, start: int, end: int) -> Part | None:
        """Return the wording of a span, its pieces trimmed; None where it is white space alone."""
        pieces = tuple(self._pieces(start, end))
        return Part(pieces) if pieces else None

    def uncovered(self, spans: Iterable[tuple[int, int]]) -> list[Part]:
        """Return the wording that none of the spans covers."""
        parts = []
        place = 0
        for start, end in [*sorted(spans), (len(self.text), len(self.text))]:
            if place < start and (part := self.part(place, start)):
                parts.append(part)
            place = max(place, end)
        return parts

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        index = bisect_right(self._starts, start) - 1
        while start < end and index < len(self._lines):
            line, begins = self._lines[index], self._starts[index]
            stop = min(end, begins + len(line.text))
            if piece := _trimmed(line, start - begins, stop - begins):
                yield piece
            index += 1
            start = begins + len(line.text) + 1


def _trimmed(line: Line, start: int, end: int) -> Piece | None:
    """Return the span of a line without the white space around it, None where nothing is left."""
    level = line.level[start:end]
    bare = level.strip()
    if not bare:
        return None
    first = start + len(level) - len(level.lstrip())
    return Piece(line.text[first : first + len(bare)], line.number, first)


def lines_of_part(part: Part) -> list[Line]:
    """Return the pieces of a part as lines, with white space before them, so that columns stay the page's."""
    return [
        Line(piece.line, " " * piece.column + piece.text, " " * piece.column + levelled(piece.text), 0)
        for piece in part.pieces
    ]


def whole_line(line: Line) -> Part:
    """Return a line as one part, without the white space around it."""
    piece = _trimmed(line, 0, len(line.text))
    return Part((piece,) if piece else (Piece(line.text, line.number, 0),))


def whole_lines(lines: Sequence[Line]) -> Part:
    """Return lines as one part of several pieces."""
    return Part(tuple(piece for line in lines for piece in whole_line(line).pieces))
