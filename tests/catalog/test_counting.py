"""Counting a graph over its lines, and the VoID that says what was counted."""

from collections import Counter
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import RDF

from saisei_lod.catalog.counting import count_graph

VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
BASE = "https://w3id.org/saisei/id/catalog/"
SAC = "http://data.e-stat.go.jp/lod/sac/"
AREA_CODE = "https://w3id.org/saisei/ns#areaCode"
TRICKY = 'a <http://e/s> <http://e/p> <http://e/o> . "@ja'
Triple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]
IRIS = st.sampled_from(["http://e/a", "http://e/a-b", "http://e/b#c", "http://f/#", str(RDF.type)])
OBJECTS = IRIS.map(rdflib.URIRef) | st.sampled_from([rdflib.Literal(TRICKY, lang="ja"), rdflib.Literal(1)])
TRIPLES = st.sets(
    st.tuples(IRIS.map(rdflib.URIRef), IRIS.map(rdflib.URIRef), OBJECTS), min_size=1, max_size=30
)


@given(TRIPLES, st.sampled_from([1, 100, 1 << 20]))
@settings(max_examples=60, deadline=None)
def test_any_graph_is_counted_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, triples: set[Triple], block: int
) -> None:
    """Whatever stands in texts, and wherever the file is cut into blocks."""
    graph = rdflib.Graph()
    for triple in triples:
        graph.add(triple)
    path = tmp_path_factory.mktemp("counting") / "graph.nt"
    lines = sorted(graph.serialize(format="nt").splitlines())
    path.write_text("".join(f"{line}\n" for line in lines if line), encoding="utf-8")
    counts = count_graph(path, block)
    assert counts.triples == len(graph)
    assert counts.subjects == len(set(graph.subjects()))
    assert counts.properties == Counter(str(name) for name in graph.predicates())
    members = Counter(
        str(value) for value in graph.objects(None, RDF.type) if isinstance(value, rdflib.URIRef)
    )
    assert counts.classes == members
    assert sum(counts.links.values()) == sum(isinstance(value, rdflib.URIRef) for value in graph.objects())


def test_an_empty_graph_counts_nothing(tmp_path: Path) -> None:
    """A release without plans has a file without lines."""
    path = tmp_path / "plans.nt"
    path.write_bytes(b"")
    assert count_graph(path) == (0, 0, {}, {}, {})


@pytest.fixture(scope="module")
def void(release: Path) -> rdflib.Graph:
    """The VoID description of the release."""
    return rdflib.Graph().parse(release / "void.ttl")


@pytest.mark.parametrize(
    "name", ["plans", pytest.param("registry", marks=pytest.mark.slow), "schemes", "rounds"]
)
def test_partitions_hold_what_the_graph_holds(release: Path, void: rdflib.Graph, name: str) -> None:
    """Triples, subjects, members of classes and statements of properties, counted anew by another parser."""
    graph = rdflib.Graph().parse(release / f"{name}.nt")
    dataset = rdflib.URIRef(BASE + name)
    assert int(str(void.value(dataset, VOID.triples))) == len(graph)
    assert int(str(void.value(dataset, VOID.entities))) == len(set(graph.subjects()))
    classes = {
        void.value(part, VOID["class"]): int(str(void.value(part, VOID.entities)))
        for part in void.objects(dataset, VOID.classPartition)
    }
    assert classes == Counter(graph.objects(None, RDF.type))
    properties = {
        void.value(part, VOID.property): int(str(void.value(part, VOID.triples)))
        for part in void.objects(dataset, VOID.propertyPartition)
    }
    assert properties == Counter(graph.predicates())


def test_the_registry_links_to_the_standard_area_codes(release: Path, void: rdflib.Graph) -> None:
    """A linkset names the property, the dataset linked to, and how many links there are."""
    graph = rdflib.Graph().parse(release / "registry.nt")
    links = [value for value in graph.objects(None, rdflib.URIRef(AREA_CODE)) if str(value).startswith(SAC)]
    target = next(void.subjects(VOID.uriSpace, rdflib.Literal(SAC)))
    (linkset,) = void.subjects(VOID.objectsTarget, target)
    assert str(void.value(linkset, VOID.linkPredicate)) == AREA_CODE
    assert str(void.value(linkset, VOID.subjectsTarget)) == f"{BASE}registry"
    assert int(str(void.value(linkset, VOID.triples))) == len(links)


def test_the_whole_is_the_file_of_all_graphs_without_the_catalogue(void: rdflib.Graph) -> None:
    """Every part of it is described; its address is that of the dump."""
    whole = rdflib.URIRef(f"{BASE}dataset")
    assert str(void.value(whole, VOID.dataDump)) == "https://w3id.org/saisei/data/dataset.nq"
    parts = {str(part).removeprefix(BASE) for part in void.objects(whole, VOID.subset)}
    assert parts == {"plans", "registry", "schemes", "rounds", "provenance"}


def test_every_part_has_a_name_of_its_own_and_is_described(void: rdflib.Graph) -> None:
    """No blank nodes; what is pointed to among our own names is there."""
    assert not [node for node in void.all_nodes() if isinstance(node, rdflib.BNode)]
    for name in (VOID.subset, VOID.classPartition, VOID.propertyPartition, VOID.objectsTarget):
        for node in void.objects(None, name):
            assert (node, RDF.type, None) in void, node
            # One thing is counted once: two names of one part would give it two numbers.
            assert len(list(void.objects(node, VOID.triples))) <= 1


def test_void_lies_where_crawlers_look_for_it(release: Path) -> None:
    """The well-known address holds the same bytes (VoID, section 7.2)."""
    assert (release / ".well-known" / "void").read_bytes() == (release / "void.ttl").read_bytes()
