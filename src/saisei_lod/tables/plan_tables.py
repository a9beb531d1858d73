"""The tables of plans, their versions and their events."""

from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.tables.columns import (
    LIST,
    content,
    makers,
    names,
    reads,
    reads_all,
    says,
)
from saisei_lod.tables.model import (
    DAY,
    EN,
    INTEGER,
    JA,
    MONTH,
    PARTIAL_DAY,
    STRING,
    TYPE,
    URL,
    YEAR,
    Column,
    Table,
    link,
)
from saisei_lod.tables.steps import each, one_of, with_class

__all__ = ["PLAN_TABLES"]

_KEY: Final = Bilingual("計画キー", "plan")
_SAISEI: Final = link("saisei")
_CERTIFIED: Final = with_class(v.EVENT, v.CERTIFICATION)
_SOURCE: Final = (v.DESCRIBED_IN, v.SNAPSHOT, v.PROV_SPECIALIZATION_OF)
_GROUPS: Final = one_of(v.CERTIFICATION, v.CHANGE, v.REVOCATION, v.COMBINATION)
_KINDS: Final = one_of(
    v.CERTIFICATION, v.AMENDMENT, v.MINOR_CHANGE, v.UNSPECIFIED_CHANGE, v.REVOCATION, v.COMBINATION
)

_PLANS: Final = Table(
    "plans",
    Bilingual("計画(最新の既知の内容)", "Plans as they are latest known"),
    v.PLAN,
    each,
    (
        Column("plan", _KEY, STRING, at="row", says=v.DCTERMS_IDENTIFIER, names="plan", required=True),
        says("title", "名称", "title", JA, "plan", v.DCTERMS_TITLE),
        says("title_en", "英語名(編集者による)", "title in English, ours", EN, "plan", v.EDITORIAL_TITLE),
        *makers("plan"),
        reads("certified_on", "認定日", "certified on", PARTIAL_DAY, "plan", _CERTIFIED, v.DCTERMS_DATE),
        reads("round", "認定回", "round", link("round"), "plan", _CERTIFIED, v.IN_ROUND),
        *content("plan"),
        says("summary_ja", "要約(編集者による)", "abstract, ours", JA, "plan", v.EDITORIAL_SUMMARY),
        says(
            "summary_en",
            "英語の要約(編集者による)",
            "abstract in English, ours",
            EN,
            "plan",
            v.EDITORIAL_SUMMARY,
        ),
        says("latest_version", "最新の版", "latest version", link("version"), "plan", v.LATEST_VERSION),
        says("combined_into", "統合先の計画", "combined into", link("plan"), "plan", v.COMBINED_INTO),
        says("former_keys", "以前のキー", "former keys", STRING, "plan", v.FORMER_KEY, LIST),
        reads_all(
            "source_pages",
            "出典のページ",
            "pages of the sources",
            URL,
            "plan",
            v.LATEST_VERSION,
            *_SOURCE,
            v.URL,
        ),
    ),
    ("plan",),
    {},
    (("plan", v.PLAN),),
)

_VERSIONS: Final = Table(
    "versions",
    Bilingual("計画の版", "Versions of plans"),
    v.PLAN_VERSION,
    each,
    (
        names("version", "版", "version", "version"),
        says("plan", "計画キー", "plan", link("plan"), "version", v.DCTERMS_IS_VERSION_OF),
        says("valid_from", "この日から", "valid from", DAY, "version", v.VALID_FROM),
        says("valid_until", "この日の前日まで", "valid until, excluded", DAY, "version", v.VALID_UNTIL),
        says(
            "previous_version",
            "前の版",
            "previous version",
            link("version"),
            "version",
            v.DCAT_PREVIOUS_VERSION,
        ),
        says("title", "名称", "title", JA, "version", v.DCTERMS_TITLE),
        *makers("version"),
        *content("version"),
    ),
    ("version",),
    {"plan": "plans"},
    (("version", v.PLAN_VERSION),),
)

_EVENTS: Final = Table(
    "events",
    Bilingual("認定・変更・取消し", "Certifications, changes and revocations"),
    v.PLAN_EVENT,
    each,
    (
        names("event", "できごと", "event", "event"),
        says("plan", "計画キー", "plan", link("plan"), "event", v.EVENT_OF),
        reads("title", "計画の名称", "title of the plan", JA, "event", v.EVENT_OF, v.DCTERMS_TITLE),
        reads("kind_ja", "種類", "kind (ja)", JA, "event", _KINDS, v.RDFS_LABEL),
        says("group", "種類(大別)", "kind, coarse", _SAISEI, "event", TYPE)._replace(path=(_GROUPS,)),
        says("kind", "種類(細別)", "kind", _SAISEI, "event", TYPE)._replace(path=(_KINDS,)),
        says("date", "日", "date", DAY, "event", v.DCTERMS_DATE),
        says(
            "month_alone",
            "年月(日が不明のとき)",
            "month, where no day is known",
            MONTH,
            "event",
            v.DCTERMS_DATE,
        ),
        says(
            "year_alone", "年(月も不明のとき)", "year, where no month is known", YEAR, "event", v.DCTERMS_DATE
        ),
        says("date_basis", "日の根拠", "basis of the date", _SAISEI, "event", v.DATE_BASIS),
        says("fiscal_year", "年度", "fiscal year", INTEGER, "event", v.FISCAL_YEAR),
        says(
            "days_since_certification",
            "認定からの日数",
            "days since certification",
            INTEGER,
            "event",
            v.DAYS_SINCE_CERTIFICATION,
        ),
        says("round", "認定回", "round", link("round"), "event", v.IN_ROUND),
        says("round_basis", "認定回の根拠", "basis of the round", _SAISEI, "event", v.ROUND_BASIS),
        says("new_version", "生じた版", "version generated", link("version"), "event", v.PROV_GENERATED),
        says("changed_version", "変更された版", "version changed", link("version"), "event", v.PROV_USED),
        says("closed_version", "終わった版", "version closed", link("version"), "event", v.PROV_INVALIDATED),
        says("wording", "原文", "words printed", JA, "event", v.WORDING),
    ),
    ("event",),
    {"plan": "plans"},
    (("event", v.PLAN_EVENT),),
)

#: In the order of the workbook's sheets.
PLAN_TABLES: Final = (_PLANS, _VERSIONS, _EVENTS)
