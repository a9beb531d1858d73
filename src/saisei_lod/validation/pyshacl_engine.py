"""Validate with pySHACL, the reference: complete, slow, and alone for any shape that others do not know.

Two engines: ``reference`` leaves all to pySHACL; ``hybrid`` takes the sh:sparql constraints out and runs
them on pyoxigraph, since rdflib spends 60 ms on reading a query and pySHACL has it read again for
each focus node.
"""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final
from warnings import simplefilter

from pyoxigraph import Literal, NamedNode

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.graphs import Term, Triple, Triples, from_rdflib, quiet, to_rdflib
from saisei_lod.validation.names import RDF_TYPE, SH, SHAPES
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import TARGETS, Shapes
from saisei_lod.validation.sparql_constraints import (
    QUERIES,
    local_constraints,
    refuse_broken_queries,
    run_constraint,
    with_prefixes,
)
from saisei_lod.validation.targets import Focus

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["hybrid", "reference"]

Checker = Callable[[Triples, Focus], list[Violation]]


def reference(shapes: Shapes) -> Checker:
    """Return a checker that leaves everything to pySHACL."""
    refuse_broken_queries(shapes)

    def check(data: Triples, focus: Focus) -> list[Violation]:
        return list(_by_pyshacl(shapes, data, focus, set()))

    return check


def hybrid(shapes: Shapes) -> Checker:
    """Return a checker that leaves the core components to pySHACL and runs sh:sparql on pyoxigraph.

    A SPARQL constraint that needs more than pre-bound ``$this`` stays with pySHACL.
    """
    refuse_broken_queries(shapes)
    constraints = local_constraints(shapes)
    taken = {(constraint.shape, constraint.node) for constraint in constraints}

    def check(data: Triples, focus: Focus) -> list[Violation]:
        found = list(_by_pyshacl(shapes, data, focus, taken))
        for constraint in constraints:
            found += run_constraint(constraint, data, focus)
        return found

    return check


def _by_pyshacl(
    shapes: Shapes, data: Triples, focus: Focus, without: set[tuple[Term, Term]]
) -> Iterator[Violation]:
    """Yield what pySHACL finds at the focus nodes given, which replace the targets of the shapes."""
    from pyparsing import ParseBaseException  # noqa: PLC0415 - comes with rdflib, and as slowly
    from pyshacl import validate  # noqa: PLC0415 - 380 ms, for those who validate
    from pyshacl.errors import ReportableRuntimeError, ShapeRecursionWarning  # noqa: PLC0415

    aimed = to_rdflib(_aimed(shapes, focus, without))
    with quiet("rdflib.term", "pyshacl-validate"):
        simplefilter("error", ShapeRecursionWarning)  # recursion has no meaning in SHACL (section 3.4.3)
        try:
            _, report, text = validate(data.graph, shacl_graph=aimed)
        except ShapeRecursionWarning as error:
            raise _unusable("a shape refers to itself") from error
        except (ReportableRuntimeError, ParseBaseException, NotImplementedError, re.error) as error:
            raise _unusable(str(getattr(error, "message", error))) from error
    if not hasattr(report, "subjects"):  # a ValidationFailure, which validate returns instead of raising
        raise _unusable(text)
    yield from _violations(report, shapes)


def _aimed(shapes: Shapes, focus: Focus, without: set[tuple[Term, Term]]) -> Iterator[Triple]:
    """Yield the shapes with each target replaced by the focus nodes themselves.

    Texts for people and shapes that no focus node reaches are left out: pySHACL looks at each of their
    triples once a shape.
    """
    idle = shapes.rules.keys() - _reached(shapes, focus)
    for subject, predicate, value in shapes.triples:
        if predicate.value in _NOT_FOR_ENGINES or subject in idle or (subject, value) in without:
            continue
        if predicate.value == RDF_TYPE and subject in focus and _is_class(value):
            continue
        if predicate.value in QUERIES:
            value = Literal(with_prefixes(str(value.value), subject, shapes.triples))  # noqa: PLW2901 - the same, whole
        yield subject, predicate, value
    node = NamedNode(f"{SH}targetNode")
    for shape, nodes in focus.items():
        for one in nodes:
            yield shape, node, one  # type: ignore[misc]  # shapes are subjects


def _reached(shapes: Shapes, focus: Focus) -> set[Term]:
    """Return all that the shapes with focus nodes name, directly or through others."""
    waiting = [shape for shape, nodes in focus.items() if nodes]
    reached = set(waiting)
    while waiting:
        for _, value in shapes.triples.about(waiting.pop()):
            if value not in reached:
                reached.add(value)
                waiting.append(value)
    return reached


def _is_class(kind: Term) -> bool:
    return isinstance(kind, NamedNode) and kind.value.endswith("#Class")


#: What engines need not see: targets, which are replaced, and texts for people.
_NOT_FOR_ENGINES: Final = frozenset({*TARGETS, f"{SH}message", f"{SH}name", f"{SHAPES}code", f"{SHAPES}fix"})
_RESULT: Final = f"{SH}result"


def _violations(report: "rdflib.Graph", shapes: Shapes) -> Iterator[Violation]:
    """Yield the results of a report graph; results inside of results (sh:detail) are left out."""
    from rdflib import URIRef  # noqa: PLC0415

    def value(result: "Node", name: str) -> Any:  # noqa: ANN401 - rdflib's own type is as wide
        return report.value(result, URIRef(SH + name))

    for result in report.objects(None, URIRef(_RESULT)):
        shape, path, found = (value(result, name) for name in ("sourceShape", "resultPath", "value"))
        said = from_rdflib(shape)
        yield Violation(
            shape=said,
            component=str(value(result, "sourceConstraintComponent")),
            focus=from_rdflib(value(result, "focusNode")),
            value=from_rdflib(found) if found is not None else None,
            predicate=None if shapes.triples.objects(said, f"{SH}path") else _predicate(path),
        )


def _predicate(path: "Node | None") -> Term | None:
    from rdflib import URIRef  # noqa: PLC0415

    return from_rdflib(path) if isinstance(path, URIRef) else None


def _unusable(reason: str) -> InputError:
    return InputError(
        Bilingual(f"形(SHACL)を使えません: {reason}", f"The shapes cannot be used: {reason}"),
        expected=Bilingual("W3C SHACL に従う形", "shapes that follow W3C SHACL"),
        todo=Bilingual("形のファイルを直してください。", "Correct the file of shapes."),
    )
