"""Make the record of a newer snapshot of a page: what the page says now, and what people keep.

The newer record does not replace the older one: both stand, each for its snapshot. Keys, former keys and
the editors' own words go with the plan; a value that a person corrected goes on where the page still
prints for it what it printed.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from saisei_lod.records.comparing import matched, reason, told_again
from saisei_lod.records.evidence import CORRECTED, as_read
from saisei_lod.records.model import Amendment, Evidence, Page, PageRecord, PlanRecord
from saisei_lod.records.values import field_of, values_of

__all__ = ["renewed"]

#: What a person may correct of a page, and of a plan.
_OF_PAGE: Final = ("title", "publisher", "page_id", "contact")
_OF_PLAN: Final = (
    "title",
    "status",
    "heading",
    "certification",
    "amendments",
    "period",
    "makers",
    "coverage",
    "schemes",
    "documents",
    "indicators",
    "amounts",
)
_OURS: Final = ("former_ids", "combined_into", "own")


def renewed(kept: PageRecord, read: PageRecord) -> PageRecord:
    """Return the record of a newer snapshot, given the record kept of an older one and the new reading.

    The address and the publisher of the older record stand where the new reading names none. A source's
    prose that people left out of the older record is left out of the newer one.
    """
    pairs = {other: number for number, other in matched(kept.plans, read.plans).items()}
    keeps_prose = not kept.plans or any(plan.summary for plan in kept.plans)
    plans = [
        _plan(kept.plans[pairs[number]], plan) if number in pairs else _new(plan, keeps_prose=keeps_prose)
        for number, plan in enumerate(read.plans)
    ]
    return PageRecord(page=_page(kept.page, read.page), plans=plans)


def _page(kept: Page, read: Page) -> Page:
    publisher = read.publisher if read.publisher.code else kept.publisher
    named: dict[str, Any] = {"source": kept.source or read.source, "url": read.url or kept.url}
    corrected = _corrected(kept, read, _OF_PAGE)
    told = _evidence(kept, read, corrected)
    return msgspec.structs.replace(read, **{"publisher": publisher, **named, **corrected, "evidence": told})


def _plan(kept: PlanRecord, read: PlanRecord) -> PlanRecord:
    ours: dict[str, Any] = {name: getattr(kept, name) for name in _OURS}
    prose = read.summary if kept.summary is not None else None
    corrected = _corrected(kept, read, _OF_PLAN)
    told = _evidence(kept, read, corrected)
    if "amendments" not in corrected:
        corrected["amendments"] = _events(kept, read)
    return msgspec.structs.replace(
        read, **{"id": kept.id or read.id, "summary": prose, **ours, **corrected, "evidence": told}
    )


def _events(kept: PlanRecord, read: PlanRecord) -> list[Amendment]:
    """Return the events that the page lists now; one whose line it prints as before stays as it was kept."""
    if reason(kept, read, "amendments", is_same=True) == "read-otherwise":
        return read.amendments
    _, carried = told_again(kept, read)
    return carried[: len(read.amendments)]


def _new(plan: PlanRecord, *, keeps_prose: bool) -> PlanRecord:
    return plan if keeps_prose else msgspec.structs.replace(plan, summary=None)


def _evidence(
    kept: Page | PlanRecord, read: Page | PlanRecord, corrected: Mapping[str, Any]
) -> dict[str, Evidence]:
    """Return the evidence of the new reading, which tells of corrected fields what was read, and the marks of people."""
    said = {value.path: value.said for value in values_of(read)}
    found = {
        path: as_read(one, said.get(path, "")) if field_of(path) in corrected else one
        for path, one in read.evidence.items()
    }
    marks = {path: one for path, one in kept.evidence.items() if one.rule == CORRECTED}
    return {path: one for path, one in marks.items() if field_of(path) in corrected} | found


def _corrected(kept: Page | PlanRecord, read: Page | PlanRecord, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields that people corrected, where the page's words for them are unchanged."""
    differing = [name for name in names if getattr(kept, name) != getattr(read, name)]
    return {
        name: getattr(kept, name)
        for name in differing
        if reason(kept, read, name, is_same=False) == "corrected"
    }
