"""What can be found while the container of a page is opened."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "BYTES_REPLACED",
    "ENCODING_DIFFERS",
    "ENCODING_GUESSED",
    "FORMULA_WITHOUT_VALUE",
    "LEAF_WITHOUT_TEXT",
    "ROWS_HIDDEN",
    "SHEET_HIDDEN",
    "STRUCK_OUT",
]

BYTES_REPLACED: Final = Kind(
    "bytes-replaced",
    Severity.WARNING,
    Bilingual(
        "文字コード {encoding} として読めないバイトが {count} か所あり、� に置き換えました(最初は {text})。",
        "{count} places are no text in the encoding {encoding}; � stands for them (the first: {text}).",
    ),
    Bilingual(
        "� のある値を元のページと見比べて直してください。",
        "Compare values that hold � with the page and correct them.",
    ),
)
ENCODING_DIFFERS: Final = Kind(
    "encoding-differs",
    Severity.INFO,
    Bilingual(
        "ページの示す文字コード {declared} では読めず、{text} として読みました。",
        "The page declares the encoding {declared}, but was read as {text}.",
    ),
    Bilingual("文字化けがなければ、何もしなくてかまいません。", "Nothing, unless the text is garbled."),
)
ENCODING_GUESSED: Final = Kind(
    "encoding-guessed",
    Severity.INFO,
    Bilingual(
        "文字コードの指定がないため、{text} と推定しました。",
        "No encoding is declared; it was taken for {text}.",
    ),
    Bilingual(
        "文字化けがあれば UTF-8 で保存し直してください。",
        "If the text is garbled, save the page again as UTF-8.",
    ),
)
FORMULA_WITHOUT_VALUE: Final = Kind(
    "formula-without-value",
    Severity.WARNING,
    Bilingual(
        "シート {sheet} の {count} 個のセルは、計算結果の保存されていない数式です: {text}",
        "{count} cells of the sheet {sheet} hold a formula whose result was not saved: {text}",
    ),
    Bilingual(
        "表計算ソフトで開いて保存し直すと、計算結果が残ります。",
        "Open the workbook in a spreadsheet program and save it again: it keeps the results.",
    ),
)
LEAF_WITHOUT_TEXT: Final = Kind(
    "leaf-without-text",
    Severity.WARNING,
    Bilingual(
        "文字のないページがあり、読めませんでした(画像のみと思われます): {text}",
        "Pages without text were not read (probably images): {text}",
    ),
    Bilingual(
        "そのページに計画があれば、記録に手で補ってください。",
        "If those pages hold plans, add them to the record by hand.",
    ),
)
ROWS_HIDDEN: Final = Kind(
    "rows-hidden",
    Severity.INFO,
    Bilingual(
        "シート {text} の非表示の行または列を {count} 読みませんでした。",
        "{count} hidden rows or columns of the sheet {text} were not read.",
    ),
    Bilingual(
        "必要な行なら、再表示して保存し直してください。",
        "If they are needed, unhide them and save the file again.",
    ),
)
SHEET_HIDDEN: Final = Kind(
    "sheet-hidden",
    Severity.INFO,
    Bilingual("非表示のシートを読みませんでした: {text}", "A hidden sheet was not read: {text}"),
    Bilingual(
        "必要なシートなら、再表示して保存し直してください。",
        "If it is needed, unhide it and save the file again.",
    ),
)
STRUCK_OUT: Final = Kind(
    "struck-out",
    Severity.WARNING,
    Bilingual(
        "取り消し線の引かれた文字を読みませんでした: {text}", "Text that is struck out was not read: {text}"
    ),
    Bilingual(
        "取り消された記載かどうか、ページで確かめてください。", "See on the page whether it is withdrawn."
    ),
)
