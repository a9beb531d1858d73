"""Read spoilt pages and see whether what must always hold does: bench/mutations.py spoils the test pages.

Run from the repository:  python -m bench.fuzz_reading [--minutes 10] [--seed 1] [--keep DIR]

What must hold of any bytes: no exception but SaiseiError, with a text in both languages; every line that is not
blank has a use or a finding; places lie within their lines and hold the words; the record is valid, encodes
as JSON and comes back from its YAML; a second reading says the same, in another process with other hashes too;
no reading takes longer or more memory than the limits. What does not hold is kept in DIR with the reason.
"""

import argparse
import contextlib
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

import msgspec
from bench.mutations import Page, mutated, pages

from saisei_lod.errors import SaiseiError
from saisei_lod.findings import Finding
from saisei_lod.interpreting import Known, KnownWords, as_json, read_record
from saisei_lod.reading import PageNotices, PageText, read_page
from saisei_lod.reading.containers.kinds import read_container
from saisei_lod.records.model import PageRecord
from saisei_lod.records.writing import to_yaml
from saisei_lod.registry import load
from saisei_lod.registry.linking import linker
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes

_MOST_SECONDS: Final = 10
_MOST_MEGABYTES: Final = 256
_ADDRESSES: Final = 1500 * 1024 * 1024
_SAMPLE: Final = 40


class Broken(Exception):
    """Something that must hold does not."""


def main() -> None:
    """Run workers until the time is over, each with a seed of its own; print what was found."""
    asked = _arguments()
    folder = Path(asked.keep or tempfile.mkdtemp(prefix="fuzz-reading-"))
    folder.mkdir(parents=True, exist_ok=True)
    if asked.worker:
        _work(asked.seed, asked.minutes * 60, folder)
        return
    if asked.verify:
        _verify(folder)
        return
    ends = time.monotonic() + asked.minutes * 60
    seed = asked.seed
    while (left := ends - time.monotonic()) > 1:
        status = _process("--worker", seed, min(left / 60, 5), folder)
        if status:
            _keep(folder, _current(folder), f"worker ended with status {status}")
        _process("--verify", seed + 1, 1, folder)
        seed += 1
    count = sum(int(path.read_text()) for path in folder.glob("count-*"))
    print(f"{count:,} pages, {len(list(folder.glob('broken-*.txt')))} kinds of faults, kept in {folder}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="where broken pages are kept (default: a new folder)")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--verify", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _process(role: str, seed: int, minutes: float, folder: Path) -> int:
    """Run a worker or verifier with string hashes of its own; return its exit status."""
    options = [role, "--seed", str(seed), "--minutes", f"{minutes:.3f}", "--keep", str(folder)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed % 1000 + 1)}
    return subprocess.run(
        [sys.executable, "-m", "bench.fuzz_reading", *options], env=environment, check=False
    ).returncode


