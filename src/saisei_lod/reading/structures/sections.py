"""The sections of a page by its marked headings: which headings stand over a line, the nearest first."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Heading, Lexicon, Line, Notice, PageText
from saisei_lod.reading.page.furniture import is_status_heading
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.heading_context import with_context
from saisei_lod.reading.structures.round_context import Told, is_round_heading, told_by_heading
from saisei_lod.reading.structures.round_sections import RoundSections, round_sections
from saisei_lod.reading.structures.same_days import with_same_days
from saisei_lod.reading.wording.passages import whole_line

__all__ = ["Sections", "with_sections"]

_DEEPEST: Final = 9
#: The level of lines that are headings by their words alone.
_LOOSE: Final = 8
_LONGEST_LOOSE: Final = 40


class Sections:
    """The headings of a page with their levels, and the captions of its tables as the deepest ones.

    A line that tells a status (終了した計画), or in bold a round, is a heading though nothing marks it.
    """

    __slots__ = ("_headings", "_lines", "_numbers")

    def __init__(self, page: PageText) -> None:
        self._lines = {line.number: line for line in page.lines}
        marked = {heading.line: heading for heading in page.headings if heading.line in self._lines}
        for table in page.tables:
            last = max((piece.line for row in table.rows for cell in row for piece in cell.pieces), default=0)
            marked |= {number: Heading(number, _DEEPEST, last=last) for number in table.caption}
        marked |= {number: Heading(number, _LOOSE) for number in _loose(page) if number not in marked}
        self._headings: Sequence[Heading] = [heading for _, heading in sorted(marked.items())]
        self._numbers = [heading.line for heading in self._headings]

    def over(self, number: int) -> list[Line]:
        """Return the headings that a line stands under, the nearest first."""
        found: list[Line] = []
        place = bisect_left(self._numbers, number)
        lowest = self._headings[place].level if self.holds(number) else _DEEPEST + 1
        for heading in reversed(self._headings[:place]):
            if heading.level < lowest and not 0 < heading.last < number:
                found.append(self._lines[heading.line])
                lowest = heading.level
        return found

    def at(self, number: int) -> Heading | None:
        """Return the heading that a line is, None for any other line."""
        place = bisect_left(self._numbers, number)
        return self._headings[place] if self.holds(number) else None

    def next_after(self, number: int) -> int | None:
        """Return the number of the next heading behind a line, None where none follows."""
        place = bisect_left(self._numbers, number + 1)
        return self._numbers[place] if place < len(self._numbers) else None

    def holds(self, number: int) -> bool:
        """Tell whether a line is a heading."""
        place = bisect_left(self._numbers, number)
        return place < len(self._numbers) and self._numbers[place] == number


def _loose(page: PageText) -> Iterator[int]:
    """Yield the numbers of the lines that are headings by their words."""
    in_tables = lines_in_tables(page)
    strong = frozenset(page.strong)
    for line in page.lines:
        if len(line.level) > _LONGEST_LOOSE or line.number in in_tables:
            continue
        if is_status_heading(line) or (line.number in strong and is_round_heading(line.level)):
            yield line.number


def with_sections(
    notices: Sequence[Notice], page: PageText, used: Container[int], lexicon: Lexicon
) -> list[Notice]:
    """Return the notices with the heading that says most of each: its status, else the nearest.

    A plan without day and round, makers or measures gets those that a heading over it states.
    """
    sections = Sections(page)
    rounds = round_sections(page)
    made = []
    for notice in notices:
        over = [line for line in sections.over(notice.lines[0]) if line.number not in used]
        told = with_context(_with_heading(notice, over), over, lexicon)
        since = max((line.number for line in over), default=0)
        near = rounds.near(notice.lines[0], since, used)
        made.append(_with_round(told, over, rounds, near))
    return list(with_same_days(made))


def _with_heading(notice: Notice, over: Sequence[Line]) -> Notice:
    if notice.heading or not over:
        return notice
    telling = next((line for line in over if is_status_heading(line)), over[0])
    return notice._replace(heading=whole_line(telling))


def _with_round(notice: Notice, over: Sequence[Line], rounds: RoundSections, near: Told) -> Notice:
    """Return the notice with what lines and headings over it tell of its round, where it is silent."""
    told = near.within(rounds.over(over))
    own = notice.heading
    if own and own.line not in {line.number for line in over}:
        told = told_by_heading(own).within(told)
    first = {Field.CERTIFICATION, Field.ROUND}
    is_silent = not first & notice.parts.keys()
    said = {
        field: parts
        for field, parts in told.parts.items()
        if (field in first and is_silent) or (field is Field.AMENDMENTS and field not in notice.parts)
    }
    return notice._replace(parts={**notice.parts, **said}) if said else notice
