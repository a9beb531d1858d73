"""The header of a table of plans: the row or rows whose cells are column words, in any order."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Lexicon
from saisei_lod.reading.structures.column_values import field_of_values, values_below
from saisei_lod.reading.structures.grids import Grid, Slot
from saisei_lod.reading.structures.mixed_cells import tells_by_labels
from saisei_lod.reading.wording.column_words import fields_of_header
from saisei_lod.reading.wording.value_forms import field_of_short_word

__all__ = ["Columns", "columns_of", "is_header_row", "row_labels"]

#: A header may stand below a title row and notes.
_HIGHEST_ROW: Final = 12
#: The share of the cells of a header row whose words must be known.
_KNOWN_SHARE: Final = 0.5
_FEWEST: Final = 2
_TELLING: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.PERIOD, Field.SCHEMES, Field.MAKERS})
#: Fields that may have several columns: start and end, the first maker and the others.
_SEVERAL: Final = frozenset({Field.PERIOD, Field.MAKERS, Field.SCHEMES})
_LONGEST_WORD: Final = 40
#: So many rows tell what a column holds.
_MOST_ROWS: Final = 200
_DIGITS: Final = re.compile(r"[0-9]")


class Columns(NamedTuple):
    """The fields and words of each column, and the first row of the table's body."""

    fields: tuple[tuple[Field, ...], ...]
    words: tuple[str, ...]
    first: int
    body: int

    @property
    def known(self) -> frozenset[Field]:
        """All fields that have a column."""
        return frozenset(field for fields in self.fields for field in fields)


def columns_of(grid: Grid, lexicon: Lexicon) -> Columns | None:
    """Return the columns of a table whose header stands over them, None where it has no such header.

    A column under an unknown word is told by its values, where they tell.
    """
    for number in range(min(len(grid), _HIGHEST_ROW)):
        if not _is_known(grid[number]):
            continue
        for height in (2, 1):
            found = _columns(grid, number, height)
            found = _with_values(grid, found, lexicon) if found else None
            if found and (_is_of_plans(found) or _holds_labels(grid, found)):
                return found
    return _by_values(grid, lexicon)


def _by_values(grid: Grid, lexicon: Lexicon) -> Columns | None:
    """Return the columns of a table without a header, told by their values: titles beside certifications."""
    width = max(map(len, grid), default=0)
    bare = Columns(((),) * width, ("",) * width, 0, 0)
    found = _with_values(grid, bare, lexicon) if len(grid) > 1 else bare
    return found if {Field.TITLE, Field.CERTIFICATION} <= found.known else None


def _is_of_plans(columns: Columns) -> bool:
    known = columns.known
    return Field.TITLE in known and bool(known & _TELLING or len(known) > _FEWEST)


def _holds_labels(grid: Grid, columns: Columns) -> bool:
    """Tell whether the first cells beside titles hold labels with the facts of a plan."""
    rows = grid[columns.body : columns.body + _FEWEST]
    cells = (
        slot
        for row in rows
        for slot, fields in zip(row, columns.fields, strict=False)
        if Field.TITLE not in fields
    )
    return Field.TITLE in columns.known and any(slot is not None and tells_by_labels(slot) for slot in cells)


def _with_values(grid: Grid, columns: Columns, lexicon: Lexicon) -> Columns:
    """Return the columns, those under unknown words with the field that their values tell."""
    fields = list(columns.fields)
    has_header = columns.body > columns.first
    for place, word in enumerate(columns.words):
        if fields[place] or (has_header and not word):
            continue
        field = field_of_values(
            word, values_below(grid[columns.body : columns.body + _MOST_ROWS], place), lexicon
        )
        if field and (field in _SEVERAL or not any(field in known for known in fields)):
            fields[place] = (field,)
    return columns._replace(fields=tuple(fields))


def is_header_row(row: Sequence[Slot | None], columns: Columns) -> bool:
    """Tell whether a row repeats the header's words."""
    first = next((slot.word for slot in row if slot and slot.level), "")
    return bool(first) and first in columns.words and _is_known(row) and Field.TITLE in _row_fields(row)


