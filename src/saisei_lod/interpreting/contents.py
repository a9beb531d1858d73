"""Understand what a plan sets itself and what it costs: indicators 数値目標, and sums of money."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, Literal

from saisei_lod.findings import Finding
from saisei_lod.findings.interpreting import AMOUNT_NOT_UNDERSTOOD
from saisei_lod.interpreting.known import finding_at
from saisei_lod.reading import Field, IndicatorNotice, Notice, Part
from saisei_lod.records.model import Amount, Indicator, IndicatorValue
from saisei_lod.text import levelled
from saisei_lod.wareki import fiscal_years

__all__ = ["amounts", "indicators", "yen"]

_Role = Literal["base", "interim", "final", "actual"]
_SUM: Final = re.compile(
    r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?) *(?P<unit>兆|億|百万|千万|十万|万|千)?(?P<yen>円)?"
)
_NUMBER: Final = r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,4})?"
_WHOLE: Final = re.compile(
    rf"\s*(?:約|計|総額|およそ)?\s*(?=[0-9])(?:{_NUMBER} *(?:兆|億|百万|千万|十万|万|千) *){{0,4}}(?:{_NUMBER} *)?円\s*\Z"
)
_UNITS: Final = {
    "兆": 10**12, "億": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "": 1,
}  # fmt: skip
_UNIT_OF_NAME: Final = re.compile(r"\((?P<unit>[^()]{1,12})\)\s*\Z")
#: What the words over a column of values say the value is, the first that fits.
_ROLES: Final[tuple[tuple[re.Pattern[str], _Role], ...]] = (
    (re.compile(r"実績"), "actual"),
    (re.compile(r"基準|現状|現況|申請時|開始前|策定時|当初"), "base"),
    (re.compile(r"中間"), "interim"),
    (re.compile(r"最終"), "final"),
)


def yen(text: str) -> int | None:
    """Return a sum of money as whole yen, None where the text is no single sum.

    >>> yen("45,200千円"), yen("3億1,240万円"), yen("10百万円"), yen("約3割")
    (45200000, 312400000, 10000000, None)
    """
    level = levelled(text)
    if not _WHOLE.match(level):
        return None
    total = sum(
        Decimal(found["number"].replace(",", "")) * _UNITS[found["unit"] or ""]
        for found in _SUM.finditer(level)
    )
    return int(total) if total == int(total) else None


def amounts(notice: Notice, file: str) -> tuple[list[Amount], list[Finding]]:
    """Return the sums of a notice, each under the label that it stands behind."""
    made: list[Amount] = []
    findings: list[Finding] = []
    for part in notice.parts.get(Field.AMOUNTS, ()):
        value = yen(part.text)
        made.append(Amount(name=part.label or None, yen=value, text=part.text))
        if value is None:
            findings.append(finding_at(AMOUNT_NOT_UNDERSTOOD, file, part))
    return made, findings


def indicators(notice: Notice) -> list[Indicator]:
    """Return the indicators of a notice with their values as printed."""
    return [_indicator(printed) for printed in notice.indicators]


def _indicator(printed: IndicatorNotice) -> Indicator:
    name, unit = printed.name.text, printed.unit.text if printed.unit else None
    if unit is None and (found := _UNIT_OF_NAME.search(levelled(name))):
        unit = name[slice(*found.span("unit"))]
        name = name[: found.start()].rstrip()
    roles = _roles([year.text for year, _ in printed.values])
    values = [
        IndicatorValue(year=_year(year), value=value.text, role=role)
        for (year, value), role in zip(printed.values, roles, strict=True)
    ]
    return Indicator(name=name, unit=unit, values=values)


def _roles(headers: Sequence[str]) -> list[_Role | None]:
    """Return what each value is; of years alone behind a base value the last is the final one."""
    roles = [next((role for pattern, role in _ROLES if pattern.search(header)), None) for header in headers]
    if "base" not in roles or "final" in roles:
        return roles
    silent = [place for place, role in enumerate(roles) if role is None]
    last = silent[-1] if silent else None
    return [
        ("final" if place == last else "interim") if role is None else role
        for place, role in enumerate(roles)
    ]


def _year(part: Part) -> str:
    """Return the fiscal year that the words over a value name beside what it is, else all the words."""
    years = fiscal_years(part.text)
    has_role = any(pattern.search(part.text) for pattern, _ in _ROLES)
    return years[0].text if len(years) == 1 and has_role else part.text
