"""The limits of what is read, all in one place: a file beyond one is refused with a message that names it.

They keep a reading within 256 MB and about 10 seconds, far above any page of plans that was met: the
largest national list has some 12,000 rows of 22 columns.
"""

from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError

__all__ = [
    "FILE_BYTES",
    "GRID_CELLS",
    "HTML_BYTES",
    "HTML_DEPTH",
    "HTML_ELEMENTS",
    "LINES",
    "LINE_LENGTH",
    "PDF_BYTES",
    "PDF_MEMORY",
    "PDF_PAGES",
    "PDF_PAGE_SECONDS",
    "PDF_SECONDS",
    "TEXT_BYTES",
    "XLSX_BYTES",
    "XLSX_MARKS",
    "XLSX_PARTS",
    "XLSX_RATIO",
    "Limit",
    "hold",
]

_MEGABYTE: Final = 1024 * 1024
_SPLIT: Final = Bilingual(
    "計画の載った部分だけを別のファイルに保存してください。",
    "Save the part that holds the plans as a file of its own.",
)
_SAVE: Final = Bilingual(
    "ブラウザーや表計算ソフトで開き、保存し直してください。正しいファイルなら、この大きさにはなりません。",
    "Open it in a browser or spreadsheet program and save it again. A sound file does not get this large.",
)


class Limit(NamedTuple):
    """A limit: what is counted, the most that is read, in which unit, and what to do beyond it."""

    name: Bilingual
    most: int
    unit: Bilingual
    todo: Bilingual


_BYTES: Final = Bilingual("バイト", "bytes")
_EACH: Final = Bilingual("個", "of them")

FILE_BYTES: Final = Limit(Bilingual("ファイルの大きさ", "size of the file"), 64 * _MEGABYTE, _BYTES, _SPLIT)
TEXT_BYTES: Final = Limit(Bilingual("テキストの大きさ", "size of the text"), 16 * _MEGABYTE, _BYTES, _SPLIT)
HTML_BYTES: Final = Limit(Bilingual("HTML の大きさ", "size of the HTML"), 16 * _MEGABYTE, _BYTES, _SPLIT)
HTML_ELEMENTS: Final = Limit(Bilingual("HTML の要素の数", "number of HTML elements"), 400_000, _EACH, _SPLIT)
HTML_DEPTH: Final = Limit(
    Bilingual("HTML の入れ子の深さ", "nesting depth of the HTML"), 500, Bilingual("段", "levels"), _SAVE
)
GRID_CELLS: Final = Limit(
    Bilingual("表のます目の数(結合を広げた数)", "number of table cells (merged ones spread)"),
    600_000,
    _EACH,
    _SPLIT,
)
LINES: Final = Limit(Bilingual("行の数", "number of lines"), 400_000, Bilingual("行", "lines"), _SPLIT)
LINE_LENGTH: Final = Limit(
    Bilingual("一行の長さ", "length of a line"), 1_000_000, Bilingual("字", "characters"), _SAVE
)
XLSX_BYTES: Final = Limit(
    Bilingual("XLSX を展開した大きさ", "size of the XLSX unpacked"), 96 * _MEGABYTE, _BYTES, _SAVE
)
XLSX_RATIO: Final = Limit(
    Bilingual("XLSX の圧縮の倍率", "compression ratio of the XLSX"), 200, Bilingual("倍", "times"), _SAVE
)
XLSX_PARTS: Final = Limit(
    Bilingual("XLSX の中のファイルの数", "number of files in the XLSX"), 5_000, _EACH, _SAVE
)
XLSX_MARKS: Final = Limit(
    Bilingual("XLSX の XML の要素の数", "number of XML elements in the XLSX"), 3_000_000, _EACH, _SPLIT
)
PDF_BYTES: Final = Limit(Bilingual("PDF の大きさ", "size of the PDF"), 64 * _MEGABYTE, _BYTES, _SPLIT)
PDF_PAGES: Final = Limit(
    Bilingual("PDF のページ数", "number of pages of the PDF"), 1_000, Bilingual("ページ", "pages"), _SPLIT
)
#: To open a PDF, and to read each page of it; a page of plans takes a tenth of a second.
PDF_PAGE_SECONDS: Final = Limit(
    Bilingual("PDF の一ページを読む時間", "time to read the PDF, a page of it"),
    8,
    Bilingual("秒", "seconds"),
    _SPLIT,
)
PDF_SECONDS: Final = Limit(
    Bilingual("PDF を読む時間", "time to read the PDF"), 60, Bilingual("秒", "seconds"), _SPLIT
)
PDF_MEMORY: Final = Limit(
    Bilingual("PDF を読むメモリー", "memory to read the PDF"), 512 * _MEGABYTE, _BYTES, _SPLIT
)


def hold(limit: Limit, met: int, where: str) -> None:
    """Raise InputError where more was met than the limit allows, naming the limit and both numbers."""
    if met <= limit.most:
        return
    raise InputError(
        Bilingual(
            f"読み取りの上限を超えました: {limit.name.ja} {met:,}{limit.unit.ja}",
            f"A limit of reading was passed: {limit.name.en}, {met:,} {limit.unit.en}",
        ),
        where=where,
        expected=Bilingual(f"{limit.most:,}{limit.unit.ja}以下", f"at most {limit.most:,} {limit.unit.en}"),
        todo=limit.todo,
    )
