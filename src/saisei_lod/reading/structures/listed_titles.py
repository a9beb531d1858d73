"""The structure of a list of titles, with no labels: bulleted or numbered, in 「」, with their round, or linked.

    ・「花と海の半島ワーケーション推進計画」(第63回認定)(PDF:852KB)
    <h2>第51回認定(平成31年3月29日)</h2> <a href="51a.pdf">「森鷗外の里・自伐林業の担い手計画」[PDFファイル/1.3MB]</a>

A line is a title where it prints a round or day of its own, or stands under a heading that does, or is
one of 地域再生計画 by its section; and where it reads like one.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from saisei_lod.reading.containers.limits import PLANS, hold
from saisei_lod.reading.model import Field, Found, Lexicon, Line, Link, Notice, PageText, Part
from saisei_lod.reading.page.furniture import ends_plans, is_status_heading
from saisei_lod.reading.page.link_files import is_file_link
from saisei_lod.reading.page.other_plans import is_other_plan, is_other_scheme
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.round_context import is_round_heading
from saisei_lod.reading.structures.round_sections import round_sections
from saisei_lod.reading.structures.sections import Sections
from saisei_lod.reading.structures.table_cells import as_tuples
from saisei_lod.reading.wording.labels import label_of
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.title_cell import is_file_name, place_title_lines
from saisei_lod.reading.wording.title_forms import is_general_title

__all__ = ["find_listed_titles"]

_NAME: Final = "listed-title"
_DAYS: Final = frozenset({Field.CERTIFICATION, Field.ROUND, Field.AMENDMENTS})
_BULLET: Final = re.compile(r"\s*(?:[・●○◎■□◆◇▶*]|[-‐] |\(?[0-9]{1,2}[).、](?![0-9])|[①-⑳])")
_QUOTED: Final = re.compile(
    r"\s*(?:[・●○◎■□◆◇▶*]|[-‐] |\(?[0-9]{1,2}[).、]|[①-⑳])?\s*「[^「」]*(?:「[^「」]*」[^「」]*)*」"
)
_ENDS: Final = re.compile(
    r"(?:計画|プロジェクト|事業|構想|プラン|推進|創出|創生|再生|づくり)(?:\([^()]{1,20}\))?[」』]?\Z"
)
_NOTE: Final = re.compile(r"\s*[(]?[※*]")
_SENTENCE: Final = re.compile(r"[。]\s*\Z|(?:です|ます|ました)\Z")
_OURS: Final = re.compile(r"地域再生計画")
_LONGEST: Final = 200


def find_listed_titles(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:  # noqa: ARG001 - as all structures
    """Return a notice for each line that is the title of a plan, alone or with its round and file."""
    sections = Sections(page)
    rounds = round_sections(page)
    links: dict[int, list[Link]] = {}
    for link in page.links:
        links.setdefault(link.line, []).append(link)
    notices = []
    in_tables = lines_in_tables(page)
    for line in page.lines:
        if line.number in used or line.number in in_tables or not _may_be_title(line):
            continue
        is_heading = sections.holds(line.number)
        over = [heading for heading in sections.over(line.number) if heading.number not in used]
        told = rounds.near(line.number, max((one.number for one in over), default=0), used).within(
            rounds.over(over)
        )
        notice = _notice(
            line, over, links.get(line.number, ()), is_told=bool(told.parts), is_heading=is_heading
        )
        if notice:
            notices.append(notice)
            hold(PLANS, len(notices), page.name)
    return Found(tuple(_with_notes(notices, page.lines, used)))


def _may_be_title(line: Line) -> bool:
    level = line.level.strip()
    return (
        1 < len(level) <= _LONGEST
        and not _SENTENCE.search(level)
        and not _NOTE.match(level)
        and not ends_plans(line)
        and not is_status_heading(line)
        and not is_general_title(level[mark_end(level) :])
        and not is_round_heading(level)
        and not is_file_name(line)
        and label_of(line) is None
    )


def _notice(
    line: Line, over: Sequence[Line], links: Sequence[Link], *, is_told: bool, is_heading: bool
) -> Notice | None:
    parts: dict[Field, list[Part]] = {}
    place_title_lines(parts, [line])
    title = parts.get(Field.TITLE)
    text = title[0].text if title else ""
    if not text or is_other_plan(text) or any(is_other_scheme(heading.level) for heading in over):
        return None
    is_filed = bool(links) and all(is_file_link(link.url) for link in links)
    is_ours = any(_OURS.search(heading.level) or is_status_heading(heading) for heading in over)
    form = bool(_QUOTED.match(line.level)) or (bool(_BULLET.match(line.level)) and bool(_ENDS.search(text)))
    reads = form or bool(_ENDS.search(text))
    if not (
        (_DAYS & parts.keys() and reads)
        or (is_told and reads and (is_filed or form or _plan_like(text)))
        or (is_ours and reads and _plan_like(text) and (is_filed or form) and not is_heading)
    ):
        return None
    return Notice(_NAME, as_tuples(parts), (line.number, line.number), frozenset({Field.TITLE}))


def _plan_like(text: str) -> bool:
    """Tell whether a title without a round ends as titles of plans do."""
    return text.rstrip("」』)").endswith(("計画", "プロジェクト")) and not is_general_title(text)


def _with_notes(notices: Sequence[Notice], lines: Sequence[Line], used: Container[int]) -> Iterator[Notice]:
    """Yield the notices, each with the joint-project note right below its title."""
    following = dict(zip((line.number for line in lines), lines[1:], strict=False))
    for notice in notices:
        below = following.get(notice.lines[1])
        if below and below.number not in used and _JOINT.match(below.level):
            parts: dict[Field, list[Part]] = {field: list(found) for field, found in notice.parts.items()}
            place_title_lines(parts, [below])
            yield notice._replace(parts=as_tuples(parts), lines=(notice.lines[0], below.number))
        else:
            yield notice


_JOINT: Final = re.compile(r"\s*[(]?[※*].{0,80}(?:連携|共同|連名)")
