"""Lines made from decoded text, and one by one by containers that know what stands on a line."""

import re
from collections.abc import Iterator
from typing import Final

from saisei_lod.reading.containers.limits import LINE_LENGTH, LINES, hold
from saisei_lod.reading.model import Line
from saisei_lod.text import levelled

__all__ = ["LineMaker", "lines_of_text", "printable"]

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
#: Control characters, lone surrogates and non-characters stand in no RDF literal; a space takes their place.
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def printable(text: str) -> str:
    r"""Return the text with a space for every character that no RDF literal can hold; tabs and breaks stay.

    >>> printable("計\x00画")
    '計 画'
    """
    return _UNPRINTABLE.sub(" ", text)


class LineMaker:
    """Lines in the order in which they are added; numbers from 1, starts as if joined by line breaks.

    ``page`` stands in errors. A gap is a blank line: it has a number, but is no line.
    """

    __slots__ = ("_gap", "_next_number", "_next_start", "_page", "lines")

    def __init__(self, page: str) -> None:
        self.lines: list[Line] = []
        self._page = page
        self._gap = False
        self._next_number = 1
        self._next_start = 0

    def gap(self) -> None:
        """Leave one blank line before the next line; several gaps are one."""
        self._gap = bool(self.lines)

    def skip_to(self, number: int) -> None:
        """Give the next line this number, which is not below the next; the lines between are blank."""
        self._next_start += number - self._next_number
        self._next_number = number
        self._gap = False

    @property
    def next_number(self) -> int:
        """The number that the next line gets."""
        return self._next_number + self._gap

    def add(self, text: str) -> Line | None:
        """Add a line, printable and without line breaks; a text of white space alone is a gap instead."""
        level = levelled(text)
        if not level or level.isspace():
            self.gap()
            return None
        number, start = self._next_number + self._gap, self._next_start + self._gap
        line = Line(number, text, text if level == text else level, start)
        self.lines.append(line)
        hold(LINES, len(self.lines), self._page)
        hold(LINE_LENGTH, len(text), f"{self._page}:{number}")
        self._gap = False
        self._next_number, self._next_start = number + 1, start + len(text) + 1
        return line


def lines_of_text(text: str, page: str) -> Iterator[Line]:
    """Yield the lines of a text that are not blank, with the numbers that an editor shows.

    Raises InputError, with ``page``, where a line or the number of lines is beyond its limit.
    """
    count = 0
    for number, found in enumerate(_LINE.finditer(text), 1):
        line = found[1]
        level = levelled(line)
        if level and not level.isspace():
            count += 1
            hold(LINES, count, page)
            hold(LINE_LENGTH, len(line), f"{page}:{number}")
            yield Line(number, line, line if level == line else level, found.start())
