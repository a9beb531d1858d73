"""The structure of a table of events under the title of one plan: a column of days, one of what happened.

    <h2>養蚕の復活と絹の道計画</h2>
    年月日 | 内容
    平成29年5月30日 | 認定(第43回)
    平成31年3月29日 | 認定取消し(市の申出による)

What follows the table up to the next heading, labelled, belongs to the plan too.
"""

import re
from collections.abc import Container, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Table, Use
from saisei_lod.reading.structures.grids import Grid, Slot, grid_of
from saisei_lod.reading.structures.labelled_values import place_rest, place_values
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples, is_ditto
from saisei_lod.reading.structures.titled_blocks import can_be_title
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.line_labels import label_on
from saisei_lod.reading.wording.passages import whole_lines
from saisei_lod.reading.wording.title_cell import place_title_lines

__all__ = ["find_event_tables"]

_NAME: Final = "event-table"
_DAY_WORDS: Final = frozenset({"年月日", "日付", "日", "期日", "認定年月日", "認定日", "年月日(認定回)"})
_EVENT_WORDS: Final = frozenset(
    {"内容", "事項", "経過", "区分", "種別", "認定等の内容", "変更内容", "認定・変更", "項目", "概要"}
)
_CHANGE: Final = re.compile(r"変更|取り?消|軽微|届出|報告")
_FIRST: Final = re.compile(r"認定|当初|新規")


def find_event_tables(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
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
            notices.append(_notice(over[0], events, _behind(page, max(numbers), sections, used)))
            uses |= dict.fromkeys((*numbers, *_rules(table)), Use("plan", "cell"))
    return Found(tuple(notices), uses)


def _rules(table: Table) -> tuple[int, ...]:
    return table.rules


def _events(grid: Grid) -> dict[Field, list[Part]]:
    """Return the events of a table whose two columns are a day and a word for it, none of another table."""
    header = [slot.word if slot else "" for slot in grid[0]] if grid else []
    if len(header) != 2 or header[0] not in _DAY_WORDS or header[1] not in _EVENT_WORDS:  # noqa: PLR2004 - day and word
        return {}
    events: dict[Field, list[Part]] = {}
    for row in grid[1:]:
        field = _field(row)
        if field is None:
            return {}
        slots = [slot for slot in row if slot and not is_ditto(slot)]
        part = Part(tuple(piece for slot in slots for piece in whole_lines(slot.lines).pieces))
        events.setdefault(field, []).append(part)
    return events


def _field(row: Sequence[Slot | None]) -> Field | None:
    day, word = row[0], row[1] if len(row) > 1 else None
    if day is None or word is None or date_statement_at(day.level, 0) is None:
        return None
    if _CHANGE.search(word.level):
        return Field.AMENDMENTS
    return Field.CERTIFICATION if _FIRST.search(word.level) else None


def _behind(page: PageText, last: int, sections: Sections, used: Container[int]) -> list[Line]:
    """Return the lines behind a table up to the next heading or used line, as far as labels begin them."""
    end = sections.next_after(last)
    following = [line for line in page.lines if last < line.number and (end is None or line.number < end)]
    found: list[Line] = []
    for line in following:
        if line.number in used or label_on(line) is None:
            break
        found.append(line)
    return found


def _notice(title: Line, events: dict[Field, list[Part]], behind: Sequence[Line]) -> Notice:
    parts = dict(events)
    place_title_lines(parts, [title])
    for line in behind:
        label = label_on(line)
        if label:
            place_values(parts, label, (line,), is_last=False, has_summary=False)
        else:
            place_rest(parts, [line], has_summary=False)
    own = {piece.line for found in parts.values() for part in found for piece in part.pieces}
    columns = frozenset({*parts, Field.CERTIFICATION, Field.AMENDMENTS, Field.TITLE})
    return Notice(_NAME, as_tuples(parts), (min(own), max(own)), columns)
