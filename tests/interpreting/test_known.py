"""What is remembered of names: the same as the linker says, on every day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.interpreting.known import resolved
from saisei_lod.registry.linking import linker

NAMES = [
    "旭川市", "浜松市", "さいたま市、岩槻市", "府中市", "山形県西置賜郡小国町", "那珂川町", "篠山市", "丹波篠山市の全域",
    "清水市", "北海道並びに旭川市", "宮城県富谷町", "富谷市", "ほげ市", "長井市、南陽市の3市", "",
]  # fmt: skip
DAYS = [
    None,
    "2004-06-21",
    "2005-01-01",
    "2005-10-11",
    "2016-10-09",
    "2016-10-10",
    "2019-05-01",
    "2024-01-01",
]


@pytest.mark.parametrize("text", NAMES)
def test_what_is_remembered_is_what_the_linker_says(text: str) -> None:
    """Asked in any order, with and without a place and a day."""
    links = linker()
    for prefecture in (None, "13", "04"):
        for on in DAYS:
            expected = links.resolve(text, prefecture=prefecture, on=on)
            assert resolved(links, text, prefecture, None, on) == expected, on


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(sorted({row.name for row in linker().registry.governments.values()})), max_size=3
    ),
    st.dates().map(lambda day: day.replace(year=2003 + day.year % 24, day=min(day.day, 28)).isoformat()),
)
def test_any_names_on_any_day(names: list[str], on: str) -> None:
    """Lists of real names, before and after the days on which they changed."""
    text = "、".join(names)
    assert resolved(linker(), text, None, None, on) == linker().resolve(text, on=on)
