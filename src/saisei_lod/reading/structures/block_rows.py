"""The lines of a page as rows of blocks: which are titles, which hold labels, and where blocks are cut apart.

A heading that is a label (認定日 over a day) is a label. A line that reads as a title is one where a label
or a day stands right below it.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Heading, Line, PageText
from saisei_lod.reading.page.furniture import ends_plans, is_status_heading
from saisei_lod.reading.structures.block_facts import is_days, is_file
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.round_context import is_round_heading
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.wording.labels import Label
from saisei_lod.reading.wording.line_labels import Labelled, label_on, labelled_parts, with_lead
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.title_forms import is_general_title, reads_as_title

__all__ = ["Row", "can_be_title", "rows_of"]

_LONGEST_TITLE: Final = 150
#: How many notes and files may stand between a title and the first label.
_BETWEEN: Final = 2


class Row(NamedTuple):
    """A line of a page: the labels on it, and whether it is a title, or ends what stands before it.

    ``heading`` is what the container marks the line as; ``is_title`` tells that a plan begins here,
    ``has_lead`` that words of the plan stand before the labels.
    """

    line: Line
    labels: tuple[Labelled, ...] = ()
    heading: Heading | None = None
    is_title: bool = False
    is_end: bool = False
    has_lead: bool = False


def rows_of(page: PageText, used: Container[int]) -> list[Row]:
    """Return the rows of a page; lines that serve something else, and cells of tables, only end blocks."""
    sections = Sections(page)
    in_tables = lines_in_tables(page)
    terms = {number for term, _ in page.terms for number in term}
    seams = _seams(page)
    below = [*(line.level for line in page.lines[1:]), ""]
    rows: list[Row] = []
    for line, following in zip(page.lines, below, strict=True):
        if line.number in used or line.number in in_tables:
            rows.append(Row(line, is_end=True))
            continue
        heading = sections.at(line.number)
        labels = tuple(labelled_parts(line, below=following, seams=seams.get(line.number, ())))
        if not labels and line.number in terms and not reads_as_title(line.level[mark_end(line.level) :]):
            labels = (Labelled(Label(None, line.level.strip(), None, len(line.level)), line),)
        lead = None if labels or heading else _with_lead(line, seams.get(line.number, ()))
        rows.append(lead or Row(line, labels, heading, is_end=not labels and ends_plans(line)))
    return list(_titled(rows, terms))


def _with_lead(line: Line, seams: Sequence[int]) -> Row | None:
    """Return a row whose labels stand behind a title or a day, None for any other line."""
    lead, labels = with_lead(line, seams=seams)
    if not labels:
        return None
    if reads_as_title(_bare(lead).strip(" /|:、")) and can_be_title(lead):
        return Row(lead, labels, is_title=True)
    return Row(lead, labels, has_lead=True) if is_days(lead) else None


def _seams(page: PageText) -> dict[int, list[int]]:
    seams: dict[int, list[int]] = {}
    for number, column in page.seams:
        seams.setdefault(number, []).append(column)
    return seams


def _titled(rows: Sequence[Row], terms: Container[int]) -> Iterator[Row]:
    """Yield the rows, those marked at which a plan begins.

    Where days and titles take turns, what comes first tells whose the days are.
    """
    day_first: bool | None = None
    for place, row in enumerate(rows):
        if row.labels or row.is_end or row.heading:
            day_first = None
            yield row._replace(is_title=can_be_title(row.line)) if row.heading and not row.labels else row
            continue
        begins = reads_as_title(_bare(row.line)) and can_be_title(row.line) and not _is_value(rows, place)
        if day_first is None:
            day_first = False if begins else bool(is_days(row.line)) or None
        begins = begins and (row.line.number in terms or _is_over_facts(rows, place, by_day=not day_first))
        yield row._replace(is_title=begins)


def _is_value(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a line is the value of the label above it, which has none on its own line."""
    above = rows[place - 1].labels[-1:] if place else ()
    return any(not one.line.level[one.label.value_start :].strip() for one in above)


def _bare(line: Line) -> str:
    """Return a line without its mark, and without what stands in brackets behind a title."""
    return line.level[mark_end(line.level) :]


def _is_over_facts(rows: Sequence[Row], place: int, *, by_day: bool) -> bool:
    """Tell whether a label, or ``by_day`` a day, stands right below a line, notes and files aside."""
    following = rows[place + 1 : place + 2 + _BETWEEN]
    for row in following:
        if row.heading or row.is_end:
            return False
        if row.labels:
            return row.labels[0].label.field is not Field.TITLE
        if is_days(row.line):
            return by_day
        if not (row.line.level.lstrip().startswith(("※", "(※")) or is_file(row.line)):
            return False
    return False


def can_be_title(line: Line) -> bool:
    """Tell whether a heading may be the title of a plan: it names no round, no status, no plans in general."""
    level = line.level.strip()
    bare = level[mark_end(level) :]
    general = (
        is_status_heading(line) or is_general_title(bare) or is_round_heading(level) or bool(label_on(line))
    )
    return not general and len(level) <= _LONGEST_TITLE and not level.endswith("。")
