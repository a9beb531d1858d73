"""The W3C test suite of SHACL, where its folder lies beside the project, of which it is no part.

Run this file to write docs/reference/shacl-conformance.md, the page that says what came of it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from pyoxigraph import BlankNode, NamedNode

from saisei_lod.errors import InputError
from saisei_lod.validation import ENGINES
from saisei_lod.validation.components import COMPONENTS
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.loading import load
from saisei_lod.validation.names import RDF_TYPE, SH
from saisei_lod.validation.paths import sparql_path
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.validating import check

ROOT = Path(__file__).resolve().parents[2]
SUITE = ROOT.parent / "shared" / "w3c-shacl"
PAGE = ROOT / "docs" / "reference" / "shacl-conformance.md"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
with_suite = pytest.mark.skipif(not SUITE.is_dir(), reason="the suite is not part of the project")

#: Cases that engines fail: pySHACL takes "1"^^xsd:boolean for true, and none knows $shapesGraph.
KNOWN: Final[Mapping[tuple[str, str], set[str]]] = {
    ("fast", "core"): set(),
    ("fast", "sparql"): {"shapesGraph-001"},
    ("pyshacl", "core"): {"uniqueLang-002"},
    ("pyshacl", "sparql"): {"shapesGraph-001"},
}
#: What the page has a row for besides components, by the properties that say it.
FURTHER: Final[Mapping[str, tuple[str, ...]]] = {
    "sequence path": ("sequence",),
    **{f"sh:{name}Path": (f"{SH}{name}Path",) for name in ("inverse", "alternative", "zeroOrMore", "oneOrMore", "zeroOrOne")},
    **{f"sh:{name}": (f"{SH}{name}",) for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")},
    "sh:property": (f"{SH}property",),
    "sh:deactivated": (f"{SH}deactivated",),
    "sh:severity": (f"{SH}severity",),
    "sh:sparql": (f"{SH}sparql",),
    "components in SPARQL": (f"{SH}validator", f"{SH}nodeValidator", f"{SH}propertyValidator"),
}  # fmt: skip

Found = Counter[tuple[str, str, str, str]]
"""Focus node, path, component and value of results; blank nodes are alike."""


class Case(NamedTuple):
    """A case of the suite: data, shapes, the results expected (None where it must fail), and what it is about."""

    name: str
    data: Path
    shapes: Path
    expected: Found | None
    properties: frozenset[str]


@cache
def cases(part: str) -> tuple[Case, ...]:
    """Return the cases of a part, in the order of their files."""
    return tuple(case for path in sorted((SUITE / part).rglob("*.ttl")) for case in cases_of(path))


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of a file."""
    graph = load([path]).triples
    for test in graph.with_object(RDF_TYPE, NamedNode(f"{SHT}Validate")):
        (action,), (result,) = graph.objects(test, f"{MF}action"), graph.objects(test, f"{MF}result")
        expected = Counter(summary(one, graph) for one in graph.objects(result, f"{SH}result"))
        data, shapes = (named(action, name, path, graph) for name in ("dataGraph", "shapesGraph"))
        said = load([shapes]).triples
        properties = {
            p for s in said.subjects if not said.objects(s, f"{MF}action") for p in said.predicates(s)
        }
        if any(said.members(path) for _, path in said.pairs(f"{SH}path")):
            properties.add("sequence")
        yield Case(
            path.stem,
            data,
            shapes,
            None if isinstance(result, NamedNode) else expected,
            frozenset(properties),
        )


def named(action: Term, name: str, path: Path, graph: Triples) -> Path:
    """Return the file that a case names."""
    (value,) = graph.objects(action, SHT + name)
    assert isinstance(value, NamedNode)
    return path if value.value == path.as_uri() else path.parent / value.value.rpartition("/")[2]


def summary(result: Term, graph: Triples) -> tuple[str, str, str, str]:
    """Return what counts of a result."""
    focus, path, value = (
        next(iter(graph.objects(result, SH + name)), None) for name in ("focusNode", "resultPath", "value")
    )
    (component,) = graph.objects(result, f"{SH}sourceConstraintComponent")
    return bare(focus), sparql_path(path, graph) if path else "", str(component)[1:-1], bare(value)


def bare(term: Term | None) -> str:
    """Return a term, blank nodes being alike."""
    return "_" if isinstance(term, BlankNode) else str(term or "")


def found(case: Case, engine: str) -> Found | None:
    """Return what an engine finds, None where it refuses the shapes."""
    try:
        shapes = Shapes(load([case.shapes]).triples)
        results = check(ENGINES[engine](shapes), shapes, [case.data], []).results
    except InputError:
        return None
    terms = ((r.focus, r.path, r.component, r.value) for r in results)
    return Counter(("_" if f[:2] == "_:" else f, p, c, "_" if v[:2] == "_:" else v) for f, p, c, v in terms)


@cache
def failed(engine: str, part: str) -> frozenset[str]:
    """Return the cases that an engine fails."""
    return frozenset(case.name for case in cases(part) if found(case, engine) != case.expected)


def page() -> str:
    """Return the page: cases by part, and by what they are about, that each engine passes."""
    engines = sorted(ENGINES)
    parts = [
        [part, len(cases(part)), *(len(cases(part)) - len(failed(one, part)) for one in engines)]
        for part in ("core", "sparql")
    ]
    names = {f"sh:{name}": (f"{SH}{name}",) for name in sorted(COMPONENTS)} | dict(FURTHER)
    rows = [[name, *numbers(properties, engines)] for name, properties in names.items()]
    return f"""# SHACL conformance

<!-- Written by tests/validation/test_conformance.py; a test compares. -->

Cases of the W3C test suite (data-shapes-test-suite) that each engine passes: focus node, path, component and value of
every result, and refusal where a case asks for it. Engines are those of `saisei validate --engine`; the fast one leaves
to pySHACL what it does not compile, and says so.

{table(["part", "cases", *engines], parts)}

Failed: {"; ".join(f"{engine}: {', '.join(sorted(failed(engine, 'core') | failed(engine, 'sparql')))}" for engine in engines)}.

## By component

A case counts wherever its shapes use the property.

{table(["property", "cases", *engines], rows)}
"""


def numbers(properties: Sequence[str], engines: Sequence[str]) -> list[int]:
    """Return how many cases use one of some properties, and how many of these each engine passes."""
    about = [
        (part, case)
        for part in ("core", "sparql")
        for case in cases(part)
        if case.properties & set(properties)
    ]
    return [
        len(about),
        *(sum(case.name not in failed(engine, part) for part, case in about) for engine in engines),
    ]


def table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    """Return a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


@with_suite
@pytest.mark.parametrize("part", ["core", "sparql"])
def test_the_fast_engine_passes_the_suite(part: str) -> None:
    """All of core, and of SPARQL all but the one that none passes."""
    assert failed("fast", part) == KNOWN["fast", part]


@pytest.mark.slow
@with_suite
@pytest.mark.parametrize("part", ["core", "sparql"])
def test_pyshacl_passes_no_more(part: str) -> None:
    """What it fails is known, so that a new release of it is noticed."""
    assert failed("pyshacl", part) == KNOWN["pyshacl", part]


@pytest.mark.slow
@with_suite
def test_the_page_says_what_came_of_it() -> None:
    """Run this file to write it anew."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_a_row_for_every_component() -> None:
    """Also where the suite is not at hand."""
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in COMPONENTS if f"| sh:{name} |" not in text] == []


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
