"""A table laid out as a grid: each place of it names the cell that covers it, merged cells repeated."""

from collections.abc import Mapping, Sequence
from typing import Final

from saisei_lod.reading.model import Cell, Line, PageText, Part, Piece, Table, placed
from saisei_lod.reading.wording.passages import whole_lines

__all__ = ["Grid", "Slot", "grid_of", "lines_in_tables"]

#: No page needs more columns; what lies beyond them is not laid out, and its lines stay findings.
_MOST_COLUMNS: Final = 200


class Slot:
    """A cell of a grid: its levelled words, with and without white space, and where it begins.

    An empty cell has no words. Two slots are the same where they are one cell.
    """

    __slots__ = ("_lines", "_page", "_pieces", "column", "is_header", "level", "row", "word")

    def __init__(self, level: str, row: int, column: int, *, is_header: bool = False) -> None:
        self.level = level
        self.word = "".join(level.split())
        self.row = row
        self.column = column
        self.is_header = is_header
        self._lines: tuple[Line, ...] | None = None
        self._pieces: tuple[Piece, ...] = ()
        self._page: Mapping[int, Line] = {}

    @classmethod
    def of_cell(cls, cell: Cell, page: Mapping[int, Line], row: int, column: int) -> "Slot":
        """Return the slot of a cell, whose pieces stand on lines of the page."""
        pieces = tuple(piece for piece in cell.pieces if piece.line in page)
        levels = [page[line].level[column : column + len(text)] for text, line, column in pieces]
        slot = cls("\n".join(levels), row, column, is_header=cell.is_header)
        slot._pieces, slot._page = pieces, page
        return slot

    @classmethod
    def of_lines(cls, lines: Sequence[Line], row: int = 0, column: int = 0) -> "Slot":
        """Return a slot of lines that stand in no table, or in several cells."""
        slot = cls("\n".join(line.level.strip() for line in lines), row, column)
        slot._lines = tuple(lines)
        return slot

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, with white space for what lies outside the cell, so that columns are those of the page."""
        if self._lines is None:
            self._lines = tuple(_cut(self._page[piece.line], piece) for piece in self._pieces)
        return self._lines

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the lines."""
        return tuple(one.line for one in self._pieces) or tuple(line.number for line in self._lines or ())

    @property
    def part(self) -> Part:
        """The wording; of an empty cell none may be asked for."""
        return Part(self._pieces) if self._pieces else whole_lines(self.lines)


Grid = list[list[Slot | None]]


def lines_in_tables(page: PageText) -> frozenset[int]:
    """Return the numbers of the lines that stand in the cells of a page's tables of several columns."""
    wide = (table for table in page.tables if any(len(row) > 1 for row in table.rows))
    return frozenset(
        piece.line for table in wide for row in table.rows for cell in row for piece in cell.pieces
    )


def grid_of(table: Table, lines: Mapping[int, Line]) -> Grid:
    """Return the rows of a table, each with the cell at every column, None where none is."""
    grid: Grid = [[] for _ in table.rows]
    for row, column, cell in placed(table.rows):
        if column < _MOST_COLUMNS:
            _place(grid, Slot.of_cell(cell, lines, row, column), cell)
    return grid


def _place(grid: Grid, slot: Slot, cell: Cell) -> None:
    """Put a cell into all the places that it spans."""
    last = min(slot.column + cell.columns, _MOST_COLUMNS)
    for row in grid[slot.row : slot.row + cell.rows]:
        row.extend([None] * (last - len(row)))
        for column in range(slot.column, last):
            if row[column] is None:
                row[column] = slot


def _cut(line: Line, piece: Piece) -> Line:
    """Return the line with white space for what lies outside a piece, so that columns stay those of the page."""
    start, end = piece.column, piece.column + len(piece.text)
    if not line.text[:start].strip() and not line.text[end:].strip():
        return line
    blank = " " * start
    return Line(line.number, blank + line.text[start:end], blank + line.level[start:end], line.start)
