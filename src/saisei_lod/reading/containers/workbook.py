"""The container of workbooks (XLSX): every sheet that is shown is a heading and a table.

A row is a line, its cells with tabs between them; row n of a sheet is line n of its leaf. Days are
printed as ISO dates, whole numbers without a point, shares as per cent. Hidden sheets, rows and columns are left
out and told. openpyxl is an extra: ``pip install 'saisei-lod[xlsx]'``.
"""

import hashlib
import io
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import ZipFile

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.containers import FORMULA_WITHOUT_VALUE, ROWS_HIDDEN, SHEET_HIDDEN
from saisei_lod.reading.containers.limits import GRID_CELLS, hold
from saisei_lod.reading.containers.line_making import LineMaker, printable
from saisei_lod.reading.containers.workbook_layout import Layout, read_layout
from saisei_lod.reading.model import Cell, Heading, Leaf, Line, PageText, Piece, Table
from saisei_lod.workbook_parts import WORKBOOK_FAULTS, SheetTraits, checked_parts, unreadable

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["read_workbook"]

_BREAK: Final = re.compile(r"(?:_x000D_)?[\r\n]+")
_SHOWN: Final = 5


class _Row(NamedTuple):
    """A row of a sheet: its number and the texts of its cells, "" for empty ones."""

    number: int
    texts: tuple[str, ...]


def read_workbook(data: bytes, name: str) -> PageText:
    """Return the sheets of a workbook as headings and tables.

    Raises InputError where it is damaged, protected, beyond a limit or without text, EnvironmentFault
    where openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    parts = checked_parts(data, name)
    made = _Made(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it skips
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            _read_sheets(book, data, parts, made)
    except WORKBOOK_FAULTS as error:
        raise unreadable(name) from error
    if not made.tables:
        raise _empty(name)
    return PageText(
        name,
        hashlib.sha256(data).hexdigest(),
        tuple(made.maker.lines),
        tuple(made.tables),
        tuple(made.headings),
        leaves=tuple(made.leaves),
        findings=tuple(made.findings),
    )


class _Made:
    """What is made of a workbook, sheet by sheet."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.maker = LineMaker(name)
        self.tables: list[Table] = []
        self.headings: list[Heading] = []
        self.leaves: list[Leaf] = []
        self.findings: list[Finding] = []
        self.cells = 0
        #: One object for each text: lists repeat days, schemes and prefectures.
        self.known: dict[str, str] = {}


def _read_sheets(book: "Workbook", data: bytes, parts: dict[str, SheetTraits], made: _Made) -> None:
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            made.findings.append(SHEET_HIDDEN.at(Place(made.name), sheet.title))
            continue
        path = sheet._worksheet_path  # type: ignore[attr-defined]  # noqa: SLF001 - the only way to its XML
        layout = _layout(data, path.lstrip("/"), parts, made.name)
        rows = list(_rows(sheet, layout, made))
        if rows:
            _add_sheet(printable(sheet.title), rows, layout, made)
            made.findings += _left_out(sheet.title, layout, made)


def _layout(data: bytes, path: str, parts: dict[str, SheetTraits], name: str) -> Layout:
    with ZipFile(io.BytesIO(data)) as archive, archive.open(path) as source:
        return read_layout(source, parts.get(path, SheetTraits(True, True, True)), f"{name}:{path}")  # noqa: FBT003 - fields


def _rows(sheet: Any, layout: Layout, made: _Made) -> Iterator[_Row]:  # noqa: ANN401 - openpyxl has no type for it
    """Yield the rows that are shown and hold text; hidden columns are left out of them."""
    sheet.reset_dimensions()  # a sheet's own statement of its size may be wrong
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if not cells or number in layout.rows:
            continue
        made.cells += len(cells)
        hold(GRID_CELLS, made.cells, f"{made.name}:{sheet.title}")
        shown = (cell for column, cell in enumerate(cells, 1) if column not in layout.columns)
        texts = [_text(cell, made.known) for cell in (shown if layout.columns else cells)]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield _Row(number, tuple(texts))


def _text(cell: Any, known: dict[str, str]) -> str:  # noqa: ANN401 - a value of any kind
    value = cell.value
    if value is None:
        return ""
    text = value if isinstance(value, str) else _shown(value, cell)
    found = known.get(text)
    if found is None:
        found = known[text] = printable(text).strip(" \t\r\n")
    return found


