"""Measure mapping and writing of generated plans as whole processes: ours, plain f-strings, rdflib.

Run from the repository:  python -m bench.writing [--plans 10000 100000] [--repeats 3] [--folder DIR]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench import floor, rdflib_writer
from bench.generator import plans

from saisei_lod import resources, vocabulary
from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.merging import MergedPlan
from saisei_lod.serialization import FORMATS, disagreement, write
from saisei_lod.terms import Namespace

Prefixes = Mapping[str, str]
Context = Mapping[str, object]
_CHECKED: Final = 500
_SLOW: Final = 10_000


class Cost(NamedTuple):
    """What one process cost: seconds on the clock, seconds of CPU, and MB at its peak."""

    wall: float
    cpu: float
    peak: float


def _ours(source: Iterable[MergedPlan], folder: Path, prefixes: Prefixes, context: Context) -> None:
    minter = Minter()
    outputs = {name: folder / f"plans.{row.extension}" for name, row in FORMATS.items()}
    blocks = (plan_block(plan, minter) for plan in source)
    write(blocks, outputs, prefixes=prefixes, context=context, scratch=folder)


def _generate(source: Iterable[MergedPlan], folder: Path, prefixes: Prefixes, context: Context) -> None:
    """Consume the plans and write nothing: what all others pay for before they begin."""
    del folder, prefixes, context
    for _ in source:
        pass


def _map(source: Iterable[MergedPlan], folder: Path, prefixes: Prefixes, context: Context) -> None:
    del folder, prefixes, context
    minter = Minter()
    for plan in source:
        plan_block(plan, minter)


_TOOLS: Final[dict[str, Callable[[Iterable[MergedPlan], Path, Prefixes, Context], None]]] = {
    "generate": _generate,
    "map": _map,
    "floor": floor.write,
    "ours": _ours,
    "ours-shuffled": _ours,
    "rdflib": rdflib_writer.write,
}


def _frame() -> tuple[Prefixes, Context]:
    """Return the prefixes and the JSON-LD context of a release."""
    terms = [getattr(vocabulary, name) for name in vocabulary.__all__]
    spaces = [*Minter().namespaces.values(), *[term for term in terms if isinstance(term, Namespace)]]
    context = json.loads((resources.ontology() / "context.jsonld").read_text("utf-8"))["@context"]
    return {space.prefix: space.base for space in spaces}, context


def _child(tool: str, count: int, folder: Path) -> None:
    _TOOLS[tool](plans(count, shuffled=tool.endswith("shuffled")), folder, *_frame())


def _measured(tool: str, count: int, folder: Path) -> Cost:
    return _run("--child", tool, str(count), str(folder))


def _run(*options: str) -> Cost:
    """Run this module in a process of its own, which is small when it starts: a peak is inherited."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "bench.writing", *options])
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(options)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def _compare(count: int, repeats: int, folder: Path) -> None:
    tools = [tool for tool in _TOOLS if tool != "rdflib" or count <= _SLOW]
    print(
        f"\n{count:,} plans, medians of {repeats}\n{'tool':<14}{'wall s':>8}{'CPU s':>8}{'net s':>8}{'MB':>7}"
    )
    # Rounds of all tools, so that a busy minute of the machine meets all of them.
    rounds = [{tool: _measured(tool, count, folder) for tool in tools} for _ in range(repeats)]
    costs = {tool: _median([each[tool] for each in rounds]) for tool in tools}
    net = {tool: cost.cpu - costs["generate"].cpu for tool, cost in costs.items()}
    for tool, cost in costs.items():
        print(f"{tool:<14}{cost.wall:8.2f}{cost.cpu:8.2f}{net[tool]:8.2f}{cost.peak:7.0f}")
    print(
        f"ours / floor: {costs['ours'].cpu / costs['floor'].cpu:.2f}, without generation {net['ours'] / net['floor']:.2f}"
    )
    if "rdflib" in costs:
        print(
            f"rdflib / ours: {costs['rdflib'].cpu / costs['ours'].cpu:.1f}, without generation {net['rdflib'] / net['ours']:.1f}"
        )


def _check(folder: Path) -> None:
    """Compare the graphs of all tools on a few plans: a figure counts only if they say the same."""
    written: list[Path] = []
    for tool in ("ours", "floor", "rdflib"):
        place = folder / tool
        place.mkdir()
        _child(tool, _CHECKED, place)
        written += [place / f"plans.{row.extension}" for row in FORMATS.values()]
    found = disagreement(written, scratch=folder)
    if found:
        raise SystemExit(f"the tools disagree: {found}")
    print(f"graphs of {_CHECKED} plans: {len(written)} files say the same")


def main() -> None:
    """Measure all tools, or be one of them when called with --child."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plans", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--repeats", type=int, default=3)
    options.add_argument("--folder", type=Path, help="where files are written (default: the system's)")
    options.add_argument("--child", nargs=3, metavar=("TOOL", "PLANS", "FOLDER"), help=argparse.SUPPRESS)
    options.add_argument("--check", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.check:
        _check(chosen.check)
        return
    if chosen.child:
        tool, count, folder = chosen.child
        _child(tool, int(count), Path(folder))
        return
    with tempfile.TemporaryDirectory(dir=chosen.folder) as scratch:
        _run("--check", scratch)
        for count in chosen.plans:
            _compare(count, chosen.repeats, Path(scratch))


if __name__ == "__main__":
    main()
