"""Match the plans of a page with those that are known, so that one plan never gets a second key.

A plan that is surely known gets its key. One that may be known, or is known under several keys, gets
none: a person decides, and until then it is not published under a key that would be its second.
"""

from collections.abc import Collection, Container, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import Finding, Kind, Place
from saisei_lod.findings.interpreting import PLAN_KEY_TWICE
from saisei_lod.findings.matching import PLAN_ALREADY_KNOWN, PLAN_KNOWN_TWICE, PLAN_MAYBE_KNOWN
from saisei_lod.matching.deciding import Grade, Match, near_matches, same_plans
from saisei_lod.matching.known import KnownPlans, records_folder
from saisei_lod.records.model import PageRecord, PlanRecord

__all__ = ["KnownPlans", "Match", "Matched", "match_page", "records_folder"]

_LANGUAGES: Final[tuple[Language, ...]] = ("ja", "en")


class Matched(NamedTuple):
    """A page with the keys of known plans, the matches of each plan in its order, and what was found."""

    record: PageRecord
    matches: list[list[Match]]
    findings: list[Finding]


def match_page(record: PageRecord, known: KnownPlans, *, file: str, own: Collection[str] = ()) -> Matched:
    """Give the plans of a page the keys under which they are known.

    ``file`` is the page's name for findings. ``own`` are the record files of this very page: that a plan
    is known there needs no word.
    """
    same = [same_plans(plan, known) for plan in record.plans]
    taken = _taken(same)
    keys = {match.known.key for match in taken.values()}
    plans, matches, findings = [], [], []
    for number, plan in enumerate(record.plans):
        at = Place(file, plan.lines[0] if plan.lines else None)
        if number in taken:
            decided = _known(plan, taken[number], at, own)
        elif same[number]:
            decided = _undecided(plan, same[number], keys, at)
        else:
            decided = _maybe_known(plan, near_matches(plan, known, keys), at)
        plans.append(msgspec.structs.replace(plan, id=decided.key))
        matches.append(decided.matches)
        findings += decided.findings
    return Matched(msgspec.structs.replace(record, plans=plans), matches, findings)


class _Decided(NamedTuple):
    """The key that a plan of a page gets, with its matches and what is to be said."""

    key: str | None
    matches: list[Match]
    findings: list[Finding]


def _taken(same: Sequence[Mapping[Grade, Sequence[Match]]]) -> dict[int, Match]:
    """Return which plan of the page takes which known plan: the surest reason first, each known plan once.

    A plan for which several are left at one grade takes none.
    """
    taken: dict[int, Match] = {}
    keys: set[str] = set()
    undecided: set[int] = set()
    for grade in sorted(Grade, reverse=True):
        for number, matches in enumerate(same):
            free = _free(matches.get(grade, ()), keys)
            if number in taken or number in undecided or not free:
                continue
            if len(free) > 1:
                undecided.add(number)
            else:
                taken[number] = free[0]
                keys.add(free[0].known.key)
    return taken


def _free(matches: Sequence[Match], taken: Container[str]) -> list[Match]:
    return [match for match in matches if match.known.key not in taken]


def _known(plan: PlanRecord, match: Match, at: Place, own: Collection[str]) -> _Decided:
    if set(match.known.files) <= set(own):
        return _Decided(match.known.key, [match], [])
    said = {"reasons": _reasons(match)}
    data = {"key": match.known.key, "file": match.known.files[0]}
    return _Decided(match.known.key, [match], [_finding(PLAN_ALREADY_KNOWN, at, plan, said, **data)])


def _undecided(
    plan: PlanRecord, same: Mapping[Grade, Sequence[Match]], taken: Container[str], at: Place
) -> _Decided:
    """Return a plan that is several known ones, or one that another plan of the page is already."""
    left = [match for grade in sorted(same, reverse=True) for match in _free(same[grade], taken)]
    matches = list({match.known.key: match for match in reversed(left)}.values())[::-1]
    if not matches:
        return _Decided(None, [], [PLAN_KEY_TWICE.at(at, plan.title or "")])
    keys = ", ".join(match.known.key for match in matches)
    return _Decided(None, matches, [PLAN_KNOWN_TWICE.at(at, plan.title or "", keys=keys, count=len(matches))])


def _maybe_known(plan: PlanRecord, near: list[Match], at: Place) -> _Decided:
    if not near:
        return _Decided(plan.id, [], [])
    candidates = [_candidate(match) for match in near]
    said = {
        "candidates": Bilingual(
            "、".join(one.ja for one in candidates), "; ".join(one.en for one in candidates)
        )
    }
    return _Decided(None, near, [_finding(PLAN_MAYBE_KNOWN, at, plan, said, minted=plan.id or "-")])


def _candidate(match: Match) -> Bilingual:
    known, reasons = match.known, _reasons(match)
    return Bilingual(
        f"{known.key}({known.title}、{reasons.ja}、{known.files[0]})",
        f"{known.key} ({known.title}, {reasons.en}, {known.files[0]})",
    )


def _reasons(match: Match) -> Bilingual:
    return Bilingual(
        "、".join(reason.ja for reason in match.reasons), ", ".join(reason.en for reason in match.reasons)
    )


def _finding(kind: Kind, at: Place, plan: PlanRecord, said: Mapping[str, Bilingual], **data: str) -> Finding:
    """Return a finding of which some data are texts in two languages."""
    ja, en = ({name: both.in_language(language) for name, both in said.items()} for language in _LANGUAGES)
    text = plan.title or ""
    message = Bilingual(
        kind.message.ja.format(text=text, **data, **ja), kind.message.en.format(text=text, **data, **en)
    )
    return (
        kind._replace(message=Bilingual("", ""), fix=kind.fix).at(at, text, **data)._replace(message=message)
    )
