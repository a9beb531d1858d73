"""Makers that stand in several cells or on several lines: each is an item of one list.

作成主体: 小林市 / 共同作成主体: えびの市、高原町          徳島県 / 美馬市 / つるぎ町
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Notice, Part
from saisei_lod.reading.wording.makers_cell import is_makers_list
from saisei_lod.text import levelled

__all__ = ["with_makers"]

_CONNECTORS: Final = re.compile(r"\A(?:並びに|及び|および|[、,・と])|(?:並びに|及び|および|[、,・と])\Z")
#: 北海道 / 網走郡美幌町: a prefecture before a county is a part of the name.
_COUNTY: Final = re.compile(r"[^、,\s]{1,6}郡")


def with_makers(notices: Sequence[Notice], lexicon: Lexicon) -> Iterator[Notice]:
    """Yield the notices, their makers in one part; its pieces are items where each names governments."""
    for notice in notices:
        parts = notice.parts.get(Field.MAKERS, ())
        pieces = tuple(piece for part in parts for piece in part.pieces)
        if len(pieces) > 1 and _are_items([piece.text for piece in pieces], lexicon):
            joined = Part(pieces, parts[0].label if len(parts) == 1 else "", "\n")
            yield notice._replace(parts={**notice.parts, Field.MAKERS: (joined,)})
        else:
            yield notice


def _are_items(texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether each text is a list of governments by itself, and no half of a name."""
    bare = [_CONNECTORS.sub("", "".join(levelled(text).split())) for text in texts]
    if any(_is_prefecture(first) and _COUNTY.match(second) for first, second in pairwise(bare)):
        return False
    return all(is_makers_list(text) and lexicon.names_governments(text) for text in bare)


def _is_prefecture(text: str) -> bool:
    return text.endswith(("都", "道", "府", "県")) and "、" not in text
