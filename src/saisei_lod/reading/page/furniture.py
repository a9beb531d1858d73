"""What stands on a page around the plans, by name: controls, notes for readers, headings, prose.

Furniture is named, so that each line of a page is accounted for; a line that tells of a day, a round or
a change is never furniture.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from saisei_lod.reading.model import Line, Use
from saisei_lod.wareki import dates

__all__ = [
    "ends_plans",
    "furniture",
    "is_heading",
    "is_page_furniture",
    "is_status_heading",
    "tells_of_plans",
]

#: Patterns of whole lines, with the name that the line gets.
_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(rf" *(?:{pattern}) *\Z"))
    for name, pattern in (
        (
            "page-control",
            r"(?:この(?:ページ|記事)を)?(?:印刷(?:する|用画面)?|ツイート|シェア(?:する)?|ポスト|共有)(?:する)?",
        ),
        (
            "page-control",
            r"(?:(?:この)?ページの?)?(?:トップ|先頭)へ?(?:戻る)?|本文へ(?:移動)?|(?:前の?ページへ)?戻る|閉じる",
        ),
        ("breadcrumb", r"(?:現在(?:の)?位置|現在地)[^。]{0,100}|[^。>›»]{1,40}(?:[>›»][^。>›»]{1,40}){1,10}"),
        ("reader-note", r".{0,60}(?:Adobe|Acrobat|Reader|アドビ).{0,160}"),
        ("reader-note", r"PDF(?:形式の)?(?:ファイル)?を(?:ご?覧|閲覧|見る|開く|表示).{0,120}"),
        ("survey", r".{0,60}(?:アンケート|お聞かせください|役に立ちましたか|見つけやすかったですか).{0,60}"),
        ("contact-note", r"(?:メールフォーム|メールでの?お?問い?合わ?せ)[^。]{0,20}"),
        ("contact-note", r"(?:受付|業務|開庁|執務)時間[^。]{0,80}|午前[^。]{1,30}午後[^。]{1,80}"),
        ("table-caption", r"[^。]{0,30}一覧表?"),
    )
)
_STATUS_HEADING: Final = re.compile(
    r"(?![※*・])[^。、]{0,20}"
    r"(?:(?:現在(?:の|進|実施|取り?組|行っ|認定)|実施中|進行中|進めている|認定中|(?:終了|完了|満了)(?:した|し|済))[^。、]{0,7}"
    r"|現行の|過去の)(?:地域再生)?計画(?:一覧)?[】〕>》\])]? *\Z"
)
_HEADING: Final = re.compile(
    r" *[■□◆◇●○◎【〔<《\[]?[^。、・※*(:]{1,40}(?:計画|について|とは|制度|概要)[】〕>》\]]? *\Z"
)
_TELLS: Final = re.compile(r"第 *[0-9〇一二三四五六七八九十]+ *回|年度|取り?消|廃止|変更")
_SENTENCE_END: Final = re.compile(r"[。．!?][」』)]* *\Z")
_LONGEST: Final = 260


def _named(line: Line) -> str | None:
    """Return the name of the pattern that a line matches, None where it is none of them."""
    if len(line.level) > _LONGEST:
        return None
    return next((name for name, pattern in _PATTERNS if pattern.match(line.level)), None)


def is_page_furniture(line: Line) -> bool:
    """Tell whether a line is a control of the page or the trail of links that leads to it."""
    return _named(line) in {"page-control", "breadcrumb"}


def is_heading(line: Line) -> bool:
    """Tell whether a line has the form of a section heading over plans."""
    level = line.level.strip()
    return bool(_STATUS_HEADING.match(level) or _HEADING.match(level)) and not tells_of_plans(line)


def is_status_heading(line: Line) -> bool:
    """Tell whether a line is a heading that tells the status of the plans below it."""
    return len(line.level) <= _LONGEST and bool(_STATUS_HEADING.match(line.level.strip()))


def ends_plans(line: Line) -> bool:
    """Tell whether no plan's text goes on behind a line: controls, notes, a heading that tells a status."""
    return _named(line) is not None or is_status_heading(line)


def tells_of_plans(line: Line) -> bool:
    """Tell whether a line holds what belongs to a plan: a day, a fiscal year, a round, a change."""
    return bool(_TELLS.search(line.level)) or bool(dates(line.level))


def furniture(
    lines: Sequence[Line], first_plan: int | None, used: Iterable[int]
) -> Iterator[tuple[Line, Use]]:
    """Yield the lines left over that are furniture, with what they are.

    ``first_plan`` is the line where plans begin: prose is an introduction only before it. ``used``
    are the lines of plans, which a heading may stand over.
    """
    plans = set(used)
    left = [line for line in lines if line.number not in plans]
    introduction = set(_introduction(left, first_plan))
    following = dict(zip((line.number for line in lines), lines[1:], strict=False))
    for line in left:
        name = _named(line)
        if name is None and line.number in introduction:
            name = "introduction"
        elif name is None and is_heading(line):
            behind = following.get(line.number)
            name = "heading" if behind and _stands_under(behind, plans, introduction) else None
        if name and (name in {"contact-note", "reader-note"} or not tells_of_plans(line)):
            yield line, Use("furniture", name)


def _stands_under(line: Line, plans: set[int], introduction: set[int]) -> bool:
    return line.number in plans or line.number in introduction or _named(line) == "table-caption"


def _introduction(lines: Sequence[Line], first_plan: int | None) -> Iterator[int]:
    """Yield the lines of the sentences before the first plan; a sentence may run over several lines."""
    before = [line for line in lines if first_plan is None or line.number < first_plan]
    for _, paragraph in groupby(enumerate(before), lambda item: item[1].number - item[0]):
        group = [line for _, line in paragraph]
        ends = [n for n, line in enumerate(group) if _SENTENCE_END.search(line.level)]
        for line in group[: ends[-1] + 1 if ends else 0]:
            if not (is_heading(line) or tells_of_plans(line)):
                yield line.number
