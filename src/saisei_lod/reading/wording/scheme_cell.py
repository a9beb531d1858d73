"""The cell of funding schemes at the end of a flattened row: where it begins."""

import re
from itertools import takewhile
from typing import Final

from saisei_lod.reading.model import Lexicon

__all__ = ["schemes_start"]

_SENTENCE_END: Final = re.compile(r"。[」』)\]】]*")
_WORD: Final = re.compile(r"\S+")
#: How names of schemes end; it tells the cell of an unknown scheme from the rest of a summary.
_LIKE_A_SCHEME: Final = re.compile(
    r"(?:交付金|補助金|負担金|利子補給金?|納税|税制|特例|制度|タイプ|型|事業)\)?\Z"
)
#: A cell of schemes longer than this is none; it bounds the work on a broken page.
_LONGEST: Final = 600
_MOST_WORDS: Final = 12


def schemes_start(level: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where the schemes at the end of a span begin, its end where none stand there.

    They follow the last sentence, or are the last words that are labels and nothing else.
    """
    sentence = _after_last_sentence(level, start, end)
    words = list(_WORD.finditer(level, max(start, sentence, end - _LONGEST), end))[-_MOST_WORDS:]
    for word in words:
        if lexicon.names_schemes(level[word.start() : end]):
            return word.start()
    like = _last_like_schemes(words)
    if like is not None and level[start:like].strip():
        return like
    is_cell = sentence > start and words and end - words[0].start() <= _LONGEST
    return words[0].start() if is_cell else end


def _last_like_schemes(words: list[re.Match[str]]) -> int | None:
    """Return where the last words that end like names of schemes begin."""
    like = list(takewhile(lambda word: _LIKE_A_SCHEME.search(word.group()), reversed(words)))
    return like[-1].start() if like else None


def _after_last_sentence(level: str, start: int, end: int) -> int:
    """Return the place behind the last sentence of a span, its start where it has no sentence."""
    stop = level.rfind("。", start, end)
    found = _SENTENCE_END.match(level, stop) if stop >= 0 else None
    return min(found.end(), end) if found else start
