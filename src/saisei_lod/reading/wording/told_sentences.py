"""What sentences tell of one plan: when it was certified and changed, its period, its measures, its makers.

    …は、令和2年3月30日に内閣総理大臣の認定(第55回)を受け、同年8月21日に変更の認定を受けました。
    計画期間は令和2年4月1日から令和5年3月31日までの3年間で、地方創生推進交付金を活用して事業を進めます。
    栃木県、那須烏山市及び茂木町が共同で作成し、(平成27年3月27日認定、平成30年8月31日変更認定) …

A day counts only where the words behind it say that a certification, a change or a revocation took place.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Lexicon, Line, Part, Piece
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.reading.wording.day_cells import YEAR
from saisei_lod.reading.wording.makers_cell import is_makers_list
from saisei_lod.reading.wording.period_cell import period_end
from saisei_lod.wareki import EraDate, dates, fiscal_years

__all__ = ["place_told"]

Parts = dict[Field, list[Part]]

_SENTENCE: Final = re.compile(r"[^。]+。?")
_PLANNED: Final = re.compile(r"予定|見込み|目指|申請(?:する|中)|検討|準備中|受け付け|受付|募集")
_CHANGE: Final = r"(?:軽微な変更|変更の?認定|計画の?変更|変更)"
_REVOKED: Final = r"(?:認定(?:の|を|が)?取り?消)"
#: What happened on a day, by the words behind it; no other deed and at most one comma stand between.
_DEED: Final = re.compile(
    rf"(?:\s|\([^()]{{1,8}}\)|付け?|で|に|は|、|[(])*(?:(?<=[けでには、])_+)?(?P<between>[^。、_]{{0,24}}?、?[^。、_]{{0,24}}?)(?:(?P<revoked>{_REVOKED})|(?P<change>{_CHANGE})|(?P<first>認定))"
)
_OTHER_DEED: Final = re.compile(
    r"申請|提出|応募|開催|開[いき]|発生|施行|改正|採択|決定|公表|掲載|台風|豪雨|地震|遺産|策定|\A(?:まで|から|現在|時点|以降)"
)
#: 第63回認定(令和4年3月30日), 認定日は令和4年3月30日: words before a day.
_BEFORE_DAY: Final = re.compile(
    rf"(?P<round>第 *[0-9]{{1,3}} *回)(?:の)?(?P<word>{_CHANGE}|認定)?(?:を受けた日)?(?:[(は:]|\s)*\Z"
)
_LABEL_BEFORE: Final = re.compile(
    rf"(?P<word>{_CHANGE}(?:の?認定)?|認定)(?:を受けた)?(?:(?:年月日|の?日)(?:は|が|:|\(|\s)+、?|\s*\()\Z"
)
#: 認定を受けた日本遺産: it is no plan that was certified.
_OF_WHAT: Final = re.compile(r"(?:を受け|され)(?:た|ている)(?P<what>[^。、「『(]{1,12})")
#: 第63回で認定を受けました, 第63回の認定となりました.
_IN_ROUND: Final = re.compile(r"[^。、]{0,12}?(?<!変更)(?:認定(?:を受け|され|と)|を受け)")
_NEAR: Final = 30
#: Longer lists of makers and longer sentences are none; that bounds the work on a broken page.
_LONGEST: Final = 200
_LONGEST_SENTENCE: Final = 1000
_SAME_YEAR: Final = re.compile(r"同年 *[0-9]{1,2}月 *[0-9]{1,2}日|同日")
_PERIOD_WORD: Final = re.compile(r"(?<!公表)(?<!縦覧)(?<!募集)(?<!受付)(?<!閲覧)(?<!掲載)期間")
_SCHEME: Final = re.compile(
    r"(?P<name>[^、。「」はがをに]{4,60}?)(?:を活用|の活用|を利用|の対象|の交付を受け|を受け|により|を充て|の適用|による)"
)
_MADE: Final = re.compile(
    r"(?:が|は、?|の|と)(?:、)?(?:共同(?:して|で)|連名で|連携して|合同で|単独で|一体となって)?、?(?:地域再生計画を|計画を)?"
    r"(?:共同)?(?:作成|申請|策定)(?:し|した|され|する)"
)
_JOINT: Final = re.compile(
    r"(?:が|は、?)(?:共同(?:して|で)|連名で|合同で)|(?:による|の)(?:共同|広域連携|連名)(?:の)?(?:計画|事業)"
)
#: Whoever speaks first in a sentence on a plan that was made: 鹿児島県と南大隅町は、…
_SUBJECT: Final = re.compile(r"\A\s*(?P<makers>[^。、「」]{3,80}?(?:、[^。、「」]{2,80}?){0,12}?)は、")
_CUT: Final = re.compile(r"[、,\s。「」()]")


class _Time(NamedTuple):
    """A day of a sentence, or one told by the day before it, with the places where it begins and ends."""

    start: int
    end: int
    part: Part


def place_told(  # noqa: PLR0913 - a span of a line, and whose words may stand in it
    parts: Parts, line: Line, start: int, end: int, lexicon: Lexicon, *, is_named: bool = False
) -> bool:
    """Place what the sentences of a span tell of a plan; tell whether they tell of its days.

    ``is_named`` says that the sentence names the plan, so that who speaks in it are its makers.
    """
    found: Parts = {}
    for sentence in _SENTENCE.finditer(line.level, start, end):
        if len(sentence.group()) > _LONGEST_SENTENCE:
            continue
        if not _PLANNED.search(sentence.group()):
            _place_days(found, line, sentence.start(), sentence.end())
        _place_period(found, line, sentence.start(), sentence.end())
        _place_schemes(found, line, sentence.start(), sentence.end(), lexicon)
        _place_makers(found, line, sentence.start(), sentence.end(), lexicon, is_named=is_named)
    for field, made in found.items():
        if field is Field.AMENDMENTS or field not in parts:
            parts.setdefault(field, []).extend(made)
    return bool({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS} & found.keys())


def _place_days(parts: Parts, line: Line, start: int, end: int) -> None:
    times = list(_times(line, start, end))
    for number, time in enumerate(times):
        stop = times[number + 1].start if number + 1 < len(times) else end
        field, label = _deed(line.level, time, stop, start)
        if field is None or (field is Field.CERTIFICATION and field in parts):
            continue
        part = _with_round(line, time, stop, start)
        parts.setdefault(field, []).append(part._replace(label=label))
    rounds = list(ROUND.finditer(line.level, start, end))
    if not times and len(rounds) == 1 and _IN_ROUND.match(line.level, rounds[0].end(), end):
        parts.setdefault(Field.ROUND, []).append(_part(line, *rounds[0].span()))


def _deed(level: str, time: _Time, stop: int, start: int) -> tuple[Field | None, str]:
    """Return what happened on a day, with the word for it: by the words behind it, or those before its bracket."""
    before = _before(_BEFORE_DAY, level, start, time.start) or _before(
        _LABEL_BEFORE, level, start, time.start
    )
    if before and before["word"]:
        is_change = "変更" in before["word"]
        return (Field.AMENDMENTS, "変更認定") if is_change else (Field.CERTIFICATION, "")
    found = _DEED.match(level, time.end, stop)
    if found is None or _OTHER_DEED.search(found["between"]):
        return None, ""
    if found["revoked"]:
        return Field.AMENDMENTS, "認定の取消し"
    if found["first"]:
        what = _OF_WHAT.match(level, found.end(), stop)
        return (None, "") if what and "計画" not in what["what"] else (Field.CERTIFICATION, "")
    is_certified = "認定" in found["change"] or "認定" in level[found.end() : min(stop, found.end() + _NEAR)]
    if "軽微" in found["change"]:
        return Field.AMENDMENTS, "軽微な変更"
    return Field.AMENDMENTS, "変更認定" if is_certified else "変更"


def _before(pattern: re.Pattern[str], level: str, start: int, end: int) -> re.Match[str] | None:
    """Return what stands right before a place, None where the pattern does not."""
    return pattern.search(level, max(start, end - _NEAR), end)


def _with_round(line: Line, time: _Time, stop: int, start: int) -> Part:
    """Return a day with the round that is told beside it."""
    before = _before(_BEFORE_DAY, line.level, start, time.start)
    behind = ROUND.search(line.level, time.end, min(stop, time.end + 2 * _NEAR))
    span = before.span("round") if before else behind.span() if behind else None
    if span is None or "。" in line.level[time.end : span[0]]:
        return time.part
    pieces = sorted((*time.part.pieces, *_part(line, *span).pieces), key=lambda piece: piece.column)
    return Part(tuple(pieces)) if before else Part((*time.part.pieces, *_part(line, *span).pieces))


def _times(line: Line, start: int, end: int) -> Iterator[_Time]:
    """Yield the days and months of a sentence, and those told by 同年 and 同日."""
    printed = [day for day in dates(line.level[start:end]) if day.precision != "year"]
    spans = [(start + day.start, start + day.end, day) for day in printed]
    later = [(found.start(), found.end(), None) for found in _SAME_YEAR.finditer(line.level, start, end)]
    last: tuple[int, EraDate] | None = None
    for begin, stop, day in sorted([*spans, *later], key=lambda span: span[0]):
        if day:
            last = (begin, day)
            yield _Time(begin, stop, _part(line, begin, stop))
        elif last:
            yield _Time(begin, stop, _told_by(line, last[0], last[1], begin, stop))


def _told_by(line: Line, place: int, before: EraDate, begin: int, stop: int) -> Part:
    """Return the day before for 同日, its year with the month and day behind 同年."""
    if line.level.startswith("同日", begin):
        return _part(line, place, place + len(before.text))
    year = YEAR.match(line.level, place, place + len(before.text))
    until = year.end() if year else place
    return Part((*_part(line, place, until).pieces, *_part(line, begin + len("同"), stop).pieces))


def _place_period(parts: Parts, line: Line, start: int, end: int) -> None:
    """Place the only period of a sentence that speaks of one."""
    if not _PERIOD_WORD.search(line.level, start, end):
        return
    found = list(_periods(line.level, start, end))
    if len(found) == 1:
        parts.setdefault(Field.PERIOD, []).append(_part(line, *found[0]))


def _periods(level: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans from one time to another, or up to one."""
    text = level[start:end]
    places = {day.start for day in dates(text, planned=True)} | {run.start for run in fiscal_years(text)}
    place = 0
    for begin in sorted(places):
        stop = period_end(text, begin, len(text)) if begin >= place else begin
        words = text[begin:stop]
        if stop > begin and (words.endswith("まで") or any(mark in words for mark in ("から", "~"))):
            yield start + begin, start + stop
            place = stop


