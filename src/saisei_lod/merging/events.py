"""Join the events that several sources tell of one plan: which are one event, and what is published of it.

Two sources tell of one event where they print one day, where the month or year of one holds the day of
the other, or where they name one round (a plan is changed once in a round). Of a day and a round the
stated one is published before the inferred one, the more precise before the less precise, and then the
one that was heard first. A kind that is told says more than 変更 alone.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, NamedTuple, TypeVar

import msgspec

from saisei_lod.merging.days import FULL
from saisei_lod.records.evidence import event_path
from saisei_lod.records.model import Amendment, Certification, PlanRecord

__all__ = [
    "CLOSING",
    "JoinedEvent",
    "Told",
    "event_paths",
    "join_amendments",
    "join_certifications",
    "opening_days",
]

Event = Certification | Amendment
E = TypeVar("E", Certification, Amendment)
_Basis = Literal["stated", "inferred"]

#: Kinds of events that close the last version and open none (地域再生法 10条, and mergers).
CLOSING: Final = frozenset({"revocation", "combination"})


class Told(NamedTuple):
    """An event as one source tells it: the source's place among those heard, its own place there."""

    source: int
    place: int
    event: Event


class JoinedEvent(NamedTuple):
    """An event as it is published, with everything that was told of it, in the order of hearing."""

    event: Event
    told: tuple[Told, ...]

    @property
    def opens(self) -> str:
        """The day on which the event opens a version, "" where it opens none or its day is not known."""
        when = self.event.date or ""
        is_closing = isinstance(self.event, Amendment) and self.event.kind in CLOSING
        return when if len(when) == FULL and not is_closing else ""


def join_certifications(heard: Sequence[PlanRecord]) -> JoinedEvent | None:
    """Return the one certification of a plan, None where no source tells of it."""
    told = [
        Told(number, 0, plan.certification)
        for number, plan in enumerate(heard)
        if plan.certification.date or plan.certification.round
    ]
    return (
        JoinedEvent(_published([plan.event for plan in told], Certification()), tuple(told)) if told else None
    )


def join_amendments(heard: Sequence[PlanRecord]) -> list[JoinedEvent]:
    """Return the later events of a plan in the order of their days; those without one come last.

    A source never tells of one event twice: two events of one day in one source stay two.
    """
    groups: list[list[Told]] = []
    for number, plan in enumerate(heard):
        free = [Told(number, place, event) for place, event in enumerate(plan.amendments)]
        known = list(groups)
        for is_same in _SAME:
            free = _settled(free, known, is_same)
        groups += [[told] for told in free]
    joined = [
        JoinedEvent(_published([t.event for t in group], Amendment()), tuple(group)) for group in groups
    ]
    return sorted(joined, key=lambda one: one.event.date or "9999")


def opening_days(events: Iterable[JoinedEvent]) -> list[str]:
    """Return the days on which versions begin, in order, each once."""
    return sorted({event.opens for event in events} - {""})


def event_paths(amendments: Iterable[Amendment]) -> list[str]:
    """Return the paths that name amendments in evidence: by day, else by round, and numbered if need be.

    >>> event_paths([Amendment(date="2020-03-30"), Amendment(round=39), Amendment(date="2020-03-30")])
    ['amendments.2020-03-30', 'amendments.r039', 'amendments.2020-03-30-2']
    """
    met: dict[str, int] = {}
    paths = []
    for event in amendments:
        label = event.date or (f"r{event.round:03d}" if event.round else "nodate")
        met[label] = met.get(label, 0) + 1
        paths.append(event_path(label, met[label]))
    return paths


_IsSame = Callable[[Amendment, Sequence[Amendment]], bool]


def _settled(free: list[Told], known: list[list[Told]], is_same: _IsSame) -> list[Told]:
    """Put events into the groups that they belong to, taking these from ``known``; return the others."""
    left = []
    for told in free:
        group = next((group for group in known if _can_join(told, group, is_same)), None)
        if group is None:
            left.append(told)
        else:
            group.append(told)
            known.remove(group)
    return left


def _can_join(told: Told, group: Sequence[Told], is_same: _IsSame) -> bool:
    event = told.event
    others = [other.event for other in group if isinstance(other.event, Amendment)]
    if not isinstance(event, Amendment) or (event.kind in CLOSING) != (others[0].kind in CLOSING):
        return False
    return is_same(event, others)


def _same_day_and_kind(event: Amendment, others: Sequence[Amendment]) -> bool:
    return _same_day(event, others) and any(event.kind == other.kind for other in others)


def _same_day(event: Amendment, others: Sequence[Amendment]) -> bool:
    return event.date is not None and any(event.date == other.date for other in others)


def _same_span(event: Amendment, others: Sequence[Amendment]) -> bool:
    """Tell whether the month or year of one holds the day of the other."""
    days = [other.date for other in others if other.date]
    when = event.date or ""
    return bool(when and days) and all(day.startswith(when) or when.startswith(day) for day in days)


def _same_round(event: Amendment, others: Sequence[Amendment]) -> bool:
    return event.round is not None and any(event.round == other.round for other in others)


def _both_unknown(event: Amendment, others: Sequence[Amendment]) -> bool:
    return not any(one.date or one.round for one in (event, *others))


#: From the surest sign of one event to the weakest; a stronger sign takes its event first.
_SAME: Final = (_same_day_and_kind, _same_day, _same_span, _same_round, _both_unknown)


def _published(told: Sequence[Event], silent: E) -> E:
    """Return what is published of an event; what one source alone tells is taken as it is."""
    first = told[0]
    if isinstance(first, type(silent)) and all(event == first for event in told):
        return first
    when, date_basis = _date(told)
    number, round_basis = _round(told, when)
    known = {"date": when, "date_basis": date_basis, "round": number, "round_basis": round_basis}
    if isinstance(silent, Amendment):
        kinds = (event.kind for event in told if isinstance(event, Amendment))
        known["kind"] = next((kind for kind in kinds if kind != silent.kind), silent.kind)
    return msgspec.structs.replace(silent, **known)


def _date(told: Sequence[Event]) -> tuple[str | None, _Basis | None]:
    """Return the day that is published: stated before inferred, and as precise as any that agrees."""
    dated = [event for event in told if event.date]
    dated = [event for event in dated if event.date_basis != "inferred"] or dated
    if not dated:
        return None, None
    first = dated[0].date or ""
    best = max((event for event in dated if (event.date or "").startswith(first)), key=_precision)
    return best.date, best.date_basis


def _precision(event: Event) -> int:
    return len(event.date or "")


def _round(told: Sequence[Event], when: str | None) -> tuple[int | None, _Basis | None]:
    """Return the round that is published; one that was inferred counts only with the day it came from."""
    numbered = [event for event in told if event.round is not None]
    stated = [event for event in numbered if event.round_basis != "inferred"]
    chosen = next(iter(stated), next((event for event in numbered if event.date == when), None))
    return (chosen.round, chosen.round_basis) if chosen else (None, None)
