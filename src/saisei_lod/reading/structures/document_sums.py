"""The sums of money in a plan document: a year or 総事業費 with a sum, on a line or in a table's row."""

import re
from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, PageText, Part, Piece
from saisei_lod.reading.structures.grids import Slot, grid_of

__all__ = ["place_sums"]

_NUMBER: Final = r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,4})?"
_MONEY: Final = rf"(?:約 *)?(?=[0-9])(?:{_NUMBER} *(?:兆|億|百万|千万|十万|万|千) *){{0,4}}(?:{_NUMBER} *)?円"
_NAME: Final = r"(?:令和|平成|[RH])?[0-9元]{1,4}年度(?:目)?|総事業費|総額|合計|計|事業費|交付金額|総交付額|寄附の金額の目安|寄附額の目安"
_LINE: Final = re.compile(rf"\s*[・○●]?\s*(?P<name>{_NAME})\s*[:]?\s+(?P<sum>{_MONEY})(?:\([^()]*\))?\s*\Z")
_ONLY_NAME: Final = re.compile(rf"(?:{_NAME})\Z")
_ONLY_SUM: Final = re.compile(rf"{_MONEY}\Z")


def place_sums(parts: dict[Field, list[Part]], lines: Sequence[Line], page: PageText) -> None:
    """Place each sum with its name, from lines and from the tables that stand among them."""
    numbers = {line.number for line in lines}
    by_number = {line.number: line for line in page.lines}
    for table in page.tables:
        if any(piece.line in numbers for row in table.rows for cell in row for piece in cell.pieces):
            for row in grid_of(table, by_number):
                _place_row(parts, [slot for slot in row if slot])
    for line in lines:
        found = _LINE.match(line.level)
        if found:
            start, end = found.span("sum")
            part = Part(
                (Piece(line.text[start:end], line.number, start),), line.text[slice(*found.span("name"))]
            )
            parts.setdefault(Field.AMOUNTS, []).append(part)


def _place_row(parts: dict[Field, list[Part]], row: Sequence[Slot]) -> None:
    """Place the sum of a row of a name and a sum."""
    if len(row) == 2 and _ONLY_NAME.match(row[0].word) and _ONLY_SUM.match(row[1].word):  # noqa: PLR2004 - name and sum
        name = "".join(line.text.strip() for line in row[0].lines)
        parts.setdefault(Field.AMOUNTS, []).append(row[1].part._replace(label=name))
