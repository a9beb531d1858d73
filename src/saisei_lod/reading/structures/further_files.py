"""Files of a plan on lines of their own: right below it in its section, or with its title in their words.

<p>…地域再生計画『海の計画』(平成27年3月27日認定)により…</p> <p><a href="1.pdf">地域再生計画書(PDF:191KB)</a></p>
「海の計画」整備箇所図(PDF:372KB)
"""

import re
from collections.abc import Container, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Notice, PageText, Part
from saisei_lod.reading.page.furniture import ends_plans
from saisei_lod.reading.structures.block_facts import is_file
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.reading.wording.passages import whole_line
from saisei_lod.text import folded_title

__all__ = ["with_further_files"]

#: Structures in which one plan stands on its line or lines, with nothing of the next between.
_ALONE: Final = frozenset({"prose", "listed-title", "event-table"})
#: Files of the page, not of a plan.
_OF_PAGE: Final = re.compile(r"議事|会議|要綱|募集|一覧|様式|記入例|手引|マニュアル|ガイド")
_QUOTED: Final = re.compile(r"[\s・●○]*「(?P<name>[^「」]*(?:「[^「」]*」[^「」]*)*)」")


def with_further_files(notices: Sequence[Notice], page: PageText, used: Container[int]) -> list[Notice]:
    """Return the notices with the files on lines that serve nothing else yet."""
    sections = Sections(page)
    in_tables = lines_in_tables(page)
    free = [line for line in page.lines if line.number not in used and line.number not in in_tables]
    files = [line for line in free if not sections.holds(line.number) and _is_of_plan(line)]
    if not files:
        return list(notices)
    found: dict[int, list[Line]] = {}
    titles = {folded_title(_title(notice)): place for place, notice in enumerate(notices)}
    above = _right_above(notices, page, sections, {line.number for line in files})
    for line in files:
        place = titles.get(folded_title(_name_in(line)), above.get(line.number))
        if place is not None:
            found.setdefault(place, []).append(line)
    return [_with(notice, found.get(place, ())) for place, notice in enumerate(notices)]


def _name_in(line: Line) -> str:
    """Return the name in 「」 that a line begins with, else its words before the note of the file."""
    quoted = _QUOTED.match(line.level)
    note = attachment_in(line.level, 0, len(line.level))
    return quoted["name"] if quoted else line.level[: note.start() if note else None].strip(" ・")


def _title(notice: Notice) -> str:
    return "".join(part.text for part in notice.parts.get(Field.TITLE, ()))


def _is_of_plan(line: Line) -> bool:
    has_note = attachment_in(line.level, 0, len(line.level)) is not None
    return has_note and is_file(line) and not _OF_PAGE.search(line.level) and not ends_plans(line)


def _right_above(
    notices: Sequence[Notice], page: PageText, sections: Sections, files: Container[int]
) -> dict[int, int]:
    """Return for each file the place of the plan right above it, with nothing but files between."""
    last = {notice.lines[1]: place for place, notice in enumerate(notices) if notice.structure in _ALONE}
    found: dict[int, int] = {}
    place: int | None = None
    for line in page.lines:
        if line.number in last:
            place = last[line.number]
        elif line.number not in files or sections.holds(line.number):
            place = None
        elif place is not None:
            found[line.number] = place
    return found


def _with(notice: Notice, files: Sequence[Line]) -> Notice:
    if not files:
        return notice
    parts: tuple[Part, ...] = (*notice.parts.get(Field.DOCUMENTS, ()), *map(whole_line, files))
    return notice._replace(parts={**notice.parts, Field.DOCUMENTS: parts})
