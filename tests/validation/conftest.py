"""Small data and shapes that are not ours, in files and in memory."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store, parse

from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.components import Hit
from saisei_lod.validation.fast_engine import compiled
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.large import quad
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import focus_nodes

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <https://w3id.org/saisei/shapes#> .
@prefix e: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

_RDF = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."


@pytest.fixture
def turtle(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write Turtle with the usual prefixes into a file of a name."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def triples() -> Callable[[str], Triples]:
    """Read Turtle with the usual prefixes; blank nodes keep their names."""

    def read(text: str) -> Triples:
        quads = parse((_RDF + PREFIXES + text).encode(), RdfFormat.TURTLE)
        return Triples((quad.subject, quad.predicate, quad.object) for quad in quads)

    return read


@pytest.fixture(scope="session")
def graph(triples: Callable[[str], Triples]) -> Callable[..., MemoryGraph]:
    """Read Turtle as the fast engine sees it."""

    def read(text: str, inverse: frozenset[str] = frozenset()) -> MemoryGraph:
        return MemoryGraph(((str(s), str(p), str(o)) for s, p, o in triples(text)), inverse)

    return read


@pytest.fixture(scope="session")
def store() -> Callable[[MemoryGraph], Store]:
    """Put a graph into pyoxigraph; blank nodes keep their names."""

    def fill(graph: MemoryGraph) -> Store:
        filled = Store()
        filled.extend(map(quad, graph.statements()))
        return filled

    return fill


@pytest.fixture(scope="session")
def hits(
    triples: Callable[[str], Triples], graph: Callable[..., MemoryGraph]
) -> Callable[[str, str], list[Hit]]:
    """Compile shapes and run them over data; results in the order of the data."""

    def run(data: str, shapes: str) -> list[Hit]:
        known = Shapes(triples(shapes))
        checker = compiled(known)
        seen = graph(data, checker.inverse)
        focus = focus_nodes(known, seen)
        return [
            hit
            for shape, one in checker.by_shape.items()
            for node in focus[shape]
            for hit in one.at(seen, node)
        ]

    return run


@pytest.fixture(scope="session")
def values(hits: Any) -> Callable[[str, str], list[str]]:
    """Return the values (without prefix, "" for none) that a shape on ``e:a``'s ``e:p`` finds wrong, sorted."""

    def found(said: str, parameters: str) -> list[str]:
        shape = f"e:s sh:targetNode e:a ; sh:path e:p ; {parameters} ."
        return sorted(
            (hit.value or "").replace("https://example.org/", "e:").replace("<e:", "e:").removesuffix(">")
            if (hit.value or "").startswith("<")
            else hit.value or ""
            for hit in hits(f"e:a e:p {said} .", shape)
        )

    return found
