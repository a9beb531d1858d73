"""Lines of a plan's block that no label claims: a day of an event, a round, a measure, files, notes, sentences.

    <span>第63回認定</span> <h3>海の計画</h3> 令和4年3月30日認定 / 地方創生推進交付金 / 海を生かします。

A fact is placed only where the block is silent on it.
"""

import re
from collections.abc import Collection, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Line, Part
from saisei_lod.reading.wording.attachments import FILE_SENTENCE, attachment_in
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.makers_cell import is_makers_list
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.passages import Passage, whole_line
from saisei_lod.reading.wording.period_cell import period_end
from saisei_lod.reading.wording.title_cell import bare_end, is_file_name
from saisei_lod.reading.wording.told_sentences import place_told
from saisei_lod.wareki import dates, fiscal_years

__all__ = ["is_days", "is_file", "place_rest"]

Parts = dict[Field, list[Part]]

_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_NOTE: Final = re.compile(r" *[(]?[※*]")
_SENTENCE: Final = re.compile(r"[。!?][」』)]* *\Z")
_EVENT: Final = re.compile(r"認定|変更|取り?消|第 *[0-9〇一二三四五六七八九十]+ *回")
_LONGEST: Final = 120
#: A line of many changes is longer than one of another fact.
_LONGEST_DAYS: Final = 400


def place_rest(
    parts: Parts,
    lines: Sequence[Line],
    lexicon: Lexicon,
    labelled: Collection[Field] = (),
    *,
    is_inside: bool = False,
) -> None:
    """Place lines that no label claims; what is no fact, file, note or sentence stays unused.

    ``labelled`` are the fields that labels of the block name: no other line tells of them. Inside a block a
    line that is none of these is unclear.
    """
    for line in lines:
        if is_file(line) or FILE_SENTENCE.match(line.level):
            parts.setdefault(Field.DOCUMENTS, []).append(whole_line(line))
        elif _NOTE.match(line.level):
            parts.setdefault(Field.NOTE, []).append(whole_line(line))
        elif _place_fact(parts, line, lexicon, labelled):
            continue
        elif _SENTENCE.search(line.level):
            if not _place_told(parts, line, lexicon, labelled) and Field.SUMMARY not in labelled:
                _add_sentence(parts, line)
        elif is_inside:
            parts.setdefault(Field.UNCLEAR, []).append(whole_line(line))


def _place_told(parts: Parts, line: Line, lexicon: Lexicon, labelled: Collection[Field]) -> bool:
    """Place what sentences tell of fields that no label names; tell whether they tell of a day."""
    told: Parts = {}
    if not place_told(told, line, 0, len(line.level), lexicon):
        return False
    new = {
        field: made
        for field, made in told.items()
        if field not in labelled and (field is Field.AMENDMENTS or field not in parts)
    }
    for field, made in new.items():
        parts.setdefault(field, []).extend(made)
    return bool(new)


def _place_fact(parts: Parts, line: Line, lexicon: Lexicon, labelled: Collection[Field]) -> bool:
    """Place a line that is nothing but a fact which the block does not tell yet; tell whether it was."""
    start = mark_end(line.level)
    level = line.level[start:].strip(" ()[]【】")
    if not 0 < len(level) <= _LONGEST or "。" in level:
        return False
    if _place_event(parts, line, labelled):
        return True
    field = _field(level, lexicon)
    if field is None or field in parts or field in labelled:
        return False
    begins = line.level.index(level, start)
    part = Passage([line]).part(begins, begins + len(level))
    if part:
        parts[field] = [part]
    return part is not None


def _field(level: str, lexicon: Lexicon) -> Field | None:
    """Return the field of words that are a measure, a period or a list of governments and nothing else."""
    if lexicon.names_schemes(level):
        return Field.SCHEMES
    if _is_period(level):
        return Field.PERIOD
    return Field.MAKERS if is_makers_list(level) and lexicon.names_governments(level) else None


def _is_period(level: str) -> bool:
    is_run = len(dates(level, planned=True)) > 1 or any(run.first != run.last for run in fiscal_years(level))
    return is_run and period_end(level, 0, len(level)) == len(level)


def _place_event(parts: Parts, line: Line, labelled: Collection[Field]) -> bool:
    """Place days and rounds that stand with a word for what happened, of a plan that is silent on them."""
    found = is_days(line)
    if not found or not _EVENT.search(line.level):
        return False
    new = {field: made for field, made in found.items() if field not in labelled and _is_silent(parts, field)}
    for field, made in new.items():
        parts.setdefault(field, []).extend(made)
    return bool(new)


def _is_silent(parts: Parts, field: Field) -> bool:
    """Tell whether a block says nothing of a field yet; of changes it may say more."""
    if field is Field.ROUND and any("回" in part.text for part in parts.get(Field.CERTIFICATION, ())):
        return False
    return field is Field.AMENDMENTS or field not in parts


def is_days(line: Line) -> Parts:
    """Return the days and rounds of a line that holds nothing else, none of any other line."""
    found: Parts = {}
    start = mark_end(line.level)
    if len(line.level) <= _LONGEST_DAYS and (_EVENT.search(line.level) or dates(line.level)):
        place_days(found, Passage([line]), start, Field.CERTIFICATION, "変更")
    if Field.UNCLEAR in found or not _DAYS & found.keys():
        return {}
    return {field: [part._replace(label="") for part in made] for field, made in found.items()}


def _add_sentence(parts: Parts, line: Line) -> None:
    """Add a paragraph to the summary."""
    so_far = parts.get(Field.SUMMARY, [])
    pieces = so_far[0].pieces if so_far else ()
    parts[Field.SUMMARY] = [Part((*pieces, *whole_line(line).pieces))]


def is_file(line: Line) -> bool:
    """Tell whether a line names a file: by its words, or by the note of format and size that ends it."""
    end = bare_end(line.level)
    found = attachment_in(line.level, 0, end)
    while found and line.level[found.end() : end].strip():
        found = attachment_in(line.level, found.end(), end)
    return found is not None or is_file_name(line)
