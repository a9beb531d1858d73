"""What a heading says about all plans below it: the round and day of their certification, or of a change.

第54回認定(令和元年11月8日) / 1.認定が行われた地域再生計画(第54回認定) / 変更認定を受けた計画(第73回)
"""

import re
from typing import Final

from saisei_lod.reading.model import Field, Part, Piece
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.text import levelled
from saisei_lod.wareki import dates

__all__ = ["is_round_heading", "parts_of_heading"]

_CHANGE: Final = re.compile(r"変更")
_CERTIFIED: Final = re.compile(r"認定")
#: A fiscal year's own count of rounds (令和5年度第3回) is that of the donations, never 第3回.
_OTHER_COUNT: Final = re.compile(r"年度 *第 *[0-9]+ *回")
_AS_OF: Final = re.compile(r"現在|更新|時点|掲載|公表|発表|まで")
#: Words that headings of rounds are made of.
_WORDS: Final = re.compile(
    r"変更|新規|新たに|認定|地域再生計画|計画|された|を受けた|が行われた|した|分|日|年月|の|に|が|について|一覧|付け?|回"
)
_MARKS: Final = re.compile(r"[\s()\[\]【】:・.、0-9~-]")
_LONGEST: Final = 120


def is_round_heading(level: str) -> bool:
    """Tell whether a levelled heading names a round and no plan: 第73回変更認定, 第63回認定(令和4年3月30日).

    >>> is_round_heading("第73回変更認定"), is_round_heading("海の計画(第63回認定)")
    (True, False)
    """
    rest = ROUND.sub("", level)
    for day in reversed(dates(rest)):
        rest = rest[: day.start] + rest[day.end :]
    return bool(ROUND.search(level) or dates(level)) and not _MARKS.sub("", _WORDS.sub("", rest))


def parts_of_heading(part: Part) -> dict[Field, tuple[Part, ...]]:
    """Return the parts of day and round that a heading gives to the plans below it, none where it gives none.

    A heading that speaks of a change gives them to the change.
    """
    level = levelled(part.text)
    if (
        len(level) > _LONGEST
        or not _CERTIFIED.search(level)
        or _AS_OF.search(level)
        or _OTHER_COUNT.search(level)
    ):
        return {}
    rounds = [found.span() for found in ROUND.finditer(level)]
    days = [(found.start, found.end) for found in dates(level) if found.precision == "day"]
    if len(rounds) > 1 or len(days) > 1 or not (rounds or days):
        return {}
    if _CHANGE.search(level):
        return {Field.AMENDMENTS: (part._replace(label="変更認定"),)}
    found: dict[Field, tuple[Part, ...]] = {}
    if days:
        found[Field.CERTIFICATION] = (_cut(part, *days[0]),)
    if rounds:
        found[Field.ROUND] = (_cut(part, *rounds[0]),)
    return found


def _cut(part: Part, start: int, end: int) -> Part:
    """Return the span of a part of one piece; of several pieces the whole, whose words say the same."""
    if len(part.pieces) > 1:
        return part
    piece = part.pieces[0]
    return Part((Piece(piece.text[start:end], piece.line, piece.column + start),))
