"""Lay out a plan's events in time: which event opens which version, and when each version ends.

地域再生法 5条 (certification), 7条 (change), 10条 (revocation). Events of one day open one version; a
revocation or combination closes the last one and opens none. An event of which only a month, a year
or the round is known opens no version, since its interval would have to be invented; but from the first
day on which it can have happened, the version before it is no longer certain.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from saisei_lod.merging import CLOSING
from saisei_lod.merging.days import FULL, first_day, last_day
from saisei_lod.records.model import Amendment, Certification, PlanRecord

__all__ = [
    "Occurrence",
    "Span",
    "Timeline",
    "days_between",
    "first_day",
    "fiscal_year",
    "last_day",
    "timeline",
]


class Occurrence(NamedTuple):
    """One event: its kind, its record, its ISO date ("" if unknown), and its number within the day."""

    kind: str
    record: Certification | Amendment
    when: str
    number: int

    @property
    def is_dated(self) -> bool:
        """Whether the day is known."""
        return len(self.when) == FULL

    @property
    def is_doubtful(self) -> bool:
        """Whether it replaced or closed a version on a day of which only the month or year is known."""
        return bool(self.when) and not self.is_dated and self.kind != "certification"

    @property
    def label(self) -> str:
        """What stands for the time in the event's IRI: the date, the round, or ``nodate``."""
        return self.when or (f"r{self.record.round:03d}" if self.record.round else "nodate")


class Span(NamedTuple):
    """A version: valid from its first day until the next version's first day, which is outside.

    From the day ``certain_until`` on ("" where there is none) an event of which only the month or year is
    known may have replaced or closed it.
    """

    start: str
    end: str
    previous: str
    certain_until: str = ""


class Timeline(NamedTuple):
    """The events of a plan in time, and the versions that they open."""

    events: tuple[Occurrence, ...]
    versions: tuple[Span, ...]
    certified_on: str

    @property
    def latest(self) -> str:
        """The first day of the latest known version, "" where no version is known."""
        return self.versions[-1].start if self.versions else ""


def fiscal_year(when: str) -> int | None:
    """Return the Japanese fiscal year (April to March) of an ISO date or year and month, None for a year.

    >>> fiscal_year("2019-03-29")
    2018
    """
    if len(when) < len("2020-03"):
        return None
    return int(when[:4]) - (when[5:7] < "04")


def days_between(start: str, end: str) -> int:
    """Return the days from one ISO date to another.

    >>> days_between("2019-03-29", "2020-03-30")
    367
    """
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _occurrences(plan: PlanRecord) -> Iterator[tuple[str, Certification | Amendment]]:
    certification = plan.certification
    if certification.date or certification.round:
        yield "certification", certification
    for amendment in plan.amendments:
        yield amendment.kind, amendment


def _numbered(found: list[tuple[str, Certification | Amendment]]) -> Iterator[Occurrence]:
    seen: dict[str, int] = {}
    for kind, record in found:
        event = Occurrence(kind, record, record.date or "", 1)
        seen[event.label] = seen.get(event.label, 0) + 1
        yield event._replace(number=seen[event.label]) if seen[event.label] > 1 else event


def _spans(events: Sequence[Occurrence]) -> Iterator[Span]:
    bounds: dict[str, bool] = {}  # day -> does it open a version
    for event in events:
        if event.is_dated:
            bounds[event.when] = bounds.get(event.when, False) or event.kind not in CLOSING
    doubtful = [event.when for event in events if event.is_doubtful]
    previous = ""
    for day, following in pairwise([*bounds, ""]):
        if bounds[day]:
            yield Span(day, following, previous, _certain_until(day, following, doubtful))
            previous = day


def _certain_until(start: str, end: str, doubtful: Sequence[str]) -> str:
    """Return the first day inside a version on which one of the events can have happened, "" without any.

    An event of the version's first day would belong to that version: so it is a later day.
    """
    if not doubtful:
        return ""
    second = (date.fromisoformat(start) + timedelta(days=1)).isoformat()
    days = [max(first_day(when), second) for when in doubtful if last_day(when) >= second]
    first = min(days, default="")
    return first if first and (not end or first < end) else ""


def timeline(plan: PlanRecord) -> Timeline:
    """Return the events of a plan record in time with the versions that they open.

    Undated events keep their place in the page's order, after the dated ones.
    """
    found = list(_occurrences(plan))
    if len(found) > 1:
        found.sort(key=lambda item: item[1].date or "9999")
    events = tuple(_numbered(found))
    first = plan.certification.date or ""
    return Timeline(events, tuple(_spans(events)), first if len(first) == FULL else "")
