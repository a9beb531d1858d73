"""Find what an ended government became: by the present address of its former office, else by distance.

geoshape tells the day on which a government ended, not its successor. Its office mostly stands, as a
branch office, and the address tells the present municipality; of the governments of that day, the one
that became this municipality is the successor. Where the address names no municipality, neighbours
that ended or began on the same day tell it. Corrections hold what this gets wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import hypot
from typing import Final

from saisei_lod.registry.building.sources import Place

__all__ = ["derive_successors"]

#: The day of the addresses in geoshape (国土数値情報 P34, fiscal year 2014).
_ADDRESS_DAY: Final = "2014-04-01"
#: A degree of longitude beside one of latitude, in the middle of Japan (cosine of 36°).
_NARROWER: Final = 0.81


def derive_successors(places: Iterable[Place], ended: Mapping[str, str]) -> dict[str, str]:
    """Return the most likely successor of each ended code; ``ended`` holds the day of each.

    Municipalities alone are candidates, and those of the same prefecture alone.
    """
    prefectures: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        if not _is_ward(place):
            prefectures[place.code[:2]].append(place)
    found: dict[str, str] = {}
    for neighbours in prefectures.values():
        prefecture = _Prefecture(neighbours)
        for place in neighbours:
            if place.valid_until and ended.get(place.code) == place.valid_until:
                found[place.code] = prefecture.successor(place)
    return found


def _is_ward(place: Place) -> bool:
    return place.name.endswith(("区", "特別区部")) and bool(place.county or place.name == "特別区部")


def _alive(place: Place, day: str) -> bool:
    return place.valid_from <= day and (not place.valid_until or day < place.valid_until)


def _distance(a: Place, b: Place) -> float:
    north = float(a.latitude) - float(b.latitude)
    east = float(a.longitude) - float(b.longitude)
    return hypot(north, east * _NARROWER)


class _Prefecture:
    """The municipalities of one prefecture, with the present municipality at each one's office."""

    def __init__(self, places: list[Place]) -> None:
        self._places = places
        present = {place.name: place for place in places if _alive(place, _ADDRESS_DAY)}
        self._present = {place.code: self._at_address(place, present) for place in places}

    @staticmethod
    def _at_address(place: Place, present: Mapping[str, Place]) -> Place | None:
        """Return the municipality at the place's office on the day of the addresses."""
        if _alive(place, _ADDRESS_DAY):
            return place
        named = [name for name in present if name in place.address[: len(name) + 4]]
        return present[max(named, key=len)] if named else None

    def successor(self, place: Place) -> str:
        """Return the code of the government that most likely succeeded on the day the place ended."""
        day = place.valid_until
        living = [other for other in self._places if other is not place and _alive(other, day)]
        destination = self._present[place.code] or self._guess(place, living)
        same = [other for other in living if self._present[other.code] is destination]
        return min(
            self._likely(same or living, day, destination), key=lambda other: _distance(other, place)
        ).code

    def _guess(self, place: Place, living: Iterable[Place]) -> Place | None:
        """Return where neighbours of the same day went, or the nearest city where that is much nearer."""
        moving = [other for other in living if other.valid_from == place.valid_until]
        moving += self._ended_with(place)
        city = min(
            (other for other in living if other.name.endswith("市")),
            key=lambda other: _distance(other, place),
        )
        nearest = min(moving, key=lambda other: _distance(other, place), default=city)
        if _distance(nearest, place) > 2 * _distance(city, place):
            nearest = city
        return self._present[nearest.code]

    def _ended_with(self, place: Place) -> Iterator[Place]:
        return (
            other
            for other in self._places
            if other is not place and other.valid_until == place.valid_until and self._present[other.code]
        )

    @staticmethod
    def _likely(places: list[Place], day: str, destination: Place | None) -> list[Place]:
        """Return the likeliest of several: begun that day, else of the final name, else cities."""
        begun = [place for place in places if place.valid_from == day]
        named = [place for place in places if destination and place.name == destination.name]
        cities = [place for place in places if place.name.endswith("市")]
        return begun or named or cities or places
