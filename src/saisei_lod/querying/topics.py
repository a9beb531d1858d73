"""Make of words a regular expression that finds them however they are spelled.

SPARQL 1.1 folds neither width nor kana. So a character is looked for together with its other spellings:
wide and narrow, upper and lower case, hiragana and katakana, narrow katakana, which takes two characters for
a voiced sound. The expression keeps to what XPath, Rust and Python read alike.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

__all__ = ["pattern_of"]

_SPECIAL: Final = frozenset(r"\|.?*+(){}-[]^$")
_KANA: Final = 0x60
_HIRAGANA: Final = range(0x3041, 0x3097)
_KATAKANA: Final = range(0x30A1, 0x30F7)
_WIDE: Final = range(0xFF01, 0xFF5F)
_NARROW: Final = range(0xFF61, 0xFFA0)
_VOICED: Final = "ﾞﾟ"
_SPACES: Final = re.compile(r"\s+")


def pattern_of(words: str) -> str:
    r"""Return the regular expression for words; white space between them may be there or not.

    >>> pattern_of("DMO")
    '[DdＤｄ][MmＭｍ][OoＯｏ]'
    >>> pattern_of("ひと (1)")
    '(ひ|ヒ|ﾋ)(と|ト|ﾄ)\\s*[\\(（][1１][\\)）]'
    """
    folded = unicodedata.normalize("NFKC", words.strip())
    return r"\s*".join("".join(map(_one, part)) for part in _SPACES.split(folded) if part)


def _one(character: str) -> str:
    spelled = [character, *sorted(_spellings(character) - {character})]
    escaped = [f"\\{one}" if one in _SPECIAL else one for one in spelled]
    if len(escaped) == 1:
        return escaped[0]
    # Classes hold single characters; kana have a narrow spelling that may take two.
    return f"[{''.join(escaped)}]" if ord(character) not in _ANY_KANA else f"({'|'.join(escaped)})"


_ANY_KANA: Final = frozenset([*_HIRAGANA, *_KATAKANA])


def _spellings(character: str) -> set[str]:
    cases = {character, character.lower(), character.upper()}
    cases |= {chr(code - _KANA) for code in map(ord, cases & _KATAKANA_LETTERS)}
    cases |= {chr(code + _KANA) for code in map(ord, cases & _HIRAGANA_LETTERS)}
    return {spelled for one in cases if len(one) == 1 for spelled in (one, *_compatible().get(one, ()))}


_KATAKANA_LETTERS: Final = frozenset(map(chr, _KATAKANA))
_HIRAGANA_LETTERS: Final = frozenset(map(chr, _HIRAGANA))


@cache
def _compatible() -> Mapping[str, set[str]]:
    """Return the wide and narrow spellings of each character that has any."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    narrow = [chr(code) for code in _NARROW]
    for spelled in [*map(chr, _WIDE), *narrow, *(one + mark for one in narrow for mark in _VOICED)]:
        folded = unicodedata.normalize("NFKC", spelled)
        if len(folded) == 1:
            found[folded].add(spelled)
    return found
