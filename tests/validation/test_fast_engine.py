from typing import Any

from pyoxigraph import Literal, NamedNode

from saisei_lod.validation.fast_engine import compiled
from saisei_lod.validation.names import SH
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import focus_nodes

CUSTOM = """
e:c a sh:ConstraintComponent ; sh:parameter [ sh:path e:most ] ;
  sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER ($value <= $most) }" ] .
e:s sh:targetNode e:a ; sh:path e:p ; e:most 3 .
e:t sh:targetNode e:a ; sh:path e:p ; sh:maxCount 1 .
"""


def test_what_cannot_be_compiled_goes_to_pyshacl_and_is_named(triples: Any, graph: Any) -> None:
    """The shape with a component of its own, and no other."""
    shapes = Shapes(triples(CUSTOM))
    checker = compiled(shapes)
    assert checker.left == (NamedNode("https://example.org/s"),)
    seen = graph("e:a e:p 2, 4 .")
    found = checker(seen, focus_nodes(shapes, seen))
    assert {(str(v.shape)[-2], v.component.rpartition("/")[2]) for v in found} == {
        ("s", "c"),
        ("t", "shacl#MaxCountConstraintComponent"),
    }


def test_results_are_those_of_every_engine(triples: Any, graph: Any) -> None:
    """Shape, component, focus node, value and the predicate of sh:closed, as terms."""
    shapes = Shapes(triples("e:s sh:targetNode e:a ; sh:closed true ."))
    seen = graph('e:a e:p "x"@en .')
    assert compiled(shapes)(seen, focus_nodes(shapes, seen)) == [
        Violation(
            NamedNode("https://example.org/s"),
            f"{SH}ClosedConstraintComponent",
            NamedNode("https://example.org/a"),
            Literal("x", language="en"),
            NamedNode("https://example.org/p"),
        )
    ]
