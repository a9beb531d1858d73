"""What a change is made of, and the kinds of changes."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["KINDS", "NATURES", "Change", "Detail", "Kind", "Nature"]


class Nature(StrEnum):
    """Whether the world changed, what was said of it, what is recorded of it, or the words for it."""

    WORLD = "world"
    CORRECTION = "correction"
    RECORD = "record"
    VOCABULARY = "vocabulary"


#: What people read for each nature, with what it means.
NATURES: Final[Mapping[Nature, tuple[Bilingual, Bilingual]]] = {
    Nature.WORLD: (
        Bilingual("起きたこと", "What happened"),
        Bilingual(
            "計画や団体や制度そのものの変化です。「判明」とあるのは、前回の公開より前に起きていて、今回分かったことです。",
            "Changes of plans, governments and schemes themselves. What is marked 'known late' happened before the former "
            "release and is known only now.",
        ),
    ),
    Nature.CORRECTION: (
        Bilingual("訂正", "Corrections"),
        Bilingual(
            "同じ事柄について、前回の公開と違うことを述べています。世界は変わっていません。",
            "The data says something else of the same things than before; the world has not changed.",
        ),
    ),
    Nature.RECORD: (
        Bilingual("記録の増加と読み直し", "Newly recorded"),
        Bilingual(
            "以前からある計画や資料を、新しく記録したか、読み直したものです。",
            "Plans and sources that existed before and were newly recorded, or read again.",
        ),
    ),
    Nature.VOCABULARY: (
        Bilingual("語彙", "Vocabulary"),
        Bilingual(
            "用語の追加、削除、説明の変更です。", "Terms that were added, withdrawn or described anew."
        ),
    ),
}


class Kind(NamedTuple):
    """A kind of change: its nature and what people read for it."""

    nature: Nature
    label: Bilingual


def _kind(nature: Nature, ja: str, en: str) -> Kind:
    return Kind(nature, Bilingual(ja, en))


#: Every kind, by its stable name, in the order in which people read them.
KINDS: Final[Mapping[str, Kind]] = {
    "plan-certified": _kind(Nature.WORLD, "計画の認定", "plan certified"),
    "plan-amended": _kind(Nature.WORLD, "計画の変更", "plan amended"),
    "plan-ended": _kind(Nature.WORLD, "計画期間の満了", "plan ended: its period has passed"),
    "plan-listed-as-ended": _kind(
        Nature.WORLD, "終了した計画として掲載", "plan listed as ended by its source"
    ),
    "plan-revoked": _kind(Nature.WORLD, "認定の取消し", "certification revoked"),
    "plan-combined": _kind(Nature.WORLD, "計画の統合", "plan combined into another"),
    "municipalities-merged": _kind(Nature.WORLD, "市町村の合併", "municipalities merged"),
    "municipality-changed": _kind(Nature.WORLD, "団体の変更", "local government changed"),
    "scheme-replaced": _kind(Nature.WORLD, "支援措置の交替", "funding scheme replaced"),
    "scheme-added": _kind(Nature.WORLD, "支援措置の追加", "funding scheme added"),
    "round-added": _kind(Nature.WORLD, "認定回の追加", "certification round added"),
    "plan-corrected": _kind(Nature.CORRECTION, "計画の訂正", "plan corrected"),
    "plan-renamed": _kind(Nature.CORRECTION, "計画のキーの変更", "plan under another key"),
    "plan-withdrawn": _kind(Nature.CORRECTION, "計画の記録の取下げ", "record of a plan withdrawn"),
    "source-corrected": _kind(Nature.CORRECTION, "出典の訂正", "source corrected"),
    "source-withdrawn": _kind(Nature.CORRECTION, "出典の取下げ", "source withdrawn"),
    "municipality-corrected": _kind(Nature.CORRECTION, "団体の訂正", "local government corrected"),
    "municipality-withdrawn": _kind(Nature.CORRECTION, "団体の取下げ", "local government withdrawn"),
    "scheme-corrected": _kind(Nature.CORRECTION, "支援措置の訂正", "funding scheme corrected"),
    "scheme-withdrawn": _kind(Nature.CORRECTION, "支援措置の取下げ", "funding scheme withdrawn"),
    "round-corrected": _kind(Nature.CORRECTION, "認定回の訂正", "certification round corrected"),
    "round-withdrawn": _kind(Nature.CORRECTION, "認定回の取下げ", "certification round withdrawn"),
    "plan-added": _kind(Nature.RECORD, "計画の記録の追加", "plan newly recorded"),
    "source-added": _kind(Nature.RECORD, "出典の追加", "source added"),
    "source-read-again": _kind(Nature.RECORD, "出典の読み直し", "source read again"),
    "plan-read-again": _kind(
        Nature.RECORD, "掲載箇所や導かれた値だけの違い", "only places in sources, or derived values, differ"
    ),
    "municipality-added": _kind(Nature.RECORD, "団体の記録の追加", "local government newly recorded"),
    "graph-added": _kind(Nature.RECORD, "最初の公開", "first released"),
    "term-added": _kind(Nature.VOCABULARY, "用語の追加", "term added"),
    "term-changed": _kind(Nature.VOCABULARY, "用語の変更", "term changed"),
    "term-withdrawn": _kind(Nature.VOCABULARY, "用語の削除", "term withdrawn"),
}


class Detail(NamedTuple):
    """A field that differs: its name, and its values before and after as people read them."""

    field: str
    old: tuple[Bilingual, ...]
    new: tuple[Bilingual, ...]


class Change(NamedTuple):
    """One change: its kind, the IRI and the name of what changed, its ISO date ("" if none) and its details.

    ``late`` tells that it happened before the former release and is known only now; ``note`` says in
    words what the details do not.
    """

    kind: str
    entity: str
    label: Bilingual
    date: str = ""
    late: bool = False
    details: tuple[Detail, ...] = ()
    note: Bilingual = Bilingual("", "")

    @property
    def nature(self) -> Nature:
        """The nature of its kind."""
        return KINDS[self.kind].nature
