from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saisei_lod.terms import Description, Namespace, Property, plain
from saisei_lod.validation.access import TYPE, MemoryGraph
from saisei_lod.validation.blocks import Blocks, Outcome, spelled
from saisei_lod.validation.fast_engine import Compiled, compiled, violation
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.targets import focus_nodes

SHAPES = """
e:known sh:targetClass e:Plan ; sh:path e:maker ; sh:class e:City .
e:kind sh:targetClass e:Plan ; sh:path ( e:maker e:kind ) ; sh:hasValue "city" .
e:alone sh:targetClass e:Plan ; sh:path ( e:key [ sh:inversePath e:key ] ) ; sh:maxCount 1 .
e:free sh:targetClass e:Plan ; sh:path ( e:former [ sh:inversePath e:key ] ) ; sh:maxCount 0 .
e:goes-on sh:targetClass e:Plan ; sh:path e:into ; sh:class e:Plan .
e:both-ways sh:targetClass e:Plan ; sh:path [ sh:inversePath e:of ] ; sh:equals e:part .
e:used sh:targetClass e:City ; sh:path [ sh:inversePath e:seat ] ; sh:maxCount 1 .
e:latest sh:targetObjectsOf e:part ; sh:path e:of ; sh:minCount 1 .
e:early sh:targetClass e:City ;
  sh:sparql [ sh:select "SELECT $this ?value { ?value <https://example.org/size> ?size . FILTER (?size > 100) }" ] .
"""
NAMES = {name: f"<https://example.org/{name}>" for name in ("Plan", "City", "x", "y")}


def node(name: str) -> str:
    """Return the IRI of a name."""
    return f"<https://example.org/{name}>"


def number(value: int) -> str:
    """Return a number as a literal."""
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>'


@pytest.fixture(scope="module")
def checker(triples: Any) -> Compiled:
    """The shapes above."""
    return compiled(Shapes(triples(SHAPES)))


def run(checker: Compiled, shared: dict[str, Any], blocks: list[dict[str, Any]], folder: Path) -> Outcome:
    """Check blocks one by one."""
    written = folder / "blocks.nt"
    lines = [
        f"{s} {p} {o} .\n"
        for block in blocks
        for s, about in block.items()
        for p, os in about.items()
        for o in os
    ]
    written.write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")
    checking = Blocks(
        checker,
        MemoryGraph(
            ((s, p, o) for s, a in shared.items() for p, os in a.items() for o in os), checker.inverse
        ),
    )
    for block in blocks:
        checking.see(block)
    return checking.finish(written)


def whole(checker: Compiled, *parts: dict[str, Any]) -> Counter[Any]:
    """Return what the whole graph gives."""
    statements = (
        (s, p, o) for part in parts for s, about in part.items() for p, os in about.items() for o in os
    )
    graph = MemoryGraph(statements, checker.inverse)
    return Counter(checker(graph, focus_nodes(checker.shapes, graph)))


def plan(name: str, **said: str) -> dict[str, Any]:
    """Return a block: a plan, its one part, and what else is said of it."""
    about = {TYPE: [node("Plan")], node("part"): [node(f"{name}-part")], node("key"): [f'"{name}"']}
    about |= {node(predicate): [value] for predicate, value in said.items()}
    return {node(name): about, node(f"{name}-part"): {node("of"): [node(name)]}}


CITY = {node("city"): {TYPE: [node("City")], node("kind"): ['"city"']}}


@pytest.mark.parametrize(
    ("others", "is_complete"),
    [
        ([plan("b", maker=node("city"))], True),
        ([plan("b", maker=node("nowhere"))], True),
        ([plan("b", maker=node("c")), plan("c", kind='"city"')], True),
        ([plan("b", into=node("c")), plan("c")], True),
        ([plan("b", into=node("nowhere"))], True),
        ([plan("b", former='"nobody"'), plan("c", former='"b"')], True),
        ([plan("b", seat=node("city")), plan("c", seat=node("city"))], True),
        ([plan("b", size=number(101)), plan("c", size=number(101))], True),
        ([plan("b"), plan("c", key='"b"')], False),
        ([plan("b", of=node("a"))], False),
        ([plan("b", part=node("a-part"))], False),
    ],
)
def test_blocks_give_what_the_whole_gives(
    checker: Compiled,
    tmp_path: Path,
    others: list[dict[str, Any]],
    is_complete: bool,  # noqa: FBT001 - a row
) -> None:
    """Whatever they refer to; where one points into another so that it is followed back, the whole is needed."""
    blocks = [plan("a", maker=node("city")), *others]
    outcome = run(checker, CITY, blocks, tmp_path)
    assert outcome.is_complete is is_complete
    if is_complete:
        assert Counter(map(violation, outcome.hits)) == whole(checker, CITY, *blocks)