def row_labels(row: Sequence[Slot | None]) -> Iterator[tuple[Slot, tuple[Field, ...], list[Slot]]]:
    """Yield the labels of a row that is read from left to right, each with the cells behind it."""
    label: tuple[Slot, tuple[Field, ...]] | None = None
    values: list[Slot] = []
    slots = _distinct(row)
    for slot, behind in zip(slots, [*slots[1:], None][: len(slots)], strict=True):
        fields = _label_fields(slot, behind) if _may_be_label(slot, label) else ()
        if fields or (label is None):
            if label:
                yield (*label, values)
            label, values = (slot, fields), []
        else:
            values.append(slot)
    if label:
        yield (*label, values)


def _label_fields(slot: Slot, behind: Slot | None) -> tuple[Field, ...]:
    """Return the fields that a label names: by its words, or being a short one by the value behind it."""
    fields = fields_of_header(slot.level)
    field = field_of_short_word(slot.word, behind.level) if behind and not fields else None
    return (field,) if field else fields


def _may_be_label(slot: Slot, label: tuple[Slot, tuple[Field, ...]] | None) -> bool:
    """Tell whether a cell may be a label: the first of a row, or one printed like the first."""
    return label is None or slot.is_header == label[0].is_header


def _distinct(row: Sequence[Slot | None]) -> list[Slot]:
    """Return the cells of a row, each once."""
    return list({(slot.row, slot.column): slot for slot in row if slot}.values())


def _row_fields(row: Sequence[Slot | None]) -> set[Field]:
    return {field for slot in _distinct(row) for field in fields_of_header(slot.level)}


def _is_known(row: Sequence[Slot | None]) -> bool:
    """Tell whether enough of a row's words are column words, and none of them is long."""
    cells = [slot for slot in _distinct(row) if slot.word]
    known = [slot for slot in cells if fields_of_header(slot.level)]
    short = all(len(slot.word) <= _LONGEST_WORD for slot in cells)
    return short and len(known) >= _FEWEST and len(known) >= _KNOWN_SHARE * len(cells)


def _columns(grid: Grid, number: int, height: int) -> Columns | None:
    """Return the columns of a header of one or two rows, None where the rows are no such header."""
    rows = grid[number : number + height]
    if len(rows) < height or len(grid) <= number + height:
        return None
    if height > 1 and not _is_second_row(rows[0], rows[1]):
        return None
    width = max(map(len, rows))
    stacks = [[row[place] for row in rows if place < len(row)] for place in range(width)]
    fields = tuple(_stacked(stack) for stack in stacks)
    return Columns(fields, tuple(_words(stack) for stack in stacks), number, number + height)


def _is_second_row(first: Sequence[Slot | None], second: Sequence[Slot | None]) -> bool:
    """Tell whether a row goes on with the header above it: a cell spans into it, or is divided in it."""
    own = [slot for slot in _distinct(second) if slot not in first]
    spans = any(slot in first for slot in _distinct(second))
    divided = len(_distinct(first)) < len(first)
    known = [slot for slot in own if fields_of_header(slot.level) or slot.is_header]
    numbers = any(_DIGITS.search(slot.word) and not fields_of_header(slot.level) for slot in own)
    return bool(own) and (spans or divided) and not numbers and len(known) >= _KNOWN_SHARE * len(own)


def _words(stack: Sequence[Slot | None]) -> str:
    slots = {(slot.row, slot.column): slot.word for slot in stack if slot}
    return "".join(slots.values())


def _stacked(stack: Sequence[Slot | None]) -> tuple[Field, ...]:
    """Return the fields of the words over a column: both together, the lower one, the upper one."""
    slots = list({(slot.row, slot.column): slot for slot in stack if slot}.values())
    whole = fields_of_header("".join(slot.word for slot in slots))
    if whole or not slots:
        return whole
    return fields_of_header(slots[-1].level) or fields_of_header(slots[0].level)
