"""The datasets of a release: what each is called, says and covers."""

from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["DATASETS", "Dataset"]

#: The day on which 地域再生法 (平成17年法律第24号) came into force.
LAW_IN_FORCE: Final = "2005-04-01"


class Dataset(NamedTuple):
    """A dataset: its name in IRIs and file names, texts, keywords (CKAN accepts them), first day."""

    name: str
    title: Bilingual
    description: Bilingual
    keywords: tuple[Bilingual, ...]
    files: tuple[str, ...]
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
        ("plans",),
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
        ("registry",),
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
        ("schemes",),
    ),
    Dataset(
        "rounds",
        Bilingual("地域再生計画 LOD: 認定回", "Regional revitalisation plans LOD: certification rounds"),
        Bilingual(
            "地域再生計画の認定回とその認定日です。日ごとに、出典に明記されたものか推定かを示します。",
            "The rounds in which plans are certified and their days; each day says whether a source states it or it is inferred.",
        ),
        (*_COMMON, Bilingual("認定回", "certification rounds")),
        ("rounds",),
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
        ("ontology/saisei",),
    ),
)
