"""What can be found in a workbook that comes back with corrections.

Violations are entries that cannot be taken over: nothing at all is written then. The others tell what was
left as it is.
"""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "CELLS_MERGED",
    "CELL_CHOICE_UNKNOWN",
    "CELL_CODE_UNKNOWN",
    "CELL_CODE_UNSURE",
    "CELL_DAY_WRONG",
    "CELL_EMPTY",
    "CELL_ERROR",
    "CELL_KEY_WRONG",
    "CELL_ROUND_WRONG",
    "CELL_TEXT_WRONG",
    "CELL_UNCOMPUTED",
    "CELL_YEN_WRONG",
    "COLUMN_MISSING",
    "COLUMN_TWICE",
    "COLUMN_UNKNOWN",
    "ITEM_TWICE",
    "KEY_COLUMN_MISSING",
    "PERIOD_EMPTY",
    "RECORD_CHANGED",
    "RECORD_GONE",
    "RECORD_NEWER",
    "ROWS_DISAGREE",
    "ROW_CHECK_MISSING",
    "ROW_EMPTY",
    "ROW_GONE",
    "ROW_KEY_MISSING",
    "ROW_KEY_UNKNOWN",
    "ROW_NEW",
    "ROW_NUMBER_UNKNOWN",
    "ROW_TWICE",
    "SHEET_MISSING",
    "SHEET_UNKNOWN",
    "SHOWN_CHANGED",
]

_WRITE_ANEW: Final = Bilingual(
    "saisei sheet write で書き出し直し、直した内容をそこに入れ直してください。",
    "Write the workbook anew (saisei sheet write) and enter the corrections there.",
)


def _violation(code: str, ja: str, en: str, fix_ja: str, fix_en: str) -> Kind:
    return Kind(code, Severity.VIOLATION, Bilingual(ja, en), Bilingual(fix_ja, fix_en))


def _remark(code: str, ja: str, en: str, fix_ja: str, fix_en: str) -> Kind:
    return Kind(code, Severity.INFO, Bilingual(ja, en), Bilingual(fix_ja, fix_en))


