"""The structure of a table of plans flattened to text: column words, then the cells of each row run on.

    認定年月日 / (認定回) / 作成主体 / 地域再生計画の名称 / 地域再生計画の概要 / 活用する支援制度
    令和2年3月30日 / (第55回) / ※令和2年8月21日変更認定
    旭川市 青少年ICTパークプロジェクト(PDF形式 310キロバイト) …summary… 地方創生推進交付金

A row begins with the day of a certification; summaries hold days too, which begin no row. Cells are cut
from the left by what they are (dates, a list of governments, a title up to its file note) and the
schemes from the right; what no cell takes is kept as unclear.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from saisei_lod.reading.containers.limits import PLANS
from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, Use
from saisei_lod.reading.page.furniture import ends_plans, is_status_heading
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.reading.wording.cells import CUTTABLE, cut_row
from saisei_lod.reading.wording.date_statements import ROUND, date_statement_at
from saisei_lod.reading.wording.labels import column_fields
from saisei_lod.reading.wording.makers_cell import makers_end
from saisei_lod.reading.wording.passages import Passage

__all__ = ["find_flattened_tables"]

_NAME: Final = "flattened-table"
_FEWEST_COLUMNS: Final = 3
#: How many lines before a heading are looked at; rows of pages are far shorter.
_LONGEST_ROW: Final = 40
_LONGEST_WORD: Final = 30
#: A day may be broken, and its round stands on a line of its own.
_LINES_OF_A_DAY: Final = 3
_LONGEST_DATE_CELL: Final = 20
_NEEDED: Final = frozenset({Field.CERTIFICATION, Field.TITLE})
_SENTENCE_END: Final = re.compile(r"[。」)』】] *\Z")


class _Table(NamedTuple):
    """The columns of a header, the lines that hold it, and the lines of its rows."""

    columns: tuple[Field, ...]
    header: Sequence[Line]
    body: Sequence[Line]


def find_flattened_tables(lines: Sequence[Line], lexicon: Lexicon) -> Found:
    """Return a notice for each row of each table that begins with a header of column words."""
    notices: list[Notice] = []
    uses: dict[int, Use] = {}
    for table in _tables(lines):
        # A row more than the limit allows is enough for the page to be refused.
        rows = list(islice(_rows(table, lexicon), PLANS.most + 1))
        for row in rows:
            parts = cut_row(Passage(row), table.columns, lexicon)
            notices.append(Notice(_NAME, parts, (row[0].number, row[-1].number), frozenset(table.columns)))
        if rows:
            uses.update((line.number, Use("plan", "columns")) for line in table.header)
    return Found(tuple(notices), uses)


def _tables(lines: Sequence[Line]) -> Iterator[_Table]:
    headers = list(_headers(lines))
    ends = [*(start for start, _, _ in headers[1:]), len(lines)]
    for (start, stop, columns), end in zip(headers, ends, strict=False):
        yield _Table(columns, lines[start:stop], lines[stop:end])


def _headers(lines: Sequence[Line]) -> Iterator[tuple[int, int, tuple[Field, ...]]]:
    """Yield the runs of lines of column words: first line, line behind the last, columns."""
    start = 0
    columns: list[Field] = []
    index = 0
    while index <= len(lines):
        fields, used = _column_words(lines, index)
        if fields:
            columns += fields
        else:
            if _is_header(columns):
                yield start, index, tuple(columns)
            start, columns = index + 1, []
        index += used


def _column_words(lines: Sequence[Line], index: int) -> tuple[tuple[Field, ...], int]:
    """Return the columns that a line names and how many lines they take: a word may be broken once."""
    level = lines[index].level if index < len(lines) else ""
    fields = column_fields(level)
    if fields or index + 1 >= len(lines) or len(level) > _LONGEST_WORD:
        return fields, 1
    broken = column_fields(level.strip() + lines[index + 1].level.strip())
    return (broken, 2) if len(broken) == 1 else ((), 1)


def _is_header(columns: Sequence[Field]) -> bool:
    """Tell whether the columns are those of plans, the day first, and their cells can be told apart."""
    known = set(columns)
    if len(known) != len(columns) or len(columns) < _FEWEST_COLUMNS or not known >= _NEEDED:
        return False
    behind_summary = columns[columns.index(Field.SUMMARY) + 1 :] if Field.SUMMARY in known else ()
    return columns[0] is Field.CERTIFICATION and known <= CUTTABLE and set(behind_summary) <= {Field.SCHEMES}


def _rows(table: _Table, lexicon: Lexicon) -> Iterator[Sequence[Line]]:
    """Yield the lines of each row, from the line of its day to the line before the next row."""
    body = table.body
    start: int | None = None
    for index in range(len(body)):
        if _begins_row(table, index, lexicon) and not (
            start is not None and _is_second_day(body, start, index)
        ):
            if start is not None:
                yield body[start:index]
            start = index
        elif _ends_table(body, start or 0, index):
            body = body[:index]
            break
    if start is not None:
        yield body[start:]


def _is_second_day(body: Sequence[Line], start: int, index: int) -> bool:
    """Tell whether a day without a word or round of its own stands right below the day of a row."""
    if index - start > _LONGEST_DATE_CELL or not all(map(_is_all_dates, body[start : index + 1])):
        return False
    statement = date_statement_at(body[index].level, 0)
    has_round = index + 1 < len(body) and ROUND.match(body[index + 1].level.lstrip())
    return statement is not None and statement.field is None and not has_round


def _is_all_dates(line: Line) -> bool:
    """Tell whether a line holds nothing but a day with its round, or a round."""
    statement = date_statement_at(line.level, 0)
    found = ROUND.match(line.level.lstrip())
    end = (
        statement.end
        if statement
        else len(line.level) - len(line.level.lstrip()) + (found.end() if found else 0)
    )
    return bool(statement or found) and not line.level[end:].strip()


def _ends_table(body: Sequence[Line], start: int, index: int) -> bool:
    """Tell whether a line ends the table; a heading does only behind a row that has its title."""
    if not is_status_heading(body[index]):
        return ends_plans(body[index])
    row = body[max(start, index - _LONGEST_ROW) : index]
    return any("。" in line.level or attachment_in(line.level, 0, len(line.level)) for line in row)


def _begins_row(table: _Table, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a line begins a row: it begins with a day, and what follows the day fits a row."""
    level = "\n".join(line.level for line in table.body[index : index + _LINES_OF_A_DAY])
    statement = None if level.lstrip().startswith(("※", "*")) else date_statement_at(level, 0)
    if statement is None or statement.field is Field.AMENDMENTS:
        return False
    rest = level[statement.end :].partition("\n")[0]
    if rest and not rest.startswith((" ", "※")):
        return False
    if statement.field is Field.CERTIFICATION:
        return True
    if not statement.is_day:
        return False
    if rest.strip():
        return _can_be_makers(table, rest, lexicon)
    return _stands_apart(table.body, index) or _is_followed_by_row(table, index, lexicon)


def _stands_apart(body: Sequence[Line], index: int) -> bool:
    """Tell whether the text before a line is over: a blank line, or the end of a sentence."""
    if index == 0:
        return True
    before = body[index - 1]
    return before.number + 1 < body[index].number or bool(_SENTENCE_END.search(before.level))


def _is_followed_by_row(table: _Table, index: int, lexicon: Lexicon) -> bool:
    if index + 1 == len(table.body):
        return False
    level = table.body[index + 1].level
    has_day = date_statement_at(level, 0) is not None
    return has_day or (Field.MAKERS in table.columns and _can_be_makers(table, level, lexicon))


def _can_be_makers(table: _Table, level: str, lexicon: Lexicon) -> bool:
    if Field.MAKERS not in table.columns:
        return True
    start = len(level) - len(level.lstrip())
    return makers_end(level, start, len(level), lexicon) is not None
