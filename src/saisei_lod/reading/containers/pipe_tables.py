"""Tables drawn within plain text: rows of | a | b |, and rows pasted from a browser, cut by tabs.

A row of pipes is a line; a line like ``|---|:--:|`` or ``+----+`` only draws, and the row above the first
one is the header. A row of tabs may run over several lines, since cells hold line breaks: it is whole
when it has as many tabs as the header. Cells are runs within lines (:class:`saisei_lod.reading.model.Piece`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from saisei_lod.reading.containers.limits import GRID_CELLS, hold
from saisei_lod.reading.model import Cell, Line, Piece, Table

__all__ = ["cut", "text_tables"]

_PIPES: Final = str.maketrans("│┃║¦", "||||")
_RULE: Final = re.compile(r"[-+|=: \u2500-\u257f]*[-=\u2500\u2501\u2550]{2}[-+|=: \u2500-\u257f]*\Z")
_ESCAPED: Final = re.compile(r"\\\|")
_FEWEST_ROWS: Final = 2
#: How many lines without a tab may stand in the last cell of a row, before the next row.
_MOST_CONTINUED: Final = 3


def text_tables(lines: Sequence[Line], page: str) -> tuple[Table, ...]:
    """Return the tables drawn in lines of text, in the order of the lines; ``page`` stands in errors."""
    hold(GRID_CELLS, sum(line.text.count("|") + line.text.count("\t") for line in lines), page)
    tables = list(_pipe_tables(lines))
    drawn = {piece.line for table in tables for row in table.rows for cell in row for piece in cell.pieces}
    tables += _tab_tables([line for line in lines if line.number not in drawn])
    return tuple(sorted(tables, key=_first_line))


def _first_line(table: Table) -> int:
    return next((piece.line for row in table.rows for cell in row for piece in cell.pieces), 0)


def cut(line: Line, spans: Sequence[tuple[int, int]], *, is_header: bool = False) -> tuple[Cell, ...]:
    """Return a cell for each span of a line, trimmed; an empty one has no piece."""
    return tuple(Cell(_pieces(line, start, end), is_header) for start, end in spans)


def _pieces(line: Line, start: int, end: int) -> tuple[Piece, ...]:
    level = line.level[start:end]
    bare = level.strip()
    if not bare:
        return ()
    first = start + len(level) - len(level.lstrip())
    return (Piece(line.text[first : first + len(bare)], line.number, first),)


def _runs(lines: Sequence[Line], kept: Sequence[bool]) -> Iterator[list[Line]]:
    """Yield the runs of lines that are kept and follow each other without a blank line."""
    run: list[Line] = []
    for line, is_kept in zip(lines, kept, strict=True):
        if run and not (is_kept and line.number == run[-1].number + 1):
            yield run
            run = []
        if is_kept:
            run.append(line)
    if run:
        yield run


def _pipe_tables(lines: Sequence[Line]) -> Iterator[Table]:
    levels = {line.number: _ESCAPED.sub("  ", line.level.translate(_PIPES)) for line in lines}
    kept = ["|" in levels[line.number] or bool(_RULE.match(line.level.strip())) for line in lines]
    for run in _runs(lines, kept):
        rules = [line for line in run if _RULE.match(levels[line.number].strip())]
        drawn = {rule.number for rule in rules}
        rows = [line for line in run if line.number not in drawn]
        if _is_table(rows, rules, levels):
            yield _pipe_table(rows, rules, levels)


def _is_table(rows: Sequence[Line], rules: Sequence[Line], levels: dict[int, str]) -> bool:
    """Tell a table from a trail of links: it is ruled, or two rows at least stand between pipes."""
    if rules:
        return bool(rows)
    closed = [line for line in rows if levels[line.number].strip().startswith("|")]
    return len(closed) == len(rows) >= _FEWEST_ROWS


def _pipe_table(rows: Sequence[Line], rules: Sequence[Line], levels: dict[int, str]) -> Table:
    inner = [rule.number for rule in rules if rows[0].number < rule.number]
    heads = inner[0] if inner else 0
    return Table(
        tuple(cut(line, _between_pipes(levels[line.number]), is_header=line.number < heads) for line in rows),
        rules=tuple(rule.number for rule in rules),
    )


def _between_pipes(level: str) -> list[tuple[int, int]]:
    """Return the spans between pipes; what stands outside the outer ones is none where it is blank."""
    places = [-1, *(place for place, letter in enumerate(level) if letter == "|"), len(level)]
    spans = [(start + 1, end) for start, end in pairwise(places)]
    if not level[slice(*spans[0])].strip():
        del spans[0]
    if spans and not level[slice(*spans[-1])].strip():
        del spans[-1]
    return spans or [(0, 0)]


def _tab_tables(lines: Sequence[Line]) -> Iterator[Table]:
    index = 0
    while index < len(lines):
        tabs = lines[index].text.count("\t")
        rows, behind = _tab_rows(lines, index, tabs) if tabs else ([], index + 1)
        if len(rows) >= _FEWEST_ROWS:
            yield Table(tuple(_joined_row(row, tabs) for row in rows))
        index = behind if len(rows) >= _FEWEST_ROWS else index + 1


def _tab_rows(lines: Sequence[Line], first: int, tabs: int) -> tuple[list[list[Line]], int]:
    """Return the rows from a line on that have so many tabs, and the index behind the last."""
    rows: list[list[Line]] = []
    index = first
    while index < len(lines):
        end = _row_end(lines, index, tabs, may_continue=bool(rows))
        if end is None:
            break
        rows.append(list(lines[index:end]))
        index = end
    return rows, index


def _row_end(lines: Sequence[Line], first: int, tabs: int, *, may_continue: bool) -> int | None:
    """Return the index behind the row that begins at a line, None where no row of so many tabs does."""
    count = 0
    for index in range(first, min(len(lines), first + tabs * (_MOST_CONTINUED + 1) + 1)):
        if index > first and lines[index].number != lines[index - 1].number + 1:
            return None
        count += lines[index].text.count("\t")
        if count > tabs:
            return None
        if count == tabs:
            return index + 1 + (_continued(lines, index) if may_continue else 0)
    return None


def _continued(lines: Sequence[Line], last: int) -> int:
    """Return how many lines behind a whole row belong to its last cell: those up to the next row."""
    for number, line in enumerate(lines[last + 1 : last + 2 + _MOST_CONTINUED]):
        if line.number != lines[last + number].number + 1:
            return 0
        if "\t" in line.text:
            return number
    return 0


def _joined_row(row: Sequence[Line], tabs: int) -> tuple[Cell, ...]:
    """Return the cells of a row; what stands before the first tab of a line goes on with the cell above."""
    pieces: list[tuple[Piece, ...]] = [()]
    for line in row:
        ends = [place for place, letter in enumerate(line.text) if letter == "\t"]
        for number, (start, end) in enumerate(zip([-1, *ends], [*ends, len(line.text)], strict=True)):
            if number:
                pieces.append(())
            pieces[-1] += _pieces(line, start + 1, end)
    return tuple(Cell(cell) for cell in pieces[: tabs + 1])
