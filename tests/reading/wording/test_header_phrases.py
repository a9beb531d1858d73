"""The grammar of header words: what was never listed is understood by what it is made of."""

import pytest

from saisei_lod.reading import Field
from saisei_lod.reading.wording.column_words import fields_of_header
from saisei_lod.reading.wording.header_phrases import field_of_phrase


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (Field.CERTIFICATION, "認定を受けた日 国から認定された日 内閣総理大臣の認定日 当初の認定年月日 国が認定した日"),
        (Field.AMENDMENTS, "変更認定を受けた日 変更の認定年月日 直近の変更認定日 計画の変更 変更された日 軽微な変更の日"),
        (Field.ROUND, "計画の認定回 新規認定の回"),
        (Field.TITLE, "認定された計画の名称 国の認定を受けた計画名 プロジェクト名称"),
        (Field.MAKERS, "計画の作成者 計画を策定した団体 申請した市町村 共同作成団体 作成市町村名"),
        (Field.PERIOD, "計画の有効期間 事業実施期間 計画年度 計画の終了予定日 計画期限"),
        (Field.COVERAGE, "計画の対象地域 実施区域 地域再生計画の区域名"),
        (Field.SUMMARY, "取組の内容 計画の主な内容 事業の目的"),
        (Field.SCHEMES, "国の支援 活用した国の交付金 利用する制度 適用を受ける支援措置 国からの支援措置名 交付金等の名称"),
        (Field.OTHER, "認定番号 問合せ先 担当部署名"),
    ],
)  # fmt: skip
def test_a_phrase_is_told_by_its_parts(field: Field, words: str) -> None:
    """Verbs, particles and nouns in their places name one field."""
    assert {word: field_of_phrase(word) for word in words.split()} == dict.fromkeys(words.split(), field)


@pytest.mark.parametrize(
    "word",
    ["申請日", "認定状況", "地域", "目標", "事業名", "構成市町村", "担当者", "事業費", "金額", "海の再生計画", "変更認定しました"],
)  # fmt: skip
def test_other_words_name_nothing(word: str) -> None:
    """What may mean several things is left to the values, or to a finding."""
    assert field_of_phrase(word) is None


def test_brackets_hold_a_second_word() -> None:
    """認定を受けた日(認定回) names the day and the round."""
    assert fields_of_header("認定を受けた日(認定回)") == (Field.CERTIFICATION, Field.ROUND)
