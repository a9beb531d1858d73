import pytest

from saisei_lod.registry import load
from saisei_lod.registry.links import dbpedia_names

NAMES = dbpedia_names(load())


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("01204", "旭川市"),
        ("13206", "府中市_(東京都)"),
        ("34208", "府中市_(広島県)"),
        ("06000", "山形県"),
        ("13104", "新宿区"),
    ],
)
def test_name_carries_the_prefecture_only_where_shared(code: str, name: str) -> None:
    """A name that one government bears stands alone, a shared one with its prefecture."""
    assert name == NAMES[code]


@pytest.mark.parametrize("code", ["01101", "28221x", "01666", "13102", "09411"])
def test_what_is_not_held_has_no_name(code: str) -> None:
    """Wards, former governments and the four exceptions have none."""
    assert code not in NAMES


def test_no_two_governments_share_a_name() -> None:
    """Names lead to one government each."""
    assert len(NAMES) == len(set(NAMES.values())) == 47 + 1741 - 4
