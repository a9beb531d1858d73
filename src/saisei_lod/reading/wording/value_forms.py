"""Whether words can be the value of a field, by their form alone.

A word that begins many sentences (認定, 期間, 変更) is a label only where what follows it can be its value.
"""

import re
from collections.abc import Mapping
from typing import Final

from saisei_lod.reading.model import Field

__all__ = ["can_be_value", "field_of_short_word"]

#: Words that are labels only before a value of their field, beside those that always are.
_SHORT_WORDS: Final[Mapping[Field, str]] = {
    Field.CERTIFICATION: "認定 当初 新規 初回 新規認定 認定等 認定状況 認定の状況 認定について 認定・変更 認定及び変更",
    Field.ROUND: "回 回次 認定番号",
    Field.AMENDMENTS: (
        "変更 変更等 変更認定等 変更の有無 取消 取消し 取り消し 認定取消 認定取消し 認定の取消 認定の取消し 認定の取り消し "
        "軽微な変更 軽微変更 最終変更 直近変更 直近の変更 計画変更 計画の変更 その後の変更"
    ),
    Field.PERIOD: "期間 開始 終了 年度 計画年度 事業年度 実施年度 計画期限 実施時期 計画",
    Field.MAKERS: "構成市町村 構成団体 構成自治体 構成市町 主体 事業主体 事業者 地方公共団体 市区町村 関係自治体 "
    "作成 策定 共同 共同作成 共同策定 共同申請 連名 代表 構成 連携 申請",
    Field.COVERAGE: "区域 対象 地域 範囲 エリア 地区",
    Field.SCHEMES: "支援 税制 制度 財源 交付金 補助金 特例 活用 事業 対象事業 事業名 国の支援",
    Field.TITLE: "計画 地域再生計画 認定計画 題名 タイトル",
    Field.STATUS: "状況 状態 現況 進捗",
}
_BY_WORD: Final = {
    word: tuple(field for field, words in _SHORT_WORDS.items() if word in words.split())
    for words in _SHORT_WORDS.values()
    for word in words.split()
}
_NUMBER: Final = r"[0-9元〇一二三四五六七八九十]{1,4}"
_DAY: Final = rf"(?:令和|平成|昭和|(?<![A-Za-z])[RHS](?=[0-9])|(?:19|20)[0-9]{{2}}[年./-]) *{_NUMBER}?"
_ROUND: Final = rf"第 *{_NUMBER} *回"
_NONE: Final = r"(?:[-ー~]{1,4}|なし|無し?|該当なし|ありません)\s*\Z"
_FORMS: Final[Mapping[Field, re.Pattern[str]]] = {
    Field.CERTIFICATION: re.compile(rf"[(\[]?\s*(?:{_DAY}|{_ROUND}|同日)"),
    Field.ROUND: re.compile(rf"[(\[]?\s*(?:{_ROUND}|[0-9]{{1,2}}\s*(?:\Z|回))"),
    Field.AMENDMENTS: re.compile(rf"[(\[]?\s*(?:{_DAY}|{_ROUND}|同[日年]|{_NONE})"),
    Field.PERIOD: re.compile(rf"(?:自|認定の?日)?\s*[(]?(?:{_DAY}|~|[0-9]{{4}}(?![0-9]))"),
    Field.MAKERS: re.compile(
        r"[^。()「」]{1,200}?(?:[都道府県市区町村]|広域連合|組合)(?:\([^()]{1,40}\)|の?(?:共同|連名)[^。]{0,6}|(?:ほか|他|外)[^。]{1,12}|等)?\s*\Z"
    ),
    Field.COVERAGE: re.compile(r"[^。「」]{1,300}(?:全域|一部|区域|[市区町村])(?:\([^()]{1,80}\))?\s*\Z"),
    Field.SCHEMES: re.compile(
        r"[^。「」]{0,120}(?:交付金|補助金|負担金|ふるさと納税|応援税制|特例|利子補給|タイプ)[^。「」]{0,40}\Z"
    ),
    Field.TITLE: re.compile(
        r"「[^「」]*(?:「[^「」]*」[^「」]*)*」|[^。]{3,120}(?:計画|プロジェクト|事業|構想|プラン)(?:\([^()]{1,30}\)|\[[^\[\]]{1,40}\])?\s*\Z"
    ),
    Field.STATUS: re.compile(
        r"[(\[【]?(?:計画)?(?:期間)?(?:実施中|終了|完了|継続|現行|有効|取消|進行中|期間中|満了)"
    ),
}


def can_be_value(field: Field, level: str) -> bool:
    """Tell whether levelled words have the form of a field's value; of other fields anything may be one.

    >>> can_be_value(Field.CERTIFICATION, "令和4年3月30日(第63回)"), can_be_value(Field.PERIOD, "中の計画")
    (True, False)
    """
    form = _FORMS.get(field)
    return bool(level.strip()) and (form is None or bool(form.match(level.strip())))


def field_of_short_word(word: str, value: str) -> Field | None:
    """Return the field that a short word stands for before a value, None where the value is none of its field.

    >>> field_of_short_word("認定", "令和4年3月30日").value, field_of_short_word("認定", "こども園")
    ('certification', None)
    """
    return next((field for field in _BY_WORD.get(word, ()) if can_be_value(field, value)), None)
