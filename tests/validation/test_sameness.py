"""The fast engine and pySHACL find the same in random small graphs by random shapes.

What pySHACL 0.40 does in another way than the standard is left out here, and tested by hand in
tests/validation/components:

- sh:lessThan and the ranges compare values that have no order (SPARQL 1.1, section 17.3: no operator, so
  a result, sections 4.3 and 4.5.3 of SHACL): rdflib orders a number before a date and keeps a value of
  ill-typed literals, and a blank node ends the validation. Comparisons are drawn with values of one kind.
- sh:minLength 0 is satisfied by blank nodes (section 4.4.1: it is not).
- sh:pattern: ``$`` matches before a last line break (XPath Functions 3.1, section 5.6.1).
- The inverse of a sequence is followed in the order of the sequence (SPARQL 1.1, section 18.1.8: in reverse).
- "1"^^xsd:boolean counts as ``true`` for sh:uniqueLang and sh:closed (section 1.1: the term is meant).
"""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from saisei_lod.errors import InputError
from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.engines import ENGINES
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import focus_nodes

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix e: <https://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PREDICATES = st.sampled_from(["e:p", "e:q", "e:r"])
IRIS = st.sampled_from(["e:a", "e:b", "e:c"])
NODES = st.one_of(IRIS, st.sampled_from(["_:x", "_:y"]))
CLASSES = st.sampled_from(["e:C", "e:D"])
DATATYPES = (
    "xsd:integer",
    "xsd:string",
    "xsd:date",
    "xsd:decimal",
    "rdf:langString",
    "xsd:boolean",
    "xsd:gYear",
)
LITERALS = (
    "1", "2", "10", "-3", "1.5", "true", '""', '"a"', '"ab"', '"abc"', '"a"@en', '"a"@ja', '"b"@en', '"a"@en-gb',
    '"2020-03-30"^^xsd:date', '"2021-01-01"^^xsd:date', '"2020"^^xsd:gYear', '"2020-03"^^xsd:gYearMonth',
    '"x"^^xsd:integer', '"2020-02-30"^^xsd:date', '"長い文字列"@ja', '"1"', '"1"^^xsd:byte', '"300"^^xsd:byte',
)  # fmt: skip
#: Values of one kind, which have an order.
ORDERED = (
    ("1", "2", "10", "-3", "1.5", "2.50", '"1e1"^^xsd:double', '"7"^^xsd:byte', '"+2"^^xsd:integer'),
    ('"2020-03-30"^^xsd:date', '"2021-01-01"^^xsd:date', '"2020-06-01"^^xsd:date', '"2020-05-31"^^xsd:date'),
    ('"a"', '"ab"', '"B"', '"b"', '""', '"あ"'),
    ('"2020-03-30T09:00:00Z"^^xsd:dateTime', '"2020-03-30T09:00:00+09:00"^^xsd:dateTime', '"2020-03-30T08:30:00Z"^^xsd:dateTime'),
)  # fmt: skip


