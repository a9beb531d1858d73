"""Limits: hostile and oversized input is refused with a message that names the limit, in bounded time."""

import io
import zipfile
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.reading.containers import limits
from saisei_lod.reading.containers.kinds import read_container, read_file
from saisei_lod.reading.containers.limits import Limit, hold

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>"
)
WIDEST = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def workbook(sheet: str, strings: str = "<sst/>", **more: str) -> bytes:
    """Return a workbook with this sheet."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": SHEET.format(sheet),
        "xl/sharedStrings.xml": strings,
        **more,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def refused(data: bytes, name: str) -> str:
    """Return the message of a refusal."""
    with pytest.raises(InputError) as raised:
        read_container(data, name)
    return raised.value.text("en")


def test_the_message_tells_limit_number_and_advice() -> None:
    """What is counted, how many were met, how many are read, and what to do."""
    with pytest.raises(InputError) as raised:
        hold(limits.HTML_DEPTH, 10_000, "page.html")
    assert raised.value.text("en").splitlines() == [
        "A limit of reading was passed: nesting depth of the HTML, 10,000 levels",
        "  where: page.html",
        "  expected: at most 500 levels",
        "  what to do: Open it in a browser or spreadsheet program and save it again. A sound file does not get this large.",
    ]
    assert "入れ子の深さ 10,000段" in raised.value.text("ja")


def test_what_is_within_a_limit_passes() -> None:
    """The limit itself is allowed."""
    hold(limits.LINES, limits.LINES.most, "page")


def test_every_limit_has_both_languages() -> None:
    """Name, unit and advice are told in Japanese and English."""
    found = [getattr(limits, name) for name in limits.__all__]
    rows = [limit for limit in found if isinstance(limit, Limit)]
    assert len(rows) > 10
    assert [row for row in rows if not all((*row.name, *row.unit, *row.todo, row.most))] == []


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """The size is looked at first: 200 MB are refused at once."""
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(InputError, match="size of the file, 209,715,200 bytes"):
        read_file(path)


def test_html_that_is_too_large_is_refused() -> None:
    """As are text and CSV."""
    data = b"a" * (16 * 1024 * 1024 + 1)
    assert "size of the HTML" in refused(data, "page.html")
    assert "size of the text" in refused(data, "page.txt")
    assert "size of the text" in refused(data, "page.csv")


@pytest.mark.parametrize("tags", [b"<table><tr><td>", b"<div>", b"<b>", b"<dl><dd>", b"<span hidden>"])
def test_nesting_without_end_is_refused(tags: bytes) -> None:
    """10,000 nested tables meet the limit of depth."""
    assert "nesting depth" in refused(b"<html>" + tags * 10_000, "page.html")


def test_elements_without_end_are_refused() -> None:
    """A page of half a million elements is no page."""
    assert "number of HTML elements" in refused(b"<html><p>a" + b"<br>" * 400_001, "page.html")


def test_spans_without_end_are_bounded() -> None:
    """rowspan=100000 and colspan=1000000000 reach to the end of the table."""
    page = read_container(
        b"<table><tr><td rowspan=100000 colspan=1000000000>a<td>b<tr><td>c</table>", "page.html"
    )
    assert max(len(row) for row in page.tables[0].grid()) <= 1_001


@pytest.mark.parametrize(
    "html",
    [
        b"<table>" + b"<tr><td colspan=1000>a" * 1_000,
        b"<table><tr>" + b"<td rowspan=65534 colspan=1000>a" * 500 + b"<tr><td>b" * 50_000,
        b"<table>" + b"<tr><td rowspan=100000>a" * 5_000,
        b"<table><tr>" + b"<td>a" * 20_000 + b"<tr><td>b" * 20_000,
    ],
)
def test_grids_without_end_are_refused(html: bytes) -> None:
    """However rows and spans multiply, the grid is held to its limit."""
    assert "number of table cells" in refused(b"<html>" + html, "page.html")


@pytest.mark.parametrize("name", ["page.txt", "page.csv", "page.html"])
def test_a_line_without_end_is_refused(name: str) -> None:
    """A line of a million characters is no line."""
    assert "length of a line" in refused(b"a" * 1_000_001, name)


@pytest.mark.parametrize("name", ["page.txt", "page.csv"])
def test_lines_without_end_are_refused(name: str) -> None:
    """As are lines by the hundred thousand."""
    assert "number of lines" in refused(b"a\n" * 400_001, name)


def test_cells_without_end_are_refused() -> None:
    """In CSV and in tables of pipes and tabs."""
    assert "number of table cells" in refused((b"a," * 3_000 + b"a\n") * 201, "list.csv")
    assert "number of table cells" in refused((b"|a" * 3_000 + b"|\n") * 201, "page.txt")
    assert "number of table cells" in refused((b"a\t" * 3_000 + b"a\n") * 201, "page.txt")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """By the size that its directory tells, and by its ratio."""
    assert "size of the XLSX unpacked" in refused(workbook(" " * 101_000_000), "list.xlsx")
    assert "compression ratio" in refused(workbook(" " * 20_000_000), "list.xlsx")


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    """No more is unpacked than the directory tells, and then the sum is wrong."""
    data = workbook("<sheetData><row><c><v>1</v></c></row></sheetData>" + " " * 3_000_000)
    size = len(SHEET.format("<sheetData><row><c><v>1</v></c></row></sheetData>" + " " * 3_000_000))
    lying = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert "cannot be read" in refused(lying, "list.xlsx")


def test_a_workbook_of_parts_without_end_is_refused() -> None:
    """5,000 parts are more than any workbook has."""
    more = {f"xl/x{number}.bin": "" for number in range(5_000)}
    assert "number of files in the XLSX" in refused(workbook("", **more), "list.xlsx")


def test_elements_of_a_workbook_without_end_are_refused() -> None:
    """Cells and shared strings that are small in number of bytes alone."""
    strings = "<sst>" + "".join(f"<si><t>{number % 977}</t></si>" for number in range(800_000)) + "</sst>"
    assert "number of XML elements" in refused(workbook("", strings), "list.xlsx")


def test_entities_of_a_workbook_are_refused() -> None:
    """A document type has no place in a workbook, so no entity can swell."""
    bomb = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    assert "cannot be read" in refused(workbook("", bomb), "list.xlsx")


@pytest.mark.parametrize(
    ("sheet", "shown"),
    [
        ('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>', ["a", "1"]),
        ('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>', ["a", "\t" * 16_383 + "1"]),
        (f'<sheetData><row><c r="A1"><v>1</v></c></row></sheetData>{WIDEST}', ["a", "1"]),
    ],
)
def test_the_corners_of_a_sheet_are_reached(sheet: str, shown: list[str]) -> None:
    """A single cell far away costs no more than its place."""
    assert [line.text for line in read_container(workbook(sheet), "list.xlsx").lines] == shown


def test_a_wide_sheet_is_refused() -> None:
    """Cells in the last column of many rows make a grid beyond the limit."""
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 60))
    assert "number of table cells" in refused(workbook(f"<sheetData>{rows}</sheetData>"), "list.xlsx")


def test_many_merged_cells_take_no_more_time_than_there_are() -> None:
    """Ranges are found among the rows without looking at each row for each range."""
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 20_000
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 20_001))
    page = read_container(
        workbook(f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>"), "list.xlsx"
    )
    assert {len(row) for row in page.tables[0].rows} == {1}
