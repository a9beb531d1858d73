"""Name a government in kana and romaji: the suffix, the bare name and the words that sounds do not tell."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from saisei_lod.registry.building.romaji import hepburn

__all__ = ["Namer", "kind_of", "without_suffix"]

#: Readings of the suffix of a name (市 し, 町 まち or ちょう).
_SUFFIXES: Final = {
    "都": ("と",),
    "府": ("ふ",),
    "県": ("けん",),
    "郡": ("ぐん",),
    "市": ("し",),
    "区": ("く",),
    "町": ("まち", "ちょう"),
    "村": ("むら", "そん"),
}
_KINDS: Final = {"市": "city", "町": "town", "村": "village", "区": "special-ward"}


def kind_of(name: str) -> str:
    """Return the kind that the last character of a municipality's name tells.

    >>> kind_of("旭川市"), kind_of("港区")
    ('city', 'special-ward')
    """
    return _KINDS[name[-1]]


def without_suffix(name: str, kana: str) -> tuple[str, str]:
    """Return name and kana without 市, 町, 村, 区, 郡 and their readings; 北海道 stays whole.

    >>> without_suffix("鷹栖町", "たかすちょう"), without_suffix("北海道", "ほっかいどう")
    (('鷹栖', 'たかす'), ('北海道', 'ほっかいどう'))
    """
    for reading in _SUFFIXES.get(name[-1], ()):
        if kana.endswith(reading):
            return name[:-1], kana.removesuffix(reading)
    return name, kana


class Namer(NamedTuple):
    """Romaji of names; ``overrides`` holds those that kana alone spell wrong, by bare name and kana."""

    overrides: Mapping[tuple[str, str], str]

    def romaji(self, name: str, kana: str) -> str:
        """Return the bare name in romaji (Asahikawa for 旭川市), empty where no kana are known."""
        if not kana:
            return ""
        bare = without_suffix(name, kana)
        return self.overrides.get(bare) or hepburn(bare[1])
