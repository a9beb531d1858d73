"""Tell what changed of a plan: events that are new, and what is said otherwise of what was known.

An event that is new is a change of the world. An event that is gone while one of its kind has come is one
whose date was corrected: what hangs on it is compared under its new date. What a new version says otherwise
than the one before belongs to the event that opened it; everything else that differs is a correction.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.changes.facts import TYPE, Facts, facts, local, said
from saisei_lod.changes.flattening import flat
from saisei_lod.changes.model import Change, Detail
from saisei_lod.changes.naming import Names
from saisei_lod.errors import Bilingual

__all__ = ["Between", "plan_changes"]

_STRUCTURE: Final = frozenset(["event", "version", "latestVersion", "identifier", "formerKey"])
_OF_VERSION: Final = frozenset(
    [
        *("isVersionOf", "specializationOf", "wasGeneratedBy", "previousVersion", "wasRevisionOf"),
        *("describedIn", "validFrom", "validUntil", "certainUntil"),
    ]
)
_OF_EVENT: Final = frozenset(["eventOf", "generated", "used", "invalidated", "date"])
_KINDS: Final = {
    v.CERTIFICATION.value: "certification",
    v.AMENDMENT.value: "amendment",
    v.MINOR_CHANGE.value: "minor",
    v.UNSPECIFIED_CHANGE.value: "unspecified",
    v.REVOCATION.value: "revocation",
    v.COMBINATION.value: "combination",
}
_CHANGES: Final = {"amendment", "minor", "unspecified"}
_TOLD_AS: Final = {
    "amendment": "plan-amended",
    "minor": "plan-amended",
    "unspecified": "plan-amended",
    "revocation": "plan-revoked",
    "combination": "plan-combined",
}
_FULL: Final = len("2020-03-30")
_END: Final = "period.periodEnd"
#: Makers that are named in a line.
_NAMED: Final = 3


class Between(NamedTuple):
    """The ISO dates of the two releases, and the names in them."""

    old: str
    new: str
    names: Names

    def is_late(self, when: str) -> bool:
        """Whether something happened before the former release, as far as its date is known."""
        return not when or when < self.old[: len(when)]


class _Event(NamedTuple):
    iri: str
    kind: str
    when: str


class _Plan(NamedTuple):
    """A plan as one release tells of it: its facts, its events, its versions by first day."""

    iri: str
    found: Facts
    events: Mapping[str, _Event]
    versions: Mapping[str, str]
    latest: str

    @classmethod
    def of(cls, iri: str, text: bytes) -> "_Plan":
        found = facts(text)
        own = found.get(iri, {})
        events = [_event(value[1:-1], found) for value in own.get(v.EVENT.value, ())]
        versions = [value[1:-1] for value in own.get(v.VERSION.value, ())]
        latest = next(iter(own.get(v.LATEST_VERSION.value, ())), "")[1:-1]
        starts = {name: _first(found, name, v.VALID_FROM.value) for name in versions}
        return cls(iri, found, {event.iri: event for event in events}, starts, latest)

    @property
    def content(self) -> dict[str, tuple[str, ...]]:
        """What the plan says as it is latest known."""
        return flat(self.found, self.iri, _STRUCTURE)

    def of_version(self, iri: str) -> dict[str, tuple[str, ...]]:
        """Return what one version says."""
        return flat(self.found, iri, _OF_VERSION)

    @property
    def statuses(self) -> set[str]:
        """How the plan's sources list it."""
        return {
            local(value) for stated in self.found.values() for value in stated.get(v.LISTED_STATUS.value, ())
        }


def _first(found: Facts, subject: str, predicate: str) -> str:
    return next((said(value) for value in found.get(subject, {}).get(predicate, ())), "")


def _event(iri: str, found: Facts) -> _Event:
    types = [value[1:-1] for value in found.get(iri, {}).get(TYPE, ())]
    kind = next((_KINDS[name] for name in types if name in _KINDS), "unspecified")
    return _Event(iri, kind, _first(found, iri, v.DCTERMS_DATE.value))


def plan_changes(iri: str, old: bytes, new: bytes, between: Between) -> Iterator[Change]:
    """Yield what changed of a plan that both releases hold, or that one of them holds."""
    label = _label(iri, facts(new or old), between.names)
    if not new:
        yield Change("plan-withdrawn", iri, label)
        return
    after = _Plan.of(iri, new)
    if not old:
        yield _added(after, label, between)
        return
    told = list(_Comparison(_Plan.of(iri, old), after, old, label, between).changes())
    if not told and old != new:
        told = [Change("plan-read-again", iri, label)]
    yield from told


def _added(plan: _Plan, label: Bilingual, between: Between) -> Change:
    """Return a plan that is new in the data: certified since the former release, or recorded late."""
    days = [event.when for event in plan.events.values() if event.kind == "certification"]
    when = min(filter(None, days), default="")
    kind = "plan-added" if between.is_late(when) else "plan-certified"
    return Change(kind, plan.iri, label, when)


