"""Open a workbook that comes back, within limits, and bring its sheets into rows of known columns.

Columns may have been moved, hidden or given company; rows may have been sorted, filtered or added. None of
that matters. What is missing is a finding; what is not ours or cannot be read is an InputError.
"""

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import ZipFile

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.sheets import (
    CELLS_MERGED,
    COLUMN_MISSING,
    COLUMN_TWICE,
    COLUMN_UNKNOWN,
    KEY_COLUMN_MISSING,
    SHEET_MISSING,
    SHEET_UNKNOWN,
)
from saisei_lod.reading.containers.limits import FILE_BYTES, GRID_CELLS, hold
from saisei_lod.reading.containers.workbook_layout import Layout, read_layout
from saisei_lod.sheets.cells.layout import (
    CHECK,
    CHOICES,
    FILE,
    FINDINGS,
    INTRODUCTION,
    KEY,
    MARK,
    NUMBER,
    PLANS,
    SHEETS,
    Column,
    Sheet,
)
from saisei_lod.sheets.cells.values import EMPTY, Cell
from saisei_lod.text import folded_title
from saisei_lod.workbook_parts import WORKBOOK_FAULTS, SheetTraits, checked_parts, unreadable, with_openpyxl

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["Book", "SheetRow", "open_book", "read_book"]

#: The heading is looked for in so many rows: people put titles above tables.
_HEADING_ROWS: Final = 10
_MARK_ROWS: Final = 60
#: Without these columns no row can be told from another.
_NEEDED: Final = frozenset({KEY, NUMBER, FILE, CHECK})


class SheetRow(NamedTuple):
    """A row of a sheet: its number, its cells by field, and the letter of each field's column."""

    sheet: Sheet
    number: int
    cells: Mapping[str, Cell]
    letters: Mapping[str, str]

    def cell(self, column: Column) -> Cell:
        """Return the cell of a column, an empty one where the sheet does not have it."""
        return self.cells.get(column.field, EMPTY)

    def place_of(self, column: Column) -> str:
        """Return the place of a column's cell as messages show it: ``計画!D5``."""
        return f"{self.sheet.title.ja}!{self.letters.get(column.field, 'A')}{self.number}"

    @property
    def place(self) -> str:
        """The place of the first column's cell."""
        return self.place_of(self.sheet.columns[0])

    def has(self, column: Column) -> bool:
        """Tell whether the sheet has the column."""
        return column.field in self.letters


class Book(NamedTuple):
    """The rows of a workbook by the title of their sheet, sheets missing left out, and what was found."""

    name: str
    rows: Mapping[str, Sequence[SheetRow]]
    findings: tuple[Finding, ...]


def read_book(book: "Workbook", name: str, data: bytes, parts: Mapping[str, SheetTraits]) -> Book:
    """Return the rows of all sheets of records of a workbook that openpyxl has opened to read.

    ``data`` and ``parts`` are its bytes and what their XML speaks of.
    """
    by_title = {folded_title(sheet.title): sheet for sheet in book.worksheets}
    rows: dict[str, list[SheetRow]] = {}
    findings: list[Finding] = []
    cells = 0
    for sheet in SHEETS:
        found = by_title.pop(folded_title(sheet.title.ja), None)
        if found is None:
            findings.append(SHEET_MISSING.at(Place(name), sheet.title.ja))
            continue
        reading = _Reading(name, sheet, _layout(found, data, parts, name), cells)
        rows[sheet.title.ja] = list(reading.rows(found))
        findings += reading.findings
        cells = reading.count
    for own in (INTRODUCTION, FINDINGS, CHOICES):
        by_title.pop(folded_title(own.ja), None)
    findings += [SHEET_UNKNOWN.at(Place(name), other.title) for other in by_title.values()]
    return Book(name, rows, tuple(findings))


def _layout(found: Any, data: bytes, parts: Mapping[str, SheetTraits], name: str) -> Layout:  # noqa: ANN401 - openpyxl has no type for it
    path = found._worksheet_path.lstrip("/")  # noqa: SLF001 - the only way to its XML
    with ZipFile(io.BytesIO(data)) as archive, archive.open(path) as source:
        return read_layout(source, parts.get(path, SheetTraits(True, True, True)), f"{name}:{path}")  # noqa: FBT003 - fields


