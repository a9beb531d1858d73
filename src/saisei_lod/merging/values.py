"""Choose what is published of a version among the listings that describe it.

The rule is one: the listing that is heard first is taken, and where it is silent the next one. What a
source states is taken before what its page merely implies, and an area that was understood before one
that was not.
"""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from saisei_lod.records.model import Coverage, Maker, Period, PlanRecord

__all__ = ["OF_A_VERSION", "published_values"]

#: What may differ from version to version (地域再生法 7条); all else belongs to the plan.
OF_A_VERSION: Final = (
    "title",
    "period",
    "makers",
    "coverage",
    "schemes",
    "documents",
    "indicators",
    "amounts",
    "summary",
)
_SILENT: Final = PlanRecord()


def published_values(heard: Sequence[PlanRecord]) -> dict[str, object]:
    """Return the fields of a version, with the words printed for each of them by the page it is taken from.

    ``heard`` are the records that describe the version, the best heard first.
    """
    chosen = {name: _CHOOSE.get(name, _first_said)(heard, name) for name in OF_A_VERSION}
    printed = {
        name: words
        for name, plan in chosen.items()
        if plan is not None and (words := plan.printed.get(name)) is not None
    }
    values = {name: getattr(plan or _SILENT, name) for name, plan in chosen.items()}
    return {**values, "period": _completed(heard, chosen["period"]), "printed": printed}


_Choose = Callable[[Sequence[PlanRecord], str], PlanRecord | None]


def _first_said(heard: Sequence[PlanRecord], name: str) -> PlanRecord | None:
    silent = getattr(_SILENT, name)
    return next((plan for plan in heard if getattr(plan, name) != silent), None)


def _makers(heard: Sequence[PlanRecord], name: str) -> PlanRecord | None:
    """Return the record whose makers are published: the page's publisher is implied where no page names any."""
    return next((plan for plan in heard if _are_stated(plan.makers)), None) or _first_said(heard, name)


def _are_stated(makers: Sequence[Maker]) -> bool:
    return any(maker.basis == "stated" for maker in makers)


def _coverage(heard: Sequence[PlanRecord], name: str) -> PlanRecord | None:
    understood = (plan for plan in heard if _is_understood(plan.coverage))
    return next(understood, None) or _first_said(heard, name)


def _is_understood(coverage: Coverage) -> bool:
    return coverage.kind != "unknown"


_CHOOSE: Final[dict[str, _Choose]] = {"makers": _makers, "coverage": _coverage}


def _completed(heard: Sequence[PlanRecord], chosen: PlanRecord | None) -> Period | None:
    """Return the period with a start or end that it lacks taken from the next source of the same precision."""
    period = chosen.period if chosen else None
    if period is None or (period.start and period.end):
        return period
    alike = [plan.period for plan in heard if plan.period and plan.period.precision == period.precision]
    start = next((one.start for one in alike if one.start), None)
    end = next((one.end for one in alike if one.end), None)
    return msgspec.structs.replace(period, start=start, end=end)
