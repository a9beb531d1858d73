"""Tables while an HTML page is read: rows, cells and captions as they open and close.

A table that lays out the page is no table of data: role=presentation, a single cell, or cells that hold
tables where there is neither a header cell nor a caption. A table in a cell is a table of its own; its
lines belong to the outer cell too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from saisei_lod.reading.containers.limits import GRID_CELLS, hold
from saisei_lod.reading.model import Cell, Line, Piece, Table, placed

__all__ = ["HtmlTables"]

#: The bounds of spans (HTML Living Standard, section 4.9.11).
_MOST_COLUMNS: Final = 1_000
_MOST_ROWS: Final = 65_534
_DIGITS: Final = 9
_NO_DATA: Final = frozenset({"presentation", "none"})
#: Of cells with text, one in so many may hold a table before the outer one counts as layout.
_RARE: Final = 4
_ROW_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})


class _OpenCell:
    __slots__ = ("columns", "first", "holds_table", "is_header", "rows")

    def __init__(self, first: int, *, is_header: bool, rows: int, columns: int) -> None:
        self.first = first
        self.is_header = is_header
        self.rows = rows
        self.columns = columns
        self.holds_table = False


class _OpenTable:
    __slots__ = (
        "caption", "caption_from", "cell", "group", "groups", "is_layout", "nesting", "order", "rows", "texts",
    )  # fmt: skip

    def __init__(self, order: int, *, is_layout: bool) -> None:
        self.order = order
        self.is_layout = is_layout
        self.rows: list[list[Cell]] = []
        #: For each row the number of its row group: no span leaves a group.
        self.groups: list[int] = []
        self.group = 0
        self.nesting = 0
        self.texts = 0
        self.cell: _OpenCell | None = None
        self.caption: tuple[int, ...] = ()
        self.caption_from: int | None = None


class HtmlTables:
    """The tables of a page; the reader tells which elements open and close, between whole lines."""

    __slots__ = ("_cells", "_done", "_heads", "_lines", "_open", "_opened", "_page")

    def __init__(self, lines: Sequence[Line], page: str) -> None:
        self._lines = lines
        self._page = page
        self._open: list[_OpenTable] = []
        self._done: list[tuple[int, Table]] = []
        self._opened = 0
        self._cells = 0
        self._heads = 0

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of data that were closed, in the order in which they begin."""
        return tuple(table for _, table in sorted(self._done, key=lambda item: item[0]))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note that an element of a table opens; the lines before it are whole."""
        if tag == "table":
            self._opened += 1
            role = attributes.get("role", "").strip().lower()
            self._open.append(_OpenTable(self._opened, is_layout=role in _NO_DATA))
        elif self._open:
            self._start_part(self._open[-1], tag, attributes)

    def end(self, tag: str) -> None:
        """Take note that an element of a table closes; the lines in it are whole."""
        if not self._open:
            return
        table = self._open[-1]
        if tag == "table":
            self._close(self._open.pop())
        elif tag in {"td", "th"}:
            self._end_cell(table)
        elif tag == "caption" and table.caption_from is not None:
            table.caption = tuple(line.number for line in self._lines[table.caption_from :])
            table.caption_from = None
        elif tag in _ROW_GROUPS:
            table.group += 1
            self._heads -= tag == "thead"

    def _start_part(self, table: _OpenTable, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "tr":
            self._start_row(table)
        elif tag in {"td", "th"}:
            self._start_cell(table, tag, attributes)
        elif tag == "caption":
            table.caption_from = len(self._lines)
        elif tag in _ROW_GROUPS:
            table.group += 1
            self._heads += tag == "thead"

    def _start_row(self, table: _OpenTable) -> None:
        table.rows.append([])
        table.groups.append(table.group)

    def _start_cell(self, table: _OpenTable, tag: str, attributes: Mapping[str, str]) -> None:
        if not table.rows:
            self._start_row(table)
        columns = max(1, min(_whole(attributes.get("colspan", "")), _MOST_COLUMNS))
        rows = _whole(attributes.get("rowspan", "")) if "rowspan" in attributes else 1
        # rowspan=0 reaches to the end of the row group
        rows = min(rows, _MOST_ROWS) or (_MOST_ROWS if attributes.get("rowspan", "").strip() == "0" else 1)
        self._cells += columns
        hold(GRID_CELLS, self._cells, self._page)
        is_header = tag == "th" or self._heads > 0
        table.cell = _OpenCell(len(self._lines), is_header=is_header, rows=rows, columns=columns)

    def _end_cell(self, table: _OpenTable) -> None:
        cell, table.cell = table.cell, None
        if cell is None:
            return
        pieces = tuple(piece for line in self._lines[cell.first :] if (piece := _piece(line)))
        table.rows[-1].append(Cell(pieces, cell.is_header, cell.rows, cell.columns))
        table.texts += bool(pieces)
        table.nesting += cell.holds_table

    def _close(self, table: _OpenTable) -> None:
        self._end_cell(table)
        if self._open and self._open[-1].cell:
            self._open[-1].cell.holds_table = True
        if _is_data(table):
            rows = _clipped(table.rows, table.groups, self._page)
            self._done.append((table.order, Table(rows, table.caption)))


def _whole(text: str) -> int:
    """Return the whole number that an attribute begins with, 0 where it begins with none."""
    digits = text.strip().lstrip("+")
    length = len(digits) - len(digits.lstrip("0123456789"))
    return int(digits[: min(length, _DIGITS)]) if length else 0


def _piece(line: Line) -> Piece | None:
    bare = line.level.strip()
    first = len(line.level) - len(line.level.lstrip())
    return Piece(line.text[first : first + len(bare)], line.number, first) if bare else None


def _is_data(table: _OpenTable) -> bool:
    if table.is_layout or sum(map(len, table.rows)) < 2 or not table.texts:  # noqa: PLR2004 - one cell is a box
        return False
    if table.caption or any(cell.is_header for row in table.rows for cell in row):
        return True
    return table.nesting * _RARE < table.texts


def _clipped(rows: Iterable[list[Cell]], groups: Sequence[int], page: str) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows with spans that end where the row group and the last column that begins end."""
    ends = {group: number + 1 for number, group in enumerate(groups)}
    within = [
        [_spanning(cell, rows=min(cell.rows, ends[groups[number]] - number)) for cell in row]
        for number, row in enumerate(rows)
    ]
    places = list(_bounded(within, page))
    width = max((column for _, column, _ in places), default=0) + 1
    hold(GRID_CELLS, width * len(within), page)
    clipped: list[list[Cell]] = [[] for _ in within]
    for number, column, cell in places:
        clipped[number].append(_spanning(cell, columns=min(cell.columns, width - column)))
    return tuple(map(tuple, clipped))


def _spanning(cell: Cell, *, rows: int = 0, columns: int = 0) -> Cell:
    rows, columns = rows or cell.rows, columns or cell.columns
    return cell if (rows, columns) == cell[2:] else cell._replace(rows=rows, columns=columns)


def _bounded(rows: list[list[Cell]], page: str) -> Iterator[tuple[int, int, Cell]]:
    """Yield the cells with their places; what spans rows is held to the limit before it is spread."""
    for number, column, cell in placed(rows):
        if cell.rows > 1:
            hold(GRID_CELLS, (column + cell.columns) * len(rows), page)
        yield number, column, cell
