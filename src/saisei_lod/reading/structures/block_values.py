"""The values behind the labels of a block, placed into fields by what they are."""

import re
from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Part
from saisei_lod.reading.page.furniture import ends_plans
from saisei_lod.reading.wording.attachments import FILE_SENTENCE, attachment_in
from saisei_lod.reading.wording.date_statements import ROUND, date_statement_at
from saisei_lod.reading.wording.labels import Label
from saisei_lod.reading.wording.passages import Passage, whole_line

__all__ = ["Parts", "place_title", "place_value", "value_end"]

Parts = dict[Field, list[Part]]

_DAYS: Final = frozenset({Field.CERTIFICATION, Field.AMENDMENTS, Field.ROUND})
_PROSE: Final = frozenset({Field.SUMMARY, Field.NOTE})
_NOTE: Final = re.compile(r" *[(]?[※*]")
_SENTENCE_END: Final = re.compile(r"[。!?][」』)]* *\Z")
_PROSE_END: Final = re.compile(r"[。、,!?][」』)]* *\Z")
_COMMA_END: Final = re.compile(r"[、,] *\Z")
_LINE_END: Final = re.compile(r"[^\n]*\n?")
_ROUND: Final = re.compile(rf"\s*{ROUND.pattern}")
_LONGEST: Final = 300


def value_end(lines: Sequence[Line], start: int, end: int, field: Field | None) -> int:
    """Return the index behind the last line of a block's last value, which no further label ends.

    The value goes on behind a blank line only with what fits its field: sentences of a summary, days
    of a certification; a sentence that points to files ends it.
    """
    index = start
    while index < end:
        stop = _paragraph_end(lines, index, end)
        if index > start and not _goes_on(lines[index - 1], lines[index:stop], field):
            return index
        ending = next((place for place in range(index, stop) if ends_plans(lines[place])), None)
        if ending is not None:
            return ending
        sentence = _file_sentence(lines, index, stop)
        if sentence:
            return _attachments_end(lines, sentence[1], end)
        index = stop
    return index


def _file_sentence(lines: Sequence[Line], start: int, end: int) -> tuple[int, int] | None:
    """Return where a sentence that points to files stands and ends; it may be broken once."""
    for index in range(start, end):
        if FILE_SENTENCE.match(lines[index].level):
            return index, index + 1
    for index in range(start, end - 1):
        first, second = lines[index], lines[index + 1]
        is_broken = first.number + 1 == second.number and not _SENTENCE_END.search(first.level)
        if is_broken and FILE_SENTENCE.match(first.level.strip() + second.level.strip()):
            return index, index + 2
    return None


def _paragraph_end(lines: Sequence[Line], start: int, end: int) -> int:
    stop = start + 1
    while stop < end and lines[stop].number == lines[stop - 1].number + 1:
        stop += 1
    return stop


def _goes_on(before: Line, paragraph: Sequence[Line], field: Field | None) -> bool:
    first, last = paragraph[0], paragraph[-1]
    if field in _DAYS:
        return date_statement_at(first.level, 0) is not None
    if _file_sentence(paragraph, 0, len(paragraph)) or _is_attachment(first):
        return True
    is_prose = _PROSE_END.search(last.level) or _COMMA_END.search(before.level)
    return field in _PROSE and bool(is_prose)


def _attachments_end(lines: Sequence[Line], start: int, end: int) -> int:
    index = start
    while index < end and _is_attachment(lines[index]):
        index += 1
    return index


def _is_attachment(line: Line) -> bool:
    """Tell whether a line names a file: it ends with a note of format or size."""
    found = attachment_in(line.level, 0, len(line.level)) if len(line.level) <= _LONGEST else None
    return found is not None and not line.level[found.end() :].strip()


def place_value(parts: Parts, label: Label, head: Line, lines: Sequence[Line]) -> None:
    """Place the value of a label: what stands behind it on its line, and the lines below."""
    if label.field is None:
        _add(parts, Field.UNCLEAR, [whole_line(line) for line in (head, *lines)])
        return
    files = [] if label.field is Field.TITLE else _files(lines)
    notes = [line for line in lines if label.field not in _PROSE and _NOTE.match(line.level)]
    own = [line for line in lines if line not in files and line not in notes]
    _add(parts, Field.DOCUMENTS, [whole_line(line) for line in files])
    _add(parts, Field.NOTE, [whole_line(line) for line in notes if line not in files])
    passage = Passage([head, *own])
    if label.field in _DAYS:
        _place_days(parts, label, passage)
    elif label.field is Field.TITLE:
        place_title(parts, passage, label.value_start)
    else:
        value = passage.part(label.value_start, len(passage.text))
        _add(parts, label.field, [value] if value else [])


def _files(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that name files or point to them."""
    sentence = _file_sentence(lines, 0, len(lines))
    pointing = range(*sentence) if sentence else range(0)
    return [line for index, line in enumerate(lines) if index in pointing or _is_attachment(line)]


def place_title(parts: Parts, passage: Passage, start: int) -> None:
    """Place a title, and the notes of files that stand in it or behind it."""
    place = start
    while note := attachment_in(passage.level, place, len(passage.level)):
        for field, first, last in ((Field.TITLE, place, note.start()), (Field.DOCUMENTS, *note.span())):
            part = passage.part(first, last)
            _add(parts, field, [part] if part else [])
        place = note.end()
    rest = passage.part(place, len(passage.level))
    _add(parts, Field.TITLE, [rest] if rest else [])


def _add(parts: Parts, field: Field, found: list[Part]) -> None:
    if found:
        parts.setdefault(field, []).extend(found)


def _place_days(parts: Parts, label: Label, passage: Passage) -> None:
    """Place each day of a value by the word behind it; words without a day are unclear."""
    place = label.value_start
    spans = [(0, place)]
    while place < len(passage.level):
        field, end = _day_at(parts, label, passage.level, place)
        part = passage.part(place, end)
        if field is not None and part:
            _add(parts, field, [part])
            spans.append((place, end))
        place = max(end, place + 1)
    _add(parts, Field.UNCLEAR, passage.uncovered(spans))


def _day_at(parts: Parts, label: Label, level: str, place: int) -> tuple[Field | None, int]:
    """Return what stands at a place and where it ends; without a day the rest of the line is nothing."""
    statement = date_statement_at(level, place)
    if statement:
        return statement.field or _by_label(parts, label), statement.end
    if found := _ROUND.match(level, place):
        return Field.ROUND, found.end()
    line = _LINE_END.match(level, place)
    return None, line.end() if line else len(level)


def _by_label(parts: Parts, label: Label) -> Field:
    """Return what a day without a word for it is: what the label names, the certification first."""
    if label.field is Field.AMENDMENTS:
        return Field.AMENDMENTS
    if Field.CERTIFICATION not in parts:
        return Field.CERTIFICATION
    return Field.AMENDMENTS if "変更" in label.word else Field.UNCLEAR
