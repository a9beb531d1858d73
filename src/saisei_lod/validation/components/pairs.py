"""How values compare with those of another property of the focus node (W3C SHACL, section 4.5)."""

from collections.abc import Callable, Iterator, Sequence

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Hit, Values, component
from saisei_lod.validation.components.declared import Declared
from saisei_lod.validation.values import order

__all__ = ["disjoint", "equals", "less_than", "less_than_or_equals"]


def equals(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:equals (section 4.5.1): a result for every value that one side lacks."""
    found = (declared.shape, component("equals"))
    for other in declared.iris("equals"):

        def run(graph: Graph, focus: str, values: Values, other: str = other) -> Sequence[Hit]:
            others = graph.about(focus).get(other, ())
            if values == others:
                return ()
            return [Hit(*found, focus, value) for value in _in_one_only(values, others)]

        yield Check(run, least=0)


def _in_one_only(values: Values, others: Values) -> Iterator[str]:
    yield from (value for value in values if value not in others)
    yield from (value for value in others if value not in values)


def disjoint(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:disjoint (section 4.5.2)."""
    found = (declared.shape, component("disjoint"))
    for other in declared.iris("disjoint"):

        def run(graph: Graph, focus: str, values: Values, other: str = other) -> Sequence[Hit]:
            others = graph.about(focus).get(other, ())
            return [Hit(*found, focus, value) for value in values if value in others] if others else ()

        yield Check(run)


def less_than(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:lessThan (section 4.5.3)."""
    return _less(declared, "lessThan", lambda order: order < 0)


def less_than_or_equals(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:lessThanOrEquals (section 4.5.4)."""
    return _less(declared, "lessThanOrEquals", lambda order: order <= 0)


def _less(declared: Declared, name: str, allows: Callable[[int], bool]) -> Iterator[Check]:
    """Yield checks that give a result for each pair of values not in that order, or in none."""
    if declared.path is None:
        raise declared.refused(name)
    found = (declared.shape, component(name))
    for other in declared.iris(name):

        def run(graph: Graph, focus: str, values: Values, other: str = other) -> Sequence[Hit]:
            others = graph.about(focus).get(other, ())
            pairs = ((value, order(value, one)) for value in values for one in others)
            return [
                Hit(*found, focus, value)
                for value, compared in pairs
                if compared is None or not allows(compared)
            ]

        yield Check(run)
