"""Solve groups of patterns over a graph, from ``$this`` on (SPARQL 1.1, sections 5, 6, 8 and 10).

Solutions are found pattern by pattern, each by a look-up from what is bound before it. Inner groups see the
bindings around them, as pre-binding asks for ``$this`` (W3C SHACL, section 5.3.1); they hold patterns and
filters alone, where this and joining afterwards are the same.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from saisei_lod.validation.access import Graph
from saisei_lod.validation.following import follow, followed_back
from saisei_lod.validation.sparql.expressions import (
    Computed,
    Row,
    Test,
    bound_term,
    evaluated,
    is_true,
    remembered,
)
from saisei_lod.validation.sparql.grammar import (
    Bind,
    Call,
    Element,
    Exists,
    Expression,
    Filter,
    Item,
    Optional,
    OutsideError,
    Pattern,
    Variable,
    parse,
)
from saisei_lod.validation.sparql.outcomes import ExpressionError

__all__ = ["Solved", "compile_query"]

Bindings = dict[str, Any]
"""The solution at hand, by the names of variables; what else it carries stands under names with a ``?``."""

Step = Callable[[Graph, Bindings], bool]
"""Bind, go on with the next step for each way to do so, unbind. True ends the search."""

Link = Callable[[Step], Step]
"""Make a step of the one that follows it."""

_FOUND: Final = "?found"
_MATCHED: Final = "?matched"


class Solved(NamedTuple):
    """A query as a function: the bindings of ``?value`` for a node, None where it is left open.

    ``inverse`` are the predicates, in N-Triples, that it follows backwards, ``paired`` those of which it asks
    for all pairs.
    """

    values: Callable[[Graph, str], Sequence[str | None]]
    inverse: frozenset[str]
    paired: frozenset[str]


def compile_query(query: str) -> Solved:
    """Return a SELECT query compiled; OutsideError where it is not of a plain form."""
    parsed = parse(query)
    if not {"this", "value"}.issuperset(parsed.names):
        raise OutsideError("projection")
    group = _Group({"this"}, set())
    name = "value" if "value" in parsed.names else ""

    def note(_: Graph, row: Bindings) -> bool:
        bound = row.get(name)
        row[_FOUND][None if bound is None else bound_term(bound)] = None
        return False

    first = _chained(group.links(parsed.group), note)

    def values(graph: Graph, node: str) -> Sequence[str | None]:
        found: dict[str | None, None] = {}
        first(graph, {"this": node, _FOUND: found})
        return list(found)

    return Solved(values, frozenset(group.inverse), frozenset(group.paired))


def _chained(links: Sequence[Link], last: Step) -> Step:
    for link in reversed(links):
        last = link(last)
    return last


class _Group:
    """Compiles the parts of a group; knows which variables every solution has, and which some may have."""

    def __init__(self, bound: set[str], maybe: set[str]) -> None:
        self.bound = bound
        self.maybe = maybe
        self.inverse: set[str] = set()
        self.paired: set[str] = set()

    def links(self, elements: Sequence[Element]) -> list[Link]:
        """Return the parts of the group in order, each filter as soon as what it asks for is bound.

        A filter holds for the whole group wherever it stands (section 5.2.2).
        """
        names = set().union(*(_names(one) for one in elements))
        filters = [one for one in elements if isinstance(one, Filter)]
        links: list[Link] = []
        for link in self._parts(elements):
            links.append(link)
            ready = [one for one in filters if _names(one) & names <= self.bound]
            links += map(self._filter, ready)
            filters = [one for one in filters if one not in ready]
        return links + [self._filter(one) for one in filters]

    def _parts(self, elements: Sequence[Element]) -> Iterator[Link]:
        waiting: list[Pattern] = []
        for one in elements:
            if isinstance(one, Pattern):
                waiting.append(one)
            elif not isinstance(one, Filter):
                yield from self._patterns(waiting)
                waiting = []
                yield self._bind(one) if isinstance(one, Bind) else self._optional(one)
        yield from self._patterns(waiting)

    # Patterns

    def _patterns(self, patterns: Sequence[Pattern]) -> Iterator[Link]:
        """Yield some patterns, those with a bound subject before others, those without any bound end last."""
        left = list(patterns)
        while left:
            subjects = (one for one in left if self._is_bound(one.subject))
            objects = (one for one in left if self._is_bound(one.object))
            ready = next(subjects, None) or next(objects, None)
            if ready is None:
                yield self._all_pairs(left.pop(0))
            else:
                left.remove(ready)
                yield self._pattern(ready)

    def _is_bound(self, item: Item) -> bool:
        return not isinstance(item, Variable) or item.name in self.bound

    def _pattern(self, pattern: Pattern) -> Link:
        back = not self._is_bound(pattern.subject)
        start, end = (pattern.object, pattern.subject) if back else (pattern.subject, pattern.object)
        self.inverse |= followed_back(pattern.path, back=back)
        along = follow(pattern.path, back=back)
        if self._is_bound(end):
            return lambda then: _tested(start, along, end, then)
        name = self._bind_end(end)
        return lambda then: _reached(start, along, name, then)

    def _all_pairs(self, pattern: Pattern) -> Link:
        """Return a pattern that does not hang together with what stands before it."""
        if pattern.path.kind != "" or pattern.subject == pattern.object:
            raise OutsideError("a path from anywhere")
        predicate = f"<{pattern.path.iri}>"
        self.paired.add(predicate)
        subject, value = self._bind_end(pattern.subject), self._bind_end(pattern.object)
        return lambda then: _paired(predicate, subject, value, then)

    def _bind_end(self, item: Item) -> str:
        """Take a variable for bound from here on; refuse one that may be bound already."""
        if not isinstance(item, Variable) or item.name in self.maybe:
            raise OutsideError("a variable that may be bound or not")
        self.bound.add(item.name)
        return item.name

    # Other parts

    def _bind(self, bind: Bind) -> Link:
        if bind.name in self.bound | self.maybe:
            raise OutsideError("BIND of a name in use")
        self.maybe.add(bind.name)
        name = bind.name
        if isinstance(bind.expression, Variable | str):
            same = evaluated(bind.expression, self._exists).term
            return lambda then: _bound(name, same, then)
        outcome = self._outcome(bind.expression)
        return lambda then: _bound(name, outcome, then)

    def _filter(self, condition: Filter) -> Link:
        outcome = self._outcome(condition.expression)
        return lambda then: lambda graph, row: is_true(outcome, graph, row) and then(graph, row)

    def _outcome(self, expression: Expression) -> Callable[[Graph, Row], Computed]:
        compiled = evaluated(expression, self._exists)
        if not _asks_the_graph(expression):
            return remembered(compiled, _names(expression))

        def outcome(graph: Graph, row: Row) -> Computed:
            found = compiled.outcome(graph, row)
            return Computed(found, type(found))

        return outcome

    def _exists(self, exists: Exists) -> Test:
        inner = _chained(self._inner(exists.group)[0], lambda _, __: True)
        wanted = exists.wanted
        return lambda graph, row: inner(graph, row) == wanted  # type: ignore[arg-type]  # rows are bindings

    def _optional(self, optional: Optional) -> Link:
        links, names = self._inner(optional.group)
        self.maybe |= names - self.bound
        return lambda then: _tried(links, then)

    def _inner(self, elements: Sequence[Element]) -> tuple[list[Link], set[str]]:
        """Return the links of an inner group, with the names that it binds."""
        group = _Group(set(self.bound), set(self.maybe))
        links = group.links(elements)
        self.inverse |= group.inverse
        self.paired |= group.paired
        return links, group.bound


def _names(element: Element | Expression) -> set[str]:
    """Return the names of the variables of a part of a query."""
    if isinstance(element, str):
        return set()
    if isinstance(element, Variable):
        return {element.name}
    parts: Sequence[Element | Expression]
    if isinstance(element, Pattern):
        parts = (element.subject, element.object)
    elif isinstance(element, Call):
        parts = element.arguments
    elif isinstance(element, Exists | Optional):
        parts = element.group
    else:
        parts = (element.expression, *([Variable(element.name)] if isinstance(element, Bind) else []))
    return set().union(*(_names(part) for part in parts))


def _asks_the_graph(expression: Expression) -> bool:
    if isinstance(expression, Call):
        return any(map(_asks_the_graph, expression.arguments))
    return isinstance(expression, Exists)


# Steps


def _start(item: Item) -> Callable[[Bindings], str]:
    if isinstance(item, Variable):
        name = item.name
        return lambda row: row[name]
    return lambda _: item


def _tested(start: Item, along: Callable[[Graph, str], Sequence[str]], end: Item, then: Step) -> Step:
    start_of, end_of = _start(start), _start(end)

    def step(graph: Graph, row: Bindings) -> bool:
        return end_of(row) in along(graph, start_of(row)) and then(graph, row)

    return step


def _reached(start: Item, along: Callable[[Graph, str], Sequence[str]], name: str, then: Step) -> Step:
    start_of = _start(start)

    def step(graph: Graph, row: Bindings) -> bool:
        for one in along(graph, start_of(row)):
            row[name] = one
            if then(graph, row):
                del row[name]
                return True
        row.pop(name, None)
        return False

    return step


def _paired(predicate: str, subject: str, value: str, then: Step) -> Step:
    def step(graph: Graph, row: Bindings) -> bool:
        ends = False
        for row[subject], row[value] in list(graph.pairs(predicate)):
            ends = then(graph, row)
            if ends:
                break
        row.pop(subject, None)
        row.pop(value, None)
        return ends

    return step


def _bound(name: str, value: Callable[[Graph, Bindings], str | Computed], then: Step) -> Step:
    def step(graph: Graph, row: Bindings) -> bool:
        try:
            row[name] = value(graph, row)
        except ExpressionError:
            return then(graph, row)
        ends = then(graph, row)
        del row[name]
        return ends

    return step


def _tried(links: Sequence[Link], then: Step) -> Step:
    """Return the step of OPTIONAL: all solutions of the inner group, or else none of it."""

    def matched(graph: Graph, row: Bindings) -> bool:
        ends = then(graph, row)
        row[_MATCHED] = True  # here, since another OPTIONAL may have come between
        return ends

    inner = _chained(links, matched)

    def step(graph: Graph, row: Bindings) -> bool:
        row[_MATCHED] = False
        return inner(graph, row) or (not row[_MATCHED] and then(graph, row))

    return step
