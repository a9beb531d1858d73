"""What can be found while records of one plan are merged."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["SOURCES_DISAGREE"]

SOURCES_DISAGREE: Final = Kind(
    "sources-disagree",
    Severity.WARNING,
    Bilingual(
        "計画 {key} の {field} が出典によって異なります。公開する値は {chosen}({source})、この出典では {text} です。",
        "Sources disagree on {field} of plan {key}: {chosen} ({source}) is published, this source says {text}.",
    ),
    Bilingual(
        "どちらが正しいか確かめ、誤っている記録を直してください。どちらもその出典のとおりなら、そのままで構いません。",
        "Find out which is right and correct the wrong record. If both stand as their page says, leave them.",
    ),
)