class _Reading:
    """Read one sheet; ``count`` is the number of cells read in the workbook so far."""

    def __init__(self, name: str, sheet: Sheet, layout: Layout, count: int) -> None:
        self._where = f"{name}:{sheet.title.ja}"
        self._sheet = sheet
        self._uncomputed = frozenset(layout.uncomputed)
        self._merges = layout.merges
        self._columns: dict[int, Column] = {}
        self.findings: list[Finding] = []
        self.count = count

    def rows(self, found: Any) -> Iterator[SheetRow]:  # noqa: ANN401 - openpyxl has no type for it
        """Yield the rows below the heading in which anything stands."""
        letters: dict[str, str] = {}
        found.reset_dimensions()  # a sheet's own statement of its size may be wrong
        for number, row in enumerate(found.iter_rows(), 1):
            self.count += len(row)
            hold(GRID_CELLS, self.count, self._where)
            if not self._columns:
                if number <= _HEADING_ROWS and self._heading(row, number):
                    letters = {column.field: _letter(place) for place, column in self._columns.items()}
                continue
            cells = {column.field: self._cell(row, number, place) for place, column in self._columns.items()}
            if any(cell.text or cell.is_uncomputed for cell in cells.values()) and not self._is_english(
                cells
            ):
                yield SheetRow(self._sheet, number, cells, letters)
        if not self._columns:
            self._tell(KEY_COLUMN_MISSING.at(Place(self._where), self._sheet.columns[0].name.ja))

    def _tell(self, finding: Finding) -> None:
        self.findings.append(finding)

    def _cell(self, row: Sequence[Any], number: int, place: int) -> Cell:
        reference = f"{_letter(place)}{number}"
        where = f"{self._sheet.title.ja}!{reference}"
        if place > len(row):
            return Cell(None, place=where)
        cell = row[place - 1]
        return Cell(cell.value, str(cell.number_format or "General"), where, reference in self._uncomputed)

    def _is_english(self, cells: Mapping[str, Cell]) -> bool:
        """Tell whether a row is the second one of the heading."""
        first = self._sheet.columns[0]
        return cells[first.field].text == first.name.en

    def _heading(self, row: Sequence[Any], number: int) -> bool:
        """Take a row as the heading where it names the first column; tell what is wrong with it."""
        by_name = {folded_title(column.name.ja): column for column in self._sheet.columns}
        said = {place: Cell(cell.value).text for place, cell in enumerate(row, 1) if cell.value is not None}
        found = {
            place: by_name[folded_title(text)]
            for place, text in said.items()
            if folded_title(text) in by_name
        }
        if self._sheet.columns[0] not in found.values():
            return False
        self._columns = found
        self._compare_columns(list(found.values()))
        for place in sorted(said.keys() - found.keys()):
            self._tell(COLUMN_UNKNOWN.at(Place(f"{self._where}!{_letter(place)}{number}"), said[place]))
        for merge in self._merges:
            if merge.bottom >= number:
                last = f"{_letter(merge.right)}{merge.bottom}"
                self._tell(CELLS_MERGED.at(Place(self._where), f"{_letter(merge.left)}{merge.top}:{last}"))
        return True

    def _compare_columns(self, known: Sequence[Column]) -> None:
        for column in self._sheet.columns:
            if known.count(column) > 1:
                self._tell(COLUMN_TWICE.at(Place(self._where), column.name.ja))
            elif column not in known:
                kind = KEY_COLUMN_MISSING if column in _NEEDED else COLUMN_MISSING
                self._tell(kind.at(Place(self._where), column.name.ja))


def open_book(path: Path) -> Book:
    """Return the rows of a workbook that :func:`saisei_lod.sheets.writing.workbook.to_xlsx` once wrote.

    Raises InputError where it cannot be read, is beyond a limit or is not one of ours, EnvironmentFault
    where openpyxl is not installed.
    """
    openpyxl = with_openpyxl()
    data = _bytes(path)
    parts = checked_parts(data, path.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it skips
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            _check_ours(book, path.name)
            return read_book(book, path.name, data, parts)
    except WORKBOOK_FAULTS as error:
        raise unreadable(path.name) from error


def _bytes(path: Path) -> bytes:
    try:
        hold(FILE_BYTES, path.stat().st_size, str(path))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            Bilingual(
                f"ブックを開けません({error.strerror})。",
                f"The workbook cannot be opened ({error.strerror}).",
            ),
            where=str(path),
            expected=Bilingual(
                "saisei sheet write で書き出したブック(.xlsx)", "a workbook written by saisei sheet write"
            ),
            todo=Bilingual(
                "場所と名前を確かめ、Excel で開いているときは閉じてください。",
                "Check its place and name; close it where it is open in Excel.",
            ),
        ) from error
    if not data.startswith(b"PK"):
        raise _not_ours(path.name)
    return data


def _check_ours(book: "Workbook", name: str) -> None:
    """Refuse a workbook whose first sheet does not carry our mark.

    Where that sheet alone was deleted, the sheet of plans shows whose workbook it is.
    """
    if INTRODUCTION.ja not in book.sheetnames and PLANS.title.ja in book.sheetnames:
        return
    rows = (
        book[INTRODUCTION.ja].iter_rows(max_row=_MARK_ROWS, values_only=True)
        if INTRODUCTION.ja in book
        else ()
    )
    if not any(MARK in str(value) for row in rows for value in row if value):
        raise _not_ours(name)


def _not_ours(name: str) -> InputError:
    return InputError(
        Bilingual(
            "saisei sheet write で書き出したブックではありません。",
            "This is no workbook written by saisei sheet write.",
        ),
        where=name,
        expected=Bilingual(
            f"シート「{INTRODUCTION.ja}」に {MARK} とあり、パスワードのない Excel ブック(.xlsx)",
            f"an Excel workbook (.xlsx) without a password, with {MARK} in its sheet {INTRODUCTION.ja}",
        ),
        todo=Bilingual(
            "ファイルを確かめてください。.xls や .csv で保存したときは、Excel で「Excel ブック (*.xlsx)」として"
            "保存し直します。",
            "Check the file. Save .xls or .csv again as an Excel workbook (*.xlsx).",
        ),
    )


def _letter(place: int) -> str:
    """Return the letters of a column, counted from 1."""
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
