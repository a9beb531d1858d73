import pytest

from saisei_lod.validation.names import RDF_TYPE
from saisei_lod.validation.paths import Path
from saisei_lod.validation.sparql.grammar import (
    Bind,
    Call,
    Element,
    Exists,
    Filter,
    Optional,
    OutsideError,
    Pattern,
    Query,
    Variable,
    parse,
)

THIS, V, X = Variable("this"), Variable("value"), Variable("x")
P, Q = Path("", "https://example.org/p"), Path("", "https://example.org/q")
ONE = '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'


def query(group: str) -> str:
    """Return a query with a group."""
    return f"PREFIX e: <https://example.org/> SELECT DISTINCT $this ?value WHERE {{ {group} }}"


@pytest.mark.parametrize(
    ("group", "read"),
    [
        ("", ()),
        ("$this e:p ?value", (Pattern(THIS, P, V),)),
        ("$this a e:C .", (Pattern(THIS, Path("", RDF_TYPE), "<https://example.org/C>"),)),
        ("$this e:p ?value, 1 ; e:q ?x", (Pattern(THIS, P, V), Pattern(THIS, P, ONE), Pattern(THIS, Q, X))),
        ("$this (e:p|^e:q)/e:p+ ?x", (Pattern(THIS, Path("sequence", parts=(
            Path("alternativePath", parts=(P, Path("inversePath", parts=(Q,)))), Path("oneOrMorePath", parts=(P,)))), X),)),
        ('$this e:p* "a"@EN', (Pattern(THIS, Path("zeroOrMorePath", parts=(P,)), '"a"@en'),)),
        ("BIND (1 AS ?x)", (Bind(ONE, "x"),)),
        ("FILTER (?x = 1 || ?x = ?value && !BOUND(?x))", (Filter(Call("||", (Call("=", (X, ONE)),
            Call("&&", (Call("=", (X, V)), Call("!", (Call("BOUND", (X,)),))))))),)),
        ("FILTER (1 - ?x - 1 * ?x < 1)", (Filter(Call("<", (
            Call("-", (Call("-", (ONE, X)), Call("*", (ONE, X)))), ONE))),)),
        ("FILTER (?x NOT IN (1, e:C))", (Filter(Call("!", (Call("IN", (X, ONE, "<https://example.org/C>")),))),)),
        ("FILTER <a:f>(?x)", (Filter(Call("a:f", (X,))),)),
        ("FILTER NOT EXISTS { $this e:p ?x }", (Filter(Exists((Pattern(THIS, P, X),), wanted=False)),)),
        ("OPTIONAL { $this e:p ?x FILTER(?x > 1) }", (Optional((
            Pattern(THIS, P, X), Filter(Call(">", (X, ONE))))),)),
    ],
)  # fmt: skip
def test_plain_queries_are_read(group: str, read: tuple[Element, ...]) -> None:
    """Patterns, paths, BIND, filters by precedence, EXISTS and OPTIONAL."""
    assert parse(query(group)) == Query(("this", "value"), read)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT (1 AS ?value) { }",
        "ASK { }",
        "SELECT ?value { ?value ?p 1 }",
        "SELECT ?value { ?value <p> 1 }",
        "SELECT ?value { ?value e:p 1 }",
        "SELECT ?value { { ?value <a:p> 1 } UNION { } }",
        "SELECT ?value { ?value !<a:p> 1 }",
        "SELECT ?value { ?value <a:p> [] }",
        "SELECT ?value { OPTIONAL { BIND (1 AS ?value) } }",
        "SELECT ?value { OPTIONAL { OPTIONAL { } } }",
        "SELECT ?value { GRAPH ?g { } }",
        "SELECT ?value { MINUS { } }",
        "SELECT ?value { BIND (1 AS value) }",
        "SELECT ?value { } ORDER BY ?value",
        "SELECT ?value { } LIMIT 1",
        "BASE <a:b> SELECT ?value { }",
        "SELECT ?value FROM <a:g> { }",
        "SELECT ?value { ?value <a:p> 1",
    ],
)
def test_other_queries_are_outside(text: str) -> None:
    """What is not compiled is told, and never read in part."""
    with pytest.raises(OutsideError):
        parse(text)
