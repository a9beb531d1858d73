"""Write the sheets of records: headings, rows, lists to choose from, comments with what was found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Severity
from saisei_lod.sheets.cells.forms import cut, written
from saisei_lod.sheets.cells.layout import CHOICES, PAGES, PLANS, Column, Form, Sheet
from saisei_lod.sheets.cells.rows import (
    page_row,
    plan_row,
    rows_of,
    shown_of_page,
    shown_of_plan,
    shown_of_row,
)
from saisei_lod.sheets.cells.values import escaped
from saisei_lod.sheets.gathering import GatheredFile
from saisei_lod.sheets.writing.pointing import Note, Target

__all__ = ["FIRST_ROW", "Look", "Painter", "columns_of", "fill_sheet", "height", "look_of"]

_FONT: Final = "Yu Gothic"
#: The colours of what was found.
_COLOURS: Final = {Severity.VIOLATION: "FFF4B6B6", Severity.WARNING: "FFFFE699", Severity.INFO: "FFDDEBF7"}
_GREY: Final = "FFE7E6E6"
_DARK: Final = "FF1F4E79"
_HAIR: Final = Side(style="hair", color="FFBFBFBF")
_FORMATS: Final = {Form.ROUND: "General", Form.YEN: "#,##0"}
_TEXT: Final = "@"
#: Points of a line of a row, and lines that a row shows at most.
_POINTS: Final = 15
_MOST_LINES: Final = 4
#: Characters with which a spreadsheet program begins a formula when a text is typed.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Look(NamedTuple):
    """What makes a cell look as it does."""

    kind: str
    form: str = _TEXT
    severity: Severity | None = None
    is_quoted: bool = False


def look_of(column: Column, text: object, severity: Severity | None = None) -> Look:
    """Return the look of a cell with a value of a column.

    A text that could be typed as a formula is marked as text, so that editing it keeps it one.
    """
    is_quoted = isinstance(text, str) and text.startswith(_FORMULA)
    kind = "shown" if column.form is Form.SHOWN else "value"
    return Look(kind, _FORMATS.get(column.form, _TEXT), severity, is_quoted)


class Painter:
    """Give cells their looks; each is made once, since openpyxl compares styles slowly."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - openpyxl's sheet
        self._sheet = sheet
        self._known: dict[Look, Any] = {}

    def paint(self, cell: Any, look: Look) -> None:  # noqa: ANN401 - openpyxl's cell or column
        """Give a cell, or the empty cells of a column, a look."""
        found = self._known.get(look)
        if found is None:
            found = self._known[look] = self._made(look)
        cell._style = found  # noqa: SLF001 - as openpyxl's own copying of cells does

    def _made(self, look: Look) -> Any:  # noqa: ANN401 - openpyxl's style
        cell: Any = Cell(self._sheet, row=1, column=1)  # no cell of the sheet: only its style is wanted
        cell.number_format = look.form
        cell.font = _font(look.kind)
        cell.alignment = Alignment(vertical="top", wrap_text=look.kind != "entry")
        cell.protection = Protection(locked=look.kind not in {"value", "entry"})
        fill = _colour(look)
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)
        if look.kind in {"value", "shown", "heading", "english"}:
            cell.border = Border(bottom=_HAIR, right=_HAIR)
        if look.is_quoted:
            cell.quotePrefix = True
        return cell._style  # noqa: SLF001 - see above


def columns_of(text: str) -> int:
    """Return the half-width columns that a text takes: Japanese characters take two.

    >>> columns_of("旭川 City")
    9
    """
    return sum(1 if character.isascii() else 2 for character in text)


