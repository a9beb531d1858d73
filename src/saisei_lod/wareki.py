"""Read Japanese era dates and fiscal years out of text, and write dates in eras.

A date keeps the precision that it is printed with: ``2020-03-30``, ``2020-03`` or ``2020``. What no
calendar holds is never guessed: its value is None and its problems say why. A planned time in an era
that ended before it came (平成33年度) has a value and a flag.

Sources: 元号法 (昭和54年法律第43号) and the edicts for the eras before it; the Gregorian calendar is in use
since 明治6年1月1日 (明治5年太政官布告第337号), so earlier days are not read.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings import Kind
from saisei_lod.findings.wareki import (
    DATE_IMPOSSIBLE,
    ERA_ENDED,
    ERA_NEVER_REACHED,
    ERA_NOT_BEGUN,
    YEARS_DISAGREE,
)
from saisei_lod.text import levelled, number

__all__ = ["ERAS", "Era", "EraDate", "FiscalYears", "date_at", "dates", "fiscal_years", "in_wareki"]


class Era(NamedTuple):
    """One era: its name, letter and sign, the year that is its year 1, its first and last day."""

    name: str
    letter: str
    sign: str
    first_year: int
    first_day: date
    last_day: date | None


#: Newest first. The day on which an era changed carries both names until 1926.
ERAS: Final = (
    Era("令和", "R", "㋿", 2019, date(2019, 5, 1), None),
    Era("平成", "H", "㍻", 1989, date(1989, 1, 8), date(2019, 4, 30)),
    Era("昭和", "S", "㍼", 1926, date(1926, 12, 25), date(1989, 1, 7)),
    Era("大正", "T", "㍽", 1912, date(1912, 7, 30), date(1926, 12, 25)),
    Era("明治", "M", "㍾", 1868, date(1873, 1, 1), date(1912, 7, 30)),
)


class EraDate(NamedTuple):
    """A date as printed (``text`` at ``start`` to ``end``) and as ISO 8601, None where it cannot be.

    ``precision`` is what is printed; ``problems`` are the kinds of findings that it gives rise to.
    """

    iso: str | None
    text: str
    start: int
    end: int
    precision: Literal["day", "month", "year"]
    problems: tuple[Kind, ...] = ()


class FiscalYears(NamedTuple):
    """One fiscal year (April to March) or a run of them, by the calendar years they begin in."""

    first: int | None
    last: int | None
    text: str
    start: int
    end: int
    problems: tuple[Kind, ...] = ()

    @property
    def first_day(self) -> str | None:
        """The first day, 1 April (地方自治法 208条), as ISO 8601."""
        return None if self.first is None else f"{self.first:04d}-04-01"

    @property
    def last_day(self) -> str | None:
        """The last day, 31 March of the year after, as ISO 8601."""
        return None if self.last is None else f"{self.last + 1:04d}-03-31"


#: What pages abbreviate an era to, before a number: 令2.3.30, 平28年.
_SHORT: Final = {"令": "令和", "平": "平成", "昭": "昭和"}
_BY_SPELLING: Final = {
    **{spelling: era for era in ERAS for spelling in (era.name, era.letter, era.sign)},
    **{short: era for short, name in _SHORT.items() for era in ERAS if era.name == name},
}
_ERA: Final = r"(?:令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾]|(?<![A-Za-z0-9])[RHSTM]|(?<![\u4e00-\u9fff])[令平昭](?=[0-9元]))"
_COUNT: Final = r"(?:[0-9]{1,2}|元|[一二三四五六七八九]?十[一二三四五六七八九]?|[〇一二三四五六七八九]{1,2})"
_WESTERN: Final = r"(?:(?:1[89]|2[01])[0-9]{2}(?![0-9])|[一二][〇一二三四五六七八九]{3})"
#: Spaces within a date, and the line break of a date that a narrow cell broke.
_GAP: Final = "[ \n]{0,3}"


def _year(prefix: str) -> str:
    """Return the pattern of a year without 年, its groups named with a prefix."""
    era_year = rf"(?P<{prefix}era>{_ERA}){_GAP}(?P<{prefix}count>{_COUNT})"
    return rf"(?:{era_year}|(?<![0-9])(?P<{prefix}western>{_WESTERN}))"


def _bracket(prefix: str, unit: str = "年?") -> str:
    """Return the pattern of the same year in brackets, in the other calendar or era."""
    return rf"(?:{_GAP}\({_GAP}(?:{_year(prefix)}){_GAP}{unit}{_GAP}\))?"


_DATE: Final = re.compile(
    rf"{_year('')}{_bracket('other_')}{_GAP}年(?!年?度|\)年?度|{_GAP}\([^()]{{1,12}}\){_GAP}年?度){_bracket('later_')}"
    rf"(?:{_GAP}(?P<month>{_COUNT}){_GAP}月(?:{_GAP}(?P<day>{_COUNT}){_GAP}日)?)?"
    rf"|{_year('dotted_')}{_bracket('other_dotted_')}{_GAP}(?P<point>[./-]){_GAP}(?P<dotted_month>[0-9]{{1,2}})"
    rf"{_GAP}(?P=point){_GAP}(?P<dotted_day>[0-9]{{1,2}})(?![0-9]|[./-][0-9])"
)
#: A month of a plan to come: H29.4~H34.3, 2021.4; elsewhere 3.4 may be any number.
_PLANNED: Final = re.compile(
    rf"{_DATE.pattern}|{_year('short_')}{_bracket('other_short_')}{_GAP}[./]{_GAP}(?P<short_month>1[0-2]|0?[1-9])"
    r"(?![0-9]|[./-][0-9])"
)
_FISCAL: Final = re.compile(
    rf"{_year('')}(?:{_GAP}年(?={_GAP}\())?{_bracket('other_')}(?:{_GAP}年?年?度?{_GAP}(?:~|-|から|より){_GAP}"
    rf"(?:{_year('to_')}|(?P<to_number>{_COUNT})){_bracket('other_to_')}(?={_GAP}年?年度))?{_GAP}年?年度"
    rf"{_bracket('later_', '年?度?')}"
)
_MONTHS: Final = 12
_SHORT_TEXT: Final = 80
_CENTURY: Final = 100
_PRECISIONS: Final[tuple[Literal["day", "month", "year"], ...]] = ("year", "month", "day")


def dates(text: str, *, planned: bool = False) -> list[EraDate]:
    """Return every date of a text in order; fiscal years (年度) are not among them.

    ``planned`` accepts a time to come in an era that ended before it came, and flags it; and a month
    written with a point (H29.4).

    >>> [found.iso for found in dates("H27.10.2認定、令和2年3月変更")]
    ['2015-10-02', '2020-03']
    """
    if len(text) <= _SHORT_TEXT:
        return list(_known_dates(text, planned=planned))
    return list(_dates(text, planned=planned))


def _dates(text: str, *, planned: bool) -> Iterator[EraDate]:
    pattern = _PLANNED if planned else _DATE
    for found in pattern.finditer(levelled(text)):
        yield _date(found, text, planned=planned)


@lru_cache(maxsize=8192)
def _known_dates(text: str, *, planned: bool) -> tuple[EraDate, ...]:
    """Return the dates of a short text; a list prints few days thousands of times."""
    return tuple(_dates(text, planned=planned))


def date_at(text: str, start: int = 0, *, planned: bool = False) -> EraDate | None:
    """Return the date that begins at a place of the text, None where none begins there.

    >>> date_at("令和元年11月8日").iso
    '2019-11-08'
    """
    found = _DATE.match(levelled(text), start)
    return _date(found, text, planned=planned) if found else None


def fiscal_years(text: str) -> list[FiscalYears]:
    """Return every fiscal year or run of fiscal years of a text in order.

    >>> [(found.first_day, found.last_day) for found in fiscal_years("令和7~9年度")]
    [('2025-04-01', '2028-03-31')]
    """
    return [_fiscal(found, text) for found in _FISCAL.finditer(levelled(text))]


def in_wareki(iso: str) -> str:
    """Write an ISO date, year and month, or year in the era of its last day.

    Raises InputError for what no era of the table holds.

    >>> in_wareki("2020-03-30"), in_wareki("2019-05"), in_wareki("2019")
    ('令和2年3月30日', '令和元年5月', '令和元年')
    """
    numbers = [int(part) for part in iso.split("-")]
    last = _span(*numbers)[1]
    era = next((era for era in ERAS if era.first_day <= last), None)
    if era is None:
        raise _outside(iso)
    count = numbers[0] - era.first_year + 1
    units = zip(numbers[1:], "月日", strict=False)
    return f"{era.name}{'元' if count == 1 else count}年" + "".join(f"{n}{unit}" for n, unit in units)


def _outside(iso: str) -> InputError:
    return InputError(
        Bilingual(f"元号で書けない日付です: {iso}", f"No era of the table holds this date: {iso}"),
        expected=Bilingual("1873-01-01(明治6年)以後の日付", "a date from 1873-01-01 (Meiji 6) on"),
        todo=Bilingual("日付を確かめてください。", "Check the date."),
    )


def _date(found: re.Match[str], text: str, *, planned: bool) -> EraDate:
    form = next((form for form in ("dotted_", "short_") if found.groupdict().get(f"{form}month")), "")
    prefixes = (form, f"other_{form}", *(() if form else ("later_",)))
    told = {year for prefix in prefixes if (year := _value(found, prefix)) is not None}
    names = (f"{form}month", f"{form}day") if form != "short_" else ("short_month",)
    parts = [_number(found[name]) for name in names if found[name]]
    printed = EraDate(None, text[found.start() : found.end()], *found.span(), _PRECISIONS[len(parts)])
    if len(told) > 1:
        return printed._replace(problems=(YEARS_DISAGREE,))
    eras = [found[f"{prefix}era"] for prefix in prefixes if found[f"{prefix}era"]]
    year = told.pop()
    tried = [_checked(era, year, parts, planned=planned) for era in eras or [None]]
    # 平成31(令和元)年5月31日 is a day of one of the eras that it names.
    iso, problems = next((one for one in tried if not one[1]), tried[0])
    return printed._replace(iso=iso, problems=problems)


def _checked(
    era: str | None, year: int, parts: list[int], *, planned: bool
) -> tuple[str | None, tuple[Kind, ...]]:
    """Return a year, month and day as ISO 8601 with the problems of its calendar and its era."""
    try:
        first, last = _span(year, *parts)
    except ValueError:
        return None, (DATE_IMPOSSIBLE,)
    iso = first.isoformat()[: len("2020") + len("-03") * len(parts)]
    if not era:
        return iso, ()
    row = _BY_SPELLING[era]
    if year < row.first_year:
        return None, (DATE_IMPOSSIBLE,)
    if last < row.first_day:
        return None, (ERA_NOT_BEGUN,)
    if row.last_day and first > row.last_day:
        return (iso, (ERA_NEVER_REACHED,)) if planned else (None, (ERA_ENDED,))
    return iso, ()


def _span(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    """Return the first and last day of a year, month or day; ValueError where there is none such."""
    if month is None:
        return date(year, 1, 1), date(year, _MONTHS, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def _fiscal(found: re.Match[str], text: str) -> FiscalYears:
    first, last = _value(found, ""), _last_year(found)
    is_run = last is not None
    last = last if is_run else first
    span = found.span()
    printed = FiscalYears(None, None, text[slice(*span)], *span)
    beside = ((first, "other_"), (last, "other_to_"), (last, "later_"))
    if any(year not in {None, said} for said, prefix in beside for year in [_value(found, prefix)]):
        return printed._replace(problems=(YEARS_DISAGREE,))
    if first is None or last is None or not 0 < first <= last:
        return printed._replace(problems=(DATE_IMPOSSIBLE,))
    eras = _eras(found, ("", "other_") if is_run else ("", "other_", "later_"))
    eras_of_last = _eras(found, ("to_", "other_to_", "later_")) or eras
    reached = _any_reached(eras, first) and _any_reached(eras_of_last, last)
    return printed._replace(first=first, last=last, problems=() if reached else (ERA_NEVER_REACHED,))


def _last_year(found: re.Match[str]) -> int | None:
    """Return the year that a run of fiscal years ends with, None where there is no run."""
    if not found["to_number"]:
        return _value(found, "to_")
    count = _number(found["to_number"])
    if found["era"]:
        return _BY_SPELLING[found["era"]].first_year - 1 + count
    first = _value(found, "") or 0
    return first - first % _CENTURY + count


def _eras(found: re.Match[str], prefixes: tuple[str, ...]) -> list[str]:
    return [found[f"{prefix}era"] for prefix in prefixes if found[f"{prefix}era"]]


def _any_reached(eras: list[str], year: int) -> bool:
    return not eras or any(_reached(era, year) for era in eras)


def _reached(era: str, year: int) -> bool:
    """Tell whether the era still ran when the fiscal year of that number began."""
    last_day = _BY_SPELLING[era].last_day
    return last_day is None or date(year, 4, 1) <= last_day


def _value(found: re.Match[str], prefix: str) -> int | None:
    """Return the western year of a pattern's group, None where it was not printed."""
    if found[f"{prefix}western"]:
        return _number(found[f"{prefix}western"])
    if found[f"{prefix}era"]:
        return _BY_SPELLING[found[f"{prefix}era"]].first_year - 1 + _number(found[f"{prefix}count"])
    return None


def _number(printed: str) -> int:
    return 1 if printed == "元" else number(printed)
