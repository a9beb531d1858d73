"""Tables of the numerical targets 数値目標 (KPI) of a plan: an indicator a row, a year or a role a column.

指標 | 単位 | 基準年度(平成27年度) | 中間目標(平成30年度) | 最終目標(平成32年度)
観光入込客数 | 千人 | 1,120 | 1,150 | 1,200
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, IndicatorNotice, Line, Notice, PageText, Part, Table, Use
from saisei_lod.reading.structures.grids import Grid, Slot, grid_of
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.text import folded_title

__all__ = ["IndicatorTable", "find_indicators", "is_name_header", "is_value_header", "with_indicators"]

_NAME: Final = re.compile(
    r"(?:指標|KPI|数値目標|重要業績評価指標|項目|目標指標|成果指標|指標名|目標|評価指標|指標の?名称)(?:[(].{0,20}[)])?\Z"
)
_UNIT: Final = re.compile(r"単位\Z")
_VALUE: Final = re.compile(
    r"年度|[0-9元]年|基準|現状|現況|申請時|当初|中間|最終|目標値?|実績|開始前|策定時|計画値|[0-9]年目"
)
_NUMBER: Final = re.compile(r"[-+△▲]?\s*[0-9][0-9,.]*")
_FEWEST_VALUES: Final = 2


class IndicatorTable(NamedTuple):
    """The indicators of one table, the numbers of its lines, and the headings over it."""

    indicators: tuple[IndicatorNotice, ...]
    lines: tuple[int, ...]
    over: tuple[str, ...]


def find_indicators(page: PageText, used: Container[int]) -> Iterator[IndicatorTable]:
    """Yield the tables of indicators of a page that nothing uses yet."""
    lines = {line.number: line for line in page.lines}
    sections = Sections(page)
    for table in page.tables:
        numbers = tuple(
            dict.fromkeys(piece.line for row in table.rows for cell in row for piece in cell.pieces)
        )
        if not numbers or any(number in used for number in numbers):
            continue
        found = tuple(_indicators(grid_of(table, lines)))
        if found:
            over = tuple(line.level for line in sections.over(min(numbers)))
            yield IndicatorTable(found, (*numbers, *_caption(table, lines)), over)


def with_indicators(
    notices: Sequence[Notice], page: PageText, used: Container[int]
) -> tuple[list[Notice], dict[int, Use]]:
    """Return the notices with the indicators of the tables that are theirs, and the use of those lines.

    A table is that of the plan whose title the heading over it names, or of the only plan of the page.
    """
    made = list(notices)
    uses: dict[int, Use] = {}
    for table in find_indicators(page, used):
        place = _owner(made, table)
        if place is not None:
            made[place] = made[place]._replace(indicators=(*made[place].indicators, *table.indicators))
            uses |= dict.fromkeys(table.lines, Use("plan", "indicators"))
    return made, uses


def _owner(notices: Sequence[Notice], table: IndicatorTable) -> int | None:
    titles = [
        folded_title("".join(part.text for part in notice.parts.get(Field.TITLE, ()))) for notice in notices
    ]
    for heading in map(folded_title, table.over):
        owners = [place for place, title in enumerate(titles) if title and title in heading]
        if len(owners) == 1:
            return owners[0]
    return 0 if len(notices) == 1 else None


def is_name_header(word: str) -> bool:
    """Tell whether a levelled word without white space heads a column of indicators."""
    return bool(_NAME.match(word))


def is_value_header(word: str) -> bool:
    """Tell whether a levelled word without white space heads a column of values."""
    return bool(_VALUE.search(word))


def _indicators(grid: Grid) -> Iterator[IndicatorNotice]:
    """Yield the rows below a header of an indicator's name, its unit, and at least two columns of values."""
    header = grid[0] if grid else []
    words = [slot.word if slot else "" for slot in header]
    name = next((place for place, word in enumerate(words) if is_name_header(word)), None)
    values = [place for place, word in enumerate(words) if place != name and is_value_header(word)]
    if name is None or len(values) < _FEWEST_VALUES:
        return
    unit = next((place for place, word in enumerate(words) if _UNIT.match(word)), None)
    for row in grid[1:]:
        found = _indicator(header, row, name, unit, values)
        if found:
            yield found


def _indicator(
    header: Sequence[Slot | None],
    row: Sequence[Slot | None],
    name: int,
    unit: int | None,
    values: Sequence[int],
) -> IndicatorNotice | None:
    own = _part(row, name)
    pairs = [(_part(header, place), _part(row, place)) for place in values]
    said = tuple((year, value) for year, value in pairs if year and value and _NUMBER.search(value.text))
    if own is None or not said:
        return None
    return IndicatorNotice(own, _part(row, unit) if unit is not None else None, said)


def _part(row: Sequence[Slot | None], place: int) -> Part | None:
    slot = row[place] if place < len(row) else None
    return slot.part if slot and slot.level else None


def _caption(table: Table, lines: Mapping[int, Line]) -> tuple[int, ...]:
    return tuple(number for number in table.caption if number in lines)
