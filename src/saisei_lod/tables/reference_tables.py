"""The tables of what plans refer to: schemes, rounds and local governments."""

from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.tables.columns import LIST, government, heads, labels, names, reads, reads_all, says
from saisei_lod.tables.model import (
    DAY,
    DECIMAL,
    EN,
    HIRAGANA,
    INTEGER,
    JA,
    MONTH,
    STRING,
    TYPE,
    YEAR,
    Column,
    Table,
    link,
)
from saisei_lod.tables.steps import each, one_of, pairs_of, successors
from saisei_lod.terms import Property

__all__ = ["REFERENCE_TABLES"]

_SAISEI: Final = link("saisei")
_LOCAL_GOVERNMENT: Final = link("local-government")
_SCHEME: Final = link("scheme")
#: Local governments and wards together, which stand in two namespaces.
_PLACE: Final = link("id")
_KINDS: Final = one_of(v.PREFECTURE, v.CITY, v.SPECIAL_WARD, v.TOWN, v.VILLAGE, v.UNION, v.PORT_AUTHORITY)
_FINEST: Final = one_of(
    v.DESIGNATED_CITY,
    v.PREFECTURE,
    v.CITY,
    v.SPECIAL_WARD,
    v.TOWN,
    v.VILLAGE,
    v.UNION,
    v.PORT_AUTHORITY,
)


def _when(name: str, ja: str, en: str, of: str, term: Property) -> tuple[Column, ...]:
    """Return the columns of a time that is known by day, month or year: one of them holds it."""
    return (
        says(name, ja, en, DAY, of, term),
        says(f"{name}_month", f"{ja}(年月)", f"{en}, month alone", MONTH, of, term),
        says(f"{name}_year", f"{ja}(年または年度)", f"{en}, year alone", YEAR, of, term),
    )


def _side(name: str, ja: str, term: Property) -> Column:
    """Return the column of what was there before a change, or after it; it is empty where nothing was."""
    return Column(name, Bilingual(ja, name), _PLACE, at=name, of="change", says=term)


_SCHEMES: Final = Table(
    "schemes",
    Bilingual("支援措置", "Funding schemes"),
    v.FUNDING_SCHEME,
    each,
    (
        names("scheme", "支援措置の識別名", "scheme", "scheme"),
        *labels("scheme"),
        says("other_labels", "別名", "other labels", JA, "scheme", v.SKOS_ALT_LABEL, LIST),
        says("spellings", "見られる表記", "spellings met", JA, "scheme", v.SKOS_HIDDEN_LABEL, LIST),
        says("notations", "番号", "notations", STRING, "scheme", v.SKOS_NOTATION, LIST),
        says("level", "階層", "level", _SAISEI, "scheme", v.SCHEME_LEVEL),
        reads_all("broader", "上位の支援措置", "broader schemes", _SCHEME, "scheme", v.SKOS_BROADER),
        *_when("exists_from", "開始", "exists from", "scheme", v.EXISTS_FROM),
        *_when("exists_until", "終了", "exists until", "scheme", v.EXISTS_UNTIL),
        says("precision", "期間の精度", "precision", _SAISEI, "scheme", v.VALIDITY_PRECISION),
        says(
            "requirement",
            "計画の認定の要否",
            "whether a plan is required",
            _SAISEI,
            "scheme",
            v.PLAN_REQUIREMENT,
        ),
        says("legal_basis_ja", "根拠法令", "legal basis (ja)", JA, "scheme", v.LEGAL_BASIS),
        says("legal_basis_en", "根拠法令(英語)", "legal basis (en)", EN, "scheme", v.LEGAL_BASIS),
        says("legal_basis_as_of", "法令の時点", "law as of", DAY, "scheme", v.LEGAL_BASIS_AS_OF),
        says("administered_by_ja", "所管", "administered by (ja)", JA, "scheme", v.ADMINISTERED_BY),
        says("administered_by_en", "所管(英語)", "administered by (en)", EN, "scheme", v.ADMINISTERED_BY),
        reads_all("replaces", "前身", "replaces", _SCHEME, "scheme", v.DCTERMS_REPLACES),
        reads_all("replaced_by", "後継", "replaced by", _SCHEME, "scheme", v.DCTERMS_IS_REPLACED_BY),
    ),
    ("scheme",),
    {},
    (("scheme", v.FUNDING_SCHEME), ("scheme", v.SKOS_CONCEPT)),
)

