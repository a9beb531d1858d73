"""What a record states, field by field, in a form that can be compared with what another one states.

Silence is left out, and so is what was implied or inferred: no page says it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from saisei_lod.merging.days import Days
from saisei_lod.records.model import Amendment, Certification, Indicator, Maker, Period, PlanRecord
from saisei_lod.text import folded_title

__all__ = ["Statement", "event_statements", "version_statements"]


class Statement(NamedTuple):
    """A value as it is shown, what stands for it in comparing, and how two of its kind are compared."""

    shown: str
    compared: object
    compare: Callable[[object, object], bool]

    def agrees(self, other: "Statement") -> bool:
        """Tell whether both can be true of one field."""
        return self.compare(self.compared, other.compared)


def version_statements(plan: PlanRecord) -> Iterator[tuple[str, Statement]]:
    """Yield what a record states of the version that it describes, by path, in the order of the record."""
    if plan.title:
        yield "title", _equal(plan.title, folded_title(plan.title))
    if plan.period:
        yield from _period(plan.period)
    stated = tuple(maker for maker in plan.makers if maker.basis == "stated")
    if stated:
        yield "makers", Statement("、".join(sorted(map(_named, stated))), stated, _same_makers)
    if plan.coverage.kind != "unknown":
        yield "coverage.kind", _equal(plan.coverage.kind)
    if plan.coverage.codes:
        yield "coverage.codes", _set(plan.coverage.codes)
    if plan.schemes:
        yield "schemes", _set(plan.schemes)
    for amount in plan.amounts:
        if amount.name and amount.yen is not None:
            yield f"amounts.{amount.name}", _equal(str(amount.yen))
    for indicator in plan.indicators:
        yield from _indicator(indicator)


def event_statements(event: Certification | Amendment) -> Iterator[tuple[str, Statement]]:
    """Yield what a record states of an event: its day, its round, its kind."""
    if event.date and event.date_basis != "inferred":
        yield "date", _days(event.date)
    if event.round and event.round_basis != "inferred":
        yield "round", _equal(str(event.round))
    if isinstance(event, Amendment) and event.kind != "unspecified":
        yield "kind", _equal(event.kind)


def _equal(shown: str, compared: str | None = None) -> Statement:
    return Statement(shown, compared or shown, _are_equal)


def _set(values: Iterable[str]) -> Statement:
    members = frozenset(values)
    return Statement(", ".join(sorted(members)), members, _are_equal)


def _days(shown: str, *, is_fiscal: bool = False) -> Statement:
    return Statement(shown, Days.of(shown, is_fiscal=is_fiscal), _meet)


def _period(period: Period) -> Iterator[tuple[str, Statement]]:
    is_fiscal = period.precision == "fiscal_year"
    if period.start:
        yield "period.start", _days(period.start, is_fiscal=is_fiscal)
    if period.end:
        yield "period.end", _days(period.end, is_fiscal=is_fiscal)


def _indicator(indicator: Indicator) -> Iterator[tuple[str, Statement]]:
    for value in indicator.values:
        if value.value:
            name = " ".join(filter(None, (indicator.name, value.role, value.year)))
            yield f"indicators.{name}", _equal(value.value, folded_title(value.value))


def _named(maker: Maker) -> str:
    return " ".join(filter(None, (maker.code, maker.name)))


def _are_equal(one: object, other: object) -> bool:
    return one == other


def _meet(one: object, other: object) -> bool:
    return isinstance(one, Days) and isinstance(other, Days) and one.meets(other)


def _same_makers(one: object, other: object) -> bool:
    """Tell whether two lists can name the same makers: one whose code is not known can be any."""
    ours, theirs = _codes(one), _codes(other)
    known, others = set(ours) - {None}, set(theirs) - {None}
    if len(known) == len(ours) and len(others) == len(theirs):
        return known == others
    return len(ours) == len(theirs) and (known <= others or others <= known)


def _codes(makers: object) -> list[str | None]:
    return [maker.code for maker in makers] if isinstance(makers, tuple) else []
