"""What a page prints about itself: its title, who issued it, when it was updated, its number."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from saisei_lod.reading.model import Header, Line, Part, Piece, Use
from saisei_lod.reading.page.furniture import is_page_furniture
from saisei_lod.reading.wording.date_statements import ROUND
from saisei_lod.reading.wording.passages import whole_line

__all__ = ["read_facts", "read_title"]

#: The labels that pages print, by the name of the fact; a label stands before its value on one line.
_LABELS: Final[Mapping[str, str]] = {
    "issuer": "情報発信元|発信元|担当課|担当部署|所管課|所属",
    "last_updated": "最終更新日|更新日時|更新年月日|更新日|最終更新|更新(?= *[:： \\[] *(?:令和|平成|[RH]?[0-9]))",
    "published": "公開日|掲載日|登録日|作成日|公表日|発表日|(?:公開|掲載)(?= *[:： \\[] *(?:令和|平成|[RH]?[0-9]))",
    "page_id": "ページID|ページ番号|ページNo|記事番号|記事ID|コンテンツID",
}
_LABEL: Final = re.compile(
    "|".join(rf"[(\[【]?(?:この)?(?:ページ|記事)?の?(?P<{name}>{words})" for name, words in _LABELS.items())
)
#: 令和4年4月1日更新, 2020年9月10日 更新: the word behind the day.
_UPDATED: Final = re.compile(
    r" *[(\[]?(?P<value>(?:令和|平成|[RH12])[0-9元年月日./ -]{4,18}?) *(?:に?更新|最終更新)[)\]]? *\Z"
)
_VALUE: Final = re.compile(r" *(?:[:： ] *|(?=\[))(?P<value>[^ ].{0,60}?)[\s/|]*\Z")
#: Controls of the page that stand before its facts on one line.
_CONTROLS: Final = re.compile(
    r"(?:印刷|ページ|大きな|文字|用|表示|する|を|で|の|ここから|本文|です|[\s。|/])*\Z"
)
_LONGEST: Final = 160
_LONGEST_TITLE: Final = 120


def read_facts(lines: Sequence[Line], used: Container[int]) -> tuple[Header, dict[int, Use]]:
    """Return what labels print about the page, on lines not used yet, and the use of those lines.

    Of a fact printed twice the first is taken. The header has no title yet.
    """
    facts: dict[str, Part] = {}
    uses: dict[int, Use] = {}
    for line in lines:
        for name, part in _labelled(line) if line.number not in used else ():
            facts.setdefault(name, part)
            uses[line.number] = Use("header", name)
    published = facts.pop("published", None)
    if published:
        facts.setdefault("last_updated", published)
    return Header(**facts), uses


def read_title(lines: Sequence[Line], used: Container[int]) -> Part | None:
    """Return the first line of the page where it is a title: short, no sentence, used for nothing else.

    A trail of links to the page, or a control, may stand before it.
    """
    first = next((line for line in lines if not is_page_furniture(line)), lines[0])
    level = first.level.strip()
    if first.number in used or len(level) > _LONGEST_TITLE or level.endswith("。") or ROUND.search(level):
        return None
    return whole_line(first)


def _labelled(line: Line) -> Iterator[tuple[str, Part]]:
    """Yield the facts of a line that holds nothing but labels with values, several at most."""
    if len(line.level) > _LONGEST:
        return
    if updated := _UPDATED.match(line.level):
        start, stop = updated.span("value")
        yield "last_updated", Part((Piece(line.text[start:stop], line.number, start),))
        return
    labels = list(_LABEL.finditer(line.level))
    if not labels or not _CONTROLS.match(line.level[: labels[0].start()]):
        return
    ends = [*(label.start() for label in labels[1:]), len(line.level)]
    for label, end in zip(labels, ends, strict=True):
        found = _VALUE.match(line.level, label.end(), end)
        if found and label.lastgroup:
            start, stop = found.span("value")
            yield label.lastgroup, Part((Piece(line.text[start:stop], line.number, start),))
