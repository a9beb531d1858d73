"""Open record files within limits, and say why one cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from saisei_lod.errors import Bilingual, InputError

__all__ = ["decoded", "opened", "read_text"]

_BOM: Final = b"\xef\xbb\xbf"
_WRITE_UTF8: Final = Bilingual(
    "エディターで文字コード UTF-8 を選んで保存し直してください。",
    "Save the file again with the encoding UTF-8.",
)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a record file for its bytes; a folder, a missing or an unreadable file is an InputError."""
    if path.is_dir():
        raise InputError(
            Bilingual("記録ファイルではなくフォルダーです。", "This is a folder, not a record file."),
            where=str(path),
            expected=Bilingual("YAML または JSON Lines のファイル", "a file of YAML or JSON Lines"),
            todo=Bilingual(
                "フォルダーの名前を変えるか、別の場所へ移してください。", "Rename the folder or move it away."
            ),
        )
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise InputError(
            Bilingual(
                f"記録ファイルを読めません({error.strerror})。",
                f"The record file cannot be read ({error.strerror}).",
            ),
            where=str(path),
            expected=Bilingual("読み取りのできるファイル", "a file that can be read"),
            todo=Bilingual(
                "ファイルの名前と権限を確かめてください。", "Check the file's name and its permissions."
            ),
        ) from error


def read_text(path: Path, limit: int) -> str:
    """Return the text of a UTF-8 file of at most ``limit`` bytes, without a byte order mark.

    Raises InputError for a file that is too large, empty or of another encoding.
    """
    with opened(path) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(
            Bilingual("記録ファイルが大きすぎます。", "The record file is too large."),
            where=str(path),
            expected=Bilingual(f"{limit:,} バイトまで", f"at most {limit:,} bytes"),
            todo=Bilingual(
                "出典ごとにファイルを分けるか、一括用の .jsonl にしてください。",
                "Split it by source, or use the bulk form .jsonl.",
            ),
        )
    text = decoded(data.removeprefix(_BOM), str(path))
    if not text.strip():
        raise empty(path)
    return text


def empty(path: Path) -> InputError:
    """Return the error of a file that says nothing."""
    return InputError(
        Bilingual("ファイルが空です。", "The file is empty."),
        where=str(path),
        expected=Bilingual("page と plans のある記録", "a record with page and plans"),
        todo=Bilingual(
            "内容を書くか、ファイルを取り除いてください。", "Write the record or remove the file."
        ),
    )


def decoded(data: bytes, file: str, first_line: int = 1) -> str:
    """Return the text of UTF-8 bytes, whose first line has the number given; InputError for others."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = first_line + data.count(b"\n", 0, error.start)
        byte = data[error.start]
        guess = _guessed_encoding(data)
        raise InputError(
            Bilingual(
                f"UTF-8 として読めないバイト 0x{byte:02X} があります{guess.ja}。",
                f"The byte 0x{byte:02X} is no UTF-8{guess.en}.",
            ),
            where=f"{file}:{line}",
            expected=Bilingual("文字コード UTF-8", "text in UTF-8"),
            todo=_WRITE_UTF8,
        ) from error


def _guessed_encoding(data: bytes) -> Bilingual:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Bilingual("(UTF-16 のようです)", " (it looks like UTF-16)")
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return Bilingual("", "")
    return Bilingual("(Shift_JIS かもしれません)", " (it may be Shift_JIS)")
