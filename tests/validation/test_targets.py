from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from saisei_lod.validation.loading import load
from saisei_lod.validation.shapes import load_shapes
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
        ("sh:targetClass e:X", ["a", "b"]),
        ("sh:targetClass e:Y", ["b"]),
        ("sh:targetClass e:Z", []),
        ("sh:targetNode e:nobody", ["nobody"]),
        ("sh:targetSubjectsOf e:p", ["a"]),
        ("sh:targetObjectsOf e:p", ["b"]),
        ("sh:targetObjectsOf e:p ; sh:targetClass e:X", ["a", "b"]),
    ],
)
def test_focus_nodes_are_those_of_the_standard(
    turtle: Callable[[str, str], Path], target: str, names: list[str]
) -> None:
    """Subclasses count where the data states them; a circle among them ends."""
    shapes = load_shapes([turtle("s.ttl", f"e:s a sh:NodeShape ; {target} .")])
    data = load([turtle("d.ttl", DATA)]).triples
    assert list(focus_nodes(shapes, data).values()) == [
        tuple(NamedNode(f"https://example.org/{name}") for name in names)
    ]


def test_nodes_outside_are_left_out(turtle: Callable[[str, str], Path]) -> None:
    """What another run validates is no focus node of this one."""
    shapes = load_shapes([turtle("s.ttl", "e:s a sh:NodeShape ; sh:targetClass e:X .")])
    data = load([turtle("d.ttl", DATA)]).triples
    (nodes,) = focus_nodes(shapes, data, {NamedNode("https://example.org/a")}).values()
    assert nodes == (NamedNode("https://example.org/b"),)
