"""Bring the records of a folder into the order of their keys, in bounded memory.

What several sources say of one plan stands in several files, in any order. Each plan becomes one line
of bytes that begins with its key, so that sorting compares bytes alone; a bulk line is kept as it is.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, RecordError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.records import FILE_IGNORED
from saisei_lod.records.checking import KEY, check_page, check_plan, twice, unminted
from saisei_lod.records.jsonl_files import bulk_lines, key_of, page_of, plan_of
from saisei_lod.records.loading import load_file, record_files
from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.records.places import Places
from saisei_lod.records.sorting import IN_MEMORY, SortedLines

__all__ = ["SortedPlans", "SourcedPage", "SourcedPlan", "stream"]


class SourcedPlan(NamedTuple):
    """What one source says of a plan: the plan, its page, its file (with ``/``), and lines by field."""

    plan: PlanRecord
    page: Page
    file: str
    line: int | None = None
    lines: Mapping[str, int] = {}

    def at(self, field: str = "") -> Place:
        """Return the place of a field (``period.end``), or of the nearest part that holds it."""
        return Place(self.file, Places(self.file, self.lines).line(field) or self.line, path=field)


class SourcedPage(NamedTuple):
    """A page with its file, its line, and lines by field."""

    page: Page
    file: str
    line: int | None = None
    lines: Mapping[str, int] = {}

    def at(self, field: str = "") -> Place:
        """Return the place of a field of the page (``page.publisher.code``), or of the nearest part."""
        return Place(self.file, Places(self.file, self.lines).line(field) or self.line, path=field)


class _Stored(msgspec.Struct):
    """One plan of a YAML file as it is sorted; a line of a bulk file is kept as it is."""

    plan: PlanRecord
    lines: dict[str, int]


_STORED: Final = msgspec.json.Decoder(_Stored)


class SortedPlans:
    """All records of a folder: iterate for lists of one key each, in the order of keys.

    ``findings`` and ``pages`` (in the order of file names) are complete from the start; ``count`` is the
    number of records that have a key. Iterating again is possible while ``scratch`` is there.
    """

    def __init__(self, lines: SortedLines) -> None:
        self.findings: list[Finding] = []
        self.pages: list[SourcedPage] = []
        self.count = 0
        self._lines = lines
        self._paths: list[Path] = []

    def __iter__(self) -> Iterator[list[SourcedPlan]]:
        return self.of(None)

    def of(self, keys: Collection[str] | None) -> Iterator[list[SourcedPlan]]:
        """Yield the lists of some keys alone, in order; of all where ``keys`` is None."""
        for key, lines in groupby(self._lines, key=_key):
            if keys is not None and key.decode() not in keys:
                continue
            group = [self._sourced(line) for line in lines]
            for one, other in pairwise(group):
                if one.file == other.file:
                    raise twice(one.plan.id or "", str(one.at("id")), str(other.at("id")))
            yield group

    def _sourced(self, line: bytes) -> SourcedPlan:
        _, place, number, data = line.split(b"\t", 3)
        path, page = self._paths[int(place)], self.pages[int(place)]
        if path.suffix == ".yaml":
            stored = _STORED.decode(data)
            return SourcedPlan(stored.plan, page.page, page.file, int(number), stored.lines)
        where = f"{path}:{int(number)}"
        plan = plan_of(data, where)
        check_plan(plan, lambda _: where)
        return SourcedPlan(plan, page.page, page.file, int(number))

    def add_page(self, page: SourcedPage, path: Path) -> None:
        """Take the page of a file, to which the plans added next belong."""
        self.pages.append(page)
        self._paths.append(path)

    def add_plan(self, key: str, line: int, data: bytes) -> None:
        """Take a plan of the last page: its key, already checked, its line, and its JSON on one line."""
        self.count += 1
        self._lines.add(b"%b\t%06d\t%09d\t%b\n" % (key.encode(), len(self.pages) - 1, line, data))


def stream(
    folder: Path, *, scratch: Path, root: Path | None = None, in_memory: int = IN_MEMORY
) -> SortedPlans:
    """Read every record file of a folder, and return its plans in the order of their keys.

    Lists hold the records of one key, in the order of file names. ``scratch`` is a folder for working
    files, which the caller makes and removes; it stays empty below ``in_memory`` bytes of plans. Files
    are named relative to ``root``, or else to the folder that holds ``folder``.

    Raises InputError and RecordError with file and line; of bulk files only keys are read here, and
    what is wrong in their plans is raised while iterating. Plans without a key are findings and are not
    yielded.
    """
    plans = SortedPlans(SortedLines(scratch, in_memory))
    seen: dict[tuple[str | None, str | None], str] = {}
    base = folder.parent if root is None else root
    for path, holds_records in record_files(folder):
        name = path.relative_to(base).as_posix()
        if not holds_records:
            plans.findings.append(FILE_IGNORED.at(Place(name), path.name))
        elif path.suffix == ".yaml":
            _add_yaml(plans, path, name, seen)
        else:
            _add_bulk(plans, path, name, seen)
    return plans


def _add_yaml(
    plans: SortedPlans, path: Path, name: str, seen: dict[tuple[str | None, str | None], str]
) -> None:
    record, places = load_file(path)
    _check_names(record.page, places.where("page"), seen)
    lines = {field: line for field, line in places.lines.items() if field.startswith("page")}
    plans.add_page(SourcedPage(record.page, name, places.line("page"), lines), path)
    own = places.by_plan()
    for number, plan in enumerate(record.plans):
        lines = dict(own[number].lines)
        plans.findings += unminted(plan, Places(name, lines).at)
        if plan.id is not None:
            plans.add_plan(plan.id, lines[""], msgspec.json.encode(_Stored(plan, lines)))


def _add_bulk(
    plans: SortedPlans, path: Path, name: str, seen: dict[tuple[str | None, str | None], str]
) -> None:
    numbered = bulk_lines(path, str(path))
    number, data = next(numbered)
    where = f"{path}:{number}"
    page = page_of(data, where)
    check_page(page, lambda _: where)
    _check_names(page, where, seen)
    plans.add_page(SourcedPage(page, name, number), path)
    for number, data in numbered:
        key = key_of(data)
        if key is not None and KEY.match(key):
            plans.add_plan(key, number, data)
        else:
            plans.findings += _unkeyed(data, f"{path}:{number}", Places(name, {"": number}))


def _unkeyed(data: bytes, where: str, places: Places) -> list[Finding]:
    """Return the finding of a plan line without a key, after raising what else is wrong with it."""
    plan = plan_of(data, where)
    check_plan(plan, lambda _: where)
    return unminted(plan, places.at)


def _check_names(page: Page, where: str, seen: dict[tuple[str | None, str | None], str]) -> None:
    """Refuse a page without what names it in a release, and a snapshot that another file holds already."""
    missing = [name for name in ("source", "sha256") if getattr(page, name) is None]
    if missing:
        raise RecordError(
            Bilingual(
                f"page の {'、'.join(missing)} がありません。", f"The page has no {' and no '.join(missing)}."
            ),
            where=where,
            expected=Bilingual(
                "出典の識別名 source と、読んだファイルの sha256",
                "source, the page's short name, and the sha256 of the file read",
            ),
            todo=Bilingual(
                "saisei read -o で記録を作ると付きます。",
                "Make the record with saisei read -o, which states them.",
            ),
        )
    first = seen.setdefault((page.source, page.sha256), where)
    if first != where:
        raise RecordError(
            Bilingual(
                f"出典 {page.source} の同じ版が2つのファイルにあります。",
                f"One snapshot of {page.source} stands in two files.",
            ),
            where=f"{first}, {where}",
            expected=Bilingual(
                "出典の1つの版に記録ファイルは1つ", "one record file for each snapshot of a source"
            ),
            todo=Bilingual("2つを1つにまとめてください。", "Join the two files."),
        )


def _key(line: bytes) -> bytes:
    return line[: line.index(b"\t")]
