"""Sort more lines than memory holds: sorted runs on disk, joined where they do not overlap, else merged.

The lines of one subject travel together as one text. Texts are collected by namespace, since plans
that arrive in the order of their keys are then nearly sorted within each namespace. That is all the
namespaces are for: what is right is decided from the first and last subject of each run alone.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from saisei_lod.serialization.frame import Counts
from saisei_lod.serialization.sink import disk_faults

__all__ = ["LineSource", "SortedLines", "ready_lines"]

#: Bytes held in memory before they go to disk as a piece of a sorted run.
_CHUNK: Final = 8 << 20
#: Namespaces that are kept apart; subjects of further ones share the last place.
_LANES: Final = 64
#: Runs merged at once; each holds one open file and one buffer.
_FAN_IN: Final = 48
_BUFFER: Final = 1 << 18
_COPY: Final = 1 << 20


class LineSource(Protocol):
    """What gives sorted lines in pieces, as a file does."""

    def readlines(self, hint: int, /) -> list[bytes]:
        """Return the next lines, about ``hint`` bytes of them, and none at the end."""


class _Run:
    """A file of sorted, distinct lines, with the subjects of its first and last line."""

    __slots__ = ("first", "last", "path", "subjects")

    def __init__(self, path: Path, first: bytes) -> None:
        self.path = path
        self.first = first
        self.last = first
        self.subjects = 0


class _Lane:
    """A namespace: texts in memory by subject, further texts of the same subjects, and runs on disk."""

    __slots__ = ("again", "runs", "texts")

    def __init__(self) -> None:
        self.texts: dict[Hashable, bytes] = {}
        self.again: dict[Hashable, list[bytes]] = {}
        self.runs: list[_Run] = []


class SortedLines:
    """Collect the N-Triples lines of subjects in any order; give them back sorted, each once.

    ``folder`` must exist and is the caller's to remove. The order is that of code points over whole
    lines, which in UTF-8 is the order of bytes (RDFC-1.0, section 4.4.3, step 7).
    """

    __slots__ = ("_chunk", "_folder", "_held", "_lanes", "_made", "_shared", "_triples")

    def __init__(self, folder: Path, chunk: int = _CHUNK) -> None:
        self._folder = folder
        self._chunk = chunk
        self._held = 0
        self._lanes: dict[Hashable, _Lane] = {}
        self._shared = _Lane()
        self._made = 0
        self._triples = 0

    def add(self, namespace: Hashable, subject: Hashable, lines: bytes, count: int) -> None:
        """Take ``count`` lines of a subject in UTF-8: sorted, distinct, each ended by a line feed.

        ``namespace`` and ``subject`` are any names for these, the same for the same subject.
        """
        lane = self._lanes.get(namespace)
        if lane is None:
            lane, subject = self._new_lane(namespace, subject)
        if subject in lane.texts:
            lane.again.setdefault(subject, []).append(lines)
        else:
            lane.texts[subject] = lines
        self._triples += count
        self._held += len(lines)
        if self._held > self._chunk:
            self._spill()

    def finish(self, write: Callable[[bytes], object]) -> Counts:
        """Hand all lines in order to ``write`` and return how many triples and subjects they are."""
        self._spill()
        subjects = 0
        for cluster in _clusters([run for lane in self._all_lanes() for run in lane.runs]):
            with disk_faults(self._folder):
                run = self._merged(cluster)
            subjects += run.subjects
            with run.path.open("rb", buffering=0) as lines:
                while data := lines.read(_COPY):
                    write(data)
            run.path.unlink()
        return Counts(subjects, self._triples)

    def _new_lane(self, namespace: Hashable, subject: Hashable) -> tuple[_Lane, Hashable]:
        if len(self._lanes) < _LANES:
            return self._lanes.setdefault(namespace, _Lane()), subject
        return self._shared, (namespace, subject)

    def _all_lanes(self) -> list[_Lane]:
        return [*self._lanes.values(), self._shared]

    def _spill(self) -> None:
        for lane in self._all_lanes():
            if lane.texts:
                for subject, again in lane.again.items():
                    lane.texts[subject] = self._united([lane.texts[subject], *again])
                with disk_faults(self._folder):
                    self._append(lane.runs, sorted(lane.texts.values()))
                lane.texts.clear()
                lane.again.clear()
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
        path = self._folder / f"run-{self._made}.nt"
        path.touch(exist_ok=False)  # the rests of another run, once appended to, would spoil the order
        return _Run(path, first)

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
            for ready in ready_lines(files):
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


def ready_lines(files: Sequence[LineSource]) -> Iterator[list[bytes]]:
    """Yield the lines of sorted files in sorted lists, each of which ends before the next begins.

    All lines up to the least of the last lines that are in memory are complete, so they are sorted as
    one list: Python's sort finds the runs in it, and is several times faster than a heap of lines.
    """
    pending = [(file, file.readlines(_BUFFER)) for file in files]
    while pending := [(file, lines) for file, lines in pending if lines]:
        bound = min(lines[-1] for _, lines in pending)
        ready: list[bytes] = []
        for file, lines in pending:
            upto = len(lines) if lines[-1] <= bound else bisect_right(lines, bound)
            ready += lines[:upto]
            del lines[:upto]
            if not lines:
                lines.extend(file.readlines(_BUFFER))
        ready.sort()
        yield ready
