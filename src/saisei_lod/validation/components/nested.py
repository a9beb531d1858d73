"""Shapes that values must satisfy, all of them or some (W3C SHACL, section 4.7)."""

from collections.abc import Iterator, Sequence

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Conforms, Hit, Values, component, each_in_graph
from saisei_lod.validation.components.declared import Declared
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.names import SH

__all__ = ["node", "qualified"]


def node(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:node (section 4.7.1): one result a value, whatever it lacks."""
    for nested in declared.all_nested(declared.terms("node")):
        yield each_in_graph(declared.shape, component("node"), nested.conforms)


def qualified(declared: Declared) -> Iterator[Check]:
    """Yield the checks of sh:qualifiedValueShape with its counts (section 4.7.3)."""
    for value_shape in declared.terms("qualifiedValueShape"):
        conforms = _qualifying(declared, value_shape)
        if declared.terms("qualifiedMinCount"):
            least = declared.whole("qualifiedMinCount")
            yield _counted(declared, "qualifiedMinCount", conforms, least, None)
        if declared.terms("qualifiedMaxCount"):
            yield _counted(declared, "qualifiedMaxCount", conforms, 0, declared.whole("qualifiedMaxCount"))


def _counted(declared: Declared, name: str, conforms: Conforms, least: int, most: int | None) -> Check:
    found = (declared.shape, component(name))

    def run(graph: Graph, focus: str, values: Values) -> Sequence[Hit]:
        count = sum(conforms(graph, value) for value in values)
        return () if least <= count and (most is None or count <= most) else [Hit(*found, focus)]

    return Check(run, least=1 if least <= 0 else 0)


def _qualifying(declared: Declared, value_shape: Term) -> Conforms:
    """Return the test of a value shape; with sh:qualifiedValueShapesDisjoint no sibling's may pass as well."""
    own = declared.nested(value_shape).conforms
    others = [declared.nested(term).conforms for term in _siblings(declared, value_shape)]
    if not others:
        return own

    def conforms(graph: Graph, value: str) -> bool:
        return own(graph, value) and not any(other(graph, value) for other in others)

    return conforms


def _siblings(declared: Declared, value_shape: Term) -> list[Term]:
    if not declared.is_true("qualifiedValueShapesDisjoint"):
        return []
    objects = declared.triples.objects
    shapes = [
        sibling
        for parent in declared.triples.with_object(f"{SH}property", declared.shape)
        for property_shape in objects(parent, f"{SH}property")
        for sibling in objects(property_shape, f"{SH}qualifiedValueShape")
    ]
    return [one for one in dict.fromkeys(shapes) if one != value_shape]
