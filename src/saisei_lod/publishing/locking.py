"""Keep two builds of one release apart: a lock beside the folder, which the system releases when a build dies.

Advisory locks of whole files (flock(2)). The file is removed by whoever holds it, so a build that waited for
nothing leaves nothing; one that was killed leaves an empty file, which the next build takes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.serialization.sink import disk_faults

try:
    import fcntl
except ImportError:  # pragma: no cover - systems without flock, where builds are not kept apart
    fcntl = None  # type: ignore[assignment]

__all__ = ["locked"]


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of a release folder; raise EnvironmentFault at once where another build holds it."""
    path = target.with_name(f".{target.name}.lock")
    handle = _taken(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # while it is held: whoever opened it sees that it is gone
        os.close(handle)


def _taken(path: Path) -> int:
    """Return an open and locked file that still lies at ``path``."""
    while True:
        with disk_faults(path):
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            os.close(handle)
            raise _held(path) from held
        if _lies_at(path, handle):
            return handle
        os.close(handle)  # the former holder removed it between our opening and our locking


def _lies_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _held(path: Path) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(
            "同じ出力先への saisei build がほかで実行中です。",
            "Another saisei build is writing this release.",
        ),
        where=str(path),
        expected=Bilingual("出力先ごとに 1 つの実行", "one build at a time for an output folder"),
        todo=Bilingual(
            "終わるのを待つか、別の出力先を -o で指定してください。",
            "Wait until it is done, or name another place with -o.",
        ),
    )
