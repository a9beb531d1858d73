"""Rounds that headings state for the plans below them."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, read_page
from saisei_lod.reading.structures.round_context import is_round_heading

Words = Callable[[Notice], dict[str, list[str]]]


def read(body: str, lexicon: Lexicon) -> tuple[Notice, ...]:
    """Return the notices of an HTML page."""
    return read_page(
        f"<!DOCTYPE html><body>{body}</body>".encode(), name="page.html", lexicon=lexicon
    ).notices


def test_a_round_of_a_change_is_no_first_round(lexicon: Lexicon, words: Words) -> None:
    """第73回変更認定 over a plan, with the day below it, is a change of the plan."""
    body = (
        "<h2>第73回変更認定</h2><p>変更認定年月日:令和7年3月31日</p><h3>海の計画</h3>"
        "<p>当初認定年月日:令和4年3月30日(第63回認定)</p>"
    )
    notice = read(body, lexicon)[0]
    assert words(notice)["certification"] == ["令和4年3月30日(第63回認定)"]
    assert words(notice)["amendments"] == ["令和7年3月31日第73回変更認定"]


def test_a_press_release_states_the_day_once(lexicon: Lexicon, words: Words) -> None:
    """The day of a section of its own goes to the plans of the round."""
    body = (
        "<h2>1.認定が行われた地域再生計画(第54回認定)</h2><table><tr><th>番号</th><th>作成主体名</th>"
        "<th>地域再生計画の名称</th></tr><tr><td>1</td><td>花巻市</td><td>海の計画</td></tr></table>"
        "<h2>2.認定日</h2><p>令和元年11月8日</p>"
    )
    notice = read(body, lexicon)[0]
    assert (words(notice)["round"], words(notice)["certification"]) == (["(第54回認定)"], ["令和元年11月8日"])


def test_a_plan_with_a_day_of_its_own_keeps_it(lexicon: Lexicon, words: Words) -> None:
    """What a heading says never takes the place of what the plan says."""
    body = "<h2>第54回認定</h2><table><tr><th>計画名</th><th>認定日</th></tr><tr><td>海の計画</td><td>R2.3.30</td></tr></table>"
    notice = read(body, lexicon)[0]
    assert (words(notice)["certification"], "round" in words(notice)) == (["R2.3.30"], False)


def test_the_count_of_donations_is_no_round(lexicon: Lexicon, words: Words) -> None:
    """令和5年度第3回 counts within a year."""
    body = '<h2>令和5年度第3回認定 地域再生計画</h2><ul><li><a href="a.pdf">「海の推進計画」</a></li></ul>'
    assert "round" not in words(read(body, lexicon)[0])


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("第63回認定(令和4年3月30日)", True),
        ("第55回認定を受けた計画", True),
        ("海の計画(第63回認定)", False),
        ("計画", False),
    ],
)
def test_a_heading_of_a_round_names_no_plan(heading: str, *, is_one: bool) -> None:
    """Words other than those of rounds make it a title."""
    assert is_round_heading(heading) is is_one
