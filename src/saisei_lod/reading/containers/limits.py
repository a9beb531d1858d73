"""The limits of what is read, all in one place: a file beyond one is refused with a message that names it.

They keep a reading within 256 MB and about 10 seconds, far above any page of plans that was met but one:
the national list of all plans has some 12,000 rows of 22 columns, and 821 pages as a PDF. Limits of workbooks, which other
floors open too, stand in saisei_lod/limits.py.
"""

from math import ceil
from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.limits import XLSX_BYTES, XLSX_MARKS, XLSX_PARTS, XLSX_RATIO, Limit, hold

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
    "PLANS",
    "TEXT_BYTES",
    "XLSX_BYTES",
    "XLSX_MARKS",
    "XLSX_PARTS",
    "XLSX_RATIO",
    "Limit",
    "hold",
    "pdf_seconds",
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


_BYTES: Final = Bilingual("バイト", "bytes")
_EACH: Final = Bilingual("個", "of them")

FILE_BYTES: Final = Limit(Bilingual("ファイルの大きさ", "size of the file"), 32 * _MEGABYTE, _BYTES, _SPLIT)
TEXT_BYTES: Final = Limit(Bilingual("テキストの大きさ", "size of the text"), 12 * _MEGABYTE, _BYTES, _SPLIT)
HTML_BYTES: Final = Limit(Bilingual("HTML の大きさ", "size of the HTML"), 12 * _MEGABYTE, _BYTES, _SPLIT)
HTML_ELEMENTS: Final = Limit(Bilingual("HTML の要素の数", "number of HTML elements"), 300_000, _EACH, _SPLIT)
HTML_DEPTH: Final = Limit(
    Bilingual("HTML の入れ子の深さ", "nesting depth of the HTML"), 500, Bilingual("段", "levels"), _SAVE
)
GRID_CELLS: Final = Limit(
    Bilingual("表のます目の数(結合を広げた数)", "number of table cells (merged ones spread)"),
    400_000,
    _EACH,
    _SPLIT,
)
LINES: Final = Limit(Bilingual("行の数", "number of lines"), 200_000, Bilingual("行", "lines"), _SPLIT)
PLANS: Final = Limit(Bilingual("計画の数", "number of plans"), 15_000, Bilingual("件", "plans"), _SPLIT)
LINE_LENGTH: Final = Limit(
    Bilingual("一行の長さ", "length of a line"), 1_000_000, Bilingual("字", "characters"), _SAVE
)
PDF_BYTES: Final = Limit(Bilingual("PDF の大きさ", "size of the PDF"), 32 * _MEGABYTE, _BYTES, _SPLIT)
PDF_PAGES: Final = Limit(
    Bilingual("PDF のページ数", "number of pages of the PDF"), 1_000, Bilingual("ページ", "pages"), _SPLIT
)
#: To open a PDF, and to read each page of it; a page of plans takes a tenth to a fifth of a second.
PDF_PAGE_SECONDS: Final = Limit(
    Bilingual("PDF の一ページを読む時間", "time to read the PDF, a page of it"),
    5,
    Bilingual("秒", "seconds"),
    _SPLIT,
)
#: For each 20 pages begun: the national list has 821 pages, which take two minutes.
PDF_SECONDS: Final = Limit(
    Bilingual("PDF を読む時間(20ページごと)", "time to read the PDF, for each 20 pages"),
    10,
    Bilingual("秒", "seconds"),
    _SPLIT,
)
_PDF_SPAN: Final = 20
PDF_MEMORY: Final = Limit(
    Bilingual("PDF を読むメモリー", "memory to read the PDF"), 200 * _MEGABYTE, _BYTES, _SPLIT
)


def pdf_seconds(pages: int) -> int:
    """Return the seconds that a PDF of a number of pages may take.

    >>> [pdf_seconds(pages) for pages in (0, 1, 20, 21, 821)]
    [10, 10, 10, 20, 420]
    """
    return PDF_SECONDS.most * max(1, ceil(min(pages, PDF_PAGES.most) / _PDF_SPAN))
