"""Titles of plans that are like a text: by the pairs of letters that they share (Dice's coefficient)."""

from array import array
from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["Similar", "similar_titles"]

#: A pair that stands in more than this part of many titles (地域, 計画) chooses none of them.
_COMMON: Final = 0.05
_MANY: Final = 1_000
#: Titles that share the most of the rarer pairs are compared in full.
_COMPARED: Final = 50


class Similar(NamedTuple):
    """Folded titles with the ids of their plans, and the places of the titles that have a pair."""

    titles: tuple[tuple[str, str], ...]
    places: Mapping[str, "array[int]"]

    def like(self, text: str, least: float) -> list[tuple[str, float]]:
        """Return ids with how alike their title is, from ``least`` to 1, the likest first."""
        pairs = set(_pairs(text))
        most = max(_MANY, int(len(self.titles) * _COMMON))
        shared: Counter[int] = Counter()
        for pair in sorted(pairs):
            found = self.places.get(pair, ())
            if len(found) <= most:
                shared.update(found)
        scored = [
            (self.titles[place][1], _alike(text, self.titles[place][0]))
            for place, _ in shared.most_common(_COMPARED)
        ]
        return sorted((one for one in scored if one[1] >= least), key=lambda one: (-one[1], one[0]))


def similar_titles(titles: Mapping[str, str]) -> Similar:
    """Return the index of folded titles by id."""
    ordered = tuple(sorted((title, id_) for id_, title in titles.items()))
    places: dict[str, array[int]] = {}
    for place, (title, _) in enumerate(ordered):
        for pair in set(_pairs(title)):
            places.setdefault(pair, array("I")).append(place)
    return Similar(ordered, places)


def _pairs(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(len(text) - 1)]


def _alike(one: str, other: str) -> float:
    first, second = Counter(_pairs(one)), Counter(_pairs(other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
