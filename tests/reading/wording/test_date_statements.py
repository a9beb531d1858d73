"""Statements of days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.reading import Field
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.text import levelled


@pytest.mark.parametrize(
    ("text", "field", "wording"),
    [
        ("令和3年3月30日(第59回) 花巻市", Field.CERTIFICATION, "令和3年3月30日(第59回)"),
        ("令和3年3月30日\n\n(第59回)\n花巻市", Field.CERTIFICATION, "令和3年3月30日\n\n(第59回)"),
        ("平成28年3月15日(第36回)認定", Field.CERTIFICATION, "平成28年3月15日(第36回)認定"),
        ("平成28年3月15日認定(第36回)", Field.CERTIFICATION, "平成28年3月15日認定(第36回)"),
        ("2021年3月30日 第59回 花巻市", Field.CERTIFICATION, "2021年3月30日 第59回"),
        ("令和4年3月30日(水)(第63回)", Field.CERTIFICATION, "令和4年3月30日(水)(第63回)"),
        ("平成17年7月19日 第01回(2) 北海道", Field.CERTIFICATION, "平成17年7月19日 第01回(2)"),
        ("※令和2年8月21日変更認定", Field.AMENDMENTS, "※令和2年8月21日変更認定"),
        ("(令和2年11月6日軽微な変更) 花巻市", Field.AMENDMENTS, "(令和2年11月6日軽微な変更)"),
        ("平成28年8月30日変更", Field.AMENDMENTS, "平成28年8月30日変更"),
        ("令和2年8月21日変更\n認定\n花巻市", Field.AMENDMENTS, "令和2年8月21日変更\n認定"),
        ("令和2年8月21日\n変更認定\n花巻市", Field.AMENDMENTS, "令和2年8月21日\n変更認定"),
        ("令和6年8月16日第71回変更認定", Field.AMENDMENTS, "令和6年8月16日第71回変更認定"),
        ("平成30年3月30日認定取消し", Field.AMENDMENTS, "平成30年3月30日認定取消し"),
        ("令和2年3月30日\n花巻市", None, "令和2年3月30日"),
        ("令和9年13月1日(第56回)", Field.CERTIFICATION, "令和9年13月1日(第56回)"),
    ],
)
def test_a_statement_is_a_day_with_its_round_and_word(text: str, field: Field | None, wording: str) -> None:
    """The word behind a day says what happened; a round alone says certification."""
    found = date_statement_at(levelled(text), 0)
    assert found is not None
    assert (found.field, text[found.start : found.end]) == (field, wording)


@pytest.mark.parametrize("text", ["花巻市", "第59回", "※注", "認定日 令和3年3月30日", ""])
def test_without_a_day_in_front_there_is_no_statement(text: str) -> None:
    """A statement begins with its day, a mark or bracket before it at most."""
    assert date_statement_at(text, 0) is None


def test_a_title_below_the_day_is_no_word_for_it() -> None:
    """認定こども園… on the next line is a title, not the word 認定."""
    found = date_statement_at("令和3年3月30日\n認定こども園整備計画", 0)
    assert found is not None
    assert (found.field, found.end) == (None, len("令和3年3月30日"))


@given(st.text(alphabet="令和平成元0123456789年月日()第回認定変更※ \n", max_size=40))
def test_a_statement_lies_in_its_text(text: str) -> None:
    """Any jumble of the characters of statements gives a span of the text, or none."""
    found = date_statement_at(text, 0)
    assert found is None or 0 <= found.start < found.end <= len(text)
