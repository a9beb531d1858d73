"""What headings say of the plans below them beside a round: whose plans they are, and what measure they use.

<h2>地方創生推進交付金を活用した計画</h2> … <h3>海南市</h3> …
"""

import re
from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Field, Lexicon, Line, Notice, Part
from saisei_lod.reading.wording.makers_cell import is_makers_list
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.passages import Passage

__all__ = ["told_by_words", "with_context"]

#: What headings put behind the name of a measure.
_BEHIND: Final = re.compile(
    r"\s*(?:を?(?:活用|利用)(?:した|する|している)?|に(?:係る|関する|よる|基づく)|の(?:対象|活用)|関係|関連|分|の)*(?:もの|(?:認定)?(?:地域再生)?計画|事業)?"
    r"(?:について|一覧|の一覧)?(?:\s*\([0-9]{1,3}件\))?\s*\Z"
)
_COUNT: Final = re.compile(r"\s*\([0-9]{1,3}(?:件|計画)\)\s*\Z")
_MARKS: Final = "【】〔〕<>《》[] "
_LONGEST: Final = 60


def told_by_words(line: Line, lexicon: Lexicon) -> dict[Field, Part]:
    """Return the measures, or the makers, that all words of a heading name; none of any other heading."""
    start = mark_end(line.level)
    while start < len(line.level) and line.level[start] in _MARKS:
        start += 1
    end = len(line.level.rstrip(_MARKS))
    level = line.level[start:end]
    if not 1 < len(level) <= _LONGEST:
        return {}
    for field, stop in (
        (Field.SCHEMES, _schemes_end(level, lexicon)),
        (Field.MAKERS, _makers_end(level, lexicon)),
    ):
        part = Passage([line]).part(start, start + stop) if stop else None
        if part:
            return {field: part}
    return {}


def _schemes_end(level: str, lexicon: Lexicon) -> int:
    """Return where the names of measures that a heading begins with end, 0 where they are not all it says."""
    for end in (found.start() for found in re.finditer(r"(?=[をにの関分活(\s]|\Z)", level)):
        if end and _BEHIND.match(level, end) and lexicon.names_schemes(level[:end].strip()):
            return end
    return 0


def _makers_end(level: str, lexicon: Lexicon) -> int:
    count = _COUNT.search(level)
    bare = level[: count.start()] if count else level
    named = "".join(bare.split())
    return len(bare) if is_makers_list(named) and lexicon.names_governments(named) else 0


def with_context(notice: Notice, over: Sequence[Line], lexicon: Lexicon) -> Notice:
    """Return a notice with the makers and measures of the headings over it, where it is silent on them."""
    said: dict[Field, tuple[Part, ...]] = {}
    for line in over:
        for field, part in told_by_words(line, lexicon).items():
            if field not in notice.columns and field not in notice.parts and field not in said:
                said[field] = (part,)
    if not said:
        return notice
    return notice._replace(parts={**notice.parts, **said}, columns=notice.columns | said.keys())
