"""Which nodes of the data each shape looks at (W3C SHACL, section 2.1.3)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import RDF_TYPE, SH
from saisei_lod.validation.shapes import Shapes

__all__ = ["Focus", "focus_nodes"]

Focus = Mapping[Term, tuple[Term, ...]]
"""The focus nodes of each shape that declares targets, in the order of their terms."""

_SUBCLASS_OF: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


def focus_nodes(shapes: Shapes, data: Triples, outside: Collection[Term] = frozenset()) -> Focus:
    """Return the focus nodes of every shape that declares targets, without the nodes ``outside``."""
    return {
        shape: tuple(sorted(set(_targets(shape, shapes, data)).difference(outside), key=str))
        for shape in shapes.targeting
    }


def _targets(shape: Term, shapes: Shapes, data: Triples) -> Iterator[Term]:
    declared = shapes.triples.objects
    for kind in declared(shape, f"{SH}targetClass"):
        yield from _instances(kind, data)
    if shapes.is_class(shape):
        yield from _instances(shape, data)
    yield from declared(shape, f"{SH}targetNode")
    for predicate in declared(shape, f"{SH}targetSubjectsOf"):
        yield from (subject for subject, _ in data.pairs(_iri(predicate)))
    for predicate in declared(shape, f"{SH}targetObjectsOf"):
        yield from (value for _, value in data.pairs(_iri(predicate)))


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else ""


def _instances(kind: Term, data: Triples) -> Iterator[Term]:
    """Yield the SHACL instances of a class: of itself and of its subclasses as the data states them."""
    seen, waiting = {kind}, [kind]
    while waiting:
        current = waiting.pop()
        yield from data.with_object(RDF_TYPE, current)
        for below in data.with_object(_SUBCLASS_OF, current):
            if below not in seen:
                seen.add(below)
                waiting.append(below)
