"""The cell of a period in a flattened row: 令和3年4月1日から令和6年3月31日まで, 令和3~5年度."""

import re
from typing import Final

from saisei_lod.wareki import date_at, fiscal_years

__all__ = ["period_end"]

_BETWEEN: Final = re.compile(r"\s*(?:\([^()\n]{1,12}\))?\s*(?:から|より|~|-)\s*")
_UNTIL: Final = re.compile(r"\s*(?:\([^()\n]{1,12}\))?\s*(?:まで|迄)?(?:\s*\([^()\n]{1,12}\))?")
_LONGEST: Final = 60


def period_end(level: str, start: int, end: int) -> int:
    """Return where the period that begins at a place ends, the place itself where none stands there."""
    head = level[start : min(end, start + _LONGEST)]
    years = next(iter(fiscal_years(head)), None)
    if years and years.start == 0:
        return _behind(_UNTIL, level, start + years.end, end)
    first = date_at(head)
    if first is None:
        return start
    begins = _behind(_BETWEEN, level, start + first.end, end)
    last = date_at(level[begins : min(end, begins + _LONGEST)])
    return _behind(_UNTIL, level, begins + last.end if last else begins, end)


def _behind(pattern: re.Pattern[str], level: str, start: int, end: int) -> int:
    found = pattern.match(level, start, end)
    return found.end() if found else start
