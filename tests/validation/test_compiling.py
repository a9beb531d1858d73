from typing import Any

import pytest

from saisei_lod.errors import InputError
from saisei_lod.validation.compiling import CompiledShape, Compiler, joined
from saisei_lod.validation.components.sparql import NotCompiledError


def compiled(triples: Any, text: str, name: str = "s") -> CompiledShape:
    """Return a shape compiled."""
    shapes = triples(text)
    (shape,) = [one for one in shapes.subjects if str(one) == f"<https://example.org/{name}>"]
    return Compiler(shapes).shape(shape)


@pytest.mark.parametrize(
    ("shape", "named"),
    [
        ("e:s sh:node e:s .", "itself"),
        ("e:s sh:property e:t . e:t sh:path e:p ; sh:node e:s .", "itself"),
        ("e:s sh:or ( [ sh:not e:s ] ) .", "itself"),
        ("e:s sh:node e:nowhere .", "no such shape"),
        ("e:s sh:property [ sh:minCount 1 ] .", "sh:property"),
        ("e:s sh:path e:p, e:q .", "sh:path"),
        ('e:s sh:path "p" .', "sh:path"),
        ('e:s sh:path e:p ; sh:minCount "1" .', "sh:minCount"),
        ("e:s sh:path e:p ; sh:minCount 1, 2 .", "sh:minCount"),
        ("e:s sh:path e:p ; sh:maxCount true .", "sh:maxCount"),
        ("e:s sh:datatype xsd:date, xsd:gYear .", "sh:datatype"),
        ('e:s sh:class "C" .', "sh:class"),
        ("e:s sh:nodeKind sh:Iri .", "sh:nodeKind"),
        ("e:s sh:in e:a .", "sh:in"),
        ("e:s sh:minInclusive e:a .", "sh:minInclusive"),
        ("e:s sh:lessThan e:p .", "sh:lessThan"),
        ('e:s sh:pattern "(" .', "sh:pattern"),
        ('e:s sh:pattern "a" ; sh:flags "i", "s" .', "sh:flags"),
        ("e:s sh:minCuont 1 .", "sh:minCuont"),
        ('e:s sh:js [ sh:jsFunctionName "f" ] .', "sh:js"),
        ("e:s sh:target [ ] .", "sh:target"),
    ],
)
def test_shapes_that_do_not_follow_the_standard_are_refused(triples: Any, shape: str, named: str) -> None:
    """Recursion, shapes and parameters that are not there or wrong, and what no engine here checks."""
    with pytest.raises(InputError) as caught:
        compiled(triples, shape)
    assert named in str(caught.value)
    assert caught.value.text("ja") != caught.value.text("en")


def test_a_shape_that_stands_twice_is_no_recursion(triples: Any) -> None:
    """Two ways to one shape are two ways, not a circle."""
    text = "e:s sh:node e:t ; sh:property [ sh:path e:p ; sh:node e:t ] . e:t sh:nodeKind sh:IRI ."
    assert compiled(triples, text).is_node


def test_components_of_others_are_not_compiled(triples: Any) -> None:
    """A parameter that a constraint component in the shapes graph declares needs that component."""
    component = "e:c a sh:ConstraintComponent ; sh:parameter [ sh:path e:most ] ."
    with pytest.raises(NotCompiledError):
        compiled(triples, f"e:s sh:node [ e:most 3 ] . {component}")
    assert compiled(triples, f"e:s e:other 3 . {component}").checks == []


def test_texts_for_people_are_no_conditions(triples: Any) -> None:
    """Names, messages, order and groups."""
    text = 'e:s sh:name "n" ; sh:description "d" ; sh:message "m" ; sh:severity sh:Info ; sh:order 1 ; sh:group e:g .'
    assert compiled(triples, text).checks == []


def test_a_deactivated_shape_is_satisfied(triples: Any, graph: Any) -> None:
    """It asks for nothing, and what it holds asks for nothing (section 2.1.2)."""
    shape = compiled(
        triples, "e:s sh:deactivated true ; sh:class e:C ; sh:property [ sh:path e:p ; sh:minCount 1 ] ."
    )
    assert shape.conforms(graph(""), "<https://example.org/a>")


@pytest.mark.parametrize(
    ("path", "first", "is_plain"),
    [
        ("e:p", "<https://example.org/p>", True),
        ("( e:p e:q )", "<https://example.org/p>", False),
        ("( ( e:p e:q ) e:r )", "<https://example.org/p>", False),
        ("[ sh:inversePath e:p ]", "", False),
        ("[ sh:zeroOrMorePath e:p ]", "", False),
        ("[ sh:alternativePath ( e:p e:q ) ]", "", False),
    ],
)
def test_what_a_path_begins_with(triples: Any, path: str, first: str, is_plain: bool) -> None:  # noqa: FBT001 - a row
    """Shapes are called by the properties that a node has."""
    shape = compiled(triples, f"e:s sh:path {path} ; sh:maxCount 1 .")
    assert (shape.first, shape.is_plain) == (first, is_plain)


def test_shapes_are_joined(triples: Any, graph: Any) -> None:
    """One function gives the results of all, of the property shapes of node shapes too."""
    text = """
        e:s sh:nodeKind sh:Literal ; sh:property e:t, e:u, e:v, e:w .
        e:t sh:path e:p ; sh:maxCount 1 ; sh:nodeKind sh:IRI .
        e:u sh:path e:q ; sh:minCount 1 ; sh:hasValue 1 .
        e:v sh:path ( e:p e:q ) ; sh:minCount 1 .
        e:w sh:path e:r ; sh:minCount 2 ; sh:property [ sh:path e:p ; sh:minCount 1 ] .
    """
    shape, seen = compiled(triples, text), graph("e:a e:p 1, 2 ; e:r 3 .")
    node = "<https://example.org/a>"
    together = joined([shape])(seen, node, (node,))
    assert sorted(map(str, together)) == sorted(map(str, shape.at(seen, node)))
    assert len(together) == 9
