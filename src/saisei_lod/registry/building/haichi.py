"""Read e-Stat's list of 廃置分合等 (CSV export) and the changes that its sentences tell.

One row is one area concerned; its 改正事由 holds one sentence a line. The same sentence stands in the
rows of all areas that it concerns, and is one change. What the registry does not hold is left aside:
counties made or abolished, and cities that became 中核市 or 特例市.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.findings.model import Finding, Place
from saisei_lod.findings.registry import REASON_NOT_UNDERSTOOD
from saisei_lod.registry.building.decoding import decoded
from saisei_lod.registry.model import Change

__all__ = ["COLUMNS", "HaichiRow", "changes_told", "names_told", "read_haichi"]

#: Header of the export, in the order of :class:`HaichiRow`.
COLUMNS: Final = (
    "標準地域コード",
    "都道府県",
    "政令市・郡・支庁・振興局等",
    "政令市・郡・支庁・振興局等（ふりがな）",
    "市区町村",
    "市区町村（ふりがな）",
    "廃置分合等施行年月日",
    "改正事由",
)


class HaichiRow(NamedTuple):
    """One row of the list; ``reason`` may hold several sentences, a line each."""

    code: str
    prefecture: str
    district: str
    district_kana: str
    name: str
    kana: str
    date: str
    reason: str


#: 阿寒町(01666), 須玉町(すだまちょう、19403)
_NAMED: Final = re.compile(r"(?P<name>[^、()\s]+?)\((?:[^、()]*、)?(?P<code>\d{5})\)")
_MERGER: Final = re.compile(r"(?P<before>.+)が合併し、(?P<after>.+)を新設")
_ABSORPTION: Final = re.compile(r"(?P<before>.+\))(?:大字.+)?が(?P<after>\S+\))に編入")
_DIVISION: Final = re.compile(
    r"(?P<before>\S+?\))大字.+が(?P<first>\S+\))に編入し、.+が(?P<second>\S+\))に編入"
)
_DESIGNATION: Final = re.compile(r"(?P<before>.+)の(?P<after>.+)への政令指定都市(?:施行|移行)")
_STATUS: Final = re.compile(
    r"(?P<before>.+?\))が(?P<after>.+)に(?P<verb>名称変更|市制施行|町制施行|郡の区域変更|区域変更)"
)
_WARDS: Final = re.compile(r"(?P<before>.+)(?:から分離し|を分割し|が統合し)、(?P<after>.+)を新設")
_REORGANISED: Final = re.compile(r"(?P<before>.+)を(?P<after>\S+\))に再編")
_NEW: Final = re.compile(r"(?P<after>.+)の新設")
_ASIDE: Final = re.compile(r".*(?:郡|支庁|振興局)\(\d{5}\)の(?:廃止|新設)|.+の廃止|.+(?:中核市|特例市)に移行")


def read_haichi(path: Path) -> list[HaichiRow]:
    """Return the rows of an export, UTF-8 (with or without BOM) or CP932, in the order of the file.

    Raises InputError naming the file where a column is missing or a row is cut.
    """
    reader = csv.DictReader(io.StringIO(decoded(path), newline=""))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise InputError(
            Bilingual(
                "e-Stat の廃置分合等情報の CSV ではありません。",
                "This is not e-Stat's CSV of 廃置分合等情報.",
            ),
            where=str(path),
            expected=Bilingual(f"列 {'、'.join(COLUMNS)}", f"the columns {', '.join(COLUMNS)}"),
            todo=Bilingual(
                "e-Stat の「廃置分合等情報を調べる」から CSV をダウンロードし直してください。",
                "Download the CSV again from e-Stat's search of 廃置分合等情報.",
            ),
        )
    return [HaichiRow(*map(_cell, (row[name] for name in COLUMNS))) for row in reader]


def _cell(text: str | None) -> str:
    """Return a cell without the TAB that no table of the registry can hold; a cut row ends in None."""
    return "\n".join((text or "").replace("\t", " ").splitlines())


def changes_told(rows: Iterable[HaichiRow], since: str) -> tuple[list[Change], list[Finding]]:
    """Return the changes on or after an ISO day, by day and codes, with what was not understood.

    Absorptions into one government on one day are one change, as in the registry.
    """
    sentences = {
        (row.date, line): None for row in rows if row.date >= since for line in row.reason.splitlines()
    }
    changes: set[Change] = set()
    findings: list[Finding] = []
    for date, line in sentences:
        told = list(_told(date, _half_width(line)))
        changes.update(told)
        if not told and not _ASIDE.fullmatch(_half_width(line)):
            findings.append(REASON_NOT_UNDERSTOOD.at(Place(node=date), line))
    return _joined(changes), findings


def _half_width(line: str) -> str:
    return line.translate(str.maketrans("（）", "()"))


def _told(date: str, line: str) -> Iterator[Change]:
    """Yield the changes that one sentence tells; none where it tells none that the registry holds."""
    if "の区の再編" in line:
        yield from _reorganisation(date, line)
    elif found := _DIVISION.fullmatch(line):
        receivers = (*_codes(found["first"]), *_codes(found["second"]))
        yield _change(date, "split", (*_codes(found["before"]), *receivers), receivers)
    elif found := _ABSORPTION.fullmatch(line):
        after = _codes(found["after"])
        yield _change(date, "absorption", (*_whole(line, found["before"]), *after), after)
    elif found := _MERGER.fullmatch(line):
        before = dict(_names(found["before"]))
        after = _codes(found["after"]) or tuple(
            code for code, name in before.items() if name == found["after"]
        )
        yield _change(date, "merger", before, after)
    else:
        yield from _other(date, line)


def _other(date: str, line: str) -> Iterator[Change]:
    if found := _WARDS.fullmatch(line):
        yield _change(date, "ward-reorganisation", _codes(found["before"]), _codes(found["after"]))
    elif found := _DESIGNATION.fullmatch(line):
        yield _change(date, "designation", _codes(found["before"]), _codes(found["after"]))
    elif found := _STATUS.fullmatch(line):
        yield from _status(date, line)
    elif (found := _NEW.fullmatch(line)) and "区(" in line:
        yield _change(date, "ward-reorganisation", (), _codes(found["after"]))


def _reorganisation(date: str, line: str) -> Iterator[Change]:
    """Yield a change for each new ward of 「…の区の再編　A、BをCに再編」."""
    for part in line.split("の区の再編", 1)[1].split("\u3000"):
        if found := _REORGANISED.match(part):
            yield _change(date, "ward-reorganisation", _codes(found["before"]), _codes(found["after"]))


def _status(date: str, line: str) -> Iterator[Change]:
    """Yield a change for each pair of 「AがBに市制施行」; renamed and made a city at once is city status."""
    before, after = line.split(")が", 1)
    kinds = {"市制施行": "city-status", "町制施行": "town-status", "区域変更": "county-change"}
    kind = next((kind for word, kind in kinds.items() if word in line), "renaming")
    for old, new in zip(_codes(before + ")"), _codes(after), strict=False):
        yield _change(date, kind, (old,), (new,))


def _names(text: str) -> Iterator[tuple[str, str]]:
    return ((found["code"], found["name"]) for found in _NAMED.finditer(text))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code for code, _ in _names(text))


def _whole(line: str, before: str) -> tuple[str, ...]:
    """Return the codes of the governments that were absorbed whole, not in part (…大字…)."""
    return tuple(code for code in _codes(before) if f"({code})大字" not in line)


def _change(date: str, kind: str, before: Iterable[str], after: Iterable[str]) -> Change:
    return Change(date, kind, tuple(sorted(set(before))), tuple(sorted(set(after))), "")


def _joined(changes: Iterable[Change]) -> list[Change]:
    """Join absorptions of one day into one government, and drop a renaming that a status change holds."""
    joined: dict[tuple[str, str, tuple[str, ...]], Change] = {}
    for change in sorted(changes):
        key = (
            change.date,
            change.kind,
            change.after if change.kind == "absorption" else change.before + change.after,
        )
        former = joined.get(key, change)
        joined[key] = change._replace(before=tuple(sorted({*former.before, *change.before})))
    raised = {(c.date, code) for c in joined.values() if c.kind.endswith("status") for code in c.before}
    return sorted(c for c in joined.values() if c.kind != "renaming" or (c.date, c.before[0]) not in raised)


def names_told(rows: Iterable[HaichiRow]) -> dict[str, tuple[str, str, str, str]]:
    """Return name, kana, county and county's kana by code: of what begins, and of what is renamed.

    The latest row of a code counts; a new name stands in its sentence alone, without kana.
    """
    told: dict[str, tuple[str, str, str, str]] = {}
    for row in sorted(rows, key=lambda row: row.date):
        county = (row.district, row.district_kana) if row.district.endswith("郡") else ("", "")
        own = (row.name, row.kana) if row.name else (row.district, row.district_kana)
        told[row.code] = (*own, *county)
        for line in map(_half_width, row.reason.splitlines()):
            if line.endswith("名称変更"):
                told.update(
                    {
                        code: (name, "", *county)
                        for code, name in _names(line.split(")が", 1)[1])
                        if code == row.code
                    }
                )
    return told
