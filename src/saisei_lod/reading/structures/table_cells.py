"""The cells of one plan's row, placed into fields by the words over their columns."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Part
from saisei_lod.reading.page.other_plans import is_other_scheme
from saisei_lod.reading.structures.grids import Slot
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.passages import Passage, whole_line, whole_lines
from saisei_lod.reading.wording.title_cell import place_title_lines

__all__ = ["as_tuples", "is_ditto", "is_none", "paired_changes", "place_cell", "says_none"]

Parts = dict[Field, list[Part]]

#: Marks that say: the same as in the cell above.
_DITTO: Final = frozenset(
    {"〃", "同上", "々", "仝", "''", '"', '""', "〃〃", "上に同じ", "同", "〻", "(同上)", "同左"}
)
#: Marks that say: there is none.
_NONE: Final = re.compile(
    r"[-ー_~・/*.]{1,4}|一|なし|無し|無|該当なし|該当無し|特になし|ありません|\(なし\)|変更なし|未変更|N/?A"
)
_LONGEST_MARK: Final = len("ありません")
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.AMENDMENTS})
_NOTE: Final = re.compile(r" *[(]?[※*](?!\s*(?:令和|平成|[RH][0-9]|[12][0-9]{3}))")
_PROSE: Final = frozenset({Field.SUMMARY, Field.NOTE, Field.DOCUMENTS, Field.OTHER, Field.CODES})
#: Fields whose label tells what the value is: a start or an end, the name of a sum, a prefecture's code, other makers.
_LABELLED: Final = frozenset({Field.PERIOD, Field.AMOUNTS, Field.CODES, Field.MAKERS})
_BARE_ROUND: Final = re.compile(r"\s*(?:第\s*)?[0-9]{1,3}(?:\s*回(?:\s*\([0-9]\))?)?(?:認定)?\s*\Z")
#: Fields that take the whole of a cell as it stands, but for notes.
_WHOLE: Final = frozenset(
    {
        Field.MAKERS,
        Field.COVERAGE,
        Field.PERIOD,
        Field.SUMMARY,
        Field.SCHEMES,
        Field.AMOUNTS,
        Field.PREFECTURE,
        Field.CODES,
    }
)
_HAS_NOTE: Final = re.compile(r"[※*]")
_IGNORED: Final = frozenset({Field.OTHER, Field.KIND})


def is_ditto(slot: Slot) -> bool:
    """Tell whether a cell repeats the one above it."""
    return slot.word in _DITTO


def is_none(slot: Slot) -> bool:
    """Tell whether a cell says that there is none, or nothing at all."""
    return not slot.word or (len(slot.word) <= _LONGEST_MARK and bool(_NONE.fullmatch(slot.word)))


def says_none(line: Line) -> bool:
    """Tell whether a line says that there is none: -, なし."""
    return bool(_NONE.fullmatch("".join(line.level.split())))


def place_cell(parts: Parts, fields: Sequence[Field], slot: Slot, label: str) -> None:
    """Place a cell under a column of some fields; a cell under no known word is unclear.

    Notes with ※ in a cell are notes of the plan, unless they tell of a day.
    """
    if is_none(slot):
        return
    if not fields:
        _add(parts, Field.UNCLEAR, [slot.part])
        return
    field = fields[0]
    if field is Field.KIND and _is_other_kind(slot.word):
        _add(parts, Field.KIND, [slot.part])
    if field in _IGNORED:
        return
    if field in _WHOLE and not _HAS_NOTE.search(slot.level):
        _add(parts, field, [_labelled(slot.part, field, label)])
        return
    notes = [line for line in slot.lines if field not in _PROSE and _NOTE.match(line.level)]
    own = [line for line in slot.lines if line not in notes]
    _add(parts, Field.NOTE, [whole_line(line) for line in notes])
    if own:
        _place(parts, fields, own, label)


def _labelled(part: Part, field: Field, label: str) -> Part:
    return part._replace(label=label) if field in _LABELLED else part


def _is_other_kind(word: str) -> bool:
    """Tell whether the kind of a row is a plan of another scheme."""
    return is_other_scheme(word) or (word.endswith(("計画", "特区", "戦略")) and "地域再生" not in word)


def _place(parts: Parts, fields: Sequence[Field], lines: Sequence[Line], label: str) -> None:
    field = fields[0]
    if field is Field.TITLE:
        _place_title(parts, fields, lines, label)
    elif field is Field.ROUND and len(lines) == 1 and _BARE_ROUND.match(lines[0].level):
        _add(parts, Field.ROUND, [whole_lines(lines)])
    elif field in _DAYS or field is Field.ROUND:
        place_days(parts, Passage(lines), 0, Field.CERTIFICATION if field is Field.ROUND else field, label)
    elif field is Field.NOTE:
        _place_notes(parts, lines)
    elif field is Field.DOCUMENTS:
        _add(parts, field, [whole_line(line) for line in lines])
    else:
        _add(parts, field, [_labelled(whole_lines(lines), field, label)])


def _place_notes(parts: Parts, lines: Sequence[Line]) -> None:
    """Place remarks: a day with the word for a change is one, the rest are notes."""
    for line in lines:
        statement = date_statement_at(line.level, 0)
        is_change = statement is not None and statement.field is Field.AMENDMENTS
        if statement and is_change and not line.level[statement.end :].strip("届出報告) "):
            _add(parts, Field.AMENDMENTS, [whole_line(line)])
        else:
            _add(parts, Field.NOTE, [whole_line(line)])


def _place_title(parts: Parts, fields: Sequence[Field], lines: Sequence[Line], label: str) -> None:
    """Place a title; where the column holds the summary too, the first line is the title."""
    rest = next((field for field in fields[1:] if field in {Field.SUMMARY, Field.MAKERS}), None)
    place_title_lines(parts, lines[:1] if rest else lines, label)
    if rest and lines[1:]:
        _add(parts, rest, [whole_lines(lines[1:])])


def _add(parts: Parts, field: Field, found: Sequence[Part]) -> None:
    if found:
        parts.setdefault(field, []).extend(found)


def paired_changes(parts: Parts) -> None:
    """Join the round of a change with its day, where a column of rounds stands beside one of days."""
    changes = parts.get(Field.AMENDMENTS, [])
    rounds = [part for part in changes if part.label.endswith("回")]
    days = [part for part in changes if part.label.endswith("日")]
    if rounds and len(rounds) == len(days) and len(rounds) + len(days) == len(changes):
        parts[Field.AMENDMENTS] = [
            Part((*day.pieces, *one.pieces), day.label) for one, day in zip(rounds, days, strict=True)
        ]


def as_tuples(parts: Mapping[Field, Sequence[Part]]) -> dict[Field, tuple[Part, ...]]:
    """Return the parts of a notice."""
    return {field: tuple(found) for field, found in parts.items()}