def _work(seed: int, seconds: float, folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    random, every, known = Random(seed), pages(), _known()
    ends, count = time.monotonic() + seconds, 0
    sample: dict[str, str] = {}
    while time.monotonic() < ends:
        page = mutated(random, every)
        (folder / "current").write_bytes(page.name.encode() + b"\n" + page.data)
        count += 1
        try:
            digest = _check(page, known)
        except Exception as fault:  # noqa: BLE001 - that is what is looked for
            _keep(folder, page, _reason(fault))
            continue
        if count % _SAMPLE == 0:
            path = folder / f"sample-{seed}-{count}{page.suffix}"
            path.write_bytes(page.data)
            sample[path.name] = digest
        if _peak() > _MOST_MEGABYTES:
            _keep(folder, page, f"peak of memory {_MOST_MEGABYTES} MB passed")
            break
    (folder / f"count-{seed}").write_text(str(count))
    (folder / "sample.json").write_text(json.dumps(sample))


def _known() -> Known:
    return Known(load(), linker(), load_rounds(), load_schemes())


def _peak() -> float:
    """Return the peak of memory of this process and of the largest of its children, in MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def _verify(folder: Path) -> None:
    """Read the sample of the worker before again, and compare."""
    sample: dict[str, str] = (
        json.loads((folder / "sample.json").read_text()) if (folder / "sample.json").exists() else {}
    )
    for name, digest in sample.items():
        path = folder / name
        page = Page(f"page{path.suffix}", path.read_bytes())
        if _digest(page) != digest:
            _keep(folder, page, "another process says something else")
        path.unlink()
    (folder / "sample.json").write_text("{}")


def _current(folder: Path) -> Page:
    name, _, data = (folder / "current").read_bytes().partition(b"\n")
    return Page(name.decode(), data)


def _reason(fault: Exception) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    place = "" if isinstance(fault, Broken) else f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return f"{type(fault).__name__}: {str(fault)[:200]}{place}"


def _keep(folder: Path, page: Page, reason: str) -> None:
    """Keep a page under the hash of its reason, the smallest of each."""
    kind = hashlib.sha256(
        reason.partition(":")[0].encode() + reason.rpartition(" at ")[2].encode()[:60]
    ).hexdigest()[:8]
    path = folder / f"broken-{kind}.txt"
    kept = folder / f"broken-{kind}.page{page.suffix}"
    if not path.exists():
        print(f"{kind}: {reason}", flush=True)
    if not kept.exists() or kept.stat().st_size > len(page.data):
        path.write_text(reason)
        kept.write_bytes(page.data)


def _check(page: Page, known: Known) -> str:
    """Return the digest of a reading; raise where something does not hold."""
    begun = time.process_time()
    digest = _digest(page)
    taken = time.process_time() - begun
    if taken > _MOST_SECONDS:
        raise Broken(f"slow: {taken:.1f} s")
    with contextlib.suppress(SaiseiError):
        text = read_container(page.data, page.name)
        notices = read_page(page.data, name=page.name, lexicon=KnownWords(known))
        _check_lines(text, notices)
        _check_places(text, notices)
        _check_record(page)
        if _digest(page) != digest:
            raise Broken("a second reading says something else")
    return digest


def _digest(page: Page) -> str:
    try:
        said = msgspec.json.encode(as_json(_read(page)))
    except SaiseiError as error:
        said = (error.text("ja") + error.text("en")).encode()
    return hashlib.sha256(said).hexdigest()


def _read(page: Page):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the reading
    name = f"page{page.suffix}"
    return read_record(page.data, name=name, publisher=None, url=None, retrieved=None)


def _check_lines(text: PageText, notices: PageNotices) -> None:
    told = {finding.place.line for finding in notices.findings}
    lost = [line.number for line in text.lines if line.number not in notices.uses and line.number not in told]
    if lost:
        raise Broken(f"lines lost: {lost[:5]}")
    strange = set(notices.uses) - {line.number for line in text.lines}
    if strange:
        raise Broken(f"lines used that are none: {sorted(strange)[:5]}")


def _check_places(text: PageText, notices: PageNotices) -> None:
    lines = {line.number: line for line in text.lines}
    decoded = text.decoded
    for piece in _pieces(notices):
        line = lines.get(piece.line)
        if line is None or line.text[piece.column : piece.column + len(piece.text)] != piece.text:
            raise Broken(f"a place does not hold its words: {piece}")
        start = line.start + piece.column
        if decoded[start : start + len(piece.text)] != piece.text:
            raise Broken(f"the decoded text does not hold the words: {piece}")
    if any(first > last for first, last in (notice.lines for notice in notices.notices)):
        raise Broken("a notice ends before it begins")


def _pieces(notices: PageNotices) -> Iterator:  # type: ignore[type-arg]
    for notice in notices.notices:
        for parts in notice.parts.values():
            for part in parts:
                if not part.pieces:
                    raise Broken("a part without words")
                yield from part.pieces
        for file in notice.files:
            yield from file.part.pieces
        for indicator in notice.indicators:
            yield from indicator.name.pieces
    for part in (*notices.header, *(notices.contact or ())):
        yield from part.pieces if part else ()


def _check_record(page: Page) -> None:
    reading = _read(page)
    built = msgspec.to_builtins(reading.record)
    if msgspec.convert(built, PageRecord) != reading.record:
        raise Broken("the record does not come back from its JSON")
    if len(page.data) % 7 == 0:
        _check_yaml(reading.record)
    if any(not isinstance(finding, Finding) for finding in reading.findings):
        raise Broken("a finding that is none")


def _check_yaml(record: PageRecord) -> None:
    import yaml  # noqa: PLC0415 - for a share of the pages

    loaded = yaml.safe_load(to_yaml(record))
    if msgspec.convert(loaded, PageRecord) != record:
        raise Broken("the record does not come back from its YAML")


if __name__ == "__main__":
    main()
