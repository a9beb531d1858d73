"""Find the names in a folded text, longest first, from their last character backwards.

Every name ends in 都, 道, 府, 県, 市, 区, 町, 村 or 郡: only there is anything looked up, so that the
work grows with the number of these characters and not with the number of names.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from saisei_lod.registry.linking.boundaries import Boundaries
from saisei_lod.registry.linking.index import SAME, Index

__all__ = ["Word", "scan"]

_ENDS: Final = re.compile("[都道府県市区町村郡]")
#: A broken line, or the space that stands for one, between two signs of one name.
_BREAK: Final = re.compile(r"(?<=\w)(?: ?\n ?| )(?=\w)")
#: How far a name may reach over a broken line: the longest have 7 characters.
_REACH: Final = 8


class Word(NamedTuple):
    """A name, county or 同県 in a folded text, with the key under which the index holds it."""

    start: int
    end: int
    key: str


def scan(text: str, index: Index) -> list[Word]:
    """Return the names of a folded text in order; none overlaps another."""
    found = _scan(text, index)
    if "\n" in text or " " in text:
        broken = [word for word in _broken(text, index) if not _covered(word, found)]
        found = sorted([*found, *broken]) if broken else found
    return found


def _scan(text: str, index: Index) -> list[Word]:
    found: list[Word] = []
    boundaries = Boundaries(text)
    for match in _ENDS.finditer(text):
        end = match.end()
        for length in index.lengths.get(text[end - 2 : end], ()):
            word = Word(end - length, end, text[end - length : end])
            if length <= end and _known(word.key, index) and _take(word, found, boundaries, index):
                break
    return found


def _known(key: str, index: Index) -> bool:
    return key in index.names or key in index.counties or key in SAME


def _take(word: Word, found: list[Word], boundaries: Boundaries, index: Index) -> bool:
    """Add a word unless it begins inside another; it replaces words that it covers (東村 in 東村山市)."""
    kept = len(found)
    while kept and found[kept - 1].start >= word.start:
        kept -= 1
    if kept and found[kept - 1].end > word.start:
        return False
    glued = kept > 0 and found[kept - 1].end == word.start
    placed = glued and _lies_in(word.key, found[kept - 1].key, index)
    if not boundaries.hold(word.start, word.end, glued=glued, placed=placed):
        return False
    del found[kept:]
    found.append(word)
    return True


def _lies_in(key: str, place: str, index: Index) -> bool:
    """Tell whether some bearer of a name lies in the prefecture, county or city named before it."""
    places = {bearer.code for bearer in index.names.get(place, ())}
    return any(
        bearer.prefecture in places or bearer.parent in places or place in bearer.counties
        for bearer in index.names.get(key, ())
    )


def _broken(text: str, index: Index) -> Iterator[Word]:
    """Yield the names that cross a line break, in the order of the text."""
    for match in _BREAK.finditer(text):
        head = text[max(0, match.start() - _REACH) : match.start()]
        tail = text[match.end() : match.end() + _REACH]
        for word in _scan(head + tail, index):
            if word.start < len(head) < word.end:
                start = match.start() - len(head) + word.start
                yield Word(start, match.end() - len(head) + word.end, word.key)


def _covered(word: Word, found: list[Word]) -> bool:
    after = bisect_left(found, (word.end,))
    return after > 0 and found[after - 1].end > word.start
