"""The plan document itself, with its indicators and sums."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, read_page
from saisei_lod.reading.containers.plain_text import read_text
from saisei_lod.reading.structures.plan_document import find_plan_document

Words = Callable[[Notice], dict[str, list[str]]]
TEXT = """地域再生計画
1 地域再生計画の名称
 海の計画
2 地域再生計画の作成主体の名称
 花巻市
3 地域再生計画の区域
 花巻市の全域
4 地域再生計画の目標
 KPI 申請時 令和2年度 令和3年度
 利用者(人) 120 200 1,300
5 地域再生を図るために行う事業
 5-1 全体の概要
 ○ 地方創生推進交付金(内閣府):【A3007】
 令和2年度 24,500千円
 総事業費 2億4,500万円
6 計画期間
 認定の日から令和5年3月31日まで
7 目標の達成状況に係る評価に関する事項
 毎年度8月
"""


def test_the_sections_of_the_form_hold_one_plan(lexicon: Lexicon, words: Words) -> None:
    """Title, makers, area and period stand in sections 1, 2, 3 and 6; measures and sums in 5."""
    page = read_text(TEXT.encode(), "plan.txt")
    notice = find_plan_document(page, (), lexicon).notices[0]
    assert words(notice) == {
        "title": ["海の計画"],
        "makers": ["花巻市"],
        "coverage": ["花巻市の全域"],
        "schemes": ["地方創生推進交付金"],
        "amounts": ["24,500千円", "2億4,500万円"],
        "period": ["認定の日から令和5年3月31日まで"],
    }
    assert [part.label for parts in notice.parts.values() for part in parts if part.label] == [
        "令和2年度",
        "総事業費",
    ]


def test_indicators_of_a_copied_table_are_read_by_their_header(lexicon: Lexicon) -> None:
    """As many values as the header has words for."""
    notice = find_plan_document(read_text(TEXT.encode(), "plan.txt"), (), lexicon).notices[0]
    assert [
        (one.name.text, [(year.text, value.text) for year, value in one.values]) for one in notice.indicators
    ] == [("利用者(人)", [("申請時", "120"), ("令和2年度", "200"), ("令和3年度", "1,300")])]


def test_every_line_of_the_document_has_a_use(lexicon: Lexicon) -> None:
    """The plan's own prose is named so."""
    assert read_page(TEXT.encode(), name="plan.txt", lexicon=lexicon).coverage.unclear == 0


@pytest.mark.parametrize("cut", ["1 地域再生計画の名称", "2 地域再生計画の作成主体の名称", "6 計画期間"])
def test_without_its_sections_a_text_is_no_plan_document(lexicon: Lexicon, cut: str) -> None:
    """Sections 1, 2 and 6 must be there."""
    page = read_text(TEXT.replace(cut, "").encode(), "plan.txt")
    assert find_plan_document(page, (), lexicon).notices == ()


def test_a_table_of_indicators_goes_to_the_plan_that_its_heading_names(lexicon: Lexicon) -> None:
    """Of two plans the one whose title the heading holds; a table under no title stays a finding."""
    body = (
        "<h1>地域再生計画</h1><table><tr><th>計画名</th><th>認定日</th></tr><tr><td>海の計画</td><td>R2.3.30</td></tr>"
        "<tr><td>山の計画</td><td>R2.3.30</td></tr></table><h2>山の計画の数値目標</h2><table><tr><th>指標</th><th>単位</th>"
        "<th>基準年度(平成27年度)</th><th>最終目標(令和2年度)</th></tr><tr><td>利用者</td><td>人</td><td>1</td><td>2</td></tr></table>"
    )
    page = read_page(f"<!DOCTYPE html><body>{body}</body>".encode(), name="page.html", lexicon=lexicon)
    assert [[one.name.text for one in notice.indicators] for notice in page.notices] == [[], ["利用者"]]
