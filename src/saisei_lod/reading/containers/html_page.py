"""The container of HTML: a page as a browser saved it or as it was fetched.

The lines are what a reader of the page sees, in reading order. Left out: scripts, styles, templates,
frames, drawings, lists to choose from, what is hidden by an attribute or an inline style, reading aids
of ruby (rt, rp), and text that is struck out, which is a finding. Text for screen readers (.sr-only)
stays, since style sheets are not read. Elements that a browser sets off with a margin leave a blank
line, as in text copied from the page.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, cast

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.containers import STRUCK_OUT
from saisei_lod.reading.containers.encodings import declared_in_html, decode
from saisei_lod.reading.containers.html_headings import HEADING_PARTS, HtmlHeadings
from saisei_lod.reading.containers.html_lines import HtmlLines
from saisei_lod.reading.containers.html_tables import HtmlTables
from saisei_lod.reading.containers.html_tags import (
    BLOCKS,
    BOLD,
    HIDDEN,
    PREFORMATTED,
    SPACED,
    STRUCK,
    TABLE_PARTS,
    TERM_PARTS,
)
from saisei_lod.reading.containers.html_terms import HtmlTerms
from saisei_lod.reading.containers.limits import HTML_BYTES, HTML_DEPTH, HTML_ELEMENTS, hold
from saisei_lod.reading.containers.line_making import LineMaker, printable
from saisei_lod.reading.model import PageText

__all__ = ["read_html"]

_HIDING_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRIKING_STYLE: Final = re.compile(r"text-decoration[a-z-]*\s*:[^;]{0,80}line-through", re.IGNORECASE)
_SHOWN: Final = 200
_CHUNK: Final = 65_536


def read_html(data: bytes, name: str) -> PageText:
    """Return the lines, tables, headings, links and definition lists of an HTML page.

    Links are joined to the address of <base>; who knows the page's address joins them to it. Raises
    InputError where the page has no text, is garbled, or passes a limit of reading/containers/limits.py.
    """
    hold(HTML_BYTES, len(data), name)
    decoded = decode(data, name, declared=declared_in_html(data))
    page = _Page(name)
    _parse(printable(decoded.text), page)
    if not page.maker.lines:
        raise _empty(name)
    return PageText(
        name,
        hashlib.sha256(data).hexdigest(),
        tuple(page.maker.lines),
        page.tables.tables,
        tuple(page.headings.headings),
        tuple(page.lines.links),
        tuple(page.terms.terms),
        " ".join("".join(page.title).split()),
        tuple(lines for _, lines in sorted(page.items) if lines),
        seams=tuple(page.lines.seams),
        encoding=decoded.encoding,
        findings=(*decoded.findings, *page.findings),
        strong=tuple(page.lines.strong),
    )


def _parse(text: str, page: "_Page") -> None:
    from lxml.etree import HTMLParser, XMLSyntaxError  # noqa: PLC0415 - 20 ms that other containers need not pay

    parser = HTMLParser(target=cast("Any", page), encoding="utf-8", huge_tree=False)
    data = text.encode()
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
    with suppress(XMLSyntaxError):  # raised for a page without a single element, which has no lines either
        parser.close()


class _Page:
    """What the parser tells its events to; nothing of the page is kept but what is made of it."""

    def __init__(self, name: str) -> None:
        self.maker = LineMaker(name)
        self.lines = HtmlLines(self.maker)
        self.tables = HtmlTables(self.maker.lines, name)
        self.headings = HtmlHeadings(self.maker.lines)
        self.terms = HtmlTerms(self.maker.lines)
        self.items: list[tuple[int, tuple[int, ...]]] = []
        self.title: list[str] = []
        self.findings: list[Finding] = []
        self._name = name
        self._depth = 0
        self._elements = 0
        self._text: list[str] = []
        #: The depth at which something hidden began, 0 outside; its tag; its text where it is struck out.
        self._hidden = 0
        self._hidden_tag = ""
        self._struck: list[str] | None = None
        self._in_title = False
        self._preformatted = 0
        #: For each open item of a list the number of lines before it.
        self._from: list[int] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note that an element opens."""
        self._depth += 1
        self._elements += 1
        if self._depth > HTML_DEPTH.most or self._elements > HTML_ELEMENTS.most:
            hold(HTML_DEPTH, self._depth, self._name)
            hold(HTML_ELEMENTS, self._elements, self._name)
        if self._hidden and not (tag == "rb" and self._hidden_tag in {"rt", "rtc", "rp"}):
            return
        self._hidden = 0
        self._flush()
        if tag in HIDDEN or tag in STRUCK or (attributes and _is_hidden(attributes)):
            self._hide(tag, attributes)
            return
        if tag in BLOCKS:
            self._break(tag)
        else:
            self.lines.seam()
        if tag in HEADING_PARTS:
            self.headings.start(tag)
        if tag in TABLE_PARTS:
            self.tables.start(tag, attributes)
        elif tag in TERM_PARTS:
            self.terms.start(tag)
        elif action := _STARTS.get(tag):
            action(self, attributes)

    def end(self, tag: str) -> None:
        """Take note that an element closes."""
        depth = self._depth
        self._depth -= 1
        if self._hidden:
            if depth == self._hidden:
                self._show()
            return
        self._flush()
        if tag in BLOCKS:
            self._break(tag)
        else:
            self.lines.seam()
        if tag in HEADING_PARTS:
            self.headings.end(tag)
        if tag in TABLE_PARTS:
            self.tables.end(tag)
        elif tag in TERM_PARTS:
            self.terms.end(tag)
        elif action := _ENDS.get(tag):
            action(self)

    def data(self, data: str) -> None:
        """Take note of characters."""
        if not self._hidden:
            self._text.append(data)
        elif self._struck is not None:
            self._struck.append(data)

    def close(self) -> None:
        """Take note that the page ends; the last line may be open still."""
        self._flush()
        self.lines.end_line()

    def _flush(self) -> None:
        if not self._text:
            return
        text = "".join(self._text)
        self._text.clear()
        if self._in_title:
            self.title.append(text)
        elif self._preformatted:
            self.lines.preformatted(text)
        else:
            self.lines.text(text)

    def _break(self, tag: str) -> None:
        self.lines.end_line()
        if tag in SPACED:
            self.maker.gap()

    def _hide(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._hidden, self._hidden_tag = self._depth, tag
        is_struck = tag in STRUCK or _STRIKING_STYLE.search(attributes.get("style", ""))
        self._struck = [] if is_struck else None

    def _show(self) -> None:
        self._hidden = 0
        text = " ".join("".join(self._struck or ()).split())
        if text:
            self.findings.append(STRUCK_OUT.at(Place(self._name, self.maker.next_number), text[:_SHOWN]))

    def _start_item(self, _: Mapping[str, str]) -> None:
        self._from.append(len(self.maker.lines))

    def _end_item(self) -> None:
        first = self._from.pop() if self._from else len(self.maker.lines)
        order = self._from[-1] if self._from else 0
        self.items.append((order, tuple(line.number for line in self.maker.lines[first:])))

    def _start_title(self, _: Mapping[str, str]) -> None:
        self._in_title = True

    def _end_title(self) -> None:
        self._in_title = False

    def _image(self, attributes: Mapping[str, str]) -> None:
        if alternative := attributes.get("alt", "").strip():
            self.lines.alternative.append(alternative)

    def _base(self, attributes: Mapping[str, str]) -> None:
        self.lines.base = self.lines.base or attributes.get("href", "").strip()

    def _preformat(self, change: int) -> None:
        self._preformatted = max(0, self._preformatted + change)


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether attributes hide an element or strike its text out."""
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = attributes.get("style", "")
    return bool(style and (_HIDING_STYLE.search(style) or _STRIKING_STYLE.search(style)))


def _empty(name: str) -> InputError:
    return InputError(
        Bilingual(f"文字のない HTML です: {name}", f"The HTML holds no text: {name}"),
        where=name,
        expected=Bilingual("計画の載ったページ", "a page that lists plans"),
        todo=Bilingual(
            "ブラウザーで表示されるページなら、表示した状態で「完全な Web ページ」として保存してください。",
            "If a browser shows the page, save what it shows as a complete web page.",
        ),
    )


# ruff: noqa: SLF001 - what follows are parts of _Page, by tag
_STARTS: Final[Mapping[str, Callable[[_Page, Mapping[str, str]], None]]] = {
    "a": lambda page, attributes: page.lines.start_link(attributes.get("href", "")),
    "area": lambda page, _: page.lines.alternative.clear(),
    "base": _Page._base,
    "br": lambda page, _: page.lines.end_line(),
    **dict.fromkeys(BOLD, lambda page, _: page.lines.bold(1)),
    "img": _Page._image,
    "li": _Page._start_item,
    "title": _Page._start_title,
    **dict.fromkeys(PREFORMATTED, lambda page, _: page._preformat(1)),
}
_ENDS: Final[Mapping[str, Callable[[_Page], None]]] = {
    "a": lambda page: page.lines.end_link(),
    **dict.fromkeys(BOLD, lambda page: page.lines.bold(-1)),
    "li": _Page._end_item,
    "title": _Page._end_title,
    **dict.fromkeys(PREFORMATTED, lambda page: page._preformat(-1)),
}
