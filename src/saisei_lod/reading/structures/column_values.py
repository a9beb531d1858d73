"""What a column holds, told by its values where the word over it is not known.

A column of which nearly every value is a day with its round holds certifications, one of labels of funding
schemes holds those, one of names of plans holds titles. A word that says otherwise (申請日) is believed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Part
from saisei_lod.reading.structures.grids import Grid, Slot
from saisei_lod.reading.structures.table_cells import is_ditto, is_none
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.makers_cell import is_makers_list
from saisei_lod.reading.wording.passages import Passage
from saisei_lod.reading.wording.period_cell import period_end
from saisei_lod.reading.wording.value_forms import field_of_short_word
from saisei_lod.wareki import dates, fiscal_years

__all__ = ["field_of_values", "values_below"]

#: Of so many values one may be something else.
_RARE: Final = 5
#: Words over days that are not those of a certification.
_OTHER_DAY: Final = re.compile(r"申請|提出|公表|公開|掲載|更新|受付|作成|策定|報告|開始|終了|満了")
_OTHER_PLACE: Final = re.compile(r"担当|所管|所在|住所|場所|地域|区域|会場|対象|届出")
_OTHER_LIST: Final = re.compile(r"事業名|取組名|施策|課題|目標|指標|担当|所管")
_PLAN_NAME: Final = re.compile(r"(?:計画|プロジェクト)(?:\([^()]{1,20}\)|【[^【】]{1,12}】)?[」』]?\Z")
_LONGEST: Final = 400


def values_below(rows: Grid, place: int) -> list[Slot]:
    """Return the cells of a column that say something of their own, each once; one over all columns is none."""
    slots = (row[place] for row in rows if place < len(row) and not _is_one_cell(row))
    distinct = {(slot.row, slot.column): slot for slot in slots if slot and slot.level}
    return [slot for slot in distinct.values() if not (is_ditto(slot) or is_none(slot))]


def _is_one_cell(row: Sequence[Slot | None]) -> bool:
    return len(row) > 1 and all(slot is row[0] for slot in row)


def field_of_values(word: str, values: Sequence[Slot], lexicon: Lexicon) -> Field | None:
    """Return the field that the values under (or behind) an unknown word hold, None where they do not tell."""
    short = [slot for slot in values if len(slot.level) <= _LONGEST]
    if not short or len(short) < len(values):
        return None
    tests: tuple[tuple[Field, re.Pattern[str] | None, Callable[[Slot], bool]], ...] = (
        (Field.CERTIFICATION, _OTHER_DAY, lambda slot: _is_certification(slot, word)),
        (Field.SCHEMES, None, lambda slot: lexicon.names_schemes(slot.level)),
        (Field.TITLE, _OTHER_LIST, _is_plan_name),
        (Field.PERIOD, _OTHER_DAY, _is_period),
        (Field.MAKERS, _OTHER_PLACE, lambda slot: _names_makers(slot, lexicon)),
    )
    for field, unless, test in tests:
        if not (unless and unless.search(word)) and _nearly_all(short, test):
            return Field.AMENDMENTS if field is Field.CERTIFICATION and "変更" in word else field
    return _of_short_word(word, short)


def _of_short_word(word: str, values: Sequence[Slot]) -> Field | None:
    """Return the field that a word stands for which is none over other values: 主体, 支援."""
    found = Counter(field_of_short_word(word, slot.level) for slot in values)
    field, count = found.most_common(1)[0]
    return field if (len(values) - count) * _RARE <= len(values) else None


def _is_period(slot: Slot) -> bool:
    level = " ".join(slot.level.split())
    is_run = len(dates(level, planned=True)) > 1 or any(run.first != run.last for run in fiscal_years(level))
    return is_run and period_end(level, 0, len(level)) == len(level)


def _names_makers(slot: Slot, lexicon: Lexicon) -> bool:
    return is_makers_list(slot.word) and lexicon.names_governments(slot.word)


def _nearly_all(values: Iterable[Slot], test: Callable[[Slot], bool]) -> bool:
    found = [test(slot) for slot in values]
    return any(found) and found.count(False) * _RARE <= len(found)


def _is_certification(slot: Slot, word: str) -> bool:
    """Tell whether a cell holds days and rounds alone: a round, or a day under a word that says 認定."""
    if not (ROUND.search(slot.level) or "認定" in word):
        return False
    parts: dict[Field, list[Part]] = {}
    place_days(parts, Passage(slot.lines), 0, Field.CERTIFICATION, word)
    return bool(parts) and Field.UNCLEAR not in parts


def _is_plan_name(slot: Slot) -> bool:
    """Tell whether a cell's first line ends as names of plans do."""
    first = slot.level.partition("\n")[0]
    note = attachment_in(first, 0, len(first))
    return bool(_PLAN_NAME.search(first[: note.start() if note else None].strip()))
