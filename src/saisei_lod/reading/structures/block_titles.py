"""The title over a block of labels: the line above them, with the notes between."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Line
from saisei_lod.reading.page.furniture import ends_plans
from saisei_lod.reading.wording.attachments import FILE_SENTENCE
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.labels import label_of
from saisei_lod.reading.wording.title_forms import is_general_title

__all__ = ["Title", "title_above"]

_NOTE: Final = re.compile(r" *[(]?[※*]")
_SENTENCE_END: Final = re.compile(r"。[」』)]* *\Z|まで *\Z")
#: How titles and headings end; a line above that ends so is no first half of a broken title.
_WHOLE: Final = re.compile(
    r"(?:計画|プロジェクト|事業|構想|戦略|プラン|について|制度|概要|一覧)[」』)】\]]* *\Z"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_NUMBERED: Final = re.compile(r" *(?:\([0-9]{1,2}\)|[①-⑳])")
_LONGEST: Final = 200
_MOST_NOTES: Final = 4


class Title(NamedTuple):
    """Indexes of lines: where the title begins (equal to ``end`` where there is none), and its notes."""

    start: int
    end: int
    notes: tuple[tuple[int, int], ...]


def _note_start(lines: Sequence[Line], lowest: int, end: int) -> int:
    """Return where a note that ends here begins, ``end`` where none does; it may be broken once."""
    last = lines[end - 1]
    if _NOTE.match(last.level):
        return end - 1
    if end - 1 == lowest:
        return end
    above = lines[end - 2]
    is_broken = not (_WHOLE.search(above.level) or _SENTENCE_END.search(above.level))
    is_near = above.number + 1 == last.number
    return end - 2 if is_near and is_broken and _NOTE.match(above.level) else end


def title_above(lines: Sequence[Line], lowest: int, label: int) -> Title:
    """Return the title above the first label of a block, looking no higher than ``lowest``."""
    end = label
    notes: tuple[tuple[int, int], ...] = ()
    while end > lowest and len(notes) < _MOST_NOTES and (start := _note_start(lines, lowest, end)) < end:
        notes = ((start, end), *notes)
        end = start
    if end == lowest or not _can_be_title(lines[end - 1]):
        return Title(end, end, notes)
    start = end - 1
    while start > lowest and _is_first_half(lines[start - 1], lines[start]):
        start -= 1
    return Title(start, end, notes)


def _can_be_title(line: Line) -> bool:
    """Tell whether a line may be a title: short, no sentence, no day, no label, no page furniture.

    A line that begins like a numbered label is a title only where it ends like one.
    """
    return (
        len(line.level) <= _LONGEST
        and not _SENTENCE_END.search(line.level)
        and date_statement_at(line.level, 0) is None
        and len(_LETTER.findall(line.level)) > 1
        and not (_NUMBERED.match(line.level) and not _WHOLE.search(line.level))
        and not is_general_title(line.level)
        and not FILE_SENTENCE.match(line.level)
        and not ends_plans(line)
        and label_of(line) is None
    )


def _is_first_half(line: Line, following: Line) -> bool:
    """Tell whether a title was broken behind this line: no blank line, no ending of a title."""
    apart = line.number + 1 < following.number
    return not apart and not _WHOLE.search(line.level) and not _NOTE.match(line.level) and _can_be_title(line)
