"""Measure claims: writing provenance.nq for generated plans, validating it by forms, explaining a plan from it.

Run from the repository:  python -m bench.provenance [--plans 10000 100000] [--folder DIR]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec
from bench.generator import plans
from bench.writing import _frame

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.claims import plan_claims, source_claims
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import MergedPlan
from saisei_lod.publishing.claims import validate_claims
from saisei_lod.querying.explaining import explain
from saisei_lod.records.evidence import Quote, as_evidence
from saisei_lod.records.model import Page
from saisei_lod.records.values import plan_values
from saisei_lod.serialization import FORMATS, QuadFile, write
from saisei_lod.terms import Description, Iri

Take = Callable[[Iri, list[Description]], None]
_SPREAD: Final = 7


def _told(merged: MergedPlan) -> MergedPlan:
    """Return a plan of which each value has words on its page, as a reader would have found them."""
    evidence, place = {}, 1000
    for value in plan_values(merged.record):
        words = value.said if value.path in {"title", "summary"} else f"{value.said}という語句"
        evidence[value.path] = as_evidence("era-date", value.said, [Quote(place, place + len(words), words)])
        place += len(words) + _SPREAD
    record = msgspec.structs.replace(merged.record, evidence=evidence)
    return merged._replace(record=record, listings=(merged.listings[0]._replace(plan=record),))


def _blocks(count: int, minter: Minter, take: Take | None) -> Iterator[list[Description]]:
    pages: dict[str | None, Page] = {}
    for merged in map(_told, plans(count)):
        block = plan_block(merged, minter)
        if take:
            for graph, claims in plan_claims(merged, block, minter):
                take(graph, claims)
        page = merged.listings[0].page
        pages[page.source] = page
        yield block
    for page in pages.values():
        block = source_block([page], minter)
        if take:
            for graph, claims in source_claims([page], block, minter):
                take(graph, claims)
        yield block


def _write(count: int, folder: Path, *, claims: bool) -> None:
    minter = Minter()
    prefixes, context = _frame()
    outputs = {name: folder / f"plans.{row.extension}" for name, row in FORMATS.items()}
    with QuadFile(folder / "provenance.nq", folder) as file:
        blocks = _blocks(count, minter, file.add if claims else None)
        write(blocks, outputs, prefixes=prefixes, context=context, scratch=folder)
        file.end()


def _validate(folder: Path) -> None:
    snapshots = folder / "snapshots.nt"
    kind = f" {v.SNAPSHOT_CLASS.nt} .\n".encode()
    with (folder / "plans.nt").open("rb") as lines:
        snapshots.write_bytes(b"".join(line for line in lines if line.endswith(kind)))
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    report = validate_claims(folder / "provenance.nq", snapshots, folder, lambda _: None)
    print(f"{len(report.results)} results")


def _child(work: str, count: int, folder: Path) -> None:
    if work == "validate":
        _validate(folder)
    elif work == "explain":
        key = next(plans(1)).key
        print(f"{len(explain(key, None, folder).said)} values of {key}")
    else:
        _write(count, folder, claims=work == "claims")


def _measured(work: str, count: int, folder: Path) -> str:
    begun = time.perf_counter()
    options = [sys.executable, "-m", "bench.provenance", "--child", work, str(count), str(folder)]
    process = subprocess.Popen(options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {work}")
    wall = time.perf_counter() - begun
    return f"{wall:8.2f}{usage.ru_utime + usage.ru_stime:8.2f}{usage.ru_maxrss / 1024:7.0f}"


def main() -> None:
    """Measure each step as a process of its own, or be one of them when called with --child."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plans", type=int, nargs="+", default=[10_000])
    options.add_argument("--folder", type=Path, help="where files are written (default: the system's)")
    options.add_argument("--child", nargs=3, metavar=("WORK", "PLANS", "FOLDER"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.child:
        work, count, folder = chosen.child
        _child(work, int(count), Path(folder))
        return
    for count in chosen.plans:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as scratch:
            print(f"\n{count:,} plans\n{'work':<14}{'wall s':>8}{'CPU s':>8}{'MB':>7}")
            for work in ("plans", "claims", "validate", "explain"):
                print(f"{work:<14}{_measured(work, count, Path(scratch))}", flush=True)
            with (Path(scratch) / "provenance.nq").open("rb") as lines:
                quads = sum(1 for _ in lines)
            size = (Path(scratch) / "provenance.nq").stat().st_size
            print(f"provenance.nq: {quads:,} quads, {size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
