"""Understand the period 計画期間: two days, two months, or fiscal years; a missing bound stays missing."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from saisei_lod.findings import Finding, Kind
from saisei_lod.findings.interpreting import (
    PERIOD_END_NOT_DATED,
    PERIOD_ENDS_FIRST,
    PERIOD_NOT_UNDERSTOOD,
    PERIOD_START_NOT_DATED,
)
from saisei_lod.interpreting.known import finding_at
from saisei_lod.reading import Part
from saisei_lod.records.model import Period
from saisei_lod.text import levelled
from saisei_lod.wareki import dates, fiscal_years

__all__ = ["period"]

_Precision = Literal["day", "month", "fiscal_year"]
_BRACKET: Final = r"(?:\s*\([^()]{0,40}\))?"
_FROM: Final = re.compile(rf"{_BRACKET}\s*(?:以降|から|より|~|-|→)")
_UNTIL: Final = re.compile(rf"{_BRACKET}\s*(?:末日?)?\s*(?:まで|迄|終了|満了)")
#: Words that end a period which begins with something that is no date: 認定の日から, ~.
_BEHIND_FROM: Final = re.compile(r"(?:から|より|以降|~|-|→|至)\s*\Z")
#: What stands between the two bounds of a period, and nothing else.
_BETWEEN: Final = re.compile(
    rf"(?:末日?|当初|初日?|付け?)?\)?{_BRACKET}\s*同?日?\s*(?:以降|から|より|~|-|→|、|\s|に開始)*\s*(?:至|終期|終了|満了)?(?:日|年度)?\s*:?\s*\Z"
)
_TOLD_BETWEEN: Final = re.compile(r"から|より|~|-|→|至|終|満了|、|\s|以降")
_START_BY_REFERENCE: Final = re.compile(
    rf"(?:認定(?:を受けた|された|があった|の|後)?日?|同日){_BRACKET}\s*(?:から|より|以降|~|-)"
)
_YEARS_OR_MONTHS: Final = r"(?:か年|カ年|ヵ年|ケ年|箇年|年間|か月|ヶ月|カ月)"
_END_BY_LENGTH: Final = re.compile(
    rf"(?:から|より|以降)?\s*(?:の|起算して)?\s*[0-9一二三四五六七八九十]{{1,2}}\s*{_YEARS_OR_MONTHS}"
)
_SAME_YEAR: Final = re.compile(r"(?:同年?|翌年)?\s*(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?")
_IS_START: Final = re.compile(r"始期|開始|始まり|[(]?[始自][)]?\Z")
_IS_END: Final = re.compile(r"終期|終了|満了|終わり|期限|[(]?[終至][)]?\Z")
_YEARS_ALONE: Final = re.compile(r"[^月日./]*[0-9元]年?\s*\Z")
_BY_LENGTH: Final[dict[int, _Precision]] = {len("2020-03-30"): "day", len("2020-03"): "month"}
_COARSEST_FIRST: Final[tuple[_Precision, ...]] = ("fiscal_year", "month", "day")
_MONTH_END: Final = re.compile(r"末")
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
    bounds = _outside_brackets(levelled(text), sorted(_bounds(text, part.label)))
    findings = [finding_at(kind, file, part, bound.text) for bound in bounds for kind in bound.problems]
    said = _said(levelled(text), bounds, part.label)
    if said is None or any(bound.first is None for bound in bounds):
        findings.append(finding_at(PERIOD_NOT_UNDERSTOOD, file, part))
    return said, findings + list(_lacking(said, levelled(text), bounds, part, file))


def _lacking(
    said: Period | None, level: str, bounds: list[_Bound], part: Part, file: str
) -> Iterator[Finding]:
    """Yield the findings on a start or end that is named without a date, and on an end before the start."""
    if said and said.start is None and _START_BY_REFERENCE.search(level):
        yield finding_at(PERIOD_START_NOT_DATED, file, part)
    if said and said.end is None and bounds and _END_BY_LENGTH.search(level, bounds[-1].end):
        yield finding_at(PERIOD_END_NOT_DATED, file, part)
    if said and said.start and said.end and said.start > said.end:
        yield finding_at(PERIOD_ENDS_FIRST, file, part, start=said.start, end=said.end)


def _bounds(text: str, label: str) -> Iterator[_Bound]:
    if "年度" in label and "年度" not in text and _YEARS_ALONE.match(levelled(text)):
        # A column of fiscal years prints their numbers alone: R4~R8 under 計画期間(年度).
        yield from _years(f"{text.rstrip().removesuffix('年')}年度")
        return
    for one in dates(text, planned=True):
        iso = _end_of_month(one.iso) if _MONTH_END.match(text, one.end) else one.iso
        precision = _BY_LENGTH.get(len(iso or ""))
        yield _Bound(one.start, one.end, iso, iso, precision, one.problems, one.text, is_run=False)
        if one.iso and (later := _in_same_year(text, one.end, one.iso)):
            yield later
    yield from _years(text)


def _end_of_month(iso: str | None) -> str | None:
    """Return the last day of a month: 令和8年3月末日 is its 31st."""
    if iso is None or len(iso) != len("2020-03"):
        return iso
    return f"{iso}-{monthrange(int(iso[:4]), int(iso[5:]))[1]}"


def _years(text: str) -> Iterator[_Bound]:
    for run in fiscal_years(text):
        days = run.first_day, run.last_day
        is_run = run.first != run.last
        precision: _Precision | None = "fiscal_year" if run.first else None
        yield _Bound(run.start, run.end, *days, precision, run.problems, run.text, is_run)


def _in_same_year(text: str, end: int, first: str) -> _Bound | None:
    """Return the bound behind a date whose year is that of the date: 令和3年4月1日から同年9月30日まで."""
    level = levelled(text)
    separator = _FROM.match(level, end)
    found = _SAME_YEAR.match(level, separator.end()) if separator else None
    if found is None:
        return None
    year = int(first[:4]) + found.group().startswith("翌年")
    numbers = [int(number) for number in found.groups() if number]
    shown = "-".join([f"{year:04d}", *(f"{number:02d}" for number in numbers)])
    iso = next((one.iso for one in dates(_spelled(year, numbers))), None)
    if iso != shown or iso[: len(first)] < first[: len(iso)]:
        return _Bound(*found.span(), None, None, None, (), found.group(), is_run=False)
    return _Bound(*found.span(), iso, iso, _BY_LENGTH[len(iso)], (), found.group(), is_run=False)


def _spelled(year: int, numbers: list[int]) -> str:
    return f"{year}年" + "".join(f"{number}{unit}" for number, unit in zip(numbers, "月日", strict=False))


def _outside_brackets(level: str, bounds: list[_Bound]) -> list[_Bound]:
    """Return the bounds without those that a bracket behind another bound adds: (変更前 …), (令和5年度変更)."""
    kept: list[_Bound] = []
    for bound in bounds:
        before = level[: bound.start]
        is_inside = before.count("(") > before.count(")")
        if not (is_inside and any(one.end <= before.rindex("(") for one in kept)):
            kept.append(bound)
    return kept


def _said(level: str, bounds: list[_Bound], label: str) -> Period | None:
    """Return start and end by their order, one bound alone by the words around it or the label over it."""
    precisions = [bound.precision for bound in bounds if bound.precision]
    if not 0 < len(bounds) <= _BOTH or not precisions:
        return None
    coarsest = min(precisions, key=_COARSEST_FIRST.index)
    if len(bounds) == 1:
        return _of_one(level, bounds[0], label, coarsest)
    first, last = bounds
    between = level[first.end : last.start]
    told = _BETWEEN.match(between) and _TOLD_BETWEEN.search(between)
    if not told or first.is_run or last.is_run:
        return None
    if first.first is None and last.last is None:
        return None
    return Period(start=first.first, end=last.last, precision=coarsest)


def _of_one(level: str, bound: _Bound, label: str, precision: _Precision) -> Period | None:
    """Return the period of which one bound is printed."""
    if bound.is_run:
        return Period(start=bound.first, end=bound.last, precision=precision)
    if _BEHIND_FROM.search(level[: bound.start]) or _UNTIL.match(level, bound.end):
        return Period(end=bound.last, precision=precision)
    if _FROM.match(level, bound.end) or _IS_START.search(label):
        return Period(start=bound.first, precision=precision)
    if _IS_END.search(label):
        return Period(end=bound.last, precision=precision)
    is_year = precision == "fiscal_year"
    return Period(start=bound.first, end=bound.last, precision=precision) if is_year else None
