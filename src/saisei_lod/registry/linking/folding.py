"""Fold a text to the spelling in which names are compared, keeping the way back to its own offsets."""

import re
import unicodedata
from typing import Final, NamedTuple

from saisei_lod.registry.linking.variants import IGNORED, TABLE

__all__ = ["Folded", "fold", "fold_name"]

#: What does not fold one to one: signs that say nothing, kana with a mark of their own, and the single
#: characters that tables set apart to fill a column (長　井　市).
_UNEVEN: Final = re.compile(
    f"(?P<nothing>[{IGNORED}]+)"
    "|(?P<voiced>[ぁ-ゖァ-ヺｦ-ﾝ][\u3099\u309a゛゜ﾞﾟ])"
    f"|(?<![^\\s、，,・/(（])(?P<spread>(?:\\w[ \u3000\u00a0]{{1,8}}){{1,30}}[都道府県市区町村郡])"
)
#: Voicing marks that stand alone, and those that join the kana before them.
_MARKS: Final = str.maketrans("゛゜ﾞﾟ", "\u3099\u309a\u3099\u309a")
_REPEATED: Final = re.compile("(.)々")


class Folded(NamedTuple):
    """A folded text; ``places`` holds the original offset of each character, None where none moved."""

    text: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original text for one of the folded text."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def fold(text: str) -> Folded:
    """Return the text as names are compared, one character for one wherever that is possible.

    >>> fold("⻑井市").text, fold("長　井　市").text
    ('長井市', '長井市')
    >>> fold("長　井　市").span(0, 3)
    (0, 5)
    """
    if _UNEVEN.search(text):
        return _fold_uneven(text)
    return Folded(_unrepeated(text.translate(TABLE)), None)


def fold_name(name: str) -> str:
    """Return a name of the registry as it is compared.

    >>> fold_name("龍ケ崎市"), fold_name("佐々町")
    ('竜が崎市', '佐佐町')
    """
    return _unrepeated(name.translate(TABLE))


def _unrepeated(text: str) -> str:
    return _REPEATED.sub(r"\1\1", text) if "々" in text else text


def _fold_uneven(text: str) -> Folded:
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for found in _UNEVEN.finditer(text):
        _keep(text[done : found.start()], done, pieces, places)
        done = found.end()
        if found.lastgroup == "voiced":
            # A mark that no one character takes up (あ゛) is dropped: it tells no name from another.
            pieces.append(unicodedata.normalize("NFKC", found.group().translate(_MARKS))[0].translate(TABLE))
            places.append(found.start())
        elif found.lastgroup == "spread":
            for part in re.finditer("[^ \u3000\u00a0]", found.group()):
                _keep(part.group(), found.start() + part.start(), pieces, places)
    _keep(text[done:], done, pieces, places)
    return Folded(_unrepeated("".join(pieces)), (*places, len(text)))


def _keep(part: str, start: int, pieces: list[str], places: list[int]) -> None:
    pieces.append(part.translate(TABLE))
    places.extend(range(start, start + len(part)))
