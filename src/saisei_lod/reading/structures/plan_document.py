"""The structure of the plan document itself (様式第1 of 地域再生法施行規則): one plan in numbered sections.

    1 地域再生計画の名称 / 2 作成主体の名称 / 3 区域 / 4 目標 / 5 地域再生を図るために行う事業
    6 計画期間 / 7 目標の達成状況に係る評価に関する事項

Sections 1, 2, 3 and 6 hold the values; section 4 holds the indicators, section 5 the measures and the
sums. The prose of 4, 5 and 7 is the plan's own text: it is named so, and not put into a record.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import (
    Field,
    Found,
    IndicatorNotice,
    Lexicon,
    Line,
    Notice,
    PageText,
    Part,
    Piece,
    Use,
)
from saisei_lod.reading.page.furniture import is_page_furniture
from saisei_lod.reading.structures.document_sums import place_sums
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.indicator_lines import indicators_in_lines
from saisei_lod.reading.structures.table_cells import as_tuples
from saisei_lod.reading.wording.passages import whole_lines
from saisei_lod.reading.wording.title_cell import place_title_lines

__all__ = ["find_plan_document"]

_NAME: Final = "plan-document"
_SECTION: Final = re.compile(
    r"\s*(?P<number>[1-7])\s*[.、)]?\s*(?P<words>[^0-9\s\-.][^。:]{1,40}?)\s*(?::(?P<value>.*))?\Z"
)
#: The words of the sections of the form that hold values.
_WORDS: Final = {
    1: re.compile(r"(?:地域再生)?計画の名称\Z"),
    2: re.compile(r"(?:地域再生)?計画の作成主体の名称\Z|作成主体の?名称?\Z"),
    3: re.compile(r"(?:地域再生)?計画の区域\Z|地域再生(?:を図る)?区域\Z"),
    4: re.compile(r"(?:地域再生)?計画の目標\Z|目標\Z"),
    5: re.compile(r"(?:地域再生を図るために行う|目標を達成するために行う)事業(?:に関する事項)?\Z"),
    6: re.compile(r"(?:地域再生計画の)?計画期間\Z"),
    7: re.compile(r"(?:地域再生計画の)?目標の達成状況に係る評価に関する事項\Z|.*評価に関する事項\Z"),
}
_NEEDED: Final = frozenset({1, 2, 6})
_FIELDS: Final = {2: Field.MAKERS, 3: Field.COVERAGE, 6: Field.PERIOD}
_MEASURE: Final = re.compile(
    r"\s*(?:[○◯●・■〇]\s*(?P<name>[^:【〔(。]{3,60})|(?P<coded>[^:【〔(。\s]{3,60})\s*(?:\([^()]{2,20}\))?\s*:?\s*[【(\[]A[0-9]{4})"
)
_PAGE_NUMBER: Final = re.compile(r"\s*-?\s*[0-9]{1,3}\s*-?\s*\Z")


class _Section(NamedTuple):
    """A section: its number, the line of its heading, and its lines."""

    number: int
    heading: Line
    lines: list[Line]


def find_plan_document(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
    """Return the notice of the one plan whose document the page is, none where it is no such document."""
    sections = _sections([line for line in page.lines if line.number not in used])
    if not {section.number for section in sections} >= _NEEDED:
        return Found()
    parts: dict[Field, list[Part]] = {}
    uses = {section.heading.number: Use("plan", "section") for section in sections}
    for section in sections:
        uses |= {line.number: Use("furniture", "plan-text") for line in section.lines}
    in_tables = lines_in_tables(page)
    indicators: tuple[IndicatorNotice, ...] = ()
    for section in sections:
        _place(parts, section, page, lexicon)
        if section.number == 4:  # noqa: PLR2004 - 4 目標
            indicators += tuple(indicators_in_lines(section.lines))
            of_tables = in_tables & {line.number for line in section.lines}
            uses = {number: use for number, use in uses.items() if number not in of_tables}
    if Field.TITLE not in parts:
        return Found()
    lines = (sections[0].heading.number, (sections[-1].lines or [sections[-1].heading])[-1].number)
    columns = frozenset({Field.TITLE, Field.MAKERS, Field.COVERAGE, Field.PERIOD, Field.SCHEMES})
    return Found((Notice(_NAME, as_tuples(parts), lines, columns, indicators=indicators),), uses)


def _sections(lines: Sequence[Line]) -> list[_Section]:
    """Return the sections of the form in their order; a number that does not go on is no section."""
    sections: list[_Section] = []
    for line in lines:
        number = _number(line)
        last = sections[-1].number if sections else 0
        if number is not None and number > last and (sections or number == 1):
            sections.append(_Section(number, line, []))
        elif sections:
            sections[-1].lines.append(line)
    return sections


def _number(line: Line) -> int | None:
    found = _SECTION.match(line.level)
    if found is None:
        return None
    number = int(found["number"])
    return number if _WORDS[number].match("".join(found["words"].split())) else None


def _place(parts: dict[Field, list[Part]], section: _Section, page: PageText, lexicon: Lexicon) -> None:
    lines = [
        line for line in section.lines if not _PAGE_NUMBER.match(line.level) and not is_page_furniture(line)
    ]
    if section.number == 1 and lines:
        place_title_lines(parts, lines)
    elif section.number in _FIELDS and lines:
        parts.setdefault(_FIELDS[section.number], []).append(whole_lines(lines))
    elif section.number == 5:  # noqa: PLR2004 - 5 事業
        schemes = list(_schemes(lines, lexicon))
        if schemes:
            parts.setdefault(Field.SCHEMES, []).extend(schemes)
        place_sums(parts, lines, page)


def _schemes(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Part]:
    """Yield the measures that section 5 lists, each at the head of a paragraph behind a bullet."""
    for line in lines:
        found = _MEASURE.match(line.level)
        group = "name" if found and found["name"] else "coded"
        if found and lexicon.names_schemes(found[group].strip()):
            start = found.start(group)
            yield Part((Piece(line.text[start : start + len(found[group].rstrip())], line.number, start),))
