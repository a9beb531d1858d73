"""Resolve a column of a table: CSV or XLSX in, the same table with codes out, a row at a time."""

import csv
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError, UsageError
from saisei_lod.registry.linking.csv_rows import csv_rows, delimiter_of, encoding_of
from saisei_lod.registry.linking.linker import Linker, linker
from saisei_lod.registry.linking.model import Resolution
from saisei_lod.registry.linking.workbook_rows import cell_text, workbook_rows, write_workbook
from saisei_lod.text import folded_title
from saisei_lod.wareki import date_at

__all__ = ["ADDED", "FileSummary", "resolve_file"]

#: The columns that are added, in this order; ``saisei_`` stands before one that the table has already.
ADDED: Final = ("code", "name_today", "reason", "candidates")
#: Length of an ISO date: a year or a month is no day.
_DAY: Final = 10
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})


class FileSummary(NamedTuple):
    """How many rows were read, and how many named governments, an ambiguous name, or none.

    ``unread`` counts the rows whose date or prefecture could not be read: they are not resolved.
    """

    rows: int = 0
    resolved: int = 0
    ambiguous: int = 0
    unresolved: int = 0
    unread: int = 0


class _Table(NamedTuple):
    """A table that is being read: its header, its rows, and how to write it as CSV again."""

    header: list[object]
    rows: Iterator[list[object]]
    encoding: str
    delimiter: str


class _Question(NamedTuple):
    """What is asked of each row: places of its columns, and what holds for rows without them."""

    linker: Linker
    text: int
    day: int | None
    prefecture: int | None
    otherwise: tuple[str | None, str | None, str | None]


class _Cells(NamedTuple):
    """The cells that are added to a row, in the order of :data:`ADDED`."""

    code: str = ""
    name_today: str = ""
    reason: str = ""
    candidates: str = ""


def resolve_file(  # noqa: PLR0913 - each is an option of saisei resolve --file
    path: Path,
    column: str,
    *,
    out: Path | TextIO,
    date_column: str | None = None,
    prefecture_column: str | None = None,
    prefecture: str | None = None,
    publisher: str | None = None,
    on: str | None = None,
    encoding: str | None = None,
    using: Linker | None = None,
) -> FileSummary:
    """Write a table again with the columns code, name_today, reason and candidates.

    ``path`` is CSV (UTF-8 with or without mark, CP932, UTF-16; comma, tab or semicolon) or XLSX (first
    sheet). ``out`` is a path, of which .xlsx makes a workbook and any other CSV in the encoding of the
    input (UTF-8 with a mark after a workbook), or a text stream for CSV. Several codes of one cell are
    parted by spaces. The day and prefecture of a row come before ``on`` and ``prefecture``; days are ISO
    or as pages print them (令和2年3月30日). Rows are read and written one by one, and the file is put in
    place when all are written. Raises UsageError for a missing column or context, InputError for a file
    that cannot be read, EnvironmentFault where it cannot be written.
    """
    table = _table(path, column, encoding)
    names = (column, date_column, prefecture_column)
    places = [_place(table.header, name, path) if name else None for name in names]
    question = _Question(using or linker(), places[0] or 0, places[1], places[2], (prefecture, publisher, on))
    question.linker.resolve("", prefecture=prefecture, publisher=publisher, on=on)
    counts: Counter[str] = Counter()
    rows = chain([[*table.header, *_added(table.header)]], _answered(table, question, counts))
    if isinstance(out, Path):
        _write_file(out, rows, table)
    else:
        _write_csv(out, rows, table.delimiter)
    return FileSummary(counts.total(), **counts)


def _table(path: Path, column: str, encoding: str | None) -> _Table:
    if path.suffix.lower() in _WORKBOOKS:
        rows, form = workbook_rows(path), ("utf-8-sig", ",")
    else:
        found = encoding_of(path, encoding)
        form = (found, delimiter_of(path, found, column))
        rows = _as_objects(csv_rows(path, *form))
    header = next(rows, None)
    if not header:
        raise _empty(path)
    return _Table(header, rows, *form)


def _as_objects(rows: Iterator[list[str]]) -> Iterator[list[object]]:
    return (list(row) for row in rows)


def _place(header: list[object], name: str, path: Path) -> int:
    """Return the place of a column, compared without spaces around it and in one width of letters."""
    names = [folded_title(cell_text(cell)) for cell in header]
    wanted = folded_title(name)
    if names.count(wanted) != 1:
        raise _no_column(path, name, header, twice=wanted in names)
    return names.index(wanted)


def _added(header: list[object]) -> list[str]:
    return [f"saisei_{name}" if name in header else name for name in ADDED]


