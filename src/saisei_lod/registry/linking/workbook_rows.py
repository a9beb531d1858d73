"""Read and write the rows of a workbook (XLSX) as they come; openpyxl is loaded only here."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["cell_text", "workbook_rows", "write_workbook"]

#: What XML 1.0 cannot hold in a cell (section 2.2).
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Length of the longest text that a cell may hold (ECMA-376; Excel's limit).
_LONGEST: Final = 32_767


def workbook_rows(path: Path) -> Iterator[list[object]]:
    """Yield the rows of the first sheet with their values: text, numbers, dates, None.

    Raises InputError where the file is no workbook, EnvironmentFault where openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (
        OSError,
        BadZipFile,
        KeyError,
        ValueError,
        openpyxl.utils.exceptions.InvalidFileException,
    ) as error:
        raise _unread(path, error) from error
    try:
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield list(row)
    finally:
        book.close()


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
