"""What can be found while the plans of a page are compared with those that are known."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["PLAN_ALREADY_KNOWN", "PLAN_KNOWN_TWICE", "PLAN_MAYBE_KNOWN", "SNAPSHOT_NOT_DATED"]

PLAN_ALREADY_KNOWN: Final = Kind(
    "plan-already-known",
    Severity.INFO,
    Bilingual(
        "すでに {file} にある計画です。キー {key} を付けました({reasons})。{text}",
        "The plan is known already in {file}; it gets its key {key} ({reasons}). {text}",
    ),
    Bilingual(
        "別の計画なら、id を消すか、新しいキーを書いてください。",
        "If it is another plan, remove the id or write a new one.",
    ),
)
PLAN_KNOWN_TWICE: Final = Kind(
    "plan-known-twice",
    Severity.WARNING,
    Bilingual(
        "同じ計画が {count} つのキーで登録されています: {keys}。どれとも決めず、キーを付けません。{text}",
        "The same plan is known under {count} keys: {keys}. None is taken, and the plan gets no key. {text}",
    ),
    Bilingual(
        "1つの計画なら、残すキーを id に書き、ほかのキーをその計画の former_ids に移してください。",
        "If they are one plan keep one key: write it as id, and move the others to former_ids of that plan.",
    ),
)
PLAN_MAYBE_KNOWN: Final = Kind(
    "plan-maybe-known",
    Severity.WARNING,
    Bilingual(
        "登録済みの計画かもしれません: {candidates}。決めずに、キーを付けません。{text}",
        "The plan may be known already: {candidates}. This is not decided, and the plan gets no key. {text}",
    ),
    Bilingual(
        "同じ計画なら、そのキーを id に書いてください。別の計画なら、id に {minted} を書いてください。",
        "If it is the same plan, write that key as id. If it is another one, write {minted} as id.",
    ),
)
SNAPSHOT_NOT_DATED: Final = Kind(
    "snapshot-not-dated",
    Severity.WARNING,
    Bilingual(
        "{file} とどちらが新しいか分かりません(更新日も取得日も同じか、ありません)。",
        "Which one is newer, this snapshot or {file}, is not known: both have the same dates, or none.",
    ),
    Bilingual(
        "記録の page.retrieved に取得した日を書いてください(読むときは --retrieved)。"
        "書かなければ、値が食い違うときに古い方が公開されることがあります。",
        "Write the day on which it was fetched into page.retrieved (when reading: --retrieved). Otherwise the "
        "older value may be published where the two disagree.",
    ),
)
