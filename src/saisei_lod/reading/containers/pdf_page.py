"""The container of PDFs with text: lines and tables; each page is a leaf, with line numbers of its own.

Lines outside tables come as they are printed, the lines of each cell after one another. A table that
goes on at the top of the next page is one table; its repeated header is counted among the ``rules``. A scanned PDF
holds no text and is refused. pdfplumber is an extra (``pip install 'saisei-lod[pdf]'``) and runs in a
process of its own (reading/containers/pdf_child.py).
"""

import hashlib
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final

import msgspec

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.containers import LEAF_WITHOUT_TEXT
from saisei_lod.reading.containers.limits import (
    PDF_BYTES,
    PDF_MEMORY,
    PDF_PAGE_SECONDS,
    PDF_PAGES,
    PDF_SECONDS,
    hold,
    pdf_seconds,
)
from saisei_lod.reading.containers.line_making import LineMaker, printable
from saisei_lod.reading.containers.pdf_child import ENCRYPTED, OUT_OF_MEMORY, OUT_OF_TIME, PdfCell, PdfPages
from saisei_lod.reading.model import Cell, Leaf, PageText, Piece, Table

__all__ = ["read_pdf"]

_PAGE_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:[Pp]\.?|ページ)?[0-9０-９]{1,4}(?:\s*[/／]\s*[0-9０-９]{1,4})?(?:ページ)?[-–—\s]*\Z"
)
_SHOWN: Final = 200
#: What ends a process beyond its time, where the system knows it (a process's status is then negative).
_TIME_SIGNALS: Final = {value for name in ("SIGXCPU", "SIGKILL") if (value := getattr(signal, name, None))}
#: The clock of a busy machine runs ahead of the time that a process gets.
_PATIENCE: Final = 3
_Rows = list[list[PdfCell]]


def read_pdf(data: bytes, name: str) -> PageText:
    """Return the lines and tables of a PDF.

    Raises InputError where it is damaged, protected, scanned or beyond a limit, EnvironmentFault where
    pdfplumber is not installed.
    """
    hold(PDF_BYTES, len(data), name)
    opened = _opened(data, name)
    hold(PDF_PAGES, opened.count, name)
    made = _Made(name)
    for number, items in enumerate(opened.pages, 1):
        made.add_page(number, items)
    if not made.maker.lines:
        raise _scanned(name)
    return PageText(
        name,
        hashlib.sha256(data).hexdigest(),
        tuple(made.maker.lines),
        tuple(table for table in made.tables if any(len(row) > 1 for row in table.rows)),
        leaves=tuple(made.leaves),
        findings=made.findings(),
    )


def _opened(data: bytes, name: str) -> PdfPages:
    if find_spec("pdfplumber") is None:
        raise _not_installed()
    try:
        done = subprocess.run(
            [sys.executable, "-c", "from saisei_lod.reading.containers.pdf_child import main; main()"],
            input=data,
            capture_output=True,
            timeout=_PATIENCE * pdf_seconds(PDF_PAGES.most),
            check=False,
        )
    except subprocess.TimeoutExpired:
        hold(PDF_SECONDS, PDF_SECONDS.most + 1, name)
        raise
    if -done.returncode in _TIME_SIGNALS:
        hold(PDF_PAGE_SECONDS, PDF_PAGE_SECONDS.most + 1, name)
    if done.returncode == OUT_OF_TIME:
        hold(PDF_SECONDS, PDF_SECONDS.most + 1, name)
    if done.returncode == OUT_OF_MEMORY:
        hold(PDF_MEMORY, PDF_MEMORY.most + 1, name)
    if done.returncode:
        raise _unreadable(name, protected=done.returncode == ENCRYPTED)
    return msgspec.json.decode(done.stdout, type=PdfPages)


