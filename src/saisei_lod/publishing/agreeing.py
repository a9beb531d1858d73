"""Remember which files of a release were found to say the same, so that a build need not compare them again.

What is remembered is the hash of the contents that were compared and of all that compared them: a changed
byte in a file, in our code or in the version of the parser makes it unknown. It lies in the user's cache
folder; where that cannot be used, everything is compared. ``saisei verify`` never asks it.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final

from saisei_lod import serialization, tables

__all__ = ["Agreed", "nothing_agreed"]

_NAME: Final = "agreed"
#: So many hashes are kept, the last ones, in 65 bytes each.
_KEPT: Final = 4096
_HEX: Final = 64


class Agreed:
    """The contents that agreed in former builds, and those of this one.

    ``hash_of`` gives the SHA-256 of a file. Without a folder nothing is remembered.
    """

    def __init__(self, folder: Path | None, hash_of: Callable[[Path], str]) -> None:
        self._file = folder / _NAME if folder is not None else None
        self._hash_of = hash_of
        self._known = dict.fromkeys(_read(self._file))
        self._used: dict[str, None] = {}
        self._judge = _judge() if self._file is not None else ""

    def has(self, question: str, files: Iterable[Path]) -> bool:
        """Tell whether the contents of these files, in this order, are known to agree."""
        if self._file is None:
            return False
        key = self._key(question, files)
        if key in self._known:
            self._used[key] = None
        return key in self._used

    def add(self, question: str, files: Iterable[Path]) -> None:
        """Remember that they agree."""
        if self._file is not None:
            self._used[self._key(question, files)] = None

    def _key(self, question: str, files: Iterable[Path]) -> str:
        lines = [self._judge, question, *[f"{self._hash_of(path)}  {path.name}" for path in files]]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def save(self) -> None:
        """Keep what agreed, those of this build last, in one step."""
        if self._file is None:
            return
        kept = [*(key for key in self._known if key not in self._used), *self._used][-_KEPT:]
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written = self._file.with_name(f".new-{_NAME}-{os.getpid()}")
            try:
                written.write_text("".join(f"{key}\n" for key in kept), encoding="ascii")
                written.replace(self._file)
            finally:
                written.unlink(missing_ok=True)


def nothing_agreed() -> Agreed:
    """Return a memory without memories, for those who compare everything."""
    return Agreed(None, lambda _: "")


def _read(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        lines = file.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in lines if len(line) == _HEX]


def _judge() -> str:
    """Return the hash of all that compares: our code, and the parser's version."""
    whole = hashlib.sha256(f"pyoxigraph {version('pyoxigraph')}\n".encode())
    packages: Mapping[str, Path] = {
        "serialization": Path(serialization.__file__).parent,
        "tables": Path(tables.__file__).parent,
        "comparing": Path(__file__).parent,
    }
    for name, folder in packages.items():
        for path in sorted(folder.glob("comparing*.py" if name == "comparing" else "*.py")):
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
