"""Import e-Stat's list of changes: keep the new rows, and apply them to the tables."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.findings.model import Finding
from saisei_lod.registry.building.applying import Naming, apply_changes
from saisei_lod.registry.building.haichi import HaichiRow, changes_told, names_told, read_haichi
from saisei_lod.registry.building.reviewed import read_namer
from saisei_lod.registry.building.writing import write_registry, write_table
from saisei_lod.registry.model import FIRST_DAY, Change
from saisei_lod.registry.tables import Registry, cells, read

__all__ = ["IMPORTED", "Imported", "import_haichi", "read_imported", "replayed"]

#: The rows of e-Stat's list that went beyond the packages, kept so that a build gives the same tables.
IMPORTED: Final = "imported.tsv"
#: How a line end within a reason is written in a table.
_LINE_END: Final = "\\n"


class Imported(NamedTuple):
    """What an import read, what was new to the tables, and what was not understood."""

    rows: int
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def import_haichi(path: Path, folder: Path) -> Imported:
    """Read e-Stat's export and enter the changes that the tables of a folder lack.

    The rows of new changes are kept in ``imported.tsv``. Raises InputError where the file is no such
    export. An export that holds nothing new changes no file.
    """
    rows = read_haichi(path)
    before = read(folder)
    after, findings = replayed(before, rows, folder)
    new = tuple(change for change in after.changes if change not in set(before.changes))
    if new:
        _keep(folder, rows, new)
        write_registry(folder, after)
    return Imported(len(rows), new, tuple(findings))


def replayed(registry: Registry, rows: Iterable[HaichiRow], folder: Path) -> tuple[Registry, list[Finding]]:
    """Return the registry after the changes that rows of e-Stat's list tell, and what stayed open."""
    rows = list(rows)
    changes, not_understood = changes_told(rows, FIRST_DAY)
    named = {code: Naming(*naming) for code, naming in names_told(rows).items()}
    registry, not_applied = apply_changes(registry, changes, named, read_namer(folder))
    return registry, [*not_understood, *not_applied]


def read_imported(folder: Path) -> list[HaichiRow]:
    """Return the rows that former imports kept; none where there was no import."""
    path = folder / IMPORTED
    if not path.is_file():
        return []
    rows = (HaichiRow(*row) for row in cells(path, HaichiRow._fields))
    return [row._replace(reason=row.reason.replace(_LINE_END, "\n")) for row in rows]


def _keep(folder: Path, rows: Iterable[HaichiRow], changes: Iterable[Change]) -> None:
    """Add the rows of new changes to those kept; a cell of a table holds no line end."""
    concerned = {(change.date, code) for change in changes for code in (*change.before, *change.after)}
    new = (row for row in rows if (row.date, row.code) in concerned)
    kept: set[HaichiRow] = {
        row._replace(reason=_LINE_END.join(row.reason.split("\n"))) for row in (*new, *read_imported(folder))
    }
    in_order = sorted(kept, key=lambda row: (row.date, row.code))
    write_table(folder / IMPORTED, HaichiRow._fields, in_order)
