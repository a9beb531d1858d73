"""What a column holds, told by its values where the word over it is not known.

A column of which nearly every value is a day with its round holds certifications, one of labels of funding
schemes holds those, one of names of plans holds titles. A word that says otherwise (申請日) is believed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Part
from saisei_lod.reading.structures.grids import Grid, Slot
from saisei_lod.reading.structures.table_cells import is_ditto, is_none
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.passages import Passage

__all__ = ["field_of_values", "values_below"]

#: Of so many values one may be something else.
_RARE: Final = 5
#: Words over days that are not those of a certification.
_OTHER_DAY: Final = re.compile(r"申請|提出|公表|公開|掲載|更新|受付|作成|策定|報告|開始|終了|満了")
_OTHER_LIST: Final = re.compile(r"事業名|取組名|施策|課題|目標|指標|担当|所管")
_PLAN_NAME: Final = re.compile(r"(?:計画|プロジェクト)(?:\([^()]{1,20}\)|【[^【】]{1,12}】)?[」』]?\Z")
_LONGEST: Final = 400


def values_below(rows: Grid, place: int) -> list[Slot]:
    """Return the cells of a column that say something of their own, each once."""
    slots = (row[place] for row in rows if place < len(row))
    distinct = {(slot.row, slot.column): slot for slot in slots if slot and slot.lines}
    return [slot for slot in distinct.values() if not (is_ditto(slot) or is_none(slot))]


def field_of_values(word: str, values: Sequence[Slot], lexicon: Lexicon) -> Field | None:
    """Return the field that the values under (or behind) an unknown word hold, None where they do not tell."""
    short = [slot for slot in values if len(slot.level) <= _LONGEST]
    if not short or len(short) < len(values):
        return None
    if not _OTHER_DAY.search(word) and _nearly_all(short, lambda slot: _is_certification(slot, word)):
        return Field.AMENDMENTS if "変更" in word else Field.CERTIFICATION
    if _nearly_all(short, lambda slot: lexicon.names_schemes(slot.level)):
        return Field.SCHEMES
    if not _OTHER_LIST.search(word) and _nearly_all(short, _is_plan_name):
        return Field.TITLE
    return None


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
