"""Find the nodes of the published graph that the statements of one source are about.

A source may date an event otherwise, or tell of a version before the latest one; its statements are about
the event and the version as they are published, so that what sources say of one thing can be compared.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.timeline import timeline
from saisei_lod.merging import MergedPlan
from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.records.streaming import SourcedPlan
from saisei_lod.records.values import amendment_paths
from saisei_lod.terms import Description, Iri

__all__ = ["Events", "Nodes", "PageNodes"]


class Events(NamedTuple):
    """The events of a plan as they are published: the certification, and the event of each told change.

    Changes are known by the identity of their objects, since two of one day may be equal.
    """

    certification: Iri | None
    changes: Mapping[int, Iri]

    @classmethod
    def of(cls, merged: MergedPlan, minter: Minter) -> "Events":
        """Return the events of a plan; each change that a source tells of leads to the one it was joined to."""
        published = _minted(merged.record, merged.key, minter)
        certification = published.get(id(merged.record.certification))
        if len(merged.listings) == 1:
            return cls(certification, published)
        known = zip(merged.changes, merged.record.amendments, strict=True)
        told = {id(told.event): published[id(change)] for one, change in known for told in one.told}
        return cls(certification, told)


def _minted(plan: PlanRecord, key: str, minter: Minter) -> dict[int, Iri]:
    """Return the event of each part of a record that tells of one."""
    return {id(event.record): minter.event(key, event.label, event.number) for event in timeline(plan).events}


class Nodes(NamedTuple):
    """The nodes that the statements of one listing are about.

    ``plan`` is the plan, or the version before the latest that the listing describes; ``day`` the first
    day of the version whose period, area and documents are meant; ``changes`` leads from
    ``amendments.{label}`` to the event.
    """

    key: str
    day: str
    plan: Iri
    listing: Iri
    certification: Iri
    changes: Mapping[str, Iri]
    minter: Minter

    @classmethod
    def of(
        cls, listed: SourcedPlan, key: str, block: Sequence[Description], events: Events, minter: Minter
    ) -> "Nodes":
        """Return the nodes of a listing, given what is published of the plan."""
        listing = minter.listing(listed.page.source or "", listed.page.sha256 or "", key)
        about, day = _version_of(listing, key, block)
        own = _minted(listed.plan, key, minter)
        changes = {
            path: events.changes.get(id(change)) or own[id(change)]
            for path, change in amendment_paths(listed.plan)
        }
        certification = events.certification or minter.event(key, "nodate")
        return cls(key, day, about, listing, certification, changes, minter)


def _version_of(listing: Iri, key: str, block: Sequence[Description]) -> tuple[Iri, str]:
    """Return the plan, or an earlier version, that a listing describes, and the day that its parts bear."""
    plan = block[0]
    for described in block:
        if v.PLAN_VERSION in described.types and listing in described.values(v.DESCRIBED_IN):
            is_latest = described.subject in plan.values(v.LATEST_VERSION)
            day = described.subject.core.removeprefix(f"{key}-")
            return plan.subject if is_latest else described.subject, day
    return plan.subject, "undated"


class PageNodes(NamedTuple):
    """The nodes that the statements of a page are about."""

    source: Iri
    snapshot: Iri
    contact: Iri
    minter: Minter

    @classmethod
    def of(cls, page: Page, minter: Minter) -> "PageNodes":
        """Return the nodes of a page."""
        source = page.source or ""
        snapshot = minter.snapshot(source, page.sha256 or "")
        return cls(minter.source(source), snapshot, minter.contact(source), minter)
