"""Columns under unknown words: their values tell what they hold, or nobody does."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.structures.plan_tables import find_plan_tables

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]


def table(head: str, *rows: str) -> str:
    """Return a table with a header; cells stand between bars."""
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return "<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head.split("|")) + f"</tr>{lines}</table>"


def test_days_with_rounds_are_certifications(page: Page, lexicon: Lexicon, words: Words) -> None:
    """A day with its round is that of a certification, whatever the word over it."""
    body = table(
        "計画名|いつ決まったか|期間", "海の計画|令和2年3月30日(第55回)|令和2年度", "山の計画|〃|令和2年度"
    )
    found = find_plan_tables(page(body), (), lexicon).notices
    assert [words(notice)["certification"] for notice in found] == [["令和2年3月30日(第55回)"]] * 2


@pytest.mark.parametrize("word", ["申請した日", "公表日", "いつから"])
def test_a_day_alone_under_another_word_is_unclear(
    page: Page, lexicon: Lexicon, words: Words, word: str
) -> None:
    """Days of other deeds are no certifications."""
    body = table(f"計画名|{word}|計画期間", "海の計画|令和2年3月30日|令和2年度")
    found = words(find_plan_tables(page(body), (), lexicon).notices[0])
    assert (found.get("certification"), found["unclear"]) == (None, ["令和2年3月30日"])


def test_labels_of_schemes_are_schemes(page: Page, lexicon: Lexicon, words: Words) -> None:
    """A column of nothing but schemes holds schemes."""
    body = table(
        "計画名|財布|計画期間",
        "海の計画|地方創生推進交付金|令和2年度",
        "山の計画|企業版ふるさと納税|令和3年度",
    )
    found = find_plan_tables(page(body), (), lexicon).notices
    assert [words(notice)["schemes"] for notice in found] == [["地方創生推進交付金"], ["企業版ふるさと納税"]]


def test_names_of_plans_are_titles(page: Page, lexicon: Lexicon, words: Words) -> None:
    """A table without a word for titles has them where nearly all values end as names of plans do."""
    body = table(
        "認定日|何の話か|計画期間", "R2.3.30|海の計画|令和2年度", "R3.3.30|山のプロジェクト|令和3年度"
    )
    found = find_plan_tables(page(body), (), lexicon).notices
    assert [words(notice)["title"] for notice in found] == [["海の計画"], ["山のプロジェクト"]]


def test_projects_of_a_plan_are_no_plans(page: Page, lexicon: Lexicon) -> None:
    """A column of 事業名 holds projects, even of names that end so."""
    body = table("事業名|交付金|計画期間", "海の計画|地方創生推進交付金|令和2年度")
    assert find_plan_tables(page(body), (), lexicon).notices == ()
