"""Find out which claims are published, and by which rule the others are not.

The rules are those of :mod:`saisei_lod.merging` (docs/explanation/merging.md), each under its name:

``latest-source``  the source of the latest date is heard first; a silent one leaves the word to the next
``stated-first``   what is stated is preferred to what is implied or inferred, and this counts only with
                   what it was inferred from
``precise-first``  a day is preferred to its month, a month to its year
``specific-kind``  a change of a stated kind is preferred to one of no stated kind
``correction``     a person corrected what was read
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.mapping.claim_reading import CORRECTION, Claim
from saisei_lod.mapping.claim_statements import RDF_TYPE
from saisei_lod.terms import Description, Literal, Term, date

__all__ = ["Outcome", "Statement", "outcomes", "stated"]

#: A triple in N-Triples.
Statement = tuple[str, str, str]
_TYPE: Final = RDF_TYPE.nt
_WEAK: Final = (v.IMPLIED, v.INFERRED)
_VAGUE: Final = (date("2020-03").kind, date("2020").kind)


class Outcome(NamedTuple):
    """Whether a claim is published; if not, by which rule, and the claims preferred to it, by their source."""

    is_published: bool
    rule: str = ""
    preferred: tuple[tuple[int, Claim], ...] = ()


_PUBLISHED: Final = Outcome(is_published=True)


def stated(block: Sequence[Description]) -> set[Statement]:
    """Return the statements of descriptions."""
    return {triple for described in block for triple in described.triples()}


def outcomes(heard: Sequence[Sequence[Claim]], published: AbstractSet[Statement]) -> Iterator[list[Outcome]]:
    """Yield the outcome of each claim of each source; sources come in the order in which they are heard."""
    for place, claims in enumerate(heard):
        found = [_PUBLISHED if claim.statement in published else None for claim in claims]
        yield [
            outcome or _Refused(place, claim, heard, published).outcome()
            for outcome, claim in zip(found, claims, strict=True)
        ]


class _Refused:
    """A claim that is not published, and what was preferred to it."""

    def __init__(
        self, place: int, claim: Claim, heard: Sequence[Sequence[Claim]], published: AbstractSet[Statement]
    ) -> None:
        self._place = place
        self._claim = claim
        self._heard = heard
        self._published = published

    def outcome(self) -> Outcome:
        correction = self._correction()
        if correction is not None:
            return Outcome(is_published=False, rule=CORRECTION, preferred=correction)
        winners = self._winners()
        return Outcome(is_published=False, rule=self._rule(winners), preferred=winners)

    def _correction(self) -> tuple[tuple[int, Claim], ...] | None:
        """Return the published correction of what was read; () where it was taken away; None for neither."""
        mine = self._claim
        if mine.corrected is None:
            return () if mine.is_removed else None
        found = [
            (self._place, other)
            for other in self._heard[self._place]
            if other.rule == CORRECTION
            and other.value == mine.corrected
            and other.statement in self._published
        ]
        return tuple(found) or None

    def _winners(self) -> tuple[tuple[int, Claim], ...]:
        """Return the claims of the source heard first that are published in the place of this one."""
        mine = self._claim
        for place, claims in enumerate(self._heard):
            found = [
                (place, other)
                for other in claims
                if other.subject == mine.subject
                and other.predicate == mine.predicate
                and other.statement in self._published
            ]
            if found:
                return tuple(found)
        return ()

    def _rule(self, winners: tuple[tuple[int, Claim], ...]) -> str:
        mine = self._claim
        preferred = winners[0][1] if winners else None
        if mine.predicate.nt == _TYPE and mine.value == v.UNSPECIFIED_CHANGE:
            return "specific-kind"
        if mine.basis in _WEAK and (preferred is None or preferred.basis not in _WEAK):
            return "stated-first"
        if preferred is not None and _is_part(preferred.value, mine.value):
            return "precise-first"
        return "latest-source"


def _is_part(precise: Term, vague: Term) -> bool:
    """Tell whether one date is a day or month of another, which is a month or year."""
    if not isinstance(precise, Literal) or not isinstance(vague, Literal) or vague.kind not in _VAGUE:
        return False
    return precise.lexical.startswith(f"{vague.lexical}-")
