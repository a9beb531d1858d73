"""Tell which of the lists that can be imported a file is."""

from pathlib import Path
from typing import Final, Literal

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.registry.building.decoding import decoded

__all__ = ["ListKind", "list_kind"]

ListKind = Literal["haichi", "wikidata", "sac", "ministry"]

#: What stands in each list and in no other.
_SIGNS: Final[tuple[tuple[str, ListKind], ...]] = (
    ("改正事由", "haichi"),
    ("data.e-stat.go.jp/lod/sac/", "sac"),
    ("wikidata.org/entity/Q", "wikidata"),
)


def list_kind(path: Path) -> ListKind:
    """Return which importer reads a file; InputError where none does.

    XLSX is the ministry's workbook; other files are told by what stands in them alone.
    """
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        return "ministry"
    text = decoded(path)
    for sign, kind in _SIGNS:
        if sign in text:
            return kind
    raise InputError(
        Bilingual("取り込める一覧ではありません。", "This is none of the lists that can be imported."),
        where=str(path),
        expected=Bilingual(
            "e-Stat の廃置分合等情報の CSV、Wikidata または標準地域コードの問い合わせ結果、総務省のコード表の XLSX",
            "e-Stat's CSV of 廃置分合等情報, results of Wikidata or of standard area codes, the ministry's XLSX of codes",
        ),
        todo=Bilingual(
            "docs/how-to/registry.md の入手方法を確かめてください。",
            "See docs/how-to/registry.md for how to get them.",
        ),
    )
