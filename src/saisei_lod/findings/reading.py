"""What can be found while a page is read."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["LINE_NOT_UNDERSTOOD", "NO_PLAN_FOUND", "OTHER_SCHEMES_PLAN", "STRUCTURE_NOT_KNOWN"]

LINE_NOT_UNDERSTOOD: Final = Kind(
    "line-not-understood",
    Severity.WARNING,
    Bilingual("読み取れなかった行です: {text}", "This line was not understood: {text}"),
    Bilingual(
        "計画についての記載なら、記録に手で補ってください。",
        "If it tells of a plan, add what it says to the record by hand.",
    ),
)
NO_PLAN_FOUND: Final = Kind(
    "no-plan-found",
    Severity.WARNING,
    Bilingual(
        "このページに地域再生計画は見つかりませんでした。",
        "No regional revitalisation plan was found on this page.",
    ),
    Bilingual(
        "計画が載っているページか確かめてください。載っている場合は記録を手で作ってください。",
        "See whether the page lists plans. If it does, write the record by hand.",
    ),
)
STRUCTURE_NOT_KNOWN: Final = Kind(
    "structure-not-known",
    Severity.WARNING,
    Bilingual(
        "認定や計画期間らしい記載がありますが、並べ方が読み取れません: {text}",
        "Something like a certification or a period stands here, in an unknown layout: {text}",
    ),
    Bilingual(
        "表の見出し(認定年月日、計画の名称など)や項目名((1)計画の認定日など)が写っているか確かめてください。",
        "See whether the table's column words (認定年月日, 計画の名称) or the labels ((1)計画の認定日) were copied.",
    ),
)
OTHER_SCHEMES_PLAN: Final = Kind(
    "other-schemes-plan",
    Severity.INFO,
    Bilingual(
        "地域再生計画ではない、別の制度の計画です。読み取っていません: {text}",
        "This is a plan of another scheme, no regional revitalisation plan; it was not read: {text}",
    ),
    Bilingual(
        "地域再生計画なら、記録を手で作ってください。", "Write the record by hand if it is one after all."
    ),
)
