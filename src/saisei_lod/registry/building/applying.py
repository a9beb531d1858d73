"""Apply changes to a registry: what ends, what begins, what is renamed. Applying twice changes nothing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from saisei_lod.findings.model import Finding, Place
from saisei_lod.findings.registry import ALREADY_ENDED, CODE_UNKNOWN, COUNTY_UNKNOWN, KANA_UNKNOWN
from saisei_lod.registry.building.naming import Namer, kind_of
from saisei_lod.registry.model import Change, Government, State
from saisei_lod.registry.tables import Registry

__all__ = ["Naming", "apply_changes"]


class Naming(NamedTuple):
    """Name, kana, county and its kana of a government, as a list of changes tells them."""

    name: str
    kana: str
    county: str = ""
    county_kana: str = ""


def apply_changes(
    registry: Registry, changes: Iterable[Change], named: Mapping[str, Naming], namer: Namer
) -> tuple[Registry, list[Finding]]:
    """Return the registry after the changes, and what could not be applied.

    ``named`` holds the names of what begins and the new names of what is renamed, by code. A change
    whose ended codes are unknown, or ended on another day, is left out with a finding.
    """
    draft = _Draft(registry, named, namer)
    for change in map(draft.of_governments, sorted(changes)):
        if not draft.holds(change) and draft.accepts(change):
            draft.apply(change)
    return draft.registry(), draft.findings


class _Draft:
    """The tables while changes are applied to them."""

    def __init__(self, registry: Registry, named: Mapping[str, Naming], namer: Namer) -> None:
        self._governments = dict(registry.governments)
        self._states = {code: list(states) for code, states in registry.states.items()}
        self._changes = list(registry.changes)
        self._named = named
        self._namer = namer
        self.findings: list[Finding] = []

    def registry(self) -> Registry:
        """Return the tables as they are now."""
        states = {code: tuple(self._states[code]) for code in sorted(self._states)}
        return Registry(dict(sorted(self._governments.items())), states, tuple(sorted(self._changes)))

    def holds(self, change: Change) -> bool:
        """Tell whether the registry holds a change of that day with the same codes, or one that says more."""
        ended = set(change.before) - set(change.after)
        same = (c for c in self._changes if c.date == change.date)
        if not ended:
            return any(c.before == change.before and c.after == change.after for c in same)
        return any(ended <= set(c.before) and set(change.after) <= set(c.after) for c in same)

    def of_governments(self, change: Change) -> Change:
        """Return an absorption into a ward as one into its city, which is the local government."""
        wards = [
            code
            for code in change.after
            if code in self._governments and self._governments[code].kind == "ward"
        ]
        if change.kind != "absorption" or not wards:
            return change
        ward = self._governments[wards[0]]
        city = self._governments[ward.parent]
        before = tuple(sorted({city.code, *change.before} - {ward.code}))
        return change._replace(
            before=before, after=(city.code,), note=f"{city.name}{ward.name}（{ward.code}）の区域となる"
        )

    def accepts(self, change: Change) -> bool:
        """Tell whether all codes that end are known and have not ended on another day."""
        for code in change.before:
            row = self._governments.get(code)
            if row is None:
                self.findings.append(CODE_UNKNOWN.at(Place(node=change.date), code))
                return False
            if row.exists_until and (row.exists_until != change.date or code in change.after):
                self.findings.append(ALREADY_ENDED.at(Place(node=change.date), f"{code} {row.name}"))
                return False
        return True

    def apply(self, change: Change) -> None:
        """Enter one change; a renaming that spells the name as before (another glyph) is none."""
        if change.before == change.after and not self._rename(change.before[0], change.date):
            return
        for code in change.after:
            if code not in change.before:
                self._begin(code, change)
        for code in change.before:
            if code not in change.after:
                self._end(code, change.date)
        self._changes.append(change)

    def _end(self, code: str, day: str) -> None:
        self._governments[code] = self._governments[code]._replace(exists_until=day)
        self._states[code][-1] = self._states[code][-1]._replace(valid_until=day)

    def _begin(self, code: str, change: Change) -> None:
        known = self._governments.get(code)
        row = known._replace(exists_from=change.date) if known else self._made(code, change)
        self._know_kana(row, change.date)
        self._governments[code] = row
        self._states[code] = [_state(row, change.date)]

    def _made(self, code: str, change: Change) -> Government:
        """Return a new government; what its only predecessor and it share is taken over."""
        naming = self._named.get(code, Naming("", ""))
        same_place = self._governments[change.before[0]] if len(change.before) == 1 else None
        row = Government(
            code=code,
            kind=self._kind(change, naming.name),
            name=naming.name,
            kana=naming.kana,
            romaji=self._namer.romaji(naming.name, naming.kana),
            prefecture=f"{code[:2]}000",
            county="",
            county_kana="",
            county_romaji="",
            parent=self._parent(code, change),
            latitude=same_place.latitude if same_place else "",
            longitude=same_place.longitude if same_place else "",
            exists_from=change.date,
            exists_until="",
            geolod="",
        )
        return self._in_county(row, naming, change) if row.kind in {"town", "village"} else row

    @staticmethod
    def _kind(change: Change, name: str) -> str:
        if change.kind in {"designation", "ward-reorganisation"}:
            return "designated-city" if change.kind == "designation" else "ward"
        return kind_of(name)

    def _parent(self, code: str, change: Change) -> str:
        """Return the designated city of a new ward: the one with the nearest smaller code."""
        if change.kind != "ward-reorganisation":
            return ""
        cities = (row.code for row in self._governments.values() if row.kind == "designated-city")
        return max((city for city in cities if city[:2] == code[:2] and city < code), default="")

    def _in_county(self, row: Government, naming: Naming, change: Change) -> Government:
        """Return the row with the county that the list or all predecessors name."""
        former = {self._governments[code].county for code in change.before} - {""}
        county = naming.county or (former.pop() if len(former) == 1 else "")
        if not county:
            self.findings.append(COUNTY_UNKNOWN.at(Place(node=change.date), f"{row.code} {row.name}"))
            return row
        namesake = next(
            (g for g in self._governments.values() if g.county == county and g.prefecture == row.prefecture),
            None,
        )
        kana = namesake.county_kana if namesake else naming.county_kana
        return row._replace(county=county, county_kana=kana, county_romaji=self._namer.romaji(county, kana))

    def _rename(self, code: str, day: str) -> bool:
        """Begin a new state where name or county are new; tell whether they are."""
        row = self._governments[code]
        name, kana, county, county_kana = self._named.get(code, Naming(row.name, row.kana))
        if (name, county or row.county) == (row.name, row.county):
            return False
        if name != row.name:
            row = row._replace(name=name, kana=kana, romaji=self._namer.romaji(name, kana))
        if county and county != row.county:
            romaji = self._namer.romaji(county, county_kana)
            row = row._replace(county=county, county_kana=county_kana, county_romaji=romaji)
        self._know_kana(row, day)
        self._governments[code] = row
        self._states[code][-1] = self._states[code][-1]._replace(valid_until=day)
        self._states[code].append(_state(row, day))
        return True

    def _know_kana(self, row: Government, day: str) -> None:
        if not row.kana:
            self.findings.append(KANA_UNKNOWN.at(Place(node=day), f"{row.code} {row.name}"))


def _state(row: Government, day: str) -> State:
    return State(row.code, row.name, row.kana, row.romaji, row.county, row.kind, day, row.exists_until)
