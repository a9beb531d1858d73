"""The containers of CSV and TSV (RFC 4180): one table, whose cells are runs within the file's own lines.

A quoted cell may hold line breaks: it has a piece for each line. A quote that is doubled inside a cell
is printed once: the cell's pieces leave the other out. Encodings are those of reading/containers/encodings.py.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.reading.containers.encodings import decode
from saisei_lod.reading.containers.limits import GRID_CELLS, TEXT_BYTES, hold
from saisei_lod.reading.containers.line_making import lines_of_text, printable
from saisei_lod.reading.model import Cell, Line, PageText, Piece, Table
from saisei_lod.text import levelled

__all__ = ["read_delimited"]

_DELIMITERS: Final = ("\t", ",", ";")
_SAMPLED_ROWS: Final = 50
_QUOTED: Final = re.compile(r'[ \u3000]*"((?:[^"]|"")*+)"')
#: Where a cell's text is cut into pieces: at line breaks, and where it is quoted at the second of two quotes.
_CUT: Final = re.compile(r'\r\n|\r|\n|""')


class _Span(NamedTuple):
    start: int
    end: int
    is_quoted: bool


def read_delimited(data: bytes, name: str) -> PageText:
    """Return the lines of a CSV or TSV file and its table; the delimiter is the one that cuts evenly.

    Raises InputError where the file is garbled, has no text, or passes a limit.
    """
    hold(TEXT_BYTES, len(data), name)
    decoded = decode(data, name)
    text = printable(decoded.text)
    lines = tuple(lines_of_text(text, name))
    if not lines:
        raise _empty(name)
    rows = tuple(_rows(text, lines, name))
    return PageText(
        name,
        hashlib.sha256(data).hexdigest(),
        lines,
        (Table(rows),) if any(len(row) > 1 for row in rows) else (),
        encoding=decoded.encoding,
        findings=decoded.findings,
    )


def _rows(text: str, lines: Sequence[Line], name: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows that are not blank, without the empty cells at their end."""
    starts = [line.start for line in lines]
    delimiter = _delimiter(text)
    hold(GRID_CELLS, text.count(delimiter), name)
    for spans in _records(text, delimiter):
        row = [Cell(tuple(_pieces(text, span, lines, starts))) for span in spans]
        while row and not row[-1].pieces:
            row.pop()
        if row:
            yield tuple(row)


def _delimiter(text: str) -> str:
    """Return the delimiter that gives the most rows of one length, of several cells."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    lengths: Counter[int] = Counter()
    for number, spans in enumerate(_records(text, delimiter)):
        if number == _SAMPLED_ROWS:
            break
        lengths[len(spans)] += 1
    length, count = max(lengths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(0, 0))
    return (count, length) if length > 1 else (0, 0)


def _records(text: str, delimiter: str) -> Iterator[list[_Span]]:
    """Yield the spans of the cells of each record; a quote that is never closed is a character."""
    bare = re.compile(rf"[^{delimiter}\r\n]*+")
    ending = re.compile(rf"{delimiter}|\r\n|\r|\n|\Z")
    spans: list[_Span] = []
    place = 0
    while True:
        quoted = _QUOTED.match(text, place)
        after = bare.match(text, quoted.end() if quoted else place)
        end = after.end() if after else place
        # Characters behind a closing quote: kept, with the quote, as they are printed.
        whole = quoted is not None and not text[quoted.end() : end].strip()
        spans.append(_Span(*quoted.span(1), True) if quoted and whole else _Span(place, end, False))  # noqa: FBT003 - a field
        stop = ending.match(text, end)
        if stop is None or stop[0] == "":
            yield spans
            return
        place = stop.end()
        if stop[0] != delimiter:
            yield spans
            spans = []


def _pieces(text: str, span: _Span, lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Piece]:
    cuts = [
        cut
        for cut in _CUT.finditer(text, span.start, span.end)
        if span.is_quoted or not cut[0].startswith('"')
    ]
    begins = [span.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() + (cut[0] == '""') for cut in cuts), span.end]
    for start, end in zip(begins, ends, strict=True):
        level = levelled(text[start:end])
        if bare := level.strip():
            first = start + len(level) - len(level.lstrip())
            line = lines[bisect_right(starts, first) - 1]
            yield Piece(text[first : first + len(bare)], line.number, first - line.start)


def _empty(name: str) -> InputError:
    return InputError(
        Bilingual(f"文字のない表です: {name}", f"The table holds no text: {name}"),
        where=name,
        expected=Bilingual("計画の一覧の CSV または TSV", "a list of plans as CSV or TSV"),
        todo=Bilingual("ファイルを保存し直してください。", "Save the file again."),
    )
