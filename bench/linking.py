"""Measure the linker: accuracy by category, texts a second, start-up, memory; beside a naive one.

Run from the repository:  python -m bench.linking [ROWS.tsv …]

Rows are tables in the form of tests/registry/linking/rows.tsv. Without any, those are taken, and the
examples beside the repository where they are there. Seconds are of one core, as the best of some
rounds; start-up is the time of a whole process, as the median of some.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from bench.naive_linker import NaiveLinker

from saisei_lod.registry import load
from saisei_lod.registry.linking import Linker, Resolution
from saisei_lod.registry.linking.accuracy import Row, by_category, read_rows

_ROOT: Final = Path(__file__).resolve().parent.parent
_TABLES: Final = (
    _ROOT / "tests" / "registry" / "linking" / "rows.tsv",
    _ROOT.parent / "shared" / "registry" / "linking_examples.tsv",
)
_ROUNDS: Final = 5
_REPEATS: Final = 20
_MEGABYTE: Final = "長井市と南陽市は、山の港町として、豊かな水と共に栄えてきたまちである。" * 10_000
#: VmHWM is the peak of the process itself; ru_maxrss would hold that of the parent until the start.
_PROCESS: Final = """
import os
from saisei_lod.registry.linking import linker
assert linker().resolve("北海道並びに旭川市").codes == ("01000", "01204")
status = open("/proc/self/status") if os.path.exists("/proc/self/status") else ()
print(*(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def main() -> None:
    """Print the figures of each table, then those of the process."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", nargs="*", type=Path, help="tables of texts and codes")
    registry = load()
    links, naive = Linker(registry), NaiveLinker(registry)
    ours = _with_context(links)
    for path in parser.parse_args().rows or [path for path in _TABLES if path.exists()]:
        rows = read_rows(path)
        print(f"{path.name}: {len(rows)} rows")
        _print_accuracy(rows, ours, lambda row: naive.resolve(row.text))
        _print_speed(rows, ours, lambda row: naive.resolve(row.text))
    seconds = _best(lambda: links.resolve(_MEGABYTE), 1)
    print(f"one line of {len(_MEGABYTE.encode()) / 1e6:.1f} MB: {seconds:.2f} s")
    _print_process()


def _with_context(links: Linker) -> Callable[[Row], Resolution]:
    def resolve(row: Row) -> Resolution:
        return links.resolve(row.text, prefecture=row.context_prefecture or None, on=row.date or None)

    return resolve


def _print_accuracy(rows: list[Row], *resolves: Callable[[Row], Resolution]) -> None:
    counted = [by_category(rows, resolve) for resolve in resolves]
    print(f"  {'category':<24}{'rows':>6}{'linker':>8}{'naive':>8}")
    for category, (_, count) in counted[0].items():
        print(f"  {category:<24}{count:>6}" + "".join(f"{one[category][0]:>8}" for one in counted))
    shares = [100 * sum(right for right, _ in one.values()) / len(rows) for one in counted]
    print(f"  {'all':<24}{len(rows):>6}" + "".join(f"{share:>7.1f}%" for share in shares))


def _print_speed(rows: list[Row], *resolves: Callable[[Row], Resolution]) -> None:
    for name, resolve in zip(("linker", "naive"), resolves, strict=True):
        seconds = _best(lambda resolve=resolve: _each(rows, resolve), _REPEATS)  # type: ignore[misc]
        print(f"  {name}: {len(rows) / seconds:,.0f} texts a second")


def _each(rows: Iterable[Row], resolve: Callable[[Row], Resolution]) -> None:
    for row in rows:
        resolve(row)


def _best(work: Callable[[], object], repeats: int) -> float:
    """Return the seconds of the processor that one run takes, as the best of some rounds."""
    rounds = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        for _ in range(repeats):
            work()
        rounds.append((time.process_time() - start) / repeats)
    return min(rounds)


def _print_process() -> None:
    """Print start-up and memory of a process that loads the tables and resolves one text."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    seconds, kilobytes = [], []  # without /proc no memory is told
    for _ in range(2 * _ROUNDS + 1):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _PROCESS], capture_output=True, text=True, check=True, env=environment
        )
        seconds.append(time.perf_counter() - start)
        kilobytes.append(int(done.stdout or 0))
    print(
        f"whole process, one text: {1000 * statistics.median(seconds):.0f} ms (best {1000 * min(seconds):.0f} ms)"
    )
    print(f"memory at its peak: {max(kilobytes) / 1024:.0f} MB")


if __name__ == "__main__":
    main()
