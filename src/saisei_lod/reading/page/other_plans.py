"""Plans of other schemes that stand on the same pages: recognised, and not taken for 地域再生計画.

A title that has 地域再生計画 in it stays one: municipalities print 地域再生計画(過疎地域…) too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.reading import OTHER_SCHEMES_PLAN
from saisei_lod.reading.model import Field, Line, Notice, PageText, Use
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.text import levelled

__all__ = ["is_other_notice", "is_other_plan", "is_other_scheme", "of_other_schemes", "other_plan_findings"]

#: Names of plans and zones under other laws, as titles end or headings say.
_OTHERS: Final = (
    r"構造改革特別区域計画|構造改革特区計画|構造改革特別?区域?|国家戦略特別?区域?(?:計画)?|総合特別区域計画|総合特別?区域?(?:計画)?"
    r"|中心市街地活性化基本計画|地方活力向上地域等?特定業務施設整備計画|特定業務施設整備計画|過疎地域持続的発展(?:市町村)?計画"
    r"|過疎地域自立促進(?:市町村)?計画|まち・ひと・しごと創生総合戦略|(?:地方創生|デジタル田園都市(?:国家)?構想)?総合戦略"
    r"|人口ビジョン|都市再生整備計画|立地適正化計画|地域公共交通(?:網形成)?計画|辺地(?:総合整備)?計画|山村振興計画|離島振興計画"
    r"|地域経済牽引事業(?:の促進に関する)?基本計画|地域未来投資促進法(?:に基づく)?基本計画|先端設備等?導入(?:促進基本)?計画"
    r"|都市計画マスタープラン|国土強靱化地域計画|バイオマス産業都市構想|SDGs未来都市計画|歴史的風致維持向上計画|景観計画|観光圏整備計画|都市再生計画|農村地域産業導入実施計画"
)
_TITLE: Final = re.compile(
    rf"(?:第[0-9一二三四五]+[期次])?[^「」。]{{0,40}}(?:{_OTHERS})(?:\([^()]{{0,30}}\)|[0-9 ~令和平成年度]+版?|について|の認定)?\s*\Z"
)
_SCHEME: Final = re.compile(rf"(?:{_OTHERS})")
_REVITALISATION: Final = re.compile(r"地域再生(?!法)")
_LONGEST: Final = 120
_SHOWN: Final = 200


def is_other_plan(title: str) -> bool:
    """Tell whether a levelled title is that of a plan under another scheme.

    >>> is_other_plan("○○市中心市街地活性化基本計画"), is_other_plan("まちなか地域再生計画")
    (True, False)
    """
    return len(title) <= _LONGEST and bool(_TITLE.match(title)) and not _REVITALISATION.search(title)


def is_other_scheme(heading: str) -> bool:
    """Tell whether a levelled heading speaks of another scheme and not of 地域再生.

    >>> is_other_scheme("構造改革特区の計画"), is_other_scheme("地域再生計画と総合戦略")
    (True, False)
    """
    short = len(heading) <= _LONGEST
    return short and bool(_SCHEME.search(heading)) and not _REVITALISATION.search(heading)


def is_other_notice(notice: Notice) -> bool:
    """Tell whether a notice is of a plan of another scheme: by its kind, its heading, or its title."""
    title, heading = notice.first(Field.TITLE), notice.heading
    if Field.KIND in notice.parts or (title and is_other_plan(levelled(title.text))):
        return True
    return bool(heading and is_other_scheme(levelled(heading.text)))


def of_other_schemes(notices: Iterable[Notice], page: PageText) -> Iterator[Finding]:
    """Yield a finding for each notice that is of a plan of another scheme."""
    for notice in notices:
        part = notice.first(Field.TITLE)
        text = part.text if part else ""
        yield OTHER_SCHEMES_PLAN.at(Place(page.name, notice.lines[0]), text[:_SHOWN])


def other_plan_findings(page: PageText, lines: Sequence[Line]) -> Iterator[tuple[Line, Use, Finding]]:
    """Yield the left lines that name a plan of another scheme, each with its use and finding."""
    for line in lines:
        note = attachment_in(line.level, 0, len(line.level))
        level = line.level[: note.start() if note else None].strip("・●○◎■□◆◇「」* ")
        if is_other_plan(level):
            finding = OTHER_SCHEMES_PLAN.at(Place(page.name, line.number), line.text.strip()[:_SHOWN])
            yield line, Use("furniture", "other-scheme"), finding
