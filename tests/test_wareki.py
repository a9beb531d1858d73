"""Era text to dates and back."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.findings.wareki import (
    DATE_IMPOSSIBLE,
    ERA_ENDED,
    ERA_NEVER_REACHED,
    ERA_NOT_BEGUN,
    YEARS_DISAGREE,
)
from saisei_lod.wareki import ERAS, date_at, dates, fiscal_years, in_wareki

DAYS = st.dates(min_value=date(1873, 1, 1), max_value=date(2117, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("令和3年3月30日", "2021-03-30"),
        ("R3.3.30", "2021-03-30"),
        ("H27.10.2", "2015-10-02"),
        ("平成28(2016)年3月18日", "2016-03-18"),
        ("令和2年 (2020年) 8月 7日", "2020-08-07"),
        ("2018年(平成30年)12月21日", "2018-12-21"),
        ("2019年05月13日", "2019-05-13"),
        ("2020/3/31", "2020-03-31"),
        ("2020-03-31", "2020-03-31"),
        ("令和２年８月２１日", "2020-08-21"),
        ("Ｒ２．８．２１", "2020-08-21"),
        ("令和三年三月三十日", "2021-03-30"),
        ("平成二十八年十二月十三日", "2016-12-13"),
        ("二〇二〇年三月一日", "2020-03-01"),
        ("㍻30年1月2日", "2018-01-02"),
        ("令和2年3月\n30日", "2020-03-30"),
        ("平成31年4月30日", "2019-04-30"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("令和3年3月", "2021-03"),
        ("2021年3月", "2021-03"),
        ("平成31年", "2019"),
    ],
)
def test_a_printed_date_is_read_with_its_precision(text: str, iso: str) -> None:
    """Every notation of pages gives the ISO date, no more precise than it is printed."""
    assert [(found.iso, found.text, found.problems) for found in dates(text)] == [(iso, text, ())]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("平成32年3月1日", ERA_ENDED),
        ("平成31年5月1日", ERA_ENDED),
        ("平成32年3月", ERA_ENDED),
        ("昭和64年1月8日", ERA_ENDED),
        ("令和元年4月30日", ERA_NOT_BEGUN),
        ("令和9年13月1日", DATE_IMPOSSIBLE),
        ("令和3年2月29日", DATE_IMPOSSIBLE),
        ("令和0年1月1日", DATE_IMPOSSIBLE),
        ("令和3年13月", DATE_IMPOSSIBLE),
        ("平成28(2017)年3月18日", YEARS_DISAGREE),
    ],
)
def test_a_date_that_no_calendar_holds_is_a_finding_and_no_date(text: str, kind: object) -> None:
    """What cannot have been is never guessed: its value is None, its problem says why."""
    assert [(found.iso, found.text, found.problems) for found in dates(text)] == [(None, text, (kind,))]


def test_a_planned_date_in_an_era_that_ended_first_is_read_and_flagged() -> None:
    """平成33年3月31日 as the end of a period is 2021-03-31, with a note that the era never reached it."""
    found = dates("平成33年3月31日", planned=True)[0]
    assert (found.iso, found.problems) == ("2021-03-31", (ERA_NEVER_REACHED,))


def test_a_planned_date_before_its_era_stays_impossible() -> None:
    """No plan makes 令和元年4月1日 a day."""
    assert dates("令和元年4月1日", planned=True)[0].iso is None


@pytest.mark.parametrize(
    ("text", "first", "last", "problems"),
    [
        ("令和7~9年度", "2025-04-01", "2028-03-31", ()),
        ("令和元年度", "2019-04-01", "2020-03-31", ()),
        ("平成31年度", "2019-04-01", "2020-03-31", ()),
        ("平成33年度", "2021-04-01", "2022-03-31", (ERA_NEVER_REACHED,)),
        ("平成27年度～平成33年度", "2015-04-01", "2022-03-31", (ERA_NEVER_REACHED,)),
        ("平成22年度から27年度", "2010-04-01", "2016-03-31", ()),
        ("平成30年度から令和4年度", "2018-04-01", "2023-03-31", ()),
        ("平成23年年度", "2011-04-01", "2012-03-31", ()),
        ("2025~2027年度", "2025-04-01", "2028-03-31", ()),
        ("令和九~七年度", None, None, (DATE_IMPOSSIBLE,)),
    ],
)
def test_fiscal_years_run_from_april_to_march(
    text: str, first: str | None, last: str | None, problems: tuple[object, ...]
) -> None:
    """A run of fiscal years has the first day of the first and the last day of the last."""
    assert [(f.first_day, f.last_day, f.problems) for f in fiscal_years(text)] == [(first, last, problems)]


def test_a_fiscal_year_is_no_date() -> None:
    """令和元年度 in a summary is no date, nor is a part of it."""
    assert dates("令和元年度に策定した") == []


@pytest.mark.parametrize(
    "text", ["第2期", "3.11", "100年", "2020.3.30.1", "version 1.2.3", "H", "令和の年", "12月30日"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Numbers without an era or a western year of four digits are no dates."""
    assert dates(text) == []


