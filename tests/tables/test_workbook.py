import datetime as dt
import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.tables.model import DAY, DECIMAL, FLAG, INTEGER, JA, PARTIAL_DAY, STRING, Column, Kind
from saisei_lod.tables.sheets import Sheets
from saisei_lod.tables.workbook import write_workbook

openpyxl = pytest.importorskip("openpyxl")


def column(name: str, kind: Kind = STRING, separator: str = "") -> Column:
    """A column with a title in both languages."""
    return Column(name, Bilingual(f"{name}の題", name), kind, separator=separator)


COLUMNS = (
    column("code"),
    column("title", JA),
    column("day", DAY),
    column("count", INTEGER),
    column("number", DECIMAL),
    column("flag", FLAG),
    column("when", PARTIAL_DAY),
    column("days", DAY, ";"),
)


def write(
    folder: Path, rows: Sequence[Sequence[str]], columns: Sequence[Column] = COLUMNS, last: int = 100
) -> Path:
    """Write one table as a workbook."""
    with Sheets("plans", columns, folder, last) as sheets:
        for row in rows:
            sheets.row(row)
    path = folder / "book.xlsx"
    write_workbook(path, sheets.files)
    return path


def cells(path: Path, sheet: str = "plans") -> list[tuple[Any, ...]]:
    """Return the rows below the header as openpyxl reads them."""
    book = openpyxl.load_workbook(path)
    return [tuple(row) for row in book[sheet].iter_rows(min_row=2, values_only=True)]


def test_cells_have_the_types_that_their_columns_mean(tmp_path: Path) -> None:
    """Codes are text with their zeros, days are days, numbers numbers; what is no day stays a text."""
    path = write(
        tmp_path,
        [
            ["01204", "計画", "2020-03-30", "310", "1234.50", "true", "2021-03", "2005-06-17;2005-07-19"],
            ["", "", "", "", "", "", "", ""],
            ["=1+1", "=2", "1899-12-31", "12345678901234567890", "-0.5", "", "2021-03-01", "2005-06-17"],
        ],
    )
    first, second, third = cells(path)
    assert first == (
        "01204",
        "計画",
        dt.datetime(2020, 3, 30),  # noqa: DTZ001 - Excel knows no time zones
        310,
        1234.5,
        True,
        "2021-03",
        "2005-06-17;2005-07-19",
    )
    assert second == (None,) * 8
    assert third[:4] == ("=1+1", "=2", "1899-12-31", "12345678901234567890")
    assert third[6] == dt.datetime(2021, 3, 1)  # noqa: DTZ001
    sheet = openpyxl.load_workbook(path)["plans"]
    assert [sheet.cell(2, place).number_format for place in (1, 2, 3)] == ["@", "@", "yyyy\\-mm\\-dd"]
    assert sheet.cell(4, 1).data_type == "s"


def test_one_header_row_serves_people_and_programs(tmp_path: Path) -> None:
    """The Japanese title, a line break, the name of the CSV's column; frozen, and with a filter."""
    sheet = openpyxl.load_workbook(write(tmp_path, [["1"] * 8]))["plans"]
    assert [cell.value for cell in sheet[1]][:2] == ["codeの題\ncode", "titleの題\ntitle"]
    assert [str(cell.value).rpartition("\n")[2] for cell in sheet[1]] == [one.name for one in COLUMNS]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:H2"


TEXTS = [
    "a & b < c > d",
    "]]>",
    ' "引用" ',
    "一行目\n二行目",
    "行\r\n末",
    "_x0041_ and _x00e9_",
    "\U00020bb7野家 \U0001f600",
    "\u3000全角\u3000",
]


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_comes_back(tmp_path: Path, text: str) -> None:
    """What XML and Excel's own escapes would change is escaped."""
    from openpyxl.utils.escape import unescape  # noqa: PLC0415 - openpyxl leaves it to its callers

    ((found,),) = cells(write(tmp_path, [[text]], [column("title", JA)]))
    assert unescape(found) == text


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    """32,767 characters are all that Excel holds; the end says where the whole stands."""
    ((found,),) = cells(write(tmp_path, [["あ" * 40_000]], [column("title", JA)]))
    assert len(found) == 32_767
    assert found.endswith("in full in the CSV)")


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(tmp_path: Path) -> None:
    """Each sheet has the header and no more rows than the limit; none is lost."""
    path = write(tmp_path, [[str(number)] for number in range(7)], [column("code")], last=4)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["plans", "plans 2", "plans 3"]
    found = [row[0] for name in book.sheetnames for row in cells(path, name)]
    assert found == [str(number) for number in range(7)]
    assert book["plans 3"].max_row == 2


def test_nothing_in_the_file_tells_when_or_where_it_was_made(tmp_path: Path) -> None:
    """Stored parts of one date, no author, no program: the same rows give these very bytes everywhere."""
    path = write(tmp_path, [["01204", "計画", "2020-03-30", "1", "2", "true", "2021", ""]])
    with zipfile.ZipFile(path) as archive:
        assert {part.compress_type for part in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [name for name in archive.namelist() if "docProps" in name] == []
    assert hashlib.sha256(path.read_bytes()).hexdigest() == (
        "9bcaae7114dbac07e6ede0efe5c80bc9d9901b9c2ae37473a4c20fdafe87112f"
    )


def test_working_files_are_gone_and_a_failure_leaves_none(tmp_path: Path) -> None:
    """Sheets are put into the workbook and removed; where rows fail, the half-written sheet is removed."""
    write(tmp_path, [["1"] * 8])
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]
    with pytest.raises(ValueError, match="shorter"), Sheets("plans", COLUMNS, tmp_path) as sheets:
        sheets.row(["1"])
    assert [path.name for path in tmp_path.iterdir()] == ["book.xlsx"]


def test_a_folder_that_is_missing_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(EnvironmentFault) as caught:
        write_workbook(tmp_path / "missing" / "book.xlsx", [])
    assert caught.value.where == str(tmp_path / "missing" / "book.xlsx")
