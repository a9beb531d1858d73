"""Say which field of a record a property of a node comes from, in the paths of records (``period.end``).

This is the way of saisei_lod.mapping back. Properties that are computed lead to what they are computed from.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from saisei_lod.mapping.timeline import Occurrence, timeline
from saisei_lod.publishing.tracing.nodes import Node
from saisei_lod.records.evidence import event_path
from saisei_lod.records.model import Amendment, PlanRecord

__all__ = ["evidence_path", "field_of", "page_field", "value_at"]

#: Of the plan and its versions.
_OF_PLAN: Final[Mapping[str, str]] = {
    "dcterms:identifier": "id",
    "dcterms:title": "title",
    "saisei:amount": "amounts",
    "saisei:combinedInto": "combined_into",
    "saisei:coverage": "coverage",
    "saisei:document": "documents",
    "saisei:editorialSummary": "own",
    "saisei:editorialTitle": "own.title_en",
    "saisei:formerKey": "former_ids",
    "saisei:indicator": "indicators",
    "saisei:jointMaking": "makers",
    "saisei:makerBasis": "makers",
    "saisei:period": "period",
    "saisei:summary": "summary",
}
#: Of the parts, by their kind.
_OF_PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "coverage": {"saisei:coverageKind": "coverage.kind", "saisei:wording": "coverage.text", "": "coverage"},
    "period": {
        "saisei:periodStart": "period.start",
        "saisei:periodEnd": "period.end",
        "saisei:precision": "period.precision",
        "saisei:wording": "printed.period",
        "": "period",
    },
    "joint-making": {"saisei:wording": "printed.makers", "": "makers"},
    "listing": {
        "dcterms:title": "title",
        "saisei:heading": "heading",
        "saisei:listedStatus": "status",
        "saisei:firstLine": "lines",
        "saisei:lastLine": "lines",
        "": "",
    },
}
_OF_NUMBERED: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "document": (
        "documents",
        {
            "dcterms:format": "format",
            "saisei:printedSize": "size_text",
            "saisei:printedKilobytes": "size_text",
            "saisei:url": "url",
        },
    ),
    "amount": ("amounts", {"skos:prefLabel": "name", "saisei:yen": "yen", "saisei:wording": "text"}),
    "indicator": (
        "indicators",
        {"skos:prefLabel": "name", "saisei:unit": "unit", "saisei:indicatorValue": "values"},
    ),
}
_OF_VALUES: Final = {
    "saisei:role": "role",
    "saisei:year": "year",
    "saisei:value": "value",
    "saisei:number": "value",
}
_OF_EVENTS: Final[Mapping[str, str]] = {
    "dcterms:date": "date",
    "rdf:type": "kind",
    "saisei:dateBasis": "date_basis",
    "saisei:daysSinceCertification": "date",
    "saisei:fiscalYear": "date",
    "saisei:inRound": "round",
    "saisei:roundBasis": "round_basis",
}
_OF_PAGES: Final[Mapping[str, str]] = {
    "dcat:contactPoint": "page.contact",
    "dcterms:modified": "page.last_updated",
    "dcterms:publisher": "page.publisher.code",
    "dcterms:title": "page.title",
    "prov:specializationOf": "page.source",
    "saisei:fax": "page.contact.fax",
    "saisei:pageId": "page.page_id",
    "saisei:postalAddress": "page.contact.address",
    "saisei:retrieved": "page.retrieved",
    "saisei:sha256": "page.sha256",
    "saisei:telephone": "page.contact.phone",
    "saisei:url": "page.url",
    "vcard:fn": "page.contact.name",
    "vcard:hasEmail": "page.contact.email",
}
_STEP: Final = re.compile(r"([a-z_][a-z_0-9]*)|\[(\d+)\]")
_CODE: Final = re.compile(r"/local-government/(\d+)>\Z")
_SLUG: Final = re.compile(r"/scheme/([a-z0-9-]+)>\Z")


class _Asked(NamedTuple):
    """What is looked for: a property of a node, with its value in N-Triples ("" for none)."""

    node: Node
    about: str
    value: str


def field_of(node: Node, about: str, value: str, plan: PlanRecord, merged: PlanRecord) -> str:
    """Return the field of a plan's record that says a property of a node; "" where none does.

    ``merged`` is the record of the whole plan, by whose events the IRIs of events and versions are named.
    """
    asked = _Asked(node, about, value)
    if about in _LISTS:
        return _listed(asked, plan)
    if node.kind in _OF_NUMBERED:
        return _numbered(asked)
    if node.kind == "event":
        return _of_event(asked, plan, merged)
    if node.kind in _OF_PARTS:
        own = _OF_PARTS[node.kind]
        return own.get(about, own[""])
    return _OF_PLAN.get(about) or _of_version(asked, plan, merged)


def page_field(about: str) -> str:
    """Return the field of a page that says a property of its document, snapshot or contact."""
    return _OF_PAGES.get(about, "page")


def _makers(asked: _Asked, plan: PlanRecord) -> str:
    found = _CODE.search(asked.value)
    numbers = [n for n, maker in enumerate(plan.makers) if found and maker.code == found[1]]
    return f"makers[{numbers[0]}].code" if numbers else "makers"


def _places(asked: _Asked, plan: PlanRecord) -> str:
    found = _CODE.search(asked.value)
    if found and found[1] in plan.coverage.codes:
        return f"coverage.codes[{plan.coverage.codes.index(found[1])}]"
    return "coverage.codes" if plan.coverage.codes else "coverage"


def _schemes(asked: _Asked, plan: PlanRecord) -> str:
    found = _SLUG.search(asked.value)
    if found and found[1] in plan.schemes:
        return f"schemes[{plan.schemes.index(found[1])}]"
    return "schemes"


_LISTS: Final[Mapping[str, Callable[[_Asked, PlanRecord], str]]] = {
    "org:hasMember": _makers,
    "saisei:covers": _places,
    "saisei:lead": _makers,
    "saisei:maker": _makers,
    "saisei:scheme": _schemes,
}


def _listed(asked: _Asked, plan: PlanRecord) -> str:
    return _LISTS[asked.about](asked, plan)


def _numbered(asked: _Asked) -> str:
    name, parts = _OF_NUMBERED[asked.node.kind]
    number, *further = asked.node.numbers or (1,)
    field = f"{name}[{number - 1}]"
    if further:
        field += f".values[{further[0] - 1}]"
        parts = _OF_VALUES
    return f"{field}.{parts[asked.about]}" if asked.about in parts else field


def _of_event(asked: _Asked, plan: PlanRecord, merged: PlanRecord) -> str:
    for event in timeline(merged).events:
        suffix = f"-{event.number}" if event.number > 1 else ""
        if asked.node.tail == event.label.replace("-", "") + suffix:
            return _within(_event_field(event, plan), asked.about)
    return ""


def _of_version(asked: _Asked, plan: PlanRecord, merged: PlanRecord) -> str:
    """Return the field of the event that opens a version; of the plan itself, that of its certification."""
    if asked.node.kind == "plan":
        return "certification" if asked.about == "saisei:event" else ""
    events = timeline(merged).events
    if asked.about == "saisei:certainUntil":
        opening = [event for event in events if event.is_doubtful]
    else:
        opening = [event for event in events if event.when.replace("-", "") == asked.node.tail]
    return _within(_event_field(opening[0], plan), "dcterms:date") if opening else ""


def _event_field(event: Occurrence, plan: PlanRecord) -> str:
    """Return where a record tells of an event; "" where it does not."""
    if event.kind == "certification":
        said = plan.certification
        return "certification" if said.date or said.round else ""
    same = [n for n, one in enumerate(plan.amendments) if one == event.record]
    alike = [n for n, one in enumerate(plan.amendments) if _label(one) == event.label]
    number = next(iter(same or alike), None)
    return f"amendments[{number}]" if number is not None else ""


def _within(field: str, about: str) -> str:
    part = _OF_EVENTS.get(about, "")
    if not field or not part or (field == "certification" and part == "kind"):
        return field
    return f"{field}.{part}"


def _label(event: Amendment) -> str:
    return event.date or (f"r{event.round:03d}" if event.round else "nodate")


def value_at(record: object, field: str) -> object:
    """Return what a record says in a field; None where it says nothing.

    >>> value_at(PlanRecord(schemes=["suishin"]), "schemes[0]")
    'suishin'
    """
    value: object = record
    for name, number in _STEP.findall(field):
        if isinstance(value, dict):
            value = value.get(name)
        elif isinstance(value, list | tuple):
            value = value[int(number)] if number and int(number) < len(value) else None
        else:
            value = getattr(value, name, None)
    return value


def evidence_path(plan: PlanRecord, field: str) -> str:
    """Return the name under which a record keeps the evidence of a field: by identity, not by place.

    >>> evidence_path(PlanRecord(schemes=["suishin"]), "schemes[0]")
    'schemes.suishin'
    """
    name, bracket, rest = field.partition("[")
    if not bracket or name in {"documents", "indicators", "amounts"}:
        return field
    number, _, part = rest.partition("]")
    one = value_at(plan, f"{name}[{number}]")
    if isinstance(one, Amendment):
        before = [_label(other) for other in plan.amendments[: int(number)]]
        label = _label(one)
        return event_path(label, before.count(label) + 1) + part
    return f"{name}.{getattr(one, 'code', None) or getattr(one, 'name', None) or one}"
