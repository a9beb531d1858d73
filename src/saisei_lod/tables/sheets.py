"""Write the rows of a table as worksheets (ISO/IEC 29500-1, SpreadsheetML), as a stream.

A sheet has one header row, as filters, pivot tables and readers such as pandas expect: each heading is
the Japanese title and, on a second line of the cell, the column's name in the CSV. Codes and all other
texts are cells of text, days and numbers are numbers with a format.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from saisei_lod.serialization.sink import Sink
from saisei_lod.tables.model import Column

__all__ = ["HEAD", "LAST_ROW", "MAIN", "STYLES", "Sheets"]

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: Rows of a sheet, the header among them (Excel specifications and limits, Microsoft).
LAST_ROW: Final = 1_048_576
#: Characters of a cell, from the same list; a longer text is cut, and says where it stands in full.
_LONGEST: Final = 32_767
_CUT: Final = "…(全文は CSV にあります / in full in the CSV)"
#: Excel reads _x0041_ in a text as an escaped character (ISO/IEC 29500-1, section 22.9.2.19).
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EDGE: Final = re.compile(r"\A\s|\s\Z|\n")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: Day 0 of Excel's calendar as it counts from 1900-03-01 on; before that it has a day that never was.
_EPOCH: Final = date(1899, 12, 30).toordinal()
_FIRST_DAY: Final = "1900-03-01"
#: Excel keeps so many digits of a number.
_DIGITS: Final = 15
#: Styles, by their place among the cellXfs of STYLES.
_TEXT, _DATE, _NUMBER, _HEADING = 1, 2, 3, 4
_EMPTY: Final = "<c/>"

STYLES: Final = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font>'
    '<font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"'
    ' applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _text(text: str, style: int = _TEXT) -> str:
    space = ' xml:space="preserve"' if _EDGE.search(text) else ""
    return f'<c s="{style}" t="inlineStr"><is><t{space}>{_escaped(text)}</t></is></c>'


def _escaped(text: str) -> str:
    if len(text) > _LONGEST:
        text = text[: _LONGEST - len(_CUT)] + _CUT
    if "_x" in text:
        text = _ESCAPE.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _day(text: str) -> str:
    """Return a day as Excel counts days; a month or year alone, or an older day, stays a text."""
    if not _DAY.fullmatch(text) or text < _FIRST_DAY:
        return _text(text)
    return f'<c s="{_DATE}"><v>{date.fromisoformat(text).toordinal() - _EPOCH}</v></c>'


def _number(text: str) -> str:
    return f'<c s="{_NUMBER}"><v>{text}</v></c>' if len(text) <= _DIGITS else _text(text)


def _flag(text: str) -> str:
    return f'<c t="b"><v>{int(text == "true")}</v></c>'


#: By datatype, how a cell is written and how wide its column is; all others are texts.
_WRITTEN: Final[dict[str, tuple[Callable[[str], str], int]]] = {
    "date": (_day, 12),
    "partial-day": (_day, 12),
    "integer": (_number, 10),
    "decimal": (_number, 12),
    "boolean": (_flag, 8),
}
_WIDTH: Final = 22
_WIDTH_OF_TEXT: Final = 40


class Sheets:
    """The sheets of one table: more than one where the rows are too many for Excel.

    ``files`` holds their names and files, complete once the context is left.
    """

    def __init__(self, name: str, columns: Sequence[Column], folder: Path, last_row: int = LAST_ROW) -> None:
        self.files: list[tuple[str, Path]] = []
        self._name = name
        self._columns = columns
        self._folder = folder
        self._cells = [
            (_text, 0) if one.separator else _WRITTEN.get(one.kind.datatype, (_text, 0)) for one in columns
        ]
        self._last_row = last_row
        self._rows = 0
        self._begin()

    def row(self, cells: Sequence[str]) -> None:
        """Write a row."""
        if self._rows == self._last_row:
            self._end()
            self._begin()
        written = [cell(text) if text else _EMPTY for (cell, _), text in zip(self._cells, cells, strict=True)]
        self._sink.write(f"<row>{''.join(written)}</row>\n".encode())
        self._rows += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._end()
        else:
            self._sink.__exit__(kind, fault, trace)

    def _end(self) -> None:
        """Close the sheet that is being written."""
        last = f"{_letters(len(self._columns))}{self._rows}"
        self._sink.write(f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>\n'.encode())
        self._sink.__exit__(None, None, None)

    def _begin(self) -> None:
        number = len(self.files) + 1
        path = self._folder / f"{self._name}-{number}.xml"
        self.files.append((self._name if number == 1 else f"{self._name} {number}", path))
        self._sink = Sink(path)
        headings = [_text(f"{one.title.ja}\n{one.name}", _HEADING) for one in self._columns]
        self._sink.write(
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
            f"</sheetView></sheetViews><cols>{self._widths()}</cols><sheetData>\n"
            f'<row ht="36" customHeight="1">{"".join(headings)}</row>\n'.encode()
        )
        self._rows = 1

    def _widths(self) -> str:
        widths = []
        for number, (column, (_, width)) in enumerate(zip(self._columns, self._cells, strict=True), 1):
            wide = width or (_WIDTH_OF_TEXT if column.kind.language else _WIDTH)
            widths.append(f'<col min="{number}" max="{number}" width="{wide}" customWidth="1"/>')
        return "".join(widths)


def _letters(number: int) -> str:
    """Return the letters of a column.

    >>> _letters(1), _letters(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
