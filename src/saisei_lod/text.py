"""Give one spelling to one text: width, spaces, broken lines, lists joined by 並びに, 及び and 、.

Two ways of folding, by what the caller needs. :func:`levelled` changes characters one for one, so that a
place in the result is the same place in the source; patterns are matched on it. :func:`folded` is NFKC,
which may change the length; it keeps for each character where it came from. Neither ever replaces the
wording of a source.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["Folded", "Item", "folded", "folded_title", "joined", "joints", "levelled", "list_items", "number"]

#: Marks that pages mix freely. NFKC folds only some of them (U+FF5E, not U+301C).
_MARKS: Final = {
    **dict.fromkeys("〜～∼˜", "~"),
    **dict.fromkeys("‐‑‒–—―−－", "-"),
    **dict.fromkeys("“”„‟″〝〞〟", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
}
_TITLE_MARKS: Final = str.maketrans(_MARKS)

#: Every character with one ASCII character of the same meaning; zero-width ones count as spaces.
_LEVEL: Final = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict.fromkeys("\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u202f\u205f\u3000", " "),
        **dict.fromkeys("︰∶", ":"),
        **_MARKS,
    }
)
#: Texts up to this length are remembered.
_SHORT: Final = 24
#: A character with the marks that NFKC may join to it (カ + ﾞ).
_CLUSTER: Final = re.compile("(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
_SEPARATOR: Final = re.compile(r"並びに|ならびに|及び|および|又は|または|[、,;/\n]")
_BRACKETS: Final = re.compile(r"\([^()]*\)|「[^「」]*」|『[^『』]*』|\[[^\[\]]*\]|【[^【】]*】")
_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_LATIN: Final = re.compile("[A-Za-z]")


def levelled(text: str) -> str:
    """Return the text with full-width ASCII, spaces, tildes, dashes and quotes in one form each.

    It has the length of the source: character n stands for character n.

    >>> levelled("（Ｒ３．３．３０）　〜")
    '(R3.3.30) ~'
    """
    return _short_level(text) if len(text) <= _SHORT else text.translate(_LEVEL)


@lru_cache(maxsize=4096)
def _short_level(text: str) -> str:
    """Return a short text levelled; lists repeat days, rounds and labels."""
    return text.translate(_LEVEL)


class Folded(NamedTuple):
    """A folded text, and for each of its characters the index in the source that it came from."""

    text: str
    origins: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a non-empty span of the folded text came from."""
        return self.origins[start], self.origins[end - 1] + 1


def folded(text: str) -> Folded:
    """Return the text in NFKC without white space, marks folded as in titles, with its origins.

    >>> folded("Ａ 社㈱")
    Folded(text='A社(株)', origins=(0, 2, 3, 3, 3))
    """
    if unicodedata.is_normalized("NFKC", text):
        pairs = [
            (letter, place)
            for place, letter in enumerate(text.translate(_TITLE_MARKS))
            if not letter.isspace()
        ]
    else:
        pairs = [
            (letter, cluster.start())
            for cluster in _CLUSTER.finditer(text)
            for letter in folded_title(cluster.group())
        ]
    return Folded("".join(letter for letter, _ in pairs), tuple(place for _, place in pairs))


def folded_title(title: str) -> str:
    """Return the title as it is compared and hashed: NFKC, no white space, marks folded.

    The original title is never replaced by it.

    >>> folded_title("計画 〜Ａ〜")
    '計画~A~'
    """
    folded = unicodedata.normalize("NFKC", title.translate(_TITLE_MARKS)).translate(_TITLE_MARKS)
    return "".join(folded.split())


def joined(lines: Iterable[str]) -> str:
    """Join the lines of a text that was broken; a space stands only between two Latin words.

    Lines are trimmed and empty ones left out.

    >>> joined(["地方創", "生につなげる。"]), joined(["Smart", "City"])
    ('地方創生につなげる。', 'Smart City')
    """
    every = tuple(lines)
    if len(every) == 1:
        return every[0].strip()
    pieces: list[str] = []
    for line in every:
        piece = line.strip()
        if pieces and piece and _LATIN.match(pieces[-1][-1]) and _LATIN.match(piece[0]):
            pieces.append(" ")
        pieces += [piece] if piece else []
    return "".join(pieces)


def joints(lines: Iterable[str]) -> Iterator[int]:
    """Yield for each line where its trimmed text begins in what :func:`joined` makes of the lines.

    >>> list(joints([" Smart ", "", "City", "計画"]))
    [0, 5, 6, 10]
    """
    end = 0
    last = ""
    for line in lines:
        piece = line.strip()
        if last and piece and _LATIN.match(last) and _LATIN.match(piece[0]):
            end += 1
        yield end
        end += len(piece)
        last = piece[-1:] or last


class Item(NamedTuple):
    """One item of a list, trimmed, and where it begins in the text."""

    text: str
    start: int


def list_items(text: str) -> list[Item]:
    """Split a list as laws write it: 並びに joins groups, 及び the last item, 、 stands inside.

    What stands in brackets is not split, and ・ joins words of one name (まち・ひと・しごと).

    >>> [item.text for item in list_items("まち・ひと交付金、道整備及び港整備(A、B)")]
    ['まち・ひと交付金', '道整備', '港整備(A、B)']
    """
    level = _BRACKETS.sub(lambda found: "x" * len(found.group()), levelled(text))
    return list(_items(text, level))


def _items(text: str, level: str) -> Iterator[Item]:
    start = 0
    for end, following in [*(found.span() for found in _SEPARATOR.finditer(level)), (len(text), len(text))]:
        piece = text[start:end]
        if trimmed := piece.strip():
            yield Item(trimmed, start + piece.index(trimmed))
        start = following


def number(printed: str) -> int:
    """Return a whole number printed in Arabic digits, kanji digits, or kanji up to 99.

    Raises ValueError for what is none of these.

    >>> number("55"), number("三十一"), number("二〇二〇")
    (55, 31, 2020)
    """
    if printed.isascii():
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    try:
        if ten:
            return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
        return int("".join(str(_DIGITS[digit]) for digit in printed))
    except KeyError:
        message = f"no number: {printed!r}"
        raise ValueError(message) from None
