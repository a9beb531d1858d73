"""Tables with the column words before the values."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.structures.record_tables import find_record_tables

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]


def rows(*pairs: str) -> str:
    """Return a table whose first cells are headers."""
    made = []
    for pair in pairs:
        label, *values = pair.split("|")
        made.append(f"<tr><th>{label}</th>" + "".join(f"<td>{value}</td>" for value in values) + "</tr>")
    return f"<table>{''.join(made)}</table>"


def test_a_table_may_be_one_plan(page: Page, lexicon: Lexicon, words: Words) -> None:
    """The label of a row names the field of its value."""
    body = rows("計画の名称|海の計画", "認定日|令和2年3月30日(第55回)", "実施主体|花巻市")
    assert [words(notice) for notice in find_record_tables(page(body), (), lexicon).notices] == [
        {"title": ["海の計画"], "certification": ["令和2年3月30日(第55回)"], "makers": ["花巻市"]}
    ]


def test_plans_may_stand_side_by_side(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Each column of values is a plan; 同左 repeats the one before."""
    body = rows("計画名称|海の計画|山の計画", "認定日|R2.3.30|同左", "認定回|第55回|第56回")
    notices = find_record_tables(page(body), (), lexicon).notices
    assert [words(notice)["title"] for notice in notices] == [["海の計画"], ["山の計画"]]
    assert [words(notice)["certification"] for notice in notices] == [["R2.3.30"], ["R2.3.30"]]
    assert [words(notice)["round"] for notice in notices] == [["第55回"], ["第56回"]]


def test_a_label_that_comes_again_begins_the_next_plan(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Plans may stand one below the other in one table."""
    body = rows("計画名|海の計画", "認定日|R2.3.30", "計画名|山の計画", "認定日|R3.3.30")
    notices = find_record_tables(page(body), (), lexicon).notices
    assert [(words(notice)["title"], words(notice)["certification"]) for notice in notices] == [
        (["海の計画"], ["R2.3.30"]),
        (["山の計画"], ["R3.3.30"]),
    ]


@pytest.mark.parametrize(("over", "title"), [("海の計画", ["海の計画"]), ("地域再生計画について", None)])
def test_the_title_may_be_the_heading_over_the_table(
    page: Page, lexicon: Lexicon, words: Words, over: str, title: list[str] | None
) -> None:
    """A heading right above names the plan, unless it speaks of plans in general."""
    body = f"<h3>{over}</h3>" + rows("認定日|R2.3.30", "計画期間|令和2年度から令和4年度")
    notices = find_record_tables(page(body), (), lexicon).notices
    assert [words(notice).get("title") for notice in notices] == [title]


def test_two_pairs_may_stand_in_one_row(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Label and value, label and value."""
    body = (
        "<table><tr><th>計画名</th><td>海の計画</td><th>認定日</th><td>R2.3.30</td></tr>"
        "<tr><th>作成主体</th><td>花巻市</td><th>認定回</th><td>第55回</td></tr></table>"
    )
    assert words(find_record_tables(page(body), (), lexicon).notices[0]) == {
        "title": ["海の計画"],
        "certification": ["R2.3.30"],
        "makers": ["花巻市"],
        "round": ["第55回"],
    }


def test_a_table_of_other_words_is_none(page: Page, lexicon: Lexicon) -> None:
    """An address book is no plan."""
    assert (
        find_record_tables(page(rows("住所|花巻市", "電話|0198", "名称|市役所")), (), lexicon).notices == ()
    )