def data(nodes: st.SearchStrategy[str], values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Return some statements about some nodes, with some values."""
    said = st.one_of(st.tuples(nodes, PREDICATES, values), st.tuples(nodes, st.just("a"), CLASSES)).map(
        lambda triple: f"{' '.join(triple)} ."
    )
    return st.lists(st.one_of(said, st.just("e:D rdfs:subClassOf e:C .")), min_size=1, max_size=14)


def blank(inner: str) -> str:
    """Return a blank node with some statements."""
    return f"[ {inner} ]"


PATHS = st.recursive(
    PREDICATES,
    lambda inner: st.one_of(
        inner.filter(lambda path: "(" not in path.replace("alternativePath (", "")).map(
            lambda path: blank(f"sh:inversePath {path}")
        ),
        st.lists(inner, min_size=2, max_size=3).map(lambda paths: f"( {' '.join(paths)} )"),
        st.lists(inner, min_size=2, max_size=3).map(
            lambda paths: blank(f"sh:alternativePath ( {' '.join(paths)} )")
        ),
        st.tuples(st.sampled_from(["zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"]), inner).map(
            lambda pair: blank(f"sh:{pair[0]} {pair[1]}")
        ),
    ),
    max_leaves=3,
)


def one(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    """Return a parameter with a value."""
    return values.map(lambda value: f"sh:{name} {value}")


def listed(name: str, values: st.SearchStrategy[str], *, most: int = 3) -> st.SearchStrategy[str]:
    """Return a parameter with a list of values."""
    return st.lists(values, min_size=1, max_size=most, unique=True).map(
        lambda many: f"sh:{name} ( {' '.join(many)} )"
    )


COUNTS = st.integers(0, 3)
ON_VALUES = st.one_of(
    one("class", CLASSES),
    one("datatype", st.sampled_from(DATATYPES)),
    one(
        "nodeKind",
        st.sampled_from(["sh:IRI", "sh:Literal", "sh:BlankNode", "sh:BlankNodeOrIRI", "sh:IRIOrLiteral"]),
    ),
    one("minLength", st.integers(1, 3)),
    one("maxLength", COUNTS),
    one("pattern", st.sampled_from(['"a"', '"^a+$"', '"^[0-9-]+$"', '"B" ; sh:flags "i"'])),
    listed("languageIn", st.sampled_from(['"en"', '"ja"', '"en-GB"'])),
    listed("in", st.sampled_from(["e:a", "e:b", "1", '"a"', '"a"@en'])),
    one("equals", PREDICATES),
    one("disjoint", PREDICATES),
    one("hasValue", st.sampled_from(["e:a", "1", '"a"@en', '"1"'])),
)
ON_PATHS = st.one_of(
    one("minCount", COUNTS),
    one("maxCount", COUNTS),
    st.just("sh:uniqueLang true"),
)


def comparisons(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return parameters that compare values."""
    ranges = [one(name, values) for name in ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive")]
    return st.one_of(*ranges, one("lessThan", PREDICATES), one("lessThanOrEquals", PREDICATES))


def parameters(parts: list[str]) -> str:
    """Return parameters together, each name once."""
    return " ; ".join({part.split()[0]: part for part in parts}.values())


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return parameters that hold shapes."""
    shapes = inner.map(blank)
    return st.one_of(
        one("not", shapes),
        one("node", shapes),
        *(listed(name, shapes) for name in ("and", "or", "xone")),
        st.tuples(PATHS, inner, COUNTS, COUNTS).map(
            lambda parts: (
                "sh:property "
                + blank(
                    f"sh:path {parts[0]} ; sh:qualifiedValueShape {blank(parts[1])} ;"
                    f" sh:qualifiedMinCount {parts[2]} ; sh:qualifiedMaxCount {parts[3]}"
                )
            )
        ),
        st.tuples(PATHS, st.lists(st.one_of(ON_VALUES, ON_PATHS), min_size=1, max_size=2)).map(
            lambda pair: "sh:property " + blank(parameters([f"sh:path {pair[0]}", *pair[1]]))
        ),
        st.tuples(PREDICATES, st.sampled_from(["", "rdf:type", "rdf:type e:q"])).map(
            lambda pair: (
                f"sh:property {blank(f'sh:path {pair[0]}')} ; sh:closed true ; sh:ignoredProperties ( {pair[1]} )"
            )
        ),
    )


CONDITIONS = st.recursive(ON_VALUES, nested, max_leaves=4)
TARGETS = st.one_of(
    one("targetClass", CLASSES),
    one("targetNode", IRIS),
    one("targetSubjectsOf", PREDICATES),
    one("targetObjectsOf", PREDICATES),
)


def shapes(
    conditions: st.SearchStrategy[str],
    on_paths: st.SearchStrategy[str],
    targets: st.SearchStrategy[str] = TARGETS,
) -> st.SearchStrategy[str]:
    """Return one or two shapes with targets."""
    on_nodes = st.tuples(targets, st.lists(conditions, min_size=1, max_size=2))
    with_paths = st.tuples(targets, PATHS, st.lists(st.one_of(conditions, on_paths), min_size=1, max_size=2))
    bodies = st.one_of(
        on_nodes.map(lambda pair: parameters([pair[0], *pair[1]])),
        with_paths.map(lambda parts: parameters([parts[0], f"sh:path {parts[1]}", *parts[2]])),
    )
    return st.lists(bodies, min_size=1, max_size=2).map(
        lambda all_: "\n".join(f"e:shape{number} {body} ." for number, body in enumerate(all_))
    )


ANYWHERE = st.one_of(TARGETS, one("targetNode", st.sampled_from(['"a"', "1"])))
MIXED = st.tuples(
    data(NODES, st.one_of(NODES, st.sampled_from(LITERALS))), shapes(CONDITIONS, ON_PATHS, ANYWHERE)
)
OF_ONE_KIND = st.sampled_from(ORDERED).flatmap(
    lambda kind: st.tuples(
        data(IRIS, st.sampled_from(kind)), shapes(ON_VALUES, comparisons(st.sampled_from(kind)))
    )
)


def triples(turtle: str) -> Triples:
    """Return Turtle as triples; blank nodes keep their names."""
    quads = parse((PREFIXES + turtle).encode(), RdfFormat.TURTLE)
    return Triples((quad.subject, quad.predicate, quad.object) for quad in quads)


def found(engine: str, data: Triples, shapes: Shapes) -> Counter[Any] | str:
    """Return what an engine finds, or that it refuses the shapes."""
    try:
        checker = ENGINES[engine](shapes)
        graph = MemoryGraph(((str(s), str(p), str(o)) for s, p, o in data), checker.inverse)
        return Counter(checker(graph, focus_nodes(shapes, graph)))
    except InputError as error:
        return f"refused {error}"


def same(drawn: tuple[list[str], str]) -> None:
    """Compare the engines on a graph and shapes."""
    graph, known = triples("\n".join(drawn[0])), Shapes(triples(drawn[1]))
    assert found("fast", graph, known) == found("pyshacl", graph, known)


EACH = settings(deadline=None, suppress_health_check=list(HealthCheck))


@EACH
@given(MIXED)
def test_random_graphs(drawn: tuple[list[str], str]) -> None:
    """The same shape, component, focus node, value and number of results."""
    same(drawn)


@EACH
@given(OF_ONE_KIND)
def test_random_comparisons(drawn: tuple[list[str], str]) -> None:
    """The same of values that have an order."""
    same(drawn)


@pytest.mark.slow
@settings(EACH, max_examples=3000)
@given(st.one_of(MIXED, OF_ONE_KIND))
def test_many_random_graphs(drawn: tuple[list[str], str]) -> None:
    """The same in a larger run."""
    same(drawn)
