"""Find the one place that all names of a list share, where each of them alone could lie in several."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from saisei_lod.registry.linking.mentions import Bound, Mention

if TYPE_CHECKING:
    from saisei_lod.registry.linking.deciding import Decision

__all__ = ["shared_places"]

#: So many names share one prefecture by no accident; two may (伊達市及び池田町), unless it is a county.
_MANY: Final = 3


def shared_places(mentions: Iterable[Mention], decisions: Iterable["Decision"]) -> dict[int, Bound]:
    """Return, by list, the county that two or more undecided names share, or the prefecture of three.

    Lists that share none, or more than one, are left out. 川上村及び南牧村 share 南佐久郡.
    """
    lists: dict[int, dict[str, list[Bound]]] = {}
    for mention, decision in zip(mentions, decisions, strict=True):
        if len(decision.bearers) > 1:
            places = [
                Bound((b.prefecture,), county) for b in decision.bearers for county in b.counties or ("",)
            ]
            lists.setdefault(mention.group, {})[mention.key] = places
    found = {group: _shared(list(names.values())) for group, names in lists.items() if len(names) > 1}
    return {group: bound for group, bound in found.items() if bound is not None}


def _shared(names: list[list[Bound]]) -> Bound | None:
    counties = set.intersection(*({place for place in places if place.county} for places in names))
    if len(counties) == 1:
        return counties.pop()
    prefectures = set.intersection(*({Bound(place.prefectures) for place in places} for places in names))
    return prefectures.pop() if len(prefectures) == 1 and len(names) >= _MANY else None
