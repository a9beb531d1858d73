"""Follow a release's event stream as a client does, and check that it leads to what the release says."""

import filecmp
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from saisei_lod.changes.history import History, load_history
from saisei_lod.changes.releases import read_head
from saisei_lod.changes.replay import replay
from saisei_lod.changes.writing import STREAM, files_of
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.changes import REPLAY_DIFFERS, STREAM_MISSING

__all__ = ["check_changes"]


def check_changes(release: Path, scratch: Path) -> Iterator[Finding]:
    """Yield a finding for each graph that replaying the stream does not give.

    A release without a stream, made by an older program, is told as such. Raises InputError for a stream
    that is damaged.
    """
    stream = release / STREAM
    if not stream.is_dir():
        yield STREAM_MISSING.at(Place(file=STREAM))
        return
    history = load_history(stream, read_head(release).base)
    replayed, stated = scratch / "replayed", scratch / "stated"
    replayed.mkdir()
    stated.mkdir()
    yield from _differing(history, files_of(release, stated), replay(history.pages, replayed, scratch))


def _differing(history: History, stated: dict[str, Path], replayed: dict[str, Path]) -> Iterator[Finding]:
    for name, path in stated.items():
        if name in replayed and not filecmp.cmp(path, replayed[name], shallow=False):
            place = Place(file=f"{STREAM}/{history.releases[-1].date}.json" if history.releases else STREAM)
            yield REPLAY_DIFFERS.at(place, text=_first_difference(path, replayed[name]), graph=f"{name}.nt")


def _first_difference(path: Path, other: Path) -> str:
    """Return the first line that only one of two sorted files holds."""
    with path.open("rb") as left, other.open("rb") as right:
        for mine, theirs in zip_longest(left, right):
            if mine != theirs:
                line: bytes = min(filter(None, (mine, theirs)))
                return line.decode(errors="replace").rstrip("\n")
    return ""
