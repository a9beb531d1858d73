"""Derive the present local governments from Japan Post's names and the offices of geoshape."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from saisei_lod.registry.building.naming import Namer, kind_of
from saisei_lod.registry.building.sources import Place, PostalName
from saisei_lod.registry.model import FIRST_DAY, Government

__all__ = ["coordinate", "county_readings", "present_governments"]

_IN_COUNTY: Final = re.compile(r"(.+?郡)(.+[町村])")
#: Japan Post writes two island names before towns of Tokyo that belong to no county.
_ISLANDS: Final = {"三宅島三宅村": "みやけじま", "八丈島八丈町": "はちじょうじま"}


def present_governments(
    postal: Mapping[str, PostalName], places: Iterable[Place], offices: Iterable[Place], namer: Namer
) -> dict[str, Government]:
    """Return prefectures, municipalities, designated cities and wards of today by code.

    Japan Post lists neither prefectures nor designated cities: both are added from geoshape, with the
    kana that its municipalities share.
    """
    now = {place.code: place for place in places if not place.valid_until}
    designated = {place.code: place for place in now.values() if place.designated}
    counties = county_readings(postal.values())
    builder = _Present(namer, now, counties, postal, designated)
    rows = [
        *builder.prefectures(offices),
        *builder.designated_cities(),
        *map(builder.municipality, postal.values()),
    ]
    return {row.code: row for row in sorted(rows)}


def county_readings(postal: Iterable[PostalName]) -> dict[str, str]:
    """Return the kana of each county by prefecture and name (07伊達郡).

    Where ぐん stands twice (きたぐんまぐん) the towns of the county decide: the longest start that all
    of them share.
    """
    towns: dict[str, list[str]] = defaultdict(list)
    for row in postal:
        if found := _IN_COUNTY.fullmatch(row.name):
            towns[row.code[:2] + found[1]].append(row.kana)
    return {key: _shared_start(readings, "ぐん") for key, readings in towns.items()}


def _shared_start(readings: Iterable[str], ending: str) -> str:
    """Return the longest start with this ending that all readings share.

    >>> _shared_start(["さっぽろしきたく", "さっぽろししろいしく"], "し")
    'さっぽろし'
    """
    starts = [{kana[: found.end()] for found in re.finditer(ending, kana)} for kana in readings]
    return max(set.intersection(*starts), key=len)


def coordinate(degrees: str) -> str:
    """Return decimal degrees with six digits, about 0.1 m; empty stays empty.

    >>> coordinate("43.06197200")
    '43.061972'
    """
    return f"{float(degrees):.6f}" if degrees else ""


class _Present:
    """The sources at hand while the rows of today are made."""

    def __init__(
        self,
        namer: Namer,
        places: Mapping[str, Place],
        counties: Mapping[str, str],
        postal: Mapping[str, PostalName],
        designated: Mapping[str, Place],
    ) -> None:
        self._namer = namer
        self._places = places
        self._counties = counties
        self._postal = postal
        self._designated = designated
        self._city_kana = {code: _shared_start(self._wards(code), "し") for code in designated}

    def _wards(self, code: str) -> list[str]:
        city = self._designated[code].name
        rows = self._postal.values()
        return [row.kana for row in rows if row.code[:2] == code[:2] and row.name.startswith(city)]

    def prefectures(self, offices: Iterable[Place]) -> Iterator[Government]:
        """Yield the 47 prefectures."""
        names = {row.code[:2]: row for row in self._postal.values()}
        for office in offices:
            row = names[office.code[:2]]
            yield self._government(office.code, "prefecture", row.prefecture, row.prefecture_kana, office)

    def designated_cities(self) -> Iterator[Government]:
        """Yield the designated cities, each with the kana that its wards share."""
        for code, place in self._designated.items():
            yield self._government(code, "designated-city", place.name, self._city_kana[code], place)

    def municipality(self, row: PostalName) -> Government:
        """Return a municipality or ward from its row of Japan Post."""
        place = self._places.get(row.code)
        if found := _IN_COUNTY.fullmatch(row.name):
            county_kana = self._counties[row.code[:2] + found[1]]
            town = self._government(
                row.code, kind_of(found[2]), found[2], row.kana.removeprefix(county_kana), place
            )
            return town._replace(
                county=found[1],
                county_kana=county_kana,
                county_romaji=self._namer.romaji(found[1], county_kana),
            )
        if island := _ISLANDS.get(row.name):
            return self._government(
                row.code, kind_of(row.name), row.name[3:], row.kana.removeprefix(island), place
            )
        return self._ward(row, place) or self._government(
            row.code, kind_of(row.name), row.name, row.kana, place
        )

    def _ward(self, row: PostalName, place: Place | None) -> Government | None:
        for code, city in self._designated.items():
            if row.code[:2] == code[:2] and row.name.startswith(city.name) and row.name.endswith("区"):
                name = row.name.removeprefix(city.name)
                kana = row.kana.removeprefix(self._city_kana[code])
                return self._government(row.code, "ward", name, kana, place)._replace(parent=code)
        return None

    def _government(self, code: str, kind: str, name: str, kana: str, place: Place | None) -> Government:
        begun = place.valid_from if place and place.valid_from >= FIRST_DAY else ""
        return Government(
            code=code,
            kind=kind,
            name=name,
            kana=kana,
            romaji=self._namer.romaji(name, kana),
            prefecture=f"{code[:2]}000",
            county="",
            county_kana="",
            county_romaji="",
            parent="",
            latitude=coordinate(place.latitude if place else ""),
            longitude=coordinate(place.longitude if place else ""),
            exists_from=begun,
            exists_until="",
            geolod=place.geolod if place else "",
        )
