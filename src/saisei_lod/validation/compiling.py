"""Compile shapes to functions over a graph, once, however many blocks of data follow.

A shape becomes one function that gives the results at a focus node. Property shapes of a node shape are
called by what the node says: most of them have nothing to do where their property is silent.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from saisei_lod.validation.access import Graph
from saisei_lod.validation.components import (
    COMPONENTS,
    PARAMETERS,
    Check,
    Conforms,
    Declared,
    Hit,
    Run,
    Values,
    unusable,
)
from saisei_lod.validation.components.sparql import NotCompiledError, sparql
from saisei_lod.validation.following import Follow, follow, followed_back
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import SH
from saisei_lod.validation.paths import Path, read_path
from saisei_lod.validation.shapes import TARGETS

__all__ = ["CompiledShape", "Compiler", "joined"]

_TARGETS: Final = frozenset(target.removeprefix(SH) for target in TARGETS)
#: What a shape may say without asking for anything (W3C SHACL, section 2.3.2; SHACL Advanced Features, 5 and 8);
#: a shape may be its own SPARQL constraint too.
_NEUTRAL: Final = frozenset(
    {"path", "property", "name", "description", "message", "severity", "order", "group", "deactivated",
     "defaultValue", "rule", "values", "sparql", "select", "ask", "prefixes"}
)  # fmt: skip
_KNOWN: Final = _TARGETS | _NEUTRAL | PARAMETERS | COMPONENTS.keys()


class CompiledShape(NamedTuple):
    """A shape as functions.

    ``run`` gives the results for value nodes of a focus node, ``at`` finds the value nodes itself, and
    ``conforms`` tells whether a focus node has no results. ``checks`` and ``held``, the property shapes, are
    what it is made of. ``first`` is the predicate (in N-Triples) that the path of a property shape begins
    with, "" for any other path; ``is_plain`` says that it is the whole path.
    """

    shape: Term
    checks: Sequence[Check]
    held: "Sequence[CompiledShape]"
    run: Run
    at: Callable[[Graph, str], Sequence[Hit]]
    conforms: Conforms
    is_node: bool
    first: str = ""
    is_plain: bool = False


class Compiler:
    """Compiled shapes by term.

    ``inverse`` grows to the predicates that they follow backwards, ``paired`` to those of which they ask for
    all pairs.

    ``shape`` raises InputError for what does not follow the standard, recursion included (it has no
    meaning there, section 3.4.3), and NotCompiledError for what another engine must check.
    """

    def __init__(self, triples: Triples) -> None:
        self.inverse: set[str] = set()
        self.paired: set[str] = set()
        self._triples = triples
        self._done: dict[Term, CompiledShape] = {}
        self._open: list[Term] = []
        self._custom = _custom_parameters(triples)

    def shape(self, term: Term) -> CompiledShape:
        """Return a shape compiled."""
        if term in self._open:
            raise unusable(term, "a shape refers to itself")
        if term not in self._done:
            self._open.append(term)
            try:
                self._done[term] = self._compiled(term)
            finally:
                self._open.pop()
        return self._done[term]

    def _compiled(self, term: Term) -> CompiledShape:
        path = self._path(term)
        declared = Declared(term, path, self._triples, self.shape)
        self._refuse_unknown(declared)
        checks, held = self._parts(declared)
        run = _in_turn(checks, held)
        if path is None:
            return CompiledShape(term, checks, held, run, *_at_node(checks, held, run), is_node=True)
        self.inverse |= followed_back(path)
        ways = _along(follow(path), run)
        return CompiledShape(
            term, checks, held, run, *ways, is_node=False, first=_first(path), is_plain=path.kind == ""
        )

    def _parts(self, declared: Declared) -> tuple[list[Check], list[CompiledShape]]:
        if declared.is_true("deactivated"):
            return [], []
        names = [name for name in COMPONENTS if declared.terms(name)]
        checks = [check for name in names for check in COMPONENTS[name](declared)]
        for queried in sparql(declared):
            checks.append(queried.check)
            self.inverse |= queried.inverse
            self.paired |= queried.paired
        held = [self.shape(term) for term in declared.terms("property")]
        if any(one.is_node for one in held):
            raise declared.refused("property")
        return checks, held

    def _path(self, term: Term) -> Path | None:
        paths = self._triples.objects(term, f"{SH}path")
        if len(paths) > 1:
            raise unusable(term, "sh:path")
        return read_path(paths[0], self._triples) if paths else None

    def _refuse_unknown(self, declared: Declared) -> None:
        predicates = list(self._triples.predicates(declared.shape))
        if not predicates and isinstance(declared.shape, NamedNode):
            raise unusable(declared.shape, "there is no such shape")
        if self._custom.intersection(predicates):
            raise NotCompiledError("sh:ConstraintComponent")
        for predicate in predicates:
            name = predicate.removeprefix(SH)
            if name != predicate and name not in _KNOWN:
                raise unusable(declared.shape, f"sh:{name} is not checked by any engine here")


def _custom_parameters(triples: Triples) -> frozenset[str]:
    """Return the predicates that constraint components of the shapes' own have (section 6.2)."""
    paths = (
        path
        for _, parameter in triples.pairs(f"{SH}parameter")
        for path in triples.objects(parameter, f"{SH}path")
    )
    return frozenset(path.value for path in paths if isinstance(path, NamedNode))


