"""SPARQL-based constraints of a shape (W3C SHACL, section 5)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components.check import Check, Hit, Values
from saisei_lod.validation.components.declared import Declared
from saisei_lod.validation.names import SH
from saisei_lod.validation.sparql import OutsideError, compile_query
from saisei_lod.validation.sparql_constraints import query_of

__all__ = ["NotCompiledError", "Queried", "sparql"]

_COMPONENT: Final = f"{SH}SPARQLConstraintComponent"


class NotCompiledError(Exception):
    """What a shape asks for is not known to the fast engine: another one must check it."""


class Queried(NamedTuple):
    """The check of a query, with the predicates that it follows backwards or asks for all pairs of."""

    check: Check
    inverse: frozenset[str]
    paired: frozenset[str]


def sparql(declared: Declared) -> Iterator[Queried]:
    """Yield the check of each SPARQL constraint.

    Raises NotCompiledError for a query that is not of a plain form, or needs more than ``$this`` and ``$PATH``.
    """
    for node in declared.terms("sparql"):
        if declared.triples.objects(node, f"{SH}deactivated"):
            continue
        query = query_of(node, declared.path, declared.triples)
        try:
            solved = compile_query(query)
        except OutsideError as error:
            raise NotCompiledError(str(error)) from error
        yield Queried(_check(declared, solved.values), solved.inverse, solved.paired)


def _check(declared: Declared, values_of: Callable[[Graph, str], Sequence[str | None]]) -> Check:
    """Return a check with a result for each value; a node shape's is the focus node where none is given (5.3.2)."""
    is_node_shape = declared.path is None

    def run(graph: Graph, focus: str, _: Values) -> Sequence[Hit]:
        values = values_of(graph, focus)
        if not values:
            return ()
        silent = focus if is_node_shape else None
        return [Hit(declared.shape, _COMPONENT, focus, silent if one is None else one) for one in values]

    return Check(run, least=0)
