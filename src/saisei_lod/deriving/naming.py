"""Decide how a term is called in Python and in JSON-LD, and how its values stand there."""

import re
from typing import Final, NamedTuple

from saisei_lod.deriving.ontology import OWN_PREFIX, Kind, Ontology, Term
from saisei_lod.errors import Bilingual, InputError
from saisei_lod.terms import XSD

__all__ = ["Usage", "constants", "json_keys", "usage"]

#: Keys that the context gives to JSON-LD's own keywords.
_KEYWORDS: Final = frozenset({"id", "type"})
_LANG_STRING: Final = "rdf:langString"
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Usage(NamedTuple):
    """How the values of a property stand in JSON-LD: the arguments of :class:`saisei_lod.terms.Property`.

    ``datatype`` is ``@id`` for IRIs, the local name of an XSD datatype, the IRI of another, or "" for
    plain strings and for language maps.
    """

    datatype: str
    languages: bool
    repeated: bool


def constants(ontology: Ontology) -> dict[str, str]:
    """Return the name of the constant of each term, by prefixed name: ``saisei:validFrom`` → ``VALID_FROM``.

    Terms of others carry their prefix; a class whose name a property bears ends in ``_CLASS``.
    """
    taken = {_plain_name(term) for term in ontology.terms if term.kind.is_property}
    return {
        term.name: f"{plain}_CLASS" if not term.kind.is_property and plain in taken else plain
        for term in ontology.terms
        for plain in [_plain_name(term)]
    }


def _plain_name(term: Term) -> str:
    local = _HUMP.sub("_", term.local).upper()
    return local if term.prefix == OWN_PREFIX else f"{term.prefix.upper()}_{local}"


def json_keys(ontology: Ontology) -> dict[str, str]:
    """Return the JSON-LD key of each property, by prefixed name: its local name.

    Where two properties share a local name, our own keeps it, or else the one of saisei.ttl, or the
    first by name; the others are told apart by their prefix (``dcatVersion``).
    """
    properties = [term for term in ontology.terms if term.kind.is_property]
    keys: dict[str, str] = {}
    taken = set(_KEYWORDS)
    for term in sorted(
        properties, key=lambda term: (not term.is_own, term.name not in ontology.core, term.name)
    ):
        local = term.local
        keys[term.name] = f"{term.prefix}{local[0].upper()}{local[1:]}" if local in taken else local
        taken.add(keys[term.name])
    return keys


def usage(term: Term, prefixes: dict[str, str]) -> Usage:
    """Return how the values of a property stand; of several datatypes, xsd:date is the one that stands bare.

    Raises InputError where nothing tells the datatype of a property whose values are literals.
    """
    datatypes = term.datatypes or tuple(name for name in term.range if term.kind is Kind.DATATYPE)
    if not datatypes and term.kind is Kind.DATATYPE:
        raise InputError(
            Bilingual(
                f"{term.name} の値のデータ型が分かりません。", f"Nothing tells the datatype of {term.name}."
            ),
            where="ontology/",
            expected=Bilingual(
                "rdfs:range または saisei:valueDatatype", "rdfs:range or saisei:valueDatatype"
            ),
            todo=Bilingual("どちらかを書いてください。", "State one of them."),
        )
    if _LANG_STRING in datatypes:
        return Usage("", languages=True, repeated=term.many)
    return Usage(_bare(datatypes, prefixes), languages=False, repeated=term.many)


def _bare(datatypes: tuple[str, ...], prefixes: dict[str, str]) -> str:
    if not datatypes:
        return "@id"
    chosen = "xsd:date" if "xsd:date" in datatypes else datatypes[0]
    prefix, local = chosen.split(":", 1)
    iri = prefixes[prefix] + local
    return "" if chosen == "xsd:string" else iri.removeprefix(XSD)
