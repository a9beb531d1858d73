"""Sort lines of bytes that may be more than memory holds.

Lines are sorted in memory while they fit, else in runs on disk that are merged as they are read
(external merge sort: Knuth, The Art of Computer Programming, volume 3, section 5.4).
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual, EnvironmentFault

__all__ = ["IN_MEMORY", "SortedLines"]

#: Bytes of lines that are held in memory before they go to disk.
IN_MEMORY: Final = 24 * 1024 * 1024
_OVERHEAD: Final = 48  # of a bytes object and its place in a list


class SortedLines:
    """Lines of bytes, each with its line feed, in the order of their bytes; iterate any number of times.

    Runs are written to ``scratch``, a folder that the caller makes and removes.
    """

    def __init__(self, scratch: Path, in_memory: int = IN_MEMORY) -> None:
        self._scratch = scratch
        self._limit = in_memory
        self._lines: list[bytes] = []
        self._held = 0
        self._runs: list[Path] = []

    def add(self, line: bytes) -> None:
        """Take one more line; EnvironmentFault where the disk does not take a run."""
        self._lines.append(line)
        self._held += len(line) + _OVERHEAD
        if self._held > self._limit:
            self._spill()

    def __iter__(self) -> Iterator[bytes]:
        self._lines.sort()
        if not self._runs:
            yield from self._lines
            return
        with ExitStack() as stack:
            runs: list[Iterable[bytes]] = [stack.enter_context(path.open("rb")) for path in self._runs]
            yield from merge(*runs, self._lines)

    def _spill(self) -> None:
        self._lines.sort()
        path = self._scratch / f"run-{len(self._runs):04d}"
        try:
            with path.open("wb") as run:
                run.writelines(self._lines)
        except OSError as error:
            raise EnvironmentFault(
                Bilingual(
                    f"作業用のファイルを書けません({error.strerror})。",
                    f"A working file cannot be written ({error.strerror}).",
                ),
                where=str(path),
                expected=Bilingual("記録と同じほどの空き容量", "free space of about the size of the records"),
                todo=Bilingual(
                    "空き容量を増やすか、別の作業フォルダーを使ってください。",
                    "Free some space or use another working folder.",
                ),
            ) from error
        self._runs.append(path)
        self._lines = []
        self._held = 0