def _answered(table: _Table, question: _Question, counts: Counter[str]) -> Iterator[list[object]]:
    width = len(table.header)
    for row in table.rows:
        kind, added = _answer(row, question)
        counts[kind] += 1
        yield [*row, *[""] * (width - len(row)), *added]


def _answer(row: list[object], question: _Question) -> tuple[str, _Cells]:
    """Return how a row counts, and its added cells."""
    prefecture, publisher, on = question.otherwise
    day = _cell(row, question.day)
    if day:
        read = date_at(day)
        if read is None or read.iso is None or len(read.iso) != _DAY:
            return "unread", _Cells(reason="date-not-read")
        on = read.iso
    prefecture = _cell(row, question.prefecture) or prefecture
    try:
        found = question.linker.resolve(
            _cell(row, question.text), prefecture=prefecture, publisher=publisher, on=on
        )
    except UsageError:  # the day and what holds for all rows were checked: it is the prefecture
        return "unread", _Cells(reason="prefecture-not-known")
    return _kind(found), _cells(found, question.linker)


def _cell(row: list[object], place: int | None) -> str:
    return cell_text(row[place]).strip() if place is not None and place < len(row) else ""


def _kind(found: Resolution) -> str:
    if found.ambiguous:
        return "ambiguous"
    return "resolved" if found.matches else "unresolved"


def _cells(found: Resolution, by: Linker) -> _Cells:
    reasons = [match.reason for match in (*found.matches, *found.outdated)]
    names = [
        "・".join(by.registry.government(code).name for code in match.current) for match in found.matches
    ]
    doubts = [(item.text, item.candidates) for item in found.ambiguous]
    doubts += [(match.text, (match.code,)) for match in found.outdated]
    return _Cells(
        " ".join(found.codes),
        "、".join(names),
        " ".join([*reasons, *["ambiguous"] * len(found.ambiguous)] or ["none"]),
        "; ".join(f"{text}: {' '.join(codes)}" for text, codes in doubts),
    )


def _write_csv(file: TextIO, rows: Iterable[list[object]], delimiter: str) -> None:
    csv.writer(file, delimiter=delimiter).writerows([cell_text(cell) for cell in row] for row in rows)


def _write_file(out: Path, rows: Iterable[list[object]], table: _Table) -> None:
    """Write beside the place and move it there at the end: a stopped run leaves no half file."""
    try:
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".saisei-") as folder:
            made = Path(folder) / out.name
            if out.suffix.lower() in _WORKBOOKS:
                write_workbook(made, rows)
            else:
                with made.open("w", encoding=table.encoding, newline="") as file:
                    _write_csv(file, rows, table.delimiter)
            made.replace(out)
    except UnicodeEncodeError as error:
        raise _not_writable(out, table.encoding, error) from error
    except OSError as error:
        raise _not_written(out, error) from error


def _empty(path: Path) -> InputError:
    return InputError(
        Bilingual("表が空です。", "The table is empty."),
        where=str(path),
        expected=Bilingual("1行目に列名のある表", "a table with the names of its columns in the first row"),
        todo=Bilingual("ファイルを確かめてください。", "Check the file."),
    )


def _no_column(path: Path, name: str, header: list[object], *, twice: bool) -> UsageError:
    shown = "、".join(cell_text(cell) for cell in header)[:200]
    many = Bilingual(f"列「{name}」が2つ以上あります。", f"There are two columns {name!r} or more.")
    none = Bilingual(f"列「{name}」がありません。", f"There is no column {name!r}.")
    return UsageError(
        many if twice else none,
        where=str(path),
        expected=Bilingual(f"1行目にある列名: {shown}", f"one of the first row: {shown}"),
        todo=Bilingual(
            "列名を確かめてください。文字化けしていれば --encoding を指定してください。",
            "Check the name of the column; if the first row is garbled, give --encoding.",
        ),
    )


def _not_writable(out: Path, encoding: str, error: UnicodeEncodeError) -> InputError:
    sign = error.object[error.start]
    return InputError(
        Bilingual(f"{encoding} で書けない文字があります: {sign!r}", f"{encoding} cannot hold {sign!r}."),
        where=str(out),
        expected=Bilingual("UTF-8 の入力、または .xlsx の出力", "input in UTF-8, or an output .xlsx"),
        todo=Bilingual("入力を UTF-8 で保存し直してください。", "Save the input as UTF-8 and run again."),
    )


def _not_written(out: Path, error: OSError) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(f"結果を書けません: {error.strerror}", f"The result cannot be written: {error.strerror}"),
        where=str(out),
        expected=Bilingual(
            "書き込めるフォルダーと空き容量", "a folder that can be written to, with room on its disk"
        ),
        todo=Bilingual(
            "権限と空き容量を確かめるか、別の場所を指定してください。",
            "Check permissions and room, or name another place.",
        ),
    )
