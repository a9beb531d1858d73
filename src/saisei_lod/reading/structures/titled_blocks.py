"""The structure of a block a plan that marks its title: a heading, or a label for the title.

    <h3>サムライゆかりのシルク産業再生計画</h3> 認定日 / 令和3年3月30日(第59回認定) / 計画期間 / …
    計画名 「もち米の里・ひまわり観光計画」 / 【認定回】第43回 / 【認定日】平成29年5月30日 / …

Labels stand before their values on one line, over them, or are the terms of a definition list. What
follows the last label is a file, a note, or a sentence of the summary; other lines stay findings.
"""

from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Use
from saisei_lod.reading.page.furniture import ends_plans, is_status_heading
from saisei_lod.reading.structures.block_titles import is_general_title
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.labelled_values import place_rest, place_values
from saisei_lod.reading.structures.round_context import is_round_heading
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples
from saisei_lod.reading.wording.labels import Label
from saisei_lod.reading.wording.line_labels import label_on
from saisei_lod.reading.wording.title_cell import place_title_lines

__all__ = ["can_be_title", "find_titled_blocks"]

_NAME: Final = "titled-block"
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_TELLING: Final = frozenset({*_DAYS, Field.PERIOD, Field.SCHEMES})
_FEWEST: Final = 2
_LONGEST_TITLE: Final = 150
#: These may come several times in one block.
_MANY: Final = frozenset(
    {Field.AMENDMENTS, Field.DOCUMENTS, Field.NOTE, Field.SUMMARY, Field.AMOUNTS, Field.OTHER}
)


class _Item(NamedTuple):
    """A label and the lines of its value; the first may be the label's own line."""

    label: Label
    head: Line
    values: list[Line]


class _Block(NamedTuple):
    """A block: the line of its title where a heading is one, the lines before its first label, its items."""

    title: Line | None
    before: list[Line]
    items: list[_Item]


def find_titled_blocks(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
    """Return a notice for each block of labels under a heading, or with a label for its title."""
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for block in _blocks(page, used):
        notice = _notice(block)
        if notice:
            notices.append(notice)
            uses |= {item.head.number: Use("plan", "label") for item in block.items}
    return Found(tuple(notices), uses)


def _blocks(page: PageText, used: Container[int]) -> Iterator[_Block]:
    """Yield the blocks of a page; a heading, a used line or a label that comes again ends one."""
    sections = Sections(page)
    in_tables = lines_in_tables(page)
    terms = {number for term, _ in page.terms for number in term}
    block = _Block(None, [], [])
    for line in page.lines:
        if sections.holds(line.number) or line.number in used or line.number in in_tables or ends_plans(line):
            yield block
            is_title = sections.holds(line.number) and line.number not in used and can_be_title(line)
            block = _Block(line if is_title else None, [], [])
            continue
        label = _label(line, is_term=line.number in terms)
        if label and _begins_anew(block, label):
            yield block
            block = _Block(None, [], [])
        if label:
            block.items.append(_Item(label, line, []))
        elif block.items:
            block.items[-1].values.append(line)
        else:
            block.before.append(line)
    yield block


def _label(line: Line, *, is_term: bool) -> Label | None:
    """Return the label of a line; the term of a definition list is one whatever its word."""
    label = label_on(line)
    if label is None and is_term:
        return Label(None, line.level.strip(), None, len(line.level))
    return label


def _begins_anew(block: _Block, label: Label) -> bool:
    seen = {item.label.field for item in block.items}
    if label.field is Field.TITLE:
        return bool(seen)
    again = any(item.label.word == label.word for item in block.items)
    return again and label.field not in {*_MANY, None}


def can_be_title(line: Line) -> bool:
    """Tell whether a heading may be the title of a plan: it names no round, no status, no plans in general."""
    level = line.level.strip()
    general = (
        is_status_heading(line) or is_general_title(level) or is_round_heading(level) or bool(label_on(line))
    )
    return not general and len(level) <= _LONGEST_TITLE and not level.endswith("。")


def _notice(block: _Block) -> Notice | None:
    fields = frozenset(item.label.field for item in block.items if item.label.field)
    has_title = Field.TITLE in fields or block.title is not None
    if not (has_title and fields & _TELLING and len(fields) >= (_FEWEST if Field.TITLE in fields else 1)):
        return None
    parts: dict[Field, list[Part]] = {}
    if block.title and Field.TITLE not in fields:
        place_title_lines(parts, [block.title])
    place_rest(parts, block.before, has_summary=Field.SUMMARY in fields)
    for number, item in enumerate(block.items):
        is_last = number + 1 == len(block.items)
        has_summary = Field.SUMMARY in fields
        place_values(parts, item.label, (item.head, *item.values), is_last=is_last, has_summary=has_summary)
    own = {piece.line for found in parts.values() for part in found for piece in part.pieces}
    own |= {item.head.number for item in block.items}
    return (
        Notice(_NAME, as_tuples(parts), (min(own), max(own)), fields | {Field.TITLE})
        if Field.TITLE in parts
        else None
    )
