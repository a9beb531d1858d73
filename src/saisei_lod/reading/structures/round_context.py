"""What words over plans say about all of them: the round and day of their certification, or of a change.

第54回認定(令和元年11月8日) / 1.認定が行われた地域再生計画(第54回認定) / 変更認定を受けた計画(第73回) / (2)変更認定
令和5年8月17日付けで、下記の地域再生計画を認定しました。

Words may say a part: a heading the kind, the heading over it the round, a sentence the day.
"""

import re
from typing import Final, NamedTuple

from saisei_lod.reading.model import Field, Line, Part, Piece
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.reading.wording.passages import whole_line
from saisei_lod.text import levelled
from saisei_lod.wareki import EraDate, dates

__all__ = ["NOTHING_TOLD", "Told", "is_round_heading", "told_by_heading", "told_by_sentence"]

_CHANGE: Final = re.compile(r"軽微な変更|変更の?認定|変更")
_FIRST: Final = re.compile(r"新規|新たに|新しく")
_CERTIFIED: Final = re.compile(r"認定")
#: A fiscal year's own count of rounds (令和5年度第3回) is that of the donations, never 第3回.
_OTHER_COUNT: Final = re.compile(r"年度 *第 *[0-9]+ *回")
_AS_OF: Final = re.compile(r"現在|時点|まで|申請|募集|受付|予定|累計")
#: Beside such a word a day is not that of the certification.
_ISSUED: Final = re.compile(r"更新|掲載|公表|発表|公開|報道")
#: What was done on a day, where it was not the certification; a month without a year has a year before it.
_OTHER_DEED: Final = re.compile(r"申請|提出|応募|月 *[0-9]+ *日")
#: Words that headings of rounds are made of.
_WORDS: Final = re.compile(
    r"変更|新規|新たに|新しく|今回|認定|認められた|地域再生計画|計画|された|を受けた|が行われた|行った|となった|した|もの|分|日|年月|の|に|が|を|は"
    r"|について|一覧表?|概要|内訳|状況|結果|名称|付け?|回|件数?|[都道府県市区町村]内|内閣総理大臣|国|から|等"
)
_MARKS: Final = re.compile(r"[\s()\[\]【】<>《》〔〕:・.、0-9①-⑳■□◆◇●○◎▼▽~-]")
_DONE: Final = re.compile(
    r"認定(?:し|され|を受け|を行い|が行われ|となり|を(?:いただ|頂)|の告示)|認定を[^。]{0,6}受け"
)
#: Words by which a sentence speaks of the plans below it.
_POINTING: Final = re.compile(
    r"下記|次の|以下の|次のとおり|以下のとおり|下表|別紙|別添|本計画|この計画|当該計画|本日|このたび|この度|今回|同日付"
)
_NOT_ONE_DAY: Final = re.compile(r"現在|時点|予定|累計|これまで")
_TODAY: Final = re.compile(r"本日")
_NUMBER: Final = re.compile(r"[0-9〇一二三四五六七八九十]+")
_LONGEST: Final = 120
_LONGEST_SENTENCE: Final = 300


class Told(NamedTuple):
    """What words say of plans: whether of a change (None where they do not tell), the day, the round, the word.

    ``word`` is the one that tells what the event is (変更認定).
    """

    is_change: bool | None = None
    day: Part | None = None
    round: Part | None = None
    word: Part | None = None

    def within(self, outer: "Told") -> "Told":
        """Return what is told with what the words farther out add to it; a day of another round adds nothing."""
        of_other = (
            self.round is not None and outer.round is not None and _bare(self.round) != _bare(outer.round)
        )
        day = self.day or (None if of_other else outer.day)
        other_day = self.day is not None and outer.day is not None and _days(self.day) != _days(outer.day)
        return Told(
            outer.is_change if self.is_change is None else self.is_change,
            day,
            self.round or (None if other_day else outer.round),
            self.word or outer.word,
        )

    @property
    def parts(self) -> dict[Field, tuple[Part, ...]]:
        """The parts that a plan gets which is silent itself: of a change, or of the first certification."""
        if self.day is None and self.round is None:
            return {}
        if self.is_change:
            said = [part for part in (self.day, self.round, self.word) if part]
            pieces = sorted({piece for part in said for piece in part.pieces}, key=_place)
            return {Field.AMENDMENTS: (Part(tuple(pieces), self._label()),)}
        found = ((Field.CERTIFICATION, self.day), (Field.ROUND, self.round))
        return {field: (part,) for field, part in found if part}

    def _label(self) -> str:
        """Return the kind of the change: what has a round was certified (法7条1項)."""
        is_minor = self.word is not None and "軽微" in self.word.text
        return "軽微な変更" if is_minor else "変更認定"


