"""State the SHA-256 of every file of a release, and check a release against its statement."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import FILE_CHANGED, FILE_MISSING, FILE_UNKNOWN
from saisei_lod.publishing.folder import CHECKSUMS, PUBLIC_KEY, SIGNATURE
from saisei_lod.publishing.packing import is_packed

__all__ = ["check_checksums", "sha256_of", "stated_hashes", "write_checksums"]

_UNNAMED: Final = frozenset({CHECKSUMS, SIGNATURE, PUBLIC_KEY})
_BLOCK: Final = 1 << 20
_DIGITS: Final = 64


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in lower-case hex; the file is read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


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
    stated = stated_hashes(release)
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


def stated_hashes(release: Path) -> dict[str, str]:
    """Return the hash that SHA256SUMS states for each file, by name.

    Raises InputError for a folder without it, and for a line that cannot be read.
    """
    path = release / CHECKSUMS
    if not path.is_file():
        raise InputError(
            Bilingual("公開用フォルダーではありません。", "This is not a release folder."),
            where=str(path.parent),
            expected=Bilingual(f"{CHECKSUMS} を含むフォルダー", f"a folder that holds {CHECKSUMS}"),
            todo=Bilingual(
                "saisei build が作ったフォルダーを指定してください。", "Name a folder made by saisei build."
            ),
        )
    stated = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        digest, separator, name = line.partition("  ")
        if len(digest) != _DIGITS or not separator or not _is_inside(name):
            raise InputError(
                Bilingual("ハッシュの一覧の行を読めません。", "A line of the list of hashes cannot be read."),
                where=f"{path}:{number}",
                expected=Bilingual(
                    "64 桁の SHA-256、空白 2 つ、フォルダー内のファイル名",
                    "64 hex digits, two spaces, a file name inside the folder",
                ),
                todo=Bilingual("公開データを取り直してください。", "Get the release again."),
            )
        stated[name] = digest
    return stated


def _is_inside(name: str) -> bool:
    path = Path(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts
