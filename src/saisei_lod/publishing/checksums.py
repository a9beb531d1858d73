"""State the SHA-256 of every file of a release, and check a release against its statement."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import FILE_CHANGED, FILE_MISSING, FILE_UNKNOWN
from saisei_lod.publishing.folder import PUBLIC_KEY, SIGNATURE
from saisei_lod.publishing.packing import is_packed
from saisei_lod.sums import CHECKSUMS, read_sums, sha256_of

__all__ = ["check_checksums", "write_checksums"]

_UNNAMED: Final = frozenset({CHECKSUMS, SIGNATURE, PUBLIC_KEY})


def _files(release: Path) -> list[str]:
    """Return the names of all files but packed copies, whose bytes differ between machines."""
    paths = (path for path in release.rglob("*") if path.is_file() and not is_packed(path))
    return sorted(path.relative_to(release).as_posix() for path in paths)


def write_checksums(release: Path, hash_of: Callable[[Path], str] = sha256_of) -> Path:
    """Write SHA256SUMS over every file of the release, in the form that ``sha256sum --check`` reads."""
    path = release / CHECKSUMS
    stated = {name: hash_of(release / name) for name in _files(release) if name not in _UNNAMED}
    path.write_text(_as_text(stated), encoding="utf-8", newline="\n")
    return path


def _as_text(stated: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {name}\n" for name, digest in stated.items())


def check_checksums(release: Path) -> list[Finding]:
    """Return a finding for each file that was changed, is missing, or is not named in SHA256SUMS."""
    stated = read_sums(release / CHECKSUMS)
    present = set(_files(release)) - _UNNAMED
    found = [FILE_MISSING.at(Place(file=name)) for name in sorted(stated.keys() - present)]
    found += [FILE_UNKNOWN.at(Place(file=name)) for name in sorted(present - stated.keys())]
    for name in sorted(stated.keys() & present):
        actual = sha256_of(release / name)
        if actual != stated[name]:
            found.append(FILE_CHANGED.at(Place(file=name), text=actual, stated=stated[name]))
    if (release / CHECKSUMS).read_bytes() != _as_text(stated).encode():
        found.append(FILE_CHANGED.at(Place(file=CHECKSUMS)))
    return found
