"""A record as the rows of the sheets: values with their fields, before any cell is written."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import msgspec

from saisei_lod.records.model import Indicator, Page, PlanRecord
from saisei_lod.registry import Registry, load
from saisei_lod.sheets.cells.forms import choices
from saisei_lod.sheets.cells.layout import CHECK, FILE, KEY, NUMBER, PAGES, PLANS, TITLE, Sheet, list_sheets

__all__ = [
    "INDICATORS",
    "Row",
    "fingerprint",
    "page_row",
    "plan_row",
    "registered_name",
    "rows_of",
    "shown_of_page",
    "shown_of_plan",
    "shown_of_row",
    "value_at",
]

#: The list whose items hold a list themselves: a row stands for a value of an item.
INDICATORS: Final = "indicators"


class Row(NamedTuple):
    """A row: its number within the plan ("2", "2_1" for a value of an indicator), and its values by field."""

    number: str
    values: Mapping[str, object]


def value_at(part: object, path: str) -> object:
    """Return the value at a path of a record's part, None where something on the way is missing.

    >>> value_at(PlanRecord(), "period.start") is None
    True
    """
    for name in filter(None, path.split(".")):
        part = getattr(part, name, None)
    return part


def plan_row(plan: PlanRecord) -> Row:
    """Return what the sheet of plans says of a plan."""
    return Row("", {column.field: value_at(plan, column.field) for column in PLANS.values})


def page_row(page: Page) -> Row:
    """Return what the sheet of pages says of a page."""
    return Row("", {column.field: value_at(page, column.field) for column in PAGES.values})


def rows_of(plan: PlanRecord, sheet: Sheet) -> list[Row]:
    """Return the rows of a plan in the sheet of one of its lists, in the order of the record."""
    items = value_at(plan, sheet.holds)
    listed = items if isinstance(items, list) else []
    if sheet.holds == INDICATORS:
        return [row for place, item in enumerate(listed, 1) for row in _values(item, place, sheet)]
    return [
        Row(str(place), {column.field: value_at(item, column.field) for column in sheet.values})
        for place, item in enumerate(listed, 1)
    ]


def _values(indicator: Indicator, place: int, sheet: Sheet) -> Iterator[Row]:
    """Yield a row for each value of an indicator, one for an indicator without any."""
    for number, value in enumerate(indicator.values or [None], 1):
        yield Row(
            str(place) if value is None else f"{place}_{number}",
            {
                column.field: value_at(value, column.field.removeprefix("values."))
                if column.field.startswith("values.")
                else value_at(indicator, column.field)
                for column in sheet.values
            },
        )


def fingerprint(part: PlanRecord | Page) -> str:
    """Return what tells that a plan or page says something else than before, as far as the sheets show it.

    It begins with a letter, so that no spreadsheet program takes it for a number.

    >>> fingerprint(PlanRecord(title="計画")) == fingerprint(PlanRecord(title="計画", lines=(1, 2)))
    True
    """
    said: list[object] = [page_row(part).values] if isinstance(part, Page) else [plan_row(part).values]
    if isinstance(part, PlanRecord):
        said += [row.values for sheet in list_sheets() for row in (*rows_of(part, sheet), Row("", {}))]
    return "h" + hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:16]


def shown_of_plan(plan: PlanRecord, name: str, file: str) -> Mapping[str, str]:
    """Return what the sheet of plans shows of a plan besides its values, by field."""
    return {
        KEY.field: name,
        FILE.field: file,
        CHECK.field: fingerprint(plan),
        "@makers": "、".join(maker.name or maker.code or "" for maker in plan.makers),
        "@schemes": "、".join(choices("scheme").word(slug) for slug in plan.schemes),
    }


def shown_of_page(page: Page, file: str) -> Mapping[str, str]:
    """Return what the sheet of pages shows of a page besides its values, by field."""
    return {FILE.field: file, CHECK.field: fingerprint(page)}


def shown_of_row(row: Row, plan: PlanRecord, name: str, file: str) -> Mapping[str, str]:
    """Return what the sheet of a list shows in a row besides its values, by field."""
    code = row.values.get("code", row.values.get(""))
    return {
        KEY.field: name,
        TITLE.field: plan.title or "",
        NUMBER.field: row.number,
        FILE.field: file,
        "@registered": registered_name(code) if isinstance(code, str) else "",
    }


def registered_name(code: str, known: Registry | None = None) -> str:
    """Return the name of a local government with its prefecture's, "" for a code that the registry lacks.

    >>> registered_name("06209"), registered_name("01000")
    ('山形県長井市', '北海道')
    """
    registry = known or load()
    row = registry.governments.get(code)
    if row is None:
        return ""
    return row.name if row.kind == "prefecture" else registry.governments[row.prefecture].name + row.name
