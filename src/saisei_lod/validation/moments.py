"""Days, times, months and years of XML Schema, checked and put in order (XSD 1.1 Part 2, section 3.3).

Python's datetime ends at the year 9999, knows no gYear and cannot order a value with a time zone and one
without; here the order is that of the standard, and partial.
"""

import re
from fractions import Fraction
from typing import Final, NamedTuple

__all__ = ["KINDS", "Moment", "moment"]

_YEAR: Final = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))"
_MONTH: Final = r"(?P<month>0[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_TIME: Final = (
    r"(?:(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](?:\.[0-9]+)?)"
    r"|(?P<midnight>24:00:00(?:\.0+)?))"
)
_ZONE: Final = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_FORMS: Final = {
    "date": f"{_YEAR}-{_MONTH}-{_DAY}",
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}",
    "time": _TIME,
    "gYear": _YEAR,
    "gYearMonth": f"{_YEAR}-{_MONTH}",
    "gMonth": f"--{_MONTH}",
    "gMonthDay": f"--{_MONTH}-{_DAY}",
    "gDay": f"---{_DAY}",
}
_PATTERNS: Final = {kind: re.compile(form + _ZONE) for kind, form in _FORMS.items()}
#: Local names of the datatypes; dateTimeStamp is a dateTime whose zone is known.
KINDS: Final = frozenset({*_FORMS, "dateTimeStamp"})
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_LENGTH: Final = 86_400
#: What a missing part stands for (section D.2): a leap year, so that --02-29 exists.
_MISSING: Final = {"year": 1972, "month": 1, "day": 1}
#: A value without a zone may lie anywhere in 14 hours on either side (section 3.3.7.1).
_WIDEST: Final = 14 * 3600


class Moment(NamedTuple):
    """A value: its kind, its seconds on the time line of UTC, and whether its zone is known."""

    kind: str
    seconds: Fraction
    zoned: bool

    def order(self, other: "Moment") -> int | None:
        """Return -1, 0 or 1 where self is before, at or after another; None where nobody can tell."""
        if self.kind != other.kind:
            return None
        apart = self.seconds - other.seconds
        if self.zoned != other.zoned and abs(apart) <= _WIDEST:
            return None
        return (apart > 0) - (apart < 0)


def moment(kind: str, lexical: str) -> Moment | None:
    """Return the value of a lexical form of a datatype by its local name; None where there is none.

    >>> moment("date", "2021-02-29") is None
    True
    """
    base = "dateTime" if kind == "dateTimeStamp" else kind
    found = _PATTERNS[base].fullmatch(lexical)
    if found is None or (kind == "dateTimeStamp" and not found["zone"]):
        return None
    said = found.groupdict()
    year, month, day = (int(said.get(part) or missing) for part, missing in _MISSING.items())
    if day > _length(year, month):
        return None
    seconds = _days(year, month, day) * _DAY_LENGTH + _seconds(said) - _offset(said["zone"])
    return Moment(base, seconds, said["zone"] is not None)


def _length(year: int, month: int) -> int:
    return _DAYS[month - 1] + (month == 2 and _is_leap(year))  # noqa: PLR2004 - February


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days(year: int, month: int, day: int) -> int:
    """Return the days since 0000-01-01 in the proleptic Gregorian calendar."""
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400
    return 365 * year + leaps + sum(_length(year, earlier) for earlier in range(1, month)) + day


def _seconds(said: dict[str, str | None]) -> Fraction:
    if said.get("midnight"):
        return Fraction(_DAY_LENGTH)
    hours, minutes = int(said.get("hour") or 0), int(said.get("minute") or 0)
    return hours * 3600 + minutes * 60 + Fraction(said.get("second") or 0)


def _offset(zone: str | None) -> int:
    """Return the seconds by which a zone is ahead of UTC."""
    if zone is None or zone == "Z":
        return 0
    ahead = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -ahead if zone[0] == "-" else ahead
