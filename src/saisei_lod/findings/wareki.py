"""What can be found in the dates of a source."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["DATE_IMPOSSIBLE", "ERA_ENDED", "ERA_NEVER_REACHED", "ERA_NOT_BEGUN", "YEARS_DISAGREE"]

_SEE_SOURCE: Final = Bilingual(
    "発信元に確かめ、記録の日付を YYYY-MM-DD の形で書いてください。",
    "Ask the publisher, then write the date into the record as YYYY-MM-DD.",
)
_SEE_ERAS: Final = Bilingual(
    "平成は2019年4月30日まで、令和は2019年5月1日からです。" + _SEE_SOURCE.ja,
    "Heisei lasted until 2019-04-30, Reiwa began on 2019-05-01. " + _SEE_SOURCE.en,
)

DATE_IMPOSSIBLE: Final = Kind(
    "date-impossible",
    Severity.VIOLATION,
    Bilingual("暦にない日付です: {text}", "There is no such day in the calendar: {text}"),
    _SEE_SOURCE,
)
ERA_ENDED: Final = Kind(
    "date-after-era",
    Severity.VIOLATION,
    Bilingual("元号が終わったあとの日付です: {text}", "The era had ended before this day: {text}"),
    _SEE_ERAS,
)
ERA_NOT_BEGUN: Final = Kind(
    "date-before-era",
    Severity.VIOLATION,
    Bilingual("元号が始まる前の日付です: {text}", "The era had not begun on this day: {text}"),
    _SEE_ERAS,
)
ERA_NEVER_REACHED: Final = Kind(
    "era-never-reached",
    Severity.INFO,
    Bilingual(
        "予定された時期の元号は、その前に改元されました: {text}。西暦に直して読みました。",
        "A planned time in an era that ended before it came: {text}. It was read as the year it stands for.",
    ),
    Bilingual("直す必要はありません。", "Nothing needs to be done."),
)
YEARS_DISAGREE: Final = Kind(
    "date-years-disagree",
    Severity.VIOLATION,
    Bilingual("元号の年と西暦の年が合いません: {text}", "Era year and western year disagree: {text}"),
    _SEE_SOURCE,
)
