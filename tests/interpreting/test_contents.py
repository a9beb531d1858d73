"""Sums and indicators."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.interpreting.contents import indicators, yen
from saisei_lod.reading import IndicatorNotice, Notice, Part, Piece


def part(text: str) -> Part:
    """Return words as a part."""
    return Part((Piece(text, 1, 0),))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45,200千円", 45_200_000),
        ("3億1,240万円", 312_400_000),
        ("10百万円", 10_000_000),
        ("１，０００円", 1000),
        ("12.5億円", 1_250_000_000),
        ("0.3円", None),
        ("約3割", None),
        ("100", None),
        ("令和3年度 100千円", None),
    ],
)
def test_sums_are_whole_yen(text: str, value: int | None) -> None:
    """Units of money are multiplied out; what is no single sum has no value."""
    assert yen(text) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_any_number_of_thousands_is_read_back(number: int) -> None:
    """The form of ministries: thousands of yen with commas."""
    assert yen(f"{number:,}千円") == number * 1000


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        (
            ["基準年度(平成27年度)", "中間目標(平成30年度)", "最終目標(令和2年度)"],
            ["base", "interim", "final"],
        ),
        (["申請時", "令和2年度", "令和3年度"], ["base", "interim", "final"]),
        (["令和2年度", "令和3年度"], [None, None]),
        (["現状値", "実績値"], ["base", "actual"]),
    ],
)
def test_the_words_over_a_value_say_what_it_is(headers: list[str], roles: list[str | None]) -> None:
    """Years alone say so only behind a base value."""
    printed = IndicatorNotice(part("利用者(人)"), None, tuple((part(head), part("1")) for head in headers))
    made = indicators(Notice("x", {}, (1, 1), frozenset(), indicators=(printed,)))[0]
    assert (made.name, made.unit, [value.role for value in made.values]) == ("利用者", "人", roles)
    assert made.values[0].year == (headers[0][5:-1] if "(" in headers[0] else headers[0])
