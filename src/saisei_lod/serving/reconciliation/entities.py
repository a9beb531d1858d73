"""Everything that can be matched, as entities with their names; and how they are found by name or its beginning."""

import heapq
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.registry import Government, Registry, english_name, six_digits
from saisei_lod.registry.linking.folding import fold_name
from saisei_lod.registry.schemes import Schemes
from saisei_lod.serving.lists.plans import Plan, Scheme, Table, local
from saisei_lod.serving.reconciliation.kinds import GOVERNMENT, PLAN, SCHEME, TYPES
from saisei_lod.text import folded_title

__all__ = ["Catalogue", "Entity", "catalogue", "government_id", "key_of"]

_KATAKANA: Final = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SHOWN_MAKERS: Final = 3


class Entity(NamedTuple):
    """Something to match: ``rank`` is lower for what is likelier meant, ``exists_*`` as in the release ("": unknown)."""

    id: str
    name: str
    description: Bilingual
    type: str
    rank: int
    exists_from: str = ""
    exists_until: str = ""


class Catalogue(NamedTuple):
    """The entities by id, the ids of each folded name and reading, and these in order with their ids."""

    entities: Mapping[str, Entity]
    names: Mapping[str, tuple[str, ...]]
    ordered: tuple[str, ...]
    plans: Mapping[str, Plan]
    by_maker: Mapping[str, tuple[str, ...]]
    by_scheme: Mapping[str, tuple[str, ...]]
    registry: Registry
    schemes: Schemes

    def named(self, text: str) -> tuple[str, ...]:
        """Return the ids of what bears a name, reading, code or key, whatever its spelling."""
        return tuple(dict.fromkeys(one for key in keys_of(text) for one in self.names.get(key, ())))

    def beginning(self, prefix: str, start: int, count: int, types: Iterable[str] = TYPES) -> list[Entity]:
        """Return entities with a name that begins so, the likeliest first, from a place in that order."""
        allowed = frozenset(types)
        found = dict.fromkeys(one for key in keys_of(prefix) for one in self._begun(key))
        entities = (self.entities[one] for one in found)
        chosen = (one for one in entities if one.type in allowed)
        return heapq.nsmallest(start + count, chosen, key=lambda one: (one.rank, len(one.name), one.id))[
            start:
        ]

    def _begun(self, key: str) -> Iterator[str]:
        place = bisect_left(self.ordered, key)
        while place < len(self.ordered) and self.ordered[place].startswith(key):
            yield from self.names[self.ordered[place]]
            place += 1


def government_id(code: str) -> str:
    """Return the id of a local government."""
    return f"{GOVERNMENT}/{code}"


