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
    assert words(notice)["amendments"] == ["第73回変更認定令和7年3月31日"]


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


PRESS = (
    "<h1>地域再生計画(第68回)の認定について</h1><p>令和5年8月17日付けで、下記の地域再生計画を認定しました。</p>"
    "<h2>(1)新規認定</h2><table><tr><th>計画名</th><th>申請主体</th></tr><tr><td>海の計画</td><td>花巻市</td></tr></table>"
    "<h2>(2)変更認定</h2><table><tr><th>計画名</th><th>申請主体</th></tr><tr><td>山の計画</td><td>遠野市</td></tr></table>"
)


def test_kind_round_and_day_come_from_three_places(lexicon: Lexicon, words: Words) -> None:
    """The nearest heading tells the kind, the one over it the round, a sentence the day."""
    new, changed = read(PRESS, lexicon)
    assert (words(new)["certification"], words(new)["round"]) == (["令和5年8月17日"], ["(第68回)"])
    assert words(changed)["amendments"] == ["(第68回)令和5年8月17日変更認定"]
    assert not {"certification", "round"} & words(changed).keys()


@pytest.mark.parametrize(
    "sentence",
    [
        "令和5年8月17日現在、下記の計画が認定されています。",
        "令和5年5月10日に申請した下記の計画が、8月17日に認定されました。",
        "下記の計画は令和5年8月17日に認定される予定です。",
        "「川の計画」は令和5年8月17日に認定されました。",
        "令和5年度第2回の認定で、下記の計画が認定されました。",
    ],
)
def test_other_sentences_tell_no_day(lexicon: Lexicon, words: Words, sentence: str) -> None:
    """A day of the page, of an application, to come, or of one plan is not that of the plans below."""
    rows = "<tr><th>計画名</th><th>申請主体</th></tr><tr><td>海の計画</td><td>花巻市</td></tr>"
    body = f"<h1>計画の認定</h1><p>{sentence}</p><table>{rows}</table>"
    notice = read(body, lexicon)[-1]
    assert words(notice)["title"] == ["海の計画"]
    assert not {"certification", "round", "amendments"} & words(notice).keys()


def test_today_is_the_day_of_the_release(lexicon: Lexicon, words: Words) -> None:
    """本日 means the day that stands alone at the head of a press release."""
    body = (
        "<h1>地域再生計画の認定(第54回)</h1><p>令和元年11月8日</p><p>次の計画について、本日、内閣総理大臣が認定しました。</p>"
        "<table><tr><th>計画名</th><th>申請主体</th></tr><tr><td>海の計画</td><td>花巻市</td></tr></table>"
    )
    notice = read(body, lexicon)[0]
    assert (words(notice)["certification"], words(notice)["round"]) == (["令和元年11月8日"], ["(第54回)"])


def test_a_row_tells_the_kind_of_the_rows_below(lexicon: Lexicon, words: Words) -> None:
    """Within a table the round stands in one row, 新規 and 変更 in rows below it."""
    row = "<tr><td colspan=2>{}</td></tr>"
    body = (
        "<table><tr><th>計画名</th><th>申請主体</th></tr>"
        + row.format("第68回認定(令和5年8月17日)")
        + row.format("新規認定")
        + "<tr><td>海の計画</td><td>花巻市</td></tr>"
        + row.format("変更認定")
        + "<tr><td>山の計画</td><td>遠野市</td></tr></table>"
    )
    new, changed = read(body, lexicon)
    assert words(new)["round"] == ["第68回認定"]
    assert words(changed)["amendments"] == ["第68回認定令和5年8月17日変更認定"]


def test_a_sentence_that_told_nothing_is_reported(lexicon: Lexicon) -> None:
    """Where all plans state their days themselves, a sentence with another day is not lost."""
    body = (
        "<h1>計画</h1><p>下記の計画は、令和5年8月17日に認定されました。</p><table><tr><th>計画名</th><th>認定日</th></tr>"
        "<tr><td>海の計画</td><td>R2.3.30</td></tr></table>"
    )
    page = read_page(f"<!DOCTYPE html><body>{body}</body>".encode(), name="page.html", lexicon=lexicon)
    assert [finding.text for finding in page.findings] == ["下記の計画は、令和5年8月17日に認定されました。"]
