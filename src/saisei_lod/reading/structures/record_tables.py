"""The structure of a table whose column words stand before the values: one table a plan, or plans side by side.

    計画の名称 | 秘境の里・インバウンド観光力向上計画        計画名称   | びわ湖の計画 | 並木の計画
    認定年月日 | 2021年3月30日 第59回認定                   認定年月日 | 令和3年…    | 令和4年…

A label that comes again begins the next plan. Where no row names the title, it is the heading or the
caption over the table, or the first row's only cell.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Piece, Table, Use
from saisei_lod.reading.page.furniture import ends_plans, is_status_heading
from saisei_lod.reading.structures.grids import Grid, Slot, grid_of
from saisei_lod.reading.structures.mixed_cells import place_any_cell
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples, is_ditto
from saisei_lod.reading.structures.table_headers import row_labels
from saisei_lod.reading.wording.passages import whole_line
from saisei_lod.reading.wording.title_cell import place_title_lines
from saisei_lod.reading.wording.title_forms import is_general_title

__all__ = ["find_record_tables"]

_NAME: Final = "record-table"
_FEWEST_LABELS: Final = 2
_KNOWN_SHARE: Final = 0.5
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_TELLING: Final = frozenset({*_DAYS, Field.PERIOD, Field.SCHEMES})
_LONGEST_TITLE: Final = 150


class _Row(NamedTuple):
    """A label with the fields it names, the cells behind it, and the row with each cell at all its columns."""

    label: Slot
    fields: tuple[Field, ...]
    values: tuple[Slot, ...]
    cells: Sequence[Slot | None] = ()


class _Record(NamedTuple):
    """The rows of one plan, or of plans side by side, and the words of a title row above them."""

    rows: tuple[_Row, ...]
    title: Slot | None = None


def find_record_tables(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
    """Return a notice for each plan of each table whose rows begin with words for what follows."""
    lines = {line.number: line for line in page.lines}
    sections = Sections(page)
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for table in page.tables:
        if any(piece.line in used for row in table.rows for cell in row for piece in cell.pieces):
            continue
        found = _read_table(table, lines, sections)
        notices += found.notices
        uses |= found.uses
    return Found(tuple(notices), uses)


def _read_table(table: Table, lines: Mapping[int, Line], sections: Sections) -> Found:
    records = list(_records(grid_of(table, lines)))
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    above = _title_over(table, lines, sections) if len(records) == 1 else ()
    for record in records:
        found = list(_notices(record, above))
        notices += found
        if found:
            uses |= dict.fromkeys(_numbers(record), Use("plan", "cell"))
            uses |= dict.fromkeys(table.rules, Use("furniture", "rule"))
    return Found(tuple(notices), uses)


def _numbers(record: _Record) -> Iterator[int]:
    for row in record.rows:
        for slot in (row.label, *row.values):
            yield from slot.numbers
    if record.title:
        yield from record.title.numbers


def _records(grid: Grid) -> Iterator[_Record]:
    """Yield the records of a table: they end where a field comes again, or a title row stands."""
    rows: list[_Row] = []
    title: Slot | None = None
    for cells in grid:
        labels = [_Row(label, fields, tuple(values), cells) for label, fields, values in row_labels(cells)]
        alone = labels[0].label if len(labels) == 1 and not labels[0].values else None
        if alone and alone.word and not labels[0].fields:
            yield from _record(rows, title)
            rows, title = [], alone
            continue
        for row in labels:
            if _comes_again(row, rows):
                yield from _record(rows, title)
                rows, title = [], None
            rows.append(row)
    yield from _record(rows, title)


def _comes_again(row: _Row, rows: Sequence[_Row]) -> bool:
    """Tell whether a label begins the next record: its word was there, or it is a second title."""
    if not (row.fields and row.label.word):
        return False
    is_title = Field.TITLE in row.fields and any(Field.TITLE in other.fields for other in rows)
    return is_title or any(
        other.label.word == row.label.word and other.label is not row.label for other in rows
    )


def _record(rows: Sequence[_Row], title: Slot | None) -> Iterator[_Record]:
    """Yield the rows as a record where enough of their labels are known."""
    known = [row for row in rows if row.fields and row.values]
    fields = {field for row in known for field in row.fields}
    enough = len(known) >= _FEWEST_LABELS and len(known) >= _KNOWN_SHARE * len(rows)
    if enough and fields & _TELLING:
        yield _Record(tuple(rows), title)


def _notices(record: _Record, above: Sequence[Line]) -> Iterator[Notice]:
    """Yield a notice for each column of values."""
    fields = frozenset(field for row in record.rows for field in row.fields) | {Field.TITLE}
    width = _width(record)
    for place in range(width):
        parts: dict[Field, list[Part]] = {}
        repeated: dict[Field, Part] = {}
        own = _place_column(record, place, width, parts, repeated)
        title = record.title.lines if record.title else above
        if Field.TITLE not in parts and width == 1 and title and not _is_general(title):
            place_title_lines(parts, title)
            own += [line.number for line in title]
        if parts and (Field.TITLE in parts or _DAYS & parts.keys()):
            yield Notice(_NAME, as_tuples(parts), (min(own), max(own)), fields, repeated=repeated)


def _place_column(
    record: _Record, place: int, width: int, parts: dict[Field, list[Part]], repeated: dict[Field, Part]
) -> list[int]:
    """Place the values of one plan; return the numbers of their lines."""
    own = []
    column = _column(record, place, width)
    for row in record.rows:
        for slot in row.values if width == 1 else _values_at(row, column):
            own += [*row.label.numbers, *slot.numbers]
            slot, mark = _resolved(row, slot, place)  # noqa: PLW2901 - a ditto mark stands for its neighbour
            if mark and row.fields:
                repeated[row.fields[0]] = mark
            place_any_cell(parts, row.fields or _title_fields(row, record, width), slot, row.label.word)
    return own


def _column(record: _Record, place: int, width: int) -> int:
    """Return the column of a plan among plans side by side: where its title, or the widest row, has its cell."""
    rows = sorted(record.rows, key=lambda row: Field.TITLE not in row.fields)
    row = next((row for row in rows if len(row.values) == width), record.rows[0])
    return row.values[place].column if place < len(row.values) else 0


def _values_at(row: _Row, column: int) -> Iterator[Slot]:
    """Yield the cell of a row at a column; one may span several plans, or be alone for all of them."""
    slot = row.cells[column] if column < len(row.cells) else None
    if slot and slot is not row.label:
        yield slot
    elif len(row.values) == 1:
        yield row.values[0]


def _resolved(row: _Row, slot: Slot, place: int) -> tuple[Slot, Part | None]:
    if not is_ditto(slot) or place == 0:
        return slot, None
    before = next((one for one in reversed(row.values[:place]) if not is_ditto(one)), slot)
    return before, Part(tuple(_pieces(slot)))


def _pieces(slot: Slot) -> Iterator[Piece]:
    for line in slot.lines:
        yield from whole_line(line).pieces


def _title_fields(row: _Row, record: _Record, width: int) -> tuple[Field, ...]:
    """Return the title for the first row of plans side by side whose corner is empty."""
    is_first = row is record.rows[0] and not row.label.word
    has_title = any(Field.TITLE in other.fields for other in record.rows)
    return (Field.TITLE,) if is_first and width > 1 and not has_title else ()


def _width(record: _Record) -> int:
    """Return how many plans stand side by side: the usual number of values, where titles are as many."""
    counts = [len(row.values) for row in record.rows if row.fields and row.values]
    widest = max(counts, default=1)
    titles = next((len(row.values) for row in record.rows if Field.TITLE in row.fields), None)
    if titles is not None:
        return max(titles, 1)
    return widest if counts.count(widest) * 2 > len(counts) else 1


def _title_over(table: Table, lines: Mapping[int, Line], sections: Sections) -> tuple[Line, ...]:
    """Return the caption of a table, or the heading right above it."""
    caption = tuple(lines[number] for number in table.caption if number in lines)
    if caption and not _is_general(caption):
        return caption
    first = min((piece.line for row in table.rows for cell in row for piece in cell.pieces), default=0)
    over = sections.over(first)
    return tuple(over[:1]) if over and _is_near(over[0], first, sections) else ()


def _is_near(heading: Line, first: int, sections: Sections) -> bool:
    behind = sections.next_after(heading.number)
    return behind is None or behind > first


def _is_general(lines: Sequence[Line]) -> bool:
    """Tell whether words over a table name no plan: a status, a sentence, 地域再生計画について."""
    level = "".join(line.level.strip() for line in lines)
    general = (
        is_status_heading(lines[0])
        or ends_plans(lines[0])
        or level.endswith(("。", "について", "一覧", "の概要"))
    )
    return general or len(level) > _LONGEST_TITLE or is_general_title(level)
