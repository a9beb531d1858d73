"""What people call fields."""

from saisei_lod.sheets.cells.layout import PAGES, PLANS, list_sheets
from saisei_lod.validation.reporting.field_names import name_of


def test_every_field_that_people_correct_has_a_name() -> None:
    """All columns of the workbook; what is none has no name."""
    fields = [
        *(column.field for column in PLANS.values),
        *(f"page.{column.field}" for column in PAGES.values),
        *(f"{sheet.holds}.{column.field}".rstrip(".") for sheet in list_sheets() for column in sheet.values),
    ]
    assert [field for field in fields if not name_of(field).ja or not name_of(field).en] == []
    assert name_of("schemes[3]").ja == "支援措置"
    assert name_of("nothing").ja == ""
