"""Data extension (section 7): values of properties for entities that were matched."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from saisei_lod.errors import Language
from saisei_lod.registry import corporate_number, six_digits
from saisei_lod.serving.lists.plans import local
from saisei_lod.serving.reconciliation.entities import Catalogue, Entity, government_id
from saisei_lod.serving.reconciliation.kinds import EXTENSIONS, PLAN, SCHEME, as_type, broader
from saisei_lod.serving.reconciliation.queries import Extension

__all__ = ["LIMIT", "extended", "proposed"]

#: Plans that ``plans`` gives where the setting ``limit`` does not say, and the most.
LIMIT: Final = 100
_MOST: Final = 1_000
_NUMBER: Final = re.compile(r"\d{1,9}\Z", re.ASCII)
#: Corporate numbers have been assigned since this day (番号利用法 附則 1条, 平成27年政令第171号).
_NUMBERED: Final = "2015-10-05"

_Values = list[dict[str, Any]]


def extended(asked: Extension, known: Catalogue, language: Language) -> dict[str, Any]:
    """Return the values asked for; an id that is not known has none."""
    names = {one.id: one for one in EXTENSIONS}
    meta = [
        {
            "id": one.id,
            "name": names[one.id].name.in_language(language),
            **({"type": as_type(kind, language)} if (kind := names[one.id].type) else {}),
        }
        for one in asked.properties
    ]
    limits = {one.id: _limit(one.settings) for one in asked.properties}
    rows = {
        id_: {name: _values(name, known.entities.get(id_), known, limit) for name, limit in limits.items()}
        for id_ in asked.ids
    }
    return {"meta": meta, "rows": rows}


def proposed(type_id: str, most: int | None, language: Language) -> dict[str, Any]:
    """Return the properties that a type has."""
    found = [
        {"id": one.id, "name": one.name.in_language(language)}
        for one in EXTENSIONS
        if not type_id or broader(type_id) in one.of
    ]
    limit = {} if most is None else {"limit": most}
    return {**({"type": type_id} if type_id else {}), **limit, "properties": found[:most]}


def _limit(settings: Mapping[str, Any]) -> int:
    """Return the setting limit, which clients write as a number or a text; its default where it is neither."""
    digits = str(settings.get("limit", LIMIT)).strip()
    return min(max(int(digits), 1), _MOST) if _NUMBER.match(digits) else LIMIT


def _values(name: str, entity: Entity | None, known: Catalogue, limit: int) -> _Values:
    if entity is None or broader(entity.type) not in next(one.of for one in EXTENSIONS if one.id == name):
        return []
    return _GIVEN[name](entity, known)[:limit]


def _entities(ids: Sequence[str], known: Catalogue) -> _Values:
    found = (known.entities[id_] for id_ in dict.fromkeys(ids) if id_ in known.entities)
    return [{"id": one.id, "name": one.name} for one in found]


def _corporate_number(entity: Entity, _known: Catalogue) -> _Values:
    has_number = not entity.exists_until or entity.exists_until > _NUMBERED
    return [{"str": corporate_number(local(entity.id))}] if has_number else []


def _prefecture(entity: Entity, known: Catalogue) -> _Values:
    codes = (
        [local(entity.id)] if entity.type != PLAN else [local(iri) for iri in known.plans[entity.id].makers]
    )
    rows = [known.registry.governments[code] for code in codes if code in known.registry.governments]
    return _entities([government_id(row.prefecture) for row in rows], known)


def _today(entity: Entity, known: Catalogue) -> _Values:
    return _entities([government_id(code) for code in known.registry.current(local(entity.id))], known)


def _makers(entity: Entity, known: Catalogue) -> _Values:
    return _entities([government_id(local(iri)) for iri in known.plans[entity.id].makers], known)


def _plans(entity: Entity, known: Catalogue) -> tuple[str, ...]:
    by = known.by_scheme if entity.type == SCHEME else known.by_maker
    return by.get(local(entity.id), ())


_GIVEN: Final[Mapping[str, Callable[[Entity, Catalogue], _Values]]] = {
    "area-code": lambda entity, _: [{"str": local(entity.id)}],
    "code": lambda entity, _: [{"str": six_digits(local(entity.id))}],
    "corporate-number": _corporate_number,
    "prefecture": _prefecture,
    "today": _today,
    "maker": _makers,
    "plan-count": lambda entity, known: [{"int": len(_plans(entity, known))}],
    "plans": lambda entity, known: _entities(_plans(entity, known), known),
}
