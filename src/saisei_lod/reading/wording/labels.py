"""The words that pages print over columns and before values, each with the field it stands for.

One table for both: what heads a column on one page labels a block on another. A new synonym is a word
here.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Line
from saisei_lod.reading.wording.header_phrases import field_of_phrase
from saisei_lod.reading.wording.marks import mark_end, mark_number

__all__ = ["FIELD_WORDS", "Label", "column_fields", "field_of_word", "label_of"]

FIELD_WORDS: Final[Mapping[Field, str]] = {
    Field.CERTIFICATION: (
        "認定年月日 認定日 認定の日 計画認定日 計画の認定日 計画認定年月日 計画認定 地域再生計画の認定 "
        "計画の認定 当初認定年月日 当初認定日 "
        "計画の認定日及び変更日 認定日及び変更日 認定日・変更日 計画の認定日・変更日 認定年月日及び変更年月日 "
        "認定年月日・変更年月日 計画の認定年月日 計画の認定日及び変更認定日 認定日及び変更認定日 初回認定日 "
        "新規認定日 当初認定 認定時期 認定年月 国の認定日 地域再生計画認定日 地域再生計画の認定日 認定日等 "
        "認定日・変更認定日 認定日・回 認定(変更)日 認定(変更)年月日 認定・変更認定日 国認定日 内閣総理大臣認定日"
    ),
    Field.ROUND: "認定回 認定回数 認定回次 認定の回 当初認定回 認定回号 回数",
    Field.AMENDMENTS: (
        "変更認定年月日 変更認定日 変更年月日 変更日 計画の変更日 最終変更日 変更認定 計画変更日 計画の変更認定日 "
        "最終変更認定日 最終変更年月日 変更認定回 変更認定の回 変更の認定日 直近の変更認定日 直近の変更日 "
        "計画変更認定日 変更履歴 "
        "最新変更認定日 変更認定年月 変更 最終変更認定年月日 軽微な変更日 軽微変更日"
    ),
    Field.MAKERS: (
        "作成主体 作成主体名 作成主体の名称 計画作成主体 計画の作成主体 地域再生計画の作成主体 作成団体 "
        "地域再生計画の作成主体の名称 申請主体 申請主体名 策定主体 策定主体名 地方公共団体名 実施主体 作成者 "
        "計画主体 申請団体 申請者 計画作成団体 作成自治体 自治体名 市町村名 市町名 市区町村名 市町村 "
        "自治体 団体名 共同作成主体 作成主体等 申請自治体"
    ),
    Field.TITLE: (
        "地域再生計画の名称 地域再生計画名 地域再生計画名称 計画の名称 計画名称 計画名 名称 認定計画名 認定計画の名称 "
        "認定計画名称 認定地域再生計画の名称 認定地域再生計画名 計画の名前 計画タイトル"
    ),
    Field.COVERAGE: (
        "区域 計画区域 計画の区域 地域再生計画の区域 対象区域 計画の対象区域 区域の範囲 地域再生の区域の範囲 "
        "地域再生計画の区域の範囲 地域再生を図る区域 計画の範囲 対象地域 対象エリア"
    ),
    Field.PERIOD: (
        "計画期間 計画の期間 地域再生計画の期間 地域再生計画の計画期間 期間 実施期間 事業期間 事業実施期間 "
        "計画の実施期間 認定期間 認定計画期間 計画終了年月日 計画期間終了日 終了年月日 計画終了日 計画期間の終了日 "
        "計画期間始期 計画期間終期 計画期間開始 計画期間終了 計画期間(始期) 計画期間(終期) 始期 終期 計画開始日 "
        "計画期間開始日 計画期間自 計画期間至 開始日 終了日 計画期間(始) 計画期間(終) 計画期間(自) 計画期間(至)"
    ),
    Field.SUMMARY: (
        "地域再生計画の概要 計画の概要 計画概要 概要 事業概要 事業の概要 計画の内容 事業内容 内容 計画内容 主な内容 "
        "主な事業内容 主な取組 取組内容 取組概要 取組の概要 計画の目標 目的 計画の目的 ねらい"
    ),
    Field.SCHEMES: (
        "活用する支援制度 活用する支援措置 活用する制度 活用する交付金 活用制度 支援制度 支援措置 支援措置名 "
        "支援措置の名称 活用した支援措置 適用される支援措置 交付金等 活用する交付金等 活用交付金 交付金 交付金名 "
        "地域再生の支援措置 地域再生の支援措置の名称 支援措置等 支援策 活用する支援策 支援メニュー 国の支援制度 "
        "国の支援措置 適用する支援措置 活用事業 活用した交付金 活用措置 支援の内容 支援措置の内容 受ける支援措置 "
        "活用する支援措置等 支援措置の番号及び名称 支援措置の番号・名称 支援措置番号及び名称 交付金の種類 "
        "活用した制度 活用する国の制度 特例措置"
    ),
    Field.DOCUMENTS: (
        "添付ファイル 関連ファイル 計画書 計画書ファイル ファイル 計画書等 地域再生計画書 計画本文 本文 関連資料 資料 "
        "添付資料 PDF PDFファイル リンク 計画書(PDF) ダウンロード 計画全文 計画の本文 関連書類 新旧対照表 計画書本文"
    ),
    Field.NOTE: "備考 注記 摘要 特記事項",
    Field.AMOUNTS: (
        "総事業費 事業費 交付金額 交付額 交付対象事業費 対象事業費 寄附の目安 寄附額の目安 寄附金額の目安 寄付の目安 予算額 "
        "交付決定額 補助金額 国費 総額 計画額 交付金充当額 寄附の金額の目安 全体事業費 交付金交付額"
    ),
    Field.PREFECTURE: "都道府県 都道府県名 県名 府県名",
    Field.CODES: (
        "地方公共団体コード 地方公共団体コード1 地方公共団体コード2 団体コード 団体コード1 団体コード2 市町村コード "
        "自治体コード 市区町村コード 全国地方公共団体コード 都道府県コード 都道府県番号 作成主体コード "
        "団体コード(5桁) 団体コード(6桁) 地方公共団体コード3 団体コード3"
    ),
    Field.OTHER: (
        "番号 No No. NO NO. # 項番 通番 連番 整理番号 通し番号 支援措置の番号 "
        "地域再生の支援措置の番号 "
        "担当課 担当 担当部署 所管課 所管 担当課名 担当部局 所管部署 担当課室 主管課 事業者名"
    ),
    Field.KIND: "種別 区分 分類 計画の種類 計画種別 制度 根拠法 根拠法令 計画区分",
    Field.STATUS: "状態 状況 ステータス 計画の状況 計画の状態 実施状況 進捗状況 現況 現在の状況 終了・継続",
}
_BY_WORD: Final = {word: field for field, words in FIELD_WORDS.items() for word in words.split()}
_NAME: Final = re.compile(
    r"[【〔<《\[「]?(?P<name>[^:。【】〔〕<>《》\[\]「」]{1,24})[】〕>》\]」]? *(?P<colon>:)? *"
)
_OPENING: Final = frozenset("【〔<《[「")
_COLUMN_WORD: Final = re.compile(r"[^\s()|、/]+")


class Label(NamedTuple):
    """A label on a line: its field (None where the word is unknown), its number, where its value begins."""

    field: Field | None
    word: str
    number: int | None
    value_start: int


def field_of_word(word: str) -> Field | None:
    """Return the field that a levelled word without white space stands for, None where it is unknown."""
    return _BY_WORD.get(word)


def label_of(line: Line) -> Label | None:
    """Return the label that a line begins with, None where it has none.

    A known word is a label alone on its line or before a colon. A phrase that is built like one is a
    label where a number, a mark, a bracket or a colon says so; an unknown word only where it is numbered
    and nothing but a short phrase stands on the line.
    """
    begins = mark_end(line.level)
    name = _NAME.match(line.level, begins)
    if not name:
        return None
    ends_line = name.end() == len(line.level)
    if not (ends_line or name["colon"]):
        return None
    word = name["name"].replace(" ", "")
    number = mark_number(line.level)
    is_marked = bool(line.level[:begins].strip() or name["colon"] or line.level[name.start()] in _OPENING)
    field = _BY_WORD.get(word) or (field_of_phrase(word) if is_marked else None)
    if field is None and (number is None or not ends_line):
        return None
    return Label(field, word, number, name.end())


def column_fields(level: str) -> tuple[Field, ...]:
    """Return the fields whose column words make up a levelled line, none where another word stands on it."""
    words = _COLUMN_WORD.findall(level) if len(level) <= _LONGEST_HEADER else []
    fields = tuple(_BY_WORD[word] for word in words if word in _BY_WORD)
    return fields if len(fields) == len(words) else ()


#: A line of column words is short; a longer one is not looked at word by word.
_LONGEST_HEADER: Final = 200
