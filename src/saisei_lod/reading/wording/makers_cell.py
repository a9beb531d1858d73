"""The cell of makers in a flattened table: where it ends, by the grammar of lists of governments.

A cell is one name or a list as laws write it (旭川市並びに北海道上川郡鷹栖町、東神楽町及び東川町の全域); what
follows it on the line begins behind white space, and may itself begin with a city's name.
"""

import re
from collections.abc import Iterator
from typing import Final

from saisei_lod.reading.model import Lexicon
from saisei_lod.text import list_items

__all__ = ["is_makers_list", "makers_end"]

_NAME: Final = re.compile(
    r"[々〆ヶ\u2e80-\u2fdf\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff]{1,20}"
    r"(?:[都道府県市区町村]|広域連合|事務組合|組合|港務局)(?:\([^()]{1,20}\))?\Z"
)
_TAIL: Final = re.compile(
    r"(?:の(?:全域|区域の?全部|全部|(?:区域の)?一部(?:の区域)?|区域)(?:\([^()]*\))?"
    r"|(?:ほか|他|外)(?:[0-9一二三四五六七八九十]{1,3}(?:都|道|府|県|市|区|町|村|団体)){0,4}|等|など)\Z"
)
_CONNECTORS: Final = ("並びに", "ならびに", "及び", "および", "、", ",", "・")
_CHUNK: Final = re.compile(r"\S+")
#: A cell of makers longer than this is none; it bounds the work on a broken page.
_LONGEST: Final = 1200
_MOST_CHUNKS: Final = 60


def is_makers_list(text: str) -> bool:
    """Tell whether a levelled text without white space has the form of a list of local governments."""
    bare = _TAIL.sub("", text)
    items = [part for item in list_items(bare) for part in item.text.split("・")]
    return bool(items) and not bare.endswith(_CONNECTORS) and all(map(_NAME.match, items))


def makers_end(level: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Return where the cell that begins at a place ends, None where no list of governments stands there."""
    chunks = list(_chunks(level, start, min(end, start + _LONGEST)))
    first = _first_whole_list(level, start, chunks, lexicon)
    if first is None:
        return None
    last = first
    for following in range(first + 1, len(chunks)):
        if not _continues(level, start, chunks[last], chunks[following], lexicon):
            break
        last = following
    return chunks[last]


def _first_whole_list(level: str, start: int, chunks: list[int], lexicon: Lexicon) -> int | None:
    """Return the first chunk at whose end a list is whole; chunks join at connectors and broken lines."""
    broken = False
    for number, stop in enumerate(chunks):
        bare = _bare(level, start, stop)
        if is_makers_list(bare) and (not broken or lexicon.names_governments(bare)):
            return number
        behind = level[stop : chunks[number + 1]] if number + 1 < len(chunks) else ""
        if not (bare.endswith(_CONNECTORS) or behind.lstrip().startswith(_CONNECTORS)):
            if "\n" not in behind:
                return None
            broken = True
    return None


def _chunks(level: str, start: int, end: int) -> Iterator[int]:
    """Yield the ends of the runs without white space."""
    for number, found in enumerate(_CHUNK.finditer(level, start, end)):
        if number == _MOST_CHUNKS:
            return
        yield found.end()


def _bare(level: str, start: int, end: int) -> str:
    return "".join(level[start:end].split())


def _continues(level: str, start: int, so_far: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a chunk goes on with the list: by a connector, or because it is nothing but names."""
    chunk = _bare(level, so_far, stop)
    if chunk.startswith(_CONNECTORS):
        return is_makers_list(_bare(level, start, stop))
    return is_makers_list(chunk) and lexicon.names_governments(chunk)
