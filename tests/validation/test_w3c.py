"""The W3C test suite of SHACL, where its folder lies beside the project (it is not part of it)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import BlankNode, NamedNode

from saisei_lod.errors import InputError
from saisei_lod.validation import ENGINES
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.loading import Loaded, load
from saisei_lod.validation.names import RDF_TYPE, SH
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.validating import check

SUITE = Path(__file__).resolve().parents[3] / "shared" / "w3c-shacl"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
#: What pySHACL does not do: sh:uniqueLang "1"^^xsd:boolean is taken for true; no $shapesGraph.
KNOWN = {"uniqueLang-002", "shapesGraph-001"}


class Entry(NamedTuple):
    """A test of the suite: data, shapes, and the results expected, None where it must fail."""

    data: Path
    shapes: Path
    expected: Counter[tuple[str, str, str]] | None


def entries(path: Path) -> Iterator[Entry]:
    """Yield the tests of a file."""
    graph = load([path]).triples

    def named(node: Term, name: str) -> Path:
        (value,) = graph.objects(node, SHT + name)
        assert isinstance(value, NamedNode)
        return path if value.value == path.as_uri() else path.parent / value.value.rpartition("/")[2]

    for test in graph.with_object(RDF_TYPE, NamedNode(f"{SHT}Validate")):
        (action,), (result,) = graph.objects(test, f"{MF}action"), graph.objects(test, f"{MF}result")
        fails = isinstance(result, NamedNode)
        expected = Counter(summary(r, graph) for r in graph.objects(result, f"{SH}result"))
        yield Entry(named(action, "dataGraph"), named(action, "shapesGraph"), None if fails else expected)


def summary(result: Term, graph: Triples) -> tuple[str, str, str]:
    """Return focus, component and value of a result, blank nodes being alike."""
    terms = [next(iter(graph.objects(result, SH + name)), None) for name in ("focusNode", "value")]
    focus, value = ("_" if isinstance(term, BlankNode) else str(term or "") for term in terms)
    (component,) = graph.objects(result, f"{SH}sourceConstraintComponent")
    return focus, str(component)[1:-1], value


@pytest.mark.slow
@pytest.mark.skipif(not SUITE.is_dir(), reason="the suite is not part of the project")
@pytest.mark.parametrize("part", ["core", "sparql"])
@pytest.mark.parametrize("engine", sorted(ENGINES))
def test_the_suite_of_w3c_passes_as_with_pyshacl_alone(part: str, engine: str) -> None:
    """Focus nodes, components and values are those expected, but for what pySHACL is known not to do."""
    wrong = {
        path.stem
        for path in (SUITE / part).rglob("*.ttl")
        for test in entries(path)
        if found(test, engine) != test.expected
    }
    assert wrong - KNOWN == set()


def found(test: Entry, engine: str) -> Counter[tuple[str, str, str]] | None:
    """Return what an engine finds, None where it refuses the shapes."""
    shapes = Shapes(load([test.shapes]).triples)
    try:
        results = check(ENGINES[engine](shapes), shapes, load([test.data]), Loaded(Triples([]), {})).results
    except InputError:
        return None
    bare = ((r.focus, r.component, r.value) for r in results)
    return Counter(("_" if f[:2] == "_:" else f, c, "_" if v[:2] == "_:" else v) for f, c, v in bare)
