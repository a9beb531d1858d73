"""The elements of HTML by what they do to the lines of a page (HTML Living Standard, section 15.3)."""

from typing import Final

__all__ = ["BLOCKS", "BOLD", "HIDDEN", "PREFORMATTED", "SPACED", "STRUCK", "TABLE_PARTS", "TERM_PARTS"]

#: Elements whose text no reader of the page sees in its place.
HIDDEN: Final = frozenset({
    "audio", "canvas", "datalist", "dialog", "iframe", "noembed", "noframes", "noscript", "rp", "rt", "rtc",
    "script", "select", "style", "svg", "template", "textarea", "video",
})  # fmt: skip

#: Elements whose text is struck out.
STRUCK: Final = frozenset({"del", "s", "strike"})

#: Blocks that a browser sets off with a margin: a blank line in text copied from the page.
SPACED: Final = frozenset({
    "article", "aside", "blockquote", "center", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip

#: Elements that begin a line and end one.
BLOCKS: Final = SPACED | {
    "address", "body", "caption", "dd", "details", "dir", "div", "dt", "figcaption", "hgroup", "html", "legend",
    "li", "listing", "optgroup", "option", "plaintext", "search", "summary", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "xmp",
}  # fmt: skip

#: Elements whose text is bold.
BOLD: Final = frozenset({"b", "strong"})

#: Elements that make up a table.
TABLE_PARTS: Final = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})

#: Elements that make up a definition list.
TERM_PARTS: Final = frozenset({"dd", "dl", "dt"})

#: Elements whose line breaks and spaces stay.
PREFORMATTED: Final = frozenset({"listing", "plaintext", "pre", "xmp"})
