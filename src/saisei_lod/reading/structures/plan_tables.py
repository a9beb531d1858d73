"""The structure of a table with a plan in each row, under a header of column words in any order.

    認定年月日(認定回) | 作成主体 | 地域再生計画の名称 | 計画期間 | 活用する支援措置
    令和3年3月30日(第59回) | 一関市 | もち食文化で広げる関係人口創出プロジェクト(PDF形式 412キロバイト) | …
    〃 | 岩手県並びに一関市 | …

A cell may span the rows of several plans, or several rows may belong to one plan whose title spans
them. A row of one cell is a heading inside the table: a status, or the round of the rows below it.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.containers.limits import PLANS, hold
from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Piece, Table, Use
from saisei_lod.reading.page.furniture import is_status_heading
from saisei_lod.reading.page.other_plans import is_other_scheme
from saisei_lod.reading.structures.grids import Grid, Slot, grid_of
from saisei_lod.reading.structures.mixed_cells import place_any_cell
from saisei_lod.reading.structures.repeated_cells import partly_repeated
from saisei_lod.reading.structures.round_context import NOTHING_TOLD, Told, told_by_heading
from saisei_lod.reading.structures.table_cells import as_tuples, is_ditto, is_none, paired_changes
from saisei_lod.reading.structures.table_headers import Columns, columns_of, is_header_row

__all__ = ["find_plan_tables"]

_NAME: Final = "plan-table"
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
#: Alone, such a word repeats the day above, unless a day of a change stands before it in its own row.
_SAME_DAY: Final = frozenset({"同日", "同日付", "(同日)"})
_TOTALS: Final = frozenset({"計", "合計", "小計", "総計"})


class _Section(NamedTuple):
    """What a row of one cell says about the rows below it."""

    heading: Part | None = None
    told: Told = NOTHING_TOLD


class _Body:
    """The state while the rows of one table are read: what stands above, and what was found."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        #: For each column whether it holds days or rounds.
        self.of_days = [bool(_DAYS.intersection(fields)) for fields in columns.fields]
        self.above: dict[int, Slot] = {}
        self.section = _Section()
        self.notices: list[Notice] = []
        self.uses: dict[int, Use] = {}

    def use(self, row: Sequence[Slot | None], use: Use) -> None:
        """Give the lines of a row a use."""
        self.uses.update((number, use) for slot in row if slot for number in slot.numbers)


