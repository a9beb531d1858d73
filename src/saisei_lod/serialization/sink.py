"""Write text to a file in large pieces, and say plainly when the disk does not allow it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from saisei_lod.errors import Bilingual, EnvironmentFault

__all__ = ["Sink", "disk_faults"]

#: Characters held before they are encoded and written: fewer, larger writes, and memory stays flat.
_HELD: Final = 1 << 19


@contextlib.contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Turn an error of the operating system at ``path`` into an EnvironmentFault that names it."""
    try:
        yield
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise EnvironmentFault(
            Bilingual(f"ファイルに書き込めません ({reason})。", f"The file cannot be written ({reason})."),
            where=str(path),
            expected=Bilingual(
                "空き容量のある書き込み可能なフォルダー", "a folder that can be written, with space left"
            ),
            todo=Bilingual(
                "空き容量と書き込みの権限を確かめるか、別の出力先を指定してください。",
                "Check the free space and the permissions, or name another place for the output.",
            ),
        ) from fault


class Sink:
    """A UTF-8 file that is written in large pieces, and removed where the work fails midway."""

    __slots__ = ("_file", "_held", "_size", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: list[str] = []
        self._size = 0
        with disk_faults(path):
            self._file = path.open("wb", buffering=0)

    def write(self, text: str) -> None:
        """Hold a text, and write what is held once it is enough."""
        self._held.append(text)
        self._size += len(text)
        if self._size > _HELD:
            self._flush()

    def write_bytes(self, data: bytes) -> None:
        """Write bytes that are UTF-8 already."""
        self._flush()
        self._put(data)

    def _flush(self) -> None:
        if self._held:
            data = "".join(self._held).encode()
            self._held.clear()
            self._size = 0
            self._put(data)

    def _put(self, data: bytes) -> None:
        """Write all of ``data``: an unbuffered file may take a part of it only, as on a filling disk."""
        with disk_faults(self.path):
            written = self._file.write(data)
            while written < len(data):
                written += self._file.write(data[written:])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._abandon()
            return
        try:
            self._flush()
            with disk_faults(self.path):
                self._file.close()
        except EnvironmentFault:
            self._abandon()
            raise

    def _abandon(self) -> None:
        """Close and remove the half-written file; what stopped the work is reported, not this."""
        with contextlib.suppress(OSError):
            self._file.close()
        if self.path.is_file():
            self.path.unlink(missing_ok=True)
