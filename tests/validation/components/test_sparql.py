from typing import Any

import pytest

from saisei_lod.validation.compiling import Compiler
from saisei_lod.validation.components.sparql import NotCompiledError

ALL = "SELECT $this ?value { $this <https://example.org/p> ?value }"


@pytest.mark.parametrize(
    "where", ["sh:sparql", "sh:node [ sh:sparql", "sh:property [ sh:path e:q ; sh:sparql"]
)
def test_a_query_finds_values_wherever_its_shape_stands(hits: Any, where: str) -> None:
    """By itself, inside of a condition, at the values of a path; blank nodes are bound as well."""
    data = "e:a e:p 1, 2 ; e:q _:x . _:x e:p 3 ."
    found = hits(data, f'e:s sh:targetNode e:a ; {where} [ sh:select "{ALL}" ] {"]" * where.count("[")} .')
    expected = {"sh:sparql": {"1", "2"}, "sh:node [ sh:sparql": {"h"}}.get(where, {"1", "2"})
    assert {(hit.value or "  ")[1] for hit in found} == expected


@pytest.mark.parametrize(("path", "value"), [("", "<https://example.org/a>"), ("sh:path e:p ;", None)])
def test_a_result_without_value(hits: Any, path: str, value: str | None) -> None:
    """The focus node is the value of a node shape's result; a property shape's has none (section 5.3.2)."""
    query = "SELECT $this { $this <https://example.org/p> 1 }"
    (hit,) = hits("e:a e:p 1 .", f'e:s sh:targetNode e:a ; {path} sh:sparql [ sh:select "{query}" ] .')
    assert hit.value == value


def test_the_path_of_the_shape_stands_for_its_name(hits: Any) -> None:
    """``$PATH`` is replaced before the query is read (section 5.3.1)."""
    found = hits(
        "e:a e:p e:b . e:b e:q 1 .",
        'e:s sh:targetNode e:a ; sh:path ( e:p e:q ) ; sh:sparql [ sh:select "SELECT $this ?value { $this $PATH ?value }" ] .',
    )
    assert [hit.value[1] for hit in found] == ["1"]


def test_a_deactivated_constraint_is_silent(hits: Any) -> None:
    """Of the constraint itself."""
    shape = f'e:s sh:targetNode e:a ; sh:sparql [ sh:select "{ALL}" ; sh:deactivated true ] .'
    assert hits("e:a e:p 1 .", shape) == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this { GRAPH $shapesGraph { $this a ?c } }",
        "SELECT $this ?path { $this ?path 1 }",
        "SELECT ?value { { $this <https://example.org/p> ?value } UNION { $this <https://example.org/p> ?value } }",
        "SELECT $this ?value { VALUES ?value { 1 } }",
        "SELECT $this ?value { { $this <https://example.org/p> ?value } UNION { $this <https://example.org/q> ?value } }",
    ],
)
def test_what_is_not_of_a_plain_form_is_left_to_another_engine(triples: Any, query: str) -> None:
    """The shapes graph, results' own paths, what pre-binding forbids, groups side by side."""
    shapes = triples(f'e:s sh:targetNode e:a ; sh:sparql [ sh:select "{query}" ] .')
    (shape,) = [s for s in shapes.subjects if str(s).endswith("/s>")]
    with pytest.raises(NotCompiledError):
        Compiler(shapes).shape(shape)
