"""Decide whether a plan that was read is one that is known: surely, maybe, or not.

The same are two plans of one key, now or formerly; of one title (folded), a maker in common, and one
round or day of the first certification; or, where the certification of one of them is not known, one
day of any event. Anything less is near, and a person decides.
"""

from collections.abc import Container
from difflib import SequenceMatcher
from enum import IntEnum
from itertools import product
from typing import Final, Literal, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.matching.known import Facts, KnownPlan, KnownPlans
from saisei_lod.records.model import PlanRecord

__all__ = ["SIMILAR", "Grade", "Match", "near_matches", "same_plans", "similarity"]

#: How alike two titles are that may be one (difflib's ratio): above it lie misprints, renamings by an
#: amendment and dropped subtitles, below it the plans that one city has certified on one day.
SIMILAR: Final = 0.75
#: Letters of a title that says something; 地域再生計画 alone stands inside hundreds.
_LONG_ENOUGH: Final = 7
_MOST: Final = 5

_SAME_KEY: Final = Bilingual("キーが同じ", "the same key")
_FORMER_KEY: Final = Bilingual("以前のキーが同じ", "a former key of it")
_SAME_TITLE: Final = Bilingual("名称が同じ", "the same title")
_SIMILAR_TITLE: Final = Bilingual("名称が似ている({percent}%)", "a similar title ({percent} %)")
_SHARED_MAKER: Final = Bilingual("作成主体が共通({codes})", "makers in common ({codes})")
_OTHER_MAKERS: Final = Bilingual("作成主体が違う", "other makers")
_UNKNOWN_MAKERS: Final = Bilingual("作成主体が分からない", "makers not known")
_SAME_TIME: Final = Bilingual(
    "認定の日か回が同じ({times})", "certified on the same day or in the same round ({times})"
)
_SAME_EVENT: Final = Bilingual("認定か変更の日が同じ({times})", "an event on the same day ({times})")
_OTHER_TIME: Final = Bilingual(
    "認定の日と回が違う({theirs})", "certified on another day and in another round ({theirs})"
)
_SAME_MONTH: Final = Bilingual("認定の月が合う({theirs})", "certified in the same month ({theirs})")
_UNKNOWN_TIME: Final = Bilingual("認定の日も回も分からない", "day and round of certification not known")


class Grade(IntEnum):
    """Why two plans are the same, the surer the higher."""

    EVENT = 1
    CERTIFICATION = 2
    KEY = 3


class Match(NamedTuple):
    """A known plan that a plan read is, or may be, with the reasons."""

    known: KnownPlan
    certainty: Literal["same", "near"]
    reasons: tuple[Bilingual, ...]

    def as_json(self) -> dict[str, object]:
        """Return the match as it stands in the JSON of ``saisei read``."""
        reasons = [reason._asdict() for reason in self.reasons]
        return {
            "key": self.known.key,
            "certainty": self.certainty,
            "reasons": reasons,
            "file": self.known.files[0],
        }


def same_plans(plan: PlanRecord, known: KnownPlans) -> dict[Grade, list[Match]]:
    """Return the known plans that are the same as one that was read, by the reason, the surest first."""
    facts = Facts.of(plan)
    found: dict[Grade, list[Match]] = {}
    if plan.id is not None:
        found[Grade.KEY] = [_of_key(one, plan.id) for one in known.with_key(plan.id)]
    alike = [one for one in known.with_title(facts) if facts.codes & one.facts.codes]
    certified = [one for one in alike if facts.certified & one.facts.certified]
    found[Grade.CERTIFICATION] = [_certified(facts, one) for one in certified]
    changed = [one for one in alike if _is_silent(facts, one) and facts.events & one.facts.events]
    found[Grade.EVENT] = [_changed(facts, one) for one in changed]
    return {grade: matches for grade, matches in found.items() if matches}


