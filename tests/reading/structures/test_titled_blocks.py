"""Blocks of labels under a heading, or with a label for the title."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.structures.titled_blocks import find_titled_blocks

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]


def test_a_heading_with_a_definition_list_is_a_plan(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Terms are labels; an unknown term's words are unclear."""
    body = (
        "<h3>海の計画</h3><dl><dt>認定日</dt><dd>令和3年3月30日(第59回)</dd><dt>変更認定日</dt><dd>令和4年3月30日</dd>"
        "<dt>天候</dt><dd>良好</dd></dl>"
    )
    found = find_titled_blocks(page(body), (), lexicon)
    assert [words(notice) for notice in found.notices] == [
        {
            "title": ["海の計画"],
            "certification": ["令和3年3月30日(第59回)"],
            "amendments": ["令和4年3月30日"],
            "unclear": ["良好"],
        }
    ]


@pytest.mark.parametrize(
    "line",
    [
        "認定日:R3.3.30",
        "【認定日】R3.3.30",
        "◇認定日 R3.3.30",
        "認定日R3.3.30",
        "<b>認定日</b><br>R3.3.30",
        "○ 認定日 : R3.3.30",
    ],
)
def test_labels_come_in_any_style(page: Page, lexicon: Lexicon, words: Words, line: str) -> None:
    """Brackets, marks, a colon, a space, nothing at all, or the value on the next line."""
    notice = find_titled_blocks(page(f"<h3>海の計画</h3><p>{line}</p>"), (), lexicon).notices[0]
    assert words(notice) == {"title": ["海の計画"], "certification": ["R3.3.30"]}


def test_a_label_for_the_title_begins_a_block(page: Page, lexicon: Lexicon, words: Words) -> None:
    """Several plans may stand under one heading."""
    body = "<h2>地域再生計画</h2><p>計画名 「海の計画」<br>【認定回】第41回</p><p>計画名 「山の計画」<br>【認定回】第43回</p>"
    notices = find_titled_blocks(page(body), (), lexicon).notices
    assert [(words(notice)["title"], words(notice)["round"]) for notice in notices] == [
        (["海の計画"], ["第41回"]),
        (["山の計画"], ["第43回"]),
    ]


def test_what_follows_the_last_label_is_a_file_a_note_or_a_sentence(
    page: Page, lexicon: Lexicon, words: Words
) -> None:
    """Other lines behind a block stay findings of the page."""
    body = "<h3>海の計画</h3><p>認定日:R3.3.30</p><p>海を生かします。</p><p>※市内全域</p><p>計画書(PDF:3KB)</p><p>花火</p>"
    notice = find_titled_blocks(page(body), (), lexicon).notices[0]
    assert {key: words(notice)[key] for key in ("summary", "note", "documents")} == {
        "summary": ["海を生かします。"],
        "note": ["※市内全域"],
        "documents": ["計画書(PDF:3KB)"],
    }
    assert "花火" not in str(words(notice))


@pytest.mark.parametrize(
    "heading", ["終了した計画", "第63回認定(令和4年3月30日)", "地域再生計画について", "認定日"]
)
def test_a_heading_of_another_sort_names_no_plan(page: Page, lexicon: Lexicon, heading: str) -> None:
    """A status, a round, plans in general or a label are no titles."""
    assert find_titled_blocks(page(f"<h3>{heading}</h3><p>計画期間:令和3年度</p>"), (), lexicon).notices == ()
