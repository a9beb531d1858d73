"""Write a report as CSV that Excel opens by a double click: UTF-8 with a BOM, CRLF, nothing that it would run.

RFC 4180; OWASP, CSV Injection. A cell that a spreadsheet would take for a formula begins with an
apostrophe, and so does a code with a leading zero, which would be lost.
"""

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from saisei_lod.errors import Language
from saisei_lod.findings import SEVERITY_NAMES
from saisei_lod.validation.reporting.entries import Entry, entries, people, printable
from saisei_lod.validation.results import Report

__all__ = ["as_csv"]

_BOM: Final = "\ufeff"
#: What begins a formula, in half and full width, and digits of which the first would be lost.
_RUN: Final = re.compile(r"[=+\-@\t\r＝＋－＠]|0[0-9]+\Z")
_LONGEST: Final = 2000
_HEADINGS: Final = (
    "重さ severity",
    "規則 code",
    "ファイル file",
    "行 line",
    "計画 plan",
    "計画の名称 title",
    "項目 field",
    "項目名 name",
    "値 found",
    "期待する内容",
    "expected",
    "内容",
    "message",
    "直し方",
    "what to do",
    "発行者 publisher",
    "出典 source",
    "出典の行 lines",
    "出典の語句 words",
    "アドレス url",
    "説明 about this rule",
    "対象 node",
)


def as_csv(report: Report, language: Language = "ja", *, verbose: bool = False) -> Iterator[str]:
    """Yield the report as rows, one for each mistake; both languages stand side by side."""
    del language, verbose
    row = io.StringIO()
    writer = csv.writer(row, lineterminator="\r\n")
    yield _BOM
    for cells in (_HEADINGS, *map(_cells, people(entries(report)))):
        writer.writerow(map(_inert, cells))
        yield row.getvalue()
        row.seek(0)
        row.truncate()


def _cells(entry: Entry) -> tuple[str, ...]:
    finding, result, trace = entry
    return (
        SEVERITY_NAMES[finding.severity].ja,
        entry.code,
        finding.place.file,
        str(finding.place.line or ""),
        trace.plan,
        trace.title,
        entry.field,
        entry.name.ja,
        entry.found,
        entry.expected.ja,
        entry.expected.en,
        finding.message.ja,
        finding.message.en,
        finding.fix.ja,
        finding.fix.en,
        trace.publisher,
        trace.page,
        f"{trace.lines[0]}～{trace.lines[1]}" if trace.lines else "",
        trace.words,
        trace.url,
        entry.link,
        result.node if result else finding.place.node,
    )


@lru_cache(maxsize=4096)
def _inert(cell: str) -> str:
    text = printable(cell, _LONGEST)
    return f"'{text}" if _RUN.match(text) else text
