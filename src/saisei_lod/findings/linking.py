"""Findings of the linker: what a text says about local governments and the registry does not bear out."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "AMBIGUOUS_NAME",
    "COUNT_MISMATCH",
    "NAME_NOT_IN_FORCE",
    "NAME_OUTSIDE_PLACE",
    "REGISTRY_HISTORY_STARTS_2005",
]

AMBIGUOUS_NAME: Final = Kind(
    "ambiguous-name",
    Severity.WARNING,
    Bilingual(
        "「{text}」は複数の地方公共団体が名乗り、どれか決まりません（{candidates}）。",
        "{text} is the name of several local governments, and nothing decides which ({candidates}).",
    ),
    Bilingual(
        "都道府県名か郡名を添えるか、--prefecture で都道府県を指定してください。",
        "Write its prefecture or county, or give the prefecture with --prefecture.",
    ),
)
COUNT_MISMATCH: Final = Kind(
    "count-mismatch",
    Severity.WARNING,
    Bilingual(
        "「{text}」とありますが、並んでいる{kinds}は {named} です（{stated} のはず）。",
        "The text counts {text}, but names {named} of kind {kinds} (it says {stated}).",
    ),
    Bilingual(
        "名前の抜けや余分がないか、元の文を確かめてください。",
        "See whether a name is missing or too much in the source.",
    ),
)
NAME_NOT_IN_FORCE: Final = Kind(
    "name-not-in-force",
    Severity.WARNING,
    Bilingual(
        "「{text}」という地方公共団体は {on} にはありません（{known}）。",
        "No local government was called {text} on {on} ({known}).",
    ),
    Bilingual(
        "日付を確かめるか、その日の名前で書いてください。",
        "Check the date, or write the name of that day.",
    ),
)
NAME_OUTSIDE_PLACE: Final = Kind(
    "name-outside-place",
    Severity.WARNING,
    Bilingual(
        "「{text}」は、その前に書かれた都道府県・郡にありません。",
        "{text} does not lie in the prefecture or county written before it.",
    ),
    Bilingual(
        "都道府県名・郡名と市区町村名の組合せを確かめてください。",
        "Check prefecture or county and name together.",
    ),
)
REGISTRY_HISTORY_STARTS_2005: Final = Kind(
    "registry-history-starts-2005",
    Severity.INFO,
    Bilingual(
        "台帳は 2005-01-01 から始まります。{on} の代わりにその日の状態で照合しました。",
        "The registry begins on 2005-01-01: names were looked up as of that day instead of {on}.",
    ),
    Bilingual(
        "2005年より前に廃止された市町村は、結果に現れません。",
        "Municipalities that ended before 2005 cannot be found.",
    ),
)
