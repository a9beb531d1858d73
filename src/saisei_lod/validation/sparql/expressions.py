"""Evaluate expressions (SPARQL 1.1, section 17) on the bindings of one solution.

Errors are exceptions here, as they are a third truth there.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.validation.access import Graph
from saisei_lod.validation.sparql.functions import OF_TERMS, OF_VALUES, Function
from saisei_lod.validation.sparql.grammar import Call, Exists, Expression, OutsideError, Variable
from saisei_lod.validation.sparql.outcomes import ExpressionError, Outcome, outcome_of, term_of, truth

__all__ = ["Computed", "Evaluated", "Row", "Test", "bound_term", "evaluated", "is_true", "remembered"]


class Computed(NamedTuple):
    """What BIND binds: an outcome, which becomes a term where one is asked for.

    Its kind tells 1 from 1.0 and from true, which Python holds to be equal.
    """

    outcome: Outcome
    kind: type


Row = Mapping[str, str | Computed]
"""The bindings of a solution by the names of variables: terms in N-Triples, or what was computed."""


_REMEMBERED: Final = 4096

Test = Callable[[Graph, Row], bool]
"""Whether a solution has what is asked for."""


class Evaluated(NamedTuple):
    """An expression as functions of a solution: what it gives, and the term of that.

    Both raise ExpressionError where there is nothing.
    """

    outcome: Callable[[Graph, Row], Outcome]
    term: Callable[[Graph, Row], str]


def is_true(condition: Callable[[Graph, Row], Computed], graph: Graph, row: Row) -> bool:
    """Tell whether a filter lets a solution pass; an error does not (section 17.2)."""
    try:
        return truth(condition(graph, row).outcome)
    except ExpressionError:
        return False


def evaluated(expression: Expression, exists: Callable[[Exists], Test]) -> Evaluated:
    """Return an expression compiled; OutsideError for a function that is not known here.

    ``exists`` compiles the groups of EXISTS.
    """
    if isinstance(expression, Variable):
        return _variable(expression.name)
    if isinstance(expression, str):
        outcome, term = outcome_of(expression), expression
        return Evaluated(lambda _, __: outcome, lambda _, __: term)
    if isinstance(expression, Exists):
        return _computed(exists(expression))
    if expression.name == "BOUND":
        return _bound(expression)
    return _called(expression.name, [evaluated(argument, exists) for argument in expression.arguments])


def _called(name: str, arguments: Sequence[Evaluated]) -> Evaluated:
    special, count = _SPECIAL.get(name, (None, 0))
    if special is not None and count in {0, len(arguments)}:
        return special(*arguments)
    for table, of_terms in ((OF_VALUES, False), (OF_TERMS, True)):
        function = table.get(name)
        if function is not None and function.least <= len(arguments) <= function.most:
            return _computed(_applied(function, arguments, of_terms=of_terms))
    raise OutsideError(name)


def remembered(expression: Evaluated, names: Collection[str]) -> Callable[[Graph, Row], Computed]:
    """Return the outcome of an expression that depends on some variables alone, computed once for each case.

    Days and years come again and again; what is never twice the same takes little room.
    """
    outcome, keys = expression.outcome, sorted(names)
    known: dict[tuple[str | Computed | None, ...], Computed | None] = {}

    def once(graph: Graph, row: Row) -> Computed:
        key = tuple([row.get(name) for name in keys])
        if key in known:
            found = known[key]
        else:
            found = _or_none(outcome, graph, row)
            if len(known) < _REMEMBERED:
                known[key] = found
        if found is None:
            raise ExpressionError
        return found

    return once


def _or_none(outcome: Callable[[Graph, Row], Outcome], graph: Graph, row: Row) -> Computed | None:
    try:
        found = outcome(graph, row)
    except ExpressionError:
        return None
    return Computed(found, type(found))


def _variable(name: str) -> Evaluated:
    def outcome(_: Graph, row: Row) -> Outcome:
        bound = row.get(name)
        if isinstance(bound, str):
            return outcome_of(bound)
        if bound is None:
            raise ExpressionError(name)
        return bound.outcome

    def term(_: Graph, row: Row) -> str:
        if name not in row:
            raise ExpressionError(name)
        return bound_term(row[name])

    return Evaluated(outcome, term)


def bound_term(bound: str | Computed) -> str:
    """Return the term that a variable is bound to."""
    return bound if isinstance(bound, str) else term_of(bound.outcome)


def _computed(outcome: Callable[[Graph, Row], Outcome]) -> Evaluated:
    return Evaluated(outcome, lambda graph, row: term_of(outcome(graph, row)))


def _applied(
    function: Function, arguments: Sequence[Evaluated], *, of_terms: bool
) -> Callable[[Graph, Row], Outcome]:
    call = function.call
    parts = [argument.term if of_terms else argument.outcome for argument in arguments]
    if len(parts) == 1:
        only = parts[0]
        return lambda graph, row: call(only(graph, row))
    if len(parts) == 2:  # noqa: PLR2004 - operators
        left, right = parts
        return lambda graph, row: call(left(graph, row), right(graph, row))
    return lambda graph, row: call(*[part(graph, row) for part in parts])


def _bound(expression: Call) -> Evaluated:
    if len(expression.arguments) != 1 or not isinstance(expression.arguments[0], Variable):
        raise OutsideError("BOUND")
    name = expression.arguments[0].name
    return _computed(lambda _, row: name in row)


# Functions that do not look at all their arguments (section 17.4.1)


def _or(one: Evaluated, other: Evaluated) -> Evaluated:
    return _computed(lambda graph, row: _either(one, other, graph, row, decides=True))


def _and(one: Evaluated, other: Evaluated) -> Evaluated:
    return _computed(lambda graph, row: _either(one, other, graph, row, decides=False))


def _either(one: Evaluated, other: Evaluated, graph: Graph, row: Row, *, decides: bool) -> bool:
    """Return the truth that one of two conditions decides alone, even where the other is an error."""
    try:
        if truth(one.outcome(graph, row)) is decides:
            return decides
    except ExpressionError:
        if truth(other.outcome(graph, row)) is decides:
            return decides
        raise
    return truth(other.outcome(graph, row))


def _not(one: Evaluated) -> Evaluated:
    return _computed(lambda graph, row: not truth(one.outcome(graph, row)))


def _if(condition: Evaluated, then: Evaluated, otherwise: Evaluated) -> Evaluated:
    def chosen(graph: Graph, row: Row) -> Evaluated:
        return then if truth(condition.outcome(graph, row)) else otherwise

    return Evaluated(
        lambda graph, row: chosen(graph, row).outcome(graph, row),
        lambda graph, row: chosen(graph, row).term(graph, row),
    )


def _coalesce(*arguments: Evaluated) -> Evaluated:
    def chosen(graph: Graph, row: Row) -> Evaluated:
        for argument in arguments:
            try:
                argument.outcome(graph, row)
            except ExpressionError:
                continue
            return argument
        raise ExpressionError("COALESCE")

    return Evaluated(
        lambda graph, row: chosen(graph, row).outcome(graph, row),
        lambda graph, row: chosen(graph, row).term(graph, row),
    )


def _in(one: Evaluated, *others: Evaluated) -> Evaluated:
    """Return whether one of the others is equal; an error among them counts where none is (section 17.4.1.9)."""
    equal = [_called("=", (one, other)) for other in others]
    joined = equal[0]
    for another in equal[1:]:
        joined = _or(joined, another)
    return joined


#: With the number of arguments, 0 for any.
_SPECIAL: Final[Mapping[str, tuple[Callable[..., Evaluated], int]]] = {
    "!": (_not, 1),
    "&&": (_and, 2),
    "COALESCE": (_coalesce, 0),
    "IF": (_if, 3),
    "IN": (_in, 0),
    "||": (_or, 2),
}
