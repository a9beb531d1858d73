"""What stands beside a title, in brackets or behind it: days, a round, a period, a measure, a status.

    海の計画(第63回認定、令和4年3月30日) / 「山の計画」(平成28年度~平成32年度) / 川の計画 第55回認定(道整備交付金)

Words are placed only where all of them are understood: a bracket may belong to the title.
"""

import re
from collections.abc import Iterator
from typing import Final

from saisei_lod.reading.model import Field, Line, Part
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.line_labels import labelled_parts
from saisei_lod.reading.wording.passages import Passage, whole_line
from saisei_lod.reading.wording.period_cell import period_end
from saisei_lod.wareki import dates, fiscal_years

__all__ = ["place_asides"]

Parts = dict[Field, list[Part]]

_SEPARATOR: Final = re.compile(r"[、,;/|]|\s・|\s{2,}")
_STATUS: Final = re.compile(
    r"[(\[【<]?(?:計画)?(?:期間)?(?:は)?(?:終了|実施中|現在実施中|継続中|完了|満了)(?:済み?)?[)\]】>]?"
)
_SCHEME: Final = re.compile(
    r"(?:活用:)?[^、。「」()]{2,40}(?:交付金|ふるさと納税|応援税制|特例)(?:\([^()]{1,20}(?:タイプ|型)\))?(?:を?活用)?"
)
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_TOLD: Final = _DAYS | {Field.PERIOD, Field.SCHEMES, Field.MAKERS}
_LONGEST: Final = 160


def place_asides(parts: Parts, line: Line, label: str = "") -> bool:
    """Place the words of a line that stand beside a title; tell whether all of them were understood.

    The line holds white space for what is not beside the title. Where a word is not understood, none is
    placed.
    """
    if not 0 < len(line.level.strip()) <= _LONGEST:
        return False
    found: Parts = {}
    if not (_place_days(found, line, label) or all(_place(found, item, label) for item in _items(line))):
        return False
    for field, made in found.items():
        parts.setdefault(field, []).extend(made)
    return bool(found)


def _items(line: Line) -> Iterator[Line]:
    """Yield what stands between separators outside brackets, each as a line of its own."""
    start = 0
    for found in _SEPARATOR.finditer(line.level):
        before = line.level[start : found.start()]
        if before.count("(") == before.count(")"):
            yield _cut(line, start, found.start())
            start = found.end()
    yield _cut(line, start, len(line.level))


def _place(parts: Parts, item: Line, label: str) -> bool:
    level = item.level.strip()
    if not level:
        return True
    if _STATUS.fullmatch(level):
        return _add(parts, Field.STATUS, item)
    if _place_days(parts, item, label) or _place_labelled(parts, item):
        return True
    if _is_period(level):
        return _add(parts, Field.PERIOD, item)
    return bool(_SCHEME.fullmatch(level)) and _add(parts, Field.SCHEMES, item)


def _place_days(parts: Parts, item: Line, label: str) -> bool:
    """Place days and rounds; tell whether there is nothing else."""
    if _is_period(item.level.strip()):
        return False
    found: Parts = {}
    place_days(found, Passage([item]), 0, Field.CERTIFICATION, label or "変更")
    if not found or Field.UNCLEAR in found:
        return False
    for field, made in found.items():
        parts.setdefault(field, []).extend(part._replace(label="") for part in made)
    return True


def _place_labelled(parts: Parts, item: Line) -> bool:
    """Place a value behind its label: 計画期間:令和4年度から令和6年度まで."""
    found = list(labelled_parts(item))
    for label, own in found:
        if label.field not in _TOLD:
            return False
        value = _cut(own, label.value_start, len(own.level))
        if label.field in _DAYS:
            place_days(parts, Passage([value]), 0, label.field, label.word)
        elif value.level.strip():
            parts.setdefault(label.field, []).append(whole_line(value)._replace(label=label.word))
    return bool(found)


def _is_period(level: str) -> bool:
    """Tell whether words are a period from one time to another, or of fiscal years."""
    bare = level.strip("() ")
    is_run = len(dates(bare, planned=True)) > 1 or any(run.first != run.last for run in fiscal_years(bare))
    return is_run and period_end(bare, 0, len(bare)) == len(bare)


def _add(parts: Parts, field: Field, item: Line) -> bool:
    parts.setdefault(field, []).append(whole_line(item))
    return True


def _cut(line: Line, start: int, end: int) -> Line:
    blank = " " * start
    return line._replace(text=blank + line.text[start:end], level=blank + line.level[start:end])
