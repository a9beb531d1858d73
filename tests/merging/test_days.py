"""What a date can mean of which only the month, the year or the fiscal year is known."""

from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.merging.days import Days, first_day, last_day

isos = st.dates().map(lambda day: day.isoformat())


@given(isos, st.sampled_from([4, 7, 10]))
def test_a_day_lies_in_its_month_and_its_year(day: str, length: int) -> None:
    """A less precise date meets every day that it holds."""
    known = day[:length]
    assert first_day(known) <= day <= last_day(known)
    assert Days.of(known).meets(Days.of(day))


def test_the_second_fiscal_year_of_reiwa_is_the_32nd_of_heisei() -> None:
    """Both begin on 2020-04-01: the spelling of an era is no matter of values."""
    assert Days.of("2020-04-01", is_fiscal=True) == Days.of("2021-03-31", is_fiscal=True)


def test_silence_stays_silence() -> None:
    """No day has no first and no last."""
    assert (first_day(""), last_day("")) == ("", "")
