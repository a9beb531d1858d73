"""How the fast engine sees a graph: two look-ups, whatever holds the triples.

Terms are strings (see :mod:`saisei_lod.validation.spelled`). What a graph looks up backwards is known when
the shapes have been compiled, so that a graph indexes those predicates and no others.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final, Protocol

from saisei_lod.validation.names import RDF_TYPE

__all__ = ["ABOVE", "NOTHING", "TYPE", "About", "Graph", "MemoryGraph", "Statement", "above"]

About = Mapping[str, Sequence[str]]
"""What is said of one node: values by predicate, none twice."""

Statement = tuple[str, str, str]
"""A triple."""

NOTHING: Final[About] = MappingProxyType({})
TYPE: Final = f"<{RDF_TYPE}>"
ABOVE: Final = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"


class Graph(Protocol):
    """A graph as validation needs it."""

    @property
    def classes(self) -> Mapping[str, Collection[str]]:
        """All classes above each class that the graph puts below another."""

    def __iter__(self) -> Iterator[str]:
        """Yield the nodes that the graph describes."""

    def about(self, node: str) -> About:
        """Return what is said of a node."""

    def linking(self, predicate: str, value: str) -> Sequence[str]:
        """Return the nodes of which a predicate has a value; only for predicates that shapes follow back."""

    def pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        """Return all nodes of which such a predicate has a value, with the value."""


class MemoryGraph:
    """A graph in dictionaries; ``inverse`` are the predicates that can be followed back."""

    def __init__(self, statements: Iterable[Statement] = (), inverse: Collection[str] = frozenset()) -> None:
        self.nodes: dict[str, dict[str, list[str]]] = {}
        self._inverse = inverse
        self._read(statements)

    def _read(self, statements: Iterable[Statement]) -> None:
        nodes, same = self.nodes, {}  # type: ignore[var-annotated]  # a term to itself: equal strings are kept once
        for subject, predicate, value in statements:
            about = nodes.get(subject)
            if about is None:
                about = nodes[subject] = {}
            values = about.setdefault(same.setdefault(predicate, predicate), [])
            values.append(same.setdefault(value, value))
        for about in nodes.values():
            for predicate, values in about.items():
                if len(values) > 1:
                    about[predicate] = list(dict.fromkeys(values))

    def add(self, nodes: Mapping[str, About]) -> None:
        """Take what is said of some nodes, before anything is looked up."""
        for node, about in nodes.items():
            into = self.nodes.setdefault(node, {})
            for predicate, values in about.items():
                into[predicate] = list(dict.fromkeys([*into.get(predicate, ()), *values]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return sum(len(values) for about in self.nodes.values() for values in about.values())

    def statements(self) -> Iterator[Statement]:
        """Yield the triples, node by node."""
        for node, about in self.nodes.items():
            for predicate, values in about.items():
                for value in values:
                    yield node, predicate, value

    def about(self, node: str) -> About:
        """Return what is said of a node."""
        return self.nodes.get(node, NOTHING)

    def linking(self, predicate: str, value: str) -> Sequence[str]:
        """Return the nodes of which a predicate has a value."""
        return self._backwards[predicate].get(value, ())

    def pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        """Return all nodes of which a predicate has a value, with the value."""
        return ((node, value) for value, nodes in self._backwards[predicate].items() for node in nodes)

    @cached_property
    def _backwards(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        backwards: dict[str, dict[str, list[str]]] = {predicate: {} for predicate in self._inverse}
        for node, about in self.nodes.items():
            for predicate in about.keys() & backwards.keys():
                into = backwards[predicate]
                for value in about[predicate]:
                    into.setdefault(value, []).append(node)
        return backwards

    @cached_property
    def outward(self) -> frozenset[str]:
        """What the graph points at and does not describe, by predicates that can be followed back."""
        return frozenset(
            value for values in self._backwards.values() for value in values if value not in self.nodes
        )

    @cached_property
    def classes(self) -> Mapping[str, Collection[str]]:
        """All classes above each class that the graph puts below another."""
        return above({node: about[ABOVE] for node, about in self.nodes.items() if ABOVE in about})


def above(stated: Mapping[str, Sequence[str]]) -> Mapping[str, Collection[str]]:
    """Return all classes above each class, from those stated to be directly above (RDF Schema 1.1, section 3.4)."""
    found = {}
    for kind in stated:
        reached: dict[str, None] = {}
        waiting = list(stated[kind])
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached[one] = None
                waiting += stated.get(one, ())
        found[kind] = frozenset(reached)
    return found
