"""The kinds of containers that a page comes in, told by their first bytes; a new one is a row here."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.reading.model import PageText
from saisei_lod.reading.plain_text import read_text

__all__ = ["CONTAINERS", "Container", "read_container", "read_file"]


class Container(NamedTuple):
    """A kind of container: its name, how its bytes are recognised, and its reader, None if unsupported."""

    name: Bilingual
    recognise: Callable[[bytes], bool]
    read: Callable[[bytes, str], PageText] | None


def _begins(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(signatures)


#: The first that recognises the bytes reads them; plain text is what nothing else is.
CONTAINERS: Final = (
    Container(Bilingual("HTML", "HTML"), _begins(b"<!doctype", b"<html", b"<?xml"), None),
    Container(Bilingual("PDF", "PDF"), _begins(b"%pdf-"), None),
    Container(Bilingual("ZIP(XLSX など)", "ZIP (XLSX and others)"), _begins(b"pk\x03\x04"), None),
    Container(Bilingual("テキスト", "plain text"), lambda _: True, read_text),
)


def read_file(path: Path) -> bytes:
    """Return the bytes of a page's file; InputError where it is missing, a folder or unreadable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            Bilingual(f"ページのファイルを開けません: {path}", f"The page's file cannot be opened: {path}"),
            where=str(path),
            expected=Bilingual("読み取れるテキストファイル", "a text file that can be read"),
            todo=_advice(error),
        ) from error


def _advice(error: OSError) -> Bilingual:
    if isinstance(error, IsADirectoryError):
        return Bilingual(
            "これはフォルダーです。中のファイルを指定してください。", "This is a folder: name a file in it."
        )
    if isinstance(error, FileNotFoundError):
        return Bilingual("ファイル名を確かめてください。", "Check the file's name.")
    return Bilingual(
        f"読み取りの権限と保存先を確かめてください({error.strerror})。",
        f"Check the permissions and the disk ({error.strerror}).",
    )


def read_container(data: bytes, name: str) -> PageText:
    """Return the decoded page; InputError where the bytes are empty, damaged or of another kind."""
    container = next(row for row in CONTAINERS if row.recognise(data))
    if container.read is None:
        raise InputError(
            Bilingual(
                f"この版では {container.name.ja} のページを読めません: {name}",
                f"This version does not read pages in {container.name.en}: {name}",
            ),
            where=name,
            expected=Bilingual("UTF-8 のテキスト", "plain text in UTF-8"),
            todo=Bilingual(
                "ページの文字をコピーし、テキストファイルに貼り付けて UTF-8 で保存してください。",
                "Copy the text of the page into a text file and save it as UTF-8.",
            ),
        )
    return container.read(data, name)
