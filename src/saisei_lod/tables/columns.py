"""Make columns in one line each, and the columns that several tables share."""

from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.tables.model import DAY, EN, FLAG, HIRAGANA, INTEGER, JA, STRING, Column, Kind, Step, link
from saisei_lod.tables.steps import is_latest, or_itself
from saisei_lod.terms import Property

__all__ = [
    "LIST",
    "content",
    "government",
    "heads",
    "labels",
    "linking",
    "makers",
    "names",
    "reads",
    "reads_all",
    "says",
]

#: Between several values in a cell; no code, key, name or label of ours holds it.
LIST: Final = ";"


def names(name: str, ja: str, en: str, namespace: str, at: str = "row") -> Column:
    """Return the column that names the node in a role."""
    return Column(name, Bilingual(ja, en), link(namespace), at=at, required=True)


def says(  # noqa: PLR0913, PLR0917 - a column is a row of a table
    name: str, ja: str, en: str, kind: Kind, of: str, term: Property, separator: str = ""
) -> Column:
    """Return a column that states a property of the node that the column ``of`` names."""
    return Column(name, Bilingual(ja, en), kind, of=of, says=term, separator=separator)


def reads(name: str, ja: str, en: str, kind: Kind, of: str, *path: Step) -> Column:
    """Return a column that helps reading: what a path from the column ``of`` leads to."""
    return Column(name, Bilingual(ja, en), kind, of=of, path=path)


def reads_all(name: str, ja: str, en: str, kind: Kind, of: str, *path: Step) -> Column:
    """Return a column for reading that may hold several values."""
    return reads(name, ja, en, kind, of, *path)._replace(separator=LIST)


def labels(of: str, term: Property = v.SKOS_PREF_LABEL) -> tuple[Column, ...]:
    """Return the columns of a Japanese and an English label."""
    return (
        says("label_ja", "名称", "label (ja)", JA, of, term),
        says("label_en", "英語名", "label (en)", EN, of, term),
    )


def heads(of: str) -> tuple[Column, ...]:
    """Return the names of a local government or ward, of today or of a time."""
    return (
        says("name", "名称", "name", JA, of, v.SKOS_PREF_LABEL),
        says("name_kana", "名称の読み", "name in hiragana", HIRAGANA, of, v.SKOS_PREF_LABEL),
        says("name_en", "英語名", "name in English", EN, of, v.SKOS_PREF_LABEL),
    )


def government(of: str, ja: str) -> tuple[Column, ...]:
    """Return what people know a local government by, for reading beside its code; ``ja`` begins the titles."""
    prefecture = (or_itself(v.IN_PREFECTURE), v.SKOS_PREF_LABEL)
    return (
        reads(
            f"{of}_code6",
            f"{ja}団体コード(6桁)",
            f"{of}: code with check digit",
            STRING,
            of,
            v.DCTERMS_IDENTIFIER,
        ),
        reads(f"{of}_prefecture", f"{ja}都道府県", f"{of}: prefecture", JA, of, *prefecture),
        reads(f"{of}_name", f"{ja}団体名", f"{of}: name", JA, of, v.SKOS_PREF_LABEL),
    )


def makers(of: str) -> tuple[Column, ...]:
    """Return the makers of a plan or version, for reading: the table makers leads to the graph."""
    lg = link("local-government")
    in_prefecture = (v.MAKER, or_itself(v.IN_PREFECTURE), v.SKOS_PREF_LABEL)
    return (
        reads_all("maker_codes", "作成主体のコード(5桁)", "codes of makers", lg, of, v.MAKER),
        reads_all("makers", "作成主体", "makers", JA, of, v.MAKER, v.SKOS_PREF_LABEL),
        reads_all("prefectures", "作成主体の都道府県", "prefectures of makers", JA, of, *in_prefecture),
        says("maker_basis", "作成主体の根拠", "basis of makers", link("saisei"), of, v.MAKER_BASIS),
        says("joint_making", "共同作成", "joint making", link("joint-making"), of, v.JOINT_MAKING),
    )


def content(of: str) -> tuple[Column, ...]:
    """Return schemes, period, area and summary of a plan or version."""
    sai = link("saisei")
    return (
        reads_all("schemes", "支援措置の識別名", "schemes", link("scheme"), of, v.SCHEME),
        reads_all("scheme_names", "支援措置", "names of schemes", JA, of, v.SCHEME, v.SKOS_PREF_LABEL),
        says("period", "計画期間の識別名", "period", link("period"), of, v.PERIOD),
        says("period_start", "計画期間の初日", "first day", DAY, "period", v.PERIOD_START),
        says("period_end", "計画期間の末日(この日まで)", "last day, included", DAY, "period", v.PERIOD_END),
        says("period_precision", "計画期間の精度", "precision of the period", sai, "period", v.PRECISION),
        says("period_days", "初日から末日までの日数", "days from first to last", INTEGER, "period", v.DAYS),
        says("period_wording", "計画期間の原文", "words for the period", JA, "period", v.WORDING),
        says("coverage", "区域の識別名", "coverage", link("coverage"), of, v.COVERAGE),
        says("coverage_kind", "区域の種類", "kind of coverage", sai, "coverage", v.COVERAGE_KIND),
        says("coverage_wording", "区域の原文", "words for the coverage", JA, "coverage", v.WORDING),
        says("summary", "概要(出典の文)", "summary, in the source's words", JA, of, v.SUMMARY),
    )


def linking(term: Property, item: str) -> tuple[Column, ...]:
    """Return the columns that tell which plan and which version state the ``item`` of a row.

    The cell of a version stands for the statement of that version, and the flag ``latest`` for that of
    the plan: a row gives both triples or one of them.
    """
    latest = Bilingual("計画の最新の内容か", "as latest known of the plan")
    return (
        names("plan", "計画キー", "plan", "plan", at="plan"),
        reads("title", "計画の名称", "title of the plan", JA, "plan", v.DCTERMS_TITLE),
        Column("version", Bilingual("版", "version"), link("version"), at="version", says=term, value=item),
        Column("latest", latest, FLAG, of="plan", says=term, value=item, when=is_latest),
    )