def find_plan_tables(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
    """Return a notice for each row of each table whose header names the columns of plans."""
    lines = {line.number: line for line in page.lines}
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for table in page.tables:
        if _is_used(table, used):
            continue
        grid = grid_of(table, lines)
        columns = columns_of(grid, lexicon)
        if columns and not _is_of_other_plans(table, lines):
            hold(PLANS, len(grid) - columns.body, page.name)
            body = _read(grid, columns)
            notices += body.notices
            if body.notices:
                uses |= dict.fromkeys(table.rules, Use("furniture", "rule")) | body.uses
    return Found(tuple(notices), uses)


def _is_used(table: Table, used: Container[int]) -> bool:
    """Tell whether most lines of a table serve something else already."""
    own = [piece.line in used for row in table.rows for cell in row for piece in cell.pieces]
    return 2 * sum(own) > len(own)


def _is_of_other_plans(table: Table, lines: Mapping[int, Line]) -> bool:
    return any(is_other_scheme(lines[number].level) for number in table.caption if number in lines)


def _read(grid: Grid, columns: Columns) -> _Body:
    body = _Body(columns)
    for row in grid[: columns.first]:
        _read_title_row(body, row)
    for row in grid[columns.first : columns.body]:
        body.use(row, Use("plan", "columns"))
    for rows in _plans(grid[columns.body :], columns):
        _read_plan(body, rows)
    return body


def _read_title_row(body: _Body, row: Sequence[Slot | None]) -> None:
    """Read a row above the header: its only cell is a heading over all rows, if it speaks of plans."""
    cells = {(slot.row, slot.column): slot for slot in row if slot and slot.word}
    cell = next(iter(cells.values())) if len(cells) == 1 else None
    if cell and "計画" in cell.word and "。" not in cell.word and not cell.word.startswith("※"):
        part = cell.part
        body.section = _Section(part, told_by_heading(part))
        body.uses.update(dict.fromkeys(cell.numbers, Use("furniture", "heading")))


def _plans(rows: Grid, columns: Columns) -> Iterator[Grid]:
    """Yield the rows of each plan: those that one title cell spans."""
    place = next(number for number, fields in enumerate(columns.fields) if Field.TITLE in fields)
    group: Grid = []
    for row in rows:
        title = row[place] if place < len(row) else None
        before = group[0][place] if group and place < len(group[0]) else None
        if group and title is not None and title is before and title.word:
            group.append(row)
            continue
        if group:
            yield group
        group = [row]
    if group:
        yield group


def _read_plan(body: _Body, rows: Grid) -> None:
    first = rows[0]
    cells = list(
        {(slot.row, slot.column): slot for row in rows for slot in row if slot and slot.level}.values()
    )
    if not cells:
        return
    if is_header_row(first, body.columns):
        body.use(first, Use("plan", "columns"))
    elif len(cells) == 1 and not _is_lone_title(cells[0], first, body.columns):
        _read_section(body, cells[0])
    elif cells[0].word in _TOTALS:
        body.use(first, Use("furniture", "total"))
    else:
        _read_cells(body, rows)


def _is_lone_title(cell: Slot, row: Sequence[Slot | None], columns: Columns) -> bool:
    """Tell whether the only cell of a row is a title under its column, not a heading over them all."""
    here = [place for place, slot in enumerate(row) if slot is cell]
    return (
        len(here) == 1 and Field.TITLE in columns.fields[here[0]] if here[0] < len(columns.fields) else False
    )


def _read_section(body: _Body, cell: Slot) -> None:
    """Read a row of one cell: a status, a round, or else words that stay findings."""
    part = cell.part
    told = told_by_heading(part)
    if told != NOTHING_TOLD or is_status_heading(cell.lines[0]):
        is_kind_alone = told.is_change is not None and not told.parts
        body.section = _Section(part, told.within(body.section.told) if is_kind_alone else told)
        body.uses.update(dict.fromkeys(cell.numbers, Use("furniture", "heading")))


def _read_cells(body: _Body, rows: Grid) -> None:
    parts: dict[Field, list[Part]] = {}
    repeated: dict[Field, Part] = {}
    seen: set[tuple[int, int]] = set()
    own: set[int] = set()
    for row in rows:
        for place, printed in enumerate(row):
            if printed is None or (printed.row, printed.column) in seen:
                continue
            seen.add((printed.row, printed.column))
            own.update(printed.numbers)
            _read_cell(body, place, printed, parts, repeated)
    if not _says_something(parts):
        return
    paired_changes(parts)
    is_dated = bool({Field.CERTIFICATION, Field.ROUND} & parts.keys())
    for field, told in body.section.told.parts.items():
        if not is_dated or field is Field.AMENDMENTS:
            parts.setdefault(field, list(told))
    for row in rows:
        body.use(row, Use("plan", "cell"))
    body.notices.append(
        Notice(
            _NAME,
            as_tuples(parts),
            (min(own), max(own)),
            body.columns.known,
            body.section.heading,
            repeated=repeated,
        )
    )


def _read_cell(
    body: _Body, place: int, printed: Slot, parts: dict[Field, list[Part]], repeated: dict[Field, Part]
) -> None:
    """Place a cell, or the one above it where it is a ditto mark."""
    is_column = place < len(body.columns.fields)
    fields = body.columns.fields[place] if is_column else ()
    if not printed.level:
        body.above[place] = printed
        return
    above = body.above.get(place)
    slot = printed
    of_days = is_column and body.of_days[place]
    if is_ditto(printed) or (of_days and printed.word in _SAME_DAY and Field.AMENDMENTS not in parts):
        if above is None or not fields:
            parts.setdefault(Field.UNCLEAR, []).append(printed.part)
            return
        slot = above
        repeated[fields[0]] = printed.part
    elif of_days and (partly := partly_repeated(printed, above)):
        slot = partly[0]
        repeated[fields[0]] = _mark(printed, partly[1])
    body.above[place] = slot
    if not fields and slot.word.isdigit() and place == 0:
        return
    place_any_cell(parts, fields, slot, body.columns.words[place] if is_column else "")


def _mark(printed: Slot, mark: str) -> Part:
    """Return the ditto mark that a cell begins with."""
    line = printed.lines[0]
    column = len(line.level) - len(line.level.lstrip())
    return Part((Piece(line.text[column : column + len(mark)], line.number, column),))


def _says_something(parts: Mapping[Field, Sequence[Part]]) -> bool:
    return bool({Field.TITLE, Field.CERTIFICATION} & parts.keys()) and not all(
        is_none(Slot(part.text, 0, 0)) for part in parts.get(Field.TITLE, parts.get(Field.CERTIFICATION, ()))
    )
