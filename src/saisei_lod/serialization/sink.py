"""Write a file in large pieces, and say plainly when the disk does not allow it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self

from saisei_lod.errors import Bilingual, EnvironmentFault

__all__ = ["Sink", "Target", "disk_faults"]

_BUFFER: Final = 1 << 18


@contextlib.contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Turn an error of the operating system at ``path`` into an EnvironmentFault that names it."""
    try:
        yield
    except OSError as fault:
        raise _fault(path, fault) from fault


def _fault(path: Path, fault: OSError) -> EnvironmentFault:
    reason = fault.strerror or type(fault).__name__
    return EnvironmentFault(
        Bilingual(f"ファイルに書き込めません ({reason})。", f"The file cannot be written ({reason})."),
        where=str(path),
        expected=Bilingual(
            "空き容量のある書き込み可能なフォルダー", "a folder that can be written, with space left"
        ),
        todo=Bilingual(
            "空き容量と書き込みの権限を確かめるか、別の出力先を指定してください。",
            "Check the free space and the permissions, or name another place for the output.",
        ),
    )


class Target(Protocol):
    """What takes the bytes of a document: a file, or memory."""

    def write(self, data: bytes, /) -> None:
        """Take a piece of UTF-8."""


class Sink:
    """A UTF-8 file that is written in large pieces, and removed where the work fails midway."""

    __slots__ = ("_file", "path")

    def __init__(self, path: Path) -> None:
        self.path = path
        with disk_faults(path):
            self._file = path.open("wb", buffering=_BUFFER)

    def write(self, data: bytes) -> None:
        """Write a piece of UTF-8."""
        try:
            self._file.write(data)
        except OSError as fault:
            raise _fault(self.path, fault) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._abandon()
            return
        try:
            self._file.close()
        except OSError as failure:
            self._abandon()
            raise _fault(self.path, failure) from failure

    def _abandon(self) -> None:
        """Close and remove the half-written file; what stopped the work is reported, not this."""
        with contextlib.suppress(OSError):
            self._file.close()
        if self.path.is_file():
            self.path.unlink(missing_ok=True)
