"""Spell a value of a record as an officer reads it: names beside codes, labels beside slugs."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from saisei_lod.publishing.tracing.fields import value_at
from saisei_lod.records.model import Amendment, Certification, Coverage, Document, Maker, Period, PlanRecord
from saisei_lod.registry import tables
from saisei_lod.registry.schemes import load_schemes

__all__ = ["government_name", "scheme_name", "spelled"]


def spelled(plan: PlanRecord, field: str) -> str:
    """Return what a record says in a field, "" where it says nothing.

    >>> spelled(PlanRecord(makers=[Maker(code="01204", name="旭川市")]), "makers[0].code")
    '旭川市 (01204)'
    """
    value = value_at(plan, field)
    if field.startswith("makers[") and field.endswith("].code"):
        value = value_at(plan, field.removesuffix(".code"))
    if field.startswith("schemes[") and isinstance(value, str):
        return scheme_name(value)
    if field.startswith("coverage.codes[") and isinstance(value, str):
        return government_name(value)
    if isinstance(value, list | tuple):
        parts = [_one(part, field) for part in value]
        return "、".join(part for part in parts if part)
    return _one(value, field)


def _one(value: object, field: str) -> str:
    if (say := _SPELLED.get(type(value))) is not None:
        return say(value)
    if isinstance(value, str) and field in _NAMED:
        return _NAMED[field](value)
    said = str(value) if isinstance(value, str | int) else ""
    return said if said == said.strip() else f"「{said}」"  # blanks around it would not be seen


def _maker(maker: Maker) -> str:
    if maker.name and maker.code:
        return f"{maker.name} ({maker.code})"
    return maker.name or government_name(maker.code or "")


def _event(event: Certification | Amendment) -> str:
    number = f"第{event.round}回" if event.round else None
    return _spaced(event.date, number, event.kind if isinstance(event, Amendment) else None)


def _spaced(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


@cache
def scheme_name(slug: str) -> str:
    """Return the Japanese label of a scheme with its slug; a slug alone where it is none.

    >>> scheme_name("suishin")
    '地方創生推進交付金 (suishin)'
    """
    scheme = load_schemes().by_slug.get(slug)
    return f"{scheme.labels[0]} ({slug})" if scheme and scheme.labels else slug


@cache
def government_name(code: str) -> str:
    """Return the name of a local government with its code; a code alone where it is none.

    >>> government_name("01204")
    '旭川市 (01204)'
    """
    found = tables.load().governments.get(code)
    return f"{found.name} ({code})" if found else code


_SPELLED: Final[Mapping[type, Callable[[Any], str]]] = {
    Amendment: _event,
    Certification: _event,
    Coverage: lambda said: said.text or "",
    Document: lambda said: _spaced(said.format, said.size_text, said.url),
    Maker: _maker,
    Period: lambda said: f"{said.start or ''} - {said.end or ''}",
}
_NAMED: Final[Mapping[str, Callable[[str], str]]] = {
    "coverage.codes": government_name,
    "schemes": scheme_name,
}
