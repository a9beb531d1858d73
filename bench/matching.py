"""Measure ``saisei read PAGE --against DATA`` with generated plans: whole processes, time and peak of memory.

Run from the repository:  python -m bench.matching [--plans 20000] [--repeats 3]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

import msgspec
from bench.generator import plans

from saisei_lod.records.model import Page, PageRecord, PlanRecord
from saisei_lod.records.writing import to_yaml

PAGE: Final = Path(__file__).resolve().parent.parent / "docs" / "tutorial" / "page.txt"
_KILOBYTE: Final = 1024


def main() -> None:
    """Write the plans in both forms of records, read a page against each, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    forms: dict[str, Callable[[Page, Iterable[PlanRecord]], bytes]] = {"jsonl": _bulk, "yaml": _yaml}
    with tempfile.TemporaryDirectory() as folder:
        for ending, form in forms.items():
            data = Path(folder) / ending
            files = _write(data / "plans", ending, form, asked.plans)
            runs = [_run(data) for _ in range(asked.repeats)]
            seconds, memory = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
            print(f"{ending}: {asked.plans} plans in {files} files, {seconds:.2f} s CPU, {memory} MB")


def _write(folder: Path, ending: str, form: Callable[[Page, Iterable[PlanRecord]], bytes], count: int) -> int:
    """Write the plans, a file for each page, and return the number of files."""
    folder.mkdir(parents=True)
    listed = sorted(
        ((merged.listings[0].page, merged.record) for merged in plans(count)),
        key=lambda pair: str(pair[0].source),
    )
    files = 0
    for page, group in groupby(listed, key=lambda pair: pair[0]):
        (folder / f"{page.source}.{ending}").write_bytes(form(page, (plan for _, plan in group)))
        files += 1
    return files


def _bulk(page: Page, listed: Iterable[PlanRecord]) -> bytes:
    lines: list[object] = [{"page": page}, *({"plan": plan} for plan in listed)]
    return b"\n".join(msgspec.json.encode(line) for line in lines)


def _yaml(page: Page, listed: Iterable[PlanRecord]) -> bytes:
    return to_yaml(PageRecord(page=page, plans=list(listed))).encode()


def _run(data: Path) -> tuple[float, int]:
    """Return the CPU seconds and the peak of memory in MB of one process."""
    command = [sys.executable, "-m", "saisei_lod", "read", str(PAGE), "--against", str(data), "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        message = f"{command} failed"
        raise RuntimeError(message)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // _KILOBYTE


if __name__ == "__main__":
    main()
