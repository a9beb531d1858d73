"""Tell a quarter of a city from a town: 前橋市朝日町 is an address, and no mention of 朝日町."""

import re
from itertools import pairwise
from typing import Final

from saisei_lod.registry.linking.gaps import Link
from saisei_lod.registry.linking.mentions import Bound, Mention, Role

__all__ = ["drop_quarters", "read_address"]

#: Between a municipality and a 町 of its own: 鹿児島市東千石町, 旭川市7条通. Anything but hiragana and signs.
_BETWEEN: Final = re.compile(r"(?:[^\W\u3041-\u3096]|-){0,20}")
#: The same before a name of two characters, which ends the name of many a quarter: 宮の森町.
_BETWEEN_SHORT: Final = re.compile(r"[^\W\u3041-\u3096]{1,10}[のが]")
_SHORT: Final = 2
_NUMBERED: Final = re.compile(r"[0-9一二三四五六七八九十]+(?:丁目|番|条|-)")
#: How many names in a row, without a sign between them, make a list.
_RUN: Final = 3


def read_address(text: str, mention: Mention, before: Mention, link: Link) -> None:
    """Drop a 町, 村 or 区 that follows a municipality as parts of addresses do.

    One that is glued to it, lies in the same prefecture and has no house number may be the next item of
    a list that lost its signs: it is marked as an address, for :func:`drop_quarters` to tell.
    """
    if link not in {Link.GLUE, Link.APART} or mention.key.endswith("市"):
        return
    if not _is_between(text, mention, before) or _are_wards(mention, before):
        return
    near = Bound(before.prefectures).within(mention.bearers)
    numbered = _NUMBERED.match(text, mention.end)
    if link is Link.APART or not near or numbered or mention.bearers[0].kind == "ward":
        mention.role = Role.DROPPED
    else:
        mention.stated = Bound(before.prefectures)
        mention.address = True


def _is_between(text: str, mention: Mention, before: Mention) -> bool:
    if _BETWEEN.fullmatch(text, before.end, mention.start):
        return True
    short = mention.end - mention.start == _SHORT
    return short and _BETWEEN_SHORT.fullmatch(text, before.end, mention.start) is not None


def _are_wards(mention: Mention, before: Mention) -> bool:
    """Tell whether both may be wards of one city: no ward lies in a ward."""
    cities = {bearer.parent for bearer in before.bearers if bearer.parent}
    return any(bearer.parent in cities for bearer in mention.bearers)


def drop_quarters(mentions: list[Mention]) -> None:
    """Drop a single town glued to a city (いわき市金山町); three and more in a row are a list without signs."""
    run: list[Mention] = []
    for mention in mentions:
        if not run or run[-1].end != mention.start:
            _drop_run(run)
            run = []
        if mention.role is Role.NAMED and not mention.is_prefecture:
            run.append(mention)
    _drop_run(run)


def _drop_run(run: list[Mention]) -> None:
    if len(run) >= _RUN and all(any(not bearer.valid_until for bearer in member.bearers) for member in run):
        return
    for before, member in pairwise((None, *run)):
        if member is not None and member.address and not (before and _are_neighbours(before, member)):
            member.role = Role.DROPPED


def _are_neighbours(before: Mention, mention: Mention) -> bool:
    """Tell whether both lie in one county, as the towns of a list do."""
    counties = {(b.prefecture, county) for b in before.bearers for county in b.counties if not b.valid_until}
    return any((b.prefecture, county) in counties for b in mention.bearers for county in b.counties)
