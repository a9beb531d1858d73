"""Indicators of a plan document that was copied as text: the words of the header, then a row a line.

KPI              申請時  令和2年度  令和3年度  令和4年度
関係人口の登録者数(人)   120    200    300    450
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from saisei_lod.reading.model import IndicatorNotice, Line, Part, Piece
from saisei_lod.reading.structures.indicator_tables import is_name_header, is_value_header

__all__ = ["indicators_in_lines"]

_WORD: Final = re.compile(r"\S+")
_VALUE: Final = re.compile(r"[-+△▲]?[0-9][0-9,.]*%?\Z")
_FEWEST_VALUES: Final = 2


def indicators_in_lines(lines: Sequence[Line]) -> Iterator[IndicatorNotice]:
    """Yield the indicators of the lines below each header line, as long as they have its number of values."""
    header: list[re.Match[str]] = []
    above: Line | None = None
    for line in lines:
        words = list(_WORD.finditer(line.level))
        if _is_header(words):
            header, above = words, line
        elif above and (found := _indicator(above, header, line, words)):
            yield found
        else:
            above = None


def _is_header(words: Sequence[re.Match[str]]) -> bool:
    values = words[1:]
    named = bool(words) and is_name_header(words[0].group())
    return named and len(values) >= _FEWEST_VALUES and all(is_value_header(word.group()) for word in values)


def _indicator(
    above: Line, header: Sequence[re.Match[str]], line: Line, words: Sequence[re.Match[str]]
) -> IndicatorNotice | None:
    count = len(header) - 1
    values = words[-count:]
    if len(words) <= count or not all(_VALUE.match(word.group()) for word in values):
        return None
    name = _part(line, words[0].start(), words[-count - 1].end())
    pairs = tuple(
        (_part(above, *year.span()), _part(line, *value.span()))
        for year, value in zip(header[1:], values, strict=True)
    )
    return IndicatorNotice(name, None, pairs)


def _part(line: Line, start: int, end: int) -> Part:
    return Part((Piece(line.text[start:end], line.number, start),))