_TRANSITIONS: Final = Table(
    "scheme-transitions",
    Bilingual("支援措置の移行", "Successions of funding schemes"),
    v.SCHEME_TRANSITION,
    each,
    (
        names("transition", "移行の識別名", "transition", "scheme-transition"),
        *labels("transition"),
        says("predecessor", "前の支援措置", "predecessor", _SCHEME, "transition", v.PREDECESSOR),
        says("successor", "後の支援措置", "successor", _SCHEME, "transition", v.SUCCESSOR),
        *_when("date", "移行の時", "date", "transition", v.TRANSITION_DATE),
        says("precision", "時の精度", "precision", _SAISEI, "transition", v.VALIDITY_PRECISION),
        says("kind", "移行の種類", "kind", _SAISEI, "transition", v.TRANSITION_KIND),
    ),
    ("transition",),
    {"predecessor": "schemes", "successor": "schemes"},
    (("transition", v.SCHEME_TRANSITION),),
)

_ROUNDS: Final = Table(
    "rounds",
    Bilingual("認定回", "Certification rounds"),
    v.CERTIFICATION_ROUND,
    each,
    (
        names("round", "認定回", "round", "round"),
        *labels("round"),
        says("number", "回", "number", INTEGER, "round", v.ROUND_NUMBER),
        says("days", "認定日", "certification days", DAY, "round", v.CERTIFICATION_DAY, LIST),
    ),
    ("round",),
    {},
    (("round", v.CERTIFICATION_ROUND),),
)

_ROUND_DAYS: Final = Table(
    "round-days",
    Bilingual("認定回の認定日", "Days of certification rounds"),
    v.ROUND_DAY_CLASS,
    each,
    (
        names("round_day", "認定日の識別名", "day of a round", "round-day"),
        says("round", "認定回", "round", link("round"), "round_day", v.ROUND_OF),
        says("day", "認定日", "day", DAY, "round_day", v.DAY),
        says("basis", "根拠", "basis", _SAISEI, "round_day", v.BASIS),
        says("new_plans", "新規の件数", "new plans", INTEGER, "round_day", v.NEW_PLANS),
        says("changed_plans", "変更の件数", "changed plans", INTEGER, "round_day", v.CHANGED_PLANS),
        says("cumulative_plans", "累計", "plans so far", INTEGER, "round_day", v.CUMULATIVE_PLANS),
        says("evidence", "典拠", "evidence", STRING, "round_day", v.EVIDENCE),
    ),
    ("round_day",),
    {"round": "rounds"},
    (("round_day", v.ROUND_DAY_CLASS),),
)

_MUNICIPALITIES: Final = Table(
    "municipalities",
    Bilingual("地方公共団体", "Local governments"),
    v.LOCAL_GOVERNMENT,
    each,
    (
        names("code", "団体コード(5桁)", "code", "local-government"),
        says(
            "code6",
            "全国地方公共団体コード(6桁)",
            "code with check digit",
            STRING,
            "code",
            v.DCTERMS_IDENTIFIER,
        ),
        *heads("code"),
        reads("kind_ja", "種類", "kind (ja)", JA, "code", _FINEST, v.RDFS_LABEL),
        says("kind", "種類(英語)", "kind", _SAISEI, "code", TYPE)._replace(path=(_KINDS,)),
        says("designated", "政令指定都市", "designated city", _SAISEI, "code", TYPE)._replace(
            path=(one_of(v.DESIGNATED_CITY),)
        ),
        says("prefecture", "都道府県コード(5桁)", "prefecture", _LOCAL_GOVERNMENT, "code", v.IN_PREFECTURE),
        reads(
            "prefecture_name",
            "都道府県",
            "name of the prefecture",
            JA,
            "code",
            v.IN_PREFECTURE,
            v.SKOS_PREF_LABEL,
        ),
        says("county", "郡", "county", JA, "code", v.COUNTY),
        says("county_kana", "郡の読み", "county in hiragana", HIRAGANA, "code", v.COUNTY),
        says("county_en", "郡の英語名", "county in English", EN, "code", v.COUNTY),
        says(
            "exists_from",
            "この日から(空欄は2005年より前)",
            "exists from; empty: before 2005",
            DAY,
            "code",
            v.EXISTS_FROM,
        ),
        says("exists_until", "この日の前日まで", "exists until, excluded", DAY, "code", v.EXISTS_UNTIL),
        reads_all("successors", "後継の団体コード(5桁)", "successors", _LOCAL_GOVERNMENT, "code", successors),
        reads_all(
            "successor_names", "後継の団体", "names of successors", JA, "code", successors, v.SKOS_PREF_LABEL
        ),
        says("corporate_number", "法人番号", "corporate number", STRING, "code", v.CORPORATE_NUMBER),
        says("latitude", "緯度", "latitude", DECIMAL, "code", v.LATITUDE),
        says("longitude", "経度", "longitude", DECIMAL, "code", v.LONGITUDE),
        says("area_code", "標準地域コード", "standard area code", link("sac"), "code", v.AREA_CODE),
    ),
    ("code",),
    {},
    (("code", v.LOCAL_GOVERNMENT),),
)

