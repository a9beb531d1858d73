"""What shapes and ontology both say is the same: properties, classes, ranges, members of code lists, keys."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

from saisei_lod import iris, resources
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.loading import load
from saisei_lod.validation.names import RDF_TYPE, SH, local_name

NS = "https://w3id.org/saisei/ns#"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
KINDS_OF_PROPERTY = [NamedNode(f"{OWL}{kind}Property") for kind in ("Object", "Datatype", "Annotation")]


@cache
def ontology() -> Triples:
    """The vocabulary, and the terms of others that catalogues use."""
    return load([resources.ontology() / name for name in ("saisei.ttl", "catalog-terms.ttl")]).triples


def properties() -> set[str]:
    """The IRIs of all properties, our own and those of others that we use."""
    return {s.value for kind in KINDS_OF_PROPERTY for s in ontology().with_object(RDF_TYPE, kind)}


def described(prefix: str, iris: Iterable[str]) -> list[str]:
    """Return the IRIs under a prefix, sorted."""
    return sorted(iri for iri in iris if iri.startswith(prefix))


def predicates_in_paths(bench: Any) -> set[str]:
    """Return every predicate that the path of a shape, named or not, goes along."""
    triples = bench.shapes.triples
    waiting = [path for _, path in triples.pairs(f"{SH}path")]
    found = set()
    while waiting:
        term = waiting.pop()
        if isinstance(term, NamedNode):
            found.add(term.value)
        else:
            waiting += triples.members(term)
            waiting += [value for predicate, value in triples.about(term) if predicate.endswith("Path")]
    return found - {"http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"}


def constrained(bench: Any) -> list[tuple[Term, str]]:
    """Return the named shapes whose path is one predicate, with that predicate."""
    paths = bench.shapes.triples.pairs(f"{SH}path")
    return [(s, path.value) for s, path in paths if isinstance(s, NamedNode) and isinstance(path, NamedNode)]


def types_said(bench: Any, shape: Term) -> set[str]:
    """Return the datatypes and classes that a shape asks for, those of its alternatives included."""
    triples = bench.shapes.triples
    alternatives = [m for head in triples.objects(shape, f"{SH}or") for m in triples.members(head)]
    said = {
        value.value
        for term in [shape, *alternatives]
        for name in ("datatype", "class")
        for value in triples.objects(term, f"{SH}{name}")
    }
    return said | ({LANG_STRING} if triples.objects(shape, f"{SH}languageIn") else set())


def union_of(term: Term) -> set[str]:
    """Return the named classes of a range or domain, those of a union one by one."""
    if isinstance(term, NamedNode):
        return {term.value}
    heads = ontology().objects(term, f"{OWL}unionOf")
    return {m.value for head in heads for m in ontology().members(head) if isinstance(m, NamedNode)}


def ranges(iri: str) -> set[str]:
    """Return the datatypes or classes that the ontology gives the values of a property."""
    prop = NamedNode(iri)
    datatypes = {
        term.value for term in ontology().objects(prop, f"{NS}valueDatatype") if isinstance(term, NamedNode)
    }
    named = set().union(*(union_of(term) for term in ontology().objects(prop, f"{RDFS}range")))
    return datatypes or named - {"http://www.w3.org/1999/02/22-rdf-syntax-ns#PlainLiteral"}


def members_of(kind: str) -> set[Term]:
    """Return the individuals of a code list."""
    return set(ontology().with_object(RDF_TYPE, NamedNode(kind)))


def test_every_own_property_has_a_shape(bench: Any) -> None:
    """Each property of the vocabulary stands as the path of a named shape, annotations of terms apart."""
    about_terms = {f"{NS}valueDatatype", f"{NS}manyValues"}
    own = set(described(NS, properties())) - about_terms
    assert sorted(own - {predicate for _, predicate in constrained(bench)}) == []


def test_every_path_goes_along_known_properties(bench: Any) -> None:
    """A misspelt path would be satisfied by everything."""
    assert sorted(predicates_in_paths(bench) - properties()) == []


def test_every_class_that_shapes_name_is_known(bench: Any) -> None:
    """The same for targets and sh:class."""
    named = {v for p in ("class", "targetClass") for _, v in bench.shapes.triples.pairs(f"{SH}{p}")}
    known = set(ontology().with_object(RDF_TYPE, NamedNode(f"{OWL}Class")))
    assert sorted(map(str, named - known)) == []


def test_every_class_has_a_closed_shape(bench: Any) -> None:
    """Each class of things is closed by a shape of its own or by that of a class above it."""
    lists = {
        kind for _, kind in ontology().pairs(RDF_TYPE) if ontology().objects(kind, f"{OWL}equivalentClass")
    }
    things = {
        c for c in ontology().with_object(RDF_TYPE, NamedNode(f"{OWL}Class")) if str(c).startswith(f"<{NS}")
    }
    triples = bench.shapes.triples
    closed = {
        kind
        for shape, _ in triples.pairs(f"{SH}closed")
        for kind in triples.objects(shape, f"{SH}targetClass")
    }

    def is_closed(kind: Term) -> bool:
        return kind in closed or any(
            is_closed(above) for above in ontology().objects(kind, f"{RDFS}subClassOf")
        )

    assert sorted(str(kind) for kind in things - lists if not is_closed(kind)) == []


@pytest.mark.parametrize("name", ["LocalGovernment", "Ward", "PlanVersion", "RoundDay"])
def test_shapes_of_some_classes_are_there(bench: Any, name: str) -> None:
    """The comparison above does look at classes."""
    assert bench.shapes.triples.with_object(f"{SH}targetClass", NamedNode(f"{NS}{name}")) != []


def test_types_agree_with_ranges(bench: Any) -> None:
    """A shape asks for what the ontology gives: the same datatypes, or classes within the range."""
    differing = []
    for shape, predicate in constrained(bench):
        said, given = types_said(bench, shape), ranges(predicate)
        if said and given and not said <= given:
            differing.append((local_name(str(shape)[1:-1]), sorted(said), sorted(given)))
    assert differing == []


def test_every_range_is_asked_for_by_a_shape(bench: Any) -> None:
    """A datatype or class of a range of ours is what some shape of the property asks for."""
    asked: dict[str, set[str]] = {}
    for shape, predicate in constrained(bench):
        asked.setdefault(predicate, set()).update(types_said(bench, shape))
        listed = bench.shapes.triples.objects(shape, f"{SH}in")
        for member in (m for head in listed for m in bench.shapes.triples.members(head)):
            kinds = ontology().objects(member, RDF_TYPE)
            asked[predicate].update(k.value for k in kinds if isinstance(k, NamedNode))
            asked[predicate].update([member.datatype.value] if isinstance(member, Literal) else [])
    lacking = {p: ranges(p) - asked.get(p, set()) for p in described(NS, properties()) if "claim" not in p}
    about_terms = {"valueDatatype", "manyValues"}
    assert {
        local_name(p): sorted(r) for p, r in lacking.items() if r and local_name(p) not in about_terms
    } == {}


def test_lists_hold_members_of_the_range(bench: Any) -> None:
    """What sh:in allows are individuals of the property's code list."""
    for shape, predicate in constrained(bench):
        for head in bench.shapes.triples.objects(shape, f"{SH}in"):
            allowed = {m for m in bench.shapes.triples.members(head) if isinstance(m, NamedNode)}
            (kind,) = ranges(predicate)
            assert allowed <= members_of(kind) or not allowed, shape


def test_the_pattern_of_keys_is_that_of_the_minter(bench: Any) -> None:
    """Shapes and iris.KEY know the same form, digits being ASCII."""
    shape = next(s for s, rule in bench.shapes.rules.items() if rule.code == "plan-identifier-invalid")
    (pattern,) = bench.shapes.triples.objects(shape, f"{SH}pattern")
    minted = iris.KEY.pattern.replace(r"\d", "[0-9]").replace("(?:", "(").replace(r"\Z", "")
    assert pattern.value == f"^{minted}$"
    assert re.search(pattern.value, "r055-01204-3476059d")
