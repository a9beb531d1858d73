"""What a cell of a workbook holds: the text that it stands for, the day that it says, how texts are spelled in it."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from saisei_lod.text import levelled
from saisei_lod.wareki import date_at

__all__ = ["EMPTY", "Cell", "Value", "day_in", "escaped", "number_in", "text_of"]

#: What openpyxl gives for a cell.
Value = str | int | float | bool | date | datetime | time | None

_SPACES: Final = " \t\r\n\u00a0\u3000\u200b\ufeff"
#: A carriage return as the standard spells it in a cell (ECMA-376, part 1, section 22.9.2.19).
_RETURN: Final = re.compile(r"_x000D_\n?|\r\n?")
#: Stands before what only looks like such a spelling; openpyxl leaves it out wherever it reads it.
_ESCAPE: Final = "x005F_"
_NUMBER: Final = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|-?[0-9]+(?:\.[0-9]+)?")


class Cell(NamedTuple):
    """A cell: its value, its number format, and its place as messages show it (``計画!D5``)."""

    value: Value
    form: str = "General"
    place: str = ""
    is_uncomputed: bool = False

    @property
    def text(self) -> str:
        """What the cell says, without spaces around it."""
        return text_of(self.value, self.form)


EMPTY: Final = Cell(None)


def text_of(value: Value, form: str = "General") -> str:
    """Return what a value of a cell says: days as ISO dates, whole numbers without a point.

    >>> text_of(1204.0), text_of(0.25, "0%"), text_of(" 旭川市　")
    ('1204', '25%', '旭川市')
    """
    if isinstance(value, str):
        return _RETURN.sub("\n", value.replace(_ESCAPE, "")).strip(_SPACES)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, float):
        return f"{value * 100:.12g}%" if "%" in form else f"{value:.15g}"
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value).upper()


def number_in(text: str) -> float | None:
    """Return the number that a text is, with or without commas; None where it is none.

    >>> number_in("12,04") is None, number_in("1,204"), number_in("01204")
    (True, 1204.0, 1204.0)
    """
    return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


#: Looks like the spelling of a character: ``_x0041_`` would be shown as A.
_SPELLING: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """Return a text whose parts that look like a character's spelling are marked as none.

    >>> escaped("_x0041_")
    '_x005F_x0041_'
    """
    return _SPELLING.sub("_x005F_", text)


#: A month or year without era, which :mod:`saisei_lod.wareki` leaves alone in running text.
_PARTIAL: Final = re.compile(r"((?:19|20|21)[0-9]{2})(?:[-/.年] ?([0-9]{1,2})月?|年)?")
_WEEKDAY: Final = re.compile(r" ?\([月火水木金土日](?:曜日?)?\)\Z")
_COMPACT: Final = re.compile(r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})")
#: Excel counts days from here; its day 60 (1900-02-29) does not exist, and all after it are one too high.
_EPOCH: Final = date(1899, 12, 30)
#: The serial numbers of 1954 to 2119: what lies outside is no day of a plan.
_SERIALS: Final = range(20_000, 80_000)
_MONTHS: Final = 12


def day_in(cell: Cell) -> str | None:
    """Return the ISO day, month or year that a cell says, None where it says none.

    >>> day_in(Cell("令和3年3月30日")), day_in(Cell("２０２１／３")), day_in(Cell(44285))
    ('2021-03-30', '2021-03', '2021-03-30')
    """
    value = cell.value
    if isinstance(value, datetime | date):
        return _typed(value, cell.form)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value in _SERIALS:
        return (_EPOCH + timedelta(days=value)).isoformat()
    return _written(levelled(cell.text))


def _typed(value: date, form: str) -> str:
    """Return a day of the program's own; where its format shows no day, a month was typed."""
    day = value.date() if isinstance(value, datetime) else value
    shown = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", form).lower()
    if day.day == 1 and "d" not in shown and ("m" in shown or "y" in shown):
        return day.isoformat()[: len("2021-03")]
    return day.isoformat()


def _written(text: str) -> str | None:
    text = _WEEKDAY.sub("", text)
    if found := _PARTIAL.fullmatch(text):
        year, month = found[1], found[2]
        if month is None:
            return year
        return f"{year}-{int(month):02d}" if 1 <= int(month) <= _MONTHS else None
    if found := _COMPACT.fullmatch(text):
        text = "-".join(found.groups())
    day = date_at(text, planned=True)
    return day.iso if day and day.end == len(text) else None
