"""Merge the records of one plan, from several sources, into the plan that is published.

Each listing describes the version that was the latest by its own events, and says nothing of others.
The rule that picks a value is one: among the listings that describe a version the source with the latest
date (last update of the page, else the day it was retrieved, else none) is heard first, and a source
that is silent leaves the word to the next one; sources of equal date are heard in the order of their
names. What a later-heard source says otherwise is not lost: its listing stands in the graph, and the
disagreement is a finding and a line of the report of contradictions.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

import msgspec

from saisei_lod.findings import Finding
from saisei_lod.merging.contradictions import (
    Contradiction,
    Saying,
    event_contradictions,
    findings_of,
    version_contradictions,
)
from saisei_lod.merging.events import (
    CLOSING,
    JoinedEvent,
    event_paths,
    join_amendments,
    join_certifications,
    opening_days,
)
from saisei_lod.merging.values import published_values
from saisei_lod.records.model import Amendment, Certification, Page, PlanRecord
from saisei_lod.records.streaming import SourcedPlan

__all__ = ["CLOSING", "Contradiction", "DescribedVersion", "JoinedEvent", "MergedPlan", "Saying", "merge"]


class DescribedVersion(NamedTuple):
    """What is published of one version, and the listings that describe it, the best heard first."""

    record: PlanRecord
    listings: tuple[SourcedPlan, ...]


_NONE: Final[Mapping[str, DescribedVersion]] = MappingProxyType({})


class MergedPlan(NamedTuple):
    """A plan as it is published, with every listing that it rests on and where those disagree.

    ``record`` is what is published of the latest version, with all events; ``listings`` are all sources,
    those of the latest version first. ``described`` holds what is known of the versions by their first
    day; where it is empty all listings describe the latest. ``changes`` are the events of ``record`` after
    the certification, each with what the listings tell of it, named by their places; of a single listing
    there are none.
    """

    key: str
    record: PlanRecord
    listings: tuple[SourcedPlan, ...]
    findings: tuple[Finding, ...] = ()
    described: Mapping[str, DescribedVersion] = _NONE
    contradictions: tuple[Contradiction, ...] = ()
    changes: tuple[JoinedEvent, ...] = ()


def merge(sources: Sequence[SourcedPlan]) -> MergedPlan:
    """Merge what several sources say of one plan; they must carry the same key.

    A single source is taken as it is.
    """
    if len(sources) == 1:
        only = sources[0]
        return MergedPlan(only.plan.id or "", only.plan, (only,))
    heard = sorted(sorted(sources, key=_name), key=_said_on, reverse=True)
    plans = [source.plan for source in heard]
    certification, amendments = join_certifications(plans), join_amendments(plans)
    events = [certification, *amendments] if certification else amendments
    versions = _by_version(heard, events)
    described = {day: DescribedVersion(_version(said), said) for day, said in versions.items()}
    record = _record(heard, next(iter(described.values())).record, certification, amendments)
    contradictions = (
        *event_contradictions(heard, _with_paths(certification, amendments), record),
        *chain.from_iterable(
            version_contradictions(one.listings, msgspec.structs.replace(one.record, id=record.id), day)
            for day, one in described.items()
        ),
    )
    listings = tuple(chain.from_iterable(versions.values()))
    return MergedPlan(
        record.id or "",
        record,
        listings,
        tuple(finding for one in contradictions for finding in findings_of(one)),
        described,
        contradictions,
        tuple(_placed(amendments, heard, listings)),
    )


def _name(source: SourcedPlan) -> tuple[str, str, str]:
    """Return what names a snapshot: files may be renamed, and two snapshots of a page have one source."""
    return source.page.source or "", source.page.sha256 or "", source.file


def _said_on(source: SourcedPlan) -> tuple[str, str]:
    """Return what puts sources in order: of two snapshots that tell one last update, the later retrieved is heard."""
    return _day_of(source.page), source.page.retrieved or ""


def _day_of(page: Page) -> str:
    return page.last_updated or page.retrieved or ""


def _by_version(
    heard: Sequence[SourcedPlan], events: Sequence[JoinedEvent]
) -> dict[str, tuple[SourcedPlan, ...]]:
    """Return the listings by the first day of the version that they describe, the latest version first."""
    days = opening_days(events)
    found: dict[str, list[SourcedPlan]] = {}
    for number, source in enumerate(heard):
        found.setdefault(_described_day(number, source.page, events, days), []).append(source)
    return {day: tuple(found[day]) for day in sorted(found, reverse=True)}


def _described_day(number: int, page: Page, events: Sequence[JoinedEvent], days: Sequence[str]) -> str:
    """Return the first day of the version that a listing describes, "" where the plan has no version.

    It is the latest that the listing's own dated events opened; so the latest version is always described.
    A listing without any describes the version of the day on which its page was updated or retrieved, else
    the latest one.
    """
    own = [event.opens for event in events if _dates(number, event)]
    if any(own):
        return max(own)
    day = _day_of(page)
    if not day or not days:
        return max(days, default="")
    return max((opened for opened in days if opened <= day), default=days[0])


def _dates(number: int, event: JoinedEvent) -> bool:
    """Tell whether a listing tells of an event with a date of its own."""
    return any(told.event.date for told in event.told if told.source == number)


def _version(said: Sequence[SourcedPlan]) -> PlanRecord:
    return msgspec.structs.replace(PlanRecord(), **published_values([source.plan for source in said]))


def _record(
    heard: Sequence[SourcedPlan],
    version: PlanRecord,
    certification: JoinedEvent | None,
    amendments: Sequence[JoinedEvent],
) -> PlanRecord:
    """Return the plan as published: its latest version, all events, and what is ours on any record."""
    plans = [source.plan for source in heard]
    words = _certification_words(plans, certification)
    return msgspec.structs.replace(
        version,
        id=plans[0].id,
        certification=certification.event if certification else Certification(),
        amendments=[joined.event for joined in amendments],
        printed={**words, **version.printed},
        own=next((plan.own for plan in plans if plan.own), None),
        combined_into=next((plan.combined_into for plan in plans if plan.combined_into), None),
        former_ids=sorted({former for plan in plans for former in plan.former_ids}),
    )


def _certification_words(plans: Sequence[PlanRecord], joined: JoinedEvent | None) -> dict[str, str]:
    """Return what is printed of the certification where its day, or else its round, was taken from."""
    event = joined.event if joined else Certification()
    for told in joined.told if joined else ():
        own, printed = told.event, plans[told.source].printed
        if own.date == event.date or (own.date is None and own.round == event.round):
            return {name: printed[name] for name in ("certification", "round") if name in printed}
    return {}


def _placed(
    events: Sequence[JoinedEvent], heard: Sequence[SourcedPlan], listings: Sequence[SourcedPlan]
) -> Iterator[JoinedEvent]:
    """Yield events whose sources are named by their places among the listings, not among those heard."""
    places = {id(source): place for place, source in enumerate(listings)}
    for event in events:
        told = [one._replace(source=places[id(heard[one.source])]) for one in event.told]
        yield event._replace(told=tuple(sorted(told, key=lambda one: one.source)))


def _with_paths(
    certification: JoinedEvent | None, amendments: Sequence[JoinedEvent]
) -> Iterator[tuple[str, JoinedEvent]]:
    if certification:
        yield "certification", certification
    changes = [joined.event for joined in amendments if isinstance(joined.event, Amendment)]
    yield from zip(event_paths(changes), amendments, strict=True)
