"""What people call the fields of records, as the columns of the workbook do in which they may correct them."""

import re
from collections.abc import Mapping
from typing import Final

from saisei_lod.errors import Bilingual

__all__ = ["name_of"]

_NUMBER: Final = re.compile(r"\[\d+\]")
_NONE: Final = Bilingual("", "")
_NAMES: Final[Mapping[str, Bilingual]] = {
    "amendments": Bilingual("変更", "changes"),
    "amendments.date": Bilingual("変更日", "day of the change"),
    "amendments.date_basis": Bilingual("変更日の根拠", "basis of the day"),
    "amendments.kind": Bilingual("変更の種類", "kind of the change"),
    "amendments.round": Bilingual("変更の認定回", "round of the change"),
    "amendments.round_basis": Bilingual("認定回の根拠", "basis of the round"),
    "amounts": Bilingual("金額", "amounts"),
    "amounts.name": Bilingual("金額の名称", "name of the amount"),
    "amounts.text": Bilingual("金額の文言", "amount as printed"),
    "amounts.yen": Bilingual("金額(円)", "yen"),
    "certification": Bilingual("認定", "certification"),
    "certification.date": Bilingual("認定日", "certified on"),
    "certification.date_basis": Bilingual("認定日の根拠", "basis of the day"),
    "certification.round": Bilingual("認定回", "round"),
    "certification.round_basis": Bilingual("認定回の根拠", "basis of the round"),
    "combined_into": Bilingual("統合先の計画キー", "combined into"),
    "coverage": Bilingual("区域", "area"),
    "coverage.codes": Bilingual("区域の団体コード", "codes of the area"),
    "coverage.kind": Bilingual("区域の範囲", "coverage"),
    "coverage.text": Bilingual("区域の文言", "wording of the area"),
    "documents": Bilingual("添付ファイル", "documents"),
    "documents.format": Bilingual("ファイルの形式", "format of the document"),
    "documents.size_text": Bilingual("ファイルの大きさ", "size as printed"),
    "documents.url": Bilingual("ファイルのアドレス", "address of the document"),
    "heading": Bilingual("掲載の見出し", "heading"),
    "id": Bilingual("計画キー", "plan key"),
    "indicators": Bilingual("数値目標", "indicators"),
    "indicators.name": Bilingual("指標名", "indicator"),
    "indicators.unit": Bilingual("指標の単位", "unit of the indicator"),
    "indicators.values.role": Bilingual("指標の値の区分", "role of the value"),
    "indicators.values.value": Bilingual("指標の値", "value of the indicator"),
    "indicators.values.year": Bilingual("指標の年度", "year of the value"),
    "lines": Bilingual("出典の行", "lines of the source"),
    "makers": Bilingual("作成主体", "makers"),
    "makers.basis": Bilingual("作成主体の根拠", "basis of the maker"),
    "makers.code": Bilingual("作成主体の団体コード", "code of the maker"),
    "makers.lead": Bilingual("代表", "lead"),
    "makers.name": Bilingual("作成主体の名称", "name of the maker"),
    "own.summary_en": Bilingual("英語の紹介文", "our summary, en"),
    "own.summary_ja": Bilingual("紹介文", "our summary, ja"),
    "own.title_en": Bilingual("英語の名称", "our title, en"),
    "page.contact.address": Bilingual("問合せ先の住所", "postal address"),
    "page.contact.email": Bilingual("問合せ先のメール", "e-mail"),
    "page.contact.fax": Bilingual("問合せ先のファクス", "fax"),
    "page.contact.name": Bilingual("問合せ先", "contact"),
    "page.contact.phone": Bilingual("問合せ先の電話", "telephone"),
    "page.last_updated": Bilingual("ページの更新日", "last updated"),
    "page.page_id": Bilingual("ページ番号", "page id"),
    "page.publisher.code": Bilingual("発行者コード", "publisher's code"),
    "page.publisher.name": Bilingual("発行者名", "publisher"),
    "page.retrieved": Bilingual("取得日", "retrieved"),
    "page.title": Bilingual("ページの題名", "title of the page"),
    "page.url": Bilingual("ページのアドレス", "address of the page"),
    "period": Bilingual("計画期間", "period"),
    "period.end": Bilingual("期間の末日", "period until"),
    "period.precision": Bilingual("期間の精度", "precision of the period"),
    "period.start": Bilingual("期間の初日", "period from"),
    "schemes": Bilingual("支援措置", "scheme"),
    "status": Bilingual("掲載の区分", "listed as"),
    "summary": Bilingual("出典の概要", "summary of the source"),
    "title": Bilingual("計画の名称", "title"),
}


def name_of(field: str) -> Bilingual:
    """Return what people call a field of a record; empty where it has no name.

    >>> name_of("makers[2].code").ja
    '作成主体の団体コード'
    """
    return _NAMES.get(_NUMBER.sub("", field), _NONE)