SHEET_MISSING: Final = _violation(
    "sheet-missing",
    "シート「{text}」がありません。",
    "The sheet {text} is missing.",
    "シートの名前を元に戻してください。消したときは、書き出し直したブックに直した内容を入れてください。",
    "Give the sheet its name back. If it was deleted, enter the corrections into a workbook written anew.",
)
SHEET_UNKNOWN: Final = _remark(
    "sheet-unknown",
    "シート「{text}」は読みません。",
    "The sheet {text} is not read.",
    "記録に入れる内容なら、元のシートに書いてください。",
    "What the records need goes into the sheets given.",
)
KEY_COLUMN_MISSING: Final = _violation(
    "sheet-key-column-missing",
    "シートの見出しに列「{text}」がありません。",
    "The heading of the sheet has no column {text}.",
    "1行目の見出しと灰色の列を元に戻してください。消したときは、書き出し直してください。",
    "Put back the heading of row 1 and the grey columns, or write the workbook anew.",
)
COLUMN_MISSING: Final = _remark(
    "sheet-column-missing",
    "列「{text}」がありません。この項目は変えません。",
    "There is no column {text}; its values stay as they are.",
    "直すときは、見出しを元に戻してください。",
    "To change them, put the column's heading back.",
)
COLUMN_TWICE: Final = _violation(
    "sheet-column-twice",
    "列「{text}」が2つあります。",
    "The column {text} stands twice.",
    "片方を消すか、見出しを変えてください。",
    "Delete one, or give it another heading.",
)
COLUMN_UNKNOWN: Final = _remark(
    "sheet-column-unknown",
    "列「{text}」は読みません。",
    "The column {text} is not read.",
    "メモならそのままで構いません。",
    "It may stay, if it is a note of your own.",
)
CELLS_MERGED: Final = _violation(
    "sheet-cells-merged",
    "結合されたセルがあります: {text}",
    "There are merged cells: {text}",
    "結合を解き、それぞれのセルに値を入れてください。",
    "Unmerge them, and enter the value of each cell.",
)
CELL_DAY_WRONG: Final = _violation(
    "sheet-day-wrong",
    "「{column}」の {text} は暦の日付として読めません。",
    "{column}: {text} is no day of the calendar.",
    "{form} の形で入れてください。令和3年3月30日、R3.3.30、2021/3/30 とも書けます。",
    "Write it as {form}; 2021/3/30 and 令和3年3月30日 are understood too.",
)
CELL_ROUND_WRONG: Final = _violation(
    "sheet-round-wrong",
    "「{column}」の {text} は認定回の番号ではありません。",
    "{column}: {text} is no number of a round.",
    "1 から 999 までの整数(例 55)を入れてください。回の番号がなければ空にします。",
    "Enter a whole number from 1 to 999, such as 55; leave it empty where the round has none.",
)
CELL_CODE_UNKNOWN: Final = _violation(
    "sheet-code-unknown",
    "「{column}」の {text} という団体コードは台帳にありません。",
    "{column}: no local government has the code {text}.",
    "全国地方公共団体コードを5桁(例 01204)か6桁(例 012041)で入れてください。{near}",
    "Enter the code of 5 digits (01204) or 6 (012041). {near}",
)
CELL_CODE_UNSURE: Final = _violation(
    "sheet-code-unsure",
    "「{column}」の数字 {text} は、先頭の 0 が落ちたコードかもしれません: {near}",
    "{column}: the number {text} may have lost its leading 0: {near}",
    "セルの書式を「文字列」にして、コードを5桁で入れ直してください。",
    "Set the cell's format to text and enter the code again, with 5 digits.",
)
CELL_YEN_WRONG: Final = _violation(
    "sheet-yen-wrong",
    "「{column}」の {text} は円単位の整数ではありません。",
    "{column}: {text} is no whole number of yen.",
    "円単位の整数(例 12000000)を入れてください。",
    "Enter a whole number of yen, such as 12000000.",
)
CELL_CHOICE_UNKNOWN: Final = _violation(
    "sheet-choice-unknown",
    "「{column}」の {text} は選択肢にありません。",
    "{column}: {text} is not in the list.",
    "次から選んでください: {choices}",
    "Choose one of: {choices}",
)
CELL_KEY_WRONG: Final = _violation(
    "sheet-key-wrong",
    "「{column}」の {text} は計画キーの形ではありません。",
    "{column}: {text} is no plan key.",
    "別の計画の計画キー(例 r055-01204-3476059d)を入れてください。",
    "Enter the key of another plan, such as r055-01204-3476059d.",
)
CELL_TEXT_WRONG: Final = _violation(
    "sheet-text-wrong",
    "「{column}」に、記録に入れられない文字(U+{code})があります: {text}",
    "{column} holds a character that no record can hold (U+{code}): {text}",
    "その文字(タブなど)を消してください。セルの中の改行は使えます。",
    "Delete the character (a tab, perhaps); line breaks within a cell are fine.",
)
CELL_EMPTY: Final = _violation(
    "sheet-cell-empty",
    "「{column}」は空にできません。",
    "{column} cannot be left empty.",
    "値を入れてください。元の値: {text}",
    "Enter a value. It was: {text}",
)
CELL_ERROR: Final = _violation(
    "sheet-cell-error",
    "「{column}」のセルが Excel のエラー値 {text} です。",
    "The cell {column} holds an error: {text}.",
    "値を入れ直してください。",
    "Enter the value again.",
)
CELL_UNCOMPUTED: Final = _violation(
    "sheet-cell-uncomputed",
    "「{column}」のセルは数式で、計算結果が保存されていません。",
    "The cell {column} holds a formula whose result was not saved.",
    "Excel で開いて保存し直すか、数式を「値として貼り付け」てください。",
    "Open and save it in Excel, or paste the result as a value.",
)
ROW_KEY_MISSING: Final = _violation(
    "sheet-row-key-missing",
    "この行には「{column}」がありません。",
    "This row has no {column}.",
    "どの計画の行か分かるように、計画キーを入れてください(シート「計画」からコピーできます)。",
    "Enter the key of the plan that the row belongs to; the sheet 計画 (Plans) has them all.",
)
ROW_KEY_UNKNOWN: Final = _violation(
    "sheet-row-key-unknown",
    "「{text}」という計画は、このブックの記録のどれか一つに決まりません。",
    "{text} is not one plan of this workbook.",
    "シート「計画」の計画キーをそのまま入れてください。同じキーの計画が複数の記録ファイルにあるときは、"
    "列「記録ファイル」にもファイル名を入れます。",
    "Copy the key from the sheet 計画 (Plans). Where it stands in several record files, enter the record "
    "file too.",
)
ROW_NEW: Final = _violation(
    "sheet-row-new",
    "このシートには新しい行を加えられません: {text}",
    "New rows cannot be added to this sheet: {text}",
    "行を消してください。新しい計画やページは、saisei read でページを読んで記録にします。",
    "Delete the row. New plans and pages become records by reading the page: saisei read.",
)
ROW_NUMBER_UNKNOWN: Final = _violation(
    "sheet-row-number-unknown",
    "番号 {text} の行は、この計画の記録にありません。",
    "The record of this plan has no row {text}.",
    "新しい行なら番号を空にしてください。",
    "If the row is new, leave its number empty.",
)
ROW_TWICE: Final = _violation(
    "sheet-row-twice",
    "同じ行が2回あります({text})。初めの行: {first}",
    "The row stands twice ({text}); first at {first}.",
    "行を写して新しい行を作ったときは、写した行の番号を空にしてください。",
    "If you copied it to make a new one, leave the number of the copy empty.",
)
ROWS_DISAGREE: Final = _violation(
    "sheet-rows-disagree",
    "同じ指標の行に、違う「{column}」が入っています: {text}",
    "Rows of one indicator were given different values of {column}: {text}",
    "どの行も同じにしてください。",
    "Write the same into each of them.",
)
PERIOD_EMPTY: Final = _violation(
    "sheet-period-empty",
    "計画期間の初日も末日もないのに、期間の精度が入っています。",
    "The precision of the period is given, but neither its first day nor its last.",
    "初日か末日を入れるか、精度を空にしてください。",
    "Enter a day, or leave the precision empty.",
)
ROW_CHECK_MISSING: Final = _violation(
    "sheet-row-check-missing",
    "列「照合」の値がありません: {text}",
    "The column 照合 (check) has no value: {text}",
    "灰色の列を元に戻してください。戻せないときは、saisei sheet write で書き出し直してください。",
    "Put the grey columns back; else write the workbook anew: saisei sheet write.",
)
ROW_GONE: Final = _remark(
    "sheet-row-gone",
    "{text} の行がシートにありません。記録は変えません。",
    "The row of {text} is missing; the record stays as it is.",
    "記録から消すときは、行を残したまま列「削除」で「はい」を選んでください。",
    "To take it out of the record, keep the row and choose はい (yes) in the column 削除 (delete).",
)
ROW_EMPTY: Final = _remark(
    "sheet-row-empty",
    "{text} の行が空です。記録は変えません。",
    "The row of {text} is empty; the record stays as it is.",
    *ROW_GONE.fix,
)
SHOWN_CHANGED: Final = Kind(
    "sheet-shown-changed",
    Severity.WARNING,
    Bilingual(
        "「{column}」は表示用の列なので、変えた内容は使いません: {text}",
        "{column} is there to read; what was entered is not used: {text}",
    ),
    Bilingual(
        "値は、その項目の列(作成主体や支援措置は、その名前のシート)で直してください。",
        "Correct the value in its own column; makers and schemes in the sheets of that name.",
    ),
)
ITEM_TWICE: Final = _violation(
    "sheet-item-twice",
    "{text} は、この計画のほかの行にもあります。",
    "{text} stands in another row of this plan too.",
    "どちらかの行の列「削除」で「はい」を選ぶか、値を直してください。",
    "Choose はい (yes) in the column 削除 (delete) of one of the rows, or correct the value.",
)
RECORD_CHANGED: Final = _violation(
    "sheet-record-changed",
    "「{text}」の記録は、ブックを書き出したあとに変わっています(このブックを反映済みの場合も含みます)。",
    "The record of {text} has changed since the workbook was written (perhaps by this very workbook).",
    *_WRITE_ANEW,
)
RECORD_NEWER: Final = _remark(
    "sheet-record-newer",
    "「{text}」の記録は、ブックを書き出したあとに変わっています。ブックに直した所はありません。",
    "The record of {text} has changed since the workbook was written; the workbook changes nothing in it.",
    "対処は要りません。",
    "Nothing needs to be done.",
)
RECORD_GONE: Final = _violation(
    "sheet-record-gone",
    "{text} の記録がデータのフォルダーにありません。",
    "The data folder has no record of {text}.",
    "データのフォルダーを確かめてください。記録ファイルの名前や計画キーが変わったときは、saisei sheet write で"
    "書き出し直してください。",
    "Check the data folder. If the file's name or the plan's key has changed, write the workbook anew.",
)
