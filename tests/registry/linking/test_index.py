from saisei_lod.registry import Registry, State
from saisei_lod.registry.linking.index import index


def test_names_have_their_bearers(small: Registry) -> None:
    """A name leads to all that bear it, with the time in which they do."""
    bearers = index(small).names["小国町"]
    assert [(bearer.code, bearer.counties) for bearer in bearers] == [
        ("06401", ("西置賜郡",)),
        ("43424", ("阿蘇郡",)),
    ]


def test_states_of_one_name_are_one_bearer(small: Registry) -> None:
    """A town that changed its county keeps its name: one bearer with both counties."""
    first = small.states["06401"][0]._replace(valid_until="2006-01-01")
    second = State("06401", "小国町", "", "", "東置賜郡", "town", "2006-01-01", "")
    changed = Registry(small.governments, {**small.states, "06401": (first, second)}, small.changes)
    bearer = index(changed).names["小国町"][0]
    assert (set(bearer.counties), bearer.valid_from, bearer.valid_until) == ({"西置賜郡", "東置賜郡"}, "", "")


def test_renamed_government_has_two_bearers(small: Registry) -> None:
    """A government that changed its name bears each name in its time."""
    first = small.states["06209"][0]._replace(name="旧名市", valid_until="2006-01-01")
    second = small.states["06209"][0]._replace(valid_from="2006-01-01")
    changed = Registry(small.governments, {**small.states, "06209": (first, second)}, small.changes)
    names = index(changed).names
    assert names["旧名市"][0].valid_until == names["長井市"][0].valid_from == "2006-01-01"


def test_counties_and_short_names_lead_to_prefectures(small: Registry) -> None:
    """A county and the short name of a prefecture lead to its code."""
    made = index(small)
    assert (made.counties["阿蘇郡"], made.short["山形"]) == (("43000",), "06000")
