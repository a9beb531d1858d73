"""The block of a page that says whom to ask: name, address, telephone, fax, electronic mail."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.reading.model import ContactNotice, Line, Part, Piece, Use
from saisei_lod.reading.page.furniture import ends_plans
from saisei_lod.reading.wording.passages import whole_line

__all__ = ["read_contact"]

_HEADING: Final = re.compile(
    r" *[■□◆◇●○◎【〔]? *(?:(?:この|本)?(?:ページ|記事|計画|内容|件)?に(?:関する|ついての))?"
    r"(?:お?問い?合わ?せ(?:先)?|担当課|連絡先)[】〕]? *:? *\Z"
)
_NUMBER: Final = r"[0-9][0-9()\- ]{6,16}[0-9]"
_PHONE: Final = re.compile(rf"(?:電話(?:番号)?|TEL|Tel|℡|☎) *[:.]? *(?P<value>{_NUMBER})")
_FAX: Final = re.compile(
    rf"(?:ファクス|ファックス|ファクシミリ|FAX|Fax)(?:番号)? *[:.]? *(?P<value>{_NUMBER})"
)
_EMAIL: Final = re.compile(r"(?P<value>[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,120}\.[A-Za-z]{2,24})")
_POSTAL: Final = re.compile(r" *(?:〒 *[0-9]{3}-?[0-9]{4}|郵便番号 *:? *[0-9]{3}-?[0-9]{4})")
_ADDRESS: Final = re.compile(
    r" *(?:(?:住所|所在地) *:? *)?[^。:]{0,20}[都道府県市区町村][^。:]{0,40}[0-9一二三四五六七八九十]"
)
_OFFICE: Final = re.compile(
    r"[^。:@]{1,60}(?:部|課|室|係|局|班|所|館|庁|センター|担当|グループ|チーム|事務局|本部|戦略室)(?:\([^()]{1,20}\))? *\Z"
)
_POSTAL_MARK: Final = re.compile(r"〒 *[0-9]{3}|郵便番号")
#: An address within a line: a prefecture or place with a house number.
_PLACE: Final = re.compile(
    r"[一-龥ぁ-んァ-ヶ]{1,8}?[都道府県市区町村郡][^\s、。:]{1,60}?[0-9一二三四五六七八九十]+(?:番地?|丁目|号|-[0-9]+)[^\s、。:電〒]{0,20}"
)
_MOST_LINES: Final = 14
_LONGEST_HEADING: Final = 60
_LONGEST: Final = 200


class _Item(NamedTuple):
    name: str
    part: Part


def read_contact(lines: Sequence[Line]) -> tuple[ContactNotice | None, dict[int, Use]]:
    """Return the contact under the last heading that asks for questions, and the use of its lines."""
    headings = [index for index, line in enumerate(lines) if _is_heading(line)]
    if not headings:
        return _in_one_line(lines)
    first = headings[-1]
    uses = {lines[first].number: Use("contact", "heading")}
    parts: dict[str, list[Part]] = {}
    for line in lines[first + 1 : first + 1 + _MOST_LINES]:
        items = list(_items(line, parts))
        if not items and not ends_plans(line):
            break
        if items:
            uses[line.number] = Use("contact", " ".join(item.name for item in items))
        for item in items:
            parts.setdefault(item.name, []).append(item.part)
    return _notice(parts), uses


def _in_one_line(lines: Sequence[Line]) -> tuple[ContactNotice | None, dict[int, Use]]:
    """Return the contact that pages print without a heading: office, address and telephone on a line or two."""
    parts: dict[str, list[Part]] = {}
    uses: dict[int, Use] = {}
    for line in lines[-_MOST_LINES:]:
        if len(line.level) > _LONGEST or "。" in line.level:
            continue
        found = list(_numbers(line))
        place = _PLACE.search(line.level)
        if not (found or place) or not (found or _POSTAL_MARK.search(line.level)):
            continue
        if place and "address" not in parts:
            start, end = place.span()
            found.append(_Item("address", Part((Piece(line.text[start:end], line.number, start),))))
        for item in found:
            parts.setdefault(item.name, []).append(item.part)
        uses[line.number] = Use("contact", "line")
    return _notice(parts), uses


def _is_heading(line: Line) -> bool:
    return len(line.level) <= _LONGEST_HEADING and bool(_HEADING.match(line.level))


def _notice(parts: Mapping[str, list[Part]]) -> ContactNotice | None:
    if not parts:
        return None
    whole = {
        name: Part(tuple(piece for part in found for piece in part.pieces)) for name, found in parts.items()
    }
    return ContactNotice(**whole)


def _items(line: Line, so_far: Mapping[str, list[Part]]) -> Iterator[_Item]:
    """Yield what a line tells; the first line with nothing else on it is the office's name."""
    if len(line.level) > _LONGEST:
        return
    found = list(_numbers(line))
    yield from found
    if found:
        return
    if _POSTAL.match(line.level) or (_ADDRESS.match(line.level) and not _OFFICE.match(line.level)):
        yield _Item("address", whole_line(line))
    elif _OFFICE.match(line.level) and "address" not in so_far:
        yield _Item("name", whole_line(line))


def _numbers(line: Line) -> Iterator[_Item]:
    for name, pattern in (("phone", _PHONE), ("fax", _FAX), ("email", _EMAIL)):
        if found := pattern.search(line.level):
            start, end = found.span("value")
            yield _Item(name, Part((Piece(line.text[start:end], line.number, start),)))
