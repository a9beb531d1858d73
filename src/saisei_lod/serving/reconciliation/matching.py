"""Find the candidates of a query and score them from 0 to 100: the linker decides on place names, nothing is guessed.

| score | what |
|---|---|
| 100 | its id or code; its name, label or title, of what exists (on the day asked for) |
| 95 | a spelling of a scheme that the vocabulary knows |
| 85 | its reading in kana or letters |
| 80 | its name, of a local government that has ended (no day asked for) |
| 75 | one of several schemes that share a label |
| 70 | named in a longer text, or by a ward of it |
| 60 | what a local government of that name is today |
| to 90 | a plan whose title is like it: the likeness |
| 50, 40 | its name begins so; nothing but properties were asked |

What lies elsewhere than the properties say counts 50 less, and is left out where something lies there. ``match`` is
true for an id, and where one candidate alone scores 95 or more.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from saisei_lod.registry import english_name, six_digits
from saisei_lod.registry.linking import Match, Resolution, linker
from saisei_lod.registry.linking.folding import fold
from saisei_lod.serving.lists.plans import local
from saisei_lod.serving.reconciliation.entities import Catalogue, Entity, government_id, key_of, keys_of
from saisei_lod.serving.reconciliation.kinds import GOVERNMENT, PLAN, SCHEME, TYPES, broader
from saisei_lod.serving.reconciliation.narrowing import Narrowing, agrees, existed, narrowing
from saisei_lod.serving.reconciliation.queries import Query
from saisei_lod.serving.reconciliation.similar import Similar

__all__ = ["Candidate", "candidates"]

_SURE: Final = 95.0
_LABEL: Final = 95.0
_READING: Final = 85.0
_ENDED: Final = 20.0
_SHARED: Final = 75.0
_MENTION: Final = 70.0
_TODAY: Final = 60.0
_LIKE: Final = 90.0
_LEAST: Final = 0.5
_BEGUN: Final = 50.0
_LISTED: Final = 40.0
_ELSEWHERE: Final = 50.0
_SHOWN: Final = 10
#: What may stand about a name beside its prefecture and county.
_ABOUT: Final = "()[]、,・ 旧元"


class Candidate(NamedTuple):
    """An entity with its score; the rest are its matching features (section 4.2)."""

    entity: Entity
    score: float
    is_named: bool
    exists: bool
    in_place: bool
    match: bool = False


def candidates(query: Query, known: Catalogue, similar: Similar) -> list[Candidate]:
    """Return the candidates of a query, the best first."""
    asked = narrowing(query, known.registry)
    allowed = _allowed(query.types)
    text = query.query.strip()
    scores: dict[str, float] = {}
    for id_, score in _found(text, asked, known, similar) if text else _listed(asked, known):
        entity = known.entities.get(id_)
        if entity is not None and entity.type in allowed:
            scores[id_] = max(score, scores.get(id_, 0.0))
    return _judged(scores, asked, known, text)[: query.most]


def _allowed(types: Iterable[str]) -> frozenset[str]:
    """Return the types that entities have of those asked for: a local government has its kind."""
    asked = frozenset(types)
    return frozenset(one for one in TYPES if not asked or one in asked or broader(one) in asked)


def _ids(text: str, known: Catalogue) -> frozenset[str]:
    """Return what a text is the id, code, slug or key of."""
    key = key_of(text)
    return frozenset(id_ for id_ in known.names.get(key, ()) if key in _names_of_its_own(id_))


def _names_of_its_own(id_: str) -> set[str]:
    name = local(id_)
    return {id_, name, six_digits(name)} if id_.startswith(f"{GOVERNMENT}/") else {id_, name}


def _judged(scores: dict[str, float], asked: Narrowing, known: Catalogue, text: str) -> list[Candidate]:
    found = [_candidate(known.entities[id_], score, asked, known) for id_, score in scores.items()]
    found = [one for one in found if one.exists or not asked.day]
    if any(one.in_place for one in found):
        found = [one for one in found if one.in_place]
    ranked = sorted(found, key=lambda one: (-one.score, one.entity.rank, one.entity.id))
    matched = _matched(ranked, _ids(text, known), asked, known, text)
    return [one._replace(match=one in matched) for one in ranked]


def _matched(
    ranked: list[Candidate], ids: frozenset[str], asked: Narrowing, known: Catalogue, text: str
) -> list[Candidate]:
    """Return the one candidate that is a match, or none."""
    if not asked.is_whole:
        return []
    named = [one for one in ranked if one.entity.id in ids and one.in_place]
    sure = named or [one for one in ranked if one.score >= _SURE]
    is_one = len(sure) == 1 and (bool(named) or not _may_be_a_ward(text, asked, known))
    return sure if is_one else []


def _may_be_a_ward(text: str, asked: Narrowing, known: Catalogue) -> bool:
    """Tell whether a name is also that of a ward of a designated city, which is no entity: 中央区."""
    doubts = _resolved(text, asked).ambiguous
    return any(known.registry.governments[code].parent for doubt in doubts for code in doubt.candidates)


def _candidate(entity: Entity, score: float, asked: Narrowing, known: Catalogue) -> Candidate:
    exists, in_place = existed(entity, asked.day), agrees(entity, asked, known)
    is_named = score >= _READING
    if is_named and not exists and not asked.day:
        score -= _ENDED
    return Candidate(entity, max(score - (0 if in_place else _ELSEWHERE), 1.0), is_named, exists, in_place)


def _found(text: str, asked: Narrowing, known: Catalogue, similar: Similar) -> Iterator[tuple[str, float]]:
    named = {id_: _how_named(text, known.entities[id_], known) for id_ in known.named(text)}
    linked = dict(_linked(text, asked, known))
    yield from named.items()
    yield from linked.items()
    yield from _schemes(text, known)
    for id_ in {**named, **linked}:
        yield from _today(id_, asked, known)
    if not any(known.entities[id_].type == PLAN for id_ in named):
        yield from ((id_, _LIKE * alike) for id_, alike in similar.like(key_of(text), _LEAST))
    if not named and not linked:
        yield from ((entity.id, _BEGUN) for entity in known.beginning(text, 0, _SHOWN))


def _how_named(text: str, entity: Entity, known: Catalogue) -> float:
    """Return 100 for a name, code or key, 85 for a reading."""
    if entity.type in {SCHEME, PLAN}:
        is_name = entity.type == PLAN or key_of(text) in {key_of(entity.name), entity.id, local(entity.id)}
        return 100.0 if is_name else _LABEL
    keys = set(keys_of(text))
    states = known.registry.states[local(entity.id)]
    if any(keys.intersection(map(key_of, (one.name, english_name(one.romaji, one.kind)))) for one in states):
        return 100.0
    readings = {key for one in states for key in map(key_of, (one.kana, one.romaji))}
    return _READING if readings & keys else 100.0


def _resolved(text: str, asked: Narrowing) -> Resolution:
    prefecture = next(iter(asked.prefectures)) if len(asked.prefectures) == 1 else None
    return linker().resolve(text, prefecture=prefecture, on=asked.day or None)


def _linked(text: str, asked: Narrowing, known: Catalogue) -> Iterator[tuple[str, float]]:
    found = _resolved(text, asked)
    is_alone = len(found.matches) == 1 and not found.ambiguous
    for match in (*found.matches, *found.outdated):
        city = known.registry.governments[match.code].parent
        score = 100.0 if is_alone and not city and _is_whole(text, match, known) else _MENTION
        yield government_id(city or match.code), score
    for doubt in found.ambiguous:
        yield from ((government_id(code), _MENTION) for code in doubt.candidates)


def _is_whole(text: str, match: Match, known: Catalogue) -> bool:
    """Tell whether a text says nothing but a name and where it lies: 府中市（広島県）, 旧富谷町."""
    rest = fold(text[: match.start] + " " + text[match.end :]).text
    row = known.registry.governments[match.code]
    places = {known.registry.governments[row.prefecture].name}
    places |= {state.county for state in known.registry.states[match.code] if state.county}
    for place in sorted((fold(one).text for one in places), key=len, reverse=True):
        rest = rest.replace(place, "")
    return not rest.strip(_ABOUT)


def _schemes(text: str, known: Catalogue) -> Iterator[tuple[str, float]]:
    read = known.schemes.read(text)
    score = _LABEL if read.is_certain and len(read.slugs) == 1 else _MENTION
    yield from ((f"{SCHEME}/{slug}", score) for slug in read.slugs)
    for _, slugs in read.ambiguous:
        yield from ((f"{SCHEME}/{slug}", _SHARED) for slug in slugs)


def _today(id_: str, asked: Narrowing, known: Catalogue) -> Iterator[tuple[str, float]]:
    """Yield what a local government became that has ended."""
    entity = known.entities.get(id_)
    if entity is None or broader(entity.type) != GOVERNMENT or existed(entity, asked.day):
        return
    if entity.exists_until:
        yield from ((government_id(code), _TODAY) for code in known.registry.current(local(id_)))


def _listed(asked: Narrowing, known: Catalogue) -> Iterator[tuple[str, float]]:
    """Yield what only the properties choose: the plans of makers, else the local governments of a place."""
    if asked.makers:
        yield from ((id_, _LISTED) for code in sorted(asked.makers) for id_ in known.by_maker.get(code, ()))
    elif asked.of_place:
        for entity in known.entities.values():
            if broader(entity.type) == GOVERNMENT and agrees(entity, asked, known):
                yield entity.id, _LISTED