TERMS = st.sampled_from(
    [node(name) for name in ("a", "b", "c", "a-part", "city", "nowhere")] + ['"a"', '"b"', '"zz"']
)
SAID = st.dictionaries(
    st.sampled_from(["maker", "kind", "key", "former", "into", "of", "part", "seat", "size"]),
    TERMS,
    max_size=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SAID, min_size=3, max_size=3), SAID)
def test_random_blocks_give_what_the_whole_gives(
    checker: Compiled, tmp_path: Path, said: list[dict[str, str]], of_city: dict[str, str]
) -> None:
    """Or they say that the whole is needed."""
    blocks = [plan(name, **one) for name, one in zip("abc", said, strict=True)]
    shared = {node("city"): {**CITY[node("city")], **{node(p): [o] for p, o in of_city.items()}}}
    outcome = run(checker, shared, blocks, tmp_path)
    if outcome.is_complete:
        assert Counter(map(violation, outcome.hits)) == whole(checker, shared, *blocks)


def test_shapes_with_targets_are_noted(checker: Compiled, tmp_path: Path) -> None:
    """Those that looked at a node of a block or of the shared graph."""
    targeted = run(checker, CITY, [plan("a")], tmp_path).targeted
    assert targeted == set(checker.shapes.targeting)
    assert len(run(checker, {}, [plan("a")], tmp_path).targeted) == len(targeted) - 2


@pytest.mark.parametrize(
    "shapes",
    [
        "e:s sh:targetNode e:a ; sh:class e:C .",
        'e:s sh:targetClass e:Plan ; sh:sparql [ sh:select "SELECT $this ?path { $this ?path 1 }" ] .',
    ],
)
def test_what_blocks_cannot_tell_is_told(triples: Any, tmp_path: Path, shapes: str) -> None:
    """Target nodes, and shapes that need pySHACL."""
    outcome = run(compiled(Shapes(triples(shapes))), {}, [plan("a")], tmp_path)
    assert not outcome.is_complete


def test_classes_below_classes_are_for_the_shared_graph_to_say(checker: Compiled, tmp_path: Path) -> None:
    """There they count; a block that says so needs the whole."""
    below = {node("Town"): {"<http://www.w3.org/2000/01/rdf-schema#subClassOf>": [node("City")]}}
    town = {node("town"): {TYPE: [node("Town")], node("kind"): ['"city"']}}
    assert run(checker, {**below, **town}, [plan("a", maker=node("town"))], tmp_path).hits == []
    assert not run(checker, town, [{**plan("a", maker=node("town")), **below}], tmp_path).is_complete


def test_blocks_pass_as_they_come(checker: Compiled, tmp_path: Path) -> None:
    """Each is checked before it goes on; what is shared goes through."""
    space = Namespace("e", "https://example.org/")
    city = Description(space("city"), space("City"))
    one = Description(space("a"), space("Plan"))
    one.add(Property(space, "maker", "maker"), space("nowhere"))
    checking = Blocks(checker, MemoryGraph(((node("city"), TYPE, node("City")),), checker.inverse))
    assert list(checking.passing([[one], [city]])) == [[one], [city]]
    written = tmp_path / "blocks.nt"
    written.write_text("", encoding="utf-8")
    assert {hit.value for hit in checking.finish(written).hits} == {node("nowhere"), None}


def test_descriptions_are_spelled() -> None:
    """Classes first; a property that is stated twice comes together, and a value counts once."""
    space = Namespace("e", "https://example.org/")
    described = Description(space("a"), space("C"), space("D"))
    for value in ("x", "y", "x"):
        described.add(Property(space, "p", "p"), plain(value))
    assert spelled([described]) == {node("a"): {TYPE: [node("C"), node("D")], node("p"): ['"x"', '"y"']}}
