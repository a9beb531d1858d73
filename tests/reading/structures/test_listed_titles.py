"""Lists of titles without labels."""

from collections.abc import Callable

import pytest

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.structures.listed_titles import find_listed_titles

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]


def test_a_title_with_its_round_is_a_plan(page: Page, lexicon: Lexicon, words: Words) -> None:
    """The round in brackets tells that the title is one of a certified plan."""
    found = find_listed_titles(
        page("<ul><li>「海の推進計画」(第63回認定)</li><li>市民まつり</li></ul>"), (), lexicon
    )
    assert [words(notice) for notice in found.notices] == [
        {"title": ["海の推進計画"], "round": ["第63回認定"]}
    ]


@pytest.mark.parametrize(
    ("heading", "count"),
    [("第63回認定(令和4年3月30日)", 1), ("地域再生計画", 1), ("関連ファイル", 0), ("構造改革特区", 0)],
)
def test_a_link_to_a_file_is_a_plan_by_the_heading_over_it(
    page: Page, lexicon: Lexicon, heading: str, count: int
) -> None:
    """The same link is no plan under another heading."""
    body = f'<h2>{heading}</h2><ul><li><a href="a.pdf">海の推進計画[PDFファイル/1KB]</a></li></ul>'
    assert len(find_listed_titles(page(body), (), lexicon).notices) == count


@pytest.mark.parametrize(
    "title", ["海市総合戦略", "海市中心市街地活性化基本計画", "計画書", "海を生かします。"]
)
def test_other_lines_are_no_plans(page: Page, lexicon: Lexicon, title: str) -> None:
    """Plans of other schemes, names of files and sentences."""
    body = f'<h2>地域再生計画</h2><ul><li><a href="a.pdf">「{title}」</a></li></ul>'
    assert find_listed_titles(page(body), (), lexicon).notices == ()
