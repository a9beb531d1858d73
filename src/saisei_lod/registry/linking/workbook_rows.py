"""Read and write the rows of a workbook (XLSX) as they come; openpyxl is loaded only here."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.limits import XLSX_CELLS, XLSX_FILE, hold
from saisei_lod.workbook_parts import WORKBOOK_FAULTS, checked_parts, unreadable

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["cell_text", "workbook_rows", "write_workbook"]

#: What XML 1.0 cannot hold in a cell (section 2.2).
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Length of the longest text that a cell may hold (ECMA-376; Excel's limit).
_LONGEST: Final = 32_767


def workbook_rows(path: Path) -> Iterator[list[object]]:
    """Yield the rows of the first sheet with their values: text, numbers, dates, None.

    Its parts are checked before anything unpacks them. Raises InputError where the file is no workbook,
    damaged or beyond a limit, EnvironmentFault where openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    data = _bytes(path)
    checked_parts(data, str(path))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for row in _bounded(book.worksheets[0], path):
            yield list(row)
    except WORKBOOK_FAULTS as error:
        raise unreadable(str(path)) from error


def _bytes(path: Path) -> bytes:
    try:
        hold(XLSX_FILE, path.stat().st_size, str(path))
        return path.read_bytes()
    except OSError as error:
        raise _unread(path, error) from error


def _bounded(sheet: Any, path: Path) -> Iterator[tuple[object, ...]]:  # noqa: ANN401 - openpyxl has no type for it
    """Yield the rows of a sheet, none shorter than the first; a cell far off makes all before it, which count."""
    sheet.reset_dimensions()  # a sheet's own statement of its size may be wrong
    cells = width = 0
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
        hold(XLSX_CELLS, cells, str(path))
        width = width or len(row)
        if row:
            yield (*row, *[None] * (width - len(row)))


def write_workbook(path: Path, rows: Iterable[list[object]]) -> None:
    """Write rows to a workbook of one sheet; texts stay texts, so that 01204 keeps its zero."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("saisei")
    for row in rows:
        sheet.append([_cell(openpyxl, sheet, value) for value in row])
    book.save(path)


def cell_text(value: object) -> str:
    """Return the text of a cell: whole numbers without .0, days as ISO dates.

    >>> cell_text(1204.0), cell_text(None), cell_text(date(2020, 3, 30))
    ('1204', '', '2020-03-30')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _cell(openpyxl: "ModuleType", sheet: object, value: object) -> object:
    if not isinstance(value, str):
        return value
    cell = openpyxl.cell.WriteOnlyCell(sheet, value=_NOT_IN_XML.sub("", value)[:_LONGEST])
    # A text that begins with = is a text: nothing that a CSV held becomes a formula.
    cell.data_type = "s"
    return cell


def _openpyxl() -> "ModuleType":
    try:
        import openpyxl  # noqa: PLC0415 - an optional extra, and slow to load
    except ImportError as error:
        raise EnvironmentFault(
            Bilingual(
                "XLSX を読み書きする openpyxl がありません。",
                "openpyxl, which reads and writes XLSX, is missing.",
            ),
            expected=Bilingual("saisei-lod[xlsx]", "saisei-lod[xlsx]"),
            todo=Bilingual(
                "pip install 'saisei-lod[xlsx]' を実行するか、CSV で保存してください。",
                "Run pip install 'saisei-lod[xlsx]', or save the table as CSV.",
            ),
        ) from error
    return openpyxl


def _unread(path: Path, error: Exception) -> InputError:
    return InputError(
        Bilingual(f"ブックを開けません: {error}", f"The workbook cannot be opened: {error}"),
        where=str(path),
        expected=Bilingual("XLSX 形式のブック", "a workbook in the form XLSX"),
        todo=Bilingual("Excel で開き、XLSX か CSV で保存し直してください。", "Save it as XLSX or CSV again."),
    )
