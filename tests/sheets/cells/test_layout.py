"""The table of sheets and columns against the model of a record."""

from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from msgspec import inspect

from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.sheets.cells.forms import CHOICES, choices
from saisei_lod.sheets.cells.layout import PAGES, PLANS, SHEETS, Form, Sheet, list_sheets
from saisei_lod.sheets.cells.rows import fingerprint, rows_of, value_at

ROOT: Final = Path(__file__).resolve().parent.parent.parent.parent
#: Not for officers: what the program keeps, and what only a new reading of the page can change.
_LEFT_OUT: Final = {
    "plans": {"id", "lines", "printed", "former_ids", "evidence"},
    "pages": {"source", "retrieved", "sha256", "evidence"},
}


def bare(kind: inspect.Type) -> inspect.Type:
    """Return a type without null and metadata."""
    while isinstance(kind, inspect.UnionType | inspect.Metadata):
        kind = (
            kind.type
            if isinstance(kind, inspect.Metadata)
            else next(part for part in kind.types if not isinstance(part, inspect.NoneType))
        )
    return kind


def leaves(kind: inspect.Type, path: str = "") -> dict[str, inspect.Type]:
    """Return the fields of a type that are no struct, by path; lists are leaves."""
    kind = bare(kind)
    if isinstance(kind, inspect.StructType):
        return {
            name: leaf
            for field in kind.fields
            for name, leaf in leaves(field.type, f"{path}.{field.name}".lstrip(".")).items()
        }
    return {path: kind}


def item_leaves(sheet: Sheet) -> dict[str, inspect.Type]:
    """Return the fields of what a row of a sheet stands for."""
    if sheet is PAGES:
        return leaves(inspect.type_info(Page))
    plan = leaves(inspect.type_info(PlanRecord))
    if sheet is PLANS:
        return plan
    listed: Any = plan[sheet.holds]
    found = leaves(listed.item_type)
    values: Any = found.pop("values", None)
    return found | (
        {f"values.{name}": leaf for name, leaf in leaves(values.item_type).items()} if values else {}
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.title.en)
def test_every_field_of_the_model_has_its_column(sheet: Sheet) -> None:
    """A field that is added to the model is added here, or left out on purpose."""
    fields = set(item_leaves(sheet)) - _LEFT_OUT.get(sheet.holds, set())
    fields -= {other.holds for other in list_sheets()} if sheet is PLANS else set()
    assert fields == {column.field for column in sheet.values}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.title.en)
def test_every_choice_of_the_model_has_its_word(sheet: Sheet) -> None:
    """Literals of the model are lists to choose from, with all their values; others are none."""
    kinds = item_leaves(sheet)
    for column in sheet.values:
        kind = kinds[column.field]
        if isinstance(kind, inspect.LiteralType):
            assert set(choices(column.choices).words) == set(kind.values)
        else:
            assert (column.form is Form.CHOICE) == (column.choices in {"yes", "scheme"})


@pytest.mark.parametrize("name", CHOICES)
def test_words_lead_back_to_their_values(name: str) -> None:
    """No two values share a word."""
    listed = choices(name)
    assert [listed.value(word.ja) for word in listed.words.values()] == list(listed.words)
    assert [listed.value(word.en) for word in listed.words.values()] == list(listed.words)


def test_names_of_columns_are_told_apart() -> None:
    """A column is found by its Japanese name."""
    for sheet in SHEETS:
        assert len({column.name.ja for column in sheet.columns}) == len(sheet.columns)
    assert len({sheet.title.ja for sheet in SHEETS}) == len(SHEETS)


def test_a_fingerprint_tells_what_the_sheets_show() -> None:
    """Any value of a plan changes it; lines and evidence do not."""
    plan = PlanRecord(title="計画", schemes=["suishin"])
    assert fingerprint(plan) == fingerprint(msgspec.structs.replace(plan, lines=(1, 2), former_ids=["x"]))
    assert fingerprint(plan) != fingerprint(msgspec.structs.replace(plan, schemes=["kigyou"]))
    assert fingerprint(plan) != fingerprint(msgspec.structs.replace(plan, schemes=["suishin", "suishin"]))
    assert fingerprint(Page(url="a")) != fingerprint(Page(url="b"))
    assert fingerprint(plan).isascii()
    assert fingerprint(plan)[0].isalpha()


def test_a_plan_without_lists_has_no_rows() -> None:
    """A missing part is None."""
    assert [rows_of(PlanRecord(), sheet) for sheet in list_sheets()] == [[]] * 7
    assert value_at(PlanRecord(), "own.title_en") is None


def test_the_how_to_explains_every_sheet_and_column() -> None:
    """A column that is added is explained to officers."""
    text = (ROOT / "docs" / "how-to" / "correct-with-excel.md").read_text(encoding="utf-8")
    japanese, english = text.split("## In English")
    for sheet in SHEETS:
        assert f"**{sheet.title.ja}**" in japanese
        assert sheet.title.ja in english
        assert [column.name.ja for column in sheet.columns if column.name.ja not in japanese] == []
    for words in CHOICES.values():
        assert [word.ja for word in words.values() if word.ja not in japanese] == []
