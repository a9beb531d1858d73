"""Read a page: container, contact, plans in their structures, header, and the use of every line."""

from collections.abc import Iterator, Sequence
from typing import Final

from saisei_lod.findings import Finding, Place, by_place
from saisei_lod.findings.reading import LINE_NOT_UNDERSTOOD, NO_PLAN_FOUND, STRUCTURE_NOT_KNOWN
from saisei_lod.reading.containers.kinds import read_container
from saisei_lod.reading.containers.limits import PLANS, hold
from saisei_lod.reading.model import Found, Lexicon, Line, Notice, PageNotices, PageText, Use
from saisei_lod.reading.page.contact import read_contact
from saisei_lod.reading.page.coverage import coverage_of
from saisei_lod.reading.page.furniture import furniture, tells_of_plans
from saisei_lod.reading.page.header import read_facts, read_title
from saisei_lod.reading.page.link_files import with_files
from saisei_lod.reading.page.marked_furniture import marked_furniture
from saisei_lod.reading.page.other_plans import is_other_notice, of_other_schemes, other_plan_findings
from saisei_lod.reading.structures.further_files import with_further_files
from saisei_lod.reading.structures.indicator_tables import with_indicators
from saisei_lod.reading.structures.maker_lists import with_makers
from saisei_lod.reading.structures.order import STRUCTURES
from saisei_lod.reading.structures.prose import joined_by_title
from saisei_lod.reading.structures.sections import with_sections
from saisei_lod.reading.wording.passages import whole_line

__all__ = ["read_page"]

_SHOWN: Final = 200
#: A sentence on the day of plans that state one themselves has told nothing.
_SENTENCE: Final = Use("plan", "round-sentence")


def read_page(data: bytes, *, name: str, lexicon: Lexicon) -> PageNotices:
    """Return what a page says: a notice for each plan, its header and contact, and what every line is.

    ``name`` stands in findings and errors. Each line that is not blank has a use or is a finding.
    Raises InputError where the bytes are no page that can be read.
    """
    page = read_container(data, name)
    contact, uses = read_contact(page.lines)
    header, header_uses = read_facts(page.lines, uses)
    uses |= header_uses
    notices: list[Notice] = []
    for found in _structures(page, uses, lexicon):
        notices += found.notices
        hold(PLANS, len(notices), name)
        uses |= {**found.uses, **_lines_used(found.notices)}
    notices = joined_by_title(sorted(notices, key=lambda notice: notice.lines))
    everything = _completed(with_further_files(notices, page, uses), page, lexicon)
    is_other = [is_other_notice(notice) for notice in everything]
    notices = [notice for notice, other in zip(everything, is_other, strict=True) if not other]
    others = [notice for notice, other in zip(everything, is_other, strict=True) if other]
    uses |= _uses_of_others(others, notices, uses) if others else {}
    notices, of_indicators = with_indicators(notices, page, uses)
    uses |= of_indicators
    of_plans = _lines_used(notices)
    uses = {number: use for number, use in uses.items() if use != _SENTENCE or number in of_plans}
    uses |= {number: use for number, use in of_plans.items() if number not in uses}
    title = read_title(page.lines, uses)
    if title:
        uses[title.line] = Use("header", "title")
    uses |= _furniture(page, uses, notices)
    uses |= marked_furniture(page, uses)
    left = [line for line in page.lines if line.number not in uses]
    named = list(other_plan_findings(page, left))
    uses |= {line.number: use for line, use, _ in named}
    findings = [*_findings(page, uses, found_any=bool(notices)), *of_other_schemes(others, page)]
    return PageNotices(
        name,
        page.sha256,
        header._replace(title=title),
        contact,
        tuple(_with_headings(notices, page.lines, uses)),
        uses,
        tuple(by_place([*findings, *(finding for _, _, finding in named)])),
        coverage_of(page.lines, uses, notices),
        {line.number: line.start for line in page.lines},
    )


def _completed(notices: Sequence[Notice], page: PageText, lexicon: Lexicon) -> list[Notice]:
    """Return the notices with what headings say of them, their makers in one list, and their files."""
    told = with_sections(notices, page, _numbers_used(notices), lexicon)
    return with_files(list(with_makers(told, lexicon)), page)


def _uses_of_others(
    others: Sequence[Notice], notices: Sequence[Notice], uses: dict[int, Use]
) -> dict[int, Use]:
    """Return the lines of plans of other schemes: they are furniture, unless a plan of ours shares them."""
    ours = _lines_used(notices)
    numbers = {n for notice in others for n in range(notice.lines[0], notice.lines[1] + 1)}
    own = {number for number in numbers if uses.get(number, Use("", "")).purpose == "plan"}
    return {number: Use("furniture", "other-scheme") for number in own if number not in ours}


def _furniture(page: PageText, uses: dict[int, Use], notices: Sequence[Notice]) -> dict[int, Use]:
    """Return the use of the lines left over that are furniture."""
    first = notices[0].lines[0] if notices else None
    plans = {number for number, use in uses.items() if use.purpose == "plan"}
    left = [line for line in page.lines if line.number not in uses or line.number in plans]
    return {line.number: use for line, use in furniture(left, first, plans)}


def _structures(page: PageText, uses: dict[int, Use], lexicon: Lexicon) -> Iterator[Found]:
    """Yield what each structure finds on the lines that nothing before it used."""
    for structure in STRUCTURES:
        yield structure.find(page, uses, lexicon)


def _numbers_used(notices: Sequence[Notice]) -> set[int]:
    """Return the numbers of the lines of the parts of notices."""
    return {
        piece.line
        for notice in notices
        for parts in notice.parts.values()
        for part in parts
        for piece in part.pieces
    }


def _lines_used(notices: Sequence[Notice]) -> dict[int, Use]:
    """Return the lines of the parts of notices, each with the fields that it serves."""
    fields: dict[int, dict[str, None]] = {}
    for notice in notices:
        for field, parts in notice.parts.items():
            for number in (piece.line for part in parts for piece in part.pieces):
                fields.setdefault(number, {})[field.value] = None
    return {number: Use("plan", " ".join(names)) for number, names in fields.items()}


def _with_headings(
    notices: Sequence[Notice], lines: Sequence[Line], uses: dict[int, Use]
) -> Iterator[Notice]:
    """Yield the notices, each with the last heading above it."""
    headings = [line for line in lines if uses.get(line.number) == Use("furniture", "heading")]
    above: Line | None = None
    for notice in notices:
        while headings and headings[0].number < notice.lines[0]:
            above = headings.pop(0)
        yield notice if notice.heading else notice._replace(heading=whole_line(above) if above else None)


def _findings(page: PageText, uses: dict[int, Use], *, found_any: bool) -> Iterator[Finding]:
    yield from page.findings
    left = [line for line in page.lines if line.number not in uses]
    if not found_any:
        yield NO_PLAN_FOUND.at(Place(page.name))
        telling = next((line for line in left if tells_of_plans(line)), None)
        if telling:
            yield _at(page, telling, structure=True)
    for line in left:
        yield _at(page, line, structure=False)


def _at(page: PageText, line: Line, *, structure: bool) -> Finding:
    kind = STRUCTURE_NOT_KNOWN if structure else LINE_NOT_UNDERSTOOD
    return kind.at(Place(page.name, line.number), line.text.strip()[:_SHOWN])
