import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.validation.access import TYPE, MemoryGraph
from saisei_lod.validation.blocks import Blocks
from saisei_lod.validation.caching import Memory, cache_folder, digest, fingerprint
from saisei_lod.validation.fast_engine import compiled
from saisei_lod.validation.shapes import Shapes

SHAPES = """
e:s sh:targetClass e:Plan ; sh:path ( e:maker e:size ) ; sh:maxInclusive 10 .
e:t sh:targetClass e:Plan ; sh:path e:title ; sh:minCount 1 .
"""


def node(name: str) -> str:
    """Return the IRI of a name."""
    return f"<https://example.org/{name}>"


def number(value: int) -> str:
    """Return a number as a literal."""
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>'


def cities(**sizes: int) -> dict[str, Any]:
    """Return a shared graph of some cities."""
    return {node(name): {TYPE: [node("City")], node("size"): [number(size)]} for name, size in sizes.items()}


PLANS = [
    {node("1"): {TYPE: [node("Plan")], node("maker"): [node("a")]}},
    {node("2"): {TYPE: [node("Plan")], node("maker"): [node("b")], node("title"): ['"t"']}},
]


@pytest.fixture
def build(triples: Any, tmp_path: Path) -> Callable[..., tuple[int, list[str]]]:
    """Check blocks with a memory in a folder; return how many were recalled (with the shared graph), and results."""
    checker = compiled(Shapes(triples(SHAPES)))
    (tmp_path / "plans.nt").write_text("", encoding="utf-8")

    def run(
        shared: Any, plans: Any = PLANS, key: str = "k", *, forget: bool = False
    ) -> tuple[int, list[str]]:
        graph = MemoryGraph((), checker.inverse)
        graph.add(shared)
        memory = Memory.at(tmp_path / "cache", key, graph, forget=forget)
        blocks = Blocks(checker, graph, memory)
        for plan in plans:
            blocks.see(plan)
        hits = blocks.finish(tmp_path / "plans.nt").hits
        return memory.found, sorted(f"{hit.focus[-2]} {hit.value or 'none'}" for hit in hits)

    return run


def test_what_has_not_changed_is_not_validated_again(build: Any) -> None:
    """Two plans and the shared graph, with the same results."""
    first = build(cities(a=1, b=11))
    assert first == (0, ["1 none", f"2 {number(11)}"])
    assert build(cities(a=1, b=11)) == (3, first[1])


def test_a_changed_plan_alone_is_validated_again(build: Any) -> None:
    """The other one is recalled."""
    build(cities(a=1, b=2))
    changed = [PLANS[0], {node("2"): {TYPE: [node("Plan")], node("maker"): [node("b")]}}]
    assert build(cities(a=1, b=2), changed) == (2, ["1 none", "2 none"])


def test_a_changed_city_brings_its_plans_with_it(build: Any) -> None:
    """What was looked up for a plan has to say the same; the shared graph itself has changed too."""
    build(cities(a=1, b=2))
    assert build(cities(a=11, b=2)) == (1, [f"1 {number(11)}", "1 none"])


def test_a_new_city_changes_no_plan(build: Any) -> None:
    """Nothing that was looked up says anything else."""
    build(cities(a=1, b=2))
    assert build(cities(a=1, b=2, c=3))[0] == 2


def test_a_city_that_was_not_there_is_not_remembered(build: Any) -> None:
    """A plan of an unknown maker is validated each time."""
    assert build(cities(b=2))[0] == 0
    assert build(cities(b=2))[0] == 2
    assert build(cities(a=11, b=2)) == (1, [f"1 {number(11)}", "1 none"])


def test_another_fingerprint_begins_anew(build: Any) -> None:
    """As another shape, another library or other code gives it."""
    build(cities(a=1, b=2))
    assert build(cities(a=1, b=2), key="other")[0] == 0


def test_all_is_validated_where_that_is_asked_for(build: Any) -> None:
    """And kept for the next time."""
    build(cities(a=1, b=2))
    assert build(cities(a=1, b=2), forget=True)[0] == 0
    assert build(cities(a=1, b=2))[0] == 3


