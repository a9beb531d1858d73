"""Know the questions of the query pack when they are asked, so that others cannot crowd them out."""

import re
from typing import Final

from saisei_lod.querying import pack

__all__ = ["Known"]

_COMMENT: Final = re.compile(r"^\s*#.*$", re.MULTILINE)
#: The line that binds parameters: nothing but terms, or a text could hide a query of its own there.
_VALUES: Final = re.compile(
    r"""^\s*VALUES\s*\((?:\?asked_\w+\s?)+\)\s*\{\s*\(\s*
        (?:(?:UNDEF|<[^<>"\s]*>|-?\d+|true|false|"[^"\\\n]*"(?:@[a-z\-]+|\^\^(?:<[^<>"\s]*>|xsd:\w+))?)\s*)+
        \)\s*\}\s*$""",
    re.MULTILINE | re.VERBOSE | re.ASCII,
)
_SPACE: Final = re.compile(r"\s+")


class Known:
    """The texts of the pack, with any values of their parameters."""

    def __init__(self) -> None:
        self._texts = frozenset(_plain(query.text) for query in pack())

    def __contains__(self, text: str) -> bool:
        return _plain(text) in self._texts


def _plain(text: str) -> str:
    """Return a text without comments and values, spaces being alike."""
    return _SPACE.sub(" ", _VALUES.sub("VALUES", _COMMENT.sub("", text))).strip()
