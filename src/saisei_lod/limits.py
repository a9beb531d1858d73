"""What a limit is, and the limits of files that more than one floor opens.

A file beyond a limit is refused with a message that names the limit, what was met, and what to do.
"""

from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError

__all__ = ["XLSX_BYTES", "XLSX_CELLS", "XLSX_FILE", "XLSX_MARKS", "XLSX_PARTS", "XLSX_RATIO", "Limit", "hold"]

_SAVE: Final = Bilingual(
    "表計算ソフトで開き、保存し直してください。正しいファイルなら、この大きさにはなりません。",
    "Open it in a spreadsheet program and save it again. A sound file does not get this large.",
)
_SPLIT: Final = Bilingual(
    "必要な部分だけを別のファイルに保存してください。", "Save the part that is needed as a file of its own."
)


class Limit(NamedTuple):
    """A limit: what is counted, the most that is read, in which unit, and what to do beyond it."""

    name: Bilingual
    most: int
    unit: Bilingual
    todo: Bilingual


XLSX_FILE: Final = Limit(
    Bilingual("XLSX の大きさ", "size of the XLSX"), 32 * 1024 * 1024, Bilingual("バイト", "bytes"), _SPLIT
)
XLSX_CELLS: Final = Limit(
    Bilingual("XLSX のます目の数", "number of cells of the XLSX"),
    5_000_000,
    Bilingual("個", "of them"),
    _SPLIT,
)
XLSX_BYTES: Final = Limit(
    Bilingual("XLSX を展開した大きさ", "size of the XLSX unpacked"),
    96 * 1024 * 1024,
    Bilingual("バイト", "bytes"),
    _SAVE,
)
XLSX_RATIO: Final = Limit(
    Bilingual("XLSX の圧縮の倍率", "compression ratio of the XLSX"), 200, Bilingual("倍", "times"), _SAVE
)
XLSX_PARTS: Final = Limit(
    Bilingual("XLSX の中のファイルの数", "number of files in the XLSX"),
    5_000,
    Bilingual("個", "of them"),
    _SAVE,
)
XLSX_MARKS: Final = Limit(
    Bilingual("XLSX の XML の要素の数", "number of XML elements in the XLSX"),
    3_000_000,
    Bilingual("個", "of them"),
    _SPLIT,
)


def hold(limit: Limit, met: int, where: str) -> None:
    """Raise InputError where more was met than the limit allows, naming the limit and both numbers."""
    if met <= limit.most:
        return
    raise InputError(
        Bilingual(
            f"読み取りの上限を超えました: {limit.name.ja} {met:,}{limit.unit.ja}",
            f"A limit of reading was passed: {limit.name.en}, {met:,} {limit.unit.en}",
        ),
        where=where,
        expected=Bilingual(f"{limit.most:,}{limit.unit.ja}以下", f"at most {limit.most:,} {limit.unit.en}"),
        todo=limit.todo,
    )
