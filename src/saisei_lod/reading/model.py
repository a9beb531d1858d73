"""What reading makes: lines, the parts of them that say something, and a notice for each plan.

Nothing is interpreted here: a part is wording with its places. Lines count from 1, columns from 0 in
code points of the line; together with the line's ``start`` they give the place in the decoded text.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Final, NamedTuple, Protocol

from saisei_lod.findings import Finding
from saisei_lod.reading.fields import Field
from saisei_lod.text import joined, joints

__all__ = [
    "Cell",
    "ContactNotice",
    "Field",
    "FileLink",
    "Found",
    "Header",
    "Heading",
    "IndicatorNotice",
    "Leaf",
    "Lexicon",
    "Line",
    "Link",
    "Notice",
    "PageCoverage",
    "PageNotices",
    "PageText",
    "Part",
    "Piece",
    "Table",
    "Use",
    "placed",
]


class Line(NamedTuple):
    """A line that is not blank: its number, its text, the text levelled (same length), and its start."""

    number: int
    text: str
    level: str
    start: int


class Piece(NamedTuple):
    """A run of characters of one line."""

    text: str
    line: int
    column: int


class Cell(NamedTuple):
    """A cell of a table as it was printed: its pieces, and what it spans.

    A piece is a whole line where the container gives a cell's paragraphs lines of their own (HTML, PDF),
    and a run within the line of its row otherwise (CSV, XLSX, pipe and tab tables). Pieces are trimmed
    and never blank; an empty cell has none. A cell that spans rows or columns stands once in its row;
    :meth:`Table.grid` repeats it. Spans are at least 1 and reach over nothing that is not there.
    """

    pieces: tuple[Piece, ...] = ()
    is_header: bool = False
    rows: int = 1
    columns: int = 1

    @property
    def part(self) -> "Part | None":
        """The wording of the cell, None where it is empty."""
        return Part(self.pieces) if self.pieces else None

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of the cell's lines, each once."""
        return tuple(dict.fromkeys(piece.line for piece in self.pieces))


class Table(NamedTuple):
    """A table of a page: its rows, each with the cells that begin in it, and the caption's lines.

    ``rules`` are lines that only draw the table (``|---|---|``); they say nothing. A table that only
    lays out a page is none, and a table within a cell of another is a table of its own.
    """

    rows: tuple[tuple[Cell, ...], ...]
    caption: tuple[int, ...] = ()
    rules: tuple[int, ...] = ()

    def grid(self) -> list[list[Cell]]:
        """Return the rows with every cell repeated in each place that it spans.

        All rows get the length of the longest, with empty cells.

        >>> name = Cell((Piece("計画", 1, 0),), rows=2)
        >>> day = Cell((Piece("令和2年", 2, 0),))
        >>> [[len(cell.pieces) for cell in row] for row in Table(((name,), (day,))).grid()]
        [[1, 0], [1, 1]]
        """
        grid: list[dict[int, Cell]] = [{} for _ in self.rows]
        for row, column, cell in placed(self.rows):
            for below in grid[row : row + cell.rows]:
                below.update(dict.fromkeys(range(column, column + cell.columns), cell))
        width = max((max(row, default=-1) + 1 for row in grid), default=0)
        return [[row.get(column, _EMPTY) for column in range(width)] for row in grid]


_EMPTY: Final = Cell()


def placed(rows: Iterable[Iterable[Cell]]) -> Iterator[tuple[int, int, Cell]]:
    """Yield each cell with its row and column, as spans from above push it to the right.

    Source: HTML Living Standard, section 4.9.12.1, forming a table.
    """
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            yield number, column, cell
            if cell.rows > 1:
                taken.update(dict.fromkeys(range(column, column + cell.columns), number + cell.rows))
            column += cell.columns


class Link(NamedTuple):
    """An address that a run of characters leads to: line, first and last column (half-open), address."""

    line: int
    start: int
    end: int
    url: str


class Heading(NamedTuple):
    """A line that the container marks as a heading, with its level from 1.

    ``first`` is the first line of the widest box that has no other heading, ``last`` the last line of one
    that ends what the heading stands over; 0 where there is none.
    """

    line: int
    level: int
    first: int = 0
    last: int = 0


class Leaf(NamedTuple):
    """A page of a PDF or a sheet of a workbook: its name, and the line number that its line 1 has."""

    name: str
    first: int


class PageText(NamedTuple):
    """A decoded page: its name, the SHA-256 of its bytes, and its lines without the blank ones.

    Containers that know more than lines tell it: tables, headings, links, terms of definition lists
    (the line numbers of a term, and of its description), the lines of each list item, leaves, and
    seams: line and column where an element begins or ends within a line, as between a label and a value;
    and the numbers of the lines printed bold throughout.
    ``title`` is a title outside the lines; ``encoding`` the one that the bytes were read in; ``findings``
    what the container has to tell. Line numbers skip blank lines.
    """

    name: str
    sha256: str
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    terms: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    title: str = ""
    items: tuple[tuple[int, ...], ...] = ()
    leaves: tuple[Leaf, ...] = ()
    seams: tuple[tuple[int, int], ...] = ()
    encoding: str = "utf-8"
    findings: tuple[Finding, ...] = ()
    strong: tuple[int, ...] = ()

    @property
    def decoded(self) -> str:
        r"""The decoded text of the snapshot, in which the places of provenance count code points.

        Every line stands in it at its ``start``, and line breaks are all that stands between lines. For
        plain text and CSV places are those of the file's own text; for HTML, XLSX and PDF this is the
        text that a reader of the page sees, as the container put it together.

        >>> PageText("page", "", (Line(1, "題", "題", 0), Line(3, "本文", "本文", 3))).decoded
        '題\n\n本文'
        """
        pieces: list[str] = []
        end = 0
        for line in self.lines:
            pieces += ["\n" * (line.start - end), line.text]
            end = line.start + len(line.text)
        return "".join(pieces)

    def place(self, number: int) -> tuple[str, int]:
        """Return the name of the leaf that a line stands on ("" without leaves), and its line there."""
        leaf = next((leaf for leaf in reversed(self.leaves) if leaf.first <= number), Leaf("", 1))
        return leaf.name, number - leaf.first + 1


