"""Tables flattened to text."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Field, Lexicon, Line
from saisei_lod.reading.structures.flattened_table import find_flattened_tables

Lines = Callable[[str], Sequence[Line]]
HEADER = "認定年月日\n(認定回)\n作成主体\n計画の名称\n計画の概要\n支援措置\n"
ROW = "令和3年3月30日\n(第59回)\n花巻市 海の計画(PDF形式) 海を生かす。\n"


def rows(found: object) -> list[tuple[int, int]]:
    """Return the lines of each notice."""
    return [notice.lines for notice in found.notices]  # type: ignore[attr-defined]


def test_each_day_of_a_certification_begins_a_row(lines: Lines, lexicon: Lexicon) -> None:
    """Rows reach from their day to the line before the next."""
    found = find_flattened_tables(lines(HEADER + ROW + "\n" + ROW), lexicon)
    assert rows(found) == [(7, 9), (11, 13)]
    assert [found.uses[number].name for number in range(1, 7)] == ["columns"] * 6


@pytest.mark.parametrize(
    "summary",
    [
        "海は\n令和2年3月30日\nに開けた。",
        "海は\n令和2年3月30日の調査で分かった。",
        "海は\n令和2年3月30日に(第3回)分かった。",
        "海は\n令和元年度に開けた。",
    ],
)
def test_a_day_within_a_summary_begins_no_row(lines: Lines, lexicon: Lexicon, summary: str) -> None:
    """A summary broken before a day goes on behind it."""
    found = find_flattened_tables(
        lines(f"{HEADER}令和3年3月30日\n(第59回)\n花巻市 海の計画(PDF形式) {summary}"), lexicon
    )
    assert len(found.notices) == 1


def test_a_change_begins_no_row(lines: Lines, lexicon: Lexicon) -> None:
    """※令和2年8月21日変更認定 belongs to the row above."""
    text = f"{HEADER}令和2年3月30日\n(第55回)\n※令和2年8月21日変更認定\n花巻市 海の計画(PDF形式) 海を生かす。"
    assert rows(find_flattened_tables(lines(text), lexicon)) == [(7, 10)]


def test_a_heading_or_control_behind_the_rows_ends_the_table(lines: Lines, lexicon: Lexicon) -> None:
    """Lines behind the end are left over."""
    for end in ("終了した計画", "ページの先頭へ", "関連する計画一覧"):
        found = find_flattened_tables(lines(f"{HEADER}{ROW}{end}\n別の行"), lexicon)
        assert rows(found) == [(7, 9)]


def test_a_title_that_looks_like_a_heading_ends_nothing(lines: Lines, lexicon: Lexicon) -> None:
    """Before a row has its text, 実施中の計画 on a line of its own is its title."""
    text = f"{HEADER}令和3年3月30日\n(第59回)\n花巻市\n海辺で実施中の計画\n海を生かす。"
    found = find_flattened_tables(lines(text), lexicon)
    title = found.notices[0].first(Field.TITLE)
    assert title is not None
    assert title.text == "海辺で実施中の計画"


def test_two_tables_have_their_own_columns(lines: Lines, lexicon: Lexicon) -> None:
    """A second header begins a second table."""
    text = f"{HEADER}{ROW}認定日 計画名 概要\nR2.3.30 (第55回)\n山の計画(PDF形式) 山を生かす。"
    found = find_flattened_tables(lines(text), lexicon)
    assert [Field.MAKERS in notice.columns for notice in found.notices] == [True, False]


@pytest.mark.parametrize(
    "header",
    [
        "認定年月日\n計画の名称\n",
        "計画の名称\n認定年月日\n計画の概要\n",
        "認定年月日\n作成主体\n計画の概要\n",
        "認定年月日\n計画の名称\n計画名\n計画の概要\n",
        "認定年月日\n計画の名称\n計画の概要\n作成主体\n",
        "認定年月日\n計画の名称\n備考\n",
    ],
)
def test_columns_that_cannot_be_told_apart_are_no_table(lines: Lines, lexicon: Lexicon, header: str) -> None:
    """Too few columns, no day in front, no title, one twice, or cells behind the summary."""
    assert find_flattened_tables(lines(header + ROW), lexicon).notices == ()


def test_a_column_word_may_be_broken(lines: Lines, lexicon: Lexicon) -> None:
    """A narrow header cell breaks 地域再生計画の名称 in two."""
    header = HEADER.replace("計画の名称", "地域再生計\n画の名称")
    assert rows(find_flattened_tables(lines(header + ROW), lexicon)) == [(8, 10)]


def test_a_broken_day_begins_its_row(lines: Lines, lexicon: Lexicon) -> None:
    """A day over two lines is one day."""
    found = find_flattened_tables(lines(HEADER + ROW + ROW.replace("3月30日", "3月\n30日")), lexicon)
    assert rows(found) == [(7, 9), (10, 13)]
