"""The good graph, the bad examples made of it, and shapes with one condition taken away.

A bad example is a section of ``bad/<code>.patch``: ``= condition`` names a parameter of the shape that it
breaks, ``also`` the codes that break as a consequence, ``-`` lines what is taken away (a subject, a
subject and predicate, or a triple), ``+`` lines what is added, in Turtle with the prefixes of good.ttl.

A section of ``good/<code>.patch`` is a change that a careless rule would report: ``=`` says what it is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.engines import ENGINES
from saisei_lod.validation.fast_engine import Compiled, compiled
from saisei_lod.validation.graphs import Term, Triple, Triples
from saisei_lod.validation.loading import load
from saisei_lod.validation.names import RDF_TYPE, SH, local_name
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import TARGETS, Shapes, load_shapes, shape_files
from saisei_lod.validation.targets import focus_nodes

HERE = Path(__file__).parent
NS = "https://w3id.org/saisei/ns#"
#: Links that many things have to one: they are not followed back, except from what was changed.
FROM_MANY = {
    f"{NS}{name}"
    for name in (
        "maker",
        "covers",
        "lead",
        "inPrefecture",
        "scheme",
        "inRound",
        "combinedInto",
        "claimSubject",
    )
} | {
    "http://purl.org/dc/terms/license",
    "http://purl.org/dc/terms/publisher",
    "http://www.w3.org/ns/org#hasMember",
    "http://www.w3.org/ns/org#unitOf",
    "http://www.w3.org/2004/02/skos/core#inScheme",
}


class Found(NamedTuple):
    """What was found, without the place."""

    code: str
    component: str


class Case(NamedTuple):
    """One bad example."""

    code: str
    condition: str
    also: frozenset[str]
    lines: tuple[str, ...]

    @property
    def codes(self) -> set[str]:
        """The codes that a validation must give, and no others."""
        return {self.code, *self.also}

    @property
    def named(self) -> Found:
        """The code and component that the example is for."""
        return Found(
            self.code,
            f"{self.condition[0].upper()}{self.condition[1:]}ConstraintComponent".replace("Sparql", "SPARQL"),
        )


def cases(folder: str) -> Iterator[Case]:
    """Yield the examples of a folder, ``bad`` or ``good``, in the order of their files."""
    for path in sorted((HERE / folder).glob("*.patch")):
        for section in path.read_text(encoding="utf-8").split("\n\n"):
            lines = section.strip().split("\n")
            also = [line.split()[1:] for line in lines if line.startswith("also ")]
            changes = tuple(line for line in lines if line[:2] in {"- ", "+ "})
            yield Case(
                path.stem,
                lines[0].removeprefix("= "),
                frozenset(code for row in also for code in row),
                changes,
            )


class Workbench:
    """The shapes and the good graph, read once, and what tests do with them."""

    @cached_property
    def shapes(self) -> Shapes:
        """All shapes of the project."""
        return load_shapes(shape_files())

    @cached_property
    def good(self) -> Triples:
        """The graph that breaks no rule."""
        return load([HERE / "good.ttl"]).triples

    @cached_property
    def _prefixes(self) -> str:
        return "".join(
            re.findall(r"^@prefix.*\n", (HERE / "good.ttl").read_text(encoding="utf-8"), re.MULTILINE)
        )

    def _turtle(self, text: str) -> list[Triple]:
        quads = parse((self._prefixes + text).encode(), RdfFormat.TURTLE)
        return [(quad.subject, quad.predicate, quad.object) for quad in quads]

    def _taken_away(self, change: str) -> set[Triple]:
        words = change.split()
        if len(words) > 2:
            return set(self._turtle(change))
        names = [self._turtle(f"{word} a {word} .")[0][0] for word in words]
        return {triple for triple in self.good if list(triple[: len(names)]) == names}

    def changed(self, case: Case) -> tuple[Triples, set[Term]]:
        """Return the graph of a bad example, and the nodes that its change touches."""
        removed = [self._taken_away(line[2:]) for line in case.lines if line.startswith("-")]
        added = self._turtle("\n".join(line[2:] for line in case.lines if line.startswith("+")))
        assert all(gone <= set(self.good) for gone in removed)
        assert all(removed), "a line takes nothing away"
        gone = set().union(*removed)
        graph = Triples([*(triple for triple in self.good if triple not in gone), *added])
        return graph, {term for triple in [*gone, *added] for term in (triple[0], triple[2])}

    def around(self, graph: Triples, touched: set[Term]) -> set[Term]:
        """Return the nodes within three steps of those touched: no shape looks further for its values."""
        near = set(touched)
        frontier: set[Term] = {term for term in touched if isinstance(term, NamedNode)}
        links = [(s, p.value, o) for s, p, o in graph if p.value != RDF_TYPE and isinstance(o, NamedNode)]
        for _ in range(3):
            back: set[Term] = {
                s for s, p, o in links if o in frontier and (p not in FROM_MANY or o in touched)
            }
            frontier = (back | {o for s, _, o in links if s in frontier}) - near
            near |= frontier
        return near

    def found(
        self, graph: Triples, near: set[Term] | None = None, shapes: Shapes | None = None
    ) -> set[Found]:
        """Return codes and components that the engine of a build finds in a graph, or at some of its nodes."""
        known = shapes or self.shapes
        return {
            Found(known.rules[v.shape].code, local_name(v.component)) for v in self.run(known, graph, near)
        }

    def run(
        self, known: Shapes, graph: Triples, near: set[Term] | None = None, engine: str = "fast"
    ) -> list[Violation]:
        """Return what an engine finds in a graph, or at some of its nodes."""
        checker = self.fast if (engine, known) == ("fast", self.shapes) else ENGINES[engine](known)
        seen = MemoryGraph(((str(s), str(p), str(o)) for s, p, o in graph), checker.inverse)
        outside = set() if near is None else {str(node) for node in set(graph.subjects) - near}
        return checker(seen, focus_nodes(known, seen, outside))

    def store(self, graph: Triples) -> Store:
        """Return a graph as pyoxigraph has it, to be asked queries."""
        store = Store()
        store.bulk_extend(Quad(*triple) for triple in graph)
        return store

    @cached_property
    def fast(self) -> Compiled:
        """The engine of a build with all shapes, compiled once."""
        return compiled(self.shapes)

    def without(self, code: str, condition: str) -> Shapes:
        """Return the shape of a code alone, with what it is reached by, and without one condition."""
        shape = next(term for term, rule in self.shapes.rules.items() if rule.code == code)
        gone = _parameters(condition)
        kept = set(_closure(shape, self.shapes.triples))
        holders = set(self.shapes.triples.with_object(f"{SH}property", shape))
        return Shapes(
            Triples(
                (s, p, o)
                for s, p, o in self.shapes.triples
                if (s in kept and not (s == shape and p.value in gone | {f"{SH}property"}))
                or (s in holders and (p.value in TARGETS or p.value == RDF_TYPE or o == shape))
            )
        )


#: Parameters that mean nothing alone.
_TOGETHER = {
    "closed": ("closed", "ignoredProperties"),
    "qualifiedMinCount": ("qualifiedMinCount", "qualifiedValueShape"),
    "qualifiedMaxCount": ("qualifiedMaxCount", "qualifiedValueShape"),
}


def _parameters(condition: str) -> set[str]:
    return {SH + name for name in _TOGETHER.get(condition, (condition,))}


def _closure(shape: Term, triples: Triples) -> Iterable[Term]:
    """Yield a shape and what it names, but not the shapes that it holds by sh:property."""
    waiting, seen = [shape], {shape}
    while waiting:
        current = waiting.pop()
        yield current
        for predicate, value in triples.about(current):
            named = predicate != f"{SH}property" or not isinstance(value, NamedNode)
            if named and value not in seen:
                seen.add(value)
                waiting.append(value)


@pytest.fixture(scope="session")
def bench() -> Workbench:
    """The shapes and the good graph, read once."""
    return Workbench()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every bad example to the tests that take a ``case``, every good one to those with a ``fine``."""
    for name, folder in (("case", "bad"), ("fine", "good")):
        if name in metafunc.fixturenames:
            found = list(cases(folder))
            metafunc.parametrize(name, found, ids=[f"{case.code}-{case.condition}" for case in found])


@pytest.fixture(scope="session")
def all_cases() -> list[Case]:
    """Every bad example."""
    return list(cases("bad"))
