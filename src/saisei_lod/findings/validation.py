"""What can be found while data is validated, besides the rules of shapes/, which carry their own texts."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["RULE_BROKEN"]

RULE_BROKEN: Final = Kind(
    "rule-broken",
    Severity.VIOLATION,
    Bilingual("形 {text} の条件を満たしていません。", "The shape {text} is not satisfied."),
    Bilingual(
        "形の作成者の説明を見て、値を直してください。",
        "See what the author of the shape says, and correct the value.",
    ),
)
