"""Say what was expected of one value where our tables tell more than the rule: days, years of validity."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import pyoxigraph

from saisei_lod import resources
from saisei_lod.errors import Bilingual
from saisei_lod.publishing.tracing.fields import value_at
from saisei_lod.publishing.tracing.words import government_name, scheme_name
from saisei_lod.records.model import PlanRecord
from saisei_lod.registry import tables
from saisei_lod.registry.rounds import load_rounds

__all__ = ["particular"]

_NOTHING: Final = Bilingual("", "")
_SAISEI: Final = "https://w3id.org/saisei/ns#"
_YEAR: Final = len("2022")
#: 地域再生本部 was set up on 2003-10-24; before it there was nothing to certify.
_SINCE: Final = Bilingual("2003年度（地域再生本部の設置）以後の日付", "a date in FY2003 or later")


def particular(code: str, plan: PlanRecord, field: str) -> Bilingual:
    """Return what is expected of a field of a record by a rule; empty where the rule has said it all."""
    say = _SAYS.get(code)
    return say(plan, field) if say else _NOTHING


def _days_of_round(plan: PlanRecord, field: str) -> Bilingual:
    number = value_at(plan, f"{field.rpartition('.')[0]}.round")
    days = load_rounds().days(number) if isinstance(number, int) else ()
    if not days:
        return _NOTHING
    return Bilingual(
        f"第{number}回の認定日: {'、'.join(days)}", f"a day of round {number}: {', '.join(days)}"
    )


def _after_certification(plan: PlanRecord, _: str) -> Bilingual:
    day = plan.certification.date
    if not day:
        return _NOTHING
    return Bilingual(f"最初の認定の日（{day}）以後の日付", f"a date on or after the certification ({day})")


def _after_events(plan: PlanRecord, _: str) -> Bilingual:
    days = [day for day in (plan.certification.date, *(one.date for one in plan.amendments)) if day]
    if not days:
        return _NOTHING
    return Bilingual(
        f"最後の認定・変更の日（{max(days)}）以後の終了日",
        f"an end on or after the last certification or change ({max(days)})",
    )


def _existence(plan: PlanRecord, field: str) -> Bilingual:
    """Say from when until when a local government existed, and what it is today."""
    code = str(value_at(plan, field) or "")
    registry = tables.load()
    row = registry.governments.get(code)
    if row is None:
        return _NOTHING
    span = f"{row.exists_from or '…'} ～ {row.exists_until or '…'}"
    now = "、".join(map(government_name, registry.current(code))) if row.exists_until else ""
    return Bilingual(
        f"{row.name}が存在した日（{span}）" + (f"。現在は {now}" if now else ""),
        f"a day on which {row.name} existed ({span})" + (f"; today: {now}" if now else ""),
    )


def _validity(plan: PlanRecord, field: str) -> Bilingual:
    """Say from when until when a scheme exists; a year is a fiscal year."""
    slug = str(value_at(plan, field) or "")
    since, until = (_validities().get((slug, name), "") for name in ("existsFrom", "existsUntil"))
    if not since and not until:
        return _NOTHING
    ja, en = (" ～ ".join(_when(said)[n] for said in (since, until)) for n in (0, 1))
    return Bilingual(f"{scheme_name(slug)} があった期間（{ja}）", f"a plan of the time of {slug} ({en})")


def _when(said: str) -> Bilingual:
    if len(said) == _YEAR:
        return Bilingual(f"{said}年度", f"FY{said}")
    return Bilingual(said or "…", said or "…")


@cache
def _validities() -> Mapping[tuple[str, str], str]:
    """Return the first and last days or years of schemes, by slug and name of the property."""
    names = {f"{_SAISEI}{name}": name for name in ("existsFrom", "existsUntil")}
    quads = pyoxigraph.parse(path=resources.ontology() / "schemes.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    return {
        (str(quad.subject).rstrip(">").rpartition("/")[2], names[quad.predicate.value]): quad.object.value
        for quad in quads
        if quad.predicate.value in names and isinstance(quad.object, pyoxigraph.Literal)
    }


_SAYS: Final[Mapping[str, Callable[[PlanRecord, str], Bilingual]]] = {
    "change-before-certification": _after_certification,
    "coverage-place-not-in-existence": _existence,
    "event-day-not-of-round": _days_of_round,
    "event-fiscal-year-invalid": lambda *_: _SINCE,
    "maker-not-in-existence": _existence,
    "period-ended-before-event": _after_events,
    "scheme-outside-validity": _validity,
}
