"""CSV and TSV: rows of cells, which are runs within the file's own lines."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.reading import PageText, Piece
from saisei_lod.reading.containers.delimited import read_delimited


def rows(page: PageText) -> list[list[str]]:
    """Return the texts of the cells of the table, the lines of each with their breaks."""
    return [[cell.part.lines_text if cell.part else "" for cell in row] for row in page.tables[0].rows]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    """The one that cuts all rows evenly, though others stand in cells."""
    text = f"名称{delimiter}区域\n甲,乙{delimiter}x;y\n丙{delimiter}z\n"
    if delimiter != "\t":
        text = text.replace("甲,乙", '"甲,乙"').replace("x;y", '"x;y"')
    assert rows(read_delimited(text.encode(), "a.csv"))[1] == ["甲,乙", "x;y"]


def test_a_cell_tells_its_place_in_the_file() -> None:
    """Quotes and spaces around a cell are none of it; lines and columns are those of the file."""
    page = read_delimited('番号,名称\r\n1, "x" \r\n\r\n2,"一行\r\n 二行"\r\n'.encode(), "a.csv")
    cells = [[cell.pieces for cell in row] for row in page.tables[0].rows]
    assert cells[1] == [(Piece("1", 2, 0),), (Piece("x", 2, 4),)]
    assert cells[2] == [(Piece("2", 4, 0),), (Piece("一行", 4, 3), Piece("二行", 5, 1))]


def test_a_doubled_quote_is_printed_once() -> None:
    """The cell's pieces leave the second quote out."""
    (row,) = read_delimited('"「A""B""」",x'.encode(), "a.csv").tables[0].rows
    assert row[0].pieces == (Piece('「A"', 1, 1), Piece('B"', 1, 5), Piece("」", 1, 8))
    assert row[0].part is not None
    assert row[0].part.text == '「A"B"」'


def test_a_quote_that_is_never_closed_is_a_character() -> None:
    """The rows behind it are not lost."""
    assert rows(read_delimited(b'a,b\n"c,d\ne,f', "a.csv")) == [["a", "b"], ['"c', "d"], ["e", "f"]]


def test_characters_behind_a_closing_quote_are_kept() -> None:
    """Found by fuzzing: such a cell has line breaks too, and its quotes as they are printed."""
    page = read_delimited(b'a,b\nc,"d\ne"f', "a.csv")
    assert page.tables[0].rows[1][1].pieces == (Piece('"d', 2, 2), Piece('e"f', 3, 0))


def test_empty_cells_at_the_end_and_blank_rows_are_left_out() -> None:
    """Spreadsheet programs write many of them."""
    assert rows(read_delimited(b"a,,b,,\n,,,\n,c\n", "a.csv")) == [["a", "", "b"], ["", "c"]]


def test_a_list_of_one_column_is_no_table() -> None:
    """Its lines are all that there is."""
    assert read_delimited("計画\n計画2".encode(), "a.csv").tables == ()


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8-sig", "utf-8"), ("cp932", "cp932"), ("utf-16", "utf-16-le")]
)
def test_the_encodings_of_spreadsheets_are_known(encoding: str, name: str) -> None:
    """Excel saves CSV in Shift_JIS, UTF-8 with a mark, or UTF-16 with tabs."""
    page = read_delimited("計画の名称\t認定日\n①㈱\t令和2年".encode(encoding), "a.csv")
    assert (page.encoding, rows(page)[1]) == (name, ["①㈱", "令和2年"])


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"\t\t\n"])
def test_a_table_without_text_is_refused(data: bytes) -> None:
    """An empty file is an error that names it."""
    with pytest.raises(InputError, match=r"a\.csv"):
        read_delimited(data, "a.csv")


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('計a," \n'), max_size=5), min_size=2, max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_what_the_csv_module_writes_is_read(table: list[list[str]]) -> None:
    """Cells come back with their words; each piece stands where it says."""
    written = io.StringIO()
    csv.writer(written).writerows([["a", "b", "c", "d"], *table])
    page = read_delimited(written.getvalue().encode(), "a.csv")
    numbers = {line.number: line.text for line in page.lines}
    for row in page.tables[0].rows:
        for piece in (piece for cell in row for piece in cell.pieces):
            assert numbers[piece.line][piece.column :].startswith(piece.text)
    expected = [["".join(cell.split()) for cell in row] for row in table if any(cell.strip() for cell in row)]
    read = [["".join(cell.split()) for cell in row] for row in rows(page)[1:]]
    assert [row + [""] * (4 - len(row)) for row in read] == [row + [""] * (4 - len(row)) for row in expected]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text leads to another error."""
    try:
        page = read_delimited(text.encode("utf-8", "replace"), "a.csv")
    except InputError:
        return
    assert page.lines
