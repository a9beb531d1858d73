"""The structure of a block a plan: a title, then labels with their values, or lines that tell its facts.

    <h3>サムライゆかりのシルク産業再生計画</h3> 認定日 / 令和3年3月30日(第59回認定) / 計画期間 / …
    計画名 「もち米の里・ひまわり観光計画」 / 【認定回】第43回 / 【認定日】平成29年5月30日 / …
    ◎ ススキ高原の計画 / 一 作成主体 曽爾村 / 二 認定年月日 平成二十九年五月三十日(第四十三回) / …

The title is a heading, the value of a label, or the line above the labels. Labels stand before their values
on one line, over them, or are the terms of a definition list. What no label claims is a fact, a file, a note
or a sentence of the summary; other lines stay findings.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.containers.limits import PLANS, hold
from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Use
from saisei_lod.reading.structures.block_facts import place_rest
from saisei_lod.reading.structures.block_rows import Row, can_be_title, rows_of
from saisei_lod.reading.structures.block_titles import title_above
from saisei_lod.reading.structures.labelled_values import place_values
from saisei_lod.reading.structures.table_cells import as_tuples, says_none
from saisei_lod.reading.wording.labels import Label
from saisei_lod.reading.wording.line_labels import Labelled
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.passages import whole_lines
from saisei_lod.reading.wording.title_cell import place_title_lines
from saisei_lod.reading.wording.title_forms import is_quoted, reads_as_title

__all__ = ["can_be_title", "find_titled_blocks"]

_NAME: Final = "titled-block"
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_TELLING: Final = frozenset({*_DAYS, Field.PERIOD, Field.SCHEMES})
_FEWEST: Final = 2
#: These may come several times in one block.
_MANY: Final = frozenset(
    {Field.AMENDMENTS, Field.DOCUMENTS, Field.NOTE, Field.SUMMARY, Field.AMOUNTS, Field.OTHER}
)


class _Item(NamedTuple):
    """A label and the lines of its value; the first may be the label's own line."""

    label: Label
    head: Line
    values: list[Line]


class _Block:
    """A block: its title where a heading or line is one, the lines before its first label, its items."""

    __slots__ = ("before", "fields", "has_second", "items", "level", "title", "words")

    def __init__(self, title: Line | None = None, level: int = 0) -> None:
        self.title = title
        #: The level of the heading that is the title, 0 where none is.
        self.level = level
        self.before: list[Line] = []
        self.items: list[_Item] = []
        #: The fields and words of the labels, and whether one of them has a number above 1.
        self.fields: set[Field] = set()
        self.words: set[str] = set()
        self.has_second = False

    def add_label(self, labelled: Labelled) -> None:
        """Add a label with its line."""
        label = labelled.label
        self.items.append(_Item(label, labelled.line, []))
        self.fields |= {label.field} if label.field else set()
        self.words.add(label.word)
        self.has_second |= (label.number or 0) > 1

    def add(self, line: Line) -> None:
        """Add a line without a label."""
        (self.items[-1].values if self.items else self.before).append(line)

    def take_title(self) -> list[Line]:
        """Take the lines of a title off the end of the block, for the next one."""
        lines = self.items[-1].values if self.items else self.before
        found = title_above(lines, 0, len(lines))
        first = found.notes[0][0] if found.notes else len(lines)
        first = found.start if found.start < found.end else first
        taken = lines[first:]
        del lines[first:]
        return taken


