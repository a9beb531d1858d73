"""The values of the labels of a block with a title of its own."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Line, Part
from saisei_lod.reading.structures.block_facts import is_days, is_file, place_rest
from saisei_lod.reading.structures.grids import Slot
from saisei_lod.reading.structures.table_cells import is_none, place_cell
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.labels import Label
from saisei_lod.reading.wording.makers_cell import is_makers_list
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.passages import whole_line
from saisei_lod.reading.wording.title_cell import is_file_name

__all__ = ["place_values"]

Parts = dict[Field, list[Part]]

_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_PROSE: Final = frozenset({Field.SUMMARY, Field.NOTE})
_LISTS: Final = frozenset({Field.MAKERS, Field.SCHEMES})
_NOTE: Final = re.compile(r" *[(]?[※*]")
_SENTENCE: Final = re.compile(r"[。!?][」』)]* *\Z")
#: A plan that says so uses none, other than one that is silent.
_NO_MEASURE: Final = frozenset({"なし", "無し"})
#: An item of a list is no longer than this.
_LONGEST: Final = 200
_GOES_ON: Final = re.compile(r"(?:、|及び|並びに|から|~|-) *\Z")


def place_values(  # noqa: PLR0913 - a label with its lines, and what is known of its block
    parts: Parts,
    label: Label,
    lines: Sequence[Line],
    lexicon: Lexicon,
    labelled: Collection[Field] = (),
    *,
    is_last: bool,
) -> None:
    """Place the value of a label: what stands behind it on its line, and the lines below that belong to it.

    ``lines`` are the label's own line and those up to the next label or the end of the block; ``labelled``
    are the fields that the labels of the block name.
    """
    inline = _cut(lines[0], label.value_start)
    own = [inline] if inline else []
    rest: list[Line] = []
    for line in lines[1:]:
        if _belongs(label, own, line, lexicon, is_last=is_last):
            own.append(line)
        else:
            rest.append(line)
    if own:
        _place(parts, label, own)
    place_rest(parts, rest, lexicon, labelled, is_inside=not is_last)


def _place(parts: Parts, label: Label, own: Sequence[Line]) -> None:
    slot = Slot.of_lines(own)
    if label.field is None:
        if not is_none(slot):
            parts.setdefault(Field.UNCLEAR, []).extend(whole_line(line) for line in own)
        return
    if label.field is Field.SCHEMES and slot.word in _NO_MEASURE:
        parts.setdefault(label.field, []).append(slot.part)
    place_cell(parts, (label.field,), slot, label.word)


def _belongs(label: Label, own: Sequence[Line], line: Line, lexicon: Lexicon, *, is_last: bool) -> bool:
    """Tell whether a line below a label goes on with its value."""
    if is_file(line) and label.field is not Field.TITLE:
        return label.field is Field.DOCUMENTS
    if not own:
        return not (is_last and _NOTE.match(line.level) and label.field not in _PROSE)
    if label.field in _LISTS and _is_item(label.field, line, lexicon):
        return True
    return _goes_on(label, own, line, is_last=is_last)


def _goes_on(label: Label, own: Sequence[Line], line: Line, *, is_last: bool) -> bool:
    """Tell whether a line goes on with a value that is no list."""
    if label.field in _DAYS:
        return bool(is_days(line)) or date_statement_at(line.level, 0) is not None
    if label.field in _PROSE:
        return not is_last or bool(_SENTENCE.search(line.level))
    if label.field is Field.DOCUMENTS:
        return is_file_name(line)
    return bool(_GOES_ON.search(own[-1].level)) or (label.field is None and not is_last)


def _is_item(field: Field, line: Line, lexicon: Lexicon) -> bool:
    """Tell whether a line is one more maker or measure of a list with one on each line."""
    level = line.level[mark_end(line.level) :].strip()
    if len(level) > _LONGEST:
        return False
    if field is Field.SCHEMES:
        return lexicon.names_schemes(level)
    return is_makers_list(level) and lexicon.names_governments(level)


def _cut(line: Line, start: int) -> Line | None:
    """Return the rest of a line behind its label, None where nothing is left."""
    if not line.level[start:].strip():
        return None
    blank = " " * start
    return line._replace(text=blank + line.text[start:], level=blank + line.level[start:])
