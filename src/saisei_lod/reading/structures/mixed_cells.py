"""Cells that hold more than the word over their column says: labels with values, a title with its period, two fields.

内容: 認定日:令和4年3月30日(第63回) / 計画期間:令和4年度から令和6年度まで / 支援措置:地方創生推進交付金
期間・支援措置: 令和4年度から令和6年度まで / 地方創生推進交付金
計画名: 海の計画 / (令和4年度~令和6年度)
"""

from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Part
from saisei_lod.reading.structures.grids import Slot
from saisei_lod.reading.structures.table_cells import place_cell
from saisei_lod.reading.wording.asides import place_asides
from saisei_lod.reading.wording.line_labels import Labelled, labelled_parts
from saisei_lod.reading.wording.value_forms import can_be_value

__all__ = ["place_any_cell", "tells_by_labels"]

Parts = dict[Field, list[Part]]

_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
#: What a label within a cell may tell.
_TOLD: Final = _DAYS | {Field.PERIOD, Field.SCHEMES, Field.MAKERS, Field.COVERAGE, Field.SUMMARY}
#: Columns whose cells may hold labels of their own.
_OPEN: Final = frozenset({Field.SUMMARY, Field.OTHER})


def place_any_cell(parts: Parts, fields: Sequence[Field], slot: Slot, label: str) -> None:
    """Place a cell under a column of some fields, by labels of its own where it has them."""
    has_lines = "\n" in slot.level
    is_mixed = len(fields) > 1 and not _DAYS.issuperset(fields)
    if fields and not (is_mixed or (has_lines and (fields[0] is Field.TITLE or fields[0] in _OPEN))):
        place_cell(parts, fields, slot, label)
    elif fields and fields[0] is Field.TITLE:
        _place_below_title(parts, fields, slot, label)
    elif not _place_labelled(parts, slot.lines):
        if is_mixed and has_lines:
            _place_by_form(parts, fields, slot.lines, label)
        else:
            place_cell(parts, fields, slot, label)


def tells_by_labels(slot: Slot) -> bool:
    """Tell whether a cell begins with a label before a day, a period or a measure."""
    found = _labels(slot.lines[0]) if slot.level else []
    return any(one.label.field in _TOLD - {Field.SUMMARY} for one in found)


def _place_labelled(parts: Parts, lines: Sequence[Line]) -> bool:
    """Place lines that begin with labels before values that fit; tell whether the first line does."""
    groups: list[tuple[Labelled, list[Line]]] = []
    for line in lines:
        found = _labels(line)
        if found:
            groups += [(one, [_value(one)]) for one in found]
        elif groups:
            groups[-1][1].append(line)
        else:
            return False
    for one, own in groups:
        if one.label.field:
            place_cell(parts, (one.label.field,), Slot.of_lines(own), one.label.word)
    return bool(groups)


def _labels(line: Line) -> list[Labelled]:
    """Return the labels of a line, each before a value of its field."""
    found = list(labelled_parts(line))
    fit = all(one.label.field in _TOLD and can_be_value(one.label.field, _value(one).level) for one in found)
    return found if fit else []


def _value(one: Labelled) -> Line:
    start = one.label.value_start
    blank = " " * start
    return one.line._replace(text=blank + one.line.text[start:], level=blank + one.line.level[start:])


def _place_below_title(parts: Parts, fields: Sequence[Field], slot: Slot, label: str) -> None:
    """Place a title, and the lines below it that tell something else."""
    own = list(slot.lines[:1])
    own += [
        line
        for line in slot.lines[1:]
        if not (_place_labelled(parts, [line]) or _place_aside(parts, fields, line))
    ]
    place_cell(parts, fields, Slot.of_lines(own) if len(own) < len(slot.lines) else slot, label)


def _place_aside(parts: Parts, fields: Sequence[Field], line: Line) -> bool:
    """Place a line below a title that is nothing but a day, a period or a measure."""
    start = len(line.level) - len(line.level.lstrip())
    end = len(line.level.rstrip())
    if line.level.startswith("(", start) and line.level.endswith(")", 0, end):
        start, end = start + 1, end - 1
    blank = " " * start
    bare = line._replace(text=blank + line.text[start:end], level=blank + line.level[start:end])
    told = {field for field in fields[1:] if field not in {Field.SUMMARY, Field.MAKERS}}
    return place_asides(parts, bare) or any(_place_if_fit(parts, field, bare) for field in told)


def _place_if_fit(parts: Parts, field: Field, line: Line) -> bool:
    if not can_be_value(field, line.level):
        return False
    place_cell(parts, (field,), Slot.of_lines([line]), "")
    return True


def _place_by_form(parts: Parts, fields: Sequence[Field], lines: Sequence[Line], label: str) -> None:
    """Place the lines of a cell of several fields: each with the first field whose value it can be."""
    groups: dict[Field, list[Line]] = {}
    last: Field | None = None
    for line in lines:
        fit = next((field for field in fields if can_be_value(field, line.level)), last)
        groups.setdefault(fit or Field.UNCLEAR, []).append(line)
        last = fit
    for field, own in groups.items():
        place_cell(parts, () if field is Field.UNCLEAR else (field,), Slot.of_lines(own), label)
