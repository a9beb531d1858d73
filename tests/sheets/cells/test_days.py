"""Dates as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.sheets.cells.values import Cell, day_in
from saisei_lod.wareki import in_wareki


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2021-03-30", "2021-03-30"),
        ("2021/3/30", "2021-03-30"),
        ("2021.3.30", "2021-03-30"),
        ("2021年3月30日", "2021-03-30"),
        ("２０２１年３月３０日(火)", "2021-03-30"),
        ("令和3年3月30日", "2021-03-30"),
        ("R3.3.30", "2021-03-30"),
        ("平成33年3月31日", "2021-03-31"),
        ("20210330", "2021-03-30"),
        (20210330, "2021-03-30"),
        (44285, "2021-03-30"),
        (44285.0, "2021-03-30"),
        (2021, "2021"),
        ("2021年", "2021"),
        ("2021-03", "2021-03"),
        ("2021年3月", "2021-03"),
        ("令和3年3月", "2021-03"),
        (date(2021, 3, 30), "2021-03-30"),
        ("2021-02-30", None),
        ("2021-13", None),
        ("令和3年13月1日", None),
        ("昭和100年の春", None),
        ("3月30日", None),
        ("未定", None),
        (True, None),
        (12, None),
        (44285.5, None),
        ("", None),
    ],
)
def test_a_date_is_read_in_many_forms(typed: str | float | date, expected: str | None) -> None:
    """Western and Japanese years, with the precision typed; what no calendar holds is none."""
    assert expected == day_in(Cell(typed))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("yyyy-mm-dd", "2021-03-01"),
        ("General", "2021-03-01"),
        ("mmm\\-yy", "2021-03"),
        ('yyyy"年"m"月"', "2021-03"),
        ('[$-411]ggge"年"m"月"d"日"', "2021-03-01"),
    ],
)
def test_a_day_shown_as_a_month_is_a_month(form: str, expected: str) -> None:
    """Excel makes the first of the month of 2021-03; its format tells what was typed."""
    assert expected == day_in(Cell(datetime.fromisoformat("2021-03-01"), form))


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_comes_back_from_every_spelling(day: date) -> None:
    """ISO, slashes, era, Excel's serial number."""
    serial = (day - date(1899, 12, 30)).days
    spellings: list[str | int] = [
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        in_wareki(day.isoformat()),
        serial,
    ]
    assert {day_in(Cell(spelling)) for spelling in spellings} == {day.isoformat()}
