"""The days of a plan in a cell or behind a label: 第31回(平成27年3月27日), 認定:R6.3.28, 2023年8月17日 第68回変更認定."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Part
from saisei_lod.reading.wording.date_statements import ROUND, date_statement_at
from saisei_lod.reading.wording.passages import Passage
from saisei_lod.text import levelled
from saisei_lod.wareki import date_at, dates

__all__ = ["YEAR", "place_days"]

_NUMBER: Final = r"[0-9〇一二三四五六七八九十]{1,4}"
_SKIP: Final = re.compile(r"[\s、,;・/→⇒※*]*(?:〃\s*)?")
_CHANGE: Final = r"軽微な?変更(?:届出?|報告)?|変更の?認定|計画変更|変更|認定の?取り?消し?|取り?消し?"
_FIRST: Final = r"新規認定|当初認定|初回認定|新規|当初|初回|認定"
_WORD: Final = rf"(?P<change>{_CHANGE})|(?P<first>{_FIRST})"
#: A word before its day: 認定:令和4年3月30日, (変更)R5.3.28, 【当初】…, 変更認定日 …, 第2回変更 ….
_BEFORE: Final = re.compile(
    rf"[(\[【<]?(?:最終|直近|計画|第[0-9]{{1,2}}回)?の?(?:{_WORD})(?:年月日|日)?[0-9]{{0,2}}(?:回目)?[)\]】>]?[ \n]{{0,3}}[:]?[ \n]{{0,3}}"
    r"(?=[(]?[ ]?(?:令和?|平成?|[RH][0-9]|[12][0-9]{3}|第))"
)
#: A round before its day: 第31回(平成27年3月27日), 第59回認定 令和3年3月30日.
_ROUND_FIRST: Final = re.compile(
    rf"[(\[【]?第 *{_NUMBER} *回(?: *\([0-9]\))? *(?:{_WORD})?[)\]】]?[ \n:]{{0,3}}[(\[]?[ ]?(?=令和?|平成?|[RH][0-9]|[12][0-9]{{3}})"
)
_ROUND_ALONE: Final = re.compile(
    rf"{ROUND.pattern}(?: *(?:{_WORD}))?[)\]】]?|[(]?(?:令和|平成)?[0-9元]{{0,2}}年度臨時回[)]?"
)
_BEHIND_ROUND_DAY: Final = re.compile(
    r"(?: *(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?))?[)\]]?(?:付け?)? *(?:に)? *"
    r"(?P<word>変更の?認定|軽微な?変更|変更|認定)?[)\]]?"
)
_ROUND_BEHIND: Final = re.compile(rf"\s*[(]?第 *{_NUMBER} *回")
#: Words that stand behind a day and add nothing: 付け, に.
_TAIL: Final = re.compile(r"(?:付け?|に)?(?: *\((?:当初|新規|初回)\))?[)\]]?(?= *(?:\n|[、,]|\Z))")
_LINE: Final = re.compile(r"[^\n]*\n?")
_LONGEST: Final = 60
_LONGEST_KNOWN: Final = 120


#: The day or the year of the date before: 同日軽微な変更, 同年8月21日変更認定.
_SAME: Final = re.compile(
    rf"[(\[]?同(?:日|年(?=\s*[0-9]{{1,2}}月))(?:付け?|に)?"
    rf"(?P<rest>\s*[0-9]{{1,2}}月\s*[0-9]{{1,2}}日)?(?:付け?|に)?[ ]?[(]?(?:{_WORD})?[)]?"
)
#: The year of a date, without 年 or the point behind it.
YEAR: Final = re.compile(r"[^年./-]*")


class _Event(NamedTuple):
    """A span with a day or round; ``field`` is None where no word says what happened.

    ``is_same`` is true for a day that is told by the one before it.
    """

    field: Field | None
    start: int
    end: int
    is_round: bool = False
    is_same: bool = False


def place_days(
    parts: dict[Field, list[Part]], passage: Passage, start: int, field: Field, label: str
) -> None:
    """Place each day of a value into certification, round or amendments.

    ``field`` and ``label`` are those of the column or label over the value; a day without a word of its
    own is what they say, the certification first. Words that hold no day are unclear.
    """
    spans = [(0, start)]
    before: Part | None = None
    for event in _events(passage.level, start):
        part = passage.part(event.start, event.end)
        if part is None:
            continue
        if event.is_same:
            before = before or next(reversed(parts.get(Field.AMENDMENTS, ())), None)
            part = _with_date(part, before) if before else None
        if part:
            before = part if dates(part.text) else before
            parts.setdefault(_target(parts, event, field, label), []).append(part._replace(label=label))
            spans.append((event.start, event.end))
    unclear = [part for part in passage.uncovered(spans) if not _SKIP.fullmatch(part.text)]
    if unclear:
        parts.setdefault(Field.UNCLEAR, []).extend(unclear)


def _with_date(part: Part, before: Part) -> Part | None:
    """Return a part that begins with 同日 or 同年 with the day or year before it; None where there is none."""
    date = next(iter(dates(before.text)), None)
    if date is None:
        return None
    if "同日" in part.text:
        return Part((*before.located(date.start, date.end).pieces, *part.pieces))
    year = YEAR.match(levelled(date.text))
    rest = part.located(part.text.index("年"), len(part.text))
    end = date.start + (year.end() if year else 0)
    return Part((*before.located(date.start, end).pieces, *rest.pieces))


def _target(parts: dict[Field, list[Part]], event: _Event, field: Field, label: str) -> Field:
    if field is Field.AMENDMENTS or event.field is Field.AMENDMENTS:
        return Field.AMENDMENTS
    if event.is_round:
        return Field.AMENDMENTS if Field.ROUND in parts and "変更" in label else Field.ROUND
    if Field.CERTIFICATION not in parts:
        return Field.CERTIFICATION
    if event.field is Field.CERTIFICATION:
        return Field.UNCLEAR
    return Field.AMENDMENTS if "変更" in label else Field.UNCLEAR


def _events(level: str, place: int) -> Iterator[_Event]:
    """Yield the days and rounds from a place on; white space before them counts as far as it is long."""
    bare = level[place:].lstrip()
    begins = len(level) - len(bare)
    if len(bare) > _LONGEST_KNOWN:
        yield from _found(level, place)
        return
    for event in _known_events(bare):
        yield event._replace(start=begins + event.start, end=begins + event.end) if begins else event


@lru_cache(maxsize=4096)
def _known_events(bare: str) -> tuple[_Event, ...]:
    """Return the events of a short text; a list prints few days thousands of times."""
    return tuple(_found(bare, 0))


def _found(level: str, place: int) -> Iterator[_Event]:
    while place < len(level):
        skipped = _SKIP.match(level, place)
        place = skipped.end() if skipped else place
        event = _event_at(level, place)
        if event:
            yield event
            place = max(event.end, place + 1)
        else:
            line = _LINE.match(level, place)
            place = max(line.end() if line else len(level), place + 1)


def _event_at(level: str, place: int) -> _Event | None:
    return (
        _round_first(level, place)
        or _word_first(level, place)
        or _day(level, place)
        or _round(level, place)
        or _same(level, place)
    )


def _same(level: str, place: int) -> _Event | None:
    found = _SAME.match(level, place)
    if found is None:
        return None
    return _Event(_field(found["change"] or found["first"]), place, found.end(), is_same=True)


def _round_first(level: str, place: int) -> _Event | None:
    found = _ROUND_FIRST.match(level, place)
    day = date_at(level[found.end() : found.end() + _LONGEST]) if found else None
    if found is None or day is None:
        return None
    if _ROUND_BEHIND.match(level, found.end() + day.end):
        return None
    behind = _BEHIND_ROUND_DAY.match(level, found.end() + day.end)
    word = (behind["word"] if behind else None) or found["change"] or found["first"]
    end = behind.end() if behind else found.end() + day.end
    return _Event(_field(word), place, end)


def _word_first(level: str, place: int) -> _Event | None:
    found = _BEFORE.match(level, place)
    if found is None:
        return None
    behind = _round_first(level, found.end()) or _day(level, found.end()) or _round(level, found.end())
    if behind is None:
        return None
    return behind._replace(
        field=_field(found["change"] or found["first"]), start=place, is_round=behind.is_round
    )


def _day(level: str, place: int) -> _Event | None:
    statement = date_statement_at(level, place)
    if statement is None:
        return None
    tail = _TAIL.match(level, statement.end)
    is_told = statement.field is Field.AMENDMENTS or "認定" in level[statement.start : statement.end]
    return _Event(statement.field if is_told else None, place, tail.end() if tail else statement.end)


def _round(level: str, place: int) -> _Event | None:
    found = _ROUND_ALONE.match(level, place)
    if found is None:
        return None
    return _Event(_field(found["change"] or found["first"]), place, found.end(), is_round=True)


def _field(word: str | None) -> Field | None:
    if not word:
        return None
    return Field.AMENDMENTS if "変更" in word or "消" in word else Field.CERTIFICATION
