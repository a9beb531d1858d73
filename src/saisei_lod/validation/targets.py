"""Which nodes of the data each shape looks at (W3C SHACL, section 2.1.3)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from saisei_lod.validation.access import TYPE, About, Graph
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.names import SH
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.spelled import from_term

__all__ = ["Focus", "Targets", "focus_nodes"]

Focus = Mapping[Term, Collection[str]]
"""The focus nodes of each shape that declares targets."""

_Shapes = tuple[Term, ...]
_NOTHING: Final[_Shapes] = ()


class Targets:
    """The targets of some shapes, to be asked node by node."""

    def __init__(self, shapes: Shapes) -> None:
        declared = shapes.triples.objects
        by: dict[str, dict[str, list[Term]]] = {}
        for shape in shapes.targeting:
            for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf"):
                for term in declared(shape, SH + name):
                    by.setdefault(name, {}).setdefault(from_term(term), []).append(shape)
            if shapes.is_class(shape):
                by.setdefault("targetClass", {}).setdefault(from_term(shape), []).append(shape)
        self._by_class = by.get("targetClass", {})
        self._by_subject = by.get("targetSubjectsOf", {})
        self._by_object = by.get("targetObjectsOf", {})
        self.nodes = by.get("targetNode", {})
        self._of_types: dict[tuple[str, ...], _Shapes] = {}

    def of(self, graph: Graph, about: About) -> _Shapes:
        """Return the shapes that a node is a target of by its classes and by its properties."""
        types = about.get(TYPE)
        found = self._by_types(graph, tuple(types)) if types else _NOTHING
        for predicate in self._by_subject:
            if predicate in about:
                found = tuple(dict.fromkeys([*found, *self._by_subject[predicate]]))
        return found

    def of_values(self, about: About) -> Iterator[tuple[Term, str]]:
        """Yield the shapes that the values of a node are targets of, with the value."""
        for predicate in self._by_object:
            if predicate in about:
                for shape in self._by_object[predicate]:
                    for value in about[predicate]:
                        yield shape, value

    def _by_types(self, graph: Graph, types: tuple[str, ...]) -> _Shapes:
        """Return the shapes for the instances of classes and of those above them (section 2.1.3.2)."""
        found = None if graph.classes else self._of_types.get(types)
        if found is None:
            kinds = {*types, *(one for kind in types for one in graph.classes.get(kind, ()))}
            by_class = self._by_class
            found = tuple(dict.fromkeys(shape for kind in sorted(kinds) for shape in by_class.get(kind, ())))
            if not graph.classes:
                self._of_types[types] = found
        return found


def focus_nodes(shapes: Shapes, data: Graph, outside: Collection[str] = frozenset()) -> Focus:
    """Return the focus nodes of every shape that declares targets, without the nodes ``outside``."""
    targets = Targets(shapes)
    found: dict[Term, dict[str, None]] = {shape: {} for shape in shapes.targeting}
    for node in data:
        about = data.about(node)
        for shape in targets.of(data, about):
            found[shape][node] = None
        for shape, value in targets.of_values(about):
            found[shape][value] = None
    for node, targeted in targets.nodes.items():
        for shape in targeted:
            found[shape][node] = None
    return {shape: [node for node in nodes if node not in outside] for shape, nodes in found.items()}
