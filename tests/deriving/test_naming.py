"""How terms are called in Python and in JSON-LD."""

from pathlib import Path
from typing import Final

import pytest

from saisei_lod import resources
from saisei_lod.deriving.naming import Usage, constants, json_keys, usage
from saisei_lod.deriving.ontology import Kind, Ontology, Term, read_ontology
from saisei_lod.errors import Bilingual, InputError

_NOTHING: Final = Bilingual("", "")
_PREFIXES: Final = {
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "geo": "http://www.opengis.net/ont/geosparql#",
}


def _term(name: str, kind: Kind, *datatypes: str, many: bool = False) -> Term:
    prefix, local = name.split(":")
    return Term(
        prefix,
        local,
        kind,
        label=_NOTHING,
        comment=_NOTHING,
        usage=_NOTHING,
        note=_NOTHING,
        parents=(),
        domain=(),
        range=(),
        datatypes=datatypes,
        many=many,
        inverse=(),
        examples=(),
        status="",
    )


def _ontology(*terms: Term, core: frozenset[str] = frozenset()) -> Ontology:
    return Ontology(terms, _PREFIXES, core)


def test_constants_are_upper_snake() -> None:
    """A term of ours bears its own name, a term of others its prefix before it."""
    ontology = _ontology(
        _term("saisei:validFrom", Kind.DATATYPE),
        _term("saisei:sha256", Kind.DATATYPE),
        _term("dcat:accessURL", Kind.OBJECT),
    )
    assert list(constants(ontology).values()) == ["VALID_FROM", "SHA256", "DCAT_ACCESS_URL"]


def test_a_class_gives_way_to_a_property() -> None:
    """The class of a property's name ends in _CLASS."""
    ontology = _ontology(_term("saisei:Coverage", Kind.CLASS), _term("saisei:coverage", Kind.OBJECT))
    assert constants(ontology) == {"saisei:Coverage": "COVERAGE_CLASS", "saisei:coverage": "COVERAGE"}


def test_no_two_terms_share_a_constant_or_a_key() -> None:
    """In the real vocabulary every term has a constant of its own, and every property a key of its own."""
    ontology = read_ontology(resources.ontology().parent)
    assert len(set(constants(ontology).values())) == len(ontology.terms)
    assert len(set(json_keys(ontology).values())) == sum(term.kind.is_property for term in ontology.terms)


def test_our_own_property_keeps_its_key() -> None:
    """Of properties with one local name ours keeps it, then that of the core; the others show their prefix."""
    ontology = _ontology(
        _term("saisei:version", Kind.OBJECT),
        _term("dcat:version", Kind.DATATYPE),
        _term("dcat:hasVersion", Kind.OBJECT),
        _term("dcterms:hasVersion", Kind.OBJECT),
        core=frozenset({"saisei:version", "dcterms:hasVersion"}),
    )
    assert json_keys(ontology) == {
        "saisei:version": "version",
        "dcterms:hasVersion": "hasVersion",
        "dcat:hasVersion": "dcatHasVersion",
        "dcat:version": "dcatVersion",
    }


def test_keywords_are_no_keys() -> None:
    """dcterms:type does not take the key that stands for @type."""
    assert json_keys(_ontology(_term("dcterms:type", Kind.OBJECT))) == {"dcterms:type": "dctermsType"}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (_term("saisei:maker", Kind.OBJECT, many=True), Usage("@id", languages=False, repeated=True)),
        (_term("dcterms:license", Kind.ANNOTATION), Usage("@id", languages=False, repeated=False)),
        (_term("saisei:heading", Kind.DATATYPE, "rdf:langString"), Usage("", languages=True, repeated=False)),
        (_term("saisei:fax", Kind.DATATYPE, "xsd:string"), Usage("", languages=False, repeated=False)),
        (
            _term("saisei:yen", Kind.DATATYPE, "xsd:integer"),
            Usage("integer", languages=False, repeated=False),
        ),
        (
            _term("dcterms:date", Kind.DATATYPE, "xsd:gYear", "xsd:date"),
            Usage("date", languages=False, repeated=False),
        ),
        (
            _term("dcat:bbox", Kind.DATATYPE, "geo:wktLiteral"),
            Usage("http://www.opengis.net/ont/geosparql#wktLiteral", languages=False, repeated=False),
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Term) else "",
)
def test_usage(term: Term, expected: Usage) -> None:
    """IRIs, language maps, strings and typed literals are told apart; of several datatypes the date is bare."""
    assert usage(term, _PREFIXES) == expected


def test_a_literal_without_a_datatype_is_refused() -> None:
    """A datatype property that does not say its datatype stops deriving."""
    with pytest.raises(InputError, match="saisei:yen"):
        usage(_term("saisei:yen", Kind.DATATYPE), _PREFIXES)


def test_every_property_has_a_usage() -> None:
    """The real vocabulary says of every property how its values stand."""
    ontology = read_ontology(Path(resources.ontology().parent))
    used = [usage(term, ontology.prefixes) for term in ontology.terms if term.kind.is_property]
    assert all(not (stands.languages and stands.datatype) for stands in used)
