import logging
import warnings

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.namespace import XSD

from saisei_lod.validation.graphs import Triples, from_rdflib, quiet, to_rdflib

A, B, P = (NamedNode(f"https://example.org/{name}") for name in "abp")
FIRST = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
REST = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")


def test_a_triple_counts_once_and_keeps_its_place() -> None:
    """A set with the order of the file."""
    graph = Triples([(B, P, A), (A, P, B), (B, P, A)])
    assert list(graph) == [(B, P, A), (A, P, B)]
    assert list(graph.subjects) == [B, A]


def test_look_ups_go_both_ways() -> None:
    """By subject and predicate, by value, and by predicate alone."""
    graph = Triples([(A, P, B), (A, P, Literal("x")), (B, P, B)])
    assert graph.objects(A, P.value) == [B, Literal("x")]
    assert graph.with_object(P.value, B) == [A, B]
    assert list(graph.pairs(P.value)) == [(A, B), (B, B), (A, Literal("x"))]
    assert list(graph.about(B)) == [(P.value, B)]
    assert graph.links_to(B) == {P.value}
    assert (graph.objects(B, "no"), graph.with_object("no", B), graph.links_to(A)) == ([], [], set())


def test_a_list_that_loops_ends() -> None:
    """The members are those before the loop."""
    one, two = BlankNode("one"), BlankNode("two")
    loop = Triples([(one, FIRST, A), (one, REST, two), (two, FIRST, B), (two, REST, one)])
    assert loop.members(one) == [A, B]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (A, URIRef("https://example.org/a")),
        (BlankNode("b1"), BNode("b1")),
        (Literal("長井市", language="ja"), RdflibLiteral("長井市", lang="ja")),
        (Literal("01"), RdflibLiteral("01")),
        (
            Literal("01", datatype=NamedNode(str(XSD.integer))),
            RdflibLiteral("01", datatype=XSD.integer, normalize=False),
        ),
    ],
)
def test_terms_are_the_same_in_rdflib(
    ours: NamedNode | BlankNode | Literal, theirs: URIRef | BNode | RdflibLiteral
) -> None:
    """Terms come back as they went, lexical forms included; a plain literal is an xsd:string."""
    assert set(to_rdflib([(A, P, ours)])) == {(URIRef(A.value), URIRef(P.value), theirs)}
    assert from_rdflib(theirs) == ours


@pytest.mark.parametrize(
    ("lexical", "datatype"), [("2020-02-30", "date"), ("none", "boolean"), ("x", "integer")]
)
def test_an_ill_typed_literal_is_kept_without_a_word(
    caplog: pytest.LogCaptureFixture, lexical: str, datatype: str
) -> None:
    """A traceback or a warning for each would come from rdflib."""
    graph = Triples([(A, P, Literal(lexical, datatype=NamedNode(str(XSD[datatype]))))])
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        assert [str(value) for value in to_rdflib(graph).objects()] == [lexical]
    assert (caplog.records, warned) == ([], [])


def test_loggers_speak_again_after_a_quiet_time() -> None:
    """Also where something is raised inside."""
    logger = logging.getLogger("saisei-test-quiet")
    seen = []

    def fail() -> None:
        with quiet("saisei-test-quiet"):
            seen.append(logger.disabled)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [*seen, logger.disabled] == [True, False]


def test_an_iri_of_rdflib_that_is_none_is_refused() -> None:
    """An IRI with a space passes in rdflib."""
    with pytest.raises(ValueError, match="IRI"):
        from_rdflib(URIRef("a b"))


def test_a_graph_as_a_node_is_refused() -> None:
    """A quoted graph is no RDF 1.1 term."""
    with pytest.raises(TypeError):
        from_rdflib(Graph())
