"""The examples of the terms are Turtle and use the terms as they are declared."""

from typing import Final

import pyoxigraph
import pytest
from pyoxigraph import NamedNode

from saisei_lod import resources
from saisei_lod.deriving.ontology import Ontology, Term, read_ontology
from saisei_lod.iris import Minter

_ONTOLOGY: Final[Ontology] = read_ontology(resources.ontology().parent)
_DECLARED: Final = {term.name for term in _ONTOLOGY.terms}
_PREFIXES: Final = {**_ONTOLOGY.prefixes, **{name: space.base for name, space in Minter().namespaces.items()}}
_HEADER: Final = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in _PREFIXES.items())
_SHOWN: Final = [term for term in _ONTOLOGY.terms if term.is_own and term.examples]
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def _triples(term: Term) -> list[pyoxigraph.Triple]:
    parsed = pyoxigraph.parse(_HEADER + "\n".join(term.examples), format=pyoxigraph.RdfFormat.TURTLE)
    return [quad.triple for quad in parsed]


def _name(node: object) -> str:
    iri = str(node)[1:-1]
    fitting = [(len(base), prefix) for prefix, base in _ONTOLOGY.prefixes.items() if iri.startswith(base)]
    return f"{max(fitting)[1]}:{iri[max(fitting)[0] :]}" if fitting else ""


@pytest.mark.parametrize("term", _SHOWN, ids=lambda term: term.name)
def test_example_shows_its_term(term: Term) -> None:
    """The example of a property has it as predicate, that of a class has an instance, and of a list a member."""
    triples = _triples(term)
    members = {other.name for other in _ONTOLOGY.terms if term.name in other.parents}
    shown = {_name(triple.predicate) for triple in triples} | {_name(triple.object) for triple in triples}
    assert {term.name, *members} & shown


@pytest.mark.parametrize("term", _SHOWN, ids=lambda term: term.name)
def test_example_uses_declared_terms(term: Term) -> None:
    """Every predicate, class and code in an example is declared."""
    used = {_name(triple.predicate) for triple in _triples(term) if triple.predicate != _TYPE}
    used |= {_name(triple.object) for triple in _triples(term) if _name(triple.object).startswith("saisei:")}
    used |= {_name(triple.object) for triple in _triples(term) if triple.predicate == _TYPE}
    assert used - _DECLARED - {"xsd:date"} == set()


@pytest.mark.parametrize(
    "term", [term for term in _SHOWN if term.kind.is_property], ids=lambda term: term.name
)
def test_example_has_a_value_of_the_range(term: Term) -> None:
    """A value in the example of a property is of a datatype that the property takes, or an IRI."""
    values = [triple.object for triple in _triples(term) if _name(triple.predicate) == term.name]
    datatypes = {
        "rdf:langString" if value.language else _name(value.datatype)
        for value in values
        if isinstance(value, pyoxigraph.Literal)
    }
    assert datatypes <= set(term.datatypes or term.range)
