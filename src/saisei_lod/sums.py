"""Read SHA256SUMS, the statement of a release on its files, and hash a file."""

import hashlib
from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual, InputError

__all__ = ["CHECKSUMS", "read_sums", "sha256_of"]

#: The file of a release that states the SHA-256 of every other file.
CHECKSUMS: Final = "SHA256SUMS"
_BLOCK: Final = 1 << 20
_DIGITS: Final = 64


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in lower-case hex; the file is read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def read_sums(path: Path) -> dict[str, str]:
    """Return the stated hash of each file by its relative path; InputError for a missing or spoilt statement."""
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
