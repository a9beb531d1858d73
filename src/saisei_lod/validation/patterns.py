r"""Patterns of texts, and ranges of language tags.

Patterns are those of sh:pattern and REGEX (XPath and XQuery Functions and Operators 3.1, section 5.6). They
are read as Python reads them, which is what pySHACL does too: ``\s``, ``\d`` and ``\w`` are those of Unicode.
``$`` is the end of the text and not before a last line break, as the standard has it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

__all__ = ["matches_range", "searcher"]

Search = Callable[[str], object]

#: Flags that Python has too; others are ignored.
_FLAGS: Final = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
#: A ``$`` outside of a class of characters, with what stands before it.
_END: Final = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\$", re.DOTALL)


@lru_cache(maxsize=256)
def searcher(pattern: str, flags: str) -> Search | None:
    r"""Return the search for a pattern, None for what is no pattern.

    >>> searcher("^a$", "i")("A") is not None, searcher("^a$", "")("a\n") is None, searcher("(", "")
    (True, True, None)
    """
    read = re.NOFLAG
    for letter in flags:
        read |= _FLAGS.get(letter, re.NOFLAG)
    whole = pattern if read & re.MULTILINE else _END.sub(lambda found: found[1] or r"\Z", pattern)
    try:
        return re.compile(whole, read).search
    except (re.error, OverflowError, RecursionError):
        return None


def matches_range(tag: str, wanted: str) -> bool:
    """Tell whether a language tag is in a basic range (RFC 4647, section 3.3.1), as langMatches of SPARQL does.

    >>> matches_range("en-GB", "EN"), matches_range("en", "en-GB"), matches_range("", "*")
    (True, False, False)
    """
    one, other = tag.lower(), wanted.lower()
    return bool(one) and (other in {"*", one} or one.startswith(f"{other}-"))
