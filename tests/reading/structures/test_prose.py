"""Prose that tells of plans."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.structures.prose import find_prose

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]
ONE = (
    "花巻市が作成した地域再生計画「海の計画」は、令和2年3月30日に認定(第55回)を受け、同年8月21日に変更の認定を受けました。"
    "計画期間は令和2年4月1日から令和5年3月31日までで、道整備交付金を活用します。"
)


def test_a_sentence_tells_all_of_a_plan(page: Page, lexicon: Lexicon, words: Words) -> None:
    """同年 stands for the year of the day before it."""
    assert [words(notice) for notice in find_prose(page(f"<p>{ONE}</p>"), (), lexicon).notices] == [
        {
            "title": ["海の計画"],
            "certification": ["令和2年3月30日(第55回)"],
            "amendments": ["令和2年8月21日"],
            "period": ["令和2年4月1日から令和5年3月31日まで"],
            "schemes": ["道整備交付金"],
            "makers": ["花巻市"],
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        "「海の計画」の認定を令和2年5月に申請する予定です。",
        "「海の計画」を作りました。令和2年3月30日に会議をしました。",
        "「海の祭り」が令和2年3月30日に認定を受けました。",
        "「海市中心市街地活性化基本計画」が令和2年3月30日に認定を受けました。",
    ],
)
def test_prose_without_a_certified_plan_tells_of_none(page: Page, lexicon: Lexicon, text: str) -> None:
    """Plans to come, other plans, and titles without a certification in their sentence."""
    assert find_prose(page(f"<p>{text}</p>"), (), lexicon).notices == ()
