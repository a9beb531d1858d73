"""How large a value may be (W3C SHACL, section 4.3); what cannot be compared is no good value."""

from collections.abc import Callable, Iterator

from saisei_lod.validation.components.check import Check, component, each
from saisei_lod.validation.components.declared import Declared
from saisei_lod.validation.values import order

__all__ = ["max_exclusive", "max_inclusive", "min_exclusive", "min_inclusive"]


def min_exclusive(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:minExclusive (section 4.3.1)."""
    return _range(declared, "minExclusive", lambda order: order > 0)


def min_inclusive(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:minInclusive (section 4.3.2)."""
    return _range(declared, "minInclusive", lambda order: order >= 0)


def max_exclusive(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:maxExclusive (section 4.3.3)."""
    return _range(declared, "maxExclusive", lambda order: order < 0)


def max_inclusive(declared: Declared) -> Iterator[Check]:
    """Yield the check of sh:maxInclusive (section 4.3.4)."""
    return _range(declared, "maxInclusive", lambda order: order <= 0)


def _range(declared: Declared, name: str, allows: Callable[[int], bool]) -> Iterator[Check]:
    bounds = declared.spelled(name)
    if len(bounds) != 1 or bounds[0][0] != '"':
        raise declared.refused(name)

    def test(value: str) -> bool:
        compared = order(value, bounds[0])
        return compared is not None and allows(compared)

    yield each(declared.shape, component(name), test)