def height(texts: Iterable[tuple[object, int]]) -> int:
    """Return the height of a row in points for its texts, each with the width of its column."""
    lines = (-(-columns_of(str(text)) // width) for text, width in texts if text)
    return _POINTS * min(max(lines, default=1), _MOST_LINES)


def _font(kind: str) -> Font:
    if kind == "heading":
        return Font(name=_FONT, size=10, bold=True, color="FFFFFFFF")
    if kind == "english":
        return Font(name=_FONT, size=8, color="FF7F7F7F")
    if kind == "link":
        return Font(name=_FONT, size=10, color="FF0563C1", underline="single")
    return Font(name=_FONT, size={"title": 16, "part": 12}.get(kind, 10), bold=kind in {"title", "part"})


def _colour(look: Look) -> str:
    if look.severity is not None:
        return _COLOURS[look.severity]
    return {"heading": _DARK, "shown": _GREY, "english": _GREY}.get(look.kind, "")


#: The heading takes two rows: Japanese, English.
FIRST_ROW: Final = 3
#: Empty rows below the last one that offer the lists too.
_SPARE: Final = 1000
_WIDTH: Final = 420
_LINE: Final = 18
#: Half-width characters of a line of a comment.
_CHARACTERS: Final = 60
_HINTS: Final[Mapping[Form, Bilingual]] = {
    Form.PARTIAL_DAY: Bilingual("2021-03-30、2021-03、2021", "2021-03-30, 2021-03 or 2021"),
    Form.DAY: Bilingual("2021-03-30", "2021-03-30"),
    Form.CODE: Bilingual("5桁か6桁の団体コード(例 01204)", "a code of 5 or 6 digits (01204)"),
    Form.ROUND: Bilingual("第55回なら 55", "55 for 第55回"),
    Form.KEY: Bilingual("別の計画の計画キー", "the key of another plan"),
}


class _Line(NamedTuple):
    """A row before it is written: what it stands for, its values and what it shows besides."""

    file: str
    plan: str
    number: str
    values: Mapping[str, object]
    shown: Mapping[str, str]


def fill_sheet(
    found: Any,  # noqa: ANN401 - openpyxl's sheet
    sheet: Sheet,
    files: Sequence[GatheredFile],
    marked: Mapping[Target, Note],
    ranges: Mapping[str, str],
) -> dict[Target, str]:
    """Fill a sheet with the rows of all records, and return the cells of what was found, by target.

    ``ranges`` tells for each list of choices where its words stand.
    """
    painter = Painter(found)
    _head(found, sheet, painter)
    places = {}
    last = FIRST_ROW - 1
    for last, line in enumerate(_lines(sheet, files), FIRST_ROW):
        for place, column in enumerate(sheet.columns, 1):
            target = Target(line.file, line.plan, sheet, line.number, column)
            note = marked.get(target)
            cell = found.cell(last, place)
            _fill(cell, column, line, note, painter)
            if note is not None:
                places[target] = cell.coordinate
                cell.comment = _comment(note)
        texts = (
            (found.cell(last, place).value, column.width) for place, column in enumerate(sheet.columns, 1)
        )
        found.row_dimensions[last].height = height(texts)
    _guide(found, sheet, last, ranges)
    _settle(found, sheet, last)
    return places


def _lines(sheet: Sheet, files: Sequence[GatheredFile]) -> Iterator[_Line]:
    for file in files:
        if sheet is PAGES:
            yield _Line(file.name, "", "", page_row(file.page).values, shown_of_page(file.page, file.name))
            continue
        for gathered in file.plans:
            plan, name = gathered.plan, gathered.name
            if sheet is PLANS:
                yield _Line(file.name, name, "", plan_row(plan).values, shown_of_plan(plan, name, file.name))
                continue
            for row in rows_of(plan, sheet):
                yield _Line(file.name, name, row.number, row.values, shown_of_row(row, plan, name, file.name))


def _fill(cell: Any, column: Column, line: _Line, note: Note | None, painter: Painter) -> None:  # noqa: ANN401 - openpyxl's cell
    said = written(column, line.values.get(column.field)) if column.is_value else None
    text = said if column.is_value else cut(line.shown.get(column.field, "")) or None
    if isinstance(text, str):
        cell.value = escaped(text)
        cell.data_type = "s"  # never a formula or an error, whatever the text begins with
    elif text is not None:
        cell.value = text
    painter.paint(cell, look_of(column, text, note.severity if note else None))


def _comment(note: Note) -> Comment:
    text = escaped(note.comment)
    lines = sum(1 + columns_of(line) // _CHARACTERS for line in text.split("\n"))
    return Comment(text, "saisei-lod", width=_WIDTH, height=_LINE * (lines + 1))


def _head(found: Any, sheet: Sheet, painter: Painter) -> None:  # noqa: ANN401 - openpyxl's sheet
    """Write the two rows of the heading; the empty cells below take values and are not locked."""
    takes_rows = sheet not in {PLANS, PAGES}
    for place, column in enumerate(sheet.columns, 1):
        for row, kind, text in ((1, "heading", column.name.ja), (2, "english", column.name.en)):
            cell = found.cell(row, place, text)
            painter.paint(cell, Look(kind, "General"))
        dimension = found.column_dimensions[get_column_letter(place)]
        if takes_rows:
            painter.paint(dimension, look_of(column, None)._replace(kind="entry"))
        dimension.width = column.width + 2


def _guide(found: Any, sheet: Sheet, last: int, ranges: Mapping[str, str]) -> None:  # noqa: ANN401 - openpyxl's sheet
    """Offer lists to choose from, and say how a value is written when its cell is chosen."""
    end = last if sheet in {PLANS, PAGES} else last + _SPARE
    for place, column in enumerate(sheet.columns, 1):
        guide = _validation(column, ranges)
        if guide is not None and end >= FIRST_ROW:
            letter = get_column_letter(place)
            guide.add(f"{letter}{FIRST_ROW}:{letter}{end}")
            found.add_data_validation(guide)


def _validation(column: Column, ranges: Mapping[str, str]) -> DataValidation | None:
    if column.form is Form.CHOICE:
        guide = DataValidation(type="list", formula1=ranges[column.choices], allow_blank=True)
        guide.errorTitle = column.name.ja
        guide.error = f"一覧から選んでください(シート「{CHOICES.ja}」にあります)。\nChoose from the list."
        guide.showErrorMessage = True
        return guide
    hint = _HINTS.get(column.form)
    if hint is None:
        return None
    guide = DataValidation(allow_blank=True, promptTitle=column.name.ja, prompt=f"{hint.ja}\n{hint.en}")
    guide.showInputMessage = True
    return guide


def _settle(found: Any, sheet: Sheet, last: int) -> None:  # noqa: ANN401 - openpyxl's sheet
    """Freeze the heading, offer filters, lock the grey cells and let the sheet print well."""
    end = get_column_letter(len(sheet.columns))
    found.freeze_panes = found.cell(FIRST_ROW, 2 if sheet is PAGES else 3)
    found.auto_filter.ref = f"A{FIRST_ROW - 1}:{end}{max(last, FIRST_ROW)}"
    protection = found.protection
    protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort", "autoFilter"):
        setattr(protection, allowed, False)
    found.page_setup.orientation = "landscape"
    found.page_setup.paperSize = found.PAPERSIZE_A3
    found.sheet_properties.pageSetUpPr.fitToPage = True
    found.page_setup.fitToHeight = 0
    found.print_title_rows = f"1:{FIRST_ROW - 1}"
