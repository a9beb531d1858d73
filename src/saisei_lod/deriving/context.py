"""Derive ontology/context.jsonld (JSON-LD 1.1, section 4.1) from the properties.

How values stand, so that whoever writes JSON-LD by this context writes what it reads back:

- Every :class:`saisei_lod.terms.Property` says by ``datatype`` what the context says by ``@type``. A literal
  of that datatype stands bare: a string, or a number or truth value where JSON has one (integer, boolean).
- A value of another datatype is an object: ``{"@value": "2021-03", "@type": "xsd:gYearMonth"}``. Where a
  property takes several datatypes (dcterms:date, saisei:existsFrom), xsd:date is the one that stands bare.
- Where ``datatype`` is ``@id``, IRIs stand bare: terms as compact IRIs, resources in full. Elsewhere an
  IRI is an object, ``{"id": "…"}`` (dcterms:format holds both).
- Where ``languages`` is true, the values are a map by language tag; with ``repeated`` each entry is an array.
- ``repeated`` values always stand in an array.

The context names no prefix for resources: ``version``, ``event`` and others are keys of properties, and
one context serves the publishers of all bases.
"""

import json

from saisei_lod.deriving.naming import json_keys, usage
from saisei_lod.deriving.ontology import SOURCES, Ontology, Term

__all__ = ["context_document"]


def context_document(ontology: Ontology) -> str:
    """Return the context as a JSON document, whose first key says where it comes from."""
    keys = json_keys(ontology)
    properties = {keys[term.name]: term for term in ontology.terms if term.kind.is_property}
    context: dict[str, object] = {
        "@version": 1.1,
        "id": "@id",
        "type": "@type",
        **ontology.prefixes,
        **{key: _definition(term, ontology) for key, term in sorted(properties.items())},
    }
    notice = (
        f"Derived from {' and '.join(SOURCES)} by `saisei derive`: change those files, then derive again."
    )
    lines = ",\n".join(f"  {_spelled(name)}: {_spelled(said)}" for name, said in context.items())
    return f'{{\n "$comment": {_spelled(notice)},\n "@context": {{\n{lines}\n }}\n}}\n'


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _definition(term: Term, ontology: Ontology) -> dict[str, object]:
    stands = usage(term, ontology.prefixes)
    definition: dict[str, object] = {"@id": term.name}
    if stands.datatype:
        definition["@type"] = (
            stands.datatype
            if ":" in stands.datatype or stands.datatype == "@id"
            else f"xsd:{stands.datatype}"
        )
    containers = [
        name for name, wanted in (("@language", stands.languages), ("@set", stands.repeated)) if wanted
    ]
    if containers:
        definition["@container"] = containers if len(containers) > 1 else containers[0]
    return definition
