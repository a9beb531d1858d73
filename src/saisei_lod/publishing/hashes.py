"""Hash each file of a release once, however many state its hash."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from saisei_lod.sums import sha256_of

__all__ = ["Hashes", "joint_hash"]


class Hashes:
    """The SHA-256 of files that do not change any more, in lower-case hex, looked up by path."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """Return the SHA-256 of a file."""
        if path not in self._known:
            self._known[path] = sha256_of(path)
        return self._known[path]


def joint_hash(paths: Iterable[Path]) -> str:
    """Return one hash for many files, whatever their names and order.

    It is the SHA-256 of their hashes, sorted, a line each:
    ``sha256sum FILES | cut -c1-64 | LC_ALL=C sort | sha256sum``.
    """
    lines = sorted(f"{sha256_of(path)}\n" for path in paths)
    return sha256("".join(lines).encode("ascii")).hexdigest()
