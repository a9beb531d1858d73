"""Labels at the beginning of lines, with or without a colon: 【認定回】第41回, 計画期間 平成28年…, 認定日令和4年….

:func:`saisei_lod.reading.wording.labels.label_of` knows labels that end their line or stand before a colon;
here are the forms in which the value follows at once.
"""

import re
from typing import Final

from saisei_lod.reading.model import Field, Line
from saisei_lod.reading.wording.column_words import fields_of_header
from saisei_lod.reading.wording.labels import Label, field_of_word, label_of

__all__ = ["label_on"]

_BULLET: Final = r"\s*(?:[■□◆◇●○◎▼▽▶▷・*※]|[-‐] |\(?[0-9]{1,2}[).、](?![0-9])|[①-⑳])?\s*"
_BRACKETED: Final = re.compile(
    rf"{_BULLET}[【〔<《\[](?P<name>[^【】〔〕<>《》\[\]]{{1,24}})[】〕>》\]]\s*[:]?\s*"
)
_SPACED: Final = re.compile(
    rf"{_BULLET}(?P<name>[^\s:「」。、()]{{2,20}}(?:\([^()]{{1,10}}\))?)(?P<gap>\s+)(?=\S)"
)
_GLUED: Final = re.compile(
    rf"{_BULLET}(?P<name>[^\s:0-9「」。、()]{{2,16}}?)(?=(?:令和|平成|[RH][0-9]|20[0-9]{{2}}|第[0-9]|地方創生|企業版|デジタル田園|新しい地方))"
)
_COLON: Final = re.compile(rf"{_BULLET}(?P<name>[^:。「」]{{1,30}}?)\s*:\s*")
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS, Field.PERIOD})
#: Words that begin sentences and titles too often to be labels before a space.
_COMMON: Final = frozenset(
    {
        "内容",
        "変更",
        "目的",
        "資料",
        "本文",
        "計画書",
        "期間",
        "制度",
        "区分",
        "状況",
        "回数",
        "リンク",
        "PDF",
    }
)


def label_on(line: Line) -> Label | None:
    """Return the known label that a line begins with, None where it has none."""
    label = label_of(line)
    if label and label.field is not None:
        return label
    for pattern in (_BRACKETED, _COLON, _GLUED, _SPACED):
        found = pattern.match(line.level)
        field = _field(found, is_glued=pattern is _GLUED, is_spaced=pattern is _SPACED) if found else None
        if found and field:
            return Label(field, "".join(found["name"].split()), None, found.end())
    return None


def _field(found: re.Match[str], *, is_glued: bool, is_spaced: bool) -> Field | None:
    word = "".join(found["name"].split())
    field = field_of_word(word)
    if field is None and not (is_glued or is_spaced):
        fields = fields_of_header(word)
        field = fields[0] if fields else None
    if is_glued and field is Field.SCHEMES:
        return field
    if (is_glued and field not in _DAYS) or (is_spaced and word in _COMMON):
        return None
    return field
