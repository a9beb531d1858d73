"""What sections of a page say about the rounds of the plans in them.

    <h2>第73回変更認定</h2> 変更認定年月日:令和7年3月31日 <h3>…計画</h3> …
    <h2>1.認定が行われた地域再生計画(第54回認定)</h2> <table>…</table> <h2>2.認定日</h2> 令和元年11月8日
    <h1>地域再生計画(第68回)の認定について</h1> 令和5年8月17日付けで、下記の計画を認定しました。 <h2>(2)変更認定</h2> …

A section whose heading tells of a round may print the day under it; a press release prints the day of
the whole round in a sentence, or in a section of its own.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, PageText, Part, Use
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.round_context import (
    NOTHING_TOLD,
    Told,
    is_round_heading,
    told_by_heading,
    told_by_sentence,
)
from saisei_lod.reading.wording.labels import label_of
from saisei_lod.reading.wording.line_labels import label_on
from saisei_lod.reading.wording.passages import Passage, whole_line
from saisei_lod.reading.wording.title_forms import reads_as_title
from saisei_lod.wareki import date_at

__all__ = ["RoundSections", "find_round_lines", "round_sections"]

_DAYS: Final = frozenset({Field.CERTIFICATION, Field.AMENDMENTS})
#: The line of a segment before the first heading.
_TOP: Final = 0
_LONGEST_LOOSE: Final = 60
#: A press release prints its day among its first lines.
_FIRST_LINES: Final = 12


class RoundSections(NamedTuple):
    """What each heading tells of the plans below it (0: the page), the day of the whole round, and the lines that do.

    ``sentences`` are lines of prose that do; a heading's own line is none of the lines. ``loose`` are lines
    of a round that nothing marks as headings, with what they tell.
    """

    told: Mapping[int, Told]
    day: Part | None
    lines: tuple[int, ...]
    sentences: tuple[int, ...]
    loose: Mapping[int, Told] = {}

    def near(self, number: int, since: int, used: Container[int]) -> Told:
        """Return what the last unmarked line of a round before a line tells; nothing from before ``since``.

        A line that serves a plan tells of that plan alone.
        """
        before = [line for line in self.loose if since < line < number and line not in used]
        return self.loose[max(before)] if before else NOTHING_TOLD

    def over(self, headings: Sequence[Line]) -> Told:
        """Return what headings, the nearest first, tell together."""
        told = NOTHING_TOLD
        if not self.told:
            return told
        for number in (*(heading.number for heading in headings), _TOP):
            told = told.within(self.told.get(number, NOTHING_TOLD))
        if told.round and told.day is None:
            return told._replace(day=self.day)
        return told


def find_round_lines(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
    """Return the use of the lines that state the day of a round for the plans of a section or page."""
    rounds = round_sections(page)
    by_sentence = dict.fromkeys(rounds.sentences, Use("plan", "round-sentence"))
    return Found((), dict.fromkeys(rounds.lines, Use("plan", "round")) | by_sentence)


def round_sections(page: PageText) -> RoundSections:
    """Return what the sections of a page say about rounds; only marked headings make sections."""
    told: dict[int, Told] = {}
    lines: list[int] = []
    sentences: list[int] = []
    days: list[tuple[Part, tuple[int, int]]] = []
    today = _day_of_issue(page)
    for heading, body in _segments(page):
        own, below = _told_by(heading, body) if heading else (NOTHING_TOLD, [])
        said = None if heading and reads_as_title(heading.level) else _said(body, today)
        if said:
            own, sentences = own.within(said[1]), [*sentences, said[0].number]
        if own != NOTHING_TOLD:
            told[heading.number if heading else _TOP] = own
            lines += below
        elif heading and body and (day := _day_of_round(heading, body[0])):
            days.append((day, (heading.number, body[0].number)))
    loose = _loose(page, {*lines, *sentences})
    if len(days) != 1 or not any(one.round for one in told.values()):
        return RoundSections(told, None, tuple(lines), tuple(sentences), loose)
    return RoundSections(told, days[0][0], (*lines, *days[0][1]), tuple(sentences), loose)


def _loose(page: PageText, used: Container[int]) -> dict[int, Told]:
    """Return the lines outside headings and tables that are nothing but a round, with what they tell."""
    marked = {heading.line for heading in page.headings}
    in_tables = lines_in_tables(page)
    found: dict[int, Told] = {}
    for line in page.lines:
        is_free = line.number not in marked and line.number not in in_tables and line.number not in used
        if is_free and len(line.level) <= _LONGEST_LOOSE and is_round_heading(line.level):
            told = told_by_heading(whole_line(line))
            if told.parts:
                found[line.number] = told
    return found


def _told_by(heading: Line, body: list[Line]) -> tuple[Told, list[int]]:
    """Return what a heading tells with the day among the labels below it, and the number of that line."""
    own = told_by_heading(whole_line(heading))
    found = _day_below(body) if own.parts and not _names_plans(body) else None
    return (_joined(own, found[1]), [found[0]]) if found else (own, [])


def _day_of_round(heading: Line, below: Line) -> Part | None:
    """Return the day under a heading that is nothing but 認定日."""
    label = label_of(heading)
    return _day_of(below, 0) if label and label.field is Field.CERTIFICATION else None


def _segments(page: PageText) -> Iterator[tuple[Line | None, list[Line]]]:
    """Yield each heading with the lines up to the next one outside tables, first those before any heading."""
    marked = {heading.line for heading in page.headings}
    in_tables = lines_in_tables(page)
    current: tuple[Line | None, list[Line]] = (None, [])
    for line in page.lines:
        if line.number in marked:
            yield current
            current = (line, [])
        elif line.number not in in_tables:
            current[1].append(line)
    yield current


def _day_of_issue(page: PageText) -> Part | None:
    """Return the day that stands alone on one of the first lines: that on which a press release was issued."""
    for line in page.lines[:_FIRST_LINES]:
        day = _day_of(line, 0)
        if day and day.text == line.text.strip():
            return day
    return None


def _said(body: list[Line], today: Part | None) -> tuple[Line, Told] | None:
    """Return the sentence of a section that tells of its plans, None where several do."""
    found = [(line, told) for line in body if (told := told_by_sentence(line, today)).parts]
    return found[0] if len(found) == 1 else None


def _names_plans(body: list[Line]) -> bool:
    labels = (label_on(line) for line in body)
    return any(label is not None and label.field is Field.TITLE for label in labels)


def _day_below(body: list[Line]) -> tuple[int, tuple[Field, Part]] | None:
    """Return the first day among the labels right below a heading, with the number of its line."""
    for line in takewhile(lambda line: label_on(line) is not None, body):
        label = label_on(line)
        day = _day_of(line, label.value_start) if label and label.field in _DAYS else None
        if label and label.field and day:
            return line.number, (label.field, day)
    return None


def _day_of(line: Line, start: int) -> Part | None:
    """Return the day that begins at a place of a line."""
    begins = start + len(line.level[start:]) - len(line.level[start:].lstrip())
    found = date_at(line.level, begins)
    return Passage([line]).part(begins, found.end) if found and found.precision == "day" else None


def _joined(told: Told, found: tuple[Field, Part]) -> Told:
    """Return what a heading tells with the day below it, where both speak of the same."""
    field, day = found
    is_same = bool(told.is_change) == (field is Field.AMENDMENTS)
    return told._replace(day=told.day or day) if is_same else told
