"""The operators and functions of expressions (SPARQL 1.1, sections 17.3 and 17.4)."""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Any, Final, NamedTuple

from saisei_lod.validation.patterns import matches_range, searcher
from saisei_lod.validation.sparql.outcomes import (
    Bare,
    ExpressionError,
    Outcome,
    Tagged,
    are_equal,
    order_or_error,
)
from saisei_lod.validation.spelled import XSD, datatype_of, language_of, text_of, typed
from saisei_lod.validation.values import as_double, value_of

__all__ = ["OF_TERMS", "OF_VALUES", "Function"]

Number = int | Decimal | float
_EXACT: Final = frozenset({int, Decimal})
_DIVISION: Final = Context(prec=36)


class Function(NamedTuple):
    """A function with the least and the largest number of its arguments."""

    call: Callable[..., Outcome]
    least: int
    most: int


# Numbers: integers and decimals are exact, and become doubles beside a double (section 17.3)


def _numbers(*outcomes: Outcome) -> Sequence[Number]:
    numbers = [
        one for one in outcomes if isinstance(one, int | Decimal | float) and not isinstance(one, bool)
    ]
    if len(numbers) != len(outcomes):
        raise ExpressionError("no number")
    return list(map(as_double, numbers)) if any(isinstance(one, float) for one in numbers) else numbers


def _arithmetic(operate: Callable[[Any, Any], Outcome]) -> Callable[[Outcome, Outcome], Outcome]:
    def call(one: Outcome, other: Outcome) -> Outcome:
        if type(one) in _EXACT and type(other) in _EXACT:  # nearly always
            return operate(one, other)
        return operate(*_numbers(one, other))

    return call


def _quotient(dividend: Number, divisor: Number) -> Number:
    """Return a decimal of integers too; doubles are divided as IEEE 754 has it."""
    if isinstance(dividend, float):
        if divisor:
            return dividend / float(divisor)
        if not dividend or math.isnan(dividend):
            return math.nan
        return math.copysign(math.inf, dividend) * math.copysign(1, divisor)
    if not divisor:
        raise ExpressionError("division by zero")
    return _DIVISION.divide(Decimal(dividend), Decimal(divisor))


def _rounded(number: Outcome, how: str) -> Outcome:
    if isinstance(number, Decimal):
        return number.to_integral_value(rounding=how)
    one = _numbers(number)[0]
    if isinstance(one, float) and math.isfinite(one):
        return float(Decimal(one).to_integral_value(rounding=how))
    return one


def _floor(number: Outcome) -> Outcome:
    return _rounded(number, ROUND_FLOOR)


def _ceil(number: Outcome) -> Outcome:
    return _rounded(number, ROUND_CEILING)


def _abs(number: Outcome) -> Outcome:
    absolute: Callable[[Any], Number] = abs
    return absolute(_numbers(number)[0])


# Texts


def _text(outcome: Outcome) -> str:
    if isinstance(outcome, Tagged):
        return outcome.text
    if not isinstance(outcome, str):
        raise ExpressionError("no text")
    return outcome


def _pair(one: Outcome, other: Outcome) -> tuple[str, str]:
    """Return two texts whose languages are compatible (section 17.4.3.1.2)."""
    if isinstance(other, Tagged) and (not isinstance(one, Tagged) or one.language != other.language):
        raise ExpressionError("languages differ")
    return _text(one), _text(other)


def _whole(outcome: Outcome) -> int:
    if isinstance(outcome, bool) or not isinstance(outcome, int):
        raise ExpressionError("no whole number")
    return outcome


def _strlen(text: Outcome) -> Outcome:
    return len(_text(text))


def _substr(text: Outcome, start: Outcome, length: Outcome | None = None) -> Outcome:
    """Return a part of a text, whose first character is number 1."""
    whole, first = _text(text), _whole(start)
    last = len(whole) + 1 if length is None else first + _whole(length)
    part = whole[max(first, 1) - 1 : max(last, 1) - 1]
    return Tagged(part, text.language) if isinstance(text, Tagged) else part


def _strstarts(text: Outcome, start: Outcome) -> Outcome:
    whole, part = _pair(text, start)
    return whole.startswith(part)


def _strends(text: Outcome, end: Outcome) -> Outcome:
    whole, part = _pair(text, end)
    return whole.endswith(part)


