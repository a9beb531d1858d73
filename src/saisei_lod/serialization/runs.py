"""Sort more lines than memory holds: sorted runs on disk, joined where they do not overlap, else merged.

The lines of one subject travel together as one text. Texts are collected by namespace, since plans
that arrive in the order of their keys are then nearly sorted within each namespace. That is all the
namespaces are for: what is right is decided from the first and last subject of each run alone.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Final

from saisei_lod.serialization.frame import Counts
from saisei_lod.serialization.sink import disk_faults

__all__ = ["SortedLines"]

#: Bytes held in memory before they go to disk as a piece of a sorted run.
_CHUNK: Final = 8 << 20
#: Namespaces that are kept apart; subjects of further ones share the last place.
_LANES: Final = 64
#: Runs merged at once; each holds one open file and one buffer.
_FAN_IN: Final = 48
_BUFFER: Final = 1 << 18
_COPY: Final = 1 << 20


class _Run:
    """A file of sorted, distinct lines, with the subjects of its first and last line."""

    __slots__ = ("first", "last", "path", "subjects")

    def __init__(self, path: Path, first: bytes) -> None:
        self.path = path
        self.first = first
        self.last = first
        self.subjects = 0


class SortedLines:
    """Collect the N-Triples lines of subjects in any order; give them back sorted, each once.

    ``folder`` must exist and is the caller's to remove. The order is that of code points over whole
    lines, which in UTF-8 is the order of bytes (RDFC-1.0, section 4.4.3, step 7).
    """

    __slots__ = ("_again", "_chunk", "_folder", "_held", "_lanes", "_made", "_runs", "_triples")

    def __init__(self, folder: Path, chunk: int = _CHUNK) -> None:
        self._folder = folder
        self._chunk = chunk
        self._held = 0
        self._lanes: dict[str, dict[str, bytes]] = {}
        self._again: defaultdict[str, list[bytes]] = defaultdict(list)
        self._runs: dict[str, list[_Run]] = {}
        self._made = 0
        self._triples = 0

    def add(self, subject: str, lines: bytes, count: int) -> None:
        """Take ``count`` lines of a subject in UTF-8: sorted, distinct, each ended by a line feed.

        ``subject`` is the IRI in angle brackets with which each of the lines begins.
        """
        namespace = subject[: subject.rfind("/") + 1]
        lane = self._lanes.get(namespace)
        if lane is None:
            lane = self._new_lane(namespace)
        if subject in lane:
            self._again[subject].append(lines)
        else:
            lane[subject] = lines
        self._triples += count
        self._held += len(lines)
        if self._held > self._chunk:
            self._spill()

    def finish(self, write: Callable[[bytes], object]) -> Counts:
        """Hand all lines in order to ``write`` and return how many triples and subjects they are."""
        self._spill()
        subjects = 0
        for cluster in _clusters([run for runs in self._runs.values() for run in runs]):
            with disk_faults(self._folder):
                run = self._merged(cluster)
            subjects += run.subjects
            with run.path.open("rb", buffering=0) as lines:
                while data := lines.read(_COPY):
                    write(data)
            run.path.unlink()
        return Counts(subjects, self._triples)

    def _new_lane(self, namespace: str) -> dict[str, bytes]:
        name = namespace if len(self._lanes) < _LANES else ""
        return self._lanes.setdefault(name, {})

    def _spill(self) -> None:
        for namespace, lane in self._lanes.items():
            if lane:
                for subject in self._again.keys() & lane.keys():
                    lane[subject] = self._united([lane[subject], *self._again[subject]])
                with disk_faults(self._folder):
                    self._append(self._runs.setdefault(namespace, []), sorted(lane.values()))
                lane.clear()
        self._again.clear()
        self._held = 0

    def _append(self, runs: list[_Run], texts: list[bytes]) -> None:
        """Write sorted texts behind a run that ends before they begin, or as a new run."""
        first, last = _subject(texts[0]), _subject(texts[-1])
        ending_before = [run for run in runs if run.last < first]
        if ending_before:
            run = max(ending_before, key=lambda run: run.last)
        else:
            run = self._new_run(first)
            runs.append(run)
        joined = b"".join(texts)
        with run.path.open("ab", buffering=0) as file:
            _write_all(file, joined)
        run.last = last
        run.subjects += len(texts)

    def _new_run(self, first: bytes) -> _Run:
        self._made += 1
        return _Run(self._folder / f"run-{self._made}.nt", first)

    def _merged(self, cluster: list[_Run]) -> _Run:
        """Return the runs of a cluster as one, merging no more of them at once than may be open."""
        while len(cluster) > 1:
            cluster = [self._merge(cluster[at : at + _FAN_IN]) for at in range(0, len(cluster), _FAN_IN)]
        return cluster[0]

    def _merge(self, runs: list[_Run]) -> _Run:
        merged = self._new_run(runs[0].first)
        with ExitStack() as open_files:
            out = open_files.enter_context(merged.path.open("wb"))
            files = [open_files.enter_context(run.path.open("rb")) for run in runs]
            subject = b"\n"  # which no line begins with
            for ready in _ready_lines(files):
                lines = [line for line, _ in groupby(ready)]
                self._triples -= len(ready) - len(lines)
                for line in lines:
                    if not line.startswith(subject):
                        merged.subjects += 1
                        subject = line[: line.index(b" ") + 1]
                out.writelines(lines)
        for run in runs:
            run.path.unlink()
        return merged

    def _united(self, texts: list[bytes]) -> bytes:
        """Return the lines of several texts about one subject, sorted, each once."""
        # Not splitlines(), which also breaks at a carriage return.
        stated = [line for text in texts for line in text.split(b"\n") if line]
        lines = sorted(set(stated))
        self._triples -= len(stated) - len(lines)
        return b"".join([b"%b\n" % line for line in lines])


def _subject(line: bytes) -> bytes:
    return line[: line.index(b" ")]


def _write_all(file: BinaryIO, data: bytes) -> None:
    written = file.write(data)
    while written < len(data):
        written += file.write(data[written:])


def _clusters(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """Yield the runs in order, those together whose ranges of subjects overlap."""
    cluster: list[_Run] = []
    last = b""
    for run in sorted(runs, key=lambda run: (run.first, run.last)):
        if cluster and run.first > last:
            yield cluster
            cluster = []
        last = max(last, run.last) if cluster else run.last
        cluster.append(run)
    if cluster:
        yield cluster


def _ready_lines(files: Sequence[BinaryIO]) -> Iterator[list[bytes]]:
    """Yield the lines of sorted files in sorted lists, each of which ends before the next begins.

    All lines up to the least of the last lines that are in memory are complete, so they are sorted as
    one list: Python's sort finds the runs in it, and is several times faster than a heap of lines.
    """
    pending = [(file, file.readlines(_BUFFER)) for file in files]
    while pending := [(file, lines) for file, lines in pending if lines]:
        bound = min(lines[-1] for _, lines in pending)
        ready: list[bytes] = []
        for file, lines in pending:
            upto = bisect_right(lines, bound)
            ready += lines[:upto]
            del lines[:upto]
            if not lines:
                lines.extend(file.readlines(_BUFFER))
        ready.sort()
        yield ready
