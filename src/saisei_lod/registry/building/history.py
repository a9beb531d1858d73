"""Derive former governments, the states of all and the changes between them since 2005."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from saisei_lod.registry.building.naming import Namer, kind_of
from saisei_lod.registry.building.present import coordinate
from saisei_lod.registry.building.reviewed import Corrections
from saisei_lod.registry.building.sources import Place
from saisei_lod.registry.model import FIRST_DAY, Change, Government, State

__all__ = ["changes_between", "former_governments", "states_of"]


def former_governments(
    places: Iterable[Place], readings: Mapping[str, str], namer: Namer, corrections: Corrections
) -> dict[str, Government]:
    """Return the governments that ended on 2005-01-01 or later, by code.

    ``places`` are rows of geoshape since 2005; one that a correction alone names has no place.
    """
    last = {place.code: place for place in sorted(places, key=lambda place: place.valid_from)}
    ends = corrections.about("exists_until")
    codes = {code for code, place in last.items() if place.valid_until} | set(ends)
    rows = (_former(code, last.get(code), corrections) for code in sorted(codes))
    return {row.code: _named(row, readings, namer) for row in rows}


def _former(code: str, place: Place | None, corrections: Corrections) -> Government:
    begun = place.valid_from if place and place.valid_from >= FIRST_DAY else ""
    name = corrections.about("name").get(code, place.name if place else "")
    ward = name.endswith("区")
    return corrections.corrected(
        Government(
            code=code,
            kind="ward" if ward else "designated-city" if place and place.designated else kind_of(name),
            name=name,
            kana="",
            romaji="",
            prefecture=f"{code[:2]}000",
            county="" if ward or place is None else place.county,
            county_kana="",
            county_romaji="",
            parent="",
            latitude=coordinate(place.latitude if place else ""),
            longitude=coordinate(place.longitude if place else ""),
            exists_from=begun,
            exists_until=place.valid_until if place else "",
            geolod=place.geolod if place else "",
        )
    )


def _named(row: Government, readings: Mapping[str, str], namer: Namer) -> Government:
    kana = readings.get(row.code, "")
    county_kana = readings.get(row.code[:2] + row.county, "")
    return row._replace(
        kana=kana,
        romaji=namer.romaji(row.name, kana),
        county_kana=county_kana,
        county_romaji=namer.romaji(row.county, county_kana),
    )


def states_of(
    governments: Iterable[Government],
    places: Iterable[Place],
    readings: Mapping[str, str],
    namer: Namer,
    corrections: Corrections,
) -> Iterator[State]:
    """Yield the states of each government in order of code and day.

    A former name of a code that goes on (08211 水海道市, then 常総市) is an earlier place of that code; a
    former county stands in the corrections.
    """
    earlier: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        earlier[place.code].append(place)
    for row in governments:
        last = State(
            row.code, row.name, row.kana, row.romaji, row.county, row.kind, row.exists_from, row.exists_until
        )
        for place in sorted(earlier[row.code], key=lambda place: place.valid_from)[:-1]:
            kana = readings.get(row.code, "")
            begun = place.valid_from if place.valid_from >= FIRST_DAY else ""
            former = State(
                row.code,
                place.name,
                kana,
                namer.romaji(place.name, kana),
                place.county,
                row.kind,
                begun,
                place.valid_until,
            )
            last = last._replace(valid_from=former.valid_until)
            yield former
        if row.code in corrections.about("county-until"):
            day, county = corrections.about("county-until")[row.code].split()
            yield last._replace(county=county, valid_until=day)
            last = last._replace(valid_from=day)
        yield last


class _Ending(NamedTuple):
    """One ended government with what it became."""

    government: Government
    successors: tuple[str, ...]


def changes_between(
    governments: Mapping[str, Government],
    states: Mapping[str, tuple[State, ...]],
    successors: Mapping[str, str],
    corrections: Corrections,
) -> list[Change]:
    """Return the changes since 2005, by day and codes.

    All that became part of one government on one day is one change; a government that was split is a
    change of its own. The wards that begin with a designated city are a change of their own.
    """
    given = {code: tuple(value.split()) for code, value in corrections.about("successors").items()}
    endings = [
        _Ending(row, given.get(code) or (successors[code],))
        for code, row in governments.items()
        if row.exists_until
    ]
    notes = corrections.about("note")
    found = [
        *_joinings(endings, governments, corrections),
        *_splits(endings, notes),
        *_renamings(states),
        *_new_wards(governments, endings),
    ]
    return sorted(found)


def _joinings(
    endings: Iterable[_Ending], governments: Mapping[str, Government], corrections: Corrections
) -> Iterator[Change]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for government, successors in endings:
        if len(successors) == 1 or government.kind == "ward":
            for successor in successors:
                groups[government.exists_until, successor].append(government.code)
    merged = {(day, code) for code, days in corrections.about("merged-on").items() for day in days.split()}
    notes = corrections.about("note")
    for (day, successor), codes in groups.items():
        goes_on = governments[successor].exists_from != day
        before = tuple(sorted([*codes, successor] if goes_on else codes))
        kind = (
            "merger"
            if (day, successor) in merged
            else _kind(day, before, governments[successor], governments)
        )
        yield Change(day, kind, before, (successor,), "".join(notes.get(code, "") for code in codes))


def _kind(day: str, before: tuple[str, ...], after: Government, governments: Mapping[str, Government]) -> str:
    """Return the kind of a change that the codes and names before and after tell."""
    if after.kind == "ward":
        return "ward-reorganisation"
    if after.exists_from != day:
        return "absorption"
    if len(before) > 1:
        return "merger"
    former = governments[before[0]]
    if after.kind == "designated-city":
        return "designation"
    if former.kind == after.kind:
        return "county-change"
    return "city-status" if after.kind == "city" else "town-status"


def _splits(endings: Iterable[_Ending], notes: Mapping[str, str]) -> Iterator[Change]:
    for government, successors in endings:
        if len(successors) > 1 and government.kind != "ward":
            before = tuple(sorted({government.code, *successors}))
            yield Change(government.exists_until, "split", before, successors, notes.get(government.code, ""))


def _renamings(states: Mapping[str, tuple[State, ...]]) -> Iterator[Change]:
    for code, own in states.items():
        for former, later in pairwise(own):
            if former.name != later.name:
                note = f"{former.name}から{later.name}へ"
                yield Change(later.valid_from, "renaming", (code,), (code,), note)
            elif former.county != later.county:
                note = f"{former.county}から{later.county}へ"
                yield Change(later.valid_from, "county-change", (code,), (code,), note)


def _new_wards(governments: Mapping[str, Government], endings: Iterable[_Ending]) -> Iterator[Change]:
    """Yield the wards that begin on a day without succeeding others, one change a city and day."""
    succeeding = {code for _, successors in endings for code in successors}
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in governments.values():
        if row.kind == "ward" and row.exists_from and row.code not in succeeding:
            groups[row.exists_from, row.parent].append(row.code)
    for (day, city), wards in groups.items():
        yield Change(
            day, "ward-reorganisation", (), tuple(sorted(wards)), f"{governments[city].name}の区の設置"
        )
