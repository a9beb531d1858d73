"""Tables for terminals."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.querying.table import as_table, columns_of, padded


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("plan", 4), ("計画", 4), ("ｶﾅ", 2), ("ＡＢ", 4), ("か\u3099", 2), ("…", 1), ("①", 1)],
)
def test_the_columns_of_a_text(text: str, columns: int) -> None:
    """Wide characters take two columns, narrow ones one, combining marks none."""
    assert columns_of(text) == columns


def test_columns_are_laid_out_by_their_width() -> None:
    """Japanese and English cells stand in line; numbers to the right; nothing follows the last cell."""
    table = as_table(["計画", "n"], [["長井市の計画", "7"], ["x", "12"]])
    assert table.splitlines() == [
        "計画           n",
        "------------  --",
        "長井市の計画   7",
        "x             12",
    ]


def test_headings_without_rows_are_a_table() -> None:
    """A table of nothing has its headings and its rule."""
    assert as_table(["a", "計画"], []) == "a  計画\n-  ----\n"


def test_a_table_without_columns_is_empty_lines() -> None:
    """A query may project nothing at all."""
    assert as_table([], [[]]).strip() == ""


def test_the_widest_columns_are_cut_to_the_terminal() -> None:
    """Cells are cut with a mark, also between the halves of a wide character."""
    rows = [["あ" * 40, "short"], ["b" * 60, ""]]
    lines = as_table(["one", "two"], rows, width=40).splitlines()
    assert max(map(columns_of, lines)) <= 40
    assert lines[2].startswith("あ" * 16 + "…")


def test_a_terminal_that_is_too_narrow_gets_narrow_columns() -> None:
    """Columns keep some width, however small the terminal."""
    assert as_table(["one"], [["x" * 30]], width=3).splitlines()[2] == f"{'x' * 11}…"


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\nb", "a\u202eb", "a\u2028b", "a\x00b", "a\x9bb"])
def test_data_does_not_steer_the_terminal(text: str) -> None:
    """Control characters and turns of the writing direction become spaces."""
    shown = as_table(["c"], [[text]]).splitlines()[2]
    assert shown.startswith("a ")
    assert shown.isprintable()


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=4), st.integers(30, 80))
def test_every_line_fits(rows: list[list[str]], width: int) -> None:
    """Whatever the cells hold, a line a row, none wider than the terminal."""
    lines = as_table(["a", "b"], rows, width).split("\n")
    assert len(lines) == len(rows) + 3
    assert all(columns_of(line) <= width for line in lines)


@given(st.text(), st.integers(0, 50))
def test_padding_reaches_the_width(text: str, more: int) -> None:
    """A padded text takes the columns asked for."""
    normal = unicodedata.normalize("NFC", text)
    assert columns_of(padded(normal, columns_of(normal) + more)) == columns_of(normal) + more
