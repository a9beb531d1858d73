"""What can be found while records of one plan are merged."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["PAGE_SAID_OTHERWISE", "SOURCES_DISAGREE"]

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
PAGE_SAID_OTHERWISE: Final = Kind(
    "page-said-otherwise",
    Severity.INFO,
    Bilingual(
        "計画 {key} の {field} は、同じページの以前の版では {text} でした。公開する値は {chosen}({source})です。",
        "An earlier snapshot of the page said {text} for {field} of plan {key}; {chosen} ({source}) is published.",
    ),
    Bilingual(
        "間に変更(認定)があったのなら、その日を新しい記録の amendments に補ってください。ページの訂正なら、そのままで構いません。",
        "If the plan was changed in between, add the day to amendments in the newer record. If the page was corrected, leave it.",
    ),
)
