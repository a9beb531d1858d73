"""The structure of prose that tells of a few plans: a title in 「」, then its days, its period, its measures.

    …地域再生計画「雲の上の図書館を核とした町づくり計画」は、令和2年3月30日に内閣総理大臣の認定(第55回)を受けました。
    計画期間は令和2年4月1日から令和5年3月31日までの3年間で、地方創生推進交付金を活用して事業を進めます。

A plan's words run from its title to the next title or the end of its paragraph. A title is one only
where its own sentence tells of a certification that took place.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Found, Lexicon, Line, Notice, PageText, Part, Piece, Use
from saisei_lod.reading.page.other_plans import is_other_plan
from saisei_lod.reading.structures.block_titles import is_general_title
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.text import folded_title
from saisei_lod.wareki import EraDate, dates

__all__ = ["find_prose", "joined_by_title"]

_NAME: Final = "prose"
_TITLE: Final = re.compile(r"「(?P<title>(?:[^「」]|「[^「」]*」){3,120})」|『(?P<double>[^『』]{3,120})』")
_ENDS: Final = re.compile(r"(?:計画|プロジェクト|事業|構想|プラン)\Z")
#: Words that say that a certification took place.
_CERTIFIED: Final = re.compile(
    r"認定(?:\([^()]{1,12}\))?(?:を受け|され|となり|されて)|の認定(?:\([^()]{1,12}\))?を|認定しました"
)
_CHANGED: Final = re.compile(r"変更(?:の)?認定|変更の?認定|変更")
_PLANNED: Final = re.compile(r"予定|見込み|目指|申請(?:する|し、|中|しました)|検討")
_SAME_YEAR: Final = re.compile(r"同年(?P<rest>[0-9]{1,2}月[0-9]{1,2}日)")
_MADE: Final = re.compile(
    r"(?P<maker>[^\s、。「」は]{2,30}?[都道府県市区町村])(?:が|の)(?:作成|申請|策定)(?:した|し)"
)
_DAY: Final = r"(?:令和|平成|[12][0-9]{3})[0-9元年月日度()令和平成 ]{2,20}"
_BOUNDS: Final = re.compile(rf"{_DAY}(?:\([^()]{{1,8}}\))?(?:から|~){_DAY}(?:まで)?|{_DAY}まで")
_SCHEME: Final = re.compile(r"(?P<name>[^、。「」はがをに]{4,40}?)(?:を活用|の対象|を受け|により|を充て)")
_LONGEST: Final = 2000


class _Span(NamedTuple):
    """A plan in a line: the span of its title, and where its words end."""

    start: int
    end: int
    stop: int


def find_prose(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
    """Return a notice for each title in 「」 whose sentence says that it was certified on a day or in a round."""
    sections = Sections(page)
    in_tables = lines_in_tables(page)
    notices: list[Notice] = []
    for line in page.lines:
        if line.number in used or line.number in in_tables or sections.holds(line.number):
            continue
        notices += [notice for span in _spans(line) if (notice := _notice(line, span, lexicon))]
    return Found(tuple(notices), {number: Use("plan", "prose") for n in notices for number in n.lines})


def joined_by_title(notices: Sequence[Notice]) -> list[Notice]:
    """Return the notices, what prose says joined to a notice of the same title in another structure.

    The other structure's words stay; prose adds the fields that it has no words for.
    """
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
    """Yield the titles of a line with the place where the next one begins."""
    level = line.level[:_LONGEST]
    if "。" not in level:
        return
    found = [one for one in _TITLE.finditer(level) if _is_title(one["title"] or one["double"])]
    ends = [*(one.start() for one in found[1:]), len(level)]
    for one, stop in zip(found, ends, strict=False):
        group = "title" if one["title"] else "double"
        yield _Span(*one.span(group), stop)


def _is_title(text: str) -> bool:
    return bool(_ENDS.search(text)) and not is_general_title(text) and not is_other_plan(text)


def _notice(line: Line, span: _Span, lexicon: Lexicon) -> Notice | None:
    sentence_end = line.level.find("。", span.end, span.stop)
    sentence = line.level[span.end : sentence_end if sentence_end >= 0 else span.stop]
    if not _CERTIFIED.search(sentence) or _PLANNED.search(sentence):
        return None
    parts: dict[Field, list[Part]] = {Field.TITLE: [_part(line, span.start, span.end)]}
    _place_events(parts, line, span.end, span.end + len(sentence))
    if not {Field.CERTIFICATION, Field.ROUND} & parts.keys():
        return None
    _place_period(parts, line, span.end, span.stop)
    _place_schemes(parts, line, span, lexicon)
    _place_maker(parts, line, span, lexicon)
    return Notice(_NAME, as_tuples(parts), (line.number, line.number), frozenset({Field.TITLE, *parts}))


def _place_events(parts: dict[Field, list[Part]], line: Line, start: int, end: int) -> None:
    """Place the days of a sentence: the first is the certification, one with a change behind it a change."""
    level = line.level[:end]
    days = [day for day in dates(level[start:]) if day.precision == "day"]
    later = [(found.start(), found.end()) for found in _SAME_YEAR.finditer(level, start)]
    bounds = sorted([start + day.start for day in days] + [begin for begin, _ in later] + [end])
    for day in days:
        begin = start + day.start
        words = level[begin : next(bound for bound in bounds if bound > begin)]
        field = Field.AMENDMENTS if _is_change(words) else Field.CERTIFICATION
        part = _part(line, begin, start + day.end)
        if round_found := ROUND.search(words, day.end - day.start):
            number = _part(line, begin + round_found.start(), begin + round_found.end())
            part = Part((*part.pieces, *number.pieces))
        if field is Field.AMENDMENTS or field not in parts:
            parts.setdefault(field, []).append(
                part._replace(label="変更認定" if field is Field.AMENDMENTS else "")
            )
    for begin, stop in later:
        words = level[begin : next(bound for bound in bounds if bound > begin)]
        before = next((day for day in reversed(days) if start + day.start < begin), None)
        if before and _is_change(words):
            part = _same_year(line, start, before, begin, stop)
            parts.setdefault(Field.AMENDMENTS, []).append(part)


def _is_change(words: str) -> bool:
    return bool(_CHANGED.search(words)) and "認定" in words


def _same_year(line: Line, start: int, before: EraDate, begin: int, stop: int) -> Part:
    """Return the year of the day before with the month and day behind 同年."""
    year_end = start + before.start + before.text.index("年") + 1
    year = _part(line, start + before.start, year_end)
    rest = _part(line, begin + len("同年"), stop)
    return Part((*year.pieces, *rest.pieces), "変更認定")


def _place_period(parts: dict[Field, list[Part]], line: Line, start: int, stop: int) -> None:
    """Place the period where the words 計画期間 stand beside it."""
    for sentence in re.finditer(r"[^。]*", line.level[start:stop]):
        if "計画期間" not in sentence.group():
            continue
        found = _BOUNDS.search(sentence.group())
        if found:
            begin = start + sentence.start() + found.start()
            parts[Field.PERIOD] = [_part(line, begin, start + sentence.start() + found.end())]
            return


def _place_schemes(parts: dict[Field, list[Part]], line: Line, span: _Span, lexicon: Lexicon) -> None:
    """Place the measures that the plan's words name: what stands before を活用, の対象, を受け."""
    for found in _SCHEME.finditer(line.level, span.end, span.stop):
        if lexicon.names_schemes(found["name"].strip()):
            parts.setdefault(Field.SCHEMES, []).append(_part(line, *found.span("name")))


def _place_maker(parts: dict[Field, list[Part]], line: Line, span: _Span, lexicon: Lexicon) -> None:
    """Place the maker that stands in the sentence before the title: …町が作成した地域再生計画「…」."""
    begin = line.level.rfind("。", 0, span.start) + 1
    found = list(_MADE.finditer(line.level, begin, span.start))
    if found and lexicon.names_governments(found[-1]["maker"]):
        parts.setdefault(Field.MAKERS, []).append(_part(line, *found[-1].span("maker")))


def _part(line: Line, start: int, end: int) -> Part:
    return Part((Piece(line.text[start:end], line.number, start),))
