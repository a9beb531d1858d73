"""Phrases about a whole list: the area that is meant (の全域), and how many it names (2市2町)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from saisei_lod.registry.linking.gaps import AREA
from saisei_lod.registry.linking.mentions import Bound, Mention, Role

__all__ = ["Count", "Miscount", "miscounts", "set_scopes"]

_AREA: Final = re.compile(f"\\s*(?:\\((?:全域|全部|(?:区域の)?一部)|(?:\\([^()]{{0,40}}\\))?\\s*{AREA})")
_DIGITS: Final = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
_KINDS: Final = "都道府県市区町村"
_NUMBER: Final = "(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})"
_COUNT: Final = re.compile(f"(?:{_NUMBER}(?:特別区|[{_KINDS}]){{1,4}})+")
_PART: Final = re.compile(f"({_NUMBER})((?:特別区|[{_KINDS}])+)")
#: Between a list and its count, and between a count and its list.
_BEFORE: Final = re.compile(
    r"[\s、,]*(?:の|による|からなる|から成る|合計|以上の?|計|合わせて|あわせて|[(:])*[\s、,]*"
)
_AFTER: Final = re.compile(r"(?:\s|\(|:|、|・|「|=|は|である|とは|の|※)*")


class Count(NamedTuple):
    """A count phrase at its place: how many of which kinds (the last characters of names)."""

    start: int
    end: int
    parts: tuple[tuple[int, str], ...]


class Miscount(NamedTuple):
    """A count phrase that its list does not bear out: kinds counted, number stated, number named."""

    phrase: Count
    kinds: str
    stated: int
    named: int


def set_scopes(text: str, mentions: list[Mention]) -> None:
    """Set whole or part on every mention that a phrase on the area reaches back to.

    The phrase reaches back over its list, up to an item with a phrase of its own (地域再生計画の区域).
    """
    if "域" not in text and "全部" not in text and "一部" not in text:
        return
    group, scope = -1, ""
    for mention in reversed(mentions):
        if mention.role is Role.DROPPED:
            continue
        own = _scope(text, mention.end)
        scope = own or (scope if mention.group == group else "")
        mention.scope, group = scope, mention.group


def _scope(text: str, end: int) -> str:
    found = _AREA.match(text, end)
    if found is None:
        return ""
    if "一部" in found.group():
        return "part"
    return "whole" if "全" in found.group() else ""


def miscounts(text: str, mentions: list[Mention]) -> Iterator[Miscount]:
    """Yield the count phrases beside a list that do not add up to it."""
    counts = list(_COUNT.finditer(text))
    if not counts:
        return
    named = [mention for mention in mentions if mention.role is not Role.DROPPED]
    lists = _lists(named)
    for found in counts:
        place = bisect_left(named, found.end(), key=attrgetter("start"))
        group = _group(text, found, named, place)
        if len(lists.get(group, ())) > 1:
            yield from _compare(_count(found), lists[group])


def _lists(mentions: list[Mention]) -> dict[int, list[str]]:
    """Return the last characters of the different names of each list."""
    lists: dict[int, set[tuple[str, Bound]]] = {}
    for mention in mentions:
        if mention.role is Role.NAMED:
            lists.setdefault(mention.group, set()).add((mention.key, mention.stated))
    return {group: [key[-1] for key, _ in names] for group, names in lists.items()}


def _group(text: str, count: re.Match[str], mentions: list[Mention], place: int) -> int:
    """Return the list that a count phrase follows or leads, -1 where it stands alone.

    ``place`` is that of the first mention after the phrase.
    """
    if place and mentions[place - 1].end > count.start():
        return -1  # 四日市市 holds a number and a 市
    if place and _BEFORE.fullmatch(text, mentions[place - 1].end, count.start()):
        return mentions[place - 1].group
    if place < len(mentions) and _AFTER.fullmatch(text, count.end(), mentions[place].start):
        return mentions[place].group
    return -1


def _count(found: re.Match[str]) -> Count:
    parts = tuple((_number(number), kinds) for number, kinds in _PART.findall(found.group()))
    return Count(found.start(), found.end(), parts)


def _number(text: str) -> int:
    """Return the number of a text in Arabic digits or in kanji up to 999.

    >>> _number("23"), _number("二十三")
    (23, 23)
    """
    if text.isascii():
        return int(text)
    total = digit = 0
    for sign in text:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[sign]
    return total + digit


def _compare(count: Count, endings: list[str]) -> Iterator[Miscount]:
    """Compare each part with its list; a list of other kinds alone is not what was counted."""
    sums = [(stated, kinds, sum(ending in kinds for ending in endings)) for stated, kinds in count.parts]
    if any(named for _, _, named in sums):
        yield from (Miscount(count, kinds, stated, named) for stated, kinds, named in sums if stated != named)
