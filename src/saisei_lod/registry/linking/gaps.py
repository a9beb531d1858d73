"""Tell what stands between two names: the grammar of Japanese lists of local governments.

Laws and plans join the last item by 及び, groups by 並びに, the rest by 、 (法制執務の用字用語). Pages add
every other sign. What stands between two names decides whether a prefecture, county or city reaches
from the first to the second. All patterns are in the folded spelling.
"""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["Gap", "Link", "read_gap"]


class Link(Enum):
    """How the second of two names follows the first."""

    GLUE = auto()
    """directly: 北海道旭川市"""
    SPACE = auto()
    """after spaces: 東京都 府中市"""
    BREAK_OF_LINE = auto()
    """on the next line"""
    INSIDE = auto()
    """as a part: 広島県の府中市, 山形県: 長井市"""
    LIST = auto()
    """as the next item: 、, 及び, 並びに, ・, also after の全域 or (平野地区)"""
    APART = auto()
    """in another phrase"""


class Gap(NamedTuple):
    """What was read between two names.

    ``closes`` and ``opens`` count the brackets that the gap ends and begins; ``before`` links the first
    name with the bracket that opens, ``link`` the second name with what it follows; ``sentence`` tells
    whether a sentence ends; ``short`` is the short name of a prefecture in brackets: 伊達市(福島).
    """

    link: Link
    closes: int = 0
    opens: int = 0
    before: Link = Link.APART
    sentence: bool = False
    short: str = ""


#: A phrase on the area that may follow a name; also what people hold: 市長, 町役場, 県議会.
AREA: Final = (
    r"(?:の?(?:行政)?(?:区域|市域|町域|村域|県域|地域)?の?(?:全域|全部|全区域|一部区域|一部地域|一部)(?:の区域|の地域)?"
    r"|の(?:行政)?区域)"
)
_OFFICE: Final = r"(?:長|知事|役所|役場|庁|議会|教育委員会|当局|地内)"
_SIGN: Final = r"[\s、,・/;&+|「」『』<>\"'〃…:*※]"
_WORD: Final = (
    "及び|および|並びに|ならびに|及|並に|とともに|と共に|と|や|又は|または|若しくは|もしくは|かつ|且つ"
    "|そして|それから|さらに|更に|等|など|ほか|外|他|の各市町村|の各市町|の"
)
_LIST: Final = re.compile(f"(?:{AREA}|{_OFFICE})?\\s*(?:{_SIGN}|{_WORD})+")
_INSIDE: Final = re.compile(
    r"\s*(?:[^\s、,・()]{0,12}(?:管内|地方|圏域|地域|支庁|振興局|三宅島|八丈島)の?"
    r"|の|内の|下の|内|にある|に所在する|に属する|のうち、?|のうちの|:)\s*"
)
_AREA_ALONE: Final = re.compile(f"\\s*{AREA}?\\s*")
#: What may stand between an opening bracket and the first name in it.
_INNER: Final = re.compile(r"[\s※旧現「]*")
_SHORT: Final = re.compile(r"\s*\(\s*([^\s()]{2,3})\s*\)")
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_SENTENCE: Final = re.compile(r"[。\n!?．]")
#: A longer gap is no list, whatever it holds: this bounds the work on one gap.
_LONGEST: Final = 300


@lru_cache(maxsize=4096)
def read_gap(text: str) -> Gap:
    """Return what a text between two names says.

    >>> read_gap("、").link.name, read_gap("の全域及び").link.name, read_gap("では").link.name
    ('LIST', 'LIST', 'APART')
    """
    if len(text) > _LONGEST:
        return Gap(Link.APART, sentence=_SENTENCE.search(text) is not None)
    if "(" in text or ")" in text:
        return _read_brackets(text)
    link = _link(text)
    return Gap(link, sentence=link is Link.APART and _SENTENCE.search(text) is not None)


def _link(text: str) -> Link:
    if not text:
        return Link.GLUE
    if text.isspace():
        return Link.BREAK_OF_LINE if "\n" in text else Link.SPACE
    if _INSIDE.fullmatch(text):
        return Link.INSIDE
    return Link.LIST if _LIST.fullmatch(text) else Link.APART


def _read_brackets(text: str) -> Gap:
    """Read a gap with brackets: whole ones are skipped, those that open or close are counted."""
    short = _SHORT.match(text)
    bare = _without_whole_brackets(text)
    closes, opens = bare.count(")"), bare.count("(")
    after = bare.rpartition(")")[2]
    before, _, inner = after.partition("(")
    attached = _attached(before) if opens else Link.APART
    link = _link(before) if not opens else _inner(inner)
    return Gap(
        link,
        closes,
        opens,
        attached,
        sentence=Link.APART in {link, attached if opens else link} and _SENTENCE.search(bare) is not None,
        short=short[1] if short else "",
    )


def _without_whole_brackets(text: str) -> str:
    bare = _BRACKETED.sub("", text)
    while bare != text:
        text, bare = bare, _BRACKETED.sub("", bare)
    return bare


def _attached(before: str) -> Link:
    """Tell how the bracket that opens after a text belongs to the name before that text."""
    if not before.strip():
        return Link.GLUE
    return Link.LIST if _AREA_ALONE.fullmatch(before) else _link(before)


def _inner(text: str) -> Link:
    return Link.GLUE if _INNER.fullmatch(text.rpartition("(")[2]) else Link.APART
