"""The tables of what belongs to plans: makers, schemes, areas, documents, sums and indicators."""

from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.tables.columns import (
    government,
    linking,
    names,
    reads,
    says,
)
from saisei_lod.tables.model import (
    DECIMAL,
    FLAG,
    INTEGER,
    JA,
    STRING,
    URL,
    Column,
    Table,
    link,
)
from saisei_lod.tables.steps import is_lead, links_of, values_of

__all__ = ["PART_TABLES"]

_SAISEI: Final = link("saisei")

_MAKERS: Final = Table(
    "makers",
    Bilingual("計画の作成主体", "Makers of plans"),
    v.PLAN,
    links_of(v.MAKER),
    (
        *linking(v.MAKER, "maker"),
        names("maker", "作成主体のコード(5桁)", "maker", "local-government", at="item"),
        *government("maker", "作成主体の"),
        Column(
            "joint_making",
            Bilingual("共同作成", "joint making"),
            link("joint-making"),
            at="teller",
            path=(v.JOINT_MAKING,),
            says=v.ORG_HAS_MEMBER,
            value="maker",
        ),
        Column(
            "lead",
            Bilingual("代表か", "leads the joint making"),
            FLAG,
            of="joint_making",
            says=v.LEAD,
            value="maker",
            when=is_lead,
        ),
    ),
    ("plan", "version", "maker"),
    {"plan": "plans", "maker": "municipalities"},
)

_PLAN_SCHEMES: Final = Table(
    "plan-schemes",
    Bilingual("計画の支援措置", "Funding schemes of plans"),
    v.PLAN,
    links_of(v.SCHEME),
    (
        *linking(v.SCHEME, "scheme"),
        names("scheme", "支援措置の識別名", "scheme", "scheme", at="item"),
        reads("scheme_name", "支援措置", "name of the scheme", JA, "scheme", v.SKOS_PREF_LABEL),
    ),
    ("plan", "version", "scheme"),
    {"plan": "plans", "scheme": "schemes"},
)

_COVERED: Final = Table(
    "covered-areas",
    Bilingual("計画の区域", "Areas that plans cover"),
    v.COVERAGE_CLASS,
    values_of(v.COVERS),
    (
        names("plan", "計画キー", "plan", "plan", at="plan"),
        reads("title", "計画の名称", "title of the plan", JA, "plan", v.DCTERMS_TITLE),
        names("coverage", "区域の識別名", "coverage", "coverage")._replace(
            says=v.COVERS, value="municipality"
        ),
        reads("kind_ja", "区域の種類", "kind (ja)", JA, "coverage", v.COVERAGE_KIND, v.RDFS_LABEL),
        names("municipality", "区域の団体コード(5桁)", "municipality", "local-government", at="item"),
        *government("municipality", "区域の"),
    ),
    ("coverage", "municipality"),
    {"plan": "plans", "municipality": "municipalities"},
)

_DOCUMENTS: Final = Table(
    "documents",
    Bilingual("計画の添付ファイル", "Files attached to plans"),
    v.PLAN,
    links_of(v.DOCUMENT),
    (
        *linking(v.DOCUMENT, "document"),
        names("document", "添付ファイル", "document", "document", at="item"),
        says("format", "形式", "format", STRING, "document", v.DCTERMS_FORMAT),
        says("printed_size", "表示された大きさ", "size as printed", STRING, "document", v.PRINTED_SIZE),
        says("kilobytes", "キロバイト", "kilobytes", INTEGER, "document", v.PRINTED_KILOBYTES),
        says("url", "アドレス", "address", URL, "document", v.URL),
    ),
    ("plan", "version", "document"),
    {"plan": "plans"},
    (("document", v.PLAN_DOCUMENT),),
)

_AMOUNTS: Final = Table(
    "amounts",
    Bilingual("計画の金額", "Sums of money in plans"),
    v.PLAN,
    links_of(v.AMOUNT),
    (
        *linking(v.AMOUNT, "amount"),
        names("amount", "金額の識別名", "amount", "amount", at="item"),
        says("name", "名称", "name", JA, "amount", v.SKOS_PREF_LABEL),
        says("yen", "円", "yen", INTEGER, "amount", v.YEN),
        says("wording", "原文", "words printed", JA, "amount", v.WORDING),
    ),
    ("plan", "version", "amount"),
    {"plan": "plans"},
    (("amount", v.AMOUNT_CLASS),),
)

_INDICATORS: Final = Table(
    "indicators",
    Bilingual("計画の数値目標", "Indicators of plans"),
    v.PLAN,
    links_of(v.INDICATOR),
    (
        *linking(v.INDICATOR, "indicator"),
        names("indicator", "数値目標の識別名", "indicator", "indicator", at="item"),
        says("name", "名称", "name", JA, "indicator", v.SKOS_PREF_LABEL),
        says("unit", "単位", "unit", STRING, "indicator", v.UNIT),
    ),
    ("plan", "version", "indicator"),
    {"plan": "plans"},
    (("indicator", v.INDICATOR_CLASS),),
)

_INDICATOR_VALUES: Final = Table(
    "indicator-values",
    Bilingual("数値目標の値", "Values of indicators"),
    v.INDICATOR_CLASS,
    values_of(v.INDICATOR_VALUE),
    (
        names("plan", "計画キー", "plan", "plan", at="plan"),
        names("indicator", "数値目標の識別名", "indicator", "indicator")._replace(
            says=v.INDICATOR_VALUE, value="indicator_value"
        ),
        reads("name", "数値目標", "name", JA, "indicator", v.SKOS_PREF_LABEL),
        names("indicator_value", "値の識別名", "value node", "indicator", at="item"),
        says("role", "値の役割", "role", _SAISEI, "indicator_value", v.ROLE),
        says("year", "年または年度(原文)", "year as printed", STRING, "indicator_value", v.YEAR),
        says("value", "値(原文)", "value as printed", STRING, "indicator_value", v.VALUE),
        says("number", "数値", "number", DECIMAL, "indicator_value", v.NUMBER),
    ),
    ("indicator_value",),
    {"plan": "plans"},
    (("indicator_value", v.INDICATOR_VALUE_CLASS),),
)

#: In the order of the workbook's sheets.
PART_TABLES: Final = (
    _MAKERS,
    _PLAN_SCHEMES,
    _COVERED,
    _DOCUMENTS,
    _AMOUNTS,
    _INDICATORS,
    _INDICATOR_VALUES,
)
