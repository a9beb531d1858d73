"""The kinds of containers that a page comes in, told by first bytes and name; a new one is a row here."""

import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.reading.containers.delimited import read_delimited
from saisei_lod.reading.containers.encodings import has_utf16_mark
from saisei_lod.reading.containers.html_page import read_html
from saisei_lod.reading.containers.limits import FILE_BYTES, hold
from saisei_lod.reading.containers.pdf_page import read_pdf
from saisei_lod.reading.containers.plain_text import read_text
from saisei_lod.reading.containers.workbook import read_workbook
from saisei_lod.reading.model import PageText

__all__ = ["CONTAINERS", "Container", "read_container", "read_file"]


class Container(NamedTuple):
    """A kind of container: its name, how its bytes (or, where they do not tell, its name) are recognised.

    ``read`` is None for what is no page that can be read; ``advice`` then says what to do.
    """

    name: Bilingual
    recognise: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], PageText] | None
    advice: Bilingual = Bilingual(
        "ページをブラウザーで開き、HTML かテキスト(UTF-8)として保存し直してください。",
        "Open the page in a browser and save it as HTML, or as text in UTF-8.",
    )


_TAG: Final = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype|\?xml|/?(?:html|head|body|title|meta|link|base|script|style|table|div"
    rb"|section|article|main|h[1-6]|p|ul|ol|dl|center|font|span|a)\b)",
    re.IGNORECASE | re.DOTALL,
)
_BROWSER_ARCHIVE: Final = re.compile(
    rb"\s*(?:From: |MIME-Version: |Snapshot-Content-Location: )", re.IGNORECASE
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARK: Final = b"\xef\xbb\xbf"
_SNIFFED: Final = 4096
#: A text has fewer control characters than one in so many bytes.
_RARE: Final = 50


def _begins(*signatures: bytes) -> Callable[[bytes, str], bool]:
    return lambda data, _: data.removeprefix(_MARK).lstrip(b" \t\r\n").startswith(signatures)


def _named(*suffixes: str) -> Callable[[bytes, str], bool]:
    return lambda _, name: PurePath(name).suffix.lower() in suffixes


def _is_html(data: bytes, name: str) -> bool:
    head = data[:_SNIFFED]
    text = head.decode("utf-16", "replace").encode() if has_utf16_mark(head) else head.removeprefix(_MARK)
    return bool(_TAG.match(text)) or _named(".html", ".htm", ".xhtml")(data, name)


def _is_binary(data: bytes, _: str) -> bool:
    """Tell whether bytes are no text: control characters are frequent, and no mark of UTF-16 explains them."""
    head = data[:_SNIFFED]
    return not has_utf16_mark(head) and len(_CONTROL.findall(head)) * _RARE > len(head)


def _is_archive(data: bytes, name: str) -> bool:
    is_named = _named(".mht", ".mhtml")(data, name)
    return bool(_BROWSER_ARCHIVE.match(data)) and (is_named or b"multipart/related" in data[:_SNIFFED])


#: The first that recognises the bytes reads them; plain text is what nothing else is.
CONTAINERS: Final = (
    Container(Bilingual("PDF", "PDF"), _begins(b"%PDF-"), read_pdf),
    Container(Bilingual("XLSX", "XLSX"), _begins(b"PK\x03\x04", b"PK\x05\x06"), read_workbook),
    Container(
        Bilingual("古い形式またはパスワード付きの Office", "old or password-protected Office"),
        _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        None,
        Bilingual(
            "Excel や Word で開き、パスワードを外して XLSX、CSV、PDF のどれかで保存し直してください。",
            "Open it in Excel or Word, take the password off, and save it as XLSX, CSV or PDF.",
        ),
    ),
    Container(Bilingual("ブラウザーの MHTML", "MHTML of a browser"), _is_archive, None),
    Container(Bilingual("文字でない(バイナリーの)", "binary"), _is_binary, None),
    Container(Bilingual("HTML", "HTML"), _is_html, read_html),
    Container(Bilingual("CSV・TSV", "CSV or TSV"), _named(".csv", ".tsv", ".tab"), read_delimited),
    Container(Bilingual("テキスト", "plain text"), lambda _, __: True, read_text),
)


def read_file(path: Path) -> bytes:
    """Return the bytes of a page's file; InputError where it is missing, a folder, unreadable or too large."""
    try:
        hold(FILE_BYTES, path.stat().st_size, str(path))
        with path.open("rb") as file:  # a pipe has no size: no more is read than the limit and a byte
            data = file.read(FILE_BYTES.most + 1)
    except OSError as error:
        raise InputError(
            Bilingual(f"ページのファイルを開けません: {path}", f"The page's file cannot be opened: {path}"),
            where=str(path),
            expected=Bilingual("読み取れるファイル", "a file that can be read"),
            todo=_advice(error),
        ) from error
    hold(FILE_BYTES, len(data), str(path))
    return data


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
    """Return the decoded page; InputError where the bytes are empty, damaged, too many or of another kind."""
    hold(FILE_BYTES, len(data), name)
    container = next(row for row in CONTAINERS if row.recognise(data, name))
    if container.read is None:
        raise InputError(
            Bilingual(
                f"{container.name.ja}のファイルは読めません: {name}",
                f"A file of this kind is not read ({container.name.en}): {name}",
            ),
            where=name,
            expected=Bilingual(
                "HTML、テキスト、CSV、TSV、XLSX、文字のある PDF",
                "HTML, text, CSV, TSV, XLSX, or a PDF with text",
            ),
            todo=container.advice,
        )
    return container.read(data, name)
