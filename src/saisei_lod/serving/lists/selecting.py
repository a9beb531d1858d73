"""Choose the plans of a list: each condition is met, not met, or not known of a plan, as the query pack answers it.

What depends on a day or an area is asked of the pack's own questions, with the values bound as terms:
plans-in-force, plans-under-scheme-in-force (where a scheme is asked for with a day), plans-covering-municipality.
The rest follows their rules: a plan whose page names no scheme, or whose certification is not known, is "unknown".
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.querying.binding import bind
from saisei_lod.querying.pack import find
from saisei_lod.serving.lists.parameters import Asked
from saisei_lod.serving.lists.plans import Plan, Table, local
from saisei_lod.serving.messages import Answer, Ask, Refused
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.service import Service

__all__ = ["Member", "Selector", "Verdict"]

#: Answers of the pack that are kept, by question and values: a list is read page after page.
_KEPT: Final = 16
_YES: Final = "yes"
_UNKNOWN: Final = "unknown"
_MAKER: Final = Bilingual("作成主体である", "it is a maker of the plan")
_NO_SCHEME: Final = Bilingual("支援措置の記載なし", "no scheme stated")
_NO_ROUND: Final = Bilingual(
    "最初の認定の回が分からない", "the round of the first certification is not known"
)
_NO_YEAR: Final = Bilingual(
    "最初の認定の年度が分からない", "the fiscal year of the first certification is not known"
)
_SAID: Final = Bilingual("記載あり", "stated")


class Verdict(NamedTuple):
    """Whether a condition is met (yes) or not known (unknown), and why."""

    answer: str
    reason: Bilingual


class Member(NamedTuple):
    """A plan of a list, with the verdict on each condition asked for."""

    plan: Plan
    verdicts: Mapping[str, Verdict]

    @property
    def answer(self) -> str:
        """Yes where every condition is met, else unknown."""
        return _YES if all(one.answer == _YES for one in self.verdicts.values()) else _UNKNOWN


_Found = Mapping[str, Verdict]
_Condition = Callable[[Plan], Verdict | None]


class Selector:
    """Choose plans of a service."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._kept: OrderedDict[tuple[str, ...], _Found] = OrderedDict()

    async def members(self, asked: Asked, table: Table) -> list[Member]:
        """Return the plans that meet all conditions, by key; then those of which that is not known, by key."""
        conditions = await self._conditions(asked.conditions)
        found = [one for plan in table.plans if (one := _member(plan, conditions)) is not None]
        sure = [one for one in found if one.answer == _YES]
        unsure = [one for one in found if one.answer != _YES]
        return sure if asked.omits_unknown else [*sure, *unsure]

    async def _conditions(self, values: Mapping[str, str]) -> dict[str, _Condition]:
        found: dict[str, _Condition] = {}
        if code := values.get("municipality"):
            found["municipality"] = await self._of_municipality(code)
        if slug := values.get("scheme"):
            found["scheme"] = _of_scheme(Minter().scheme(slug).nt[1:-1])
        if name := values.get("round"):
            found["round"] = lambda plan: _of_certification(plan, "round", name, _NO_ROUND)
        if year := values.get("year"):
            found["year"] = lambda plan: _of_certification(plan, "year", year, _NO_YEAR)
        if day := values.get("as-of"):
            found["as-of"] = _among(await self._in_force(day, values.get("scheme", "")))
        return found

    async def _of_municipality(self, code: str) -> _Condition:
        iri = Minter().local_government(code).nt[1:-1]
        covering = await self._asked("plans-covering-municipality", {"municipality": code})

        def condition(plan: Plan) -> Verdict | None:
            if iri in plan.makers:
                return Verdict(_YES, _MAKER)
            return covering.get(plan.iri)

        return condition

    async def _in_force(self, day: str, slug: str) -> _Found:
        if slug:
            return await self._asked("plans-under-scheme-in-force", {"date": day, "scheme": slug})
        return await self._asked("plans-in-force", {"date": day})

    async def _asked(self, name: str, values: Mapping[str, str]) -> _Found:
        """Return the verdicts of a question of the pack by plan; a plan that it does not list, or denies, has none."""
        key = (name, *values.values())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        reply = await self._service.ask(Ask(_narrowed(bind(find(name), values).text)))
        if not isinstance(reply, Answer):
            raise ProblemError(reply if isinstance(reply, Refused) else Refused(500, Bilingual("", "")))
        found = self._kept[key] = await asyncio.to_thread(_verdicts, reply.body)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found


def _narrowed(text: str) -> str:
    """Return a question of the pack with the columns alone that a list needs, and without what it denies."""
    head, select, rest = text.partition("\nSELECT ")
    return f'{head}\nSELECT ?plan ?answer ?reason_ja ?reason_en WHERE {{ {{{select}{rest}}} FILTER(?answer != "no") }}'


def _verdicts(body: bytes) -> dict[str, Verdict]:
    """Return the verdicts by plan; of several on one plan, "yes" counts."""
    found: dict[str, Verdict] = {}
    shared: dict[Verdict, Verdict] = {}
    decoded: Any = msgspec.json.decode(body)
    for row in decoded["results"]["bindings"]:
        plan, answer, ja, en = (row[name]["value"] for name in ("plan", "answer", "reason_ja", "reason_en"))
        verdict = Verdict(answer, Bilingual(ja, en))
        if plan not in found or (answer == _YES and found[plan].answer != _YES):
            found[plan] = shared.setdefault(verdict, verdict)
    return found


def _among(found: _Found) -> _Condition:
    return lambda plan: found.get(plan.iri)


def _of_scheme(iri: str) -> _Condition:
    def condition(plan: Plan) -> Verdict | None:
        if iri in plan.schemes or iri in plan.some_schemes:
            return Verdict(_YES, _SAID)
        return None if plan.schemes else Verdict(_UNKNOWN, _NO_SCHEME)

    return condition


def _of_certification(plan: Plan, name: str, value: str, unknown: Bilingual) -> Verdict | None:
    said = local(getattr(plan.certification, name)) if plan.certification else ""
    if not said:
        return Verdict(_UNKNOWN, unknown)
    return Verdict(_YES, _SAID) if said == value else None


def _member(plan: Plan, conditions: Mapping[str, _Condition]) -> Member | None:
    verdicts: dict[str, Verdict] = {}
    for name, condition in conditions.items():
        verdict = condition(plan)
        if verdict is None:
            return None
        verdicts[name] = verdict
    return Member(plan, verdicts)
