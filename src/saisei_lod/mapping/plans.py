"""Map a plan to its descriptions: the plan, its versions and events, and what it consists of.

One function a class, in the order of docs/explanation/model.md. What no source says is left out: a page
tells of the plan as it stands and not of each past version, so a version carries title, makers and
period only where a listing describes that very version.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.content import Content, Statements, content, wording
from saisei_lod.mapping.timeline import Occurrence, Span, Timeline, days_between, fiscal_year, timeline
from saisei_lod.merging import CLOSING, MergedPlan
from saisei_lod.records.streaming import SourcedPlan
from saisei_lod.terms import Description, Iri, date, integer, plain, text

__all__ = ["plan_block"]

_BASES: Final = {"stated": v.STATED, "implied": v.IMPLIED, "inferred": v.INFERRED}
_STATUSES: Final = {"current": v.LISTED_AS_CURRENT, "ended": v.LISTED_AS_ENDED}
_EVENT_TYPES: Final = {
    "certification": (v.PLAN_EVENT, v.CERTIFICATION),
    "amendment": (v.PLAN_EVENT, v.CHANGE, v.AMENDMENT),
    "minor": (v.PLAN_EVENT, v.CHANGE, v.MINOR_CHANGE),
    "unspecified": (v.PLAN_EVENT, v.CHANGE, v.UNSPECIFIED_CHANGE),
    "revocation": (v.PLAN_EVENT, v.REVOCATION),
    "combination": (v.PLAN_EVENT, v.COMBINATION),
}
#: Kinds of events that a round can hold: certified ones, and changes that may be.
_CERTIFIED: Final = frozenset({"certification", "amendment", "unspecified"})
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def plan_block(
    merged: MergedPlan, minter: Minter, unnumbered: Mapping[str, str] = _NONE
) -> list[Description]:
    """Return the descriptions of one plan, the plan itself first.

    The block names local governments, rounds and schemes by IRI; their descriptions stand in files of
    their own. ``unnumbered`` leads from a day to the key of the round of that day that has no number:
    no record can name such a round, so it is inferred from the day.
    """
    key, time = merged.key, timeline(merged.record)
    named = _Names(
        minter.plan(key),
        {span.start: minter.version(key, span.start) for span in time.versions},
        [minter.event(key, event.label, event.number) for event in time.events],
    )
    said = content(merged.record, key, time.latest or "undated", minter)
    block = [_plan(merged, time, said, named, minter)]
    parts = list(said.described)
    for span in time.versions:
        listings = _describing(merged, span, time)
        told = said if span.start == time.latest else _told(merged, span.start, minter)
        block.append(_version(span, time, named, told.statements))
        block[-1].add(v.DESCRIBED_IN, *[_listing_of(listed, key, minter) for listed in listings])
        parts += told.described if told is not said else ()
    for event, subject in zip(time.events, named.events, strict=True):
        described = _event(event, subject, time, named)
        _state_round(described, event, minter, unnumbered)
        _link_versions(described, event, time, named)
        if event.kind == "certification" and "certification" in merged.record.printed:
            described.add(v.WORDING, wording(merged.record, "certification"))
        block.append(described)
    block += parts
    block += [_listing(listed, named.plan, key, minter) for listed in merged.listings]
    return block


def _describing(merged: MergedPlan, span: Span, time: Timeline) -> Sequence[SourcedPlan]:
    """Return the listings that describe a version; those of a plan of one source describe its latest."""
    if merged.described:
        known = merged.described.get(span.start)
        return known.listings if known else ()
    return merged.listings if span.start == time.latest else ()


def _told(merged: MergedPlan, day: str, minter: Minter) -> Content:
    """Return what is told of the version before the latest that begins on a day: mostly nothing."""
    known = merged.described.get(day)
    return content(known.record, merged.key, day, minter) if known else Content([], [])


class _Names(NamedTuple):
    """The IRIs of one plan, minted once: the plan, its versions by first day, its events in order."""

    plan: Iri
    versions: Mapping[str, Iri]
    events: Sequence[Iri]


def _plan(merged: MergedPlan, time: Timeline, said: Content, named: _Names, minter: Minter) -> Description:
    own, combined_into = merged.record.own, merged.record.combined_into
    described = Description(named.plan, v.PLAN)
    described.add(v.DCTERMS_IDENTIFIER, plain(merged.key))
    described.statements += said.statements
    if own is not None:
        described.add(v.EDITORIAL_TITLE, text(own.title_en, "en") if own.title_en else None)
        described.add(
            v.EDITORIAL_SUMMARY,
            text(own.summary_ja, "ja") if own.summary_ja else None,
            text(own.summary_en, "en") if own.summary_en else None,
        )
    described.add(v.EVENT, *named.events)
    described.add(v.VERSION, *named.versions.values())
    if time.latest:
        described.add(v.LATEST_VERSION, named.versions[time.latest])
    if merged.record.former_ids:
        described.add(v.FORMER_KEY, *[plain(former) for former in merged.record.former_ids])
    if combined_into:
        described.add(v.COMBINED_INTO, minter.plan(combined_into))
    return described


def _version(span: Span, time: Timeline, named: _Names, told: Statements) -> Description:
    described = Description(named.versions[span.start], v.PLAN_VERSION)
    described.add(v.DCTERMS_IS_VERSION_OF, named.plan)
    described.add(v.PROV_SPECIALIZATION_OF, named.plan)
    described.add(v.VALID_FROM, date(span.start))
    if span.end:
        described.add(v.VALID_UNTIL, date(span.end))
    if span.certain_until:
        described.add(v.CERTAIN_UNTIL, date(span.certain_until))
    if span.previous:
        previous = named.versions[span.previous]
        described.add(v.DCAT_PREVIOUS_VERSION, previous)
        described.add(v.PROV_WAS_REVISION_OF, previous)
    events = zip(time.events, named.events, strict=True)
    described.add(v.PROV_WAS_GENERATED_BY, *[iri for event, iri in events if _opens(event, span.start)])
    described.statements += told
    return described


def _opens(event: Occurrence, day: str) -> bool:
    return event.when == day and event.kind not in CLOSING


def _event(event: Occurrence, subject: Iri, time: Timeline, named: _Names) -> Description:
    described = Description(subject, *_EVENT_TYPES[event.kind])
    described.add(v.EVENT_OF, named.plan)
    if event.when:
        described.add(v.DCTERMS_DATE, date(event.when))
        described.add(v.DATE_BASIS, _BASES[event.record.date_basis or "stated"])
        year = fiscal_year(event.when)
        described.add(v.FISCAL_YEAR, integer(year) if year is not None else None)
    if event.is_dated and event.kind != "certification" and time.certified_on:
        described.add(v.DAYS_SINCE_CERTIFICATION, integer(days_between(time.certified_on, event.when)))
    return described


def _state_round(
    described: Description, event: Occurrence, minter: Minter, unnumbered: Mapping[str, str]
) -> None:
    said = event.record
    if said.round:
        described.add(v.IN_ROUND, minter.round(str(said.round)))
        described.add(v.ROUND_BASIS, _BASES[said.round_basis or "stated"])
    elif event.kind in _CERTIFIED and event.when in unnumbered:
        described.add(v.IN_ROUND, minter.round(unnumbered[event.when]))
        described.add(v.ROUND_BASIS, v.INFERRED)


def _link_versions(described: Description, event: Occurrence, time: Timeline, named: _Names) -> None:
    """State which version the event used and generated, or which one it closed."""
    if not event.is_dated:
        return
    for span in time.versions:
        if span.start == event.when and event.kind not in CLOSING:
            if span.previous and event.kind != "certification":
                described.add(v.PROV_USED, named.versions[span.previous])
            described.add(v.PROV_GENERATED, named.versions[span.start])
        elif span.end == event.when and event.kind in CLOSING:
            described.add(v.PROV_INVALIDATED, named.versions[span.start])


def _listing_of(listed: SourcedPlan, key: str, minter: Minter) -> Iri:
    return minter.listing(listed.page.source or "", listed.page.sha256 or "", key)


def _listing(listed: SourcedPlan, subject: Iri, key: str, minter: Minter) -> Description:
    page, plan = listed.page, listed.plan
    described = Description(_listing_of(listed, key, minter), v.LISTING)
    described.add(v.LISTED_PLAN, subject)
    described.add(v.SNAPSHOT, minter.snapshot(page.source or "", page.sha256 or ""))
    if plan.lines:
        described.add(v.FIRST_LINE, integer(plan.lines[0]))
        described.add(v.LAST_LINE, integer(plan.lines[1]))
    if plan.status:
        described.add(v.LISTED_STATUS, _STATUSES[plan.status])
    if plan.heading:
        described.add(v.HEADING, text(plan.heading, "ja"))
    if plan.title:
        described.add(v.DCTERMS_TITLE, text(plan.title, "ja"))
    return described
