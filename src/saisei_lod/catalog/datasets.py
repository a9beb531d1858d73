"""The datasets of a release: what each is called, says and covers."""

from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["DATASETS", "Dataset"]

#: The day on which 地域再生法 (平成17年法律第24号) came into force.
LAW_IN_FORCE: Final = "2005-04-01"


class Dataset(NamedTuple):
    """A dataset: its name in IRIs and file names, texts, keywords (CKAN accepts them), and what it holds.

    ``made`` says from what it was made; ``file`` is the path of its graph without extension, ``tables`` are
    the names of the tables that say the same; ``starts`` is the first day that it covers.
    """

    name: str
    title: Bilingual
    description: Bilingual
    keywords: tuple[Bilingual, ...]
    made: Bilingual
    file: str
    tables: tuple[str, ...] = ()
    starts: str = LAW_IN_FORCE


_COMMON: Final = (
    Bilingual("地域再生計画", "regional revitalization plan"),
    Bilingual("地域再生法", "Regional Revitalization Act"),
)

DATASETS: Final = (
    Dataset(
        "plans",
        Bilingual("地域再生計画 LOD: 計画", "Regional revitalisation plans LOD: plans"),
        Bilingual(
            "自治体の公表ページから読み取った地域再生計画の記録です。計画、その版、認定と変更、作成主体、区域、期間、支援措置、掲載箇所を含みます。",
            "Plans certified under Japan's Regional Revitalization Act as municipal pages publish them: plans, their versions, "
            "certifications and amendments, makers, areas, periods, funding schemes, and where each is listed.",
        ),
        (*_COMMON, Bilingual("地方創生", "regional revitalization"), Bilingual("交付金", "grants")),
        Bilingual(
            "各自治体の公表ページに書かれた事実を読み取り、人が確かめたものです。要約と英語名は編集者によります。"
            "各ページは SOURCES.md にあります。",
            "Read from the pages of local governments and reviewed by people; abstracts and English titles are the editors'. "
            "SOURCES.md names each page.",
        ),
        "plans",
        (
            "plans",
            "versions",
            "events",
            "makers",
            "plan-schemes",
            "covered-areas",
            "documents",
            "amounts",
            "indicators",
            "indicator-values",
            "listings",
            "sources",
        ),
    ),
    Dataset(
        "registry",
        Bilingual("地域再生計画 LOD: 地方公共団体", "Regional revitalisation plans LOD: local governments"),
        Bilingual(
            "都道府県、市町村、特別区、指定都市の区と、その沿革です。団体コード、読み、標準地域コードへのリンクを含みます。",
            "Prefectures, municipalities, special wards and the wards of designated cities with their history, codes, readings "
            "and links to the standard area codes.",
        ),
        (
            *_COMMON,
            Bilingual("全国地方公共団体コード", "local government codes"),
            Bilingual("市町村合併", "municipal mergers"),
        ),
        Bilingual(
            "歴史的行政区域データセットβ版地名辞書(CODH)、郵便番号データ(日本郵便)などを加工したものです。出典は SOURCES.md にあります。",
            "Made from the Historical Administrative Boundaries gazetteer (CODH), postal code data (Japan Post) and others, "
            "edited; SOURCES.md names each.",
        ),
        "registry",
        ("municipalities", "wards", "municipality-names", "municipal-changes"),
    ),
    Dataset(
        "schemes",
        Bilingual("地域再生計画 LOD: 支援措置", "Regional revitalisation plans LOD: funding schemes"),
        Bilingual(
            "地域再生計画に基づく交付金や税の特例などの支援措置を、根拠、期間、後継関係とともに整理した概念体系です。",
            "The grants, tax provisions and other schemes that plans rest on, as a SKOS concept scheme with legal basis, "
            "validity and succession.",
        ),
        (
            *_COMMON,
            Bilingual("支援措置", "funding schemes"),
            Bilingual("企業版ふるさと納税", "corporate hometown tax"),
        ),
        Bilingual(
            "法令と内閣府の公表資料に基づき、編集者が整理したものです。",
            "Compiled by the editors from the law and from what the Cabinet Office publishes.",
        ),
        "schemes",
        ("schemes", "scheme-transitions"),
    ),
    Dataset(
        "rounds",
        Bilingual("地域再生計画 LOD: 認定回", "Regional revitalisation plans LOD: certification rounds"),
        Bilingual(
            "地域再生計画の認定回とその認定日です。日ごとに、出典に明記されたものか推定かを示します。",
            "The rounds in which plans are certified and their days; each day says whether a source states it or it is inferred.",
        ),
        (*_COMMON, Bilingual("認定回", "certification rounds")),
        Bilingual(
            "内閣府の公表資料と自治体の公表ページに基づき、編集者が整理したものです。",
            "Compiled by the editors from what the Cabinet Office and local governments publish.",
        ),
        "rounds",
        ("rounds", "round-days"),
    ),
    Dataset(
        "provenance",
        Bilingual(
            "地域再生計画 LOD: 出典の箇所", "Regional revitalisation plans LOD: where each value was read"
        ),
        Bilingual(
            "計画の記述ごとに、それを読み取ったページの写し、文字の位置、原文の語句、読み取りの規則を示します。名前付きグラフはページの写しごとに分かれます。",
            "For each statement on a plan: the snapshot of the page, the place of the characters, the words themselves and the "
            "rule by which they were read. There is a named graph for each snapshot.",
        ),
        (*_COMMON, Bilingual("出典", "provenance"), Bilingual("来歴", "web annotations")),
        Bilingual(
            "各自治体の公表ページから、記録を読み取る際に作られたものです。引用された語句の権利は各自治体にあります。",
            "Made while the pages of local governments were read; the words that it quotes are theirs.",
        ),
        "provenance",
    ),
    Dataset(
        "vocabulary",
        Bilingual("地域再生計画 LOD: 語彙", "Regional revitalisation plans LOD: vocabulary"),
        Bilingual(
            "計画、版、認定、地方公共団体、支援措置を表す OWL 2 DL の語彙です。用語には日本語と英語の名称と説明があります。",
            "The OWL 2 DL vocabulary for plans, versions, certifications, local governments and schemes; every term has a label "
            "and a comment in Japanese and English.",
        ),
        (*_COMMON, Bilingual("語彙", "vocabulary"), Bilingual("オントロジー", "ontology")),
        Bilingual("編集者が書いたものです。", "Written by the editors."),
        "ontology/saisei",
    ),
)