def find_titled_blocks(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
    """Return a notice for each block of facts under a title."""
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for block in _blocks(rows_of(page, used)):
        notice = _notice(block, lexicon)
        if notice:
            notices.append(notice)
            hold(PLANS, len(notices), page.name)
            uses |= {item.head.number: Use("plan", "label") for item in block.items}
            uses |= {
                line.number: Use("plan", "none")
                for item in block.items
                for line in item.values
                if says_none(line)
            }
    return Found(tuple(notices), uses)


def _blocks(rows: Sequence[Row]) -> Iterator[_Block]:
    """Yield the blocks of a page; a heading, the end of plans, a title or a label that comes again ends one."""
    block = _Block()
    for row in rows:
        if row.is_end or (row.heading and not (row.labels and _goes_on(block, row))):
            yield block
            block = _heading_block(row, block)
        elif row.is_title:
            yield block
            block = _Block(row.line)
        elif not row.labels or row.has_lead:
            block.add(row.line)
        for labelled in row.labels if not row.is_end else ():
            if _begins_anew(block, labelled.label):
                block, finished = _next_block(block, labelled.label)
                yield finished
            block.add_label(labelled)
    yield block


def _goes_on(block: _Block, row: Row) -> bool:
    """Tell whether a heading that is a label stands under the title of the block."""
    return row.heading is not None and row.heading.level > block.level


def _heading_block(row: Row, before: _Block) -> _Block:
    """Return the block that a heading begins; a badge above the heading in its own box belongs to it."""
    if row.is_end or not row.is_title:
        return _Block()
    block = _Block(row.line, row.heading.level if row.heading else 0)
    first = row.heading.first if row.heading else 0
    if 0 < first < row.line.number:
        lines = before.items[-1].values if before.items else before.before
        badges = [line for line in lines if line.number >= first]
        lines[:] = [line for line in lines if line.number < first]
        block.before += badges
    return block


def _next_block(block: _Block, label: Label) -> tuple[_Block, _Block]:
    """Return the block that a label begins, with its title taken from the one before, and that one."""
    following = _Block()
    if label.field is not Field.TITLE:
        following.before += block.take_title()
    return following, block


def _begins_anew(block: _Block, label: Label) -> bool:
    if not block.items:
        return False
    if label.field is Field.TITLE or (label.number == 1 and block.has_second):
        return True
    return label.word in block.words and label.field not in {*_MANY, None}


def _notice(block: _Block, lexicon: Lexicon) -> Notice | None:
    """Return the notice of a block that has a title and tells facts of a plan."""
    fields = frozenset(block.fields)
    parts: dict[Field, list[Part]] = {}
    if Field.TITLE not in fields:
        _place_title(parts, block)
    if not _may_be_plan(parts, fields, block):
        return None
    place_rest(parts, block.before, lexicon, fields)
    for number, item in enumerate(block.items):
        is_last = number + 1 == len(block.items)
        lines = (item.head, *item.values)
        place_values(parts, item.label, lines, lexicon, fields, is_last=is_last)
    own = {piece.line for found in parts.values() for part in found for piece in part.pieces}
    own |= {item.head.number for item in block.items}
    if Field.TITLE not in parts or not (block.items or _tells(parts)):
        return None
    return Notice(_NAME, as_tuples(parts), (min(own), max(own)), fields | {Field.TITLE})


def _place_title(parts: dict[Field, list[Part]], block: _Block) -> None:
    """Place the heading or line over a block, else the line right above its first label."""
    if block.items and not block.level and _is_numbered(block):
        return
    above = title_above(block.before, 0, len(block.before))
    lines = block.before[above.start : above.end]
    if block.title and not (_reads(lines) and not _reads([block.title])):
        place_title_lines(parts, [block.title])
        return
    if not lines or not _has_inline_value(block):
        return
    place_title_lines(parts, lines)
    for start, end in above.notes:
        parts.setdefault(Field.NOTE, []).append(whole_lines(block.before[start:end]))
    del block.before[above.start :]


def _reads(lines: Sequence[Line]) -> bool:
    level = "".join(line.level.strip() for line in lines)
    return reads_as_title(level[mark_end(level) :])


def _is_numbered(block: _Block) -> bool:
    """Tell whether numbered labels stand over their values, as :mod:`labelled_blocks` reads them."""
    return all(item.label.number for item in block.items) and not _has_inline_value(block)


def _has_inline_value(block: _Block) -> bool:
    """Tell whether a label stands before its value on one line, as labels over values do not."""
    return any(item.head.level[item.label.value_start :].strip() for item in block.items)


def _may_be_plan(parts: dict[Field, list[Part]], fields: frozenset[Field], block: _Block) -> bool:
    """Tell whether title and labels are those of a plan; without labels the title must read like one."""
    if Field.TITLE in fields:
        return bool(fields & _TELLING) and len(fields) >= _FEWEST
    if fields:
        return Field.TITLE in parts and bool(fields & _TELLING)
    return Field.TITLE in parts and block.title is not None and _reads_alone(block.title, parts)


def _reads_alone(title: Line, parts: dict[Field, list[Part]]) -> bool:
    return (
        _reads([title])
        or is_quoted(title.level)
        or any(reads_as_title(part.text) for part in parts[Field.TITLE])
    )


def _tells(parts: dict[Field, list[Part]]) -> bool:
    return bool(_DAYS & parts.keys())
