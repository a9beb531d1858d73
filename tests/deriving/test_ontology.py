"""Reading the terms of the vocabulary's files."""

from pathlib import Path
from typing import Final

import pytest

from saisei_lod.deriving.ontology import SOURCES, Kind, Ontology, read_ontology
from saisei_lod.errors import Bilingual, InputError

_PREFIXES: Final = """
@prefix saisei: <https://w3id.org/saisei/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def _ontology(root: Path, core: str, catalog: str = "") -> Ontology:
    (root / "ontology").mkdir()
    for source, text in zip(SOURCES, (core, catalog), strict=True):
        (root / source).write_text(_PREFIXES + text, encoding="utf-8")
    return read_ontology(root)


def test_a_property_is_read_whole(tmp_path: Path) -> None:
    """Labels, parents, the members of a union, datatypes and the inverse of a property are read."""
    ontology = _ontology(
        tmp_path,
        """
        saisei:made a owl:ObjectProperty ; rdfs:label "作成"@ja , "made"@en ; rdfs:subPropertyOf skos:related ;
            rdfs:domain [ a owl:Class ; owl:unionOf ( saisei:B saisei:A ) ] ; rdfs:range saisei:C ;
            owl:inverseOf saisei:makes ; saisei:manyValues true ; skos:example "saisei:x saisei:made saisei:y ." .
        """,
    )
    (term,) = ontology.terms
    assert term.kind is Kind.OBJECT
    assert term.label == Bilingual("作成", "made")
    assert term.parents == ("skos:related",)
    assert term.domain == ("saisei:A", "saisei:B")
    assert term.range == ("saisei:C",)
    assert term.inverse == ("saisei:makes",)
    assert term.many
    assert term.examples == ("saisei:x saisei:made saisei:y .",)


def test_an_inverse_is_read_from_either_side(tmp_path: Path) -> None:
    """A property knows its inverse where only the other one states it."""
    ontology = _ontology(
        tmp_path, "saisei:a a owl:ObjectProperty ; owl:inverseOf saisei:b . saisei:b a owl:ObjectProperty ."
    )
    assert [term.inverse for term in ontology.terms] == [("saisei:b",), ("saisei:a",)]


def test_own_terms_come_first(tmp_path: Path) -> None:
    """Our own terms come before those of others, each part sorted by name, and the core is told apart."""
    ontology = _ontology(
        tmp_path, "skos:b a owl:Class . saisei:z a owl:Class .", "skos:a a owl:Class . saisei:y a owl:Class ."
    )
    assert [term.name for term in ontology.terms] == ["saisei:y", "saisei:z", "skos:a", "skos:b"]
    assert ontology.core == {"skos:b", "saisei:z"}


def test_a_member_of_a_code_list_is_an_individual(tmp_path: Path) -> None:
    """A named individual has its code list as parent."""
    ontology = _ontology(tmp_path, "saisei:Day a owl:NamedIndividual , saisei:Precision .")
    assert [(term.kind, term.parents) for term in ontology.terms] == [
        (Kind.INDIVIDUAL, ("saisei:Precision",))
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The error names the file that is not there, in both languages."""
    with pytest.raises(InputError) as raised:
        read_ontology(tmp_path)
    assert raised.value.where.endswith("saisei.ttl")
    assert raised.value.what.ja.startswith("語彙のファイルを読めません")


def test_broken_turtle_is_an_input_error(tmp_path: Path) -> None:
    """A syntax error is told with the file that holds it."""
    with pytest.raises(InputError, match=r"saisei\.ttl"):
        _ontology(tmp_path, "saisei:Plan a")


def test_a_term_without_a_prefix_is_refused(tmp_path: Path) -> None:
    """A declared term that no prefix covers is named, since it could have no constant."""
    with pytest.raises(InputError, match=r"https://example\.org/A"):
        _ontology(tmp_path, "<https://example.org/A> a owl:Class .")
