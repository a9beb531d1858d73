"""Map the certification rounds 認定回 and their days, each day with its evidence."""

from collections.abc import Iterator

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.registry.rounds import Round, RoundDay, Rounds
from saisei_lod.terms import Description, date, integer, plain, text

__all__ = ["round_blocks"]

_BASES = {"stated": v.STATED, "inferred": v.INFERRED}


def round_blocks(rounds: Rounds, minter: Minter) -> Iterator[list[Description]]:
    """Yield a block a round: the round, then its days in order.

    Days of which no round is known make no round and are left out.
    """
    for said in rounds.rounds:
        yield [_round(said, minter), *[_day(day, said, minter) for day in said.days]]


def _round(said: Round, minter: Minter) -> Description:
    described = Description(minter.round(said.key), v.CERTIFICATION_ROUND)
    english = f"Round {said.number}" if said.number else f"Unnumbered round of {said.days[0].day}"
    described.add(v.SKOS_PREF_LABEL, text(said.label, "ja"), text(english, "en"))
    described.add(v.ROUND_NUMBER, integer(said.number) if said.number else None)
    days = sorted({day.day for day in said.days})
    described.add(v.CERTIFICATION_DAY, *[date(day) for day in days])
    described.add(v.ROUND_DAY, *[minter.round_day(said.key, day) for day in days])
    if not said.days:
        described.add(v.EVIDENCE, plain(said.evidence) if said.evidence else None)
        described.add(v.SKOS_NOTE, text(said.note, "en") if said.note else None)
    return described


def _day(said: RoundDay, of: Round, minter: Minter) -> Description:
    described = Description(minter.round_day(of.key, said.day), v.ROUND_DAY_CLASS)
    described.add(v.ROUND_OF, minter.round(of.key))
    described.add(v.DAY, date(said.day))
    described.add(v.BASIS, _BASES[said.basis])
    described.add(v.EVIDENCE, plain(said.evidence) if said.evidence else None)
    for predicate, count in (
        (v.NEW_PLANS, said.new_plans),
        (v.CHANGED_PLANS, said.changed_plans),
        (v.CUMULATIVE_PLANS, said.cumulative_plans),
    ):
        described.add(predicate, integer(count) if count is not None else None)
    described.add(v.SKOS_NOTE, text(said.note, "en") if said.note else None)
    return described
