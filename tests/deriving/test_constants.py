"""The constants in saisei_lod.vocabulary against the ontology."""

from typing import Final

import pytest

from saisei_lod import resources, vocabulary
from saisei_lod.deriving.constants import FOLDER, vocabulary_modules
from saisei_lod.deriving.naming import constants, json_keys, usage
from saisei_lod.deriving.ontology import Ontology, Term, read_ontology
from saisei_lod.iris import SAC
from saisei_lod.terms import Iri, Namespace, Property

_ONTOLOGY: Final[Ontology] = read_ontology(resources.ontology().parent)


def _constant(term: Term) -> Iri:
    found = getattr(vocabulary, constants(_ONTOLOGY)[term.name])
    assert isinstance(found, Iri)
    return found


@pytest.mark.parametrize("term", _ONTOLOGY.terms, ids=lambda term: term.name)
def test_constant_is_the_term(term: Term) -> None:
    """The constant of a term has the IRI that the ontology declares, and its prefixed name."""
    constant = _constant(term)
    assert (constant.value, constant.ttl) == (_ONTOLOGY.prefixes[term.prefix] + term.local, term.name)
    assert isinstance(constant, Property) == term.kind.is_property


def test_properties_stand_as_the_ontology_says() -> None:
    """Key, datatype, language maps and arrays of each property come from the ontology."""
    keys = json_keys(_ONTOLOGY)
    for term in _ONTOLOGY.terms:
        constant = _constant(term)
        if isinstance(constant, Property):
            held = (constant.key, constant.datatype, constant.languages, constant.repeated)
            assert held == (keys[term.name], *usage(term, _ONTOLOGY.prefixes)), term.name


def test_nothing_else_is_a_constant() -> None:
    """The package exports the terms and the namespaces, and nothing that the ontology does not know."""
    namespaces = {prefix.upper() for prefix in _ONTOLOGY.prefixes}
    assert set(vocabulary.__all__) == {*constants(_ONTOLOGY).values(), *namespaces}


def test_namespaces_have_their_bases() -> None:
    """Each namespace constant has the base that the files bind to its prefix."""
    held = {prefix: getattr(vocabulary, prefix.upper()) for prefix in _ONTOLOGY.prefixes}
    assert all(isinstance(namespace, Namespace) for namespace in held.values())
    assert {prefix: namespace.base for prefix, namespace in held.items()} == _ONTOLOGY.prefixes


def test_area_codes_have_one_namespace() -> None:
    """The namespace of area codes that IRIs are minted with is the one of the vocabulary."""
    assert (SAC.prefix, SAC.base) == (vocabulary.SAC.prefix, vocabulary.SAC.base)


@pytest.mark.parametrize(
    ("path", "text"), vocabulary_modules(_ONTOLOGY).items(), ids=lambda value: value[-30:]
)
def test_modules_keep_the_house_rules(path: str, text: str) -> None:
    """A derived module says so on its first line, has no more than 400 lines, and breaks long ones."""
    lines = text.splitlines()
    assert path.startswith(FOLDER)
    assert lines[0].startswith("# Derived from ontology/saisei.ttl")
    assert "`saisei derive`" in lines[0]
    assert len(lines) <= 400
    assert max(map(len, lines)) <= 110
