"""Write an answer as tables that Excel opens: CSV with a byte order mark, and a workbook.

Columns are headed as people read them, a pair of languages stays a pair. No cell is ever a formula: in CSV
what Excel would run or spoil (``=1+1``, ``01204``) begins with an apostrophe (OWASP, CSV Injection), in a
workbook every cell that is no number of the data is text.
"""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from saisei_lod.errors import Language
from saisei_lod.querying.answers import Answer
from saisei_lod.querying.table import columns_of
from saisei_lod.sheets.cells.values import escaped
from saisei_lod.sheets.writing.workbook import packed
from saisei_lod.workbook_parts import with_openpyxl

if TYPE_CHECKING:
    from saisei_lod.querying.answers import Cell

__all__ = ["as_excel_csv", "as_workbook"]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Final = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal"))
#: What begins a formula, in half and full width, and digits of which the first would be lost.
_RUN: Final = re.compile(r"[=+\-@\t\r＝＋－＠]|0[0-9]+\Z|[0-9]{12,}\Z")
#: Characters that no workbook can hold (XML 1.0, section 2.2), and of the longest text in a cell.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST: Final = 32_767
_DIGITS: Final = 15
_WIDEST: Final = 60


def as_excel_csv(answer: Answer, language: Language) -> bytes:
    """Return rows as CSV that Excel opens by a double click: UTF-8 with a BOM, CRLF, nothing that it would run."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_headings(answer, language))
    for row in answer.rows.rows:
        writer.writerow([_inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(answer: Answer, language: Language) -> bytes:
    """Return rows as a workbook (XLSX) of one sheet; EnvironmentFault where openpyxl is not installed."""
    book = with_openpyxl().Workbook()
    sheet = book.active
    sheet.title = answer.query.name[:31]
    rows: list[list[str | int | float | None]] = [[*_headings(answer, language)]]
    rows += [list(map(_value, row)) for row in answer.rows.rows]
    for place, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(place, column, value)
                cell.data_type = "s" if isinstance(value, str) else "n"
    for column, width in enumerate(_widths(rows), 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return packed(out.getvalue(), re.sub(r"[^\w-]", " ", answer.query.name), {})


def _headings(answer: Answer, language: Language) -> list[str]:
    """Return the headings: those of the head in the language, a second of the same name with its column's."""
    known = {column.name: column.heading.in_language(language) for column in answer.query.columns}
    names = [known.get(name, name) for name in answer.rows.columns]
    return [
        f"{shown} ({name})" if names.count(shown) > 1 else shown
        for shown, name in zip(names, answer.rows.columns, strict=True)
    ]


def _text(cell: "Cell") -> str:
    return "" if cell is None else getattr(cell, "value", None) or str(cell)


def _is_number(cell: "Cell") -> bool:
    return getattr(getattr(cell, "datatype", None), "value", None) in _NUMBERS


def _inert(cell: "Cell") -> str:
    text = _text(cell)
    return f"'{text}" if _RUN.match(text) and not _is_number(cell) else text


def _value(cell: "Cell") -> "str | int | float | None":
    text = _text(cell)
    if _is_number(cell) and len(text) <= _DIGITS:
        number = Decimal(text)
        return int(number) if number == number.to_integral_value() else float(number)
    return escaped(_CONTROL.sub(" ", text)[:_LONGEST]) if cell is not None else None


def _widths(rows: list[list[str | int | float | None]]) -> Iterator[int]:
    for column in zip(*rows, strict=True):
        yield min(_WIDEST, 2 + max(columns_of(str(value)) for value in column if value is not None))