class _Made:
    """What is made of a PDF, page by page."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.maker = LineMaker(name)
        self.tables: list[Table] = []
        self.leaves: list[Leaf] = []
        self._without_text: list[str] = []
        #: The last table, where nothing but page numbers follows it.
        self._goes_on: Table | None = None

    def add_page(self, number: int, items: Sequence[str | _Rows]) -> None:
        """Add the lines and tables of a page."""
        self.maker.gap()
        self.leaves.append(Leaf(str(number), self.maker.next_number))
        count = len(self.maker.lines)
        for item in items:
            if not isinstance(item, str):
                self._add_table(item)
            elif self.maker.add(printable(item).strip()) and not _PAGE_NUMBER.match(item):
                self._goes_on = None
        if len(self.maker.lines) == count:
            self._without_text.append(str(number))

    def findings(self) -> tuple[Finding, ...]:
        """Return what is to be told: the pages that have no text."""
        if not self._without_text:
            return ()
        return (LEAF_WITHOUT_TEXT.at(Place(self.name), ", ".join(self._without_text)[:_SHOWN]),)

    def _add_table(self, rows: _Rows) -> None:
        table = Table(tuple(tuple(self._cell(cell) for cell in row) for row in rows))
        before = self._goes_on
        if before and before.rows and table.rows and _width(before) == _width(table):
            self.tables[-1] = table = _continued(before, table)
        else:
            self.tables.append(table)
        self._goes_on = table

    def _cell(self, cell: PdfCell) -> Cell:
        lines = [self.maker.add(text.strip()) for text in printable(cell.text).split("\n")]
        pieces = tuple(Piece(line.text, line.number, 0) for line in lines if line)
        return Cell(pieces, rows=cell.rows, columns=cell.columns)


def _width(table: Table) -> int:
    return max(sum(cell.columns for cell in row) for row in table.rows)


def _continued(before: Table, after: Table) -> Table:
    """Return two parts of a table as one; a header row that is printed again says nothing new."""
    heads = [[[piece.text for piece in cell.pieces] for cell in table.rows[0]] for table in (before, after)]
    if heads[0] != heads[1]:
        return before._replace(rows=before.rows + after.rows)
    repeated = tuple(number for cell in after.rows[0] for number in cell.lines)
    return before._replace(rows=before.rows + after.rows[1:], rules=before.rules + repeated)


def _not_installed() -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual("PDF を読むには pdfplumber が要ります。", "Reading a PDF needs pdfplumber."),
        todo=Bilingual(
            "pip install 'saisei-lod[pdf]' を実行するか、PDF の文字をテキストに貼り付けてください。",
            "Run pip install 'saisei-lod[pdf]', or copy the text of the PDF into a text file.",
        ),
    )


def _scanned(name: str) -> InputError:
    return InputError(
        Bilingual(
            f"文字のない PDF です(画像と思われます): {name}", f"The PDF holds no text (a scan?): {name}"
        ),
        where=name,
        expected=Bilingual("文字を選んでコピーできる PDF", "a PDF whose text can be selected and copied"),
        todo=Bilingual(
            "OCR で文字を付けるか、元の文書から PDF を作り直してください。",
            "Add text by OCR, or make the PDF again from the document.",
        ),
    )


def _unreadable(name: str, *, protected: bool) -> InputError:
    if protected:
        what = Bilingual(
            f"パスワードの付いた PDF です: {name}", f"The PDF is protected by a password: {name}"
        )
        todo = Bilingual(
            "パスワードを外して保存し直してください。", "Take the password off and save it again."
        )
    else:
        what = Bilingual(f"PDF として読めません: {name}", f"The PDF cannot be read: {name}")
        todo = Bilingual(
            "PDF を取得し直すか、閲覧ソフトで開いて印刷機能で PDF に保存し直してください。",
            "Fetch the PDF again, or open it in a viewer and print it to a new PDF.",
        )
    return InputError(what, where=name, expected=Bilingual("壊れていない PDF", "a sound PDF"), todo=todo)
