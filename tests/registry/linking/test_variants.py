from collections import defaultdict

from saisei_lod.registry import load
from saisei_lod.registry.linking.folding import fold_name
from saisei_lod.registry.linking.variants import TABLE

REGISTRY = load()


def test_folding_keeps_every_name_apart() -> None:
    """No two names of the registry, since 2005, become one by folding."""
    folded = defaultdict(set)
    for states in REGISTRY.states.values():
        for state in states:
            folded[fold_name(state.name)].add(state.name)
    assert [names for names in folded.values() if len(names) > 1] == []


def test_folding_keeps_every_county_apart() -> None:
    """No two counties of one prefecture become one by folding."""
    folded = defaultdict(set)
    for code, states in REGISTRY.states.items():
        for state in states:
            folded[code[:2], fold_name(state.county)].add(state.county)
    assert [names for names in folded.values() if len(names) > 1] == []


def test_two_islands_stay_apart() -> None:
    """嶋 is not folded to 島: 鹿嶋市 and 鹿島市 are two cities."""
    assert fold_name("鹿嶋市") != fold_name("鹿島市")


def test_the_table_needs_one_pass() -> None:
    """What a character folds to folds to itself."""
    assert [chr(point) for point, folded in TABLE.items() if TABLE.get(ord(folded), folded) != folded] == []
