"""Tables of HTML: merged cells, header cells, captions, tables in tables and tables of layout."""

import pytest

from saisei_lod.reading.containers.html_page import read_html
from saisei_lod.reading.model import Table


def tables(html: str) -> tuple[Table, ...]:
    """Return the tables of a page."""
    return read_html(f"<meta charset=utf-8><p>.</p>{html}".encode(), "page.html").tables


def grid(html: str) -> list[list[str]]:
    """Return the texts of the grid of the first table."""
    return [[cell.part.lines_text if cell.part else "" for cell in row] for row in tables(html)[0].grid()]


def test_rows_hold_cells_in_order() -> None:
    """A cell's paragraphs are its pieces; an empty cell has none."""
    assert grid("<table><tr><th>名<th>日<tr><td>甲<br>乙<td></table>") == [["名", "日"], ["甲\n乙", ""]]


def test_merged_cells_stand_in_every_place_that_they_span() -> None:
    """Rowspan and colspan push later cells to the right."""
    html = "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>"
    assert grid(html) == [["甲", "乙", "乙"], ["甲", "丙", "丁"]]


def test_spans_end_with_the_table() -> None:
    """A span over more rows or columns than there are is as long as they are."""
    html = "<table><tr><td rowspan=100000>甲<td colspan=1000000000>乙<tr><td>丙</table>"
    assert grid(html) == [["甲", "乙"], ["甲", "丙"]]
    assert [(cell.rows, cell.columns) for cell in tables(html)[0].rows[0]] == [(2, 1), (1, 1)]


def test_spans_end_with_their_row_group() -> None:
    """No cell of the head reaches into the body; rowspan=0 reaches to the end of the group."""
    html = "<table><thead><tr><th rowspan=9>頭<th>x<tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tbody><tr><td>乙<td>3</table>"
    assert grid(html) == [["頭", "x"], ["甲", "1"], ["甲", "2"], ["乙", "3"]]


@pytest.mark.parametrize("span", ["", "x", "-3", "1.5", "0", "１"])
def test_a_span_that_is_no_number_is_one(span: str) -> None:
    """Whatever an attribute holds, a cell spans a column at least."""
    assert grid(f"<table><tr><td colspan='{span}'>甲<td>乙</table>") == [["甲", "乙"]]


def test_header_cells_are_told() -> None:
    """A th is a header, and every cell of thead."""
    rows = tables("<table><thead><tr><td>名</thead><tr><th>甲<td>乙</table>")[0].rows
    assert [[cell.is_header for cell in row] for row in rows] == [[True], [True, False]]


def test_a_caption_is_told_by_its_lines() -> None:
    """The caption's lines belong to the table and to no cell."""
    (table,) = tables("<table><caption>終了した<br>計画</caption><tr><td>甲</td></tr><tr><td>乙</table>")
    assert table.caption == (3, 4)


def test_an_inner_table_is_a_table_of_its_own() -> None:
    """The inner one follows the outer one, whose cell holds all its lines."""
    html = "<table><tr><th>名<th>表<tr><td>甲<td>額<table><tr><td>1<td>2</table>末</table>"
    outer, inner = tables(html)
    assert [cell.part.lines_text for cell in outer.rows[1] if cell.part] == ["甲", "額\n1\n2\n末"]
    assert [cell.part.text for cell in inner.rows[0] if cell.part] == ["1", "2"]


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>左<td>{}</table>",
        "<table role=presentation><tr><th>左<td>右</table>{}",
        "<table><tr><td>{}</table>",
        "<table><tr><td><table><tr><td>左<td>{}</table></table>",
    ],
)
def test_a_table_of_layout_is_none(layout: str) -> None:
    """Cells that hold tables, a single cell, or a role say that a table only lays out the page."""
    found = tables(layout.format("<table><tr><th>名<th>日<tr><td>甲<td>乙</table>"))
    assert [[cell.part.text for cell in table.rows[0] if cell.part] for table in found] == [["名", "日"]]


def test_hidden_rows_and_cells_are_no_rows() -> None:
    """What is not shown takes no place."""
    assert grid("<table><tr><td>甲<td hidden>x<td>乙<tr style='display:none'><td>x</table>") == [["甲", "乙"]]


def test_cells_without_a_table_are_lines_alone() -> None:
    """Stray elements of tables do no harm."""
    assert tables("<td>甲<tr><th>乙</caption></table></table>") == ()
