"""Measure the change log on many plans: size of the history, time and memory of comparing, writing and replaying.

Run: python -m bench.changes [--plans 20000]
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.generator import plans

from saisei_lod import vocabulary
from saisei_lod.changes.comparing import changes_of, differences
from saisei_lod.changes.pages import PageWriter
from saisei_lod.changes.releases import Head, State, opened
from saisei_lod.changes.replay import replay
from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.serialization import write
from saisei_lod.terms import Description, Namespace

_BASE = "https://w3id.org/saisei/id/"
_CHANGED = 100


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--plans", type=int, default=20_000)
    count = parser.parse_args().plans
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = _written(plans(count), folder / "first.nt", folder)
        second = folder / "second.nt"
        _change(first, second)
        _first_release(first, folder)
        _next_release(first, second, folder)
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _written(generated: Iterator[object], path: Path, scratch: Path) -> Path:
    minter = Minter(_BASE)
    blocks: Iterator[list[Description]] = (plan_block(plan, minter) for plan in generated)  # type: ignore[arg-type]
    write(blocks, {"ntriples": path}, prefixes={}, context={}, scratch=scratch)
    print(f"plans.nt: {path.stat().st_size / 1e6:.1f} MB")
    return path


def _change(source: Path, target: Path) -> None:
    """Copy a graph with one title in a hundred changed."""
    number = 0
    with source.open("rb") as lines, target.open("wb") as out:
        for line in lines:
            if b"/id/plan/" in line[:60] and b"dc/terms/title>" in line:
                number += 1
                if number % _CHANGED == 0:
                    out.write(line.replace(b'> "', '> "新'.encode()))
                    continue
            out.write(line)


def _prefixes(minter: Minter) -> Mapping[str, str]:
    named = (getattr(vocabulary, name) for name in vocabulary.__all__)
    spaces = [*minter.namespaces.values(), *[space for space in named if isinstance(space, Namespace)]]
    return {space.prefix: space.base for space in spaces}


def _pages(old: State | None, new: State, folder: Path, day: str) -> list[Path]:
    began = time.perf_counter()
    writer = PageWriter(folder, "https://example.org/ldes/", _BASE, day, _prefixes(Minter(_BASE)))
    changes = changes_of(old, new, writer.through(differences(old, new)))
    made = [folder / page[0] for page in writer.pages]
    size = sum(path.stat().st_size for path in made)
    print(
        f"{day}: {len(changes.changes):,} changes, {len(made)} pages, {size / 1e6:.2f} MB, "
        f"{time.perf_counter() - began:.1f} s"
    )
    return made


def _first_release(first: Path, folder: Path) -> None:
    with opened(Head(_BASE, "2026-01-01", "1"), {"plans": first}) as state:
        _pages(None, state, folder, "2026-01-01")


def _next_release(first: Path, second: Path, folder: Path) -> None:
    heads = Head(_BASE, "2026-01-01", "1"), Head(_BASE, "2026-02-01", "2")
    with opened(heads[0], {"plans": first}) as old, opened(heads[1], {"plans": second}) as new:
        _pages(old, new, folder, "2026-02-01")
    began = time.perf_counter()
    target = folder / "replayed"
    target.mkdir()
    replayed = replay(folder.glob("*.trig"), target, folder)
    same = replayed["plans"].read_bytes() == second.read_bytes()
    print(f"replay of all pages: {time.perf_counter() - began:.1f} s, the same graph: {same}")
    shutil.rmtree(target)


if __name__ == "__main__":
    main()
