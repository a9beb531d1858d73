"""Lines while an HTML page is read: white space collapsed, links with their columns."""

import re
from typing import Final, NamedTuple
from urllib.parse import urljoin

from saisei_lod.reading.containers.line_making import LineMaker
from saisei_lod.reading.model import Link

__all__ = ["HtmlLines"]

_WHITE: Final = re.compile(r"[ \t\n\r\f]+")
_WIDE: Final = "[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]"
#: Within a run of text, a line break of the source between two wide letters is no space
#: (CSS Text Module Level 3, section 4.1.3).
_SEGMENT_BREAK: Final = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_PREFORMATTED_BREAK: Final = re.compile(r"\r\n|\r|\n")
_NOT_IN_URL: Final = re.compile(r"[\t\r\n]")


class _Run(NamedTuple):
    """A run of characters of the line being made that a link covers."""

    start: int
    end: int
    url: str


class HtmlLines:
    """The lines of a page while they are made; white space collapses as in HTML (CSS Text, section 4.1.1).

    No-break and ideographic spaces stay: they are the author's.
    """

    __slots__ = ("_bold", "_is_strong", "_length", "_link_start", "_link_used", "_links", "_maker", "_pieces",
                 "_seam", "_seams", "_space", "_url", "alternative", "base", "links", "seams", "strong")  # fmt: skip

    def __init__(self, maker: LineMaker) -> None:
        self.links: list[Link] = []
        #: Line and column where an element begins or ends within a line.
        self.seams: list[tuple[int, int]] = []
        #: The numbers of the lines that are bold throughout.
        self.strong: list[int] = []
        #: The address that relative ones are joined to: that of <base>.
        self.base = ""
        #: The alternative texts of images in the open link; printed only where it has no other text.
        self.alternative: list[str] = []
        self._maker = maker
        self._bold = 0
        self._is_strong = True
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._links: list[_Run] = []
        self._seam = False
        self._seams: list[int] = []
        self._url = ""
        self._link_start: int | None = None
        self._link_used = False

    def text(self, text: str) -> None:
        """Print a run of text on the line, its white space collapsed."""
        collapsed = _WHITE.sub(" ", _SEGMENT_BREAK.sub("", text))
        bare = collapsed.strip(" ")
        self._space |= collapsed[:1] == " "
        if bare:
            self._print(bare)
            self._space = collapsed[-1] == " "

    def preformatted(self, text: str) -> None:
        """Print a run of text with its own line breaks and spaces."""
        for number, line in enumerate(_PREFORMATTED_BREAK.split(text)):
            if number:
                self.end_line()
            if line:
                self._print(line)

    def end_line(self) -> None:
        """End the line, if there is anything on it."""
        self._close_run()
        if self._pieces:
            text = "".join(self._pieces)
            line = self._maker.add(text)
            if line:
                self.links += [Link(line.number, *run) for run in self._links]
                self.seams += [(line.number, column) for column in self._seams]
                self.strong += [line.number] if self._is_strong else []
        self._pieces.clear()
        self._seams.clear()
        self._links.clear()
        self._length = 0
        self._space = False
        self._is_strong = True

    def bold(self, change: int) -> None:
        """Take note that an element of bold text opens or closes."""
        self._bold = max(0, self._bold + change)

    def seam(self) -> None:
        """Take note that an element begins or ends within the line."""
        self._seam = True

    def start_link(self, href: str) -> None:
        """Let the text that follows lead to an address; one in another scheme than a place is none."""
        self.end_link()
        address = _NOT_IN_URL.sub("", href.strip())
        self._url = "" if address.lower().startswith("javascript:") else self._joined(address)
        self._link_used = False

    def end_link(self) -> None:
        """End the link; an image's alternative text is printed where the link has no other."""
        if not self._link_used and self.alternative:
            self.text(" ".join(self.alternative))
        self.alternative.clear()
        self._close_run()
        self._url = ""

    def _joined(self, address: str) -> str:
        try:
            return urljoin(self.base, address)
        except ValueError:  # no address at all, such as http://[: kept as it is written
            return address

    def _print(self, text: str) -> None:
        if self._space and self._pieces:
            self._pieces.append(" ")
            self._length += 1
        self._space = False
        if self._seam and self._pieces:
            self._seams.append(self._length)
        self._seam = False
        if self._url and self._link_start is None:
            self._link_start = self._length
        self._link_used = True
        self._is_strong &= self._bold > 0
        self._pieces.append(text)
        self._length += len(text)

    def _close_run(self) -> None:
        if self._link_start is not None:
            self._links.append(_Run(self._link_start, self._length, self._url))
            self._link_start = None
