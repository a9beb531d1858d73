"""The structure of a table of events under the title of one plan: a column of days, one of what happened.

    <h2>養蚕の復活と絹の道計画</h2>
    年月日 | 内容
    平成29年5月30日 | 認定(第43回)
    平成31年3月29日 | 認定取消し(市の申出による)

What stands around the table up to the next heading, labelled, belongs to the plan too.
"""

import re
from collections.abc import Container, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Table, Use
from saisei_lod.reading.structures.block_facts import place_rest
from saisei_lod.reading.structures.grids import Grid, Slot, grid_of, lines_in_tables
from saisei_lod.reading.structures.labelled_values import place_values
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples, is_ditto
from saisei_lod.reading.structures.titled_blocks import can_be_title
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.line_labels import labelled_parts
from saisei_lod.reading.wording.title_cell import place_title_lines

__all__ = ["find_event_tables"]

_NAME: Final = "event-table"
#: Rows whose words are none of a day: the header, which may be missing.
_HEADER_ROWS: Final = 1
_FEWEST_COLUMNS: Final = 2
_MOST_COLUMNS: Final = 3
_CHANGE: Final = re.compile(r"変更|取り?消|軽微|届出|報告")
_FIRST: Final = re.compile(r"認定|当初|新規")
#: A row of an event is short.
_LONGEST: Final = 120


def find_event_tables(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
    """Return a notice for each heading over a table of the events of its plan."""
    lines = {line.number: line for line in page.lines}
    sections = Sections(page)
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for table in page.tables:
        numbers = [piece.line for row in table.rows for cell in row for piece in cell.pieces]
        if not numbers or any(number in used for number in numbers):
            continue
        over = sections.over(min(numbers))
        events = _events(grid_of(table, lines)) if over and can_be_title(over[0]) else {}
        if events:
            notices.append(_notice(over[0], events, _around(page, over[0], sections, used), lexicon))
            uses |= dict.fromkeys((*numbers, *_rules(table)), Use("plan", "cell"))
    return Found(tuple(notices), uses)


def _rules(table: Table) -> tuple[int, ...]:
    return table.rules


def _events(grid: Grid) -> dict[Field, list[Part]]:
    """Return the events of a table whose rows are a day and a word for it, none of another table."""
    rows = [[slot for slot in row if slot and slot.level] for row in grid]
    width = max(map(len, rows), default=0)
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS:
        return {}
    events: dict[Field, list[Part]] = {}
    for number, row in enumerate(rows):
        field = _field(row)
        if row and field is None and number >= _HEADER_ROWS:
            return {}
        slots = [slot for slot in row if not is_ditto(slot)]
        if field:
            pieces = (piece for slot in sorted(slots, key=_has_no_day) for piece in slot.part.pieces)
            events.setdefault(field, []).append(Part(tuple(pieces)))
    return events


def _has_no_day(slot: Slot) -> bool:
    return date_statement_at(slot.level, 0) is None


def _field(row: Sequence[Slot]) -> Field | None:
    """Return what happened on the day of a row, None where it has no day or no word for it."""
    words = "".join(slot.level for slot in row)
    if len(row) < _FEWEST_COLUMNS or all(map(_has_no_day, row)) or len(words) > _LONGEST:
        return None
    if _CHANGE.search(words):
        return Field.AMENDMENTS
    return Field.CERTIFICATION if _FIRST.search(words) else None


def _around(page: PageText, title: Line, sections: Sections, used: Container[int]) -> list[Line]:
    """Return the lines between the title and the next heading that serve nothing else, cells left out."""
    end = sections.next_after(title.number)
    in_tables = lines_in_tables(page)
    return [
        line
        for line in page.lines
        if title.number < line.number
        and (end is None or line.number < end)
        and line.number not in used
        and line.number not in in_tables
    ]


def _notice(title: Line, events: dict[Field, list[Part]], around: Sequence[Line], lexicon: Lexicon) -> Notice:
    parts = dict(events)
    place_title_lines(parts, [title])
    for line in around:
        found = list(labelled_parts(line))
        for label, own_line in found:
            place_values(parts, label, (own_line,), lexicon, is_last=False)
        if not found:
            place_rest(parts, [line], lexicon, (Field.CERTIFICATION, Field.AMENDMENTS))
    own = {piece.line for found in parts.values() for part in found for piece in part.pieces}
    columns = frozenset({*parts, Field.CERTIFICATION, Field.AMENDMENTS, Field.TITLE})
    return Notice(_NAME, as_tuples(parts), (min(own), max(own)), columns)