def test_a_block_that_the_shared_graph_points_into_is_not_kept(triples: Any, tmp_path: Path) -> None:
    """Its results rest on links that are not looked up by node."""
    checker = compiled(
        Shapes(triples("e:s sh:targetClass e:Plan ; sh:path [ sh:inversePath e:of ] ; sh:maxCount 0 ."))
    )
    (tmp_path / "plans.nt").write_text("", encoding="utf-8")

    def run(target: str) -> tuple[int, int]:
        graph = MemoryGraph([(node("city"), node("of"), node(target))], checker.inverse)
        memory = Memory.at(tmp_path, "k", graph)
        blocks = Blocks(checker, graph, memory)
        blocks.see({node("1"): {TYPE: [node("Plan")]}})
        return memory.found, len(blocks.finish(tmp_path / "plans.nt").hits)

    assert [run(target) for target in ("x", "1", "1", "x")] == [(0, 0), (0, 1), (0, 1), (0, 0)]


def test_the_fingerprint_knows_the_shapes(turtle: Callable[[str, str], Path]) -> None:
    """Another byte in a file of shapes is another fingerprint; one that is gone is one too."""
    path = turtle("s.ttl", SHAPES)
    first = fingerprint([path])
    assert fingerprint([path]) == first
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    second = fingerprint([path])
    path.unlink()
    assert len({first, second, fingerprint([path]), fingerprint([])}) == 4


def test_digests_tell_what_is_said_of_what() -> None:
    """The same words about other nodes, or by another predicate, are another content."""
    said = [
        {"a": {"p": ["x", "y"]}},
        {"a": {"p": ["x"], "y": []}},
        {"a": {"p": ["x"]}, "y": {}},
        {"a": {"x": ["p", "y"]}},
    ]
    assert len({digest(one) for one in said}) == 4


@pytest.mark.parametrize("damage", [b"", b"{", b"\x92\x90\x81\xc4\x01a\x93\x90\x91\x05\xc4\x00"])
def test_a_damaged_file_is_none(build: Any, tmp_path: Path, damage: bytes) -> None:
    """Half a file, another layout, a number of a node that is not there."""
    build(cities(a=1, b=2))
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(damage)
    assert build(cities(a=1, b=2))[0] == 0
    assert build(cities(a=1, b=2))[0] == 3


def test_a_folder_that_cannot_be_used_is_done_without(build: Any, tmp_path: Path) -> None:
    """A file in its place."""
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert build(cities(a=1, b=2)) == build(cities(a=1, b=2)) == (0, ["1 none"])
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "in the way"


def test_the_folder_stays_small(build: Any, tmp_path: Path) -> None:
    """The files used last are kept."""
    cache = tmp_path / "cache"
    cache.mkdir()
    for number_of_file in range(20):
        (cache / f"{number_of_file}.blocks").write_bytes(b"")
        os.utime(cache / f"{number_of_file}.blocks", ns=(number_of_file, number_of_file))
    build(cities(a=1, b=2))
    assert {path.name for path in cache.iterdir()} == {
        "k.blocks",
        *(f"{one}.blocks" for one in range(13, 20)),
    }


def test_no_folder_keeps_nothing() -> None:
    """None means none."""
    graph = MemoryGraph()
    memory = Memory.at(None, "k", graph)
    memory.keep(b"x", [], [])
    memory.save()
    assert memory.recall(b"x") is None


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/saisei-lod/validation"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/saisei-lod/validation"),
        ({"HOME": "/h"}, "/h/.cache/saisei-lod/validation"),
        ({"USERPROFILE": "/u"}, "/u/.cache/saisei-lod/validation"),
        ({"HOME": "relative"}, None),
        ({}, None),
    ],
)
def test_the_folder_is_that_of_the_user(environment: dict[str, str], folder: str | None) -> None:
    """A relative XDG_CACHE_HOME is ignored, as its specification asks; without a home there is no cache."""
    assert cache_folder(environment) == (Path(folder) if folder else None)
