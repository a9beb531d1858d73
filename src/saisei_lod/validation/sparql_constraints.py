"""Run sh:sparql constraints on pyoxigraph (W3C SHACL, section 5).

A query is read once a focus node there too, in some microseconds. ``$this`` is bound before the query
runs (section 5.3.1 and appendix A), which pyoxigraph calls a substitution.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Store, Variable

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import SH
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import TARGETS, Shapes
from saisei_lod.validation.targets import Focus

__all__ = [
    "COMPONENT",
    "QUERIES",
    "Constraint",
    "local_constraints",
    "refuse_broken_queries",
    "run_constraint",
    "with_prefixes",
]

COMPONENT: Final = f"{SH}SPARQLConstraintComponent"

#: What only pySHACL knows how to bind, and forms that pre-binding forbids or reads in another way.
_NOT_OURS: Final = re.compile(
    r"\$(PATH|shapesGraph|currentShape)\b|\b(MINUS|SERVICE|VALUES|GRAPH)\b|\{\s*SELECT\b|\?(path|failure|message)\b",
    re.IGNORECASE,
)
#: pyoxigraph substitutes what a query projects alone, and SHACL asks for ``$this`` there (section 5.2.1).
_OURS: Final = re.compile(r"\bSELECT\b(?=[^{]*[?$]this\b)(?=[^{]*[?$]value\b)", re.IGNORECASE)
_IMPORTS: Final = "http://www.w3.org/2002/07/owl#imports"
#: The properties whose values are queries.
QUERIES: Final = (f"{SH}select", f"{SH}ask")
_THIS: Final = Variable("this")


class Constraint(NamedTuple):
    """A SPARQL constraint of a shape, with the shapes through whose targets it is reached."""

    shape: Term
    node: Term
    query: str
    from_shapes: tuple[Term, ...]
    is_node_shape: bool


def local_constraints(shapes: Shapes) -> list[Constraint]:
    """Return the SPARQL constraints that can run here, in the order of their shapes.

    A constraint can where its query needs ``$this`` alone, and where its shape is reached by targets only:
    its own, or those of node shapes that hold it by sh:property.
    """
    found = []
    for shape, node in shapes.triples.pairs(f"{SH}sparql"):
        query = _query(node, shapes.triples)
        from_shapes = _reached_from(shape, shapes.triples)
        if query and from_shapes and not _is_off(shape, node, shapes.triples):
            found.append(
                Constraint(shape, node, query, from_shapes, not shapes.triples.objects(shape, f"{SH}path"))
            )
    return sorted(found, key=lambda constraint: (str(constraint.shape), str(constraint.node)))


def run_constraint(constraint: Constraint, data: Triples, focus: Focus) -> Iterator[Violation]:
    """Yield the violations of a constraint at the focus nodes of the shapes that reach it.

    Where the query leaves ``?value`` open, a node shape's value is the focus node (section 5.3.2).
    """
    nodes = dict.fromkeys(node for shape in constraint.from_shapes for node in focus.get(shape, ()))
    for node in nodes:
        for value in sorted(_values(constraint, node, data), key=str):
            silent = node if constraint.is_node_shape else None
            yield Violation(constraint.shape, COMPONENT, node, value if value is not None else silent)


def _values(constraint: Constraint, node: Term, data: Triples) -> set[Term | None]:
    solutions = data.store.query(constraint.query, substitutions={_THIS: node})
    return {solution["value"] for solution in solutions}  # type: ignore[union-attr]  # it is a SELECT


def _is_off(shape: Term, node: Term, triples: Triples) -> bool:
    return any(triples.objects(term, f"{SH}deactivated") for term in (shape, node))


def _query(node: Term, triples: Triples) -> str:
    """Return the query with its prefixes, "" where it needs more than ``$this`` and ``?value``."""
    select = next((t.value for t in triples.objects(node, f"{SH}select") if isinstance(t, Literal)), "")
    if _NOT_OURS.search(select) or not _OURS.search(select):
        return ""
    return with_prefixes(select, node, triples)


def with_prefixes(query: str, node: Term, triples: Triples) -> str:
    """Return a query with the prefixes that its node declares before it (section 5.2.1)."""
    declared = sorted(dict(_prefixes(node, triples)).items())
    return "".join(f"PREFIX {name}: <{base}>\n" for name, base in declared) + query


def _prefixes(node: Term, triples: Triples) -> Iterator[tuple[str, str]]:
    waiting, seen = triples.objects(node, f"{SH}prefixes")[:], set[Term]()
    while waiting:
        ontology = waiting.pop()
        if ontology in seen:
            continue
        seen.add(ontology)
        waiting += triples.objects(ontology, _IMPORTS)
        for declaration in triples.objects(ontology, f"{SH}declare"):
            names = triples.objects(declaration, f"{SH}prefix")
            for name, base in zip(names, triples.objects(declaration, f"{SH}namespace"), strict=False):
                yield str(name.value), str(base.value)


def refuse_broken_queries(shapes: Shapes) -> None:
    """Raise InputError for the first query of the shapes that is no SPARQL, prefixes included.

    Engines report such a query in ways of their own, some of them as a bare Exception.
    """
    for predicate in QUERIES:
        for node, query in shapes.triples.pairs(predicate):
            text = with_prefixes(str(query.value), node, shapes.triples)
            try:
                Store().query(text.replace("$PATH", "<urn:path>"))
            except SyntaxError as error:
                raise _broken_query(node, str(error)) from error


def _reached_from(shape: Term, triples: Triples) -> tuple[Term, ...]:
    """Return the shapes whose focus nodes are this shape's; none where it is reached in another way too."""
    holders = triples.with_object(f"{SH}property", shape)
    if any(triples.objects(holder, f"{SH}path") for holder in holders):
        return ()
    reached = [shape, *holders]
    if any(_is_named_elsewhere(term, triples) for term in reached):
        return ()
    return tuple(term for term in reached if any(triples.objects(term, target) for target in TARGETS))


def _is_named_elsewhere(term: Term, triples: Triples) -> bool:
    """Tell whether a shape is a value of anything but sh:property, as of sh:node or in a list of sh:or."""
    return bool(triples.links_to(term) - {f"{SH}property"})


def _broken_query(node: Term, reason: str) -> InputError:
    return InputError(
        Bilingual(f"形の SPARQL を読めません: {reason}", f"The SPARQL of a shape cannot be read: {reason}"),
        where=node.value if isinstance(node, NamedNode) else str(node),
        expected=Bilingual("SPARQL 1.1 の問い合わせ", "a query of SPARQL 1.1"),
        todo=Bilingual("その問い合わせと接頭辞を直してください。", "Correct that query and its prefixes."),
    )
