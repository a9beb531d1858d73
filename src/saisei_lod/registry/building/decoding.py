"""Read the text of a downloaded table: UTF-8 with or without BOM, or CP932 as Excel writes it."""

from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual, InputError

__all__ = ["MOST_BYTES", "decoded"]

#: Larger files are no list of local governments; the whole of e-Stat's is 0.7 MB.
MOST_BYTES: Final = 64 * 1024 * 1024


def decoded(path: Path) -> str:
    """Return the text of a file; InputError where it is missing, too large or in another encoding."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _unreadable(path, f"> {MOST_BYTES} bytes")
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or "") from error
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable(path, "utf-8, cp932")


def _unreadable(path: Path, reason: str) -> InputError:
    return InputError(
        Bilingual("ファイルを読めません。", "The file cannot be read."),
        where=f"{path}: {reason}" if reason else str(path),
        expected=Bilingual(
            "64 MB 以下の UTF-8 または CP932 のテキスト", "text in UTF-8 or CP932 of at most 64 MB"
        ),
        todo=Bilingual("パスと文字コードを確かめてください。", "See path and encoding."),
    )
