"""Write what sources contradict each other in as a table that people open: ``contradictions.csv``.

A line is what one source says of one field, so that a filter on plan or field shows who says what. UTF-8
with a byte order mark, since Excel takes a CSV file without one for the code page of the machine, which
on Japanese Windows garbles it; lines end as RFC 4180 has it (section 2). The file is always there: a
header alone says that nothing contradicts.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.merging import Contradiction, Saying

__all__ = ["CONTRADICTIONS", "write_contradictions"]

#: The name of the file.
CONTRADICTIONS: Final = "contradictions.csv"
_COLUMNS: Final = (
    Bilingual("計画のキー", "plan"),
    Bilingual("名称", "title"),
    Bilingual("項目", "field"),
    Bilingual("版の初日", "version from"),
    Bilingual("出典", "source"),
    Bilingual("出典の日付", "day of source"),
    Bilingual("記録", "record"),
    Bilingual("行", "line"),
    Bilingual("出典の値", "value of source"),
    Bilingual("出典の文言", "words of source"),
    Bilingual("公開した値", "published value"),
    Bilingual("公開した値と合うか", "agrees with it"),
    Bilingual("公開した値を選んだ規則", "rule that chose it"),
)
_YES: Final = Bilingual("はい", "yes")
_NO: Final = Bilingual("いいえ", "no")
_LATER: Final = Bilingual("日付の新しい出典", "the source of the later date")
_BY_NAME: Final = Bilingual(
    "日付が同じか、ないため、出典の名の順", "dates equal or unknown: by the name of the source"
)
_SNAPSHOT: Final = Bilingual("同じページの新しい取得物", "the later snapshot of the page")
#: Text that a spreadsheet would take for a formula (OWASP, CSV Injection).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_contradictions(folder: Path, contradictions: Iterable[Contradiction]) -> None:
    """Write ``contradictions.csv`` into a folder: the lines of a contradiction together, the best heard first."""
    with (folder / CONTRADICTIONS).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([_both(column) for column in _COLUMNS])
        for contradiction in contradictions:
            writer.writerows(_rows(contradiction))


def _both(text: Bilingual) -> str:
    return f"{text.ja} / {text.en}"


def _rows(contradiction: Contradiction) -> Iterator[list[str]]:
    chosen = next((saying for saying in contradiction.sayings if saying.agrees), contradiction.sayings[0])
    rule = _both(_rule(chosen, contradiction.sayings))
    for saying in contradiction.sayings:
        source = saying.source
        row = [
            contradiction.key,
            contradiction.title,
            contradiction.field,
            contradiction.version,
            source.page.source or "",
            _day(saying),
            source.file,
            str(source.at(saying.place).line or ""),
            saying.value,
            saying.words,
            contradiction.published,
            _both(_YES if saying.agrees else _NO),
            rule,
        ]
        yield [_plain(cell) for cell in row]


def _rule(chosen: Saying, sayings: Iterable[Saying]) -> Bilingual:
    others = [saying for saying in sayings if not saying.agrees]
    if others and all(other.source.page.source == chosen.source.page.source for other in others):
        return _SNAPSHOT
    return _LATER if all(_day(other) < _day(chosen) for other in others) else _BY_NAME


def _day(saying: Saying) -> str:
    return saying.source.page.last_updated or saying.source.page.retrieved or ""


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet computes: an apostrophe stands before what looks like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
