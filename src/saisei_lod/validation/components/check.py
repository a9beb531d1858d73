"""What a constraint component is compiled to: a function over the value nodes of a focus node."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from saisei_lod.validation.access import Graph
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.names import SH

__all__ = ["Check", "Conforms", "Hit", "Run", "Values", "component", "each", "each_in_graph"]

Values = Sequence[str]
"""Value nodes (W3C SHACL, section 2.1), none twice."""


class Hit(NamedTuple):
    """A result: what was not satisfied, at which node, by which value.

    ``predicate`` is given where the shape's path does not name it (sh:closed).
    """

    shape: Term
    component: str
    focus: str
    value: str | None = None
    predicate: str | None = None


Run = Callable[[Graph, str, Values], Sequence[Hit]]
Conforms = Callable[[Graph, str], bool]

#: How many good values a check remembers: enough for days, codes and schemes, little for texts.
_REMEMBERED: Final = 1024


class Check(NamedTuple):
    """A compiled constraint.

    It finds nothing unless there are ``least`` values or more, and ``most`` or fewer where that is given.
    ``test`` is there where each value is tested for itself.
    """

    run: Run
    least: int = 1
    most: int | None = None
    test: Conforms | None = None


def component(name: str) -> str:
    """Return the IRI of a constraint component from the name of its parameter.

    >>> component("minCount")
    'http://www.w3.org/ns/shacl#MinCountConstraintComponent'
    """
    return f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent"


def each(shape: Term, iri: str, test: Callable[[str], bool]) -> Check:
    """Return a check that tests every value for itself; what is good stays good and is remembered."""
    good: set[str] = set()

    def run(_: Graph, focus: str, values: Values) -> Sequence[Hit]:
        if good.issuperset(values):
            return ()
        bad = [value for value in values if not test(value)]
        if not bad and len(good) < _REMEMBERED:
            good.update(values)
        return [Hit(shape, iri, focus, value) for value in bad]

    return Check(run, test=lambda _, value: test(value))


def each_in_graph(shape: Term, iri: str, test: Conforms) -> Check:
    """Return a check that tests every value by what the graph says of it."""

    def run(graph: Graph, focus: str, values: Values) -> Sequence[Hit]:
        for value in values:
            if not test(graph, value):
                return [Hit(shape, iri, focus, value) for value in values if not test(graph, value)]
        return ()

    return Check(run, test=test)
