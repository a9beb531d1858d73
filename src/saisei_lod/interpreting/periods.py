"""Understand the period 計画期間: two days, two months, or fiscal years; a missing bound stays missing."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from saisei_lod.findings import Finding, Kind
from saisei_lod.findings.interpreting import PERIOD_NOT_UNDERSTOOD, PERIOD_START_NOT_DATED
from saisei_lod.interpreting.known import finding_at
from saisei_lod.reading import Part
from saisei_lod.records.model import Period
from saisei_lod.text import levelled
from saisei_lod.wareki import dates, fiscal_years

__all__ = ["period"]

_Precision = Literal["day", "month", "fiscal_year"]
_FROM: Final = re.compile(r" *(?:\([^()]{0,20}\))? *(?:から|より|~|-|以降)")
_UNTIL: Final = re.compile(r" *(?:\([^()]{0,20}\))? *(?:まで|迄|終了|満了)")
_START_BY_REFERENCE: Final = re.compile(r"認定(?:の?日)?(?:から|より|以降|~|-)")
_IS_START: Final = re.compile(r"始期|開始|[(]?[始自][)]?\Z")
_IS_END: Final = re.compile(r"終期|終了|[(]?[終至][)]?\Z")
_BY_LENGTH: Final[dict[int, _Precision]] = {len("2020-03-30"): "day", len("2020-03"): "month"}
_COARSEST_FIRST: Final[tuple[_Precision, ...]] = ("fiscal_year", "month", "day")
_BOTH: Final = 2


class _Bound(NamedTuple):
    """A date or run of fiscal years at its place: the first and last day it may stand for.

    ``is_run`` is true for several fiscal years (令和7~9年度), which are a period by themselves.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    precision: _Precision | None
    problems: tuple[Kind, ...]
    text: str
    is_run: bool


def period(part: Part, file: str, words: str = "") -> tuple[Period | None, list[Finding]]:
    """Return the period that a part states, None where it was not understood.

    ``words`` are the part's words where they stand in several cells, which must not run together.
    """
    text = words or part.text
    bounds = sorted(_bounds(text))
    findings = [finding_at(kind, file, part, bound.text) for bound in bounds for kind in bound.problems]
    said = _said(text, bounds, part.label)
    if said and any(bound.first is None for bound in bounds):
        findings.append(finding_at(PERIOD_NOT_UNDERSTOOD, file, part))
    if said is None:
        return None, [*findings, finding_at(PERIOD_NOT_UNDERSTOOD, file, part)]
    if said.start is None and _START_BY_REFERENCE.search(levelled(text)):
        findings.append(finding_at(PERIOD_START_NOT_DATED, file, part))
    return said, findings


def _bounds(text: str) -> Iterator[_Bound]:
    for one in dates(text, planned=True):
        precision = _BY_LENGTH.get(len(one.iso or ""))
        yield _Bound(one.start, one.end, one.iso, one.iso, precision, one.problems, one.text, is_run=False)
    for run in fiscal_years(text):
        days = run.first_day, run.last_day
        is_run = run.first != run.last
        yield _Bound(run.start, run.end, *days, "fiscal_year", run.problems, run.text, is_run)


def _said(text: str, bounds: list[_Bound], label: str) -> Period | None:
    """Return start and end by their order, one bound alone by the word behind it or the label over it."""
    precisions = [bound.precision for bound in bounds if bound.precision]
    if not 0 < len(bounds) <= _BOTH or not precisions or (len(bounds) == 1 and len(precisions) < 1):
        return None
    coarsest = min(precisions, key=_COARSEST_FIRST.index)
    first, last = bounds[0], bounds[-1]
    if len(bounds) == _BOTH:
        return Period(start=first.first, end=last.last, precision=coarsest)
    level = levelled(text)
    if _FROM.match(level, first.end) or _IS_START.search(label):
        return Period(start=first.first, precision=coarsest)
    if first.is_run or (coarsest == "fiscal_year" and not _UNTIL.match(level, first.end)):
        return Period(start=first.first, end=first.last, precision=coarsest)
    is_end = _UNTIL.match(level, first.end) or _IS_END.search(label) or level[: first.start].strip() == "~"
    return Period(end=first.last, precision=coarsest) if is_end else None
