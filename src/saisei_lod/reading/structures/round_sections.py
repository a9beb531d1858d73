"""What sections of a page say about the rounds of the plans in them.

    <h2>第73回変更認定</h2> 変更認定年月日:令和7年3月31日 <h3>…計画</h3> …
    <h2>1.認定が行われた地域再生計画(第54回認定)</h2> <table>…</table> <h2>2.認定日</h2> 令和元年11月8日

A section whose heading tells of a round may print the day under it; a press release prints the day of
the whole round in a section of its own.
"""

from collections.abc import Container, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, PageText, Part, Use
from saisei_lod.reading.structures.round_context import parts_of_heading
from saisei_lod.reading.wording.labels import label_of
from saisei_lod.reading.wording.line_labels import label_on
from saisei_lod.reading.wording.passages import Passage, whole_line
from saisei_lod.wareki import date_at

__all__ = ["RoundSections", "find_round_lines", "round_sections"]

_DAYS = frozenset({Field.CERTIFICATION, Field.AMENDMENTS})
Told = Mapping[Field, tuple[Part, ...]]


class RoundSections(NamedTuple):
    """What each heading tells of the plans below it, the day of the whole page, and the lines that do."""

    told: Mapping[int, Told]
    day: Part | None
    lines: tuple[int, ...]


def find_round_lines(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
    """Return the use of the lines that state the day of a round for the plans of a section or page."""
    return Found((), dict.fromkeys(round_sections(page).lines, Use("plan", "round")))


def round_sections(page: PageText) -> RoundSections:
    """Return what the sections of a page say about rounds; only marked headings make sections."""
    told: dict[int, Told] = {}
    lines: list[int] = []
    days: list[Part] = []
    for heading, body in _segments(page):
        parts = parts_of_heading(whole_line(heading))
        if parts:
            found = None if _names_plans(body) else _day_below(body)
            told[heading.number] = _joined(parts, found[1]) if found else parts
            lines += [found[0]] if found else []
        elif (label := label_of(heading)) and label.field is Field.CERTIFICATION and body:
            day = _day_of(body[0], 0)
            days += [day] if day else []
            lines += [heading.number, body[0].number] if day else []
    return RoundSections(told, days[0] if len(days) == 1 else None, tuple(lines))


def _segments(page: PageText) -> Iterator[tuple[Line, list[Line]]]:
    """Yield each heading with the lines up to the next one."""
    marked = {heading.line for heading in page.headings}
    current: tuple[Line, list[Line]] | None = None
    for line in page.lines:
        if line.number in marked:
            if current:
                yield current
            current = (line, [])
        elif current:
            current[1].append(line)
    if current:
        yield current


def _names_plans(body: list[Line]) -> bool:
    labels = (label_on(line) for line in body)
    return any(label is not None and label.field is Field.TITLE for label in labels)


def _day_below(body: list[Line]) -> tuple[int, tuple[Field, Part]] | None:
    """Return the first day among the labels right below a heading, with the number of its line."""
    for line in takewhile(lambda line: label_on(line) is not None, body):
        label = label_on(line)
        day = _day_of(line, label.value_start) if label and label.field in _DAYS else None
        if label and label.field and day:
            return line.number, (label.field, day._replace(label=label.word))
    return None


def _day_of(line: Line, start: int) -> Part | None:
    """Return the day that begins at a place of a line."""
    begins = start + len(line.level[start:]) - len(line.level[start:].lstrip())
    found = date_at(line.level, begins)
    return Passage([line]).part(begins, found.end) if found and found.precision == "day" else None


def _joined(parts: Told, found: tuple[Field, Part]) -> Told:
    """Return what a heading tells with the day below it."""
    field, day = found
    if Field.AMENDMENTS in parts and field is Field.AMENDMENTS:
        words = parts[Field.AMENDMENTS][0]
        return {Field.AMENDMENTS: (Part((*day.pieces, *words.pieces), words.label),)}
    return {**parts, field: (day,)}
