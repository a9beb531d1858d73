"""The process that opens a PDF: bytes from standard input, lines and tables as JSON to standard output.

A PDF can loop or swell without end in ways that no check beforehand sees, so it is opened in a process
of its own, with bounded memory and time. Whatever goes wrong ends the process; the parent tells the user.
Only :mod:`saisei_lod.reading.containers.pdf_page` starts it.
"""

import io
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import msgspec

from saisei_lod.reading.containers.limits import (
    PDF_MEMORY,
    PDF_PAGE_SECONDS,
    PDF_PAGES,
    PDF_SECONDS,
    pdf_seconds,
)

if TYPE_CHECKING:
    from pdfplumber.page import Page

__all__ = ["ENCRYPTED", "OUT_OF_MEMORY", "OUT_OF_TIME", "PdfCell", "PdfPages", "main"]

#: Exit statuses that tell more than that the PDF is damaged.
ENCRYPTED: Final = 11
OUT_OF_MEMORY: Final = 12
OUT_OF_TIME: Final = 13
#: Beside the data that the limit is about, a process maps libraries.
_LIBRARIES: Final = 400 * 1024 * 1024


class PdfCell(msgspec.Struct, array_like=True, frozen=True):
    """A cell of a table: its text, and how many rows and columns it spans."""

    text: str
    rows: int
    columns: int


class PdfPages(msgspec.Struct, array_like=True, frozen=True):
    """The number of pages, and what stands on each in reading order: a line, or the rows of a table."""

    count: int
    pages: list[list[str | list[list[PdfCell]]]]


def main() -> None:
    """Read a PDF from standard input and write what stands on its pages to standard output."""
    bounds = _Bounds()
    import pdfplumber  # noqa: PLC0415 - the parent process imports this module for its types
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415 - as above
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415 - as above

    data = sys.stdin.buffer.read()
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            count = len(document.pages)
            bounds.allow(count)
            pages = []
            for page in document.pages[: PDF_PAGES.most]:
                bounds.renew()
                pages.append(_items(page))
            bounds.renew()
    except (PdfminerException, PDFPasswordIncorrect) as error:
        sys.exit(_status((error, *error.args), PDFPasswordIncorrect))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(msgspec.json.encode(PdfPages(count, pages)))


def _status(causes: tuple[object, ...], asks_password: type[Exception]) -> int:
    """Return the exit status for what the library wraps in its own exception."""
    if any(isinstance(cause, MemoryError) for cause in causes):
        return OUT_OF_MEMORY
    return ENCRYPTED if any(isinstance(cause, asks_password) for cause in causes) else 1


class _Bounds:
    """Bounds of this process, where the system can hold them (not on Windows; the parent's clock does)."""

    def __init__(self) -> None:
        try:
            self._resource: Any = import_module("resource")
        except ImportError:
            self._resource = None
            return
        data, space = PDF_MEMORY.most, PDF_MEMORY.most + _LIBRARIES
        self._resource.setrlimit(self._resource.RLIMIT_DATA, (data, data))
        self._resource.setrlimit(self._resource.RLIMIT_AS, (space, space))
        self._most = PDF_SECONDS.most
        self._hard = pdf_seconds(PDF_PAGES.most) + PDF_PAGE_SECONDS.most
        self._resource.setrlimit(self._resource.RLIMIT_CPU, (PDF_PAGE_SECONDS.most, self._hard))

    def allow(self, pages: int) -> None:
        """Give time for a number of pages."""
        self._most = pdf_seconds(pages)

    def renew(self) -> None:
        """Give the next page its time; the process is ended by a signal when it is over, or here after all time."""
        if self._resource is None:
            return
        used = self._resource.getrusage(self._resource.RUSAGE_SELF).ru_utime
        if used > self._most:
            sys.exit(OUT_OF_TIME)
        soft = int(used) + PDF_PAGE_SECONDS.most
        self._resource.setrlimit(self._resource.RLIMIT_CPU, (soft, self._hard))


def _items(page: "Page") -> list[str | list[list[PdfCell]]]:
    """Return the lines outside tables, and the tables, from top to bottom."""
    tables = page.find_tables() if page.edges else []
    boxes = [table.bbox for table in tables]
    rest = page.filter(lambda found: not any(_inside(found, box) for box in boxes)) if boxes else page
    placed: list[tuple[float, str | list[list[PdfCell]]]] = [
        (line["top"], line["text"]) for line in rest.extract_text_lines(return_chars=False)
    ]
    placed += [(table.bbox[1], list(_rows(table))) for table in tables]
    page.close()
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _inside(found: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (found["x0"] + found["x1"]) / 2, (found["top"] + found["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _rows(table: Any) -> Iterator[list[PdfCell]]:  # noqa: ANN401 - pdfplumber's table has no types
    """Yield the cells that begin in each row; a merged cell's box reaches over the edges of others."""
    edges = [sorted({cell[side] for cell in table.cells}) for side in (0, 1)]
    for row, texts in zip(table.rows, table.extract(), strict=True):
        yield [
            PdfCell(text or "", _spanned(edges[1], box[1], box[3]), _spanned(edges[0], box[0], box[2]))
            for box, text in zip(row.cells, texts, strict=True)
            if box is not None
        ]


def _spanned(edges: list[float], start: float, end: float) -> int:
    """Return how many rows or columns begin between two edges."""
    behind = [edge for edge in edges if start <= edge < end]
    return max(1, sum(1 for before, after in pairwise([*behind, end]) if after - before > 1))
