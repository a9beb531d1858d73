"""What an expression gives: values of literals, texts with a language, or terms that have neither."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from saisei_lod.validation.moments import Moment
from saisei_lod.validation.spelled import XSD, language_of, text_of, typed
from saisei_lod.validation.values import Value, order_of_values, value_of

__all__ = [
    "Bare",
    "ExpressionError",
    "Outcome",
    "Tagged",
    "are_equal",
    "order_or_error",
    "outcome_of",
    "term_of",
    "truth",
]


class ExpressionError(Exception):
    """An expression has no value (SPARQL 1.1, section 17.3, type errors)."""


class Tagged(NamedTuple):
    """A text with its language."""

    text: str
    language: str


class Bare(NamedTuple):
    """A term that no operator counts with: an IRI, a blank node, a literal of another or a wrong kind."""

    term: str


Outcome = Value | Tagged | Bare


@lru_cache(maxsize=1 << 14)
def outcome_of(term: str) -> Outcome:
    """Return what a term stands for in an expression."""
    value = value_of(term)
    if value is not None:
        return value
    language = language_of(term)
    return Tagged(text_of(term), language) if language else Bare(term)


def term_of(outcome: Outcome) -> str:
    """Return the term that an outcome is bound as.

    >>> term_of(Decimal("0.50"))
    '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if isinstance(outcome, Bare):
        return outcome.term
    if isinstance(outcome, Tagged):
        return f"{typed(outcome.text, f'{XSD}string')}@{outcome.language}"
    if isinstance(outcome, str):
        return typed(outcome, f"{XSD}string")
    if isinstance(outcome, Moment):
        raise ExpressionError("no operator makes a moment")
    return typed(*_number(outcome))


def _number(number: Decimal | float) -> tuple[str, str]:
    """Return the canonical form of a number or truth value, and its datatype."""
    if isinstance(number, bool):
        return str(number).lower(), f"{XSD}boolean"
    if isinstance(number, int):
        return str(number), f"{XSD}integer"
    if isinstance(number, Decimal):
        return _plainly(number), f"{XSD}decimal"
    return repr(number).replace("inf", "INF").replace("nan", "NaN"), f"{XSD}double"


def _plainly(number: Decimal) -> str:
    """Return the canonical form of a decimal (XSD 1.1 Part 2, section E.1)."""
    written = f"{number:f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written) if number else "0"


def truth(outcome: Outcome) -> bool:
    """Return the effective boolean value (section 17.2.2)."""
    if isinstance(outcome, bool | str):
        return bool(outcome)
    if isinstance(outcome, int | Decimal | float):
        return outcome == outcome and bool(outcome)  # noqa: PLR0124 - NaN is false
    raise ExpressionError("no truth value")


def are_equal(one: Outcome, other: Outcome) -> bool:
    """Return what ``=`` does (section 17.4.1.7): literals of kinds that differ are not equal.

    Of a literal whose value is not known nobody can tell: ExpressionError, unless it is the same term.
    """
    if isinstance(one, Tagged) or isinstance(other, Tagged) or _is_node(one) or _is_node(other):
        return one == other
    if isinstance(one, Bare) or isinstance(other, Bare):
        if one == other:
            return True
        raise ExpressionError("not comparable")
    if isinstance(one, Moment) and isinstance(other, Moment) and one.kind == other.kind:
        return order_or_error(one, other) == 0
    return order_of_values(one, other) == 0


def _is_node(outcome: Outcome) -> bool:
    return isinstance(outcome, Bare) and outcome.term[0] != '"'


def order_or_error(one: Outcome, other: Outcome) -> int:
    """Return -1, 0 or 1 for ``<``, ``=`` and ``>``; ExpressionError where there is no order."""
    if isinstance(one, Bare | Tagged) or isinstance(other, Bare | Tagged):
        raise ExpressionError("no order")
    found = order_of_values(one, other)
    if found is None:
        raise ExpressionError("no order")
    return found
