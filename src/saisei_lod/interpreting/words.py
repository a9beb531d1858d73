"""Find in a part of a page the words that say a value: the narrowest that do, with their places.

Each function is one rule, and the rule read backwards: the words that it returns are words of which the
rule gives the value.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from saisei_lod.reading import Part
from saisei_lod.records.evidence import Quote, as_evidence
from saisei_lod.records.model import Evidence
from saisei_lod.registry.linking import Resolution
from saisei_lod.registry.schemes import Schemes
from saisei_lod.text import levelled, list_items, number
from saisei_lod.wareki import dates, fiscal_years

__all__ = ["Words", "day_words", "name_words", "period_words", "round_words", "scheme_words"]

ROUND: Final = re.compile(r"第 *([0-9]{1,4}|[〇一二三四五六七八九十]{1,4}) *回")
_BARE: Final = re.compile(r"\s*([0-9]{1,3})\s*\Z")


class Words(NamedTuple):
    """Wording of a page, and where each line of the page begins in the decoded text."""

    part: Part
    starts: Mapping[int, int]

    def evidence(self, rule: str, value: str) -> Evidence:
        """Return the wording as the evidence of a value."""
        found = [
            Quote(begins, begins + len(piece.text), piece.text)
            for piece in self.part.pieces
            for begins in (self.starts[piece.line] + piece.column,)
        ]
        return as_evidence(rule, value, found)

    def of(self, start: int, end: int) -> "Words":
        """Return a span of the wording."""
        return Words(self.part.located(start, end), self.starts)


def day_words(words: Words, day: str, *, planned: bool = False) -> Words | None:
    """Return the words of a date: what stands for this day, month or year."""
    found = next((one for one in dates(words.part.text, planned=planned) if one.iso == day), None)
    return words.of(found.start, found.end) if found else None


def period_words(words: Words, day: str, *, is_end: bool) -> tuple[str, Words] | None:
    """Return the rule and the words of one bound of a period: a date, or a fiscal year."""
    dated = day_words(words, day, planned=True)
    if dated:
        return "era-date", dated
    for run in fiscal_years(words.part.text):
        if (run.last_day if is_end else run.first_day) == day:
            return ("fiscal-year-end" if is_end else "fiscal-year-start"), words.of(run.start, run.end)
    return None


def round_words(words: Words, value: int) -> Words | None:
    """Return the words of a round: 第N回, or the number alone in a column of rounds."""
    level = levelled(words.part.text)
    for pattern in (ROUND, _BARE):
        for found in pattern.finditer(level):
            if number(found[1]) == value:
                return words.of(*found.span(0 if pattern is ROUND else 1))
    return None


def name_words(words: Words, found: Resolution) -> Iterator[tuple[str, Words]]:
    """Yield the code of each government that the wording names, with the words of its first mention."""
    for match in found.matches:
        yield match.code, words.of(match.start, match.end)


def scheme_words(words: Words, slug: str, schemes: Schemes) -> Words | None:
    """Return the words that name a scheme: an item of a list, else a line, else the whole wording."""
    for piece in words.part.pieces:
        line = words._replace(part=Part((piece,)))
        if slug in schemes.read(piece.text).slugs:
            items = (line.of(item.start, item.start + len(item.text)) for item in list_items(line.part.text))
            return next((item for item in items if schemes.read(item.part.text).slugs == (slug,)), line)
    return words if slug in schemes.read(words.part.lines_text).slugs else None
