"""Workbooks (XLSX): sheets, cells as they are shown, merged cells, hidden parts."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from saisei_lod.errors import InputError
from saisei_lod.reading import PageText, Piece
from saisei_lod.reading.containers.workbook import read_workbook
from saisei_lod.reading.model import Heading


def saved(fill: Callable[[Any], None]) -> bytes:
    """Return a workbook whose first sheet 一覧 was filled."""
    book: Any = openpyxl.Workbook()
    book.active.title = "一覧"
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_rows(*rows: list[object]) -> bytes:
    """Return a workbook of one sheet with these rows."""

    def fill(book: Any) -> None:
        for row in rows:
            book.active.append(row)

    return saved(fill)


def grid(page: PageText, table: int = 0) -> list[list[str]]:
    """Return the texts of the grid of a table."""
    return [[cell.part.lines_text if cell.part else "" for cell in row] for row in page.tables[table].grid()]


def replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook with bytes of one part replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(old, new) if name == part else content)
    return stream.getvalue()


def test_a_row_is_a_line_and_its_cells_are_runs_of_it() -> None:
    """Row n of a sheet is line n of its leaf; the sheet's name is a heading."""
    page = read_workbook(with_rows(["名称", "日"], [], ["甲", None, "乙"]), "list.xlsx")
    assert [(line.number, line.text) for line in page.lines] == [
        (1, "一覧"),
        (2, "名称\t日"),
        (4, "甲\t\t乙"),
    ]
    assert page.tables[0].rows[1][2].pieces == (Piece("乙", 4, 3),)
    assert page.headings == (Heading(1, 1),)
    assert (page.place(4), page.decoded.split("\n")[3]) == (("一覧", 3), "甲\t\t乙")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"), (5.0, "5"), (0.1 + 0.2, "0.3"), (1204, "1204"), ("01204", "01204"), (True, "TRUE"),
        (date(2020, 3, 30), "2020-03-30"), (datetime.fromisoformat("2020-03-30T09:05"), "2020-03-30 09:05"), (time(9, 5), "09:05:00"),
        (" 計画\u3000", "計画\u3000"),
    ],
)  # fmt: skip
def test_values_are_printed_as_they_are_shown(value: object, text: str) -> None:
    """Days are ISO dates, whole numbers have no point, texts stay as they are."""
    assert read_workbook(with_rows(["x", value]), "list.xlsx").lines[1].text == f"x\t{text}"


def test_shares_are_printed_as_per_cent() -> None:
    """A number format with % shows a hundred times the value."""

    def fill(book: Any) -> None:
        book.active.append(["x", 0.125])
        book.active["B1"].number_format = "0.0%"

    assert read_workbook(saved(fill), "list.xlsx").lines[1].text == "x\t12.5%"


def test_the_lines_of_a_cell_are_pieces() -> None:
    """A break within a cell is a space in the row's line."""
    page = read_workbook(with_rows(["甲\r\n乙_x000D_\n\n丙", "丁"]), "list.xlsx")
    assert page.lines[1].text == "甲 乙 丙\t丁"
    assert page.tables[0].rows[0][0].pieces == (Piece("甲", 2, 0), Piece("乙", 2, 2), Piece("丙", 2, 4))


def test_merged_cells_span_what_is_shown() -> None:
    """Ranges are counted in rows that hold text and columns that are not hidden."""

    def fill(book: Any) -> None:
        sheet = book.active
        for row in (["名称", "期間", "x", None], [None, "始", "x", "終"], ["甲", "1", "x", "2"]):
            sheet.append(row)
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:D1")
        sheet.column_dimensions["C"].hidden = True

    page = read_workbook(saved(fill), "list.xlsx")
    assert grid(page) == [["名称", "期間", "期間"], ["名称", "始", "終"], ["甲", "1", "2"]]
    assert [finding.code for finding in page.findings] == ["rows-hidden"]


def test_hidden_rows_and_sheets_are_left_out_and_told() -> None:
    """Other sheets follow, each a table under its name."""

    def fill(book: Any) -> None:
        book.active.append(["甲", "1"])
        book.active.append(["隠", "2"])
        book.active.row_dimensions[2].hidden = True
        book.create_sheet("裏").append(["裏", "x"])
        book["裏"].sheet_state = "hidden"
        book.create_sheet("空")
        book.create_sheet("終了").append(["乙", "3"])

    page = read_workbook(saved(fill), "list.xlsx")
    assert [line.text for line in page.lines] == ["一覧", "甲\t1", "終了", "乙\t3"]
    assert [leaf.name for leaf in page.leaves] == ["一覧", "終了"]
    assert sorted((f.code, f.text) for f in page.findings) == [
        ("rows-hidden", "一覧"),
        ("sheet-hidden", "裏"),
    ]


def test_formulas_without_a_saved_result_are_told() -> None:
    """A workbook that no spreadsheet program computed holds no values for its formulas."""
    page = read_workbook(with_rows(["甲", "=1+1"], ["乙", "=A1"]), "list.xlsx")
    (finding,) = page.findings
    assert (finding.code, finding.text) == ("formula-without-value", "B1, B2")


def test_a_wrong_statement_of_size_is_not_believed() -> None:
    """The dimension of a sheet is what a program wrote once."""
    data = with_rows(["甲", "乙"], ["丙", "丁"])
    data = replaced(data, "xl/worksheets/sheet1.xml", b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert grid(read_workbook(data, "list.xlsx")) == [["甲", "乙"], ["丙", "丁"]]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData"),
        ("xl/worksheets/sheet1.xml", b'r="A1"', b'r="!!"'),
        ("xl/worksheets/sheet1.xml", b'r="1"', b'r="x"'),
        ("xl/workbook.xml", b"<sheets>", b"<sheetz>"),
        ("xl/_rels/workbook.xml.rels", b"worksheets/sheet1", b"worksheets/sheet9"),
        ("xl/styles.xml", b"<styleSheet", b"<x"),
        ("xl/sharedStrings.xml", b"<sst", b"<!DOCTYPE a [<!ENTITY b 'c'>]><sst"),
        ("[Content_Types].xml", b"Types", b"Typos"),
    ],
)
def test_damage_is_told_or_does_not_matter(part: str, old: bytes, new: bytes) -> None:
    """A part that is not as the standard has it gives a message, or the words that are there."""
    data = replaced(with_rows(["甲", "乙"]), part, old, new)
    try:
        page = read_workbook(data, "list.xlsx")
    except InputError as error:
        message = error.text("ja")
        assert "list.xlsx" in message
    else:
        assert grid(page) == [["甲", "乙"]]


def test_a_cut_workbook_is_refused() -> None:
    """Half a download is no workbook."""
    data = with_rows(["甲", "乙"])
    with pytest.raises(InputError, match="cannot be read"):
        read_workbook(data[: len(data) // 2], "list.xlsx")


def test_another_zip_is_refused_by_kind() -> None:
    """A ZIP without a workbook is said to be one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(InputError, match="not a workbook"):
        read_workbook(stream.getvalue(), "list.docx")


def test_a_workbook_without_text_is_refused() -> None:
    """Empty sheets are no list."""
    with pytest.raises(InputError, match="holds no text"):
        read_workbook(with_rows(), "list.xlsx")
