"""What the service answers: results, suggestions and previews of entities."""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from saisei_lod.errors import Language
from saisei_lod.serving.reconciliation.entities import Catalogue, Entity, key_of
from saisei_lod.serving.reconciliation.extending import extended
from saisei_lod.serving.reconciliation.kinds import EXTENSIONS, FILTERS, TYPES, Property, as_type
from saisei_lod.serving.reconciliation.matching import Candidate
from saisei_lod.serving.reconciliation.queries import Extension, Wanted

__all__ = ["preview", "result", "suggested_entities", "suggested_properties", "suggested_types"]

#: Plans that a preview names.
_SHOWN: Final = 5


def result(found: Iterable[Candidate], language: Language) -> dict[str, Any]:
    """Return the candidates of a query."""
    return {"result": [_candidate(one, language) for one in found]}


def _candidate(one: Candidate, language: Language) -> dict[str, Any]:
    features = {"name": one.is_named, "exists": one.exists, "place": one.in_place}
    return {
        "id": one.entity.id,
        "name": one.entity.name,
        "description": one.entity.description.in_language(language),
        "type": [as_type(one.entity.type, language)],
        "score": round(one.score, 1),
        "match": one.match,
        "features": [{"id": name, "value": value} for name, value in features.items()],
    }


def suggested_entities(found: Iterable[Entity], language: Language) -> dict[str, Any]:
    """Return entities that begin as a user has typed."""
    return {
        "result": [
            {
                "id": one.id,
                "name": one.name,
                "description": one.description.in_language(language),
                "notable": [as_type(one.type, language)],
            }
            for one in found
        ]
    }


def suggested_types(prefix: str, language: Language) -> list[dict[str, Any]]:
    """Return the types whose id or name begins so."""
    return [as_type(one, language) for one, names in TYPES.items() if _begins(prefix, one, *names)]


def suggested_properties(prefix: str, language: Language) -> list[dict[str, Any]]:
    """Return the properties whose id or name begins so: those that narrow queries, then those of data extension."""
    known: dict[str, Property] = {}
    for one in (*FILTERS, *EXTENSIONS):
        known.setdefault(one.id, one)
    return [
        {"id": one.id, "name": one.name.in_language(language), "description": one.about.in_language(language)}
        for one in known.values()
        if _begins(prefix, one.id, *one.name)
    ]


def _begins(prefix: str, *names: str) -> bool:
    return any(key_of(name).startswith(key_of(prefix)) for name in names)


def preview(entity: Entity, known: Catalogue, language: Language) -> str:
    """Return a page on an entity, small enough for a frame; every text of the data is escaped."""
    wanted = [Wanted(one.id, {"limit": _SHOWN}) for one in EXTENSIONS]
    given = extended(Extension([entity.id], wanted), known, language)
    rows = given["rows"][entity.id]
    lines = "".join(
        f"<dt>{escape(meta['name'])}</dt><dd>{'、'.join(_text(value) for value in rows[meta['id']])}</dd>"
        for meta in given["meta"]
        if rows[meta["id"]]
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(entity.name)}</title></head>'
        f"<body><h1>{escape(entity.name)}</h1><p>{escape(entity.description.in_language(language))}</p>"
        f"<dl>{lines}</dl></body></html>"
    )


def _text(value: dict[str, Any]) -> str:
    return escape(str(value.get("name", value.get("str", value.get("int", "")))))
