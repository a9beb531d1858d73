"""The sections of a page by its marked headings: which headings stand over a line, the nearest first."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Notice, PageText
from saisei_lod.reading.page.furniture import is_status_heading
from saisei_lod.reading.structures.round_sections import RoundSections, round_sections
from saisei_lod.reading.wording.passages import whole_line

__all__ = ["Sections", "with_sections"]

_DEEPEST: Final = 9


class Sections:
    """The headings of a page with their levels, and the captions of its tables as the deepest ones."""

    __slots__ = ("_headings", "_numbers")

    def __init__(self, page: PageText) -> None:
        lines = {line.number: line for line in page.lines}
        marked = {heading.line: heading.level for heading in page.headings}
        marked |= dict.fromkeys((number for table in page.tables for number in table.caption), _DEEPEST)
        self._headings: Sequence[tuple[Line, int]] = [
            (lines[number], level) for number, level in sorted(marked.items()) if number in lines
        ]
        self._numbers = [line.number for line, _ in self._headings]

    def over(self, number: int) -> list[Line]:
        """Return the headings that a line stands under, the nearest first."""
        found: list[Line] = []
        place = bisect_left(self._numbers, number)
        lowest = self._headings[place][1] if self.holds(number) else _DEEPEST + 1
        for line, level in reversed(self._headings[:place]):
            if level < lowest:
                found.append(line)
                lowest = level
        return found

    def next_after(self, number: int) -> int | None:
        """Return the number of the next heading behind a line, None where none follows."""
        place = bisect_left(self._numbers, number + 1)
        return self._numbers[place] if place < len(self._numbers) else None

    def holds(self, number: int) -> bool:
        """Tell whether a line is a heading."""
        place = bisect_left(self._numbers, number)
        return place < len(self._numbers) and self._numbers[place] == number


def with_sections(notices: Sequence[Notice], page: PageText, used: Container[int]) -> list[Notice]:
    """Return the notices with the heading that says most of each: its status, else the nearest.

    A plan without day and round gets those that a heading over it states.
    """
    sections = Sections(page)
    rounds = round_sections(page)
    made = []
    for notice in notices:
        over = [line for line in sections.over(notice.lines[0]) if line.number not in used]
        made.append(_with_round(_with_heading(notice, over), over, rounds))
    return made


def _with_heading(notice: Notice, over: Sequence[Line]) -> Notice:
    if notice.heading or not over:
        return notice
    telling = next((line for line in over if is_status_heading(line)), over[0])
    return notice._replace(heading=whole_line(telling))


def _with_round(notice: Notice, over: Sequence[Line], rounds: RoundSections) -> Notice:
    """Return the notice with what the nearest heading that tells of a round states, where it is silent."""
    told = next((rounds.told[line.number] for line in over if line.number in rounds.told), {})
    first = {Field.CERTIFICATION, Field.ROUND}
    if rounds.day and Field.ROUND in told and Field.CERTIFICATION not in told:
        told = {**told, Field.CERTIFICATION: (rounds.day,)}
    is_silent = not first & notice.parts.keys()
    said = {
        field: parts
        for field, parts in told.items()
        if (field in first and is_silent) or (field is Field.AMENDMENTS and field not in notice.parts)
    }
    return notice._replace(parts={**notice.parts, **said}) if said else notice
