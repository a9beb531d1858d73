"""The values of literals: whether a lexical form has one, and which of two comes first.

Order and equality are those of the operators of SPARQL 1.1 (section 17.3), with the days and times that
XPath and every engine add. What has no common order is not comparable: None, never a guess.
"""

import re
import struct
from decimal import Decimal
from functools import lru_cache
from typing import Final

from saisei_lod.validation.moments import KINDS, Moment, moment
from saisei_lod.validation.spelled import XSD, datatype_of, text_of

__all__ = ["Value", "as_double", "is_well_formed", "order", "order_of_values", "value_of"]

Value = bool | int | Decimal | float | str | Moment
"""What a literal of a known datatype stands for; texts are xsd:string alone."""

_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE: Final = re.compile(rf"{_DECIMAL.pattern}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_DURATION: Final = re.compile(
    r"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?"
    r"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?"
)
#: Other datatypes whose lexical forms are checked, though their values are not put in order.
_FORMS: Final = {
    "duration": _DURATION,
    "dayTimeDuration": re.compile(rf"(?!.*Y)(?![^T]*M){_DURATION.pattern}"),
    "yearMonthDuration": re.compile(r"-?P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?"),
    "hexBinary": re.compile(r"(?:[0-9a-fA-F]{2})*"),
}
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
#: Smallest and largest value of the integers (XSD 1.1 Part 2, section 3.4.13 to 3.4.25).
_INTEGERS: Final[dict[str, tuple[float, float]]] = {
    "integer": (-float("inf"), float("inf")),
    "nonPositiveInteger": (-float("inf"), 0),
    "negativeInteger": (-float("inf"), -1),
    "nonNegativeInteger": (0, float("inf")),
    "positiveInteger": (1, float("inf")),
    **{name: (-(2 ** (n - 1)), 2 ** (n - 1) - 1) for name, n in (("long", 64), ("int", 32), ("short", 16), ("byte", 8))},
    **{f"unsigned{name}": (0, 2**n - 1) for name, n in (("Long", 64), ("Int", 32), ("Short", 16), ("Byte", 8))},
}  # fmt: skip
#: Python reads longer texts of digits in more than linear time, and refuses them.
_LONGEST: Final = 4000


@lru_cache(maxsize=1 << 14)
def value_of(term: str) -> Value | None:
    """Return the value of a literal; None for what is no literal, is ill-typed, or has no order.

    >>> value_of('"05"^^<http://www.w3.org/2001/XMLSchema#byte>')
    5
    """
    datatype = datatype_of(term)
    return _value(datatype.removeprefix(XSD), text_of(term)) if datatype.startswith(XSD) else None


def _value(kind: str, lexical: str) -> Value | None:
    if kind == "string":
        return lexical
    if kind in KINDS:
        return moment(kind, lexical)
    if kind == "boolean":
        return _BOOLEANS.get(lexical)
    return _number(kind, lexical) if len(lexical) <= _LONGEST else None


def _number(kind: str, lexical: str) -> Value | None:
    if kind in _INTEGERS and _INTEGER.fullmatch(lexical):
        least, most = _INTEGERS[kind]
        number = int(lexical)
        return number if least <= number <= most else None
    if kind == "decimal" and _DECIMAL.fullmatch(lexical):
        return Decimal(lexical)
    if kind in {"double", "float"} and _DOUBLE.fullmatch(lexical):
        return float(lexical) if kind == "double" else _single(float(lexical))
    return None


def _single(number: float) -> float:
    """Return the nearest number of single precision."""
    try:
        rounded: float = struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        return float("inf") if number > 0 else -float("inf")
    return rounded


def is_well_formed(term: str) -> bool:
    """Tell whether a literal's lexical form is one of its datatype, as far as the datatype is known here.

    Known are those of SPARQL 1.1 (section 17.1), which SHACL asks for (section 4.1.2), days and times,
    durations and hexBinary; any text is a good one of other datatypes.

    >>> is_well_formed('"2021-02-29"^^<http://www.w3.org/2001/XMLSchema#date>')
    False
    """
    datatype = datatype_of(term)
    if not datatype.startswith(XSD):
        return True
    kind = datatype.removeprefix(XSD)
    if kind in _FORMS:
        return _FORMS[kind].fullmatch(text_of(term)) is not None
    if kind in KINDS or kind in _INTEGERS or kind in {"boolean", "decimal", "double", "float"}:
        return value_of(term) is not None
    return True


def order(left: str, right: str) -> int | None:
    """Return -1, 0 or 1 where the left literal is less, equal or greater; None where they cannot be compared.

    >>> order('"10"^^<http://www.w3.org/2001/XMLSchema#integer>', '"9.5"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    1
    """
    return order_of_values(value_of(left), value_of(right))


def order_of_values(one: Value | None, other: Value | None) -> int | None:
    """Return the same for two values."""
    if isinstance(one, Moment) and isinstance(other, Moment):
        return one.order(other)
    if type(one) is type(other) and isinstance(one, bool | str | int | Decimal):
        return (one > other) - (one < other)  # type: ignore[operator]  # they are of one type
    if _is_number(one) and _is_number(other):
        return _order_of_numbers(one, other)  # type: ignore[arg-type]  # as just asked
    return None


def _is_number(value: Value | None) -> bool:
    return isinstance(value, int | Decimal | float) and not isinstance(value, bool)


def _order_of_numbers(one: Decimal | float, other: Decimal | float) -> int | None:
    if isinstance(one, float) or isinstance(other, float):  # numbers are promoted to doubles (section 17.3)
        one, other = as_double(one), as_double(other)
    if one != one or other != other:  # noqa: PLR0124 - NaN is in no order, not even with itself
        return None
    return (one > other) - (one < other)


def as_double(number: Decimal | float) -> float:
    """Return a number as the nearest double, infinite where it is too large for one."""
    return number if isinstance(number, float) else float(Decimal(number))
