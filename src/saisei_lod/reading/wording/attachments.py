"""Notes of attached files, as pages print them: (PDF形式 351キロバイト), [PDFファイル/161KB], (1.1MB)."""

import re
from typing import Final

from saisei_lod.text import levelled

__all__ = ["FILE_SENTENCE", "attachment_at", "attachment_facts", "attachment_in"]

_FORMAT: Final = (
    r"(?P<format>PDF|WORD|EXCEL|POWERPOINT|ZIP|CSV|XLSX?|DOCX?|PPTX?|TXT|HTML?|ワード|エクセル|テキスト)"
    r"\s*(?:形式|ファイル|文書|版)?"
)
_SIZE: Final = (
    r"[0-9][0-9,]{0,11}(?:\.[0-9]{1,3})?\s?"
    r"(?:キロバイト|メガバイト|ギガバイト|バイト|KB|MB|GB|KiB|MiB|B)"
)
_ATTACHMENT: Final = re.compile(
    rf"[(\[【<]\s?(?:{_FORMAT}\s?[:/,、;・]?\s?(?P<size>{_SIZE})?|(?:ファイル名\s?:?\s?[^()\[\]\n]{{1,80}}?\s?)?(?:ファイルサイズ|サイズ|容量)?\s?:?\s?(?P<only>{_SIZE}))"
    r"\s?[)\]】>]",
    re.IGNORECASE,
)
#: A sentence that points to files whose links the text has lost.
FILE_SENTENCE: Final = re.compile(
    r"[^。]{0,40}(?:ファイル|PDF|添付)[^。]{0,30}(?:ご覧|参照|確認)[^。]{0,10}。?\s*\Z"
)


def attachment_at(level: str, start: int, end: int) -> re.Match[str] | None:
    """Return the note that begins at a place of a levelled text."""
    return _ATTACHMENT.match(level, start, end)


def attachment_in(level: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first note within a span."""
    return _ATTACHMENT.search(level, start, end)


def attachment_facts(text: str) -> tuple[str | None, str | None]:
    """Return the format of a note and its size as printed, None for what it does not say.

    >>> attachment_facts("(PDF形式 351キロバイト)"), attachment_facts("（１．１ＭＢ）")
    (('PDF', '351キロバイト'), (None, '１．１ＭＢ'))
    """
    found = _ATTACHMENT.search(levelled(text))
    if found is None:
        return None, None
    size = found.span("size" if found["size"] else "only")
    return found["format"], text[slice(*size)] or None
