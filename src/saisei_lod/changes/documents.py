"""Write changes as documents: JSON-LD, whose keys stay, and Turtle, which says the same.

A change is an activity (W3C Activity Streams 2.0 Vocabulary, section 3.1) on an entity; its kind is a concept
with a label, under the concept of its nature. Values before and after stand in the JSON alone.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from saisei_lod import vocabulary as v
from saisei_lod.changes.comparing import Changes
from saisei_lod.changes.facts import local
from saisei_lod.changes.model import KINDS, NATURES, Change, Nature
from saisei_lod.changes.releases import Head
from saisei_lod.changes.wording import line
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.serialization import write
from saisei_lod.terms import Description, Iri, Namespace, Property, date, text

__all__ = ["as_json", "as_turtle"]

AS: Final = Namespace("as", "https://www.w3.org/ns/activitystreams#")
_OBJECT: Final = Property(AS, "object", "as_object", datatype="@id")
_SUMMARY: Final = Property(AS, "summary", "as_summary", languages=True)
_CREATED: Final = frozenset(kind for kind in KINDS if kind.endswith(("-added", "-certified")))
#: How the keys of the JSON are read as RDF; what is null is for readers of the JSON alone.
_CONTEXT: Final[Mapping[str, Any]] = {
    "as": AS.base,
    "dcterms": v.DCTERMS.base,
    "skos": v.SKOS.base,
    "xsd": v.XSD.base,
    "id": "@id",
    "type": "@type",
    "entity": {"@id": "as:object", "@type": "@id"},
    "text": {"@id": "as:summary", "@container": "@language"},
    "date": None,
    "kind": {"@id": "dcterms:type", "@type": "@id"},
    **dict.fromkeys(["old", "new", "counts", "left_out", "natures", "kind_name", "nature"]),
    **dict.fromkeys(["late", "label", "details", "note"]),
}


def as_json(changes: Changes) -> str:
    """Return the changes as one JSON-LD document; keys may be added, these stay."""
    minter = Minter(changes.new.base)
    document = {
        "@context": _CONTEXT,
        "old": _head(changes.old) if changes.old else None,
        "new": _head(changes.new),
        "counts": changes.counts,
        "left_out": list(changes.left_out),
        "@graph": [
            *[_change(iri, change, changes, minter) for iri, change in _named(changes, minter)],
            *_concepts(changes, minter),
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _head(head: Head) -> dict[str, str]:
    return {"date": head.issued, "version": head.version, "base": head.base}


def _named(changes: Changes, minter: Minter) -> Iterator[tuple[Iri, Change]]:
    """Yield each change with its IRI: the day of the release, the kind, the entity, and a number if need be."""
    seen: dict[str, int] = {}
    day = changes.new.issued.replace("-", "")
    for change in changes.changes:
        name = f"change-{day}-{change.kind}-{local(change.entity)}"
        seen[name] = seen.get(name, 0) + 1
        yield minter.catalog(name if seen[name] == 1 else f"{name}-{seen[name]}"), change


def _change(iri: Iri, change: Change, changes: Changes, minter: Minter) -> dict[str, Any]:
    return {
        "id": iri.value,
        "type": f"as:{_activity(change)}",
        "kind": minter.catalog(f"change-kind-{change.kind}").value,
        "kind_name": change.kind,
        "nature": change.nature.value,
        "entity": change.entity,
        "label": change.label._asdict(),
        "date": change.date or None,
        "dcterms:date": _date(change.date),
        "late": change.late,
        "note": change.note._asdict() if change.note.ja else None,
        "details": [
            {
                "field": detail.field,
                "label": changes.names.field(detail.field)._asdict(),
                "old": [value._asdict() for value in detail.old],
                "new": [value._asdict() for value in detail.new],
            }
            for detail in change.details
        ],
        "text": line(change, changes.names)._asdict(),
    }


def _date(when: str) -> dict[str, str] | None:
    """Return a date as a JSON-LD value."""
    if not when:
        return None
    term = date(when)
    return {"@value": when, "@type": f"xsd:{local(term.datatype)}"}


def _activity(change: Change) -> str:
    if change.kind in _CREATED:
        return "Create"
    return "Delete" if change.kind.endswith("-withdrawn") else "Update"


def _concepts(changes: Changes, minter: Minter) -> Iterator[dict[str, Any]]:
    for name, label, broader in _kinds(changes):
        concept: dict[str, Any] = {"id": minter.catalog(name).value, "type": "skos:Concept"}
        concept["skos:prefLabel"] = [
            {"@value": label.ja, "@language": "ja"},
            {"@value": label.en, "@language": "en"},
        ]
        if broader:
            concept["skos:broader"] = {"@id": minter.catalog(broader).value}
        yield concept


def _kinds(changes: Changes) -> Iterator[tuple[str, Bilingual, str]]:
    """Yield the concepts of the kinds and natures that occur: name, label, name of the broader one."""
    for kind in changes.counts:
        yield f"change-kind-{kind}", KINDS[kind].label, f"change-nature-{KINDS[kind].nature.value}"
    occurring = {KINDS[kind].nature for kind in changes.counts}
    for nature in Nature:
        if nature in occurring:
            yield f"change-nature-{nature.value}", NATURES[nature][0], ""


def as_turtle(changes: Changes) -> str:
    """Return the changes as Turtle."""
    minter = Minter(changes.new.base)
    prefixes = {
        "as": AS.base,
        "dcterms": v.DCTERMS.base,
        "skos": v.SKOS.base,
        "catalog": minter.catalog("").value,
    }
    with tempfile.TemporaryDirectory(prefix="saisei-changes-") as scratch:
        target = Path(scratch) / "changes.ttl"
        blocks = ([one] for one in _described(changes, minter))
        write(blocks, {"turtle": target}, prefixes=prefixes, context={}, scratch=Path(scratch))
        return target.read_text(encoding="utf-8")


def _described(changes: Changes, minter: Minter) -> Iterator[Description]:
    for iri, change in _named(changes, minter):
        described = Description(iri, AS(_activity(change)))
        described.add(v.DCTERMS_TYPE, minter.catalog(f"change-kind-{change.kind}"))
        described.add(_OBJECT, Iri.absolute(change.entity))
        described.add(v.DCTERMS_DATE, date(change.date) if change.date else None)
        said = line(change, changes.names)
        described.add(_SUMMARY, text(said.ja, "ja"), text(said.en, "en"))
        yield described
    for name, label, broader in _kinds(changes):
        described = Description(minter.catalog(name), v.SKOS_CONCEPT)
        described.add(v.SKOS_PREF_LABEL, text(label.ja, "ja"), text(label.en, "en"))
        described.add(v.SKOS_BROADER, minter.catalog(broader) if broader else None)
        yield described
