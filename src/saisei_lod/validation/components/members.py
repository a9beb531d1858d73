"""Which properties a node may have, and which values (W3C SHACL, section 4.8)."""

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Hit, Values, component, each
from saisei_lod.validation.components.declared import Declared
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.names import SH
from saisei_lod.validation.spelled import from_term

__all__ = ["closed", "has_value", "one_in"]


def closed(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:closed (section 4.8.1): no properties but those of sh:property and those ignored."""
    if not declared.is_true("closed"):
        return
    allowed = frozenset(map(from_term, _allowed(declared)))
    found = (declared.shape, component("closed"))

    def run(graph: Graph, focus: str, values: Values) -> Sequence[Hit]:
        hits: list[Hit] = []
        for value in values:
            about = graph.about(value)
            if not allowed.issuperset(about):
                hits += [
                    Hit(*found, focus, one, predicate)
                    for predicate in about
                    if predicate not in allowed
                    for one in about[predicate]
                ]
        return hits

    yield Check(run)


def _allowed(declared: Declared) -> Iterator[Term]:
    for members in declared.lists("ignoredProperties"):
        yield from members
    for held in declared.terms("property"):
        paths = declared.triples.objects(held, f"{SH}path")
        yield from (path for path in paths if isinstance(path, NamedNode))


def has_value(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:hasValue (section 4.8.2)."""
    found = (declared.shape, component("hasValue"))
    for wanted in declared.spelled("hasValue"):

        def run(_: Graph, focus: str, values: Values, wanted: str = wanted) -> Sequence[Hit]:
            return () if wanted in values else [Hit(*found, focus)]

        yield Check(run, least=0)


def one_in(declared: Declared) -> Iterator[Check]:
    """Yield a check for each sh:in (section 4.8.3)."""
    for members in declared.lists("in"):
        allowed = frozenset(map(from_term, members))
        yield each(declared.shape, component("in"), allowed.__contains__)
