"""The values of the labels of a block with a title of its own, and the lines around them."""

import re
from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Part
from saisei_lod.reading.structures.grids import Slot
from saisei_lod.reading.structures.table_cells import is_none, place_cell
from saisei_lod.reading.wording.attachments import FILE_SENTENCE, attachment_in
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.labels import Label
from saisei_lod.reading.wording.passages import whole_line
from saisei_lod.reading.wording.title_cell import is_file_name

__all__ = ["place_rest", "place_values"]

Parts = dict[Field, list[Part]]

_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_PROSE: Final = frozenset({Field.SUMMARY, Field.NOTE})
_NOTE: Final = re.compile(r" *[(]?[※*]")
_SENTENCE: Final = re.compile(r"[。!?][」』)]* *\Z")
_GOES_ON: Final = re.compile(r"(?:、|及び|並びに|から|~|-) *\Z")


def place_values(
    parts: Parts,
    label: Label,
    lines: Sequence[Line],
    *,
    is_last: bool,
    has_summary: bool,
) -> None:
    """Place the value of a label: what stands behind it on its line, and the lines below that belong to it.

    ``lines`` are the label's own line and those up to the next label or the end of the block.
    """
    inline = _cut(lines[0], label.value_start)
    own = [inline] if inline else []
    rest: list[Line] = []
    for line in lines[1:]:
        if _belongs(label, own, line, is_last=is_last):
            own.append(line)
        else:
            rest.append(line)
    if own:
        _place(parts, label, own)
    place_rest(parts, rest, has_summary=has_summary, is_inside=not is_last)


def _place(parts: Parts, label: Label, own: Sequence[Line]) -> None:
    slot = Slot(tuple(own), "\n".join(line.level.strip() for line in own), is_header=False, row=0, column=0)
    if label.field is None:
        if not is_none(slot):
            parts.setdefault(Field.UNCLEAR, []).extend(whole_line(line) for line in own)
        return
    place_cell(parts, (label.field,), slot, label.word)


def _belongs(label: Label, own: Sequence[Line], line: Line, *, is_last: bool) -> bool:
    """Tell whether a line below a label goes on with its value."""
    if _is_file(line) and label.field is not Field.TITLE:
        return label.field is Field.DOCUMENTS
    if not own:
        return not (is_last and _NOTE.match(line.level) and label.field not in _PROSE)
    if label.field in _DAYS:
        return date_statement_at(line.level, 0) is not None
    if label.field in _PROSE:
        return not is_last or bool(_SENTENCE.search(line.level))
    if label.field is Field.DOCUMENTS:
        return is_file_name(line)
    return bool(_GOES_ON.search(own[-1].level)) or (label.field is None and not is_last)


def place_rest(parts: Parts, lines: Sequence[Line], *, has_summary: bool, is_inside: bool = False) -> None:
    """Place lines that no label claims: files, notes and sentences; others stay unused.

    Inside a block a line that is none of these is unclear.
    """
    for line in lines:
        if _is_file(line) or FILE_SENTENCE.match(line.level):
            parts.setdefault(Field.DOCUMENTS, []).append(whole_line(line))
        elif _NOTE.match(line.level):
            parts.setdefault(Field.NOTE, []).append(whole_line(line))
        elif _SENTENCE.search(line.level) and not has_summary:
            _add_sentence(parts, line)
        elif is_inside:
            parts.setdefault(Field.UNCLEAR, []).append(whole_line(line))


def _add_sentence(parts: Parts, line: Line) -> None:
    """Add a paragraph to the summary."""
    so_far = parts.get(Field.SUMMARY, [])
    pieces = so_far[0].pieces if so_far else ()
    parts[Field.SUMMARY] = [Part((*pieces, *whole_line(line).pieces))]


def _is_file(line: Line) -> bool:
    found = attachment_in(line.level, 0, len(line.level))
    return is_file_name(line) or (found is not None and not line.level[found.end() :].strip())


def _cut(line: Line, start: int) -> Line | None:
    """Return the rest of a line behind its label, None where nothing is left."""
    if not line.level[start:].strip():
        return None
    blank = " " * start
    return line._replace(text=blank + line.text[start:], level=blank + line.level[start:])
