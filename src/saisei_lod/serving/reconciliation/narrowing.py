"""What the properties of a query say, and which entities agree with it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from saisei_lod.errors import UsageError
from saisei_lod.registry import Registry
from saisei_lod.registry.linking import linker
from saisei_lod.registry.linking.context import read_context
from saisei_lod.registry.linking.folding import fold_name
from saisei_lod.serving.lists.plans import local
from saisei_lod.serving.reconciliation.entities import Catalogue, Entity
from saisei_lod.serving.reconciliation.kinds import GOVERNMENT, PLAN, SCHEME
from saisei_lod.serving.reconciliation.queries import Query
from saisei_lod.wareki import dates

__all__ = ["Narrowing", "agrees", "existed", "narrowing"]


class Narrowing(NamedTuple):
    """The values of a query's properties: codes of prefectures and makers, folded counties, an ISO day ("" for none).

    ``is_whole`` is False where a value could not be read: then nothing is a sure match.
    """

    prefectures: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    day: str = ""
    is_whole: bool = True

    @property
    def of_place(self) -> bool:
        """Whether a place or maker is asked for."""
        return bool(self.prefectures or self.counties or self.makers)


def narrowing(query: Query, registry: Registry) -> Narrowing:
    """Return what a query's properties say."""
    given: dict[str, list[str]] = {}
    for one in query.properties:
        given.setdefault(one.pid, []).extend(one.texts)
    prefectures = [_prefecture(text, registry) for text in given.get("prefecture", ())]
    makers = [_maker(text, registry) for text in given.get("maker", ())]
    days = [_day(text) for text in given.get("date", ())]
    read = [*prefectures, *makers, *days]
    return Narrowing(
        frozenset(filter(None, prefectures)),
        frozenset(fold_name(text) for text in given.get("county", ())),
        frozenset(filter(None, makers)),
        next(filter(None, days), ""),
        all(read) and len(days) <= 1,
    )


def _code(text: str) -> str:
    """Return a value without what makes it an id of ours."""
    return text.removeprefix(f"{GOVERNMENT}/")


def _prefecture(text: str, registry: Registry) -> str:
    try:
        return read_context(registry, prefecture=_code(text)).prefecture
    except UsageError:
        return ""


def _maker(text: str, registry: Registry) -> str:
    code = _code(text)
    try:
        if code.isascii() and code.isdigit():
            return registry.government(code).code
    except UsageError:
        return ""
    codes = linker().resolve(text).codes
    return codes[0] if len(codes) == 1 else ""


def _day(text: str) -> str:
    """Return a day in ISO form: one that is so already (with a time perhaps), or one written in an era."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        found = [one.iso for one in dates(text) if one.precision == "day"]
        return found[0] or "" if len(found) == 1 else ""


def existed(entity: Entity, day: str) -> bool:
    """Tell whether an entity existed on a day, as far as is known; without a day whether it still does."""
    if not day:
        return not entity.exists_until or entity.type == SCHEME
    begun, ended = entity.exists_from, entity.exists_until
    return day[: len(begun)] >= begun and not (ended and ended <= day)


def agrees(entity: Entity, asked: Narrowing, known: Catalogue) -> bool:
    """Tell whether an entity lies in the places and is of the makers asked for; a scheme has neither."""
    if entity.type == SCHEME:
        return True
    codes = _codes(entity, known)
    if asked.makers and not (entity.type == PLAN and asked.makers & set(codes)):
        return False
    return not (asked.prefectures or asked.counties) or any(
        _lies(code, asked, known.registry) for code in codes
    )


def _codes(entity: Entity, known: Catalogue) -> list[str]:
    if entity.type != PLAN:
        return [local(entity.id)]
    return [local(iri) for iri in known.plans[entity.id].makers]


def _lies(code: str, asked: Narrowing, registry: Registry) -> bool:
    row = registry.governments.get(code)
    if row is None or (asked.prefectures and row.prefecture not in asked.prefectures):
        return False
    return not asked.counties or not asked.counties.isdisjoint(_counties(code, asked.day, registry))


def _counties(code: str, day: str, registry: Registry) -> Iterator[str]:
    state = registry.state(code, day) if day else None
    for one in [state] if state else registry.states[code]:
        if one.county:
            yield fold_name(one.county)
