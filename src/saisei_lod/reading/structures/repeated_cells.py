"""Cells that repeat a part of the cell above: 〃 (令和2年3月30日) under 第55回, 〃(令和3年8月20日変更) under a day.

A mark with a day behind it repeats the round alone, one with a round the day alone, one with a change all.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from saisei_lod.reading.model import Line
from saisei_lod.reading.structures.grids import Slot
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.wareki import dates

__all__ = ["partly_repeated"]

_MARK: Final = re.compile(r"\s*(?:〃|同上|々|仝|〻)\s*(?=\S)")
_CHANGE: Final = re.compile(r"変更|取り?消|軽微")


def partly_repeated(printed: Slot, above: Slot | None) -> tuple[Slot, str] | None:
    """Return a cell that a mark begins as if the words above were printed, and the mark; None for any other."""
    if above is None or not _MARK.match(printed.level):
        return None
    first = printed.lines[0]
    mark = _MARK.match(first.level)
    if mark is None:
        return None
    rest = (_blank(first, 0, mark.end()), *printed.lines[1:])
    level = "\n".join(line.level for line in rest)
    lines = (*_kept_of(above, level), *rest)
    return Slot.of_lines(lines, printed.row, printed.column), mark.group().strip()


def _kept_of(above: Slot, rest: str) -> Iterator[Line]:
    """Yield the words of the cell above that a mark before the rest stands for."""
    has_day, has_round = bool(dates(rest)), bool(ROUND.search(rest))
    if _CHANGE.search(rest) or not (has_day or has_round):
        yield from above.lines
    elif not has_round:
        yield from _spans(above, lambda level: [found.span() for found in ROUND.finditer(level)])
    elif not has_day:
        yield from _spans(above, lambda level: [(day.start, day.end) for day in dates(level)])


def _spans(above: Slot, find: Callable[[str], list[tuple[int, int]]]) -> Iterator[Line]:
    """Yield the first span that is found in the cell above, as a line of its own."""
    for line in above.lines:
        for start, end in find(line.level):
            yield _blank(_blank(line, end, len(line.level)), 0, start)
            return


def _blank(line: Line, start: int, end: int) -> Line:
    """Return a line with white space for a span, so that columns stay those of the page."""
    blank = " " * (end - start)
    return line._replace(
        text=line.text[:start] + blank + line.text[end:], level=line.level[:start] + blank + line.level[end:]
    )