_WARDS: Final = Table(
    "wards",
    Bilingual("政令指定都市の区", "Wards of designated cities"),
    v.WARD,
    each,
    (
        names("code", "区のコード(5桁)", "code", "ward"),
        says("code6", "区のコード(6桁)", "code with check digit", STRING, "code", v.DCTERMS_IDENTIFIER),
        *heads("code"),
        says("city", "市のコード(5桁)", "city", _LOCAL_GOVERNMENT, "code", v.ORG_UNIT_OF),
        reads("city_name", "市", "name of the city", JA, "code", v.ORG_UNIT_OF, v.SKOS_PREF_LABEL),
        says("prefecture", "都道府県コード(5桁)", "prefecture", _LOCAL_GOVERNMENT, "code", v.IN_PREFECTURE),
        says(
            "exists_from",
            "この日から(空欄は2005年より前)",
            "exists from; empty: before 2005",
            DAY,
            "code",
            v.EXISTS_FROM,
        ),
        says("exists_until", "この日の前日まで", "exists until, excluded", DAY, "code", v.EXISTS_UNTIL),
        says("area_code", "標準地域コード", "standard area code", link("sac"), "code", v.AREA_CODE),
    ),
    ("code",),
    {"city": "municipalities", "prefecture": "municipalities"},
    (("code", v.WARD),),
)

_NAMES: Final = Table(
    "municipality-names",
    Bilingual("地方公共団体の名称の履歴", "Names of local governments and wards over time"),
    v.LOCAL_GOVERNMENT_PERIOD,
    each,
    (
        names("state", "期間の識別名", "state", "local-government-period"),
        says("place", "団体または区", "local government or ward", _PLACE, "state", v.STATE_OF),
        *heads("state"),
        says("type", "種類", "type", STRING, "state", v.GOVERNMENT_TYPE),
        says("county", "郡", "county", JA, "state", v.COUNTY),
        says("valid_from", "この日から", "valid from", DAY, "state", v.VALID_FROM),
        says("valid_until", "この日の前日まで", "valid until, excluded", DAY, "state", v.VALID_UNTIL),
    ),
    ("state",),
    {},
    (("state", v.LOCAL_GOVERNMENT_PERIOD),),
)

_CHANGES: Final = Table(
    "municipal-changes",
    Bilingual("市町村の合併と変更", "Mergers and other changes of local governments"),
    v.ORG_CHANGE_EVENT,
    pairs_of(v.ORG_ORIGINAL_ORGANIZATION, v.ORG_RESULTING_ORGANIZATION),
    (
        names("change", "変更の識別名", "change", "change-event"),
        says("date", "日", "date", DAY, "change", v.DCTERMS_DATE),
        *labels("change"),
        _side("before", "変更前の団体", v.ORG_ORIGINAL_ORGANIZATION),
        *government("before", "変更前の"),
        _side("after", "変更後の団体", v.ORG_RESULTING_ORGANIZATION),
        *government("after", "変更後の"),
        says("note", "注記", "note", JA, "change", v.SKOS_NOTE),
    ),
    ("change", "before", "after"),
    {},
    (("change", v.ORG_CHANGE_EVENT),),
)

#: In the order of the workbook's sheets.
REFERENCE_TABLES: Final = (
    _SCHEMES,
    _TRANSITIONS,
    _ROUNDS,
    _ROUND_DAYS,
    _MUNICIPALITIES,
    _WARDS,
    _NAMES,
    _CHANGES,
)