def _first(path: Path) -> str:
    """Return the predicate that every way along a path begins with, "" where there is none."""
    if path.kind == "sequence":
        return _first(path.parts[0])
    return f"<{path.iri}>" if path.kind == "" else ""


_Ways = tuple[Callable[[Graph, str], Sequence[Hit]], Conforms]


def _at_node(checks: Sequence[Check], held: Sequence[CompiledShape], run: Run) -> _Ways:
    """Return what a node shape gives at a focus node: its results, and whether there are none."""

    def at(graph: Graph, node: str) -> Sequence[Hit]:
        return run(graph, node, (node,))

    if len(checks) == 1 and not held and checks[0].test is not None:
        return at, checks[0].test
    return at, lambda graph, node: not run(graph, node, (node,))


def _along(along: Follow, run: Run) -> _Ways:
    """Return the same for a property shape."""

    def at(graph: Graph, node: str) -> Sequence[Hit]:
        return run(graph, node, along(graph, node))

    return at, lambda graph, node: not run(graph, node, along(graph, node))


def _in_turn(checks: Sequence[Check], held: Sequence[CompiledShape]) -> Run:
    """Return one function for the checks of a shape and for the property shapes that it holds."""
    parts = [*checks, *([Check(joined(held))] if held else [])]
    if len(parts) == 1:
        return parts[0].run

    def run(graph: Graph, focus: str, values: Values) -> Sequence[Hit]:
        hits: list[Hit] = []
        count = len(values)
        for part in parts:
            if count >= part.least:
                hits += part.run(graph, focus, values)
        return hits

    return run


def joined(shapes: Sequence[CompiledShape]) -> Run:
    """Return one function for all results of some shapes at value nodes.

    What a node says decides which shapes have anything to do there.
    """
    present, absent, either, other = _sorted_out(shapes)

    def run(graph: Graph, _: str, values: Values) -> Sequence[Hit]:
        hits: list[Hit] = []
        for value in values:
            about = graph.about(value)
            for predicate, said in about.items():
                for least, one in present.get(predicate, ()):
                    if len(said) >= least:
                        hits += one(graph, value, said)
            for predicate, one in absent:
                if predicate not in about:
                    hits += one(graph, value, ())
            for predicate, one in either:
                hits += one(graph, value, about.get(predicate, ()))
            for at in other:
                hits += at(graph, value)
        return hits

    return run


class _SortedOut(NamedTuple):
    """What to run at a node.

    By the predicates that it has (with the least number of values), by those that it has not, for a predicate
    either way, and whatever it says.
    """

    present: dict[str, list[tuple[int, Run]]]
    absent: list[tuple[str, Run]]
    either: list[tuple[str, Run]]
    other: list[Callable[[Graph, str], Sequence[Hit]]]


def _sorted_out(shapes: Sequence[CompiledShape]) -> _SortedOut:
    found = _SortedOut({}, [], [], [])
    found.other.extend(_on_node(check.run) for shape in shapes if shape.is_node for check in shape.checks)
    for one in (one for shape in shapes for one in (shape.held if shape.is_node else (shape,))):
        if one.is_plain:
            _sort_out(one, found)
        elif one.first and all(check.least > 0 for check in one.checks):
            found.present.setdefault(one.first, []).append((1, _from_focus(one)))
        else:
            found.other.append(one.at)
    return found


def _sort_out(shape: CompiledShape, found: _SortedOut) -> None:
    """Sort out the parts of a shape whose path is one predicate."""
    for part in (*shape.checks, *([Check(joined(shape.held))] if shape.held else [])):
        if part.least > 0:
            found.present.setdefault(shape.first, []).append((part.least, part.run))
        elif part.most == 0:
            found.absent.append((shape.first, part.run))
        elif part.most is None or part.most > 0:
            found.either.append((shape.first, part.run))


def _on_node(run: Run) -> Callable[[Graph, str], Sequence[Hit]]:
    return lambda graph, node: run(graph, node, (node,))


def _from_focus(shape: CompiledShape) -> Run:
    at = shape.at
    return lambda graph, focus, _: at(graph, focus)
