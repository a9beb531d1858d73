"""The one place that all undecided names of a list share."""

import pytest

from saisei_lod.registry.linking import linker


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("川上村及び南牧村", ("20304", "20305")),
        ("川上村、高森町及び南牧村", ("20304", "20403", "20305")),
        ("清水町、池田町及び森町", ("01636", "01644", "01345")),
    ],
)
def test_one_county_of_two_or_one_prefecture_of_three_decides(text: str, codes: tuple[str, ...]) -> None:
    """Names that share only one county, or three that share only one prefecture, lie there."""
    found = linker().resolve(text)
    assert codes == found.codes
    assert {"co-mention"} == {match.reason for match in found.matches}


@pytest.mark.parametrize(
    "text", ["川上村及び高森町", "伊達市及び池田町", "府中市、池田町及び南部町", "中央区、北区及び南区"]
)
def test_two_of_one_prefecture_stay_ambiguous(text: str) -> None:
    """Two names of one prefecture may do so by accident; names that share none or several are open."""
    found = linker().resolve(text)
    assert found.codes == ()
    assert found.ambiguous


def test_the_page_and_the_list_come_first() -> None:
    """What lies in the page's prefecture, or with a decided name of the list, is not overruled."""
    assert linker().resolve("川上村及び南牧村", prefecture="奈良県").codes[:1] == ("29452",)
    assert linker().resolve("奈良市、川上村", prefecture="").codes[1:] == ("29452",)
