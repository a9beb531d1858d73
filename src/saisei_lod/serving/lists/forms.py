"""Write a page of a list: JSON-LD with its context inside, or CSV."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from saisei_lod.errors import Language
from saisei_lod.registry import Registry
from saisei_lod.serving.lists.plans import Plan, Table, local
from saisei_lod.serving.lists.selecting import Member

__all__ = ["COLUMNS", "View", "as_csv", "as_jsonld"]

_DATES: Final = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}
_IRI: Final = {"@type": "@id"}
#: What depends on the question (answer, conditions, counts, names of what is linked) is no statement of the release.
_CONTEXT: Final[dict[str, Any]] = {
    "saisei": "https://w3id.org/saisei/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "value": "@value",
    "totalItems": "hydra:totalItems",
    "member": "hydra:member",
    "view": "hydra:view",
    **{name: {"@id": f"hydra:{name}", **_IRI} for name in ("first", "previous", "next", "last")},
    "identifier": "dcterms:identifier",
    "title": {"@id": "dcterms:title", "@language": "ja"},
    "titleEn": {"@id": "saisei:editorialTitle", "@language": "en"},
    "maker": "saisei:maker",
    "scheme": "saisei:scheme",
    "name": None,
    "certification": {"@id": "saisei:event"},
    "date": "dcterms:date",
    "fiscalYear": "saisei:fiscalYear",
    "round": {"@id": "saisei:inRound", **_IRI},
    "period": "saisei:period",
    "start": "saisei:periodStart",
    "end": "saisei:periodEnd",
    "answer": None,
    "conditions": None,
    "asked": None,
    "sure": None,
    "unknown": None,
}
COLUMNS: Final = (
    "plan",
    "identifier",
    "title",
    "title_en",
    "makers",
    "maker_names",
    "schemes",
    "scheme_names",
    "certified",
    "fiscal_year",
    "round",
    "period_start",
    "period_end",
    "answer",
    "reason",
)
#: What a spreadsheet would run, or whose first digit it would drop (OWASP, CSV Injection).
_RUN: Final = re.compile(r"[=+\-@\t\r＝＋－＠]|0[0-9]+\Z")


class View(NamedTuple):
    """A page of a list: its plans, what was asked, how many there are of each answer, and the addresses of its pages."""

    members: Sequence[Member]
    asked: Mapping[str, str]
    sure: int
    unknown: int
    address: str
    pages: Mapping[str, str]


class _Names(NamedTuple):
    table: Table
    registry: Registry
    language: Language

    def maker(self, iri: str) -> str:
        government = self.registry.governments.get(local(iri))
        return government.name if government else ""

    def scheme(self, iri: str) -> str:
        scheme = self.table.schemes.get(local(iri))
        return scheme.label.in_language(self.language) if scheme else ""


def as_jsonld(view: View, table: Table, registry: Registry, language: Language) -> bytes:
    """Return a page as JSON-LD: a hydra:Collection with its context inside; what is not known is left out."""
    names = _Names(table, registry, language)
    collection, _, _ = view.address.partition("?")
    return msgspec.json.encode(
        {
            "@context": _CONTEXT,
            "id": view.pages["first"] if view.asked else collection,
            "type": "hydra:Collection",
            "asked": view.asked,
            "totalItems": view.sure + view.unknown,
            "sure": view.sure,
            "unknown": view.unknown,
            "view": {"id": view.address, "type": "hydra:PartialCollectionView", **view.pages},
            "member": [_described(member, names) for member in view.members],
        }
    )


def _described(member: Member, names: _Names) -> dict[str, Any]:
    plan = member.plan
    said = {
        "title": plan.title,
        "titleEn": plan.title_en,
        "maker": [_linked(iri, names.maker(iri)) for iri in plan.makers],
        "scheme": [_linked(iri, names.scheme(iri)) for iri in plan.schemes],
        "certification": _certification(plan),
        "period": _period(plan),
    }
    conditions = {
        name: {"answer": one.answer, "reason": one.reason.in_language(names.language)}
        for name, one in member.verdicts.items()
    }
    return {
        "id": plan.iri,
        "type": "saisei:Plan",
        "identifier": plan.key,
        **{name: value for name, value in said.items() if value},
        "answer": member.answer,
        **({"conditions": conditions} if conditions else {}),
    }


def _linked(iri: str, name: str) -> dict[str, str]:
    return {"id": iri, "name": name} if name else {"id": iri}


def _certification(plan: Plan) -> dict[str, Any]:
    one = plan.certification
    if one is None:
        return {}
    said = {
        "date": _day(one.date),
        "fiscalYear": int(one.year) if one.year else None,
        "round": one.round,
    }
    return {"id": one.event, "type": "saisei:Certification", **{k: v for k, v in said.items() if v}}


def _period(plan: Plan) -> dict[str, Any]:
    if plan.period is None:
        return {}
    said = {"start": _day(plan.period.start), "end": _day(plan.period.end)}
    return {"id": plan.period.iri, "type": "saisei:Period", **{k: v for k, v in said.items() if v}}


def _day(text: str) -> dict[str, str] | None:
    """Return a day, month or year with its datatype."""
    return {"value": text, "type": _DATES[len(text)]} if len(text) in _DATES else None


def as_csv(view: View, table: Table, registry: Registry, language: Language, *, excel: bool) -> bytes:
    """Return a page as CSV (RFC 4180, UTF-8): codes and names of several makers are parted by a space or 、.

    For Excel it begins with a byte order mark, and what Excel would run or spoil begins with an apostrophe.
    """
    names = _Names(table, registry, language)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for member in view.members:
        row = _row(member, names)
        writer.writerow([f"'{cell}" if excel and _RUN.match(cell) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig" if excel else "utf-8")


def _row(member: Member, names: _Names) -> list[str]:
    plan = member.plan
    certified, period = plan.certification, plan.period
    reasons = [f"{name}: {one.reason.in_language(names.language)}" for name, one in member.verdicts.items()]
    return [
        plan.iri,
        plan.key,
        plan.title,
        plan.title_en,
        " ".join(map(local, plan.makers)),
        "、".join(filter(None, map(names.maker, plan.makers))),
        " ".join(map(local, plan.schemes)),
        "、".join(filter(None, map(names.scheme, plan.schemes))),
        certified.date if certified else "",
        certified.year if certified else "",
        local(certified.round) if certified else "",
        period.start if period else "",
        period.end if period else "",
        member.answer,
        "; ".join(reasons),
    ]
