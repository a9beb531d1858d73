"""The structure of labelled blocks: a title, then labels with their values, once for each plan.

    水と歴史と公共交通を活かす 最上川「山の港町」長井市地域再生計画
    (1)計画の認定日及び変更日 / 平成28年3月15日(第36回)認定 / 平成28年8月30日変更
    (2)計画期間 / 平成28年3月15日(認定日)から令和3年3月31日まで
    (3)計画の概要 / …paragraphs… / 計画の詳細については、下記のファイルからご覧ください。

A block begins with its first label; its title is the line above, or the value of a label of its own.
What stands between the last value of a block and the title of the next belongs to neither.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, Use
from saisei_lod.reading.page.furniture import ends_plans
from saisei_lod.reading.structures.block_titles import Title, title_above
from saisei_lod.reading.structures.block_values import Parts, place_title, place_value, value_end
from saisei_lod.reading.wording.labels import Label, label_of
from saisei_lod.reading.wording.passages import Passage, whole_lines

__all__ = ["find_labelled_blocks"]

_NAME: Final = "labelled-blocks"
#: How many fields the labels of a plan without a title name.
_FEWEST: Final = 2


class _Placed(NamedTuple):
    """A label and the index of its line."""

    place: int
    label: Label


def find_labelled_blocks(lines: Sequence[Line], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
    """Return a notice for each block of labels that holds the certification or the title of a plan."""
    blocks = list(_blocks(lines))
    titles = _titles(lines, blocks)
    ends = [*(title.start for title in titles[1:]), len(lines)]
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for block, title, end in zip(blocks, titles, ends, strict=False):
        notice = _notice(lines, block, title, end)
        if notice:
            notices.append(notice)
            uses.update((lines[placed.place].number, Use("plan", "label")) for placed in block)
    return Found(tuple(notices), uses)


def _blocks(lines: Sequence[Line]) -> Iterator[list[_Placed]]:
    """Yield the labels of each block: it ends where a field or the number 1 comes again."""
    block: list[_Placed] = []
    for index, line in enumerate(lines):
        if block and ends_plans(line):
            yield block
            block = []
        label = label_of(line)
        if label is None or not _fits(block, label):
            continue
        if block and _begins_anew(block, label):
            yield block
            block = []
        block.append(_Placed(index, label))
    if block:
        yield block


def _fits(block: list[_Placed], label: Label) -> bool:
    """Tell whether a label counts: a known word, or an unknown one with the next number of the block."""
    if label.field is not None:
        return True
    last = block[-1].label.number if block else None
    return last is not None and label.number == last + 1


def _begins_anew(block: list[_Placed], label: Label) -> bool:
    seen = {placed.label.field for placed in block}
    return label.field in seen - {None} or label.number == 1


def _titles(lines: Sequence[Line], blocks: Sequence[Sequence[_Placed]]) -> list[Title]:
    lowest = [0, *(block[-1].place + 1 for block in blocks[:-1])]
    return [_title(lines, block, low) for block, low in zip(blocks, lowest, strict=False)]


def _title(lines: Sequence[Line], block: Sequence[_Placed], lowest: int) -> Title:
    first = block[0].place
    if Field.TITLE in _fields(block):
        return Title(first, first, ())
    return title_above(lines, lowest, first)


def _fields(block: Sequence[_Placed]) -> frozenset[Field]:
    return frozenset(placed.label.field for placed in block if placed.label.field is not None)


def _is_plan(fields: frozenset[Field]) -> bool:
    """Tell whether the labels are those of a plan, not of some other list."""
    return Field.CERTIFICATION in fields or (Field.TITLE in fields and len(fields) > 1)


def _notice(lines: Sequence[Line], block: Sequence[_Placed], title: Title, end: int) -> Notice | None:
    fields = _fields(block)
    if not _is_plan(fields):
        return None
    parts: Parts = {}
    if title.start < title.end:
        place_title(parts, Passage(lines[title.start : title.end]), 0)
    if title.notes:
        parts[Field.NOTE] = [whole_lines(lines[start:end]) for start, end in title.notes]
    last = _place_values(parts, lines, block, end)
    labelled = parts.keys() - ({Field.NOTE} if Field.TITLE in fields else {Field.TITLE, Field.NOTE})
    if not labelled or (Field.TITLE not in parts and len(fields) < _FEWEST):
        return None
    first = min(title.start, block[0].place)
    return Notice(
        _NAME,
        {field: tuple(found) for field, found in parts.items()},
        (lines[first].number, lines[last].number),
        fields | {Field.TITLE},
    )


def _place_values(parts: Parts, lines: Sequence[Line], block: Sequence[_Placed], end: int) -> int:
    """Place the value of each label; return the index of the block's last line."""
    bounds = [placed.place for placed in block[1:]]
    last = block[-1]
    bounds.append(value_end(lines, last.place + 1, end, last.label.field))
    for placed, stop in zip(block, bounds, strict=True):
        place_value(parts, placed.label, lines[placed.place], lines[placed.place + 1 : stop])
    return bounds[-1] - 1
