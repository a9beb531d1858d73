"""Say in words what the rules do that read values from pages, and those that choose among sources.

A rule is named by a slug in the data (``saisei:rule``, ``saisei:choiceRule``); a slug that is not known here
is shown as it stands.
"""

from collections.abc import Mapping
from typing import Final

from saisei_lod.errors import Bilingual

__all__ = ["CHOICES", "RULES", "choice_words", "rule_words"]

#: The rules that read values, in the order in which people meet them.
RULES: Final[Mapping[str, Bilingual]] = {
    "title-words": Bilingual(
        "計画名の欄や見出しの語句を、改行でつないだものが名称です。",
        "The title is the words printed as the plan's name, lines joined.",
    ),
    "era-date": Bilingual(
        "和暦または西暦の日付を、年月日に直しました。", "A date of the Japanese or the western calendar."
    ),
    "day-of-round": Bilingual(
        "日付の記載はなく、その認定回の認定日です。", "No day is printed; it is the day of the round."
    ),
    "round-number": Bilingual(
        "「第N回」の N、または回の欄の数です。", "The N of 第N回, or the number in a column of rounds."
    ),
    "round-of-day": Bilingual(
        "回の記載はなく、その日が認定日である回です。",
        "No round is printed; it is the one that has this day.",
    ),
    "event-word": Bilingual(
        "「変更認定」「軽微な変更」「取消し」などの語が、変更の種類を述べています。",
        "A word such as 変更認定, 軽微な変更 or 取消し tells the kind of the change.",
    ),
    "column-word": Bilingual(
        "欄の見出しの語が、変更の種類を述べています。",
        "The heading of the column tells the kind of the change.",
    ),
    "event-unspecified": Bilingual(
        "変更とだけあり、種類の記載がありません。", "A change is told, but not of which kind."
    ),
    "fiscal-year-start": Bilingual(
        "年度の始まり(4月1日)を始まりとしました。", "The fiscal year printed begins on 1 April."
    ),
    "fiscal-year-end": Bilingual(
        "年度の終わり(3月31日)を終わりとしました。", "The fiscal year printed ends on 31 March."
    ),
    "government-name": Bilingual(
        "自治体名を、台帳で団体コードに直しました。", "The name of a local government, found in the registry."
    ),
    "maker-words": Bilingual(
        "作成主体として書かれた語句です。台帳の団体とは結び付いていません。",
        "The words that name the maker; the program did not find them in the registry.",
    ),
    "publisher-implied": Bilingual(
        "作成主体の記載はなく、ページの公開者を作成主体としました。",
        "No maker is named; the publisher of the page is taken as the maker.",
    ),
    "publisher-told": Bilingual(
        "ページの公開者は、読み取るときに人が指定しました。",
        "A person named the publisher when the page was read.",
    ),
    "area-phrase": Bilingual(
        "「…の全域」「…の一部」などの語句です。", "A phrase such as …の全域 (all of) or …の一部 (a part of)."
    ),
    "scheme-label": Bilingual(
        "支援措置の名称または別名を、語彙の支援措置に直しました。",
        "A name of a funding scheme, or another spelling of it, found in the vocabulary.",
    ),
    "file-note": Bilingual(
        "添付ファイルの注記(形式、大きさ)の語句です。", "The note on an attached file: its format and size."
    ),
    "link-address": Bilingual(
        "リンク先の文書のアドレスです。ページの文字としては現れません。",
        "The address that a link leads to; it does not stand in the text of the page.",
    ),
    "indicator-words": Bilingual("数値目標の表の語句です。", "The words of a table of indicators."),
    "sum-of-money": Bilingual(
        "金額の表記を、単位(千円、億円など)を掛けて円に直しました。",
        "A sum of money, turned into yen by its unit (千円, 億円 and so on).",
    ),
    "status-words": Bilingual(
        "「終了した計画」などの見出しや区分の語句です。",
        "A heading or word such as 終了した計画 (ended plans).",
    ),
    "heading-words": Bilingual("計画の上にある見出しの語句です。", "The heading above the plan."),
    "summary-words": Bilingual(
        "計画の概要の語句を、改行でつないだものです。", "The words of the summary, lines joined."
    ),
    "page-header": Bilingual(
        "ページの表題やページ番号の語句です。", "The words of the page's title or number."
    ),
    "page-contact": Bilingual("ページの問合せ先の欄の語句です。", "The words of the page's contact."),
    "cell-words": Bilingual(
        "欄全体の語句から読み取りました。値だけの語句は決まりません。",
        "Read from the whole wording of the field; no narrower words say the value alone.",
    ),
    "record": Bilingual(
        "記録にそう書かれています。元の語句は記録に残っていません(人が手で書いた値など)。",
        "The record says so and keeps no words of the source, as where a person wrote it.",
    ),
    "correction": Bilingual(
        "下の語句から読み取った値を、人が記録の中で直しました。",
        "A person corrected in the record what was read from these words.",
    ),
}

#: The rules that choose what is published where sources disagree (docs/explanation/merging.md).
CHOICES: Final[Mapping[str, Bilingual]] = {
    "latest-source": Bilingual(
        "日付の新しい資料の値を採りました。", "The source of the latest date was preferred."
    ),
    "stated-first": Bilingual(
        "明記された値を、示唆や推定より優先しました。",
        "What is stated was preferred to what is implied or inferred.",
    ),
    "precise-first": Bilingual(
        "日を月より、月を年より優先しました。", "A day was preferred to its month, a month to its year."
    ),
    "specific-kind": Bilingual(
        "種類を述べる変更を、種類不明の変更より優先しました。",
        "A change of a stated kind was preferred to one of no stated kind.",
    ),
    "correction": Bilingual("人が直した値を採りました。", "A person corrected what was read."),
}


def rule_words(slug: str) -> Bilingual:
    """Return what a rule does, in words; an unknown one is shown by its name.

    >>> rule_words("no-such-rule").en
    'no-such-rule'
    """
    return RULES.get(slug, Bilingual(slug, slug))


def choice_words(slug: str) -> Bilingual:
    """Return how a choice among sources was made, in words; an unknown rule is shown by its name."""
    return CHOICES.get(slug, Bilingual(slug, slug))