def test_a_date_is_found_at_its_place() -> None:
    """The span of a date is that of its characters in the text, width unchanged."""
    text = "変更は　令和２年８月２１日、のち R3.3.30"
    assert [text[found.start : found.end] for found in dates(text)] == ["令和２年８月２１日", "R3.3.30"]


def test_a_date_at_a_place_begins_there() -> None:
    """date_at sees nothing behind other characters."""
    assert (date_at("※令和2年3月30日"), date_at("※令和2年3月30日", 1)) == (None, dates("※令和2年3月30日")[0])


@given(DAYS)
def test_a_day_written_in_its_era_is_read_back(day: date) -> None:
    """Writing and reading a day returns it, in any of the eras."""
    written = in_wareki(day.isoformat())
    assert [(found.iso, found.problems) for found in dates(written)] == [(day.isoformat(), ())]


@given(DAYS)
def test_a_month_and_a_year_are_read_back(day: date) -> None:
    """Months and years keep their precision both ways."""
    for iso in (day.isoformat()[:7], day.isoformat()[:4]):
        assert [found.iso for found in dates(in_wareki(iso))] == [iso]


@given(
    DAYS,
    st.sampled_from(
        ["{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month}/{0.day}", "{0.year}.{0.month:02}.{0.day:02}"]
    ),
)
def test_western_dates_are_read(day: date, form: str) -> None:
    """A western date in any form is the day."""
    assert [found.iso for found in dates(form.format(day))] == [day.isoformat()]


@given(
    st.integers(1, 99), st.integers(0, 99), st.integers(0, 99), st.sampled_from([era.name for era in ERAS])
)
def test_a_printed_day_is_read_right_or_not_at_all(year: int, month: int, day: int, era: str) -> None:
    """Whatever numbers stand in a date, the value is that very day or None with a problem."""
    found = dates(f"{era}{year}年{month}月{day}日")
    assert [one.iso is None for one in found] == [bool(one.problems) for one in found]
    for one in found:
        if one.iso:
            first = next(row.first_year for row in ERAS if row.name == era)
            assert one.iso == f"{first + year - 1:04d}-{month:02d}-{day:02d}"


@given(st.text(alphabet="令和平成RHS元一二十〇0123456789年月日度.~-()から \n", max_size=40))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    """Any jumble of the characters of dates gives dates whose spans lie in the text."""
    for planned in (False, True):
        assert all(one.text == text[one.start : one.end] for one in dates(text, planned=planned))
    assert all(one.text == text[one.start : one.end] for one in fiscal_years(text))


def test_eras_follow_each_other_without_a_gap() -> None:
    """Each era ends on the day before the next, or on its first day until 1926."""
    gaps = [(new.first_day - old.last_day).days for new, old in pairwise(ERAS) if old.last_day]
    assert gaps == [1, 1, 0, 0]


def test_a_day_before_the_gregorian_calendar_is_refused() -> None:
    """Before 1873-01-01 Japan counted by another calendar."""
    with pytest.raises(InputError, match="1872-12-31"):
        in_wareki("1872-12-31")
