"""Days of which only the month, the year or the fiscal year is known: what they can mean."""

from calendar import monthrange
from typing import Final, NamedTuple

__all__ = ["FULL", "Days", "first_day", "last_day"]

#: The length of an ISO date of which the day is known.
FULL: Final = len("2020-03-30")
_MONTH: Final = len("2020-03")
_YEAR: Final = len("2020")
_APRIL: Final = "04"


def first_day(when: str) -> str:
    """Return the first day of an ISO date, month or year; "" stays "".

    >>> first_day("2021-03")
    '2021-03-01'
    """
    return when + "-01-01"[len(when) - FULL :] if 0 < len(when) < FULL else when


def last_day(when: str) -> str:
    """Return the last day of an ISO date, month or year; "" stays "".

    >>> last_day("2024-02"), last_day("2021")
    ('2024-02-29', '2021-12-31')
    """
    if len(when) == _YEAR:
        return f"{when}-12-31"
    if len(when) == _MONTH:
        return f"{when}-{monthrange(int(when[:4]), int(when[5:]))[1]:02d}"
    return when


class Days(NamedTuple):
    """The days that a date can mean, from the first to the last."""

    first: str
    last: str

    @classmethod
    def of(cls, when: str, *, is_fiscal: bool = False) -> "Days":
        """Return the days of an ISO date, month or year, or of the fiscal year that holds a date.

        >>> Days.of("2021-03-31", is_fiscal=True)
        Days(first='2020-04-01', last='2021-03-31')
        """
        if is_fiscal and len(when) == FULL:
            year = int(when[:4]) - (when[5:7] < _APRIL)
            return cls(f"{year:04d}-04-01", f"{year + 1:04d}-03-31")
        return cls(first_day(when), last_day(when))

    def meets(self, other: "Days") -> bool:
        """Tell whether both can mean one day."""
        return self.first <= other.last and other.first <= self.last
