from pathlib import Path
from typing import Any

import pytest

from saisei_lod.errors import EnvironmentFault
from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.fast_engine import compiled
from saisei_lod.validation.large import DiskGraph, graph_of
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import focus_nodes

DATA = """
e:a a e:C ; e:p e:b, 1, "x"@en ; e:q _:x . e:b a e:D ; e:p 1 . e:D rdfs:subClassOf e:C . _:x e:p e:a .
"""
SHAPES = """
e:s sh:targetClass e:C ; sh:path ( e:p [ sh:inversePath e:p ] ) ; sh:maxCount 1 ; sh:class e:C .
e:t sh:targetObjectsOf e:q ; sh:path e:p ; sh:nodeKind sh:Literal .
e:u sh:targetNode e:b ; sh:sparql [
  sh:select "SELECT $this ?value { ?value <https://example.org/p> 1 . ?any <https://example.org/q> ?x }" ] .
"""


@pytest.mark.parametrize("in_memory", [3, 10, 100])
def test_a_graph_on_disk_gives_the_same_results(triples: Any, graph: Any, in_memory: int) -> None:
    """Whether it fits into memory by far, exactly, or not."""
    shapes = Shapes(triples(SHAPES))
    checker = compiled(shapes)
    seen = graph(DATA, checker.inverse)
    with graph_of(seen.statements(), checker.inverse, in_memory) as other:
        assert isinstance(other, MemoryGraph if in_memory >= 10 else DiskGraph)
        assert set(other) == set(seen)
        assert {tuple(found) for found in other.pairs("<https://example.org/p>")} == {
            (s, o) for s, p, o in seen.statements() if p == "<https://example.org/p>"
        }
        found = set(checker(other, focus_nodes(shapes, other)))
    assert found == set(checker(seen, focus_nodes(shapes, seen)))
    assert len(found) == 5


def test_nothing_is_left_on_disk(graph: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is removed with its folder."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with graph_of(graph(DATA).statements(), frozenset(), 2):
        assert list(tmp_path.iterdir()) != []
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_cannot_be_used_is_a_fault_of_the_environment(
    graph: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the folder and TMPDIR."""

    class Full:
        def __init__(self, folder: str) -> None:
            raise OSError(28, "No space left on device", folder)

    monkeypatch.setattr("saisei_lod.validation.large.Store", Full)
    with pytest.raises(EnvironmentFault, match="TMPDIR"), graph_of(graph(DATA).statements(), frozenset(), 2):
        pass