NOTHING_TOLD: Final = Told()


def _place(piece: Piece) -> tuple[int, int]:
    return piece.line, piece.column


def _bare(part: Part) -> str:
    """Return the number of a round as printed."""
    found = _NUMBER.search(levelled(part.text))
    return found.group() if found else part.text


def _days(part: Part) -> list[str | None]:
    return [day.iso for day in dates(part.text)]


def is_round_heading(level: str) -> bool:
    """Tell whether a levelled heading names a round and no plan: 第73回変更認定, 第63回認定(令和4年3月30日).

    >>> is_round_heading("第73回変更認定"), is_round_heading("海の計画(第63回認定)")
    (True, False)
    """
    return bool(ROUND.search(level) or dates(level)) and _is_of_certifications(level)


def _is_of_certifications(level: str) -> bool:
    """Tell whether words speak of certifications in general: nothing else stands among them."""
    rest = ROUND.sub("", level)
    for day in reversed(dates(rest)):
        rest = rest[: day.start] + rest[day.end :]
    return not _MARKS.sub("", _WORDS.sub("", rest))


def told_by_heading(part: Part) -> Told:
    """Return what a heading tells of the plans below it; of two days or rounds none is told.

    A heading without day and round tells the kind alone: 新規認定, (2)変更認定.
    """
    level = levelled(part.text)
    if len(level) > _LONGEST or _AS_OF.search(level) or _OTHER_COUNT.search(level):
        return NOTHING_TOLD
    rounds, days = _rounds_and_days(level)
    days = [] if _ISSUED.search(level) else days
    if len(rounds) > 1 or len(days) > 1:
        return NOTHING_TOLD
    if not (rounds or days):
        return _kind(part, level) if _is_of_certifications(level) else NOTHING_TOLD
    if not _CERTIFIED.search(level) and not (rounds and _is_of_certifications(level)):
        return NOTHING_TOLD
    return _kind(part, level)._replace(
        is_change=bool(_CHANGE.search(level)) or (False if _FIRST.search(level) else None),
        day=_cut(part, days[0].start, days[0].end) if days else None,
        round=_cut(part, *rounds[0]) if rounds else None,
    )


def told_by_sentence(line: Line, today: Part | None = None) -> Told:
    """Return what a sentence that points to the plans below it tells: that they were certified on a day.

    ``today`` is the day that the page gives for itself, which 本日 means.
    """
    level = line.level
    done = _DONE.search(level) if len(level) <= _LONGEST_SENTENCE else None
    if done is None or not _POINTING.search(level) or "「" in level or _NOT_ONE_DAY.search(level):
        return NOTHING_TOLD
    part = whole_line(line)
    rounds, days = _rounds_and_days(levelled(part.text))
    if len(rounds) > 1 or len(days) > 1:
        return NOTHING_TOLD
    is_of_it = bool(days) and not _OTHER_DEED.search(levelled(part.text)[days[0].end : done.start()])
    day = _cut(part, days[0].start, days[0].end) if is_of_it else None
    if not days and _TODAY.search(level):
        day = today
    return _kind(part, levelled(part.text))._replace(
        day=day, round=_cut(part, *rounds[0]) if rounds else None
    )


def _rounds_and_days(level: str) -> tuple[list[tuple[int, int]], list[EraDate]]:
    rounds = [] if _OTHER_COUNT.search(level) else [found.span() for found in ROUND.finditer(level)]
    return rounds, [found for found in dates(level) if found.precision == "day"]


def _kind(part: Part, level: str) -> Told:
    """Return what words say the events are: changes, first certifications, or nothing of it."""
    change, first = _CHANGE.search(level), _FIRST.search(level)
    if bool(change) == bool(first):
        return NOTHING_TOLD
    return Told(is_change=True, word=_cut(part, *change.span())) if change else Told(is_change=False)


def _cut(part: Part, start: int, end: int) -> Part:
    return part.located(start, end)
