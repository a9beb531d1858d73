"""Names of local governments and who bore them when, arranged for looking up from the end of a name."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from saisei_lod.registry.linking.folding import fold_name
from saisei_lod.registry.model import State
from saisei_lod.registry.tables import Registry, short_name

__all__ = ["SAME", "Bearer", "Index", "index"]

#: Spellings of a whole name that no character table may hold.
_ALIASES: Final = {"大宰府市": "太宰府市", "大宰府町": "太宰府町"}
#: 嶋 is written for 島 in any name but this one: 鹿嶋市 and 鹿島市 are two.
_ISLAND_APART: Final = "鹿島"

#: Words that point back to the prefecture, county or city named before.
SAME: Final = frozenset({"同都", "同道", "同府", "同県", "同郡", "同市"})


class Bearer(NamedTuple):
    """A local government under one of its names, from ``valid_from`` until before ``valid_until``.

    ``counties`` are all counties in which it bore the name, folded; ``prefecture`` and ``parent`` are
    5-digit codes.
    """

    code: str
    name: str
    kind: str
    prefecture: str
    counties: tuple[str, ...]
    parent: str
    valid_from: str
    valid_until: str


class Index(NamedTuple):
    """What a text is read with: all keys are folded.

    ``names``: the bearers of a name. ``counties``: the prefectures of a county. ``lengths``: by the last
    two characters, the lengths of all names and counties that end so, longest first. ``short``: the code
    of a prefecture by its name without 都, 府 or 県.
    """

    names: dict[str, tuple[Bearer, ...]]
    counties: dict[str, tuple[str, ...]]
    lengths: dict[str, tuple[int, ...]]
    short: dict[str, str]


def index(registry: Registry) -> Index:
    """Return the index of a registry; a few milliseconds for 3,400 governments."""
    names: dict[str, list[Bearer]] = {}
    counties: dict[str, set[str]] = {}
    for bearer in _all_bearers(registry):
        names.setdefault(fold_name(bearer.name), []).append(bearer)
        for county in bearer.counties:
            counties.setdefault(county, set()).add(bearer.prefecture)
    names.update({alias: names[name] for alias, name in _aliases(names) if alias not in names})
    names.update({alias: found for alias, found in _read_ka(names) if alias not in names})
    return Index(
        {name: tuple(bearers) for name, bearers in names.items()},
        {county: tuple(sorted(codes)) for county, codes in counties.items()},
        _lengths((*names, *counties, *SAME)),
        {fold_name(short_name(b[0].name)): b[0].code for b in names.values() if b[0].kind == "prefecture"},
    )


def _all_bearers(registry: Registry) -> Iterator[Bearer]:
    """Yield one bearer for each run of states of a government with the same name."""
    folded = _Counties()
    for code, government in registry.governments.items():
        states = registry.states[code]
        for run in (states,) if len(states) == 1 else _runs(states):
            first, last = run[0], run[-1]
            yield Bearer(
                code,
                last.name,
                last.kind,
                government.prefecture,
                folded[last.county]
                if len(run) == 1
                else tuple({fold_name(s.county) for s in run if s.county}),
                government.parent,
                first.valid_from,
                last.valid_until,
            )


class _Counties(dict[str, tuple[str, ...]]):
    """The folded counties of one state by its county: each county is folded once."""

    def __missing__(self, county: str) -> tuple[str, ...]:
        self[county] = (fold_name(county),) if county else ()
        return self[county]


def _runs(states: tuple[State, ...]) -> Iterator[tuple[State, ...]]:
    """Yield the longest runs of states that follow one another under one name."""
    run: tuple[State, ...] = ()
    for state in states:
        if run and (run[-1].name, run[-1].valid_until) != (state.name, state.valid_from):
            yield run
            run = ()
        run = (*run, state)
    if run:
        yield run


def _aliases(names: Collection[str]) -> list[tuple[str, str]]:
    """Return other spellings of names, with the name that each stands for."""
    islands = [name for name in names if "島" in name and not name.startswith(_ISLAND_APART)]
    spelled = [(alias, name) for alias, name in _ALIASES.items() if name in names]
    return [*((name.replace("島", "嶋"), name) for name in islands), *spelled]


def _read_ka(names: dict[str, list[Bearer]]) -> list[tuple[str, list[Bearer]]]:
    """Return the spellings with か and カ of names with a small ケ: 六か所村, 六カ所村.

    The small ケ is が in some names and か in others; the table of characters reads all as が.
    """
    small = [found for found in names.values() if "ヶ" in found[0].name or "ケ" in found[0].name]
    return [(fold_name(re.sub("[ヶケ]", ka, found[0].name)), found) for found in small for ka in "かカ"]


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[-2:], set()).add(len(word))
    return {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()}
