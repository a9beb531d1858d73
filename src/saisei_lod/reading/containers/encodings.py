"""Decode the bytes of a page: by byte order mark, by what it declares, else by strict trial.

The order of trial is reasoned: ISO-2022-JP is pure ASCII with escapes; UTF-8 with kana or kanji in it
is UTF-8 whatever a page declares, since Shift_JIS and EUC-JP text is never valid UTF-8 for long; EUC-JP
comes before Shift_JIS (CP932), as the lead bytes of kana in Shift_JIS do not exist in EUC-JP, while
EUC-JP often passes for half-width kana of Shift_JIS. Labels are read as the WHATWG Encoding Standard
does (section 4.2): shift_jis means CP932. Western labels tell nothing: they are templates' defaults.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.containers import BYTES_REPLACED, ENCODING_DIFFERS, ENCODING_GUESSED

__all__ = ["Decoded", "declared_in_html", "decode", "has_utf16_mark"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFT_JIS: Final = ("cp932",)
_EUC_JP: Final = ("euc_jp", "euc_jis_2004")  # the second knows ① and ㈱ of NEC's row 13
_ISO_2022_JP: Final = ("iso2022_jp", "iso2022_jp_ext")
_LABELS: Final = {
    "utf-8": ("utf-8",),
    "utf8": ("utf-8",),
    "unicode-1-1-utf-8": ("utf-8",),
    # A page that declares UTF-16 in ASCII is none (HTML Living Standard, section 13.2.3.2).
    "utf-16": ("utf-8",),
    "utf-16le": ("utf-8",),
    "utf-16be": ("utf-8",),
    **dict.fromkeys(
        (
            "shift_jis",
            "shift-jis",
            "sjis",
            "x-sjis",
            "windows-31j",
            "ms_kanji",
            "ms932",
            "cp932",
            "csshiftjis",
        ),
        _SHIFT_JIS,
    ),
    **dict.fromkeys(("euc-jp", "x-euc-jp", "eucjp", "euc_jp", "cseucpkdfmtjapanese"), _EUC_JP),
    **dict.fromkeys(("iso-2022-jp", "csiso2022jp", "jis"), _ISO_2022_JP),
}
_TRIALS: Final = ("utf-8", *_EUC_JP, *_SHIFT_JIS)
_ESCAPE: Final = re.compile(rb"\x1b\$[@B]|\x1b\(J|\x1b\$\(D")
_JAPANESE: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_DECLARED_BYTES: Final = 4096
_XML: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_META: Final = re.compile(
    rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE
)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_REPLACEMENT: Final = "\ufffd"
#: Text with more broken places than one in so many characters is garbled, not damaged here and there.
_LEAST_WHOLE: Final = 200


class Decoded(NamedTuple):
    """A decoded text, the Python name of the encoding that was used, and what is to be told of it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def has_utf16_mark(data: bytes) -> bool:
    """Tell whether the bytes begin with the byte order mark of UTF-16."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def declared_in_html(data: bytes) -> str:
    """Return the label that a page declares in its first 4,096 bytes, in lower case, "" for none.

    >>> declared_in_html(b'<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">')
    'euc-jp'
    """
    head = _COMMENT.sub(b"", data[:_DECLARED_BYTES])
    found = _XML.match(head) or _META.search(head)
    return found[1].decode("ascii").lower() if found else ""


def decode(data: bytes, name: str, *, declared: str = "", expected: str = "utf-8") -> Decoded:
    """Return the text of a page, without its byte order mark, and how it was decoded.

    ``declared`` is the label of the page itself. A guess is told, unless it is the ``expected`` one.
    A few broken places are replaced and told; raises InputError, with byte and line, for more.
    """
    marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        return _damaged(data[len(marked[0]) :], name, (marked[1],), len(marked[0]))
    own = _LABELS.get(declared, ())
    for encoding in _candidates(data, own):
        text = _strictly(data, encoding)
        if text is not None:
            is_told = not data.isascii() or encoding in _ISO_2022_JP
            findings = _told(Place(name), declared, encoding, expected) if is_told else ()
            return Decoded(text, encoding, tuple(findings))
    return _damaged(data, name, own or _TRIALS, 0)


def _candidates(data: bytes, own: tuple[str, ...]) -> Iterator[str]:
    if _ESCAPE.search(data) and data.isascii():
        yield from _ISO_2022_JP
    text = _strictly(data, "utf-8")
    if text is not None and _JAPANESE.search(text):
        yield "utf-8"
    yield from own
    yield from _TRIALS


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _told(place: Place, declared: str, encoding: str, expected: str) -> Iterator[Finding]:
    own = _LABELS.get(declared, ())
    if own and encoding not in own:
        yield ENCODING_DIFFERS.at(place, encoding, declared=declared)
    elif not own and encoding != expected:
        yield ENCODING_GUESSED.at(place, encoding)


def _damaged(data: bytes, name: str, encodings: tuple[str, ...], offset: int) -> Decoded:
    """Return the decoding with the fewest broken places; none at all is no damage."""
    texts = [(data.decode(encoding, "replace"), encoding) for encoding in encodings]
    text, encoding = min(texts, key=lambda item: item[0].count(_REPLACEMENT))
    broken = _first_broken(data, encoding)
    if broken is None:
        return Decoded(text, encoding)
    count = max(text.count(_REPLACEMENT), 1)
    value = f"0x{data[broken]:02X}" if broken < len(data) else "EOF"
    line = text.count("\n", 0, text.find(_REPLACEMENT)) + 1
    if count * _LEAST_WHOLE > len(text):
        raise _garbled(name, encoding, value, broken + offset, line)
    shown = f"{value}, offset {broken + offset}"
    return Decoded(
        text, encoding, (BYTES_REPLACED.at(Place(name, line), shown, encoding=encoding, count=count),)
    )


def _first_broken(data: bytes, encoding: str) -> int | None:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _garbled(name: str, encoding: str, value: str, offset: int, line: int) -> InputError:
    return InputError(
        Bilingual(
            f"文字コード {encoding} として読めません: {offset} バイト目の {value}",
            f"The text is not {encoding}: byte {value} at offset {offset}",
        ),
        where=f"{name}:{line}",
        expected=Bilingual(
            "UTF-8、Shift_JIS(CP932)、EUC-JP、ISO-2022-JP のどれか一つの文字コード",
            "one encoding: UTF-8, Shift_JIS (CP932), EUC-JP or ISO-2022-JP",
        ),
        todo=Bilingual(
            "ページをブラウザーで開き、UTF-8 で保存し直してください。",
            "Open the page in a browser and save it again as UTF-8.",
        ),
    )