def _label(iri: str, found: Facts, names: Names) -> Bilingual:
    """Return a plan's title with its makers, by which people know it; of many the first ones are named."""
    title = names.label(iri)
    makers = [names.shown(value) for value in found.get(iri, {}).get(v.MAKER.value, ())]
    if not makers:
        return title
    more = len(makers) - _NAMED
    ja = "・".join(name.ja for name in makers[:_NAMED]) + (f"ほか{more}団体" if more > 0 else "")
    en = ", ".join(name.en for name in makers[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return Bilingual(f"{ja}「{title.ja}」", f"{title.en} ({en})")


class _Comparison:
    """A plan in two releases."""

    def __init__(self, old: _Plan, new: _Plan, text: bytes, label: Bilingual, between: Between) -> None:
        self._new, self._label, self._between = new, label, between
        self._names = between.names
        gone = [event for name, event in old.events.items() if name not in new.events]
        come = [event for name, event in new.events.items() if name not in old.events]
        self._moved = _moved(gone, come, between)
        self._gone = [event for event in gone if event not in self._moved]
        self._come = [event for event in come if event not in self._moved.values()]
        self._old = _Plan.of(new.iri, self._renamed(text)) if self._moved else old

    def _renamed(self, text: bytes) -> bytes:
        """Return the old lines with the days of corrected events in IRIs as they are now."""
        days = {
            event.when.replace("-", ""): now.when.replace("-", "")
            for event, now in self._moved.items()
            if len(event.when) == len(now.when) == _FULL
        }
        key = re.escape(local(self._new.iri))
        return re.sub(
            rf"({key})-(\d{{8}})(?=[->])",
            lambda m: f"{m[1]}-{days.get(m[2], m[2])}",
            text.decode(),
        ).encode()

    def changes(self) -> Iterator[Change]:
        """Yield what happened, then what was corrected."""
        happened = sorted((event for event in self._come if event.kind in _TOLD_AS), key=lambda e: e.when)
        opened = self._new.latest not in self._old.versions and bool(happened)
        differing = self._names.details(self._old.content, self._new.content)
        for event in happened:
            details = differing if opened and event is self._opener(happened) else ()
            yield self._happened(event, details)
        yield from self._ended(happened)
        if "ListedAsEnded" in self._new.statuses - self._old.statuses:
            yield Change("plan-listed-as-ended", self._new.iri, self._label)
        corrected = (*self._events(), *self._versions(), *(() if opened else differing))
        if corrected:
            yield Change("plan-corrected", self._new.iri, self._label, details=corrected)

    def _opener(self, happened: list[_Event]) -> _Event:
        """Return the event to which what the latest version says anew belongs."""
        start = self._new.versions.get(self._new.latest, "")
        return next((event for event in happened if event.when == start), happened[-1])

    def _happened(self, event: _Event, details: tuple[Detail, ...]) -> Change:
        late = self._between.is_late(event.when)
        told = _TOLD_AS[event.kind]
        note = self._names.label(self._type_of(event)) if event.kind in _CHANGES else Bilingual("", "")
        return Change(told, self._new.iri, self._label, event.when, late, details, note)

    def _type_of(self, event: _Event) -> str:
        return next(name for name, kind in _KINDS.items() if kind == event.kind)

    def _events(self) -> Iterator[Detail]:
        """Yield what is said otherwise of events: dates, kinds, rounds, and events that were taken back."""
        names = self._names
        for was, now in self._moved.items():
            if was.when != now.when:
                yield Detail("event.date", (_plain(was.when),), (_plain(now.when),))
        both = {now.iri for now in self._moved.values()} | (self._old.events.keys() & self._new.events.keys())
        for iri in sorted(both):
            before, after = self._old.events.get(iri), self._new.events[iri]
            if before is None:
                continue
            if before.kind != after.kind:
                kinds = (names.label(self._type_of(one)) for one in (before, after))
                yield Detail("event.kind", (next(kinds),), (next(kinds),))
            fields = (flat(plan.found, iri, _OF_EVENT) for plan in (self._old, self._new))
            yield from names.details(next(fields), next(fields), within="event.")
        for event in self._gone:
            yield Detail("event", (self._shown(event),), ())
        for event in self._come:
            if event.kind == "certification":
                yield Detail("event", (), (self._shown(event),))

    def _shown(self, event: _Event) -> Bilingual:
        kind = self._names.label(self._type_of(event))
        return Bilingual(f"{event.when} {kind.ja}".strip(), f"{event.when} {kind.en}".strip())

    def _versions(self) -> Iterator[Detail]:
        """Yield what is said otherwise of versions before the latest, which says what the plan says.

        What is no longer said of a version that was the latest is said of the one that followed it.
        """
        for iri in sorted(self._old.versions.keys() & self._new.versions.keys()):
            if iri == self._new.latest:
                continue
            before, after = self._old.of_version(iri), self._new.of_version(iri)
            if iri == self._old.latest:
                before = {field: kept for field, kept in before.items() if field in after}
            yield from self._names.details(before, after, within="version.")

    def _ended(self, happened: list[_Event]) -> Iterator[Change]:
        """Yield that the period's last day passed between the releases, unless the plan was closed before."""
        end = max((said(value) for value in self._new.content.get(_END, ())), default="")
        if len(end) != _FULL or not self._between.old <= end < self._between.new:
            return
        closing = {event.kind for event in self._new.events.values()} & {"revocation", "combination"}
        if not closing and not any(_TOLD_AS[event.kind] != "plan-amended" for event in happened):
            yield Change("plan-ended", self._new.iri, self._label, end)


def _plain(text: str) -> Bilingual:
    return Bilingual(text, text)


def _moved(gone: list[_Event], come: list[_Event], between: Between) -> dict[_Event, _Event]:
    """Return which events that are gone stand under another date now.

    Of several candidates one that had happened before the former release is taken, of the same kind,
    nearest in time: an event since then is rather a new one.
    """
    found: dict[_Event, _Event] = {}
    for event in sorted(gone, key=lambda one: one.when):
        free = [one for one in come if one not in found.values() and _are_alike(event, one)]
        if free:
            found[event] = min(
                free,
                key=lambda one: (
                    not between.is_late(one.when),
                    one.kind != event.kind,
                    _distance(one.when, event.when),
                    one.iri,
                ),
            )
    return found


def _are_alike(one: _Event, other: _Event) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} <= _CHANGES


def _distance(one: str, other: str) -> int:
    if len(one) != _FULL or len(other) != _FULL:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
