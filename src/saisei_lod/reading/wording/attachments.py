"""Notes of attached files, as pages print them: (PDF形式 351キロバイト), [PDFファイル/161KB], (1.1MB)."""

import re
from typing import Final

from saisei_lod.text import levelled

__all__ = ["FILE_SENTENCE", "attachment_at", "attachment_facts", "attachment_in"]

_FORMATS: Final = r"PDF|WORD|EXCEL|POWERPOINT|ZIP|CSV|XLSX?|DOCX?|PPTX?|TXT|HTML?|ワード|エクセル|テキスト"
_KIND: Final = r"\s*(?:形式|ファイル|文書|版|データ)?"
_FORMAT: Final = rf"(?P<format>{_FORMATS}){_KIND}"
_SIZE: Final = (
    r"(?:約\s?)?[0-9][0-9,]{0,11}(?:\.[0-9]{1,3})?\s?"
    r"(?:キロバイト|メガバイト|ギガバイト|バイト|KB|MB|GB|KiB|MiB|B)"
)
_ATTACHMENT: Final = re.compile(
    rf"[(\[【<]\s?(?:{_FORMAT}\s?[:/,、;・]?\s?(?P<size>{_SIZE})?|(?:ファイル名\s?:?\s?[^()\[\]\n]{{1,80}}?\s?)?(?:ファイルサイズ|サイズ|容量)?\s?:?\s?(?P<only>{_SIZE}))"
    r"\s?[)\]】>]"
    #: PDFファイル(298KB), PDF:298KB: the format stands outside the brackets, or there are none.
    rf"|(?<![A-Za-z])(?P<outside>{_FORMATS}){_KIND}\s?(?:[(\[【<]\s?(?P<inside>{_SIZE})\s?[)\]】>]|[:/,、]?\s?(?P<bare>{_SIZE}))",
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

    >>> attachment_facts("(PDF形式 351キロバイト)"), attachment_facts("（１．１ＭＢ）"), attachment_facts("PDF（3KB）")
    (('PDF', '351キロバイト'), (None, '１．１ＭＢ'), ('PDF', '3KB'))
    """
    found = _ATTACHMENT.search(levelled(text))
    if found is None:
        return None, None
    size = next((found.span(name) for name in ("size", "only", "inside", "bare") if found[name]), (0, 0))
    return found["format"] or found["outside"], text[slice(*size)] or None
