"""What kind of node a value is (W3C SHACL, section 4.1)."""

from collections.abc import Iterator, Sequence
from typing import Final

from saisei_lod.validation.access import TYPE, Graph
from saisei_lod.validation.components.check import Check, Hit, Values, component, each
from saisei_lod.validation.components.declared import Declared
from saisei_lod.validation.names import SH
from saisei_lod.validation.spelled import datatype_of
from saisei_lod.validation.values import is_well_formed

__all__ = ["datatype", "is_instance", "node_kind", "of_class"]

#: The first characters of the terms of each kind.
_KINDS: Final = {
    f"<{SH}IRI>": "<",
    f"<{SH}BlankNode>": "_",
    f"<{SH}Literal>": '"',
    f"<{SH}BlankNodeOrIRI>": "_<",
    f"<{SH}BlankNodeOrLiteral>": '_"',
    f"<{SH}IRIOrLiteral>": '<"',
}


def of_class(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:class (section 4.1.1): every value is an instance."""
    found = (declared.shape, component("class"))
    for kind in declared.iris("class"):

        def run(graph: Graph, focus: str, values: Values, kind: str = kind) -> Sequence[Hit]:
            for value in values:
                if kind not in graph.about(value).get(TYPE, ()):  # else stated, as nearly always
                    return [Hit(*found, focus, one) for one in values if not is_instance(graph, one, kind)]
            return ()

        def test(graph: Graph, value: str, kind: str = kind) -> bool:
            return kind in graph.about(value).get(TYPE, ()) or is_instance(graph, value, kind)

        yield Check(run, test=test)


def is_instance(graph: Graph, node: str, kind: str) -> bool:
    """Tell whether a node is a SHACL instance of a class (section 1.1)."""
    types = graph.about(node).get(TYPE, ())
    return kind in types or any(kind in graph.classes.get(one, ()) for one in types)


def datatype(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:datatype (section 4.1.2): the datatype, and a lexical form that it has."""
    asked = [iri[1:-1] for iri in declared.iris("datatype")]
    if len(asked) != 1:
        raise declared.refused("datatype")

    def test(value: str) -> bool:
        return datatype_of(value) == asked[0] and is_well_formed(value)

    yield each(declared.shape, component("datatype"), test)


def node_kind(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:nodeKind (section 4.1.3)."""
    asked = declared.spelled("nodeKind")
    if len(asked) != 1 or asked[0] not in _KINDS:
        raise declared.refused("nodeKind")
    starts = _KINDS[asked[0]]
    yield each(declared.shape, component("nodeKind"), lambda value: value[0] in starts)
