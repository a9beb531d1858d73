"""Look things up in a sorted file of N-Triples or N-Quads, whatever its size, without parsing it.

Lines are sorted by their bytes, so all that a file says of one subject stands together and is found by
halving the file.
"""

import mmap
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

__all__ = ["SortedFile"]


class SortedFile:
    """A sorted file of lines, mapped into memory while it is open; a context manager.

    Raises OSError where the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = ExitStack()
        self._data: mmap.mmap | bytes = b""

    def __enter__(self) -> Self:
        file = self._open.enter_context(self._path.open("rb"))
        if self._path.stat().st_size:  # an empty file cannot be mapped
            self._data = self._open.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._data = b""
        self._open.__exit__(kind, fault, trace)

    def beginning_with(self, start: bytes) -> Iterator[bytes]:
        """Yield the lines that begin with some bytes, each with its line feed."""
        place = self._first_not_before(start)
        while self._data[place : place + len(start)] == start and place < len(self._data):
            end = self._end_of_line(place)
            yield self._data[place:end]
            place = end

    def holding(self, word: bytes) -> Iterator[bytes]:
        """Yield the lines that hold some bytes, in their order; the whole file is read."""
        end = 0
        while (place := self._data.find(word, end)) >= 0:
            start = self._data.rfind(b"\n", 0, place) + 1
            end = self._end_of_line(place)
            yield self._data[start:end]

    def _first_not_before(self, start: bytes) -> int:
        """Return where the first line stands that does not come before some bytes."""
        low, high = 0, len(self._data)
        while low < high:
            line = self._data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self._data[line : line + len(start)] < start:
                low = self._end_of_line(line)
            else:
                high = line
        return low

    def _end_of_line(self, place: int) -> int:
        end = self._data.find(b"\n", place)
        return len(self._data) if end < 0 else end + 1
