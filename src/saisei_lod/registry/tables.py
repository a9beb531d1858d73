"""The registry of local governments, read from its tables in a few milliseconds."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from saisei_lod import resources
from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.registry.codes import five_digits
from saisei_lod.registry.model import Change, Government, State

__all__ = [
    "CHANGES",
    "DATED_AREA_CODES",
    "GOVERNMENTS",
    "STATES",
    "WIKIDATA",
    "Registry",
    "cells",
    "dated_area_codes",
    "load",
    "read",
    "wikidata_items",
]

#: File names of the tables in data/registry/.
GOVERNMENTS: Final = "local_governments.tsv"
STATES: Final = "states.tsv"
CHANGES: Final = "changes.tsv"
#: Tables that imports alone make.
WIKIDATA: Final = "wikidata.tsv"
DATED_AREA_CODES: Final = "dated_area_codes.tsv"

_Row = TypeVar("_Row", Government, State, Change)


class Registry:
    """Local governments and wards by 5-digit code, their states in order, and all changes by date."""

    __slots__ = ("_current", "_prefectures", "_successors", "changes", "governments", "states")

    def __init__(
        self,
        governments: Mapping[str, Government],
        states: Mapping[str, tuple[State, ...]],
        changes: tuple[Change, ...],
    ) -> None:
        self.governments = governments
        self.states = states
        self.changes = changes
        self._successors = _successors(governments, changes)
        self._current: dict[str, tuple[str, ...]] = {}
        self._prefectures = {
            name: row
            for row in governments.values()
            if row.kind == "prefecture"
            for name in (row.name, short_name(row.name))
        }

    def government(self, code: str) -> Government:
        """Return the government or ward of a 5- or 6-digit code; UsageError where there is none."""
        found = self.governments.get(code) or self.governments.get(five_digits(code))
        if found is None:
            raise _unknown(code)
        return found

    def state(self, code: str, on: str | None) -> State | None:
        """Return the state on an ISO day (None: the latest), or None where it did not exist that day.

        Before 2005-01-01 the earliest state is returned where its start is unknown.
        """
        states = self.states[self.government(code).code]
        if on is None:
            return states[-1]
        return next(
            (s for s in states if s.valid_from <= on and (not s.valid_until or on < s.valid_until)), None
        )

    def exists(self, code: str, on: str) -> bool:
        """Tell whether the government existed on an ISO day."""
        row = self.government(code)
        return row.exists_from <= on and (not row.exists_until or on < row.exists_until)

    def successors(self, code: str) -> tuple[str, ...]:
        """Return the codes that an ended government became on its last day, none where it goes on."""
        return self._successors.get(self.government(code).code, ())

    def current(self, code: str) -> tuple[str, ...]:
        """Return the codes of today, following successions; the code itself where it goes on.

        Codes are in ascending order; several where a government was split.
        """
        row = self.government(code)
        if not row.exists_until:
            return (row.code,)
        if row.code not in self._current:
            found = {now for after in self.successors(row.code) for now in self.current(after)}
            self._current[row.code] = tuple(sorted(found))
        return self._current[row.code]

    def prefecture_by_name(self, name: str) -> Government | None:
        """Return the prefecture of a name, full (山形県) or short (山形); None for any other text."""
        return self._prefectures.get(name)


def _successors(
    governments: Mapping[str, Government], changes: Iterable[Change]
) -> dict[str, tuple[str, ...]]:
    """Return what each ended government became, from the changes of its last day."""
    found: dict[str, tuple[str, ...]] = {}
    for change in changes:
        for code in change.before:
            row = governments.get(code)
            if row and row.exists_until == change.date:
                others = {after for after in change.after if after != code}
                found[code] = tuple(sorted(others.union(found.get(code, ()))))
    return found


def _unknown(code: str) -> UsageError:
    return UsageError(
        Bilingual(
            f"この団体コードの地方公共団体はありません: {code}", f"No local government has this code: {code}"
        ),
        expected=Bilingual(
            "2005年以後に存在した都道府県・市区町村のコード",
            "the code of a government that existed in 2005 or later",
        ),
        todo=Bilingual(
            "コードを確かめるか、saisei registry import で新しい変更を取り込んでください。",
            "Check the code, or add new changes with saisei registry import.",
        ),
    )


def short_name(prefecture: str) -> str:
    """Return the name of a prefecture without 都, 府 or 県.

    >>> short_name("京都府"), short_name("北海道")
    ('京都', '北海道')
    """
    return prefecture if prefecture.endswith("道") else prefecture[:-1]


def load(folder: Path | None = None) -> Registry:
    """Return the registry of a folder of tables, by default the one that comes with the program.

    Each folder is read once in a program's life. Raises InputError naming file and line where a table
    is damaged.
    """
    return _load(folder if folder is not None else resources.registry())


@cache
def _load(folder: Path) -> Registry:
    return read(folder)


def read(folder: Path) -> Registry:
    """Return the registry of a folder as it stands now; raises InputError as :func:`load` does."""
    governments = {row.code: row for row in _rows(folder / GOVERNMENTS, Government)}
    states: dict[str, list[State]] = {code: [] for code in governments}
    for state in _rows(folder / STATES, State):
        states.setdefault(state.code, []).append(state)
    changes = tuple(
        Change(date, kind, tuple(before.split()), tuple(after.split()), note)
        for date, kind, before, after, note in cells(folder / CHANGES, Change._fields)
    )
    return Registry(governments, {code: tuple(rows) for code, rows in states.items()}, changes)


def _rows(path: Path, row: type[_Row]) -> Iterator[_Row]:
    return map(row._make, cells(path, row._fields))


def wikidata_items(folder: Path | None = None) -> dict[str, str]:
    """Return the Wikidata item (Q118300) of each code that was imported; none without an import."""
    path = (folder or resources.registry()) / WIKIDATA
    return dict(cells(path, ("code", "item"))) if path.is_file() else {}


def dated_area_codes(folder: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Return the days of the dated area codes of e-Stat by code, as imported; none without an import.

    ``("1970-04-01",)`` under 01204 stands for http://data.e-stat.go.jp/lod/sac/C01204-19700401. They are
    never derived: boundary changes also make dated codes.
    """
    path = (folder or resources.registry()) / DATED_AREA_CODES
    found: dict[str, list[str]] = {}
    for code, day in cells(path, ("code", "day")) if path.is_file() else ():
        found.setdefault(code, []).append(day)
    return {code: tuple(days) for code, days in found.items()}


def cells(path: Path, fields: tuple[str, ...]) -> list[list[str]]:
    """Return the cells of a table's rows, after comparing its header and the width of each row.

    Raises InputError with file and line where the table is not what ``fields`` say.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, 0, str(error), fields) from error
    if not lines or lines[0].split("\t") != list(fields):
        raise _damaged(path, 1, lines[0] if lines else "", fields)
    rows = [line.split("\t") for line in lines[1:]]
    if {*map(len, rows)} - {len(fields)}:
        number = next(number for number, row in enumerate(rows, 2) if len(row) != len(fields))
        raise _damaged(path, number, lines[number - 1], fields)
    return rows


def _damaged(path: Path, number: int, text: str, fields: tuple[str, ...]) -> InputError:
    return InputError(
        Bilingual(
            f"地方公共団体の表が読めません: {text[:80]}", f"The registry table cannot be read: {text[:80]}"
        ),
        where=f"{path}:{number}" if number else str(path),
        expected=Bilingual(
            f"タブ区切り UTF-8、列は {' '.join(fields)}",
            f"tab-separated UTF-8 with the columns {' '.join(fields)}",
        ),
        todo=Bilingual(
            "saisei registry build で作り直してください。", "Build it again with saisei registry build."
        ),
    )
