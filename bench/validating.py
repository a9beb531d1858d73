"""Measure validation as whole processes: the fast engine and pySHACL, and a build's way, block by block.

Run from the repository:  python -m bench.validating [--plans 20000] [--repeats 3] [--without-pyshacl]

Times of validation are those of a process that maps, writes N-Triples and validates, less those of one that does
not validate. Faults are in 100 of the plans; *one changed* is the second run with a cache, one plan being another.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from bench.valid_plans import pages, plans

from saisei_lod.iris import REFERENCE_BASE, Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import MergedPlan
from saisei_lod.publishing.references import references
from saisei_lod.publishing.validating import write_reports
from saisei_lod.serialization import write
from saisei_lod.terms import Description
from saisei_lod.validation import ENGINES, Validation
from saisei_lod.validation.access import MemoryGraph, Statement
from saisei_lod.validation.blocks import spelled
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.names import SH
from saisei_lod.validation.shapes import Shapes, load_shapes, shape_files
from saisei_lod.validation.targets import focus_nodes
from saisei_lod.validation.traces import NO_TRACE

Blocks = Iterable[list[Description]]
_FEW: Final = 1000
_FAULTS: Final = 100
_FAULTY: Final = "period-ends-before-start"
_MINTER: Final = Minter(REFERENCE_BASE)


class Cost(NamedTuple):
    """What one process cost, its seconds of CPU and MB at its peak, and what it said."""

    cpu: float
    peak: float
    said: str


def _blocks(source: Iterable[MergedPlan]) -> Iterator[list[Description]]:
    return (plan_block(plan, _MINTER) for plan in source)


def _changed(source: Iterable[MergedPlan]) -> Iterator[MergedPlan]:
    """Yield plans, the first with another title."""
    first, *rest = iter(source), ()
    for number, plan in enumerate(chain(first, *rest)):
        record = plan.record
        yield plan._replace(record=msgspec.structs.replace(record, title="別の計画")) if not number else plan


def _compare(engine: str, part: str) -> None:
    """Validate few plans beside what they refer to, once, and print the seconds that the engine takes."""
    known = load_shapes(shape_files())
    if part == "core":
        known = Shapes(Triples(one for one in known.triples if one[1].value != f"{SH}sparql"))
    nodes = {
        node: about for block in _blocks(plans(_FEW, _FEW // 10)) for node, about in spelled(block).items()
    }
    named = {value for about in nodes.values() for values in about.values() for value in values}
    for block in chain(*references(_MINTER).values(), [source_block([page], _MINTER) for page in pages()]):
        nodes |= {node: about for node, about in spelled(block).items() if node in named}
    said: list[Statement] = [
        (s, p, o) for s, about in nodes.items() for p, values in about.items() for o in values
    ]
    begun = time.process_time()
    checker = ENGINES[engine](known)
    graph = MemoryGraph(said, checker.inverse)
    found = checker(graph, focus_nodes(known, graph))
    print(f"{time.process_time() - begun:.3f} {len(found)}")


def _pass(work: str, count: int, folder: Path) -> None:
    """Map and write plans, validated or not, as a build does."""
    source: Iterable[MergedPlan] = plans(count, _FAULTS if work == "faults" else 0)
    blocks = _blocks(_changed(source) if work == "changed" else source)
    passing: Blocks = blocks
    validation = None
    if work != "pass":
        validation = Validation(folder / "cache" if work in {"cached", "changed"} else None)
        for name, shared in references(_MINTER).items():
            _write(validation.shared(name, shared), folder / f"{name}.nt", folder)
        _write(
            validation.shared("plans", (source_block([page], _MINTER) for page in pages())),
            folder / "pages.nt",
            folder,
        )
        passing = validation.blocks(blocks)
    else:
        for name, shared in references(_MINTER).items():
            _write(shared, folder / f"{name}.nt", folder)
        _write((source_block([page], _MINTER) for page in pages()), folder / "pages.nt", folder)
    _write(passing, folder / "plans.nt", folder)
    if validation is not None:
        others = [folder / f"{name}.nt" for name in (*references(_MINTER), "pages")]
        report = validation.report(folder / "plans.nt", others, lambda _: None)
        write_reports(report._replace(traces=(NO_TRACE,) * len(report.results)), folder)
        print(f"{report.counts.get(_FAULTY, 0)} faults found, {validation.recalled} plans recalled")


def _write(blocks: Blocks, path: Path, scratch: Path) -> None:
    write(blocks, {"ntriples": path}, prefixes={}, context={}, scratch=scratch)


def _measured(*options: str) -> Cost:
    """Run this module in a process of its own, which is small when it starts: a peak is inherited."""
    command = [sys.executable, "-m", "bench.validating", "--child", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(options)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.strip())


def _engines(repeats: int) -> None:
    print(
        f"\n{_FEW:,} plans, medians of {repeats} (pySHACL once)\n{'shapes':<8}{'engine':<9}{'CPU s':>8}{'results':>9}{'MB':>7}"
    )
    for part in ("core", "all"):
        took = {}
        for engine, times in (("fast", repeats), ("pyshacl", 1)):
            costs = [_measured(engine, part) for _ in range(times)]
            took[engine] = statistics.median(float(cost.said.split()[0]) for cost in costs)
            print(
                f"{part:<8}{engine:<9}{took[engine]:8.2f}{costs[0].said.split()[1]:>9}{costs[0].peak:7.0f}",
                flush=True,
            )
        print(f"pyshacl / fast: {took['pyshacl'] / took['fast']:.0f}", flush=True)


def _build(count: int, repeats: int, folder: Path) -> None:
    print(f"\n{count:,} plans, medians of {repeats}\n{'work':<9}{'CPU s':>8}{'net s':>8}{'MB':>7}")
    works = ("pass", "validate", "faults", "cached", "changed")
    rounds = [{work: _measured(work, str(count), str(folder)) for work in works} for _ in range(repeats)]
    for work in works:
        cpu = statistics.median(each[work].cpu for each in rounds)
        net = statistics.median(each[work].cpu - each["pass"].cpu for each in rounds)
        print(f"{work:<9}{cpu:8.2f}{net:8.2f}{rounds[0][work].peak:7.0f}  {rounds[0][work].said}", flush=True)


def main() -> None:
    """Measure all, or be one of the processes when called with --child."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plans", type=int, nargs="+", default=[20_000])
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--without-pyshacl", action="store_true")
    options.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.child and len(chosen.child) == 2:  # noqa: PLR2004 - engine and shapes
        _compare(*chosen.child)
    elif chosen.child:
        work, count, folder = chosen.child
        _pass(work, int(count), Path(folder))
    else:
        if not chosen.without_pyshacl:
            _engines(chosen.repeats)
        for count in chosen.plans:
            with tempfile.TemporaryDirectory() as scratch:
                _build(count, chosen.repeats, Path(scratch))


if __name__ == "__main__":
    main()
