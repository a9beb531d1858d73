"""Shapes joined by not, and, or, exactly one (W3C SHACL, section 4.6)."""

from collections.abc import Callable, Iterator, Sequence

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Conforms, component, each_in_graph
from saisei_lod.validation.components.declared import Declared

__all__ = ["all_of", "any_of", "none_of", "one_of"]


def none_of(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:not (section 4.6.1)."""
    for nested in declared.all_nested(declared.terms("not")):

        def test(graph: Graph, value: str, conforms: Conforms = nested.conforms) -> bool:
            return not conforms(graph, value)

        yield each_in_graph(declared.shape, component("not"), test)


def all_of(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:and (section 4.6.2)."""
    return _joined(declared, "and", _all)


def any_of(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:or (section 4.6.3)."""
    return _joined(declared, "or", _any)


def one_of(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:xone (section 4.6.4)."""
    return _joined(declared, "xone", _one)


def _all(tests: Sequence[Conforms]) -> Conforms:
    def conforms(graph: Graph, value: str) -> bool:
        for test in tests:  # noqa: SIM110 - a generator costs more than most tests
            if not test(graph, value):
                return False
        return True

    return conforms


def _any(tests: Sequence[Conforms]) -> Conforms:
    def conforms(graph: Graph, value: str) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(graph, value):
                return True
        return False

    return conforms


def _one(tests: Sequence[Conforms]) -> Conforms:
    def conforms(graph: Graph, value: str) -> bool:
        return sum([test(graph, value) for test in tests]) == 1

    return conforms


def _joined(declared: Declared, name: str, join: Callable[[Sequence[Conforms]], Conforms]) -> Iterator[Check]:
    for members in declared.lists(name):
        tests = [nested.conforms for nested in declared.all_nested(members)]
        yield each_in_graph(declared.shape, component(name), join(tests))