def _contains(text: Outcome, part: Outcome) -> Outcome:
    whole, wanted = _pair(text, part)
    return wanted in whole


def _concat(*texts: Outcome) -> Outcome:
    languages = {text.language if isinstance(text, Tagged) else "" for text in texts}
    whole = "".join(map(_text, texts))
    return Tagged(whole, languages.pop()) if len(languages) == 1 and languages != {""} else whole


def _lang_matches(tag: Outcome, wanted: Outcome) -> Outcome:
    return matches_range(_text(tag), _text(wanted))


def _regex(text: Outcome, pattern: Outcome, flags: Outcome = "") -> Outcome:
    search = searcher(pattern, flags) if isinstance(pattern, str) and isinstance(flags, str) else None
    if search is None:
        raise ExpressionError("no pattern")
    return search(_text(text)) is not None


# Casts (section 17.5)


def _integer(outcome: Outcome) -> Outcome:
    if isinstance(outcome, str):
        value = value_of(typed(outcome, f"{XSD}integer"))
        if value is not None:
            return value
    elif isinstance(outcome, int | Decimal) or (isinstance(outcome, float) and math.isfinite(outcome)):
        return int(outcome)
    raise ExpressionError("no integer")


# Terms


def _is_iri(term: str) -> Outcome:
    return term[0] == "<"


def _is_blank(term: str) -> Outcome:
    return term[0] == "_"


def _is_literal(term: str) -> Outcome:
    return term[0] == '"'


def _is_numeric(term: str) -> Outcome:
    value = value_of(term)
    return isinstance(value, int | Decimal | float) and not isinstance(value, bool)


def _str(term: str) -> Outcome:
    if term[0] == "_":
        raise ExpressionError("a blank node has no text")
    return text_of(term)


def _lang(term: str) -> Outcome:
    if term[0] != '"':
        raise ExpressionError("no literal")
    return language_of(term)


def _datatype(term: str) -> Outcome:
    if term[0] != '"':
        raise ExpressionError("no literal")
    return Bare(f"<{datatype_of(term)}>")


def _same_term(one: str, other: str) -> Outcome:
    return one == other


#: Functions of the values of their arguments.
OF_VALUES: Final[Mapping[str, Function]] = {
    "+": Function(_arithmetic(operator.add), 2, 2),
    "-": Function(_arithmetic(operator.sub), 2, 2),
    "*": Function(_arithmetic(operator.mul), 2, 2),
    "/": Function(_arithmetic(_quotient), 2, 2),
    "=": Function(are_equal, 2, 2),
    "!=": Function(lambda one, other: not are_equal(one, other), 2, 2),
    "<": Function(lambda one, other: order_or_error(one, other) < 0, 2, 2),
    "<=": Function(lambda one, other: order_or_error(one, other) <= 0, 2, 2),
    ">": Function(lambda one, other: order_or_error(one, other) > 0, 2, 2),
    ">=": Function(lambda one, other: order_or_error(one, other) >= 0, 2, 2),
    "ABS": Function(_abs, 1, 1),
    "CEIL": Function(_ceil, 1, 1),
    "CONCAT": Function(_concat, 1, 100),
    "CONTAINS": Function(_contains, 2, 2),
    "FLOOR": Function(_floor, 1, 1),
    "LANGMATCHES": Function(_lang_matches, 2, 2),
    "REGEX": Function(_regex, 2, 3),
    "STRENDS": Function(_strends, 2, 2),
    "STRLEN": Function(_strlen, 1, 1),
    "STRSTARTS": Function(_strstarts, 2, 2),
    "SUBSTR": Function(_substr, 2, 3),
    f"{XSD}integer": Function(_integer, 1, 1),
}
#: Functions of the terms themselves.
OF_TERMS: Final[Mapping[str, Function]] = {
    "DATATYPE": Function(_datatype, 1, 1),
    "ISBLANK": Function(_is_blank, 1, 1),
    "ISIRI": Function(_is_iri, 1, 1),
    "ISLITERAL": Function(_is_literal, 1, 1),
    "ISNUMERIC": Function(_is_numeric, 1, 1),
    "ISURI": Function(_is_iri, 1, 1),
    "LANG": Function(_lang, 1, 1),
    "SAMETERM": Function(_same_term, 2, 2),
    "STR": Function(_str, 1, 1),
}
