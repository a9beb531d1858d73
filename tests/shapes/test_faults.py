"""A thousand faults: whatever is wrong with a graph, all ways to validate it find the same.

Faults are all bad examples, and random changes of the good graph; fifty at a time are put into one graph.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Variable

from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.blocks import Blocks
from saisei_lod.validation.fast_engine import violation
from saisei_lod.validation.graphs import Triple, Triples
from saisei_lod.validation.names import SH
from saisei_lod.validation.sparql_constraints import query_of

FAULTS, TOGETHER = 1000, 50
_APART = 6
XSD = "http://www.w3.org/2001/XMLSchema#"
UNKNOWN = NamedNode("https://example.org/unknown")
ODD = (
    Literal("", language="ja"),
    Literal(" x\n", language="ja"),
    Literal("texte", language="fr"),
    Literal("x"),
    Literal("0", datatype=NamedNode(f"{XSD}integer")),
    Literal("-1", datatype=NamedNode(f"{XSD}integer")),
    Literal("99999", datatype=NamedNode(f"{XSD}integer")),
    Literal("2020-02-30", datatype=NamedNode(f"{XSD}date")),
    Literal("1850-01-01", datatype=NamedNode(f"{XSD}date")),
    Literal("2190-12-31", datatype=NamedNode(f"{XSD}date")),
    Literal("2020", datatype=NamedNode(f"{XSD}gYear")),
    Literal("2020-03", datatype=NamedNode(f"{XSD}gYearMonth")),
    Literal("長" * 300),
    UNKNOWN,
)


class Change(NamedTuple):
    """A fault: triples taken away and triples added."""

    gone: frozenset[Triple]
    added: tuple[Triple, ...]


def random_change(triples: Sequence[Triple], chance: random.Random) -> Change:
    """Return a change of one triple: left out, with another value, with one more, or about something else."""
    triple = subject, predicate, value = chance.choice(triples)
    alike = [o for _, p, o in triples if p == predicate and o != value] or [UNKNOWN]
    other = chance.choice([*ODD, chance.choice(alike), chance.choice(triples)[0]])
    ways = {
        "without": Change(frozenset({triple}), ()),
        "instead": Change(frozenset({triple}), ((subject, predicate, other),)),
        "too": Change(frozenset(), ((subject, predicate, other),)),
        "elsewhere": Change(frozenset({triple}), ((chance.choice(triples)[0], predicate, value),)),
        "unknown": Change(frozenset(), ((subject, UNKNOWN, value),)),
    }
    return ways[chance.choice(list(ways))]


def example(bench: Any, case: Any) -> Change:
    """Return the change of a bad example."""
    known, graph = set(bench.good), bench.changed(case)[0]
    return Change(frozenset(known - set(graph)), tuple(one for one in graph if one not in known))


def faults(bench: Any, all_cases: Sequence[Any]) -> list[Change]:
    """Return all faults, in an order of their own, the same every time."""
    chance = random.Random(20201122)  # noqa: S311 - the same faults every time
    good = list(bench.good)
    found = [example(bench, case) for case in all_cases]
    found += [random_change(good, chance) for _ in range(FAULTS - len(found))]
    chance.shuffle(found)
    return found


def spoiled(bench: Any, changes: Sequence[Change]) -> Triples:
    """Return the good graph with some faults."""
    gone = frozenset().union(*(change.gone for change in changes))
    added = [one for change in changes for one in change.added if not isinstance(one[0], BlankNode)]
    return Triples([*(one for one in bench.good if one not in gone), *added])


def groups(bench: Any, all_cases: Sequence[Any]) -> Iterator[Triples]:
    """Yield graphs with fifty faults each, then a few with the examples that others hid there, neighbours apart."""
    changes, hidden = faults(bench, all_cases), {case.named: case for case in all_cases}
    for start in range(0, len(changes), TOGETHER):
        graph = spoiled(bench, changes[start : start + TOGETHER])
        for found in bench.found(graph):
            hidden.pop(found, None)
        yield graph
    again = [example(bench, case) for case in hidden.values()]
    for start in range(_APART):
        yield spoiled(bench, again[start::_APART])


def by_blocks(bench: Any, graph: Triples, folder: Path) -> Counter[Any] | None:
    """Return what is found where each plan is a block and all else is shared; None where that cannot be."""
    checker = bench.fast
    seen = MemoryGraph(((str(s), str(p), str(o)) for s, p, o in graph))
    plans: dict[str, dict[str, Any]] = {}
    shared = MemoryGraph((), checker.inverse)
    for node, about in seen.nodes.items():
        key = next((part for part in node.split("/")[-1].split("#") if part.count("-") >= 2), "")[:19]
        (plans.setdefault(key, {}) if key[:1] in "rdn" and "/round" not in node else shared.nodes)[node] = (
            about
        )
    written = folder / "plans.nt"
    lines = [
        f"{s} {p} {o} .\n"
        for nodes in plans.values()
        for s, a in nodes.items()
        for p, os in a.items()
        for o in os
    ]
    written.write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")
    blocks = Blocks(checker, shared)
    for nodes in plans.values():
        blocks.see(nodes)
    outcome = blocks.finish(written)
    return Counter(map(violation, outcome.hits)) if outcome.is_complete else None


def same_by_pyshacl(bench: Any, graph: Triples) -> None:
    """Compare the fast engine and pySHACL, result by result.

    A query in which they differ is put to pyoxigraph: rdflib orders values that have no order, such as a text
    and a day (SPARQL 1.1, section 17.3: an error).
    """
    ours, theirs = (Counter(bench.run(bench.shapes, graph, engine=name)) for name in ("fast", "pyshacl"))
    for found in {**(ours - theirs), **(theirs - ours)}:
        (node,) = bench.shapes.triples.objects(found.shape, f"{SH}sparql")
        query = query_of(node, None, bench.shapes.triples)
        rows = list(bench.store(graph).query(query, substitutions={Variable("this"): found.focus}))
        assert (found.value in [row["value"] or found.focus for row in rows]) == (found in ours), found


def test_every_condition_is_broken_by_a_fault(bench: Any, all_cases: Sequence[Any]) -> None:
    """Every condition has an example (test_bad_examples.py); none is hidden by others in the same graph."""
    found = set().union(*(bench.found(graph) for graph in groups(bench, all_cases)))
    assert {case.named for case in all_cases} - found == set()


def test_some_faults_are_found_as_by_pyshacl(bench: Any, all_cases: Sequence[Any]) -> None:
    """Twenty faults: focus node, path, value, component and shape of every result."""
    for graph in islice(groups(bench, all_cases), max(1, FAULTS // 50 // TOGETHER)):
        same_by_pyshacl(bench, graph)


@pytest.mark.slow
def test_a_thousand_faults_are_found_as_by_pyshacl(bench: Any, all_cases: Sequence[Any]) -> None:
    """The same with all of them."""
    for graph in groups(bench, all_cases):
        same_by_pyshacl(bench, graph)


@pytest.mark.parametrize("count", [FAULTS // 10, pytest.param(FAULTS, marks=pytest.mark.slow)])
def test_faults_are_found_block_by_block(
    bench: Any, all_cases: Sequence[Any], tmp_path: Path, count: int
) -> None:
    """Plans checked one by one give what the whole graph gives; some faults need the whole, and say so."""
    done = 0
    for change in faults(bench, all_cases)[:count]:
        graph = spoiled(bench, [change])
        found = by_blocks(bench, graph, tmp_path)
        if found is not None:
            assert found == Counter(bench.run(bench.shapes, graph)), change
            done += 1
    assert done > count // 2
