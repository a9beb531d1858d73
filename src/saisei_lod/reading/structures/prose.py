"""The structure of prose that tells of a few plans: a title in 「」, then its days, its period, its measures.

    …地域再生計画「雲の上の図書館を核とした町づくり計画」は、令和2年3月30日に内閣総理大臣の認定(第55回)を受けました。
    計画期間は令和2年4月1日から令和5年3月31日までの3年間で、地方創生推進交付金を活用して事業を進めます。

A plan's words run from its sentence to the title of the next, and on to paragraphs on この計画. Titles that
nothing but a comma parts share theirs. A title is one only where its words tell of a certification.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Piece, Use
from saisei_lod.reading.page.furniture import ends_plans
from saisei_lod.reading.page.other_plans import is_other_plan
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples
from saisei_lod.reading.wording.asides import place_asides
from saisei_lod.reading.wording.title_forms import is_general_title
from saisei_lod.reading.wording.told_sentences import place_told
from saisei_lod.text import folded_title

__all__ = ["find_prose", "joined_by_title"]

_NAME: Final = "prose"
_TITLE: Final = re.compile(r"「(?P<title>(?:[^「」]|「[^「」]*」){3,120})」|『(?P<double>[^『』]{3,120})』")
_ENDS: Final = re.compile(r"(?:計画|プロジェクト|事業|構想|プラン)(?:\([^()]{1,20}\))?\Z")
_BRACKET: Final = re.compile(
    r"\s*[(\[](?P<inner>[^()\[\]]{2,120}(?:\([^()]{1,20}\)[^()\[\]]{0,60}){0,4})[)\]]"
)
_BETWEEN: Final = re.compile(r"[\s、,・及び並びにとや()]*\Z")
#: How a paragraph goes on with the plan of the one before.
_GOES_ON: Final = re.compile(
    r"\s*(?:(?:また|なお|その後|さらに)、?)?"
    r"(?:本計画|この計画|同計画|当該計画|計画期間|計画の期間|現在の計画期間)"
)
_LONGEST: Final = 2000


class _Span(NamedTuple):
    """A plan in a line: the span of its title, and of the words that tell of it."""

    start: int
    end: int
    begin: int
    stop: int


def find_prose(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
    """Return a notice for each title in 「」 whose words say that it was certified on a day or in a round."""
    sections = Sections(page)
    in_tables = lines_in_tables(page)
    notices: list[Notice] = []
    last: list[Notice] = []
    for line in page.lines:
        if line.number in used or line.number in in_tables or sections.holds(line.number) or ends_plans(line):
            last = []
            continue
        line = line._replace(text=line.text[:_LONGEST], level=line.level[:_LONGEST])  # noqa: PLW2901 - bounds the work
        found = [notice for span in _spans(line) if (notice := _notice(line, span, lexicon))]
        if not found and len(last) == 1 and _GOES_ON.match(line.level):
            notices[-1] = _further(last[0], line, lexicon)
            last = [notices[-1]]
            continue
        notices += found
        last = found
    return Found(tuple(notices), {number: Use("plan", "prose") for n in notices for number in n.lines})


def _further(notice: Notice, line: Line, lexicon: Lexicon) -> Notice:
    """Return a notice with what one more paragraph tells of its plan."""
    told: dict[Field, list[Part]] = {}
    place_told(told, line, 0, len(line.level), lexicon)
    parts = {field: list(found) for field, found in notice.parts.items()}
    for field, found in told.items():
        if field is Field.AMENDMENTS or field not in parts:
            parts.setdefault(field, []).extend(found)
    if not told:
        return notice
    return notice._replace(
        parts=as_tuples(parts),
        lines=(notice.lines[0], line.number),
        columns=notice.columns | frozenset(parts),
    )


def joined_by_title(notices: Sequence[Notice]) -> list[Notice]:
    """Return the notices, what prose says joined to a notice of the same title in another structure.

    The other structure's words stay; prose adds the fields that it has no words for.
    """
    if all(notice.structure != _NAME for notice in notices):
        return list(notices)
    others = {_folded(notice): notice for notice in notices if notice.structure != _NAME}
    told = {_folded(notice): notice for notice in notices if notice.structure == _NAME}
    made = []
    for notice in notices:
        key = _folded(notice)
        if notice.structure == _NAME and key in others:
            continue
        prose = told.get(key) if notice.structure != _NAME and notice is others.get(key) else None
        if prose:
            parts = {**prose.parts, **notice.parts}
            made.append(notice._replace(parts=parts, columns=notice.columns | prose.columns))
        else:
            made.append(notice)
    return made


def _folded(notice: Notice) -> str:
    return folded_title("".join(part.text for part in notice.parts.get(Field.TITLE, ())))


def _spans(line: Line) -> Iterator[_Span]:
    """Yield the titles of a line with the words that tell of each."""
    level = line.level
    if "。" not in level:
        return
    found = [one for one in _TITLE.finditer(level) if _is_title(one["title"] or one["double"])]
    stop = len(level)
    for number in range(len(found) - 1, -1, -1):
        one = found[number]
        before = found[number - 1].end() if number else 0
        is_alone = not (number and _BETWEEN.match(level, before, one.start()))
        begin = max(level.rfind("。", 0, one.start()) + 1, before)
        if not is_alone:
            begin = _begin_of_group(level, found, number)
        yield _Span(*one.span("title" if one["title"] else "double"), begin, stop)
        stop = one.start() if is_alone else stop


def _begin_of_group(level: str, found: Sequence[re.Match[str]], number: int) -> int:
    """Return where the words of titles begin that nothing but a comma parts."""
    while number and _BETWEEN.match(level, found[number - 1].end(), found[number].start()):
        number -= 1
    before = found[number - 1].end() if number else 0
    return max(level.rfind("。", 0, found[number].start()) + 1, before)


def _is_title(text: str) -> bool:
    return bool(_ENDS.search(text)) and not is_general_title(text) and not is_other_plan(text)


def _notice(line: Line, span: _Span, lexicon: Lexicon) -> Notice | None:
    parts: dict[Field, list[Part]] = {Field.TITLE: [_part(line, span.start, span.end)]}
    blanked = _without_titles(line)
    bracket = _BRACKET.match(line.level, span.end + 1, span.stop)
    if bracket and place_asides(parts, _cut(line, *bracket.span("inner"))):
        start, end = bracket.span()
        blanked = blanked._replace(level=blanked.level[:start] + " " * (end - start) + blanked.level[end:])
    place_told(parts, blanked, span.begin, span.stop, lexicon, is_named=True)
    if not {Field.CERTIFICATION, Field.ROUND} & parts.keys():
        return None
    return Notice(_NAME, as_tuples(parts), (line.number, line.number), frozenset({Field.TITLE, *parts}))


def _without_titles(line: Line) -> Line:
    """Return a line with a blank for the titles in it, whose words tell no day."""
    level = line.level
    for one in _TITLE.finditer(level):
        level = level[: one.start()] + "_" * (one.end() - one.start()) + level[one.end() :]
    return line._replace(level=level)


def _cut(line: Line, start: int, end: int) -> Line:
    blank = " " * start
    return line._replace(text=blank + line.text[start:end], level=blank + line.level[start:end])


def _part(line: Line, start: int, end: int) -> Part:
    return Part((Piece(line.text[start:end], line.number, start),))
