"""Definition lists while an HTML page is read: terms and what describes them, by their lines.

Terms that follow each other share the descriptions behind them (HTML Living Standard, section 4.4.9). A dt
or dd ends where the next begins, which libxml2's parser does not see to.
"""

from collections.abc import Sequence

from saisei_lod.reading.model import Line

__all__ = ["HtmlTerms"]


class _OpenList:
    __slots__ = ("described", "first", "kind", "terms")

    def __init__(self) -> None:
        self.terms: list[int] = []
        self.described: list[int] = []
        #: The open dt or dd ("" for none), and the number of lines before it.
        self.kind = ""
        self.first = 0


class HtmlTerms:
    """The definition lists of a page; the reader tells which elements open and close, between whole lines."""

    __slots__ = ("_lines", "_open", "terms")

    def __init__(self, lines: Sequence[Line]) -> None:
        #: The numbers of the lines of terms, and of their descriptions.
        self.terms: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self._lines = lines
        self._open: list[_OpenList] = []

    def start(self, tag: str) -> None:
        """Take note that a dl, dt or dd opens; the lines before it are whole."""
        if tag == "dl":
            self._open.append(_OpenList())
        elif self._open:
            current = self._open[-1]
            self._end_part(current)
            if tag == "dt" and current.described:
                self._end_group(current)
            current.kind, current.first = tag, len(self._lines)

    def end(self, tag: str) -> None:
        """Take note that a dl, dt or dd closes; the lines in it are whole."""
        if not self._open:
            return
        self._end_part(self._open[-1])
        if tag == "dl":
            self._end_group(self._open.pop())

    def _end_part(self, current: _OpenList) -> None:
        if current.kind:
            numbers = current.terms if current.kind == "dt" else current.described
            numbers += [line.number for line in self._lines[current.first :]]
        current.kind = ""

    def _end_group(self, current: _OpenList) -> None:
        if current.terms or current.described:
            self.terms.append((tuple(current.terms), tuple(current.described)))
        current.terms, current.described = [], []