def key_of(text: str) -> str:
    """Return a text as titles, labels, readings and English names are compared.

    >>> key_of("ナガイ シ"), key_of("Nagai  City")
    ('ながいし', 'nagaicity')
    """
    return folded_title(text).casefold().translate(_KATAKANA)


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys of a text: as it is compared, and with the spellings of place names made one."""
    key = key_of(text)
    spelled = fold_name(unicodedata.normalize("NFKC", "".join(text.split())))
    return tuple(dict.fromkeys(one for one in (key, spelled) if one))


def catalogue(table: Table, registry: Registry, schemes: Schemes) -> Catalogue:
    """Return the catalogue of a release."""
    names: dict[str, dict[str, None]] = {}
    entities: dict[str, Entity] = {}
    for entity, texts in _all(table, registry):
        entities[entity.id] = entity
        for key in {key for text in (entity.id, entity.name, *texts) for key in keys_of(text)}:
            names.setdefault(key, {})[entity.id] = None
    by_maker, by_scheme = _by(table.plans, 0), _by(table.plans, 1)
    return Catalogue(
        entities,
        {key: tuple(ids) for key, ids in names.items()},
        tuple(sorted(names)),
        {f"{PLAN}/{plan.key}": plan for plan in table.plans},
        by_maker,
        by_scheme,
        registry,
        schemes,
    )


def _by(plans: Iterable[Plan], which: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for plan in plans:
        for iri in (plan.makers, plan.schemes)[which]:
            found.setdefault(local(iri), []).append(f"{PLAN}/{plan.key}")
    return {name: tuple(ids) for name, ids in found.items()}


def _all(table: Table, registry: Registry) -> Iterator[tuple[Entity, Iterable[str]]]:
    for government in registry.governments.values():
        if government.kind != "ward":  # a part of its city, and no local government
            yield _government(government, registry), _names_of(government, registry)
    for scheme in table.schemes.values():
        yield _scheme(scheme), (scheme.slug, scheme.label.en, *scheme.others)
    for plan in table.plans:
        former = (other for key in plan.former_keys for other in (key, f"{PLAN}/{key}"))
        yield _plan(plan, registry), (plan.key, plan.title_en, *former)


def _government(row: Government, registry: Registry) -> Entity:
    return Entity(
        government_id(row.code),
        row.name,
        _told(row, registry),
        row.kind,
        1 if row.exists_until else 0,
        row.exists_from,
        row.exists_until,
    )


def _names_of(row: Government, registry: Registry) -> list[str]:
    """Return the names and readings that it bears and bore, its codes, and its name after its prefecture and county."""
    prefecture = registry.governments[row.prefecture].name
    found = [row.code, six_digits(row.code)]
    for state in registry.states[row.code]:
        english = english_name(state.romaji, state.kind)
        found += [state.name, state.kana, english, state.romaji, f"{state.county}{state.name}"]
        found += [f"{prefecture}{state.name}", f"{prefecture}{state.county}{state.name}"]
    return [name for name in found if name]


def _told(row: Government, registry: Registry) -> Bilingual:
    """Return what and where it is; of one that ended also when, and what it is today."""
    prefecture = registry.governments[row.prefecture]
    kind = TYPES[row.kind]
    is_prefecture = row.kind == "prefecture"
    place = Bilingual(
        "" if is_prefecture else f"{prefecture.name}{row.county}の",
        "" if is_prefecture else f", {english_name(prefecture.romaji, prefecture.kind)}",
    )
    own = english_name(row.romaji, row.kind)
    if not row.exists_until:
        return Bilingual(f"{place.ja}{kind.ja}({row.code})", f"{own}: {kind.en}{place.en} ({row.code})")
    today = [registry.governments[code] for code in registry.current(row.code)]
    now = Bilingual(
        "、".join(f"{one.name}({one.code})" for one in today),
        ", ".join(f"{english_name(one.romaji, one.kind)} {one.name} ({one.code})" for one in today),
    )
    return Bilingual(
        f"{place.ja}{kind.ja}({row.code})。{row.exists_until}の前日まで、今は{now.ja}",
        f"{own}: former {kind.en.lower()}{place.en} ({row.code}), until before {row.exists_until}; today {now.en}",
    )


def _scheme(scheme: Scheme) -> Entity:
    begun, end = scheme.exists_from, scheme.exists_until
    years = Bilingual(f"、{begun}から{end}", f", from {begun or '?'} to {end}".removesuffix(" to "))
    if not (begun or end):
        years = Bilingual("", "")
    return Entity(
        f"{SCHEME}/{scheme.slug}",
        scheme.label.ja,
        Bilingual(
            f"支援措置{years.ja}",
            f"{scheme.label.en}: funding scheme{years.en}",
        ),
        SCHEME,
        2,
        _day(scheme.exists_from, first="04-01" if scheme.is_fiscal else "01-01"),
        _end(end, scheme),
    )


def _day(text: str, first: str) -> str:
    """Return the first day of what is printed as a day or a year."""
    return f"{text}-{first}" if text.isdigit() else text


def _end(text: str, scheme: Scheme) -> str:
    """Return the day before which it ended: of a year the first day of the next, as it may have gone on to the end."""
    return _day(str(int(text) + 1), "04-01" if scheme.is_fiscal else "01-01") if text.isdigit() else text


def _plan(plan: Plan, registry: Registry) -> Entity:
    makers = [registry.governments[code] for code in map(local, plan.makers) if code in registry.governments]
    more = len(makers) > _SHOWN_MAKERS
    shown = makers[:_SHOWN_MAKERS]
    date = plan.certification.date if plan.certification else ""
    ja = "、".join(one.name for one in shown) + ("ほか" if more else "")
    en = ", ".join(english_name(one.romaji, one.kind) for one in shown) + (" and others" if more else "")
    return Entity(
        f"{PLAN}/{plan.key}",
        plan.title or plan.key,
        Bilingual(
            f"地域再生計画({ja}{'、認定 ' + date if date else ''})",
            f"{plan.title_en + ': ' if plan.title_en else ''}plan of {en}{', certified ' + date if date else ''}",
        ),
        PLAN,
        3,
        date,
    )
