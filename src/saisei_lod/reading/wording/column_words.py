"""The words over the columns (or before the rows) of a table: which fields a header cell names."""

import re
from functools import lru_cache
from typing import Final

from saisei_lod.reading.model import Field
from saisei_lod.reading.wording.header_phrases import field_of_phrase
from saisei_lod.reading.wording.labels import field_of_word

__all__ = ["fields_of_header", "is_minor_header"]

_SPACE: Final = re.compile(r"\s+")
_FOOTNOTE: Final = re.compile(r"[※*][0-9]{0,2}\Z")
_BRACKET: Final = re.compile(r"\((?P<inner>[^()]{1,30})\)|【(?P<square>[^【】]{1,30})】")
_SEPARATOR: Final = re.compile(r"[・/、,]|及び|および|と(?=認定|変更|区域|期間)")
_PREFIX: Final = re.compile(r"(?:地域再生(?:計画)?の?|認定(?:地域再生)?計画の?|計画の)(?=.)")
#: 作成主体2, 支援措置①: one of several columns of a field.
_COUNT: Final = re.compile(r"(?:[0-9]{1,2}|[①-⑳])\Z")
#: 変更1, 変更15, 変更認定日1, 第2回変更, 変更1回目: the columns of the changes of a plan.
_NUMBERED_CHANGE: Final = re.compile(
    r"(?:第?[0-9]{1,2}回目?(?:の)?(?:計画)?変更(?:認定)?(?:年月日|日)?|変更(?:認定)?(?:年月日|日)?(?:[0-9]{1,2}|[①-⑳])(?:回目)?)\Z"
)
#: What stands over the names of plans in a table, and is no label elsewhere.
_COLUMN_ONLY: Final = {
    "認定": Field.CERTIFICATION,
    "認定等": Field.CERTIFICATION,
    "変更等": Field.AMENDMENTS,
    "変更認定等": Field.AMENDMENTS,
}
_TITLE_WORDS: Final = frozenset(
    {
        "計画",
        "地域再生計画",
        "認定計画",
        "認定地域再生計画",
        "プロジェクト名",
        "計画名(事業名)",
        "計画・事業名",
    }
)
#: A day or the number of a round: such words are values, not headers.
_VALUE: Final = re.compile(r"第[0-9]+回|[0-9元]年[0-9]|[0-9]\.[0-9]")
_LONGEST: Final = 60
#: A longer cell heads nothing, whatever its white space.
_LONGEST_CELL: Final = 200


def fields_of_header(level: str) -> tuple[Field, ...]:
    """Return the fields that a levelled header cell names, none where a word is not known.

    A cell may name several: 認定年月日(認定回), 認定日・認定回.

    >>> [field.value for field in fields_of_header("認定年月日 (認定回)")]
    ['certification', 'round']
    """
    return _known_fields(level) if len(level) <= _LONGEST_CELL else ()


@lru_cache(maxsize=4096)
def _known_fields(level: str) -> tuple[Field, ...]:
    word = _FOOTNOTE.sub("", _SPACE.sub("", level))
    if not 0 < len(word) <= _LONGEST:
        return ()
    return tuple(dict.fromkeys(_fields(word)))


def is_minor_header(level: str) -> bool:
    """Tell whether a header cell is one of the numbered changes (変更1), which may be minor ones."""
    return bool(_NUMBERED_CHANGE.match(_SPACE.sub("", level)))


def _fields(word: str) -> tuple[Field, ...]:
    whole = _field(word)
    if whole:
        return (whole,)
    if _VALUE.search(word):
        return ()
    brackets = [found["inner"] or found["square"] for found in _BRACKET.finditer(word)]
    outer = _BRACKET.sub("", word)
    if brackets:
        inner = tuple(field for text in brackets for field in _fields(text))
        return (*_fields(outer), *inner) if _fields(outer) else inner
    pieces = [piece for piece in _SEPARATOR.split(word) if piece]
    fields = [_field(piece) for piece in pieces]
    return tuple(field for field in fields if field) if len(pieces) > 1 and all(fields) else ()


def _field(word: str) -> Field | None:
    if word in _TITLE_WORDS:
        return Field.TITLE
    if word in _COLUMN_ONLY:
        return _COLUMN_ONLY[word]
    if _NUMBERED_CHANGE.match(word):
        return Field.AMENDMENTS
    bare = _PREFIX.sub("", word, count=1)
    field = field_of_word(word) or field_of_word(bare) or field_of_phrase(word)
    counted = _COUNT.sub("", word)
    if field is None and counted != word:
        field = field_of_word(counted) or field_of_phrase(counted)
    return field
