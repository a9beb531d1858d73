"""Bring the rows of indicators, a row for each value, back to indicators that hold their values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from saisei_lod.records.model import Indicator
from saisei_lod.sheets.applying.corrections import Changed, RowChanges
from saisei_lod.sheets.files.patches import Change, Fields, Items

__all__ = ["disagreeing", "indicator_change"]

_VALUES: Final = "values."


def indicator_change(indicators: Sequence[Indicator], changes: RowChanges) -> Items | None:
    """Return the change of a plan's indicators, None for nothing.

    Name and unit stand in every row of an indicator: a change in any of them counts. A new row stands for
    a value of the indicator of its name, else for a new indicator. An indicator goes with its last row.
    """
    new = _new_values(indicators, changes.added)
    changed: dict[int, Change] = {}
    removed = set()
    for place, indicator in enumerate(indicators):
        if _rows(place, indicator) <= changes.deleted and place not in new:
            removed.add(place)
        elif fields := _fields(place, indicator, changes, new.get(place, [])):
            changed[place] = Fields(fields)
    added = _new_indicators(values for values in changes.added if _owner(indicators, values) is None)
    return Items(changed, frozenset(removed), added) if changed or removed or added else None


def disagreeing(changed: Mapping[str, Sequence[Changed]]) -> list[tuple[str, Changed]]:
    """Return the cells, by row, that give an indicator another name or unit than an earlier row does."""
    first: dict[tuple[str, str], object] = {}
    found = []
    for number, cells in changed.items():
        for cell in cells:
            field = cell.column.field
            if not field.startswith(_VALUES):
                told = first.setdefault((number.partition("_")[0], field), cell.after)
                found += [(number, cell)] if told != cell.after else []
    return found


def _rows(place: int, indicator: Indicator) -> set[str]:
    """Return the numbers of an indicator's rows."""
    return {f"{place + 1}_{number}" for number in range(1, len(indicator.values) + 1)} or {str(place + 1)}


def _fields(
    place: int, indicator: Indicator, changes: RowChanges, new: list[dict[str, object]]
) -> dict[str, Change]:
    """Return the changes of one indicator by field."""
    fields: dict[str, Change] = {}
    values: dict[int, Change] = {}
    added = list(new)
    for number in _rows(place, indicator) & changes.changed.keys():
        cells = changes.changed[number]
        fields |= {cell.column.field: cell.put for cell in cells if not cell.column.field.startswith(_VALUES)}
        inner = {
            cell.column.field.removeprefix(_VALUES): cell
            for cell in cells
            if cell.column.field.startswith(_VALUES)
        }
        if inner and indicator.values:
            at = int(number.partition("_")[2]) - 1
            values[at] = Fields({name: cell.put for name, cell in inner.items()})
        elif inner:
            added.insert(0, {name: cell.after for name, cell in inner.items()})
    gone = frozenset(at for at in range(len(indicator.values)) if f"{place + 1}_{at + 1}" in changes.deleted)
    if values or gone or added:
        fields["values"] = Items(values, gone, added)
    return fields


def _owner(indicators: Sequence[Indicator], values: Mapping[str, object]) -> int | None:
    """Return the indicator that a new row belongs to by its name and, where it tells one, its unit."""
    for place, indicator in enumerate(indicators):
        if values.get("name") == indicator.name and values.get("unit") in {None, indicator.unit}:
            return place
    return None


def _value(values: Mapping[str, object]) -> dict[str, object]:
    return {name.removeprefix(_VALUES): said for name, said in values.items() if name.startswith(_VALUES)}


def _new_values(
    indicators: Sequence[Indicator], added: Iterable[Mapping[str, object]]
) -> dict[int, list[dict[str, object]]]:
    """Return the new values of indicators that are there, by the place of the indicator."""
    found: dict[int, list[dict[str, object]]] = {}
    for values in added:
        place = _owner(indicators, values)
        if place is not None and _value(values):
            found.setdefault(place, []).append(_value(values))
    return found


def _new_indicators(added: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """Return new indicators; rows of one name and unit are values of one."""
    found: dict[tuple[object, object], list[dict[str, object]]] = {}
    for values in added:
        found.setdefault((values.get("name"), values.get("unit")), []).extend(filter(None, [_value(values)]))
    return [
        {name: said for name, said in (("name", name), ("unit", unit), ("values", values)) if said}
        for (name, unit), values in found.items()
    ]
