"""Measure the query pack on generated plans: in memory, from the index on disk, and in rdflib.

One process after another, so that no measurement warms another's caches:
``build`` makes a release of generated plans; ``memory`` and ``disk`` ask every query of the pack cold (first time
in the process) and warm (median of the repeats); ``rdflib`` asks the queries named, each with a time limit. The
generated plans are real in form; rounds, schemes and the registry are those of data/. Federated queries and those
that need files beside the graph are left out.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.generator import plans

from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.publishing import build
from saisei_lod.publishing.checksums import write_checksums
from saisei_lod.querying import Bound, bind, load_store, pack, run
from saisei_lod.querying.indexing import open_index
from saisei_lod.serialization import write

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Graph

_PARTS: Final = ("plans.nt", "registry.nt", "schemes.nt", "rounds.nt")
_OTHER: Final = ("SERVICE", "shacl#", "GRAPH", "estat-measure")
#: Asked of rdflib: one with a date, one of counts, one of a place, one of a path, one of a join.
_SAMPLE: Final = (
    "plans-covering-municipality",
    "plan-history",
    "plans-by-scheme-and-year",
    "plans-per-round",
    "plans-ending-soon",
)
_LIMIT: Final = 240.0


def _bound(first: str) -> list[Bound]:
    """Return the queries of the pack, bound to their examples; a plan asked for is one that there is."""
    queries = [query for query in pack() if not any(word in query.text for word in _OTHER)]
    given = {
        query.name: {
            p.name: first if p.kind == "key" else p.value for p in query.parameters if p.need == "required"
        }
        for query in queries
    }
    return [bind(query, given[query.name]) for query in queries]


def _build(count: int, folder: Path) -> None:
    """Make a release of generated plans; without claims, which queries of the pack do not need here."""
    dist = folder / "dist"
    build(Path(__file__).parents[1] / "data", dist)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        blocks = (plan_block(plan, Minter()) for plan in plans(count))
        write(blocks, {"ntriples": dist / "plans.nt"}, prefixes={}, context={}, scratch=Path(scratch))
    (dist / "provenance.nq").unlink()
    (dist / "SHA256SUMS").unlink()
    write_checksums(dist)
    triples = sum(1 for name in _PARTS for _ in (dist / name).open("rb"))
    print(f"{count:,} plans, {triples:,} triples with registry, schemes and rounds")


def _first_key(dist: Path) -> str:
    with (dist / "plans.nt").open(encoding="utf-8") as file:
        return next(line.split("/plan/", 1)[1].split(">", 1)[0] for line in file if "/plan/" in line)


def _timed(bound: Bound, store: "Store") -> tuple[float, int]:
    began = time.perf_counter()
    rows = len(run(bound, store).rows.rows)
    return time.perf_counter() - began, rows


def _pack(store: "Store", opened: float, dist: Path, repeats: int) -> dict[str, float]:
    """Ask every query cold and warm; print and return the warm seconds by name."""
    print(f"  opened in {opened:.2f} s")
    cold, warm = {}, {}
    for bound in _bound(_first_key(dist)):
        name = bound.query.name
        cold[name], rows = _timed(bound, store)
        warm[name] = statistics.median(_timed(bound, store)[0] for _ in range(repeats))
        print(f"  {name:32} cold {cold[name]:7.3f} s  warm {warm[name]:7.3f} s  {rows:,} rows", flush=True)
    for label, found in (("cold", cold), ("warm", warm)):
        values = sorted(found.values())
        p95 = values[round(0.95 * (len(values) - 1))]
        print(
            f"  {label}: median {statistics.median(values):.3f} s, p95 {p95:.3f} s, slowest {values[-1]:.3f} s"
        )
    return warm


def _in_memory(dist: Path, repeats: int) -> dict[str, float]:
    began = time.perf_counter()
    store = load_store([dist / name for name in _PARTS])
    return _pack(store, time.perf_counter() - began, dist, repeats)


def _on_disk(dist: Path, repeats: int) -> dict[str, float]:
    began = time.perf_counter()
    open_index(dist)
    print(f"  first opening, which builds the index: {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    store = open_index(dist)
    return _pack(store, time.perf_counter() - began, dist, repeats)


def _in_rdflib(dist: Path, repeats: int) -> dict[str, float]:
    """Ask rdflib the sample; a query is ended with the process where it takes too long."""
    from rdflib import Graph  # noqa: PLC0415 - of this measurement alone

    del repeats
    began = time.perf_counter()
    graph = Graph()
    for name in _PARTS:
        graph.parse(dist / name, format="nt")
    print(f"  loaded in {time.perf_counter() - began:.1f} s", flush=True)
    found = {}
    for bound in _bound(_first_key(dist)):
        if bound.query.name in _SAMPLE:
            seconds = _within(graph, bound.text)
            found[bound.query.name] = seconds
            said = f"{seconds:.1f} s" if seconds < _LIMIT else f"more than {_LIMIT:g} s"
            print(f"  {bound.query.name:32} {said}", flush=True)
    return found


def _within(graph: "Graph", text: str) -> float:
    """Return the seconds of a query in a process forked from this one, at most the limit."""
    began = time.perf_counter()
    process = multiprocessing.get_context("fork").Process(target=_consume, args=(graph, text))
    process.start()
    process.join(_LIMIT)
    if process.is_alive():
        process.kill()
        process.join()
    return time.perf_counter() - began


def _consume(graph: "Graph", text: str) -> None:
    for _ in graph.query(text):
        pass


_WAYS: Final = {"memory": _in_memory, "disk": _on_disk, "rdflib": _in_rdflib}


def _child(way: str, dist: Path, repeats: int) -> dict[str, float]:
    """Run one measurement in a process of its own, whose figures stand in the last line."""
    command = [
        sys.executable,
        "-m",
        "bench.querying",
        "--way",
        way,
        "--dist",
        str(dist),
        "--repeats",
        str(repeats),
    ]
    environment = {**os.environ, "XDG_CACHE_HOME": str(dist.parent / "cache")}
    lines = []
    print(way)
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            lines.append(line)
            if not line.startswith("{"):
                print(line, end="", flush=True)
    figures: dict[str, float] = json.loads(lines[-1])
    return figures


def main() -> None:
    """Run one measurement, or all of them in processes of their own, and print the ratios to rdflib."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--way", choices=_WAYS)
    parser.add_argument("--dist", type=Path)
    options = parser.parse_args()
    if options.way:
        print(json.dumps(_WAYS[options.way](options.dist, options.repeats)))
        return
    with tempfile.TemporaryDirectory(prefix="saisei-bench-") as name:
        folder = Path(name)
        _build(options.plans, folder)
        found = {way: _child(way, folder / "dist", options.repeats) for way in _WAYS}
    for query, seconds in found["rdflib"].items():
        ratios = ", ".join(f"{seconds / found[way][query]:,.0f} times {way}" for way in ("memory", "disk"))
        print(f"{query:32} rdflib takes {'more than ' if seconds >= _LIMIT else ''}{ratios}")


if __name__ == "__main__":
    main()