def near_matches(plan: PlanRecord, known: KnownPlans, taken: Container[str] = ()) -> list[Match]:
    """Return the known plans that a plan may be, the likeliest first, at most five.

    ``taken`` are the keys of plans that stand on the same page apart from it: a page lists a plan once.
    """
    facts = Facts.of(plan)
    titled = [_near_by_title(facts, one) for one in known.with_title(facts)]
    timed = [_near_by_time(facts, one) for one in known.at_a_time(facts)]
    found = {match.known.key: (score, match) for score, match in [*timed, *titled] if match is not None}
    free = [pair for key, pair in found.items() if key not in taken]
    return [match for _, match in sorted(free, key=lambda pair: (-pair[0], pair[1].known.key))[:_MOST]]


def similarity(one: str, other: str) -> float:
    """Return how alike two folded titles are, from 0 to 1: difflib's ratio.

    A title inside the other one is as good as similar: pages glue notes to titles and drop subtitles. Where
    the letters alone rule out that they are similar, 0 is returned.

    >>> similarity("最上川かわまちづくり計画", "最上川かわまちづくり計画(仮称)") > SIMILAR
    True
    """
    shorter, longer = sorted((one, other), key=len)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if len(shorter) >= _LONG_ENOUGH and shorter in longer:
        return max(matcher.ratio(), SIMILAR)
    return matcher.ratio() if matcher.quick_ratio() >= SIMILAR else 0.0


def _is_silent(facts: Facts, known: KnownPlan) -> bool:
    """Tell whether the certification of one of two plans is not known: then any event can tell them."""
    return not facts.certified or not known.facts.certified


def _of_key(known: KnownPlan, key: str) -> Match:
    return Match(known, "same", (_SAME_KEY if known.key == key else _FORMER_KEY,))


def _certified(facts: Facts, known: KnownPlan) -> Match:
    times = _listed(facts.certified & known.facts.certified)
    return Match(known, "same", (_SAME_TITLE, _makers(facts, known), _SAME_TIME.filled(times=times)))


def _changed(facts: Facts, known: KnownPlan) -> Match:
    times = _listed(facts.events & known.facts.events)
    return Match(known, "same", (_SAME_TITLE, _makers(facts, known), _SAME_EVENT.filled(times=times)))


_Near = tuple[float, Match | None]


def _near_by_title(facts: Facts, known: KnownPlan) -> _Near:
    """Return the match of a plan of the same title: the makers agree or the time does, else there is none."""
    has_makers = bool(facts.codes & known.facts.codes)
    if not (has_makers or facts.certified & known.facts.certified):
        return 0.0, None
    reasons = (_SAME_TITLE, _makers(facts, known), _time(facts, known))
    return (1.5 if has_makers else 1.2), Match(known, "near", reasons)


def _near_by_time(facts: Facts, known: KnownPlan) -> _Near:
    """Return the match of a plan of the same maker and time whose title is similar."""
    if not (facts.certified & known.facts.certified or _is_silent(facts, known)):
        return 0.0, None
    alike = max((similarity(a, b) for a in facts.titles for b in known.facts.titles), default=0.0)
    if alike < SIMILAR:
        return 0.0, None
    title = _SIMILAR_TITLE.filled(percent=round(100 * alike))
    return alike, Match(known, "near", (title, _makers(facts, known), _time(facts, known)))


def _makers(facts: Facts, known: KnownPlan) -> Bilingual:
    shared = facts.codes & known.facts.codes
    if shared:
        return _SHARED_MAKER.filled(codes=_listed(shared))
    return _OTHER_MAKERS if facts.codes and known.facts.codes else _UNKNOWN_MAKERS


def _time(facts: Facts, known: KnownPlan) -> Bilingual:
    shared = facts.certified & known.facts.certified
    if shared:
        return _SAME_TIME.filled(times=_listed(shared))
    shared = facts.events & known.facts.events
    if shared:
        return _SAME_EVENT.filled(times=_listed(shared))
    if _is_silent(facts, known):
        return _UNKNOWN_TIME
    pairs = product(facts.certified, known.facts.certified)
    if any(one.startswith(other) or other.startswith(one) for one, other in pairs):
        return _SAME_MONTH.filled(theirs=_listed(known.facts.certified))
    return _OTHER_TIME.filled(theirs=_listed(known.facts.certified))


def _listed(members: set[str]) -> str:
    return ", ".join(sorted(members))
