"""Labels at the beginning of lines, in every form: 【認定回】第41回, ○期間　平成28年…, 認定日令和4年…, 区域 → 全域.

:func:`saisei_lod.reading.wording.labels.label_of` knows labels that end their line or stand before a colon;
here are the forms in which the value follows at once, and lines that hold several labels.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Line
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.reading.wording.column_words import fields_of_header
from saisei_lod.reading.wording.labels import Label, field_of_word, label_of
from saisei_lod.reading.wording.marks import MARK, mark_number
from saisei_lod.reading.wording.value_forms import can_be_value, field_of_short_word

__all__ = ["Labelled", "label_on", "labelled_parts", "with_lead"]

_BULLET: Final = rf"(?:{MARK}|\s*※\s*)"
_VALUE: Final = r"(?:令和|平成|[RH][0-9]|20[0-9]{2}|第[0-9]|地方創生|企業版|デジタル田園|新しい地方)"
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS, Field.PERIOD})
#: What a value may run on in: words that only a label in brackets ends.
_PROSE: Final = frozenset({Field.SUMMARY, Field.NOTE})
#: Words that begin sentences and titles too often to be labels before a space.
_COMMON: Final = frozenset(
    [
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
    ]
)


class _Form(NamedTuple):
    """A form of labels: its pattern, and how far its words are trusted.

    ``is_sure``: brackets or a colon say that a label stands here. ``is_glued``: nothing stands between the
    word and its value. Other forms need a known word, and one that begins sentences a value that fits.
    """

    pattern: re.Pattern[str]
    is_sure: bool = False
    is_glued: bool = False
    needs_value: bool = False


_FORMS: Final = tuple(
    _Form(re.compile(_BULLET + pattern), *trust)
    for pattern, trust in (
        (r"[【〔<《\[](?P<name>[^【】〔〕<>《》\[\]]{1,24})[】〕>》\]]\s*[:]?\s*", (True,)),
        (r"(?P<name>[^:。「」]{1,30}?)\s*:\s*", (True,)),
        (r"\((?P<name>[^\s()]{2,16})\)\s*:?\s*", (False, False, True)),
        (r"(?P<name>[^|=→⇒…。「」]{1,24}?)\s*(?:[|=→⇒/]|…+|\.{2,}|・{2,}|\s-\s)\s*", (False, False, True)),
        (rf"(?P<name>[^\s:0-9「」。、()]{{2,16}}?)(?={_VALUE})", (False, True)),
        (r"(?P<name>[^\s:「」。、()]{1,20}(?:\([^()]{1,12}\))?)\s+(?=\S)", ()),
        (r"(?P<name>\S(?:\s+\S){1,6})\s+(?=\S)", (False, False, True)),
    )
)
#: Where a further label may begin within a line: at a bracket, or behind a separator.
_FURTHER: Final = re.compile(r"(?=[【〔《])|(?<=[\s/|,、;。・】)])(?=[^\s/|,、;。・)])")
_SEPARATORS: Final = " /|,、;・"
_ENCLOSED: Final = re.compile(r"\A[【〔<《\[(](?P<inner>[^【】〔〕<>《》\[\]()]*)[】〕>》\])]\Z")
_BRACKETS: Final = re.compile(r"[【】〔〕<>《》\[\]「」。:]")
_LONGEST: Final = 400
#: An element farther in than this ends no label.
_LONGEST_LABEL: Final = 80
_LONGEST_WORD: Final = 24


class Labelled(NamedTuple):
    """A label with its own line: white space stands for what belongs to the labels around it."""

    label: Label
    line: Line


def label_on(line: Line, *, below: str = "", seams: Collection[int] = ()) -> Label | None:
    """Return the known label that a line begins with, None where it has none.

    ``below`` is the levelled line below, which may hold the value; ``seams`` are the columns where elements
    of the page begin or end within the line.
    """
    label = label_of(line)
    if label and label.field is not None:
        return label
    return _alone(line, below) or _at_seam(line, seams) or _in_form(line)


def labelled_parts(line: Line, *, below: str = "", seams: Collection[int] = ()) -> Iterator[Labelled]:
    """Yield the labels of a line, each with the line cut to it; none where it does not begin with one."""
    label = label_on(line, below=below, seams=seams)
    start = 0
    while label:
        further = _further(line, label, seams)
        end = further if further is not None else len(line.level)
        own = _cut(line, start, end)
        yield Labelled(label, own)
        start = end
        label = label_on(_cut(line, start, len(line.level)), seams=seams) if further is not None else None


def with_lead(line: Line, *, seams: Collection[int] = ()) -> tuple[Line, tuple[Labelled, ...]]:
    """Return what stands before the first label within a line, and the labels; none where no label does."""
    nothing = Label(None, "", None, 0)
    place = _further(line, nothing, seams)
    if place is None:
        return line, ()
    rest = _cut(line, place, len(line.level))
    return _cut(line, 0, place), tuple(labelled_parts(rest, seams=seams))


def _further(line: Line, label: Label, seams: Collection[int]) -> int | None:
    """Return where the next label of a line begins, None where the value of this one ends the line."""
    if len(line.level) > _LONGEST:
        return None
    for found in _FURTHER.finditer(line.level, label.value_start + 1):
        place = found.start()
        before, rest = line.level[label.value_start : place], line.level[place:]
        if before.count("(") > before.count(")") or before.count("「") > before.count("」"):
            continue
        if label.field in _PROSE and rest[0] not in "【〔《":
            continue
        if _can_follow(_cut(line, place, len(line.level)), seams) and before.strip(_SEPARATORS):
            return place
    return None


def _can_follow(rest: Line, seams: Collection[int]) -> bool:
    """Tell whether a label with a value begins the rest of a line."""
    label = label_of(rest)
    known = label if label and label.field else _at_seam(rest, seams) or _in_form(rest)
    if known is None or known.field is None:
        return False
    value = rest.level[known.value_start :]
    is_marked = ":" in rest.level[: known.value_start] or rest.level.lstrip()[0] in "【〔《"
    return bool(value.strip()) and (is_marked or can_be_value(known.field, value))


def _alone(line: Line, below: str) -> Label | None:
    """Return the label that is all of a line: words for one or two fields, or a short one over its value."""
    level = line.level.strip()
    bare = _ENCLOSED.sub(r"\g<inner>", level[_mark(level) :].rstrip(": "))
    word = "".join(bare.split())
    if not 0 < len(word) <= _LONGEST_WORD or _BRACKETS.search(word) or attachment_in(level, 0, len(level)):
        return None
    field = _header_field(word) or field_of_short_word(word, below)
    return Label(field, word, mark_number(line.level), len(line.level)) if field else None


def _mark(level: str) -> int:
    found = re.match(_BULLET, level)
    return found.end() if found else 0


def _at_seam(line: Line, seams: Collection[int]) -> Label | None:
    """Return the label that ends where an element does: <b>認定</b>令和4年3月30日."""
    begins = _mark(line.level)
    for column in sorted(seams):
        if column - begins > _LONGEST_LABEL:
            break
        word = "".join(line.level[begins:column].strip(" :|").split())
        value = line.level[column:].strip(" :|")
        field = (_header_field(word) or field_of_short_word(word, value)) if word else None
        if field and value:
            return Label(field, word, None, column + line.level[column:].index(value))
    return None


def _in_form(line: Line) -> Label | None:
    for form in _FORMS:
        found = form.pattern.match(line.level)
        field = _field(form, found, line.level[found.end() :]) if found else None
        if found and field:
            return Label(field, "".join(found["name"].split()), mark_number(line.level), found.end())
    return None


def _field(form: _Form, found: re.Match[str], value: str) -> Field | None:
    word = "".join(found["name"].split())
    field = field_of_word(word)
    if form.is_sure:
        return field or _header_field(word) or field_of_short_word(word, value)
    if form.is_glued:
        return field if field in {*_DAYS, Field.SCHEMES} else _short_day(word, value)
    if form.needs_value:
        field = field or _header_field(word)
        return field if field and can_be_value(field, value) else field_of_short_word(word, value)
    if field is None or (word in _COMMON and not _is_marked(found)):
        field = field_of_short_word(word, value)
    return field


def _is_marked(found: re.Match[str]) -> bool:
    """Tell whether a mark other than that of a plain list stands before a label."""
    return found.string[: found.start("name")].strip() not in {"", "・", "-", "※"}


def _short_day(word: str, value: str) -> Field | None:
    field = field_of_short_word(word, value)
    return field if field in _DAYS else None


def _header_field(word: str) -> Field | None:
    """Return the first field of words that name one or several, but for those that only head a column."""
    if field_of_short_word(word, word):
        return None
    fields = fields_of_header(word) if word not in _COLUMN_ONLY else ()
    return fields[0] if fields else None


_COLUMN_ONLY: Final = frozenset(
    ["計画", "地域再生計画", "認定計画", "認定地域再生計画", "認定", "プロジェクト名", "変更等", "変更認定等"]
)


def _cut(line: Line, start: int, end: int) -> Line:
    """Return a line with white space for what lies before a span; what lies behind it is left out."""
    kept = line.level[:end].rstrip(_SEPARATORS) if end < len(line.level) else line.level
    end = max(len(kept), start)
    blank = " " * start
    return line._replace(text=blank + line.text[start:end], level=blank + line.level[start:end])
