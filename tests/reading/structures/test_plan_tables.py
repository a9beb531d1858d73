"""Tables with a plan in each row."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.model import Field
from saisei_lod.reading.structures.plan_tables import find_plan_tables

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]


def table(*rows: str, head: str = "認定日|計画名|作成主体|支援措置") -> str:
    """Return an HTML table whose cells are divided by bars."""
    made = [f"<tr><th>{head.replace('|', '</th><th>')}</th></tr>"]
    made += [f"<tr><td>{row.replace('|', '</td><td>')}</td></tr>" for row in rows]
    return f"<table>{''.join(made)}</table>"


def test_columns_may_stand_in_any_order(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Each cell goes to the field that the word over it names; a row number goes nowhere."""
    found = find_plan_tables(
        page(
            table(
                "7|道整備交付金|海の計画|R2.3.30(第55回)|花巻市",
                head="番号|支援措置|名称|認定年月日(認定回)|作成主体",
            )
        ),
        (),
        lexicon,
    )
    assert [words(notice) for notice in found.notices] == [
        {
            "schemes": ["道整備交付金"],
            "title": ["海の計画"],
            "certification": ["R2.3.30(第55回)"],
            "makers": ["花巻市"],
        }
    ]


def test_a_ditto_mark_is_the_cell_above_and_says_so(page: Page, lexicon: Lexicon, words: Words) -> None:
    """〃 and 同上 give the words of the row above, with the mark kept."""
    body = table("R2.3.30|海の計画|花巻市|道整備交付金", "〃|山の計画|同上|ー", "同上|川の計画|〃|なし")
    notices = find_plan_tables(page(body), (), lexicon).notices
    assert [words(notice)["certification"] for notice in notices] == [["R2.3.30"]] * 3
    assert [words(notice).get("schemes") for notice in notices] == [["道整備交付金"], None, None]
    assert {field: mark.text for field, mark in notices[2].repeated.items()} == {
        Field.CERTIFICATION: "同上",
        Field.MAKERS: "〃",
    }


def test_a_ditto_mark_with_nothing_above_is_unclear(page: Page, lexicon: Lexicon, words: Words) -> None:
    """The first row repeats nothing."""
    notices = find_plan_tables(page(table("〃|海の計画|花巻市|-")), (), lexicon).notices
    assert words(notices[0])["unclear"] == ["〃"]


def test_a_cell_over_several_rows_belongs_to_each(page: Page, lexicon: Lexicon, words: Words) -> None:
    """A merged maker counts for each plan; a merged title makes its rows one plan."""
    body = (
        "<table><tr><th>作成主体</th><th>計画名</th><th>変更認定日</th></tr>"
        "<tr><td rowspan=3>花巻市</td><td>海の計画</td><td>R2.3.30</td></tr>"
        "<tr><td rowspan=2>山の計画</td><td>R3.3.30</td></tr><tr><td>R4.3.30</td></tr></table>"
    )
    notices = find_plan_tables(page(body), (), lexicon).notices
    assert [words(notice)["makers"] for notice in notices] == [["花巻市"], ["花巻市"]]
    assert words(notices[1])["amendments"] == ["R3.3.30", "R4.3.30"]


def test_a_header_may_have_two_rows(page: Page, lexicon: Lexicon, words: Words) -> None:
    """A word over two columns joins the words below it; a round goes with the day of its change."""
    body = (
        "<table><tr><th rowspan=2>計画名</th><th colspan=2>当初認定</th><th colspan=2>変更認定</th></tr>"
        "<tr><th>回</th><th>年月日</th><th>回</th><th>年月日</th></tr>"
        "<tr><td>海の計画</td><td>第55回</td><td>R2.3.30</td><td>第59回</td><td>R3.3.30</td></tr></table>"
    )
    notices = find_plan_tables(page(body), (), lexicon).notices
    assert words(notices[0]) == {
        "title": ["海の計画"],
        "round": ["第55回"],
        "certification": ["R2.3.30"],
        "amendments": ["R3.3.30第59回"],
    }


def test_a_row_of_one_cell_is_a_heading_for_the_rows_below(
    page: Page, lexicon: Lexicon, words: Words
) -> None:
    """A status, or the round of the plans; sums at the end are no plan."""
    body = (
        "<table><tr><th>計画名</th><th>作成主体</th><th>支援措置</th></tr>"
        "<tr><td colspan=3>第55回認定(令和2年3月30日)</td></tr><tr><td>海の計画</td><td>花巻市</td><td>-</td></tr>"
        "<tr><td colspan=3>終了した計画</td></tr><tr><td>山の計画</td><td>花巻市</td><td>-</td></tr>"
        "<tr><td>合計</td><td>2件</td><td></td></tr></table>"
    )
    first, second = find_plan_tables(page(body), (), lexicon).notices
    assert (words(first)["round"], words(first)["certification"]) == (["第55回認定"], ["令和2年3月30日"])
    assert second.heading is not None
    assert (second.heading.text, "round" in words(second)) == ("終了した計画", False)


@pytest.mark.parametrize("head", ["年度|金額|備考|担当", "名称|所管|電話|住所", "支援措置|所管|概要|根拠"])
def test_other_tables_are_left_alone(page: Page, lexicon: Lexicon, head: str) -> None:
    """A table without a column of titles, or with nothing that plans have, is none of plans."""
    assert find_plan_tables(page(table("1|2|3|4", head=head)), (), lexicon).notices == ()


def test_words_under_an_unknown_column_are_unclear(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Nothing is dropped without a finding."""
    body = table("R2.3.30|海の計画|良好", head="認定日|計画名|天候")
    assert words(find_plan_tables(page(body), (), lexicon).notices[0])["unclear"] == ["良好"]
