"""A table laid out as a grid: each place of it names the cell that covers it, merged cells repeated."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from saisei_lod.reading.model import Cell, Line, PageText, Piece, Table, placed

__all__ = ["Grid", "Slot", "grid_of", "lines_in_tables"]

#: No page needs more columns; what lies beyond them is not laid out, and its lines stay findings.
_MOST_COLUMNS: Final = 200


class Slot(NamedTuple):
    """A cell of a grid: its lines, its levelled words, and where it begins."""

    lines: tuple[Line, ...]
    level: str
    is_header: bool
    row: int
    column: int

    @property
    def word(self) -> str:
        """The levelled words without white space."""
        return "".join(self.level.split())


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
            _place(grid, _slot(cell, lines, row, column), cell)
    return grid


def _slot(cell: Cell, lines: Mapping[int, Line], row: int, column: int) -> Slot:
    own = tuple(_cut(lines[piece.line], piece) for piece in cell.pieces if piece.line in lines)
    return Slot(own, "\n".join(line.level.strip() for line in own), cell.is_header, row, column)


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
