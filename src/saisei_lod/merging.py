"""Merge the records of one plan, from several sources, into the plan that is published.

The rule that picks a value is one: the source with the latest date (last update of the page, else the
day it was retrieved, else none) is heard first, and a source that is silent leaves the word to the next
one. Sources of equal date are heard in the order of their names. What a later-heard source says otherwise is
not lost: its listing stands in the graph, and the disagreement is a finding.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import msgspec

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.merging import SOURCES_DISAGREE
from saisei_lod.records.model import Amendment, Certification, PlanRecord
from saisei_lod.records.streaming import SourcedPlan

__all__ = ["MergedPlan", "merge"]

_FIELDS: Final = ("title", "period", "makers", "coverage", "schemes", "documents", "indicators", "amounts")
_EMPTY: Final = PlanRecord()


class MergedPlan(NamedTuple):
    """A plan as it is published, with every listing that it rests on and where those disagree."""

    key: str
    record: PlanRecord
    listings: tuple[SourcedPlan, ...]
    findings: tuple[Finding, ...] = ()


def merge(sources: Sequence[SourcedPlan]) -> MergedPlan:
    """Merge what several sources say of one plan; they must carry the same key.

    A single source is taken as it is.
    """
    if len(sources) == 1:
        only = sources[0]
        return MergedPlan(only.plan.id or "", only.plan, (only,))
    heard = sorted(sorted(sources, key=lambda s: s.page.source or s.file), key=_said_on, reverse=True)
    findings = tuple(_disagreements(heard))
    return MergedPlan(heard[0].plan.id or "", _record(heard), tuple(heard), findings)


def _said_on(source: SourcedPlan) -> str:
    return source.page.last_updated or source.page.retrieved or ""


def _record(heard: Sequence[SourcedPlan]) -> PlanRecord:
    plans = [source.plan for source in heard]
    chosen = {
        name: _first_said(plans, name)
        for name in (*_FIELDS, "status", "heading", "summary", "own", "combined_into")
    }
    return msgspec.structs.replace(
        plans[0],
        **chosen,
        certification=_certification(plans),
        amendments=_amendments(plans),
        former_ids=sorted({former for plan in plans for former in plan.former_ids}),
    )


def _first_said(plans: Sequence[PlanRecord], name: str) -> object:
    silent = getattr(_EMPTY, name)
    return next((value for plan in plans if (value := getattr(plan, name)) != silent), silent)


def _certification(plans: Sequence[PlanRecord]) -> Certification:
    said = [plan.certification for plan in plans if plan.certification.date or plan.certification.round]
    whole = next((c for c in said if c.date and c.round), None)
    return whole or (said[0] if said else Certification())


def _amendments(plans: Sequence[PlanRecord]) -> list[Amendment]:
    """Join the events of all sources by day; a stated kind says more than an unspecified one."""
    by_label: dict[tuple[str, int], Amendment] = {}
    for plan in plans:
        seen: dict[str, int] = {}
        for amendment in plan.amendments:
            label = amendment.date or f"r{amendment.round}"
            seen[label] = seen.get(label, 0) + 1
            known = by_label.setdefault((label, seen[label]), amendment)
            if known.kind == "unspecified" and amendment.kind != "unspecified":
                by_label[label, seen[label]] = amendment
    return sorted(by_label.values(), key=lambda amendment: amendment.date or "9999")


_COMPARED: Final[dict[str, Callable[[PlanRecord], object]]] = {
    "title": lambda plan: plan.title,
    "certification.date": lambda plan: plan.certification.date,
    "certification.round": lambda plan: plan.certification.round,
    "period.start": lambda plan: plan.period and plan.period.start,
    "period.end": lambda plan: plan.period and plan.period.end,
    "makers": lambda plan: sorted(maker.code or "" for maker in plan.makers),
    "schemes": lambda plan: sorted(plan.schemes),
}


def _disagreements(heard: Sequence[SourcedPlan]) -> list[Finding]:
    """Return a finding for each field of which two sources say different things; silence is no word."""
    found = []
    for field, value_of in _COMPARED.items():
        first = next((source for source in heard if value_of(source.plan)), None)
        for other in heard:
            if first is None or not value_of(other.plan) or value_of(other.plan) == value_of(first.plan):
                continue
            place = Place(file=other.file, line=other.line)
            found.append(
                SOURCES_DISAGREE.at(
                    place,
                    text=str(value_of(other.plan)),
                    field=field,
                    key=first.plan.id,
                    chosen=value_of(first.plan),
                    source=first.file,
                )
            )
    return found
