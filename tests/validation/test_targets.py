from typing import Any

import pytest

from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import focus_nodes

DATA = """
e:a a e:X ; e:p e:b .
e:b a e:Y .
e:Y rdfs:subClassOf e:X .
e:Z rdfs:subClassOf e:Z, e:Y .
"""


@pytest.mark.parametrize(
    ("target", "names"),
    [
        ("sh:targetClass e:X", "ab"),
        ("sh:targetClass e:Y", "b"),
        ("sh:targetClass e:Z", ""),
        ("sh:targetClass e:X, e:Y", "ab"),
        ("sh:targetNode e:nobody", ["nobody"]),
        ("sh:targetSubjectsOf e:p", "a"),
        ("sh:targetObjectsOf e:p", "b"),
        ("sh:targetObjectsOf e:p ; sh:targetClass e:X", "ab"),
    ],
)
def test_focus_nodes_are_those_of_the_standard(
    triples: Any, graph: Any, target: str, names: str | list[str]
) -> None:
    """Subclasses count where the data states them; a circle among them ends; a node counts once."""
    shapes = Shapes(triples(f"e:s a sh:NodeShape ; {target} ."))
    (nodes,) = focus_nodes(shapes, graph(DATA)).values()
    assert sorted(nodes) == [f"<https://example.org/{name}>" for name in names]


def test_a_class_that_is_a_shape_targets_its_instances(triples: Any, graph: Any) -> None:
    """Implicit class targets, section 2.1.3.3."""
    shapes = Shapes(triples("e:Y a rdfs:Class, sh:NodeShape ; sh:nodeKind sh:IRI ."))
    assert [list(nodes) for nodes in focus_nodes(shapes, graph(DATA)).values()] == [
        ["<https://example.org/b>"]
    ]


def test_nodes_outside_are_left_out(triples: Any, graph: Any) -> None:
    """What another run validates is no focus node of this one."""
    shapes = Shapes(triples("e:s a sh:NodeShape ; sh:targetClass e:X ."))
    (nodes,) = focus_nodes(shapes, graph(DATA), {"<https://example.org/a>"}).values()
    assert nodes == ["<https://example.org/b>"]
