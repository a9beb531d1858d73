"""Headings while an HTML page is read, with the box that each is the only heading of.

A summary heads its details as a heading does its section (HTML Living Standard, section 4.11.2). What a card
prints above its heading belongs to the card, and what follows a closed article, item or details is not
under the heading in it.
"""

from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Heading, Line

__all__ = ["HEADING_PARTS", "HtmlHeadings"]

_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
#: Boxes that end what their heading stands over.
_CLOSED: Final = frozenset({"article", "details", "li", "section"})
_BOXES: Final = _CLOSED | {"div"}
#: Elements that the headings of a page are told of.
HEADING_PARTS: Final = frozenset({*_LEVELS, *_BOXES, "summary"})


class _Box:
    """An open box: how many lines were before it, and the number of its headings with the place of the last."""

    __slots__ = ("count", "first", "place", "tag")

    def __init__(self, tag: str, first: int) -> None:
        self.tag = tag
        self.first = first
        self.count = 0
        self.place = -1


class HtmlHeadings:
    """The headings of a page; the reader tells which elements open and close, between whole lines."""

    __slots__ = ("_boxes", "_lines", "_open", "_outer", "headings")

    def __init__(self, lines: Sequence[Line]) -> None:
        self.headings: list[Heading] = []
        self._lines = lines
        self._boxes: list[_Box] = []
        self._open: list[int] = []
        #: The level of the last heading outside any summary.
        self._outer = 0

    def start(self, tag: str) -> None:
        """Take note that a heading or a box opens; the lines before it are whole."""
        if tag in _BOXES:
            self._boxes.append(_Box(tag, len(self._lines)))
        else:
            self._open.append(len(self._lines))

    def end(self, tag: str) -> None:
        """Take note that a heading or a box closes; the lines in it are whole."""
        if tag not in _BOXES:
            self._end_heading(tag, self._open.pop() if self._open else len(self._lines))
        elif self._boxes:
            self._end_box(self._boxes.pop())

    def _end_heading(self, tag: str, first: int) -> None:
        level = _LEVELS.get(tag)
        if level:
            self._outer = level
        else:
            level = self._outer + sum(box.tag == "details" for box in self._boxes)
        known = {heading.line for heading in self.headings[-1:]} if tag == "summary" else ()
        for line in self._lines[first:]:
            if line.number not in known:
                self.headings.append(Heading(line.number, level))
        if self._boxes and len(self._lines) > first:
            self._boxes[-1].count += 1
            self._boxes[-1].place = len(self.headings) - 1

    def _end_box(self, box: _Box) -> None:
        if self._boxes and box.count:
            self._boxes[-1].count += box.count
            self._boxes[-1].place = box.place
        if box.count == 1 and len(self._lines) > box.first:
            heading = self.headings[box.place]
            last = self._lines[-1].number if box.tag in _CLOSED else heading.last
            self.headings[box.place] = heading._replace(first=self._lines[box.first].number, last=last)
