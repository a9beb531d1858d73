"""The container of plain text: a page copied as text, UTF-8, its tables flattened."""

import hashlib
from typing import Final

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.reading.containers.limits import TEXT_BYTES, hold
from saisei_lod.reading.containers.line_making import lines_of_text, printable
from saisei_lod.reading.containers.pipe_tables import text_tables
from saisei_lod.reading.model import PageText

__all__ = ["read_text"]

_OTHER_ENCODINGS: Final = ("cp932", "euc_jp")


def read_text(data: bytes, name: str) -> PageText:
    """Return the lines of a UTF-8 text, with or without a byte order mark, and the tables drawn in it.

    Raises InputError, with byte and line, where the bytes are not UTF-8, and where there is no text.
    """
    hold(TEXT_BYTES, len(data), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _broken(data, name, error) from error
    lines = tuple(lines_of_text(printable(text), name))
    if not lines:
        raise _empty(name)
    return PageText(name, hashlib.sha256(data).hexdigest(), lines, tables=text_tables(lines, name))


def _empty(name: str) -> InputError:
    return InputError(
        Bilingual(f"文字のないファイルです: {name}", f"The file holds no text: {name}"),
        where=name,
        expected=Bilingual("ページの文字(UTF-8)", "the text of a page, in UTF-8"),
        todo=Bilingual("ページを保存し直してください。", "Save the page again."),
    )


def _broken(data: bytes, name: str, error: UnicodeDecodeError) -> InputError:
    line = data.count(b"\n", 0, error.start) + 1
    place = f"{name}:{line}"
    value = data[error.start]
    return InputError(
        Bilingual(
            f"UTF-8 として読めません: {error.start} バイト目の 0x{value:02X}",
            f"The text is not UTF-8: byte 0x{value:02X} at offset {error.start}",
        ),
        where=place,
        expected=Bilingual("UTF-8 のテキスト", "plain text in UTF-8"),
        todo=_advice(data),
    )


def _advice(data: bytes) -> Bilingual:
    likely = next((encoding for encoding in _OTHER_ENCODINGS if _decodes(data, encoding)), None)
    if likely is None:
        return Bilingual("UTF-8 で保存し直してください。", "Save the file again as UTF-8.")
    return Bilingual(
        f"文字コードは {likely} のようです。UTF-8 で保存し直してください。",
        f"The encoding seems to be {likely}. Save the file again as UTF-8.",
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
