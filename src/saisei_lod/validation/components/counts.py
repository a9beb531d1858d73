"""How many values there are (W3C SHACL, section 4.2)."""

from collections.abc import Iterator, Sequence

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Hit, Values, component
from saisei_lod.validation.components.declared import Declared

__all__ = ["max_count", "min_count"]


def min_count(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:minCount (section 4.2.1)."""
    least, found = declared.whole("minCount"), (declared.shape, component("minCount"))

    def run(_: Graph, focus: str, values: Values) -> Sequence[Hit]:
        return () if len(values) >= least else [Hit(*found, focus)]

    yield Check(run, least=0, most=least - 1)


def max_count(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:maxCount (section 4.2.2)."""
    most, found = declared.whole("maxCount"), (declared.shape, component("maxCount"))

    def run(_: Graph, focus: str, values: Values) -> Sequence[Hit]:
        return () if len(values) <= most else [Hit(*found, focus)]

    yield Check(run, least=most + 1)
