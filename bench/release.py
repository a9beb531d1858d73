"""Measure a release of generated plans, built, built again and verified: seconds, peaks of memory, sizes.

Run from the repository:  python -m bench.release [--plans 20000] [--folder DIR] [-- further options of saisei build]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from bench.generator import plans

from saisei_lod import resources
from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.registry import tables
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes

_FIRST_CODE: Final = 1000
_KEY_CODE: Final = slice(5, 10)


class _Line(msgspec.Struct, omit_defaults=True):
    page: Page | None = None
    plan: PlanRecord | None = None


def _codes() -> list[str]:
    """Return the local governments that were there all the time, so that every plan can name them."""
    rows = tables.load().governments.values()
    return sorted(
        row.code for row in rows if row.kind != "ward" and not row.exists_from and not row.exists_until
    )


def _days() -> list[tuple[int, str]]:
    return [(one.number, one.days[0].day) for one in load_rounds().rounds if one.number and one.days]


def _fitted(
    plan: PlanRecord, codes: list[str], days: list[tuple[int, str]], schemes: list[str]
) -> PlanRecord:
    """Return a generated plan with governments, a round and a scheme that exist."""
    makers = [
        msgspec.structs.replace(maker, code=codes[(int(maker.code or "") - _FIRST_CODE) % len(codes)])
        for maker in plan.makers
    ]
    number, day = days[(plan.certification.round or 0) % len(days)]
    key = f"r{number:03d}-{makers[0].code}-{(plan.id or '')[11:]}"
    certification = msgspec.structs.replace(plan.certification, round=number, date=day)
    amendments = [one for one in plan.amendments if (one.date or "") > day]
    scheme = schemes[int(key[-8:], 16) % len(schemes)]
    return msgspec.structs.replace(
        plan, id=key, makers=makers, certification=certification, amendments=amendments, schemes=[scheme]
    )


def _lines(count: int) -> Iterator[tuple[Page, PlanRecord]]:
    codes, days, schemes = _codes(), _days(), sorted(load_schemes().by_slug)
    for merged in plans(count):
        listed = merged.listings[0]
        code = codes[(int(listed.page.publisher.code or "") - _FIRST_CODE) % len(codes)]
        page = msgspec.structs.replace(
            listed.page,
            publisher=msgspec.structs.replace(listed.page.publisher, code=code),
            source=f"{code}-plans",
        )
        yield page, _fitted(merged.record, codes, days, schemes)


def write_data(folder: Path, count: int) -> None:
    """Write a folder of records: a bulk file a publisher, and this repository's publication.toml."""
    (folder / "plans").mkdir(parents=True)
    shutil.copyfile(resources.registry().parent / "publication.toml", folder / "publication.toml")
    encoder = msgspec.json.Encoder()
    pages: dict[str, list[bytes]] = {}
    for page, plan in _lines(count):
        own = pages.setdefault(page.source or "", [encoder.encode(_Line(page=page))])
        own.append(encoder.encode(_Line(plan=plan)))
    for source, written in pages.items():
        (folder / "plans" / f"{source}.jsonl").write_bytes(b"\n".join(written) + b"\n")


def measure(*command: str | Path) -> tuple[int, float, float]:
    """Run a command of saisei; return the exit status, the seconds on the clock and the peak in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "saisei_lod", *command, "--quiet"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Print what a release costs, and the size of each of its files and folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("further", nargs="*")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as scratch:
        folder = Path(scratch)
        write_data(folder / "data", given.plans)
        dist = folder / "dist"
        build = ("build", folder / "data", "-o", dist, *given.further)
        for name, command in (("build", build), ("build again", build), ("verify", ("verify", dist))):
            status, seconds, peak = measure(*command)
            print(
                f"{name}: {given.plans:,} plans, {seconds:.1f} s, peak {peak:.0f} MB (exit {status})",
                flush=True,
            )
        for path in sorted(dist.iterdir()):
            files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
            size = sum(one.stat().st_size for one in files) / 1e6
            print(f"{size:10.2f} MB  {len(files):6} files  {path.name}")


if __name__ == "__main__":
    main()
