"""Write tables as they stand in data/registry/: UTF-8, TAB, LF, a header, rows in order."""

from collections.abc import Iterable
from pathlib import Path

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.registry.model import Change, Government, State
from saisei_lod.registry.tables import CHANGES, GOVERNMENTS, STATES, Registry

__all__ = ["write_registry", "write_table"]


def write_table(path: Path, fields: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a table; the former file stays whole until the new one is complete."""
    lines = ["\t".join(fields), *("\t".join(row) for row in rows)]
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(("\n".join(lines) + "\n").encode())
        partial.replace(path)
    except OSError as error:
        raise EnvironmentFault(
            Bilingual("台帳の表を書けません。", "A table of the registry cannot be written."),
            where=f"{path}: {error.strerror}",
            todo=Bilingual(
                "書き込み権限と空き容量を確かめてください。",
                "See whether the folder is writable and the disk has room.",
            ),
        ) from error


def write_registry(folder: Path, registry: Registry) -> None:
    """Write the three tables of a registry into a folder."""
    write_table(
        folder / GOVERNMENTS,
        Government._fields,
        (registry.governments[code] for code in sorted(registry.governments)),
    )
    write_table(
        folder / STATES,
        State._fields,
        (state for code in sorted(registry.states) for state in registry.states[code]),
    )
    write_table(folder / CHANGES, Change._fields, map(_change_row, sorted(registry.changes)))


def _change_row(change: Change) -> tuple[str, ...]:
    return (change.date, change.kind, " ".join(change.before), " ".join(change.after), change.note)