def _shown(value: object, cell: Any) -> str:  # noqa: ANN401 - openpyxl's cell
    """Return the text of a value that is none itself."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case float() if "%" in str(cell.number_format):
            return f"{value * 100:.12g}%"
        case float():
            return f"{value:.15g}"
    return str(value)


def _add_sheet(title: str, rows: Sequence[_Row], layout: Layout, made: _Made) -> None:
    maker = made.maker
    maker.gap()
    heading = maker.add(title.strip() or "-")
    first = maker.next_number
    if heading:
        made.headings.append(Heading(heading.number, 1))
    made.leaves.append(Leaf(title, first))
    spans, covered = _merged(rows, layout, made.name)
    table = []
    for index, row in enumerate(rows):
        maker.skip_to(first + row.number - 1)
        cells = _cells(row.texts, maker)
        table.append(
            tuple(
                cell._replace(rows=spans[index, column][0], columns=spans[index, column][1])
                if (index, column) in spans
                else cell
                for column, cell in enumerate(cells)
                if (index, column) not in covered
            )
        )
    made.tables.append(Table(tuple(table)))


def _cells(texts: Sequence[str], maker: LineMaker) -> list[Cell]:
    """Add the line of a row, and return its cells, with a piece for each line that a cell was broken into."""
    paragraphs = [_paragraphs(text) for text in texts]
    shown = [" ".join(parts) for parts in paragraphs]
    line = maker.add("\t".join(shown))
    cells = []
    start = 0
    for parts, text in zip(paragraphs, shown, strict=True):
        cells.append(Cell(tuple(_pieces(parts, start, line))) if line and parts else _EMPTY)
        start += len(text) + 1
    return cells


def _paragraphs(text: str) -> list[str]:
    if "\n" in text or "\r" in text:
        return [part for part in _BREAK.split(text) if part.strip()]
    return [text] if text.strip() else []


_EMPTY: Final = Cell()


def _pieces(parts: Sequence[str], start: int, line: Line) -> Iterator[Piece]:
    for part in parts:
        yield Piece(part, line.number, start)
        start += len(part) + 1


def _merged(
    rows: Sequence[_Row], layout: Layout, name: str
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return what each merged cell spans, and the places that it covers, counted in what is shown."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    width = max(len(row.texts) for row in rows)
    every = range(1, width + len(layout.columns) + 1)
    columns = [column for column in every if column not in layout.columns][:width]
    numbers = [row.number for row in rows]
    for merge in layout.merges:
        downs = range(bisect_left(numbers, merge.top), bisect_right(numbers, merge.bottom))
        rights = range(bisect_left(columns, merge.left), bisect_right(columns, merge.right))
        hold(GRID_CELLS, len(covered) + len(downs) * len(rights), name)
        if downs and rights and (downs[0], rights[0]) not in covered:
            spans[downs[0], rights[0]] = (len(downs), len(rights))
            covered.update({(down, right) for down in downs for right in rights} - {(downs[0], rights[0])})
    return spans, covered


def _left_out(title: str, layout: Layout, made: _Made) -> Iterator[Finding]:
    place = Place(made.name, made.leaves[-1].first)
    if hidden := len(layout.rows) + len(layout.columns):
        yield ROWS_HIDDEN.at(place, title, count=hidden)
    if layout.uncomputed:
        shown = ", ".join(layout.uncomputed[:_SHOWN])
        yield FORMULA_WITHOUT_VALUE.at(place, shown, sheet=title, count=len(layout.uncomputed))


def _openpyxl() -> Any:  # noqa: ANN401 - the module
    try:
        import openpyxl  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise EnvironmentFault(
            Bilingual("XLSX を読むには openpyxl が要ります。", "Reading a workbook (XLSX) needs openpyxl."),
            todo=Bilingual(
                "pip install 'saisei-lod[xlsx]' を実行するか、CSV で保存し直してください。",
                "Run pip install 'saisei-lod[xlsx]', or save the workbook as CSV.",
            ),
        ) from error
    return openpyxl


def _empty(name: str) -> InputError:
    return InputError(
        Bilingual(f"文字のないブックです: {name}", f"The workbook holds no text: {name}"),
        where=name,
        expected=Bilingual("計画の一覧のあるシート", "a sheet that lists plans"),
        todo=Bilingual(
            "シートが非表示なら再表示して保存し直してください。",
            "If the sheet is hidden, unhide it and save again.",
        ),
    )
