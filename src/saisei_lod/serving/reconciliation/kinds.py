"""The types and properties that the service knows, in Japanese and English."""

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from saisei_lod.errors import Bilingual, Language

__all__ = ["EXTENSIONS", "FILTERS", "GOVERNMENT", "PLAN", "SCHEME", "TYPES", "Property", "as_type", "broader"]

GOVERNMENT: Final = "local-government"
SCHEME: Final = "scheme"
PLAN: Final = "plan"

#: Types by id; those of the registry's kinds are kinds of local governments.
TYPES: Final[Mapping[str, Bilingual]] = {
    GOVERNMENT: Bilingual("地方公共団体", "Local government"),
    "prefecture": Bilingual("都道府県", "Prefecture"),
    "designated-city": Bilingual("政令指定都市", "Designated city"),
    "city": Bilingual("市", "City"),
    "special-ward": Bilingual("特別区", "Special ward"),
    "town": Bilingual("町", "Town"),
    "village": Bilingual("村", "Village"),
    SCHEME: Bilingual("支援措置", "Funding scheme"),
    PLAN: Bilingual("地域再生計画", "Regional revitalisation plan"),
}
_TOP: Final = frozenset({GOVERNMENT, SCHEME, PLAN})


class Property(NamedTuple):
    """A property: name, meaning, and for values that are entities their type."""

    id: str
    name: Bilingual
    about: Bilingual
    of: tuple[str, ...]
    type: Literal["", "local-government", "plan"] = ""


_ALL: Final = (GOVERNMENT, SCHEME, PLAN)
#: What narrows a query.
FILTERS: Final = (
    Property(
        "prefecture",
        Bilingual("都道府県", "Prefecture"),
        Bilingual("名称か2桁・5桁のコード", "its Japanese name, or its code of 2 or 5 digits"),
        (GOVERNMENT, PLAN),
    ),
    Property(
        "county",
        Bilingual("郡", "County"),
        Bilingual("郡の名称(例 西置賜郡)", "the name of a county (gun), such as 西置賜郡"),
        (GOVERNMENT, PLAN),
    ),
    Property(
        "date",
        Bilingual("日付", "Date"),
        Bilingual(
            "その日に存在したもの(2020-03-30 か令和2年3月30日)",
            "what existed on this day: 2020-03-30 or 令和2年3月30日",
        ),
        _ALL,
    ),
    Property(
        "maker",
        Bilingual("作成主体", "Maker"),
        Bilingual("計画の作成主体の名称か団体コード", "name or code of a maker of the plan"),
        (PLAN,),
    ),
)
#: What data extension gives.
EXTENSIONS: Final = (
    Property(
        "area-code",
        Bilingual("標準地域コード", "Standard area code"),
        Bilingual("5桁", "5 digits"),
        (GOVERNMENT,),
    ),
    Property(
        "code",
        Bilingual("団体コード", "Local government code"),
        Bilingual("検査数字を含む6桁", "6 digits with the check digit"),
        (GOVERNMENT,),
    ),
    Property(
        "corporate-number",
        Bilingual("法人番号", "Corporate number"),
        Bilingual("13桁", "13 digits"),
        (GOVERNMENT,),
    ),
    Property(
        "prefecture",
        Bilingual("都道府県", "Prefecture"),
        Bilingual("所在する都道府県", "the prefecture in which it lies"),
        (GOVERNMENT, PLAN),
        "local-government",
    ),
    Property(
        "today",
        Bilingual("今の地方公共団体", "What it is today"),
        Bilingual("合併後の団体。続いていればそれ自身", "what it became by mergers; itself where it goes on"),
        (GOVERNMENT,),
        "local-government",
    ),
    Property(
        "maker",
        Bilingual("作成主体", "Makers"),
        Bilingual("計画の作成主体", "the makers of the plan"),
        (PLAN,),
        "local-government",
    ),
    Property(
        "plan-count",
        Bilingual("計画数", "Number of plans"),
        Bilingual(
            "作成主体である、または支援措置を使う計画の数", "plans that it makes, or that use the scheme"
        ),
        (GOVERNMENT, SCHEME),
    ),
    Property(
        "plans",
        Bilingual("計画の名称", "Titles of plans"),
        Bilingual("計画(設定 limit まで)", "the plans, as many as the setting limit says"),
        (GOVERNMENT, SCHEME),
        "plan",
    ),
)


def broader(type_id: str) -> str:
    """Return the type that a type is a kind of; itself where it is none.

    >>> broader("city"), broader("plan")
    ('local-government', 'plan')
    """
    return type_id if type_id in _TOP else GOVERNMENT


def as_type(type_id: str, language: Language) -> dict[str, Any]:
    """Return a type as the API writes it, with its broader type."""
    named: dict[str, Any] = {"id": type_id, "name": TYPES[type_id].in_language(language)}
    above = broader(type_id)
    return named if above == type_id else {**named, "broader": [as_type(above, language)]}
