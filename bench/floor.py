"""Write generated plans as N-Triples, Turtle and JSON-LD by plain f-strings: the floor of pure Python.

It knows the shape of the generated records: it sorts nothing, checks nothing, and escapes nothing. It
says the same graph as the real mapping, which bench.writing compares.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.merging import MergedPlan
from saisei_lod.records.model import PlanRecord

__all__ = ["write"]

_ID: Final = "https://w3id.org/saisei/id"
_NS: Final = "https://w3id.org/saisei/ns#"
_DCT: Final = "http://purl.org/dc/terms/"
_PROV: Final = "http://www.w3.org/ns/prov#"
_A: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_DATE: Final = "<http://www.w3.org/2001/XMLSchema#date>"
_INT: Final = "<http://www.w3.org/2001/XMLSchema#integer>"
#: The two keys of the context that are not plain local names.
_IS_VERSION_OF: Final = v.DCTERMS_IS_VERSION_OF.key
_PREVIOUS_VERSION: Final = v.DCAT_PREVIOUS_VERSION.key
_STATUS: Final = {"current": "ListedAsCurrent", "ended": "ListedAsEnded"}


class _Facts(NamedTuple):
    """What all three syntaxes need of a plan: local names, and what is derived."""

    key: str
    record: PlanRecord
    certified: str
    certified_year: int
    amended: str
    amended_year: int
    since: int
    days: int
    kilobytes: str
    first: str
    last: str
    snapshot: str


def write(plans: Iterable[MergedPlan], folder: Path, prefixes: Mapping[str, str], context: object) -> None:
    """Write plans.nt, plans.ttl and plans.jsonld into ``folder``."""
    with (
        (folder / "plans.nt").open("w", encoding="utf-8", buffering=1 << 20) as nt,
        (folder / "plans.ttl").open("w", encoding="utf-8", buffering=1 << 20) as ttl,
        (folder / "plans.jsonld").open("w", encoding="utf-8", buffering=1 << 20) as jsonld,
    ):
        ttl.writelines(f"@prefix {name}: <{base}> .\n" for name, base in prefixes.items())
        jsonld.write(f'{{"@context": {json.dumps(context)},\n"@graph": [')
        comma = "\n"
        for plan in plans:
            facts = _facts(plan)
            nt.write(_ntriples(facts))
            ttl.write(_turtle(facts))
            jsonld.write(comma + _jsonld(facts))
            comma = ",\n"
        jsonld.write("\n]}\n")


def _facts(plan: MergedPlan) -> _Facts:
    key, record, page = plan.key, plan.record, plan.listings[0].page
    certified = record.certification.date or ""
    amended = (record.amendments[0].date or "") if record.amendments else ""
    start = date.fromisoformat(certified)
    end = (record.period.end or "") if record.period else ""
    return _Facts(
        key,
        record,
        certified,
        int(certified[:4]) - (certified[5:7] < "04"),
        amended,
        int(amended[:4]) - (amended[5:7] < "04") if amended else 0,
        (date.fromisoformat(amended) - start).days if amended else 0,
        (date.fromisoformat(end) - start).days if end else 0,
        (record.documents[0].size_text or "").removesuffix("キロバイト") if record.documents else "",
        f"{key}-{certified.replace('-', '')}",
        f"{key}-{(amended or certified).replace('-', '')}",
        f"{page.source}-{(page.sha256 or '')[:8]}",
    )


def _ntriples(facts: _Facts) -> str:
    key, first, last = facts.key, facts.first, facts.last
    plan, listing = f"<{_ID}/plan/{key}>", f"<{_ID}/listing/{facts.snapshot}-{key}>"
    version, latest = f"<{_ID}/version/{first}>", f"<{_ID}/version/{last}>"
    event = f"<{_ID}/event/{first}>"
    lines = [f"{plan} {said} .\n{latest} {said} .\n" for said in _ntriples_shared(facts)]
    lines.append(
        f'{plan} {_A} <{_NS}Plan> .\n{plan} <{_DCT}identifier> "{key}" .\n'
        f"{plan} <{_NS}latestVersion> {latest} .\n{plan} <{_NS}version> {version} .\n"
        f"{plan} <{_NS}event> {event} .\n{latest} <{_NS}describedIn> {listing} .\n"
        f"{version} {_A} <{_NS}PlanVersion> .\n{version} <{_DCT}isVersionOf> {plan} .\n"
        f"{version} <{_PROV}specializationOf> {plan} .\n{version} <{_PROV}wasGeneratedBy> {event} .\n"
        f'{version} <{_NS}validFrom> "{facts.certified}"^^{_DATE} .\n'
        f"{event} {_A} <{_NS}PlanEvent> .\n{event} {_A} <{_NS}Certification> .\n"
        f'{event} <{_NS}eventOf> {plan} .\n{event} <{_DCT}date> "{facts.certified}"^^{_DATE} .\n'
        f"{event} <{_NS}dateBasis> <{_NS}Stated> .\n{event} <{_NS}roundBasis> <{_NS}Stated> .\n"
        f'{event} <{_NS}fiscalYear> "{facts.certified_year}"^^{_INT} .\n'
        f"{event} <{_NS}inRound> <{_ID}/round/{facts.record.certification.round}> .\n"
        f"{event} <{_PROV}generated> {version} .\n"
    )
    if facts.amended:
        lines.append(_ntriples_amendment(facts, plan, version, latest))
    lines.append(_ntriples_parts(facts))
    lines.append(_ntriples_listing(facts, listing, plan))
    return "".join(lines)


def _ntriples_shared(facts: _Facts) -> list[str]:
    record, last = facts.record, facts.last
    shared = [
        f'<{_DCT}title> "{record.title}"@ja',
        f"<{_NS}makerBasis> <{_NS}Stated>",
        *[f"<{_NS}maker> <{_ID}/local-government/{maker.code}>" for maker in record.makers],
        *[f"<{_NS}scheme> <{_ID}/scheme/{slug}>" for slug in record.schemes],
    ]
    if record.summary:
        shared.append(f'<{_NS}summary> "{record.summary}"@ja')
    if len(record.makers) > 1:
        shared.append(f"<{_NS}jointMaking> <{_ID}/joint-making/{last}>")
    if record.period:
        shared.append(f"<{_NS}period> <{_ID}/period/{last}>")
    if record.documents:
        shared.append(f"<{_NS}document> <{_ID}/document/{last}-1>")
    return shared


def _ntriples_amendment(facts: _Facts, plan: str, version: str, latest: str) -> str:
    event = f"<{_ID}/event/{facts.last}>"
    return (
        f"{plan} <{_NS}version> {latest} .\n{plan} <{_NS}event> {event} .\n"
        f'{version} <{_NS}validUntil> "{facts.amended}"^^{_DATE} .\n'
        f"{latest} {_A} <{_NS}PlanVersion> .\n{latest} <{_DCT}isVersionOf> {plan} .\n"
        f"{latest} <{_PROV}specializationOf> {plan} .\n{latest} <{_PROV}wasGeneratedBy> {event} .\n"
        f'{latest} <{_NS}validFrom> "{facts.amended}"^^{_DATE} .\n'
        f"{latest} <http://www.w3.org/ns/dcat#previousVersion> {version} .\n"
        f"{latest} <{_PROV}wasRevisionOf> {version} .\n"
        f"{event} {_A} <{_NS}PlanEvent> .\n{event} {_A} <{_NS}Change> .\n{event} {_A} <{_NS}Amendment> .\n"
        f'{event} <{_NS}eventOf> {plan} .\n{event} <{_DCT}date> "{facts.amended}"^^{_DATE} .\n'
        f"{event} <{_NS}dateBasis> <{_NS}Stated> .\n"
        f'{event} <{_NS}fiscalYear> "{facts.amended_year}"^^{_INT} .\n'
        f'{event} <{_NS}daysSinceCertification> "{facts.since}"^^{_INT} .\n'
        f"{event} <{_PROV}used> {version} .\n{event} <{_PROV}generated> {latest} .\n"
    )


def _ntriples_parts(facts: _Facts) -> str:
    record, last = facts.record, facts.last
    said = ""
    if len(record.makers) > 1:
        node = f"<{_ID}/joint-making/{last}>"
        members = [
            f"{node} <http://www.w3.org/ns/org#hasMember> <{_ID}/local-government/{maker.code}> .\n"
            for maker in record.makers
        ]
        said = f"{node} {_A} <{_NS}JointMaking> .\n{''.join(members)}"
    if record.period:
        node = f"<{_ID}/period/{last}>"
        said += (
            f'{node} {_A} <{_NS}Period> .\n{node} <{_NS}periodStart> "{record.period.start}"^^{_DATE} .\n'
            f'{node} <{_NS}periodEnd> "{record.period.end}"^^{_DATE} .\n'
            f'{node} <{_NS}precision> <{_NS}DayPrecision> .\n{node} <{_NS}days> "{facts.days}"^^{_INT} .\n'
        )
    if record.documents:
        node = f"<{_ID}/document/{last}-1>"
        said += (
            f'{node} {_A} <{_NS}PlanDocument> .\n{node} <{_DCT}format> "PDF" .\n'
            f'{node} <{_NS}printedSize> "{record.documents[0].size_text}" .\n'
            f'{node} <{_NS}printedKilobytes> "{facts.kilobytes}"^^{_INT} .\n'
        )
    return said


def _ntriples_listing(facts: _Facts, listing: str, plan: str) -> str:
    record = facts.record
    first, last = record.lines or (0, 0)
    status = f"{listing} <{_NS}listedStatus> <{_NS}{_STATUS[record.status]}> .\n" if record.status else ""
    return (
        f"{listing} {_A} <{_NS}Listing> .\n{listing} <{_NS}listedPlan> {plan} .\n"
        f"{listing} <{_NS}snapshot> <{_ID}/snapshot/{facts.snapshot}> .\n"
        f'{listing} <{_NS}firstLine> "{first}"^^{_INT} .\n{listing} <{_NS}lastLine> "{last}"^^{_INT} .\n'
        f'{listing} <{_DCT}title> "{record.title}"@ja .\n{status}'
    )


def _turtle(facts: _Facts) -> str:
    key, first, last, record = facts.key, facts.first, facts.last, facts.record
    shared = _turtle_shared(facts)
    both = f", event:{last}" if facts.amended else ""
    text = (
        f'\nplan:{key} a saisei:Plan ;\n  dcterms:identifier "{key}" ;\n{shared}  saisei:event event:{first}{both} ;\n'
        f"  saisei:version version:{first}{both and f', version:{last}'} ;\n"
        f"  saisei:latestVersion version:{last} .\n"
        f"\nversion:{first} a saisei:PlanVersion ;\n  dcterms:isVersionOf plan:{key} ;\n"
        f"  prov:specializationOf plan:{key} ;\n  prov:wasGeneratedBy event:{first} ;\n"
    )
    described = f"{shared}  saisei:describedIn listing:{facts.snapshot}-{key} ;\n"
    since = f'  saisei:validFrom "{facts.certified}"^^xsd:date .\n'
    if facts.amended:
        text += (
            f'  saisei:validUntil "{facts.amended}"^^xsd:date ;\n{since}{_turtle_amendment(facts, described)}'
        )
    else:
        text += described + since
    return (
        f"{text}\nevent:{first} a saisei:PlanEvent, saisei:Certification ;\n  saisei:eventOf plan:{key} ;\n"
        f'  dcterms:date "{facts.certified}"^^xsd:date ;\n  saisei:dateBasis saisei:Stated ;\n'
        f"  saisei:fiscalYear {facts.certified_year} ;\n  saisei:inRound round:{record.certification.round} ;\n"
        f"  saisei:roundBasis saisei:Stated ;\n  prov:generated version:{first} .\n"
        f"{_turtle_parts(facts)}{_turtle_listing(facts)}"
    )


def _turtle_shared(facts: _Facts) -> str:
    record, last = facts.record, facts.last
    makers = ", ".join([f"local-government:{maker.code}" for maker in record.makers])
    return (
        f'  dcterms:title "{record.title}"@ja ;\n  saisei:maker {makers} ;\n  saisei:makerBasis saisei:Stated ;\n'
        f"  saisei:scheme {', '.join([f'scheme:{slug}' for slug in record.schemes])} ;\n"
        + (f'  saisei:summary "{record.summary}"@ja ;\n' if record.summary else "")
        + (f"  saisei:jointMaking joint-making:{last} ;\n" if len(record.makers) > 1 else "")
        + (f"  saisei:period period:{last} ;\n" if record.period else "")
        + (f"  saisei:document document:{last}-1 ;\n" if record.documents else "")
    )


def _turtle_amendment(facts: _Facts, described: str) -> str:
    key, first, last = facts.key, facts.first, facts.last
    return (
        f"\nversion:{last} a saisei:PlanVersion ;\n  dcterms:isVersionOf plan:{key} ;\n"
        f"  prov:specializationOf plan:{key} ;\n  prov:wasGeneratedBy event:{last} ;\n{described}"
        f"  dcat:previousVersion version:{first} ;\n  prov:wasRevisionOf version:{first} ;\n"
        f'  saisei:validFrom "{facts.amended}"^^xsd:date .\n'
        f"\nevent:{last} a saisei:PlanEvent, saisei:Change, saisei:Amendment ;\n  saisei:eventOf plan:{key} ;\n"
        f'  dcterms:date "{facts.amended}"^^xsd:date ;\n  saisei:dateBasis saisei:Stated ;\n'
        f"  saisei:fiscalYear {facts.amended_year} ;\n  saisei:daysSinceCertification {facts.since} ;\n"
        f"  prov:used version:{first} ;\n  prov:generated version:{last} .\n"
    )


def _turtle_parts(facts: _Facts) -> str:
    record, last = facts.record, facts.last
    said = ""
    if len(record.makers) > 1:
        members = ", ".join([f"local-government:{maker.code}" for maker in record.makers])
        said = f"\njoint-making:{last} a saisei:JointMaking ;\n  org:hasMember {members} .\n"
    if record.period:
        said += (
            f'\nperiod:{last} a saisei:Period ;\n  saisei:periodStart "{record.period.start}"^^xsd:date ;\n'
            f'  saisei:periodEnd "{record.period.end}"^^xsd:date ;\n'
            f"  saisei:precision saisei:DayPrecision ;\n  saisei:days {facts.days} .\n"
        )
    if record.documents:
        said += (
            f'\ndocument:{last}-1 a saisei:PlanDocument ;\n  dcterms:format "PDF" ;\n'
            f'  saisei:printedSize "{record.documents[0].size_text}" ;\n'
            f"  saisei:printedKilobytes {facts.kilobytes} .\n"
        )
    return said


def _turtle_listing(facts: _Facts) -> str:
    record = facts.record
    first, last = record.lines or (0, 0)
    status = f"  saisei:listedStatus saisei:{_STATUS[record.status]} ;\n" if record.status else ""
    return (
        f"\nlisting:{facts.snapshot}-{facts.key} a saisei:Listing ;\n  saisei:listedPlan plan:{facts.key} ;\n"
        f"  saisei:snapshot snapshot:{facts.snapshot} ;\n  saisei:firstLine {first} ;\n"
        f'  saisei:lastLine {last} ;\n{status}  dcterms:title "{record.title}"@ja .\n'
    )


def _jsonld(facts: _Facts) -> str:
    key, first, last, record = facts.key, facts.first, facts.last, facts.record
    plan, texts = f"{_ID}/plan/{key}", _jsonld_texts(facts)
    described = f'\n    {texts}{_jsonld_references(facts)}"describedIn": [{_jsonld_listing(facts)}],'
    versions = (
        f'{{\n    "id": "{_ID}/version/{first}",\n    "type": "saisei:PlanVersion",\n'
        f'    "{_IS_VERSION_OF}": "{plan}",\n    "specializationOf": "{plan}",{"" if facts.amended else described}\n'
        f'    "wasGeneratedBy": "{_ID}/event/{first}",\n    "validFrom": "{facts.certified}"'
    )
    events = (
        f'{{\n    "id": "{_ID}/event/{first}",\n    "type": ["saisei:PlanEvent", "saisei:Certification"],\n'
        f'    "eventOf": "{plan}",\n    "date": "{facts.certified}",\n    "dateBasis": "saisei:Stated",\n'
        f'    "fiscalYear": {facts.certified_year},\n    "inRound": "{_ID}/round/{record.certification.round}",\n'
        f'    "roundBasis": "saisei:Stated",\n    "generated": ["{_ID}/version/{first}"]\n   }}'
    )
    if facts.amended:
        versions += (
            f',\n    "validUntil": "{facts.amended}"\n   }}, {_jsonld_later_version(facts, described)}'
        )
        events += f", {_jsonld_later_event(facts)}"
    else:
        versions += "\n   }"
    return (
        f' {{\n   "id": "{plan}",\n   "type": "saisei:Plan",\n   "identifier": "{key}",\n'
        f'   {texts}{_jsonld_parts(facts)}"event": [{events}],\n   "version": [{versions}],\n'
        f'   "latestVersion": "{_ID}/version/{last}"\n  }}'
    )


def _jsonld_texts(facts: _Facts) -> str:
    record = facts.record
    makers = ", ".join([f'"{_ID}/local-government/{maker.code}"' for maker in record.makers])
    schemes = ", ".join([f'"{_ID}/scheme/{slug}"' for slug in record.schemes])
    summary = f'"summary": {{"ja": "{record.summary}"}},\n   ' if record.summary else ""
    return (
        f'"title": {{"ja": "{record.title}"}},\n   "maker": [{makers}],\n   "makerBasis": "saisei:Stated",\n   '
        f'"scheme": [{schemes}],\n   {summary}'
    )


def _jsonld_references(facts: _Facts) -> str:
    record, last = facts.record, facts.last
    return (
        (f'"jointMaking": "{_ID}/joint-making/{last}",\n    ' if len(record.makers) > 1 else "")
        + (f'"period": "{_ID}/period/{last}",\n    ' if record.period else "")
        + (f'"document": ["{_ID}/document/{last}-1"],\n    ' if record.documents else "")
    )


def _jsonld_parts(facts: _Facts) -> str:
    record, last = facts.record, facts.last
    said = ""
    if len(record.makers) > 1:
        members = ", ".join([f'"{_ID}/local-government/{maker.code}"' for maker in record.makers])
        said = (
            f'"jointMaking": {{\n    "id": "{_ID}/joint-making/{last}",\n    "type": "saisei:JointMaking",\n'
            f'    "hasMember": [{members}]\n   }},\n   '
        )
    if record.period:
        said += (
            f'"period": {{\n    "id": "{_ID}/period/{last}",\n    "type": "saisei:Period",\n'
            f'    "periodStart": "{record.period.start}",\n    "periodEnd": "{record.period.end}",\n'
            f'    "precision": "saisei:DayPrecision",\n    "days": {facts.days}\n   }},\n   '
        )
    if record.documents:
        said += (
            f'"document": [{{\n    "id": "{_ID}/document/{last}-1",\n    "type": "saisei:PlanDocument",\n'
            f'    "format": "PDF",\n    "printedSize": "{record.documents[0].size_text}",\n'
            f'    "printedKilobytes": {facts.kilobytes}\n   }}],\n   '
        )
    return said


def _jsonld_later_version(facts: _Facts, described: str) -> str:
    plan, first, last = f"{_ID}/plan/{facts.key}", facts.first, facts.last
    return (
        f'{{\n    "id": "{_ID}/version/{last}",\n    "type": "saisei:PlanVersion",\n'
        f'    "{_IS_VERSION_OF}": "{plan}",\n    "specializationOf": "{plan}",{described}\n'
        f'    "wasGeneratedBy": "{_ID}/event/{last}",\n    "{_PREVIOUS_VERSION}": "{_ID}/version/{first}",\n'
        f'    "wasRevisionOf": "{_ID}/version/{first}",\n    "validFrom": "{facts.amended}"\n   }}'
    )


def _jsonld_later_event(facts: _Facts) -> str:
    first, last = facts.first, facts.last
    return (
        f'{{\n    "id": "{_ID}/event/{last}",\n'
        f'    "type": ["saisei:PlanEvent", "saisei:Change", "saisei:Amendment"],\n'
        f'    "eventOf": "{_ID}/plan/{facts.key}",\n    "date": "{facts.amended}",\n'
        f'    "dateBasis": "saisei:Stated",\n    "fiscalYear": {facts.amended_year},\n'
        f'    "daysSinceCertification": {facts.since},\n    "used": ["{_ID}/version/{first}"],\n'
        f'    "generated": ["{_ID}/version/{last}"]\n   }}'
    )


def _jsonld_listing(facts: _Facts) -> str:
    record = facts.record
    first, last = record.lines or (0, 0)
    status = f'     "listedStatus": "saisei:{_STATUS[record.status]}",\n' if record.status else ""
    return (
        f'{{\n     "id": "{_ID}/listing/{facts.snapshot}-{facts.key}",\n     "type": "saisei:Listing",\n'
        f'     "listedPlan": "{_ID}/plan/{facts.key}",\n     "snapshot": "{_ID}/snapshot/{facts.snapshot}",\n'
        f'     "firstLine": {first},\n     "lastLine": {last},\n{status}     "title": {{"ja": "{record.title}"}}\n    }}'
    )
