"""Plans of other schemes beside those of ours."""

import pytest

from saisei_lod.reading import Lexicon, read_page
from saisei_lod.reading.page.other_plans import is_other_plan


@pytest.mark.parametrize(
    ("title", "is_other"),
    [
        ("海市中心市街地活性化基本計画", True),
        ("第2期海市総合戦略", True),
        ("地方活力向上地域等特定業務施設整備計画(本社の移転)", True),
        ("海市過疎地域持続的発展計画", True),
        ("海市まち・ひと・しごと創生推進計画", False),
        ("海の地域再生計画", False),
        ("総合戦略推進プロジェクト", False),
    ],
)
def test_plans_of_other_laws_are_told_by_their_names(title: str, *, is_other: bool) -> None:
    """A name that ends like that of another scheme's plan."""
    assert is_other_plan(title) is is_other


def test_a_row_of_another_kind_is_reported_and_not_read(lexicon: Lexicon) -> None:
    """By its kind, by its heading or by its title, with an info finding."""
    body = (
        "<table><tr><th>種別</th><th>計画の名称</th><th>認定日</th></tr>"
        "<tr><td>地域再生計画</td><td>海の計画</td><td>R2.3.30</td></tr>"
        "<tr><td>構造改革特別区域計画</td><td>どぶろく特区</td><td>R2.3.30</td></tr></table>"
    )
    page = read_page(f"<!DOCTYPE html><body>{body}</body>".encode(), name="page.html", lexicon=lexicon)
    assert len(page.notices) == 1
    assert [(f.code, f.severity, f.text) for f in page.findings] == [
        ("other-schemes-plan", "info", "どぶろく特区")
    ]