class Part(NamedTuple):
    """Wording of a page in one or more pieces, in their order.

    ``label`` is the column word or label that it stands under, where that word tells what it is. ``between``
    stands between pieces that are items of a list; without it they are one text, broken into lines.
    """

    pieces: tuple[Piece, ...]
    label: str = ""
    between: str = ""

    @property
    def text(self) -> str:
        """The wording with its broken lines joined."""
        if len(self.pieces) == 1:
            return self.pieces[0].text.strip()
        if self.between:
            return self.between.join(piece.text.strip() for piece in self.pieces)
        return joined(piece.text for piece in self.pieces)

    @property
    def lines_text(self) -> str:
        """The wording with its line breaks kept."""
        return "\n".join(piece.text for piece in self.pieces)

    @property
    def line(self) -> int:
        """The number of the line where the wording begins."""
        return self.pieces[0].line

    def located(self, start: int, end: int) -> "Part":
        """Return the wording of a span of :attr:`text`, with its places.

        >>> Part((Piece("令和2年", 4, 7), Piece("3月30日認定", 5, 0))).located(2, 9).pieces
        (Piece(text='2年', line=4, column=9), Piece(text='3月30日', line=5, column=0))
        """
        found = []
        for piece, begins in zip(self.pieces, self._begins(), strict=True):
            bare = piece.text.strip()
            first, last = max(start - begins, 0), min(end - begins, len(bare))
            if first < last:
                column = piece.column + len(piece.text) - len(piece.text.lstrip()) + first
                found.append(Piece(bare[first:last], piece.line, column))
        return Part(tuple(found), self.label, self.between)

    def _begins(self) -> Iterable[int]:
        """Return the place of each piece in :attr:`text`."""
        if len(self.pieces) == 1:
            return (0,)
        if not self.between:
            return joints(piece.text for piece in self.pieces)
        lengths = (len(piece.text.strip()) + len(self.between) for piece in self.pieces[:-1])
        return accumulate(lengths, initial=0)


class FileLink(NamedTuple):
    """A file that a plan's lines link to: its words with the note of format and size, and its address."""

    part: Part
    url: str


class IndicatorNotice(NamedTuple):
    """An indicator 数値目標 as printed: its name, its unit, and each value under the words of its column."""

    name: Part
    unit: Part | None
    values: tuple[tuple[Part, Part], ...]


class Notice(NamedTuple):
    """What a page says about one plan: the parts of each field, and the lines from first to last.

    ``heading`` is the section heading that the plan stands under; ``columns`` tells which fields the
    structure has a place for, so that an empty cell is told from a column that does not exist.
    ``repeated`` holds the ditto marks (〃, 同上) of the fields whose parts stand in a row above.
    """

    structure: str
    parts: Mapping[Field, tuple[Part, ...]]
    lines: tuple[int, int]
    columns: frozenset[Field]
    heading: Part | None = None
    files: tuple[FileLink, ...] = ()
    repeated: Mapping[Field, Part] = {}
    indicators: tuple[IndicatorNotice, ...] = ()

    def first(self, field: Field) -> Part | None:
        """Return the first part of a field, None where the notice has none."""
        return next(iter(self.parts.get(field, ())), None)


class Use(NamedTuple):
    """What a line was used for: ``plan``, ``header``, ``contact`` or ``furniture``, and as what."""

    purpose: str
    name: str


class Found(NamedTuple):
    """What one structure found: notices, and the use of each line that it accounts for."""

    notices: tuple[Notice, ...] = ()
    uses: Mapping[int, Use] = {}


class Header(NamedTuple):
    """What a page prints about itself."""

    title: Part | None = None
    issuer: Part | None = None
    last_updated: Part | None = None
    page_id: Part | None = None


class ContactNotice(NamedTuple):
    """Whom a page names for questions."""

    name: Part | None = None
    address: Part | None = None
    phone: Part | None = None
    fax: Part | None = None
    email: Part | None = None


class PageCoverage(NamedTuple):
    """How much of a page was understood, in characters that are not white space.

    ``used`` serve plans, header and contact; ``furniture`` is known to be none of these; ``unclear``
    was not understood.
    """

    used: int = 0
    furniture: int = 0
    unclear: int = 0


class PageNotices(NamedTuple):
    """All that was read of a page; every non-blank line has a use or a finding.

    ``starts`` tells where each line begins in the decoded text.
    """

    name: str
    sha256: str
    header: Header
    contact: ContactNotice | None
    notices: tuple[Notice, ...]
    uses: Mapping[int, Use]
    findings: tuple[Finding, ...]
    coverage: PageCoverage = PageCoverage()
    starts: Mapping[int, int] = {}


class Lexicon(Protocol):
    """The words that reading must know to cut cells apart; who calls it brings them."""

    def names_schemes(self, text: str) -> bool:
        """Tell whether the text is one or more labels of funding schemes and nothing else."""

    def names_governments(self, text: str) -> bool:
        """Tell whether each item of a list holds the name of a local government."""


def lines_of(parts: Iterable[Part]) -> set[int]:
    """Return the numbers of the lines that the parts stand on."""
    return {piece.line for part in parts for piece in part.pieces}
