"""Understand the days of a plan: its certification 認定 and what came after, each in its round 認定回."""

import re
from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from saisei_lod.findings import Finding
from saisei_lod.findings.interpreting import DATE_NOT_UNDERSTOOD, ROUND_DAY_MISMATCH, WORDS_NOT_UNDERSTOOD
from saisei_lod.interpreting.known import finding_at
from saisei_lod.reading import Field, Notice, Part
from saisei_lod.records.model import Amendment, Certification
from saisei_lod.registry.rounds import Rounds
from saisei_lod.text import levelled, number
from saisei_lod.wareki import dates

__all__ = ["amendments", "certification", "kind_word"]

_ROUND: Final = re.compile(r"第 *([0-9]{1,4}|[〇一二三四五六七八九十]{1,4}) *回")
#: The number of a round alone, as a column of rounds prints it.
_BARE_ROUND: Final = re.compile(r"\s*([0-9]{1,3})\s*\Z")
_FULL: Final = len("2020-03-30")
_HIGHEST: Final = 999
_Kind = Literal["amendment", "minor", "unspecified", "revocation"]
#: What the words of an event say it is, the first that fits (地域再生法 7条, 規則 11条, 法 10条).
_KINDS: Final[Mapping[str, _Kind]] = {
    "取消": "revocation",
    "取り消": "revocation",
    "軽微": "minor",
    "変更認定": "amendment",
    "変更の認定": "amendment",
}


#: What is reported or ordered on any day, outside the rounds.
_IN_NO_ROUND: Final = frozenset({"minor", "revocation"})


class _Event(NamedTuple):
    """Day and round of an event, each with its basis."""

    date: str | None
    date_basis: Literal["stated", "inferred"] | None
    round: int | None
    round_basis: Literal["stated", "inferred"] | None


def certification(notice: Notice, rounds: Rounds, file: str) -> tuple[Certification, list[Finding]]:
    """Return the first certification of a notice; a second one is not understood."""
    parts = [*notice.parts.get(Field.CERTIFICATION, ()), *notice.parts.get(Field.ROUND, ())]
    if not parts:
        return Certification(), []
    said = _first_and_round(notice)
    whole = Part(tuple(piece for part in said for piece in part.pieces))
    words = "\n".join(part.text for part in said)
    event, findings = _event(whole, words, rounds, file, bare=_bare_round(notice))
    for further in notice.parts.get(Field.CERTIFICATION, ())[1:]:
        findings.append(finding_at(WORDS_NOT_UNDERSTOOD, file, further))
    return Certification(**event._asdict()), findings


def _first_and_round(notice: Notice) -> list[Part]:
    first = notice.first(Field.CERTIFICATION), notice.first(Field.ROUND)
    return [part for part in first if part]


def _bare_round(notice: Notice) -> int | None:
    """Return the round of a column of rounds that prints the number alone."""
    part = notice.first(Field.ROUND)
    found = _BARE_ROUND.match(levelled(part.text)) if part else None
    return int(found[1]) if found else None


def amendments(notice: Notice, rounds: Rounds, file: str) -> tuple[list[Amendment], list[Finding]]:
    """Return the later events of a notice, in the order of the page."""
    made: list[Amendment] = []
    findings: list[Finding] = []
    for part in notice.parts.get(Field.AMENDMENTS, ()):
        event, found = _event(part, part.text, rounds, file)
        kind = _kind(part)
        if kind in _IN_NO_ROUND and event.round_basis == "inferred":
            event = event._replace(round=None, round_basis=None)
        made.append(Amendment(kind=kind, **event._asdict()))
        findings += found
    return made, findings


def kind_word(text: str) -> str:
    """Return the word by which a text tells what a change is, "" where none does.

    >>> kind_word("令和2年8月21日変更認定"), kind_word("令和2年3月30日変更")
    ('変更認定', '')
    """
    level = levelled(text)
    return next((word for word in _KINDS if word in level), "")


def _kind(part: Part) -> _Kind:
    """Return what the words of a day say it is, else the column word or label over it."""
    word = kind_word(part.text) or kind_word(part.label)
    return _KINDS[word] if word else "unspecified"


def _event(
    part: Part, words: str, rounds: Rounds, file: str, bare: int | None = None
) -> tuple[_Event, list[Finding]]:
    """Return day and round of a part; ``words`` are its words, those of several cells on lines of their own."""
    printed = next(iter(dates(words)), None)
    stated_round = bare or _stated_round(words)
    if printed is None and stated_round is None:
        return _Event(None, None, None, None), [finding_at(DATE_NOT_UNDERSTOOD, file, part)]
    findings = [finding_at(kind, file, part, printed.text) for kind in printed.problems] if printed else []
    day = printed.iso if printed else None
    event = _Event(day, "stated" if day else None, stated_round, "stated" if stated_round else None)
    if stated_round and day and len(day) == _FULL:
        findings += _checked(event, rounds, part, file)
    return _inferred(event, rounds, is_silent=printed is None), findings


def _stated_round(text: str) -> int | None:
    found = _ROUND.search(levelled(text))
    value = number(found[1]) if found else 0
    return value if 0 < value <= _HIGHEST else None


def _checked(event: _Event, rounds: Rounds, part: Part, file: str) -> list[Finding]:
    """Compare a stated day with the known days of the stated round; nothing is corrected."""
    known = rounds.days(event.round or 0)
    if not known or event.date in known:
        return []
    shown = ", ".join(known)
    return [finding_at(ROUND_DAY_MISMATCH, file, part, number=event.round, day=event.date, known=shown)]


def _inferred(event: _Event, rounds: Rounds, *, is_silent: bool) -> _Event:
    """Fill in the round of a day, or the day of a round, where exactly one is known; say so."""
    if event.date and event.round is None and len(event.date) == _FULL:
        known = rounds.round_of(event.date)
        return event._replace(round=known, round_basis="inferred" if known else None)
    if event.round and is_silent:
        days = rounds.days(event.round)
        if len(days) == 1:
            return event._replace(date=days[0], date_basis="inferred")
    return event
