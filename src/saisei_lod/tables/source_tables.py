"""The tables of the pages that plans were read from."""

from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.tables.columns import (
    government,
    names,
    reads,
    says,
)
from saisei_lod.tables.model import (
    DAY,
    INTEGER,
    JA,
    STRING,
    URL,
    Table,
    link,
)
from saisei_lod.tables.steps import each

__all__ = ["SOURCE_TABLES"]

_SAISEI: Final = link("saisei")

_LISTINGS: Final = Table(
    "listings",
    Bilingual("出典のページでの掲載", "Plans as the pages list them"),
    v.LISTING,
    each,
    (
        names("listing", "掲載の識別名", "listing", "listing"),
        says("plan", "計画キー", "plan", link("plan"), "listing", v.LISTED_PLAN),
        says("title", "掲載された名称", "title as listed", JA, "listing", v.DCTERMS_TITLE),
        says("heading", "見出し", "heading", JA, "listing", v.HEADING),
        says("status", "掲載上の区分", "status as listed", _SAISEI, "listing", v.LISTED_STATUS),
        says("first_line", "初めの行", "first line", INTEGER, "listing", v.FIRST_LINE),
        says("last_line", "終わりの行", "last line", INTEGER, "listing", v.LAST_LINE),
        says("snapshot", "スナップショット", "snapshot", link("snapshot"), "listing", v.SNAPSHOT),
        reads(
            "page_url",
            "ページのアドレス",
            "address of the page",
            URL,
            "listing",
            v.SNAPSHOT,
            v.PROV_SPECIALIZATION_OF,
            v.URL,
        ),
    ),
    ("listing",),
    {"plan": "plans", "snapshot": "sources"},
    (("listing", v.LISTING),),
)

_SOURCES: Final = Table(
    "sources",
    Bilingual("出典のページとそのスナップショット", "Pages of the sources and their snapshots"),
    v.SNAPSHOT_CLASS,
    each,
    (
        names("snapshot", "スナップショット", "snapshot", "snapshot"),
        says("source", "出典", "source", link("source"), "snapshot", v.PROV_SPECIALIZATION_OF),
        says("title", "ページの題名", "title of the page", JA, "source", v.DCTERMS_TITLE),
        says(
            "publisher",
            "公表した団体のコード(5桁)",
            "publisher",
            link("local-government"),
            "source",
            v.DCTERMS_PUBLISHER,
        ),
        *government("publisher", "公表者の"),
        says("url", "アドレス", "address", URL, "source", v.URL),
        says("page_id", "ページ番号", "page id", STRING, "source", v.PAGE_ID),
        says("modified", "更新日", "last updated", DAY, "source", v.DCTERMS_MODIFIED),
        says("retrieved", "取得日", "retrieved", DAY, "snapshot", v.RETRIEVED),
        says("sha256", "SHA-256", "SHA-256", STRING, "snapshot", v.SHA256),
        says("contact", "問合せ先の識別名", "contact", link("contact"), "source", v.DCAT_CONTACT_POINT),
        says("contact_name", "問合せ先", "name of the contact", JA, "contact", v.VCARD_FN),
        says("contact_address", "問合せ先の住所", "address of the contact", JA, "contact", v.POSTAL_ADDRESS),
        says("telephone", "電話番号", "telephone", STRING, "contact", v.TELEPHONE),
        says("fax", "ファクス番号", "fax", STRING, "contact", v.FAX),
    ),
    ("snapshot",),
    {},
    (("snapshot", v.SNAPSHOT_CLASS),),
)

#: In the order of the workbook's sheets.
SOURCE_TABLES: Final = (_LISTINGS, _SOURCES)
