"""Spell rows as CSV (RFC 4180): plain for programs, and in the dialect that Excel opens without harm.

Excel takes a text that looks like a number, a date or a formula for one: 01204 loses its zero, 13 digits
become 9.0E+12, 令和2年3月30日 becomes a day and =A1 a formula. Such a text is spelled as a formula that
gives the text, ="01204", which shows it as it is; longer ones, which Excel does not take as a formula,
get an apostrophe before them.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from unicodedata import normalize

from saisei_lod.tables.model import PARTIAL_DAY, Column

__all__ = ["BOM", "excel_line", "excel_safe", "line"]

#: Tells Excel that the file is UTF-8.
BOM: Final = "\ufeff"
_SPECIAL: Final = re.compile('[",\r\n]')
_QUOTE_OR_BREAK: Final = re.compile('["\r\n]')
#: The longest text within a formula (Excel specifications and limits, Microsoft).
_LONGEST_IN_FORMULA: Final = 255
#: Columns of these datatypes are meant to be what Excel takes them for.
_MEANT: Final = frozenset({"date", "integer", "decimal", "boolean"})
_MONTHS: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_ERAS: Final = "明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿]|[mtshr]"
_WHOLE_DAY: Final = len("2020-03-30")
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_TAKEN_FOR_ELSE: Final = re.compile(
    r"[\s¥$€%()+,./:^e\-−年月日時分秒元]*\d[\s\d¥$€%()+,./:^e\-−年月日時分秒]*(?:[ap]m?)?"
    rf"|(?:{_ERAS})\s*[\d元][\s\d年月日./\-]*"
    rf"|(?:{_MONTHS})[a-z]*[\s.,/\-]*\d[\s\d.,/\-]*|\d+[\s.,/\-]*(?:{_MONTHS})[a-z]*[\s\d.,/\-]*"
    r"|true|false"
)


def line(cells: Sequence[str]) -> str:
    """Return a record without its end; a text with a comma, quote or line break is quoted.

    >>> line(["01204", "", 'a "b", c'])
    '01204,,"a ""b"", c"'
    """
    joined = ",".join(cells)
    if joined.count(",") < len(cells) and not _QUOTE_OR_BREAK.search(joined):
        return joined
    return ",".join([_quoted(cell) if _SPECIAL.search(cell) else cell for cell in cells])


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def excel_safe(text: str) -> str:
    """Return a text in a spelling that Excel shows as it is.

    >>> excel_safe("旭川市"), excel_safe("01204"), excel_safe("令和2年3月30日")
    ('旭川市', '="01204"', '="令和2年3月30日"')
    """
    if not _FORMULA.match(text) and not _TAKEN_FOR_ELSE.fullmatch(normalize("NFKC", text).lower().strip()):
        return text
    if len(text) > _LONGEST_IN_FORMULA or "\n" in text or "\r" in text:
        return f"'{text}"
    return '="' + text.replace('"', '""') + '"'


def excel_line(columns: Iterable[Column]) -> Callable[[Sequence[str]], str]:
    """Return what spells a row of these columns for Excel; what is meant as number or day stays one."""
    free = [
        (place, column.kind == PARTIAL_DAY)
        for place, column in enumerate(columns)
        if column.kind.datatype not in _MEANT or column.separator
    ]

    def spelled(cells: Sequence[str]) -> str:
        safe = list(cells)
        for place, is_day in free:
            if cells[place] and not (is_day and len(cells[place]) == _WHOLE_DAY):
                safe[place] = excel_safe(cells[place])
        return line(safe)

    return spelled