def _place_schemes(parts: Parts, line: Line, start: int, end: int, lexicon: Lexicon) -> None:
    """Place the measures that a sentence names: what stands before を活用, の対象, を受け."""
    for found in _SCHEME.finditer(line.level, start, end):
        if lexicon.names_schemes(found["name"].strip()):
            parts.setdefault(Field.SCHEMES, []).append(_part(line, *found.span("name")))


def _place_makers(  # noqa: PLR0913 - as above
    parts: Parts, line: Line, start: int, end: int, lexicon: Lexicon, *, is_named: bool
) -> None:
    """Place the governments that a sentence says made the plan, alone or together."""
    if Field.MAKERS in parts:
        return
    for pattern in (_MADE, _JOINT):
        for found in pattern.finditer(line.level, start, end):
            if span := _makers_before(line.level, start, found.start(), lexicon):
                parts[Field.MAKERS] = [_part(line, *span)]
                return
    subject = _SUBJECT.match(line.level, start, end) if is_named else None
    span = _makers_before(line.level, start, subject.end("makers"), lexicon) if subject else None
    if span and len(_CONNECTOR.split(line.level[slice(*span)])) > 1:
        parts[Field.MAKERS] = [_part(line, *span)]


_CONNECTOR: Final = re.compile(r"、|及び|並びに|と")


def _makers_before(level: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the longest list of governments that ends at a place, looking back a little only."""
    start = max(start, end - _LONGEST)
    begins = [start, *(found.end() for found in _CUT.finditer(level, start, end))]
    for begin in begins:
        bare = level[begin:end].strip()
        named = bare.replace("と", "、")
        if bare and is_makers_list(named) and lexicon.names_governments(bare):
            return begin + level[begin:end].index(bare), begin + level[begin:end].index(bare) + len(bare)
    return None


def _part(line: Line, start: int, end: int) -> Part:
    return Part((Piece(line.text[start:end], line.number, start),))
