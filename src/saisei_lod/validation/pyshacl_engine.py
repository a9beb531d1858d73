"""Validate with pySHACL, the reference: complete, slow, and alone for any shape that others do not know."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from warnings import simplefilter

from pyoxigraph import Literal, NamedNode

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.access import Graph
from saisei_lod.validation.graphs import Term, Triple, from_rdflib, quiet, to_rdflib
from saisei_lod.validation.names import RDF_TYPE, SH, SHAPES
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import TARGETS, Shapes
from saisei_lod.validation.sparql_constraints import QUERIES, refuse_broken_queries, with_prefixes
from saisei_lod.validation.spelled import to_term
from saisei_lod.validation.targets import Focus

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

__all__ = ["Reference", "reference"]


def reference(shapes: Shapes) -> "Reference":
    """Return a checker that leaves everything to pySHACL."""
    refuse_broken_queries(shapes)
    return Reference(shapes)


class Reference(NamedTuple):
    """pySHACL with some shapes; calling it checks a graph."""

    shapes: Shapes
    left: tuple[Term, ...] = ()
    inverse: frozenset[str] = frozenset()

    def __call__(self, data: Graph, focus: Focus) -> list[Violation]:
        """Return the violations at the focus nodes of each shape, in any order."""
        return list(_by_pyshacl(self.shapes, data, focus))


def _by_pyshacl(shapes: Shapes, data: Graph, focus: Focus) -> Iterator[Violation]:
    """Yield what pySHACL finds at the focus nodes given, which replace the targets of the shapes."""
    from pyparsing import ParseBaseException  # noqa: PLC0415 - comes with rdflib, and as slowly
    from pyshacl import validate  # noqa: PLC0415 - 380 ms, for those who validate
    from pyshacl.errors import ReportableRuntimeError, ShapeRecursionWarning  # noqa: PLC0415

    aimed = to_rdflib(_aimed(shapes, focus))
    with quiet("rdflib.term", "pyshacl-validate"):
        simplefilter("error", ShapeRecursionWarning)  # recursion has no meaning in SHACL (section 3.4.3)
        try:
            _, report, text = validate(to_rdflib(_triples(data)), shacl_graph=aimed)
        except ShapeRecursionWarning as error:
            raise _unusable("a shape refers to itself") from error
        except (ReportableRuntimeError, ParseBaseException, NotImplementedError, re.error) as error:
            raise _unusable(str(getattr(error, "message", error))) from error
    if not hasattr(report, "subjects"):  # a ValidationFailure, which validate returns instead of raising
        raise _unusable(text)
    yield from _violations(report, shapes)


def _triples(data: Graph) -> Iterator[Triple]:
    for node in data:
        subject = to_term(node)
        for predicate, values in data.about(node).items():
            for value in values:
                yield subject, to_term(predicate), to_term(value)  # type: ignore[misc]  # subjects and predicates


def _aimed(shapes: Shapes, focus: Focus) -> Iterator[Triple]:
    """Yield the shapes with each target replaced by the focus nodes themselves.

    Texts for people and shapes that no focus node reaches are left out: pySHACL looks at each of their
    triples once a shape.
    """
    idle = shapes.rules.keys() - _reached(shapes, focus)
    for subject, predicate, value in shapes.triples:
        if predicate.value in _NOT_FOR_ENGINES or subject in idle:
            continue
        if predicate.value == RDF_TYPE and subject in focus and _is_class(value):
            continue
        if predicate.value in QUERIES:
            value = Literal(with_prefixes(str(value.value), subject, shapes.triples))  # noqa: PLW2901 - the same, whole
        yield subject, predicate, value
    node = NamedNode(f"{SH}targetNode")
    for shape, nodes in focus.items():
        for one in nodes:
            yield shape, node, to_term(one)  # type: ignore[misc]  # shapes are subjects


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
#: Its results have the path of the property that is too much, whatever the path of the shape (section 4.8.1).
_CLOSED: Final = f"{SH}ClosedConstraintComponent"


def _violations(report: "rdflib.Graph", shapes: Shapes) -> Iterator[Violation]:
    """Yield the results of a report graph; results inside of results (sh:detail) are left out."""
    from rdflib import URIRef  # noqa: PLC0415

    def value(result: "Node", name: str) -> Any:  # noqa: ANN401 - rdflib's own type is as wide
        return report.value(result, URIRef(SH + name))

    for result in report.objects(None, URIRef(_RESULT)):
        shape, path, found = (value(result, name) for name in ("sourceShape", "resultPath", "value"))
        said, component = from_rdflib(shape), str(value(result, "sourceConstraintComponent"))
        has_path = bool(shapes.triples.objects(said, f"{SH}path")) and component != _CLOSED
        yield Violation(
            shape=said,
            component=component,
            focus=from_rdflib(value(result, "focusNode")),
            value=from_rdflib(found) if found is not None else None,
            predicate=None if has_path else _predicate(path),
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
