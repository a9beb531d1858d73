"""The release that is served, as its folder says: hashes and the files that are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from saisei_lod.querying.indexing import index_folder
from saisei_lod.sums import CHECKSUMS, read_sums, sha256_of

__all__ = ["Release", "ReleaseFile", "open_release"]


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file of the release: where it lies, its stated SHA-256, and its length and time when the server began."""

    path: Path
    sha256: str
    length: int
    changed: int

    @property
    def is_as_it_was(self) -> bool:
        """Whether the file is still the one that the server began with."""
        try:
            status = self.path.stat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.length, self.changed)


@dataclass(frozen=True, slots=True)
class Release:
    """A release, read-only: its folder, its index, the SHA-256 of SHA256SUMS, and its files by relative path."""

    folder: Path
    index: Path
    digest: str
    files: Mapping[str, ReleaseFile]

    @property
    def etag(self) -> str:
        """What names the release in entity tags."""
        return self.digest[:16]


def open_release(folder: Path) -> Release:
    """Return the release in a folder, its index built; InputError where the folder is no release."""
    stated = read_sums(folder / CHECKSUMS)
    index = index_folder(folder)
    files = {CHECKSUMS: _file(folder / CHECKSUMS, sha256_of(folder / CHECKSUMS))}
    for name, digest in sorted(stated.items()):
        if (folder / name).is_file():
            files[name] = _file(folder / name, digest)
    return Release(folder, index, files[CHECKSUMS].sha256, files)


def _file(path: Path, digest: str) -> ReleaseFile:
    status = path.stat()
    return ReleaseFile(path, digest, status.st_size, status.st_mtime_ns)
