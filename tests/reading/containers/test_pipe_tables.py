"""Tables drawn within plain text by pipes or tabs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.reading import Piece
from saisei_lod.reading.containers.plain_text import read_text
from saisei_lod.reading.model import Table


def tables(text: str) -> tuple[Table, ...]:
    """Return the tables of a text."""
    return read_text(text.encode(), "page.txt").tables


def texts(table: Table) -> list[list[str]]:
    """Return the texts of the cells of a table."""
    return [[cell.part.lines_text if cell.part else "" for cell in row] for row in table.rows]


def test_a_ruled_table_has_a_header() -> None:
    """The row above the rule is the header; the rule is told apart; places are those of the text."""
    (table,) = tables("前\n\n| No. | 名称 |\n|----:|:----|\n| 1 | 甲 |\n| 2 |  |\n\n後")
    assert texts(table) == [["No.", "名称"], ["1", "甲"], ["2", ""]]
    assert [[cell.is_header for cell in row] for row in table.rows] == [
        [True, True],
        [False, False],
        [False, False],
    ]
    assert (table.rules, table.rows[1][1].pieces) == ((4,), (Piece("甲", 5, 6),))


@pytest.mark.parametrize(
    "text",
    [
        "|名称|日|\n|甲|乙|",
        "名称 | 日\n--- | ---\n甲 | 乙",
        "｜名称｜日｜\n｜甲　｜乙｜",
        "┌──┬──┐\n│名称│日│\n├──┼──┤\n│甲　│乙│\n└──┴──┘",
        "+----+----+\n| 名称 | 日 |\n+====+====+\n| 甲 | 乙 |\n+----+----+",
    ],
)
def test_pipes_of_all_kinds_are_known(text: str) -> None:
    """With a rule or without, full-width, or drawn as boxes."""
    assert [texts(table) for table in tables(text)] == [[["名称", "日"], ["甲", "乙"]]]


def test_an_escaped_pipe_is_a_character() -> None:
    """As Markdown has it."""
    assert texts(tables("| a | b |\n|---|---|\n| x \\| y | z |")[0])[1] == ["x \\| y", "z"]


@pytest.mark.parametrize(
    "text",
    [
        "ホーム | 市政 | 計画\nくらし | 観光",
        "| 一行だけ |",
        "----\n題\n----",
        "計画 |",
        "a\tb",
    ],
)
def test_trails_and_lines_are_no_tables(text: str) -> None:
    """One row, or pipes between words without a rule, make no table."""
    assert tables(text) == ()


def test_rows_pasted_from_a_browser_are_cut_by_tabs() -> None:
    """A row goes on over lines until it has as many tabs as the header; its last cell until the next row."""
    text = (
        "認定日\t計画の名称\t期間\n令和2年\n(第55回)\t甲\tR2\n令和3年\t乙\n続き\tR3\nR4\n令和4年\t\tR5\n本文"
    )
    (table,) = tables(text)
    assert texts(table) == [
        ["認定日", "計画の名称", "期間"],
        ["令和2年\n(第55回)", "甲", "R2"],
        ["令和3年", "乙\n続き", "R3\nR4"],
        ["令和4年", "", "R5"],
    ]
    assert table.rows[1][1].pieces == (Piece("甲", 3, 7),)


def test_blank_lines_may_stand_between_rows_of_tabs() -> None:
    """Some browsers leave one behind each row."""
    assert texts(tables("a\tb\n\nc\td")[0]) == [["a", "b"], ["c", "d"]]


def test_tables_come_in_the_order_of_their_lines() -> None:
    """Tables of tabs and of pipes follow each other."""
    found = tables("a\tb\nc\td\n\n|e|f|\n|g|h|\n\ni\tj\tm\nk\tl\tn")
    assert [texts(table)[0][0] for table in found] == ["a", "e", "i"]


@given(st.text(st.sampled_from("計 \t\n|-+=:\\│─"), max_size=80))
def test_any_text_is_cut_in_place(text: str) -> None:
    """Each piece stands where it says, and no piece twice."""
    page = read_text((text + "。").encode(), "page.txt")
    numbers = {line.number: line.text for line in page.lines}
    pieces = [piece for table in page.tables for row in table.rows for cell in row for piece in cell.pieces]
    assert all(numbers[piece.line][piece.column :].startswith(piece.text) for piece in pieces)
    assert len({(piece.line, piece.column) for piece in pieces}) == len(pieces)
    assert all(rule in numbers for table in page.tables for rule in table.rules)
