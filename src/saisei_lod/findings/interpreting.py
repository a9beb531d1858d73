"""What can be found while what a page says is understood."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "AMOUNT_NOT_UNDERSTOOD",
    "AREA_PHRASE_IN_MAKER_CELL",
    "CODE_DISAGREES",
    "CODE_NOT_KNOWN",
    "DATE_NOT_UNDERSTOOD",
    "MAKERS_INCOMPLETE",
    "MAKER_NOT_KNOWN",
    "NOTE_NOT_INTERPRETED",
    "PERIOD_ENDS_FIRST",
    "PERIOD_END_NOT_DATED",
    "PERIOD_NOT_UNDERSTOOD",
    "PERIOD_START_NOT_DATED",
    "PLAN_KEY_TWICE",
    "PLAN_WITHOUT_MAKER",
    "PLAN_WITHOUT_TITLE",
    "PUBLISHER_FOUND_ON_PAGE",
    "PUBLISHER_NOT_KNOWN",
    "ROUND_DAY_MISMATCH",
    "SCHEME_AMBIGUOUS",
    "SCHEME_NOT_KNOWN",
    "SUMMARY_HOLDS_PLAN",
    "TITLE_DOUBTFUL",
    "WORDS_NOT_UNDERSTOOD",
]

_ADD_BY_HAND: Final = Bilingual("記録に手で補ってください。", "Add what it says to the record by hand.")

AMOUNT_NOT_UNDERSTOOD: Final = Kind(
    "amount-not-understood",
    Severity.WARNING,
    Bilingual("金額が読み取れません: {text}", "This sum of money was not understood: {text}"),
    Bilingual(
        "例えば 24,500千円 の形か確かめ、記録の amounts に円で補ってください。",
        "A form like 24,500千円 was expected; add it to amounts in the record, in yen.",
    ),
)
AREA_PHRASE_IN_MAKER_CELL: Final = Kind(
    "area-phrase-in-maker-cell",
    Severity.INFO,
    Bilingual(
        "作成主体の欄に区域の書き方があります。区域としても読みました: {text}",
        "The cell of makers holds a phrase about the area, which was read as the coverage too: {text}",
    ),
    Bilingual("読み取りが正しいか確かめてください。", "See whether it was read right."),
)
CODE_DISAGREES: Final = Kind(
    "code-disagrees",
    Severity.WARNING,
    Bilingual(
        "団体コード {code}({name})が、作成主体の名称と合いません: {text}。名称のほうを記録しました。",
        "The code {code} ({name}) is of none of the makers named: {text}. The names were recorded.",
    ),
    Bilingual(
        "名称とコードのどちらが正しいか確かめ、記録の makers を直してください。",
        "See which of name and code is right, and correct makers in the record.",
    ),
)
CODE_NOT_KNOWN: Final = Kind(
    "code-not-known",
    Severity.WARNING,
    Bilingual("台帳にない団体コードです: {text}", "The registry knows no such code: {text}"),
    Bilingual(
        "5桁(検査数字を含めば6桁)の団体コードか確かめてください。",
        "See whether it is a code of 5 digits, or 6 with the check digit.",
    ),
)
DATE_NOT_UNDERSTOOD: Final = Kind(
    "date-not-understood",
    Severity.WARNING,
    Bilingual(
        "日付も認定回も読み取れません: {text}", "Neither a date nor a round was understood here: {text}"
    ),
    Bilingual(
        "例えば 令和2年3月30日(第55回) の形か確かめ、記録に YYYY-MM-DD で補ってください。",
        "A form like 令和2年3月30日(第55回) was expected; add the date to the record as YYYY-MM-DD.",
    ),
)
MAKER_NOT_KNOWN: Final = Kind(
    "maker-not-known",
    Severity.WARNING,
    Bilingual("台帳にない作成主体です: {text}", "The registry knows no such local government: {text}"),
    Bilingual(
        "名称を確かめ、記録の makers に団体コードを補ってください。",
        "Check the name, and add its code to makers in the record.",
    ),
)
MAKERS_INCOMPLETE: Final = Kind(
    "makers-incomplete",
    Severity.WARNING,
    Bilingual("作成主体が一部しか書かれていません: {text}", "Not all makers are named here: {text}"),
    Bilingual(
        "計画書で作成主体を確かめ、記録の makers に補ってください。",
        "Find the others in the plan's document and add them to makers in the record.",
    ),
)
NOTE_NOT_INTERPRETED: Final = Kind(
    "note-not-interpreted",
    Severity.INFO,
    Bilingual(
        "注記は読み取らず、文言だけ残しました: {text}",
        "A note was kept as it stands and not interpreted: {text}",
    ),
    _ADD_BY_HAND,
)
PERIOD_ENDS_FIRST: Final = Kind(
    "period-ends-first",
    Severity.WARNING,
    Bilingual(
        "計画期間の終わり({end})が始まり({start})より前です: {text}",
        "The period ends ({end}) before it starts ({start}): {text}",
    ),
    Bilingual(
        "どちらが正しいか確かめてください。書かれたまま記録しました。",
        "See which of the two is right. Both were recorded as printed.",
    ),
)
PERIOD_END_NOT_DATED: Final = Kind(
    "period-end-not-dated",
    Severity.INFO,
    Bilingual(
        "計画期間の終わりが、日付でなく長さで書かれています: {text}",
        "The period's end is told by its length, without a date: {text}",
    ),
    Bilingual(
        "始まりの日から数え、記録の period.end に補ってください。",
        "Count from the period's start, and add the day to period.end in the record.",
    ),
)
PERIOD_NOT_UNDERSTOOD: Final = Kind(
    "period-not-understood",
    Severity.WARNING,
    Bilingual("計画期間が読み取れません: {text}", "The period was not understood: {text}"),
    Bilingual(
        "例えば 令和2年4月1日から令和5年3月31日まで の形か確かめ、記録の period に補ってください。",
        "A form like 令和2年4月1日から令和5年3月31日まで was expected; add it to period in the record.",
    ),
)
PERIOD_START_NOT_DATED: Final = Kind(
    "period-start-not-dated",
    Severity.INFO,
    Bilingual(
        "計画期間の初めが日付で書かれていません: {text}", "The period's start is named without a date: {text}"
    ),
    Bilingual(
        "認定日か変更認定日かを確かめ、記録の period.start に補ってください。",
        "See whether it is the day of the certification or of a change, and add it to period.start.",
    ),
)
PLAN_KEY_TWICE: Final = Kind(
    "plan-key-twice",
    Severity.WARNING,
    Bilingual(
        "同じ計画がこのページに二度あります: {text}。二つ目にはキーを付けません。",
        "The page lists this plan twice: {text}. The second one gets no key.",
    ),
    Bilingual(
        "同じ計画なら二つ目を消し、別の計画なら名称を直してください。",
        "Delete the second one, or correct its title if it is another plan.",
    ),
)
PLAN_WITHOUT_MAKER: Final = Kind(
    "plan-without-maker",
    Severity.WARNING,
    Bilingual(
        "作成主体の分からない計画です。キーを付けません: {text}",
        "The maker of this plan is not known; it gets no key: {text}",
    ),
    Bilingual(
        "記録の makers に補うか、ページの発信者を --publisher で指定してください。",
        "Add makers to the record, or name the page's publisher with --publisher.",
    ),
)
PLAN_WITHOUT_TITLE: Final = Kind(
    "plan-without-title",
    Severity.WARNING,
    Bilingual(
        "名称の分からない計画です。キーを付けません: {text}",
        "The title of this plan is not known; it gets no key: {text}",
    ),
    Bilingual("記録の title に補ってください。", "Add title to the record."),
)
PUBLISHER_FOUND_ON_PAGE: Final = Kind(
    "publisher-found-on-page",
    Severity.INFO,
    Bilingual(
        "ページの発信者をページの記載から {name}({code})としました: {text}",
        "The page's publisher was taken to be {name} ({code}) by what the page says: {text}",
    ),
    Bilingual("違う場合は --publisher で指定してください。", "Name it with --publisher if that is wrong."),
)
PUBLISHER_NOT_KNOWN: Final = Kind(
    "publisher-not-known",
    Severity.WARNING,
    Bilingual("ページの発信者が分かりません: {text}", "Who publishes the page is not known: {text}"),
    Bilingual(
        "団体コードを --publisher で指定してください(例 --publisher 06209)。",
        "Name it by its code with --publisher, for example --publisher 06209.",
    ),
)
ROUND_DAY_MISMATCH: Final = Kind(
    "round-day-mismatch",
    Severity.WARNING,
    Bilingual(
        "第{number}回の認定日として知られる日({known})と、書かれた日({day})が違います: {text}",
        "The day printed ({day}) is none of the known days of round {number} ({known}): {text}",
    ),
    Bilingual(
        "日付と認定回のどちらが正しいか確かめてください。書かれたまま記録しました。",
        "See which of day and round is right. Both were recorded as printed.",
    ),
)
SCHEME_AMBIGUOUS: Final = Kind(
    "scheme-ambiguous",
    Severity.WARNING,
    Bilingual(
        "「{text}」は複数の支援措置の名称で、どれか決まりません({candidates})。",
        "{text} is the label of several funding schemes, and nothing decides which ({candidates}).",
    ),
    Bilingual("記録の schemes に識別名を補ってください。", "Add the slug to schemes in the record."),
)
SCHEME_NOT_KNOWN: Final = Kind(
    "scheme-not-known",
    Severity.WARNING,
    Bilingual("語彙にない支援措置です: {text}", "The vocabulary knows no such funding scheme: {text}"),
    Bilingual(
        "書き方の違いなら ontology/schemes.ttl に別名を、新しい措置なら概念を加えてください。",
        "Add the spelling as a label to ontology/schemes.ttl, or the scheme as a concept.",
    ),
)
SUMMARY_HOLDS_PLAN: Final = Kind(
    "summary-holds-plan",
    Severity.WARNING,
    Bilingual(
        "概要の中に別の計画らしい記載があります: {text}",
        "The summary holds what looks like another plan: {text}",
    ),
    Bilingual(
        "前後の行が正しく分かれているか確かめ、計画を分けてください。",
        "See whether the lines were copied apart, and separate the plans in the record.",
    ),
)
TITLE_DOUBTFUL: Final = Kind(
    "title-doubtful",
    Severity.WARNING,
    Bilingual(
        "名称らしくない名称です。キーを付けません: {text}",
        "This does not look like a title; the plan gets no key: {text}",
    ),
    Bilingual("記録の title を直してください。", "Correct title in the record."),
)
WORDS_NOT_UNDERSTOOD: Final = Kind(
    "words-not-understood",
    Severity.WARNING,
    Bilingual(
        "計画の記載で読み取れなかった部分です: {text}", "These words of a plan were not understood: {text}"
    ),
    _ADD_BY_HAND,
)
