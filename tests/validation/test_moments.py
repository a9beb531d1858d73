from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.validation.moments import KINDS, Moment, moment


def order(kind: str, one: str, other: str) -> int | None:
    """Return the order of two values."""
    left, right = moment(kind, one), moment(kind, other)
    assert left is not None
    assert right is not None
    return left.order(right)


@pytest.mark.parametrize(
    ("kind", "lexical"),
    [
        ("date", "2020-02-29"),
        ("date", "-0044-03-15"),
        ("date", "12020-01-01+14:00"),
        ("dateTime", "2020-03-30T24:00:00"),
        ("dateTime", "2020-03-30T09:00:00.5-09:30"),
        ("dateTimeStamp", "2020-03-30T09:00:00Z"),
        ("time", "23:59:59.999"),
        ("gYear", "0000"),
        ("gYearMonth", "2020-03Z"),
        ("gMonth", "--12"),
        ("gMonthDay", "--02-29"),
        ("gDay", "---31"),
    ],
)
def test_good_values(kind: str, lexical: str) -> None:
    """One of each kind, with and without a zone; 24:00:00 is the next midnight; XSD 1.1 has a year 0."""
    assert isinstance(moment(kind, lexical), Moment)
    assert kind in KINDS


@pytest.mark.parametrize(
    ("kind", "lexical"),
    [
        ("date", "2021-02-29"),
        ("date", "1900-02-29"),
        ("date", "2020-04-31"),
        ("date", "2020-3-30"),
        ("date", "20-03-30"),
        ("date", "02020-03-30"),
        ("date", " 2020-03-30"),
        ("date", "2020-03-30\n"),
        ("date", "2020-03-30+15:00"),
        ("date", "２０２０-03-30"),
        ("dateTime", "2020-03-30"),
        ("dateTime", "2020-03-30T24:00:01"),
        ("dateTime", "2020-03-30T09:00"),
        ("dateTimeStamp", "2020-03-30T09:00:00"),
        ("time", "24:01:00"),
        ("gYear", "20"),
        ("gYear", ""),
        ("gYearMonth", "2020-13"),
        ("gMonthDay", "--02-30"),
        ("gDay", "---32"),
    ],
)
def test_texts_without_a_value(kind: str, lexical: str) -> None:
    """Days that no calendar has, other spellings, a missing zone."""
    assert moment(kind, lexical) is None


@given(st.dates(), st.dates())
def test_days_are_in_the_order_of_the_calendar(one: date, other: date) -> None:
    """The order is that of Python where Python has one."""
    assert order("date", one.isoformat(), other.isoformat()) == (one > other) - (one < other)


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
EARLIEST, LATEST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (2, 9998))
TIMES = st.datetimes(EARLIEST, LATEST, timezones=ZONES)


@given(TIMES, TIMES)
def test_times_are_in_the_order_of_the_time_line(one: datetime, other: datetime) -> None:
    """Whatever their zones."""
    assert order("dateTime", one.isoformat(), other.isoformat()) == (one > other) - (one < other)


@given(TIMES, st.integers(-20, 20))
def test_a_zone_that_is_not_known_may_be_any(zoned: datetime, hours: int) -> None:
    """More than 14 hours apart there is an order, else there is none (XSD 1.1 Part 2, section 3.3.7.1)."""
    bare = (zoned.astimezone(UTC) + timedelta(hours=hours)).replace(tzinfo=None)
    expected = None if abs(hours) <= 14 else (1 if hours > 0 else -1)
    assert order("dateTime", bare.isoformat(), zoned.isoformat()) == expected


def test_kinds_are_not_compared() -> None:
    """A day and a year have no order, and neither has a time of day with a day."""
    day, year = moment("date", "2020-03-30"), moment("gYear", "2020")
    assert day is not None
    assert year is not None
    assert day.order(year) is None


def test_a_stamp_is_a_date_and_time() -> None:
    """xsd:dateTimeStamp is derived from xsd:dateTime."""
    assert moment("dateTimeStamp", "2020-03-30T09:00:00Z") == moment("dateTime", "2020-03-30T18:00:00+09:00")
