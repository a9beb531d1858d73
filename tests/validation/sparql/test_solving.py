"""Queries give what pyoxigraph gives with ``$this`` bound before."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, Store, Variable

from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.sparql import OutsideError, compile_query
from saisei_lod.validation.spelled import to_term

PREFIX = "PREFIX e: <https://example.org/> "
DATA = """
e:a a e:C ; e:p e:b, e:c ; e:n 1 ; e:date "2020-03-30"^^xsd:date .
e:b a e:D ; e:p e:c ; e:q e:a ; e:n 2, 3 .
e:c e:q e:c, 5 ; e:n 3 .
_:x e:p e:a ; e:n 1 .
"""
NODES = ["e:a", "e:b", "e:c", "_:x"]


def values(graph: MemoryGraph, query: str, node: str) -> set[str | None]:
    """Return the values of a query compiled."""
    return set(compile_query(query).values(graph, node))


def by_store(filled: Store, query: str, node: str) -> set[str | None]:
    """Return the same by pyoxigraph."""
    rows = filled.query(query, substitutions={Variable("this"): to_term(node)})
    assert isinstance(rows, QuerySolutions)
    return {None if row["value"] is None else str(row["value"]) for row in rows}


def seen(graph: Any) -> MemoryGraph:
    """Return the data, to be followed back along every predicate."""
    found: MemoryGraph = graph(DATA)
    return MemoryGraph(found.statements(), {predicate for _, predicate, _ in found.statements()})


@pytest.mark.parametrize(
    "group",
    [
        "$this e:p ?value",
        "?value e:p $this",
        "$this e:p ?x . ?x e:p ?value",
        "?x e:p ?value . $this e:p ?x",
        "$this e:p/e:q ?value",
        "$this (e:p|^e:q)+ ?value",
        "$this e:p* ?value . ?value e:n 3",
        "$this e:p ?value . ?value e:q ?value",
        "$this e:n ?n . ?value e:n ?n",
        "$this e:n ?n . ?value e:n ?m . FILTER (?m > ?n)",
        "$this a e:C . ?value a e:D",
        "e:a e:p $this . $this e:p ?value",
        "e:a e:p e:b . $this e:p ?value",
        "e:a e:p e:a . $this e:p ?value",
        "$this e:n ?n . FILTER (?n = 1) OPTIONAL { $this e:q ?value }",
        "$this e:n ?n . OPTIONAL { $this e:p ?value FILTER (?value != e:b) }",
        "$this e:n ?n . OPTIONAL { $this e:p ?x . ?x e:q ?value } OPTIONAL { $this e:p ?y . ?y e:n ?m FILTER (?m > ?n) }",
        "$this e:n ?n OPTIONAL { $this e:q ?x } FILTER (!BOUND(?x)) BIND (?n + 1 AS ?value)",
        "$this e:n ?n . BIND (?n * 2 AS ?m) BIND (?m + 1 AS ?value) FILTER (?m > 2)",
        "$this e:n ?n . BIND (1 / (?n - 1) AS ?value)",
        "$this e:date ?date . BIND (SUBSTR(STR(?date), 1, 4) AS ?value)",
        "$this e:p ?value . FILTER EXISTS { ?value e:q $this }",
        "$this e:p ?value . FILTER NOT EXISTS { ?value e:p ?x . ?x e:n ?n FILTER (?n > 2) }",
        "$this e:p ?value . FILTER (EXISTS { ?value a e:D } || NOT EXISTS { ?value e:n ?any })",
        "FILTER (?value = e:b) $this e:p ?value",
        "$this e:p ?value . FILTER (?nothing = 1)",
        "$this e:p ?x",
        "",
    ],
)
def test_queries_give_what_pyoxigraph_gives(graph: Any, store: Any, group: str) -> None:
    """From every node: patterns in any order, backwards and forwards, inner groups, computed values."""
    query = f"{PREFIX} SELECT $this ?value {{ {group} }}"
    data = seen(graph)
    filled = store(data)
    for node in data:
        assert values(data, query, node) == by_store(filled, query, node)


ITEMS = st.sampled_from(["$this", "?value", "?x", "?y", "e:a", "3"])
PREDICATES = st.sampled_from(["e:p", "e:q", "e:n", "^e:p", "e:p*", "e:p/e:n", "e:p|e:q"])
PATTERN = st.tuples(ITEMS.filter(lambda item: item != "3"), PREDICATES, ITEMS).map(" ".join)
FILTER = st.sampled_from(
    ["FILTER (?x != $this)", "FILTER (?x = ?y)", "FILTER (?value > 1)", "FILTER (BOUND(?y))"]
)
INNER = st.lists(st.one_of(PATTERN, FILTER), min_size=1, max_size=2).map(" . ".join)
GROUP = st.lists(
    st.one_of(
        PATTERN,
        PATTERN,
        FILTER,
        INNER.map(lambda inner: f"OPTIONAL {{ {inner} }}"),
        INNER.map(lambda inner: f"FILTER EXISTS {{ {inner} }}"),
        INNER.map(lambda inner: f"FILTER NOT EXISTS {{ {inner} }}"),
    ),
    min_size=1,
    max_size=4,
).map(lambda parts: " . ".join(["$this e:n ?n", *parts]))


@given(GROUP)
def test_random_queries_give_what_pyoxigraph_gives(graph: Any, store: Any, group: str) -> None:
    """Or they are told apart."""
    query = f"{PREFIX} SELECT DISTINCT $this ?value {{ {group} }}"
    data = seen(graph)
    try:
        compile_query(query)
    except OutsideError:
        return
    filled = store(data)
    for node in data:
        assert values(data, query, node) == by_store(filled, query, node)


def test_what_a_query_follows_back_is_known_before() -> None:
    """Links from a value to what has it, and predicates of which all pairs are needed."""
    solved = compile_query(
        f"{PREFIX} SELECT ?value {{ $this ^e:p ?x . ?value e:q ?x . ?y e:n ?z FILTER EXISTS {{ ?a e:r ?y }} }}"
    )
    assert solved.inverse == {"<https://example.org/p>", "<https://example.org/q>", "<https://example.org/r>"}
    assert solved.paired == {"<https://example.org/n>"}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?other { $this <a:p> ?other }",
        "SELECT ?value { ?x <a:p>* ?value }",
        "SELECT ?value { ?value <a:p> ?value }",
        "SELECT ?value { OPTIONAL { $this <a:p> ?x } ?x <a:p> ?value }",
        "SELECT ?value { OPTIONAL { $this <a:p> ?value } $this <a:q> ?value }",
        "SELECT ?value { $this <a:p> ?x BIND (1 AS ?x) }",
        "SELECT ?value { BIND (1 AS ?x) $this <a:p> ?x }",
    ],
)
def test_what_has_no_plain_order_is_outside(query: str) -> None:
    """Variables that may be bound or not, paths from anywhere, other projections."""
    with pytest.raises(OutsideError):
        compile_query(query)


@pytest.mark.parametrize("group", ["BIND ($this AS ?value)", "FILTER ($this = e:a) BIND (e:a AS ?value)"])
def test_this_is_bound_before_everything_else(graph: Any, group: str) -> None:
    """Also where no pattern holds it (W3C SHACL, section 5.3.1); pyoxigraph joins it afterwards."""
    query = f"{PREFIX} SELECT $this ?value {{ {group} }}"
    assert values(seen(graph), query, "<https://example.org/a>") == {"<https://example.org/a>"}
