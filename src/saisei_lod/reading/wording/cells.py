"""Cut the cells of one flattened row apart, each by what it is; nothing of the row is lost."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Part
from saisei_lod.reading.wording.attachments import attachment_at, attachment_in
from saisei_lod.reading.wording.date_statements import date_statement_at
from saisei_lod.reading.wording.makers_cell import makers_end
from saisei_lod.reading.wording.passages import Passage
from saisei_lod.reading.wording.period_cell import period_end
from saisei_lod.reading.wording.scheme_cell import schemes_start

__all__ = ["CUTTABLE", "cut_row"]

_GAP: Final = re.compile(r"\s*")
_NOTE_LINE: Final = re.compile(r"\s*[※*][^\n]{1,120}(?=\n)")
_WORD: Final = re.compile(r"\S+")
_LONGEST_TITLE: Final = 400


class _Row:
    """What is left of a row between ``start`` and ``end``, and the parts cut from it."""

    __slots__ = ("end", "level", "lexicon", "parts", "passage", "spans", "start")

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        self.passage = passage
        self.level = passage.level
        self.lexicon = lexicon
        self.start = 0
        self.end = len(passage.level)
        self.parts: dict[Field, list[Part]] = {}
        self.spans: list[tuple[int, int]] = []

    def take(self, field: Field, start: int, end: int) -> None:
        """Give a span to a field."""
        part = self.passage.part(start, end)
        if part:
            self.parts.setdefault(field, []).append(part)
            self.spans.append((start, end))

    def take_left(self, field: Field, end: int) -> None:
        """Give all up to a place to a field and go on behind it."""
        self.take(field, self.start, end)
        self.start = end

    def skip_gap(self) -> None:
        """Go on behind white space."""
        gap = _GAP.match(self.level, self.start, self.end)
        self.start = gap.end() if gap else self.start


def cut_row(passage: Passage, columns: Sequence[Field], lexicon: Lexicon) -> Mapping[Field, tuple[Part, ...]]:
    """Return the parts of a row whose cells stand in the order of the columns, the dates first."""
    row = _Row(passage, lexicon)
    _take_dates(row, Field.AMENDMENTS if Field.AMENDMENTS in columns else Field.UNCLEAR)
    if columns[-1] is Field.SCHEMES:
        begins = schemes_start(row.level, row.start, row.end, lexicon)
        row.take(Field.SCHEMES, begins, row.end)
        row.end = begins
    left = [column for column in columns if column in _CUTTERS and column is not columns[-1]]
    if columns[-1] is not Field.SCHEMES:
        left.append(columns[-1])
    for column in left:
        row.skip_gap()
        _CUTTERS[column](row, column is left[-1])
    for part in passage.uncovered(row.spans):
        row.parts.setdefault(Field.UNCLEAR, []).append(part)
    return {field: tuple(parts) for field, parts in row.parts.items()}


def _take_dates(row: _Row, further: Field) -> None:
    """Take the certification and the changes printed below it, with the notes behind them.

    A day without a word for what happened is the certification where it comes first, else ``further``.
    """
    while statement := date_statement_at(row.level, row.start):
        field = further if row.parts else Field.CERTIFICATION
        row.take_left(statement.field or field, statement.end)
    while note := _NOTE_LINE.match(row.level, row.start):
        row.take_left(Field.NOTE, note.end())


def _take_makers(row: _Row, is_last: bool) -> None:  # noqa: ARG001, FBT001 - one signature for all cells
    end = makers_end(row.level, row.start, row.end, row.lexicon)
    if end is not None:
        row.take_left(Field.MAKERS, end)


def _take_title(row: _Row, is_last: bool) -> None:  # noqa: FBT001 - one signature for all cells
    note = attachment_in(row.level, row.start, min(row.end, row.start + _LONGEST_TITLE))
    sentence = row.level.find("。", row.start, row.end)
    if note and (sentence < 0 or note.start() < sentence):
        row.take_left(Field.TITLE, note.start())
        _take_documents(row)
    else:
        row.take_left(Field.TITLE, row.end if is_last else _title_end(row))
    while footnote := _NOTE_LINE.match(row.level, row.start, row.end):
        row.take_left(Field.NOTE, footnote.end())


def _take_documents(row: _Row) -> None:
    while note := attachment_at(row.level, row.start, row.end):
        row.take_left(Field.DOCUMENTS, note.end())
        row.skip_gap()


def _title_end(row: _Row) -> int:
    """Return where a title without a file note ends: before the words that hold a sentence."""
    words = list(_WORD.finditer(row.level, row.start, min(row.end, row.start + _LONGEST_TITLE)))
    for word in words:
        if "。" in word.group() or word.end() == row.start + _LONGEST_TITLE:
            return word.start()
    return words[0].end() if words else row.start


def _take_period(row: _Row, is_last: bool) -> None:  # noqa: ARG001, FBT001 - one signature for all cells
    row.take_left(Field.PERIOD, period_end(row.level, row.start, row.end))


def _take_summary(row: _Row, is_last: bool) -> None:  # noqa: ARG001, FBT001 - one signature for all cells
    row.take_left(Field.SUMMARY, row.end)


_CUTTERS: Final[Mapping[Field, Callable[[_Row, bool], None]]] = {
    Field.MAKERS: _take_makers,
    Field.TITLE: _take_title,
    Field.PERIOD: _take_period,
    Field.SUMMARY: _take_summary,
}
#: The columns whose cells can be told apart when they run on in one line.
CUTTABLE: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS, Field.SCHEMES, *_CUTTERS})
