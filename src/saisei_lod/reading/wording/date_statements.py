"""Statements of days on a page: 令和2年3月30日(第55回)認定, ※令和2年8月21日変更認定.

A statement is a date with, behind it, the round and the word for what happened, all of them as printed.
"""

import re
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field
from saisei_lod.wareki import date_at

__all__ = ["ROUND", "DateStatement", "date_statement_at"]

_NUMBER: Final = r"[0-9〇一二三四五六七八九十]{1,4}"
#: A round as printed behind a date: (第55回), 第07回 (2), 【第36回認定】.
ROUND: Final = re.compile(rf"[(\[【]? *第 *{_NUMBER} *回(?: *\([0-9]\))?(?: *認定)?(?: *[)\]】])?")
_LEAD: Final = re.compile(r"\s*[、,;・]?\s*[※*(]{0,2}\s*")
_GAP: Final = re.compile(r"\s*")
_WEEKDAY: Final = re.compile(r" *(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)")
_WORDS: Final = (
    "軽微な変更届出",
    "軽微な変更",
    "変更認定",
    "変更",
    "認定の取消し",
    "認定の取消",
    "認定取消し",
    "認定取消",
    "認定取り消し",
    "取消し",
    "取り消し",
    "取消",
    "新規認定",
    "当初認定",
    "認定",
)
#: A word may be broken by a narrow cell; on a line of its own it stands there alone.
_WORD: Final = "|".join("\n?".join(word) for word in _WORDS)
_EVENT: Final = re.compile(
    rf"(?: *\(? *(?P<word>{_WORD}) *\)?(?=[\s()、。※,]|\Z)|\s*(?P<alone>{_WORD}) *(?=[\n※]|\Z))"
)
_FIRST: Final = frozenset({"認定", "新規認定", "当初認定"})
_LONGEST: Final = 80


class DateStatement(NamedTuple):
    """A span with a date; ``field`` says what it is, None where the page has no word for it.

    ``is_day`` is false where a year or month alone is printed.
    """

    field: Field | None
    start: int
    end: int
    is_day: bool


def date_statement_at(level: str, start: int) -> DateStatement | None:
    """Return the statement that begins at a place of a levelled text, after white space and marks."""
    lead = _LEAD.match(level, start)
    begins = lead.end() if lead else start
    found = date_at(level[begins : begins + _LONGEST])
    if found is None:
        return None
    end = begins + found.end
    end = _behind(_WEEKDAY, level, end)
    end, has_round = _round_behind(level, end)
    event = _EVENT.match(level, end)
    if event:
        end = event.end()
    end = _closed(level, level[start:begins], end)
    end, has_round = (end, True) if has_round else _round_behind(level, end)
    return DateStatement(_field(event, has_round=has_round), start, end, found.precision == "day")


def _behind(pattern: re.Pattern[str], level: str, end: int) -> int:
    found = pattern.match(level, end)
    return found.end() if found else end


def _round_behind(level: str, end: int) -> tuple[int, bool]:
    """Return where a round behind a date ends; it may stand on the next line."""
    gap = _GAP.match(level, end)
    found = ROUND.match(level, gap.end() if gap else end)
    return (found.end(), True) if found else (end, False)


def _closed(level: str, lead: str, end: int) -> int:
    """Return the end behind the bracket that closes one opened before the date."""
    return end + 1 if "(" in lead and level.startswith(")", end) else end


def _field(event: re.Match[str] | None, *, has_round: bool) -> Field | None:
    if event is None:
        return Field.CERTIFICATION if has_round else None
    word = (event["word"] or event["alone"]).replace("\n", "")
    return Field.CERTIFICATION if word in _FIRST else Field.AMENDMENTS
