"""Keep what each block gave, so that a plan that has not changed is not validated again.

A block is found by its own content, and its results hold as long as the nodes of the shared graph that were
looked up for it say what they said. All is kept under the hash of the shapes, of the libraries and of this
package's own code: a change of any of these begins anew. The file lies in the user's cache folder, outside
of every release; where that folder cannot be used, work goes on without.
"""

import hashlib
import os
import platform
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Self

import msgspec

from saisei_lod import resources
from saisei_lod.validation.access import About, MemoryGraph

__all__ = ["Kept", "Memory", "StoredHit", "cache_folder", "fingerprint"]

_PACKAGE: Final = Path(__file__).resolve().parent
_LIBRARIES: Final = ("msgspec", "pyoxigraph", "saisei-lod")
_FILES_KEPT: Final = 8
#: So many blocks are kept at most, in about 100 bytes each on disk and 400 in memory.
_BLOCKS_KEPT: Final = 200_000
_SIZE: Final = 16

StoredHit = tuple[str, str, str, str | None, str | None]
"""A result: shape, component, focus node, value and predicate."""


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder for what is kept, None where there is no home."""
    return resources.cache("validation", environment)


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What a block gave: its results, the shared nodes looked up (by number), and what these said together."""

    hits: tuple[StoredHit, ...]
    nodes: tuple[int, ...]
    said: bytes


class _Stored(msgspec.Struct, array_like=True):
    nodes: list[str]
    blocks: dict[bytes, Kept]


_DECODER: Final = msgspec.msgpack.Decoder(_Stored)


class Memory:
    """The blocks of the last validation, and those of this one.

    ``file`` is where they are kept, None for nowhere; with ``forget`` nothing of the last one is used.
    ``found`` counts the blocks that were not validated again.
    """

    def __init__(self, shared: MemoryGraph, file: Path | None, *, forget: bool = False) -> None:
        self.found = 0
        self._shared = shared
        self._file = file
        self._before = _read(None if forget else file)
        self._after = _Stored([], {})
        self._numbers: dict[str, int] = {}
        self._digests: dict[str, bytes] = {}

    @classmethod
    def at(cls, folder: Path | None, key: str, shared: MemoryGraph, *, forget: bool = False) -> Self:
        """Return the memory for a fingerprint in a folder of kept results."""
        return cls(shared, folder / f"{key}.blocks" if folder is not None else None, forget=forget)

    def recall(self, block: bytes) -> Sequence[StoredHit] | None:
        """Return the results of a block by its digest; None where it must be validated."""
        kept = self._before.blocks.get(block)
        if kept is None:
            return None
        nodes = [self._before.nodes[number] for number in kept.nodes]
        if self._said(nodes) != kept.said:
            return None
        self.found += 1
        self._keep(block, kept.hits, nodes, kept.said)
        return kept.hits

    def keep(self, block: bytes, hits: Iterable[StoredHit], consulted: Collection[str]) -> None:
        """Keep the results of a block, with the shared nodes that were looked up for it."""
        if self._file is not None:
            nodes = sorted(consulted)
            self._keep(block, tuple(hits), nodes, self._said(nodes))

    def _keep(self, block: bytes, hits: tuple[StoredHit, ...], nodes: Sequence[str], said: bytes) -> None:
        if len(self._after.blocks) >= _BLOCKS_KEPT:
            return
        numbers = self._numbers
        for node in nodes:
            if node not in numbers:
                numbers[node] = len(numbers)
                self._after.nodes.append(node)
        self._after.blocks[block] = Kept(hits, tuple([numbers[node] for node in nodes]), said)

    def _said(self, nodes: Sequence[str]) -> bytes:
        """Return the digest of what the shared graph says of some nodes."""
        for node in nodes:
            if node not in self._digests:
                self._digests[node] = digest({node: self._shared.about(node)})
        return hashlib.blake2b(b"".join([self._digests[node] for node in nodes]), digest_size=_SIZE).digest()

    def save(self) -> None:
        """Write what this validation gave, in one step, so that nobody reads half of it."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._file.parent, prefix=".new-", delete=False) as file:
                written = Path(file.name)
            try:
                written.write_bytes(msgspec.msgpack.encode(self._after))
                written.replace(self._file)
            finally:
                written.unlink(missing_ok=True)
            _forget_oldest(self._file.parent)


def digest(nodes: Mapping[str, About]) -> bytes:
    """Return the digest of what is said of some nodes."""
    parts: list[str] = []
    for node, about in nodes.items():
        parts += ("\0", node)
        for predicate, values in about.items():
            parts += ("\1", predicate, *values)
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=_SIZE).digest()


def fingerprint(shapes: Iterable[Path]) -> str:
    """Return the hash of all that results depend on besides the data."""
    whole = hashlib.sha256(f"{platform.python_version()} {_versions()}".encode())
    for group in (shapes, sorted(_PACKAGE.rglob("*.py"))):
        for path in group:
            content = b""
            with suppress(OSError):
                content = path.read_bytes()
            whole.update(hashlib.sha256(content).digest())
        whole.update(b"\0group")
    return whole.hexdigest()[:32]


def _versions() -> str:
    found = []
    for name in _LIBRARIES:
        with suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return ", ".join(found)


def _read(file: Path | None) -> _Stored:
    """Return what is kept; nothing where there is no file, or none that can be read."""
    if file is None:
        return _Stored([], {})
    try:
        stored = _DECODER.decode(file.read_bytes())
    except (OSError, msgspec.MsgspecError):
        return _Stored([], {})
    last = len(stored.nodes)
    sound = all(number < last for kept in stored.blocks.values() for number in kept.nodes)
    return stored if sound else _Stored([], {})


def _forget_oldest(folder: Path) -> None:
    """Keep the files used last, so that the folder stays small."""
    kept = sorted(folder.glob("*.blocks"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in kept[_FILES_KEPT:]:
        path.unlink(missing_ok=True)
