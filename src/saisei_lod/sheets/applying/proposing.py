"""Propose the corrections of a workbook: read it, hold it against the records, and say what would change."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.findings.sheets import RECORD_GONE, ROW_KEY_MISSING, ROW_KEY_UNKNOWN, ROW_NEW, ROW_TWICE
from saisei_lod.records.loading import SUFFIXES, load_file
from saisei_lod.records.model import PageRecord
from saisei_lod.sheets.applying.book import Book, SheetRow, open_book
from saisei_lod.sheets.applying.corrections import Correction, Owner
from saisei_lod.sheets.applying.items import is_blank
from saisei_lod.sheets.applying.plans import Outcome, PlanRows, compare_page, compare_plan
from saisei_lod.sheets.cells.layout import CHECK, FILE, KEY, PAGES, PLANS, list_sheets
from saisei_lod.sheets.files.patches import Change, Items, at_path, joined
from saisei_lod.sheets.files.storing import FileChange, digest
from saisei_lod.sheets.gathering import plan_name

__all__ = ["Proposal", "propose"]

_Plan = tuple[str, str]
"""A plan by its record file and its name in it."""


class Proposal(NamedTuple):
    """What a workbook would change: as people read it, as changes of files, and what was found."""

    corrections: tuple[Correction, ...]
    files: tuple[FileChange, ...]
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The entries that cannot be taken over; while there is one, nothing may be written."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.VIOLATION)


def propose(path: Path, data: Path) -> Proposal:
    """Return what a workbook would change in the records of a data folder; nothing is written.

    Raises InputError where the workbook or a record file cannot be read.
    """
    book = open_book(path)
    records = _Records(data / "plans", book)
    outcomes = [*_pages(book, records), *_plans(book, records)]
    findings = (
        *book.findings,
        *records.findings,
        *(finding for _, _, outcome in outcomes for finding in outcome.findings),
    )
    return Proposal(
        tuple(one for _, _, outcome in outcomes for one in outcome.corrections),
        tuple(_file_changes(outcomes, records)),
        findings,
    )


class _Records:
    """The record files that a workbook names, and the plans in them by file and name."""

    def __init__(self, folder: Path, book: Book) -> None:
        self.findings: list[Finding] = []
        self.files: dict[str, PageRecord] = {}
        self.digests: dict[str, str] = {}
        self.numbers: dict[_Plan, int] = {}
        self.folder = folder
        self._book = book
        for name, row in _named_files(book).items():
            self._load(name, row)

    def _load(self, name: str, row: SheetRow) -> None:
        path = self.folder / name
        # A name with a folder in it is none of ours: nothing outside the folder is ever read or written.
        if Path(name).name != name or path.suffix not in SUFFIXES or not path.is_file():
            self.findings.append(RECORD_GONE.at(Place(f"{self._book.name}:{row.place}"), name))
            return
        self.digests[name] = digest(path)
        self.files[name] = load_file(path).record
        for number, plan in enumerate(self.files[name].plans):
            self.numbers[name, plan_name(number, plan)] = number

    def plan_of(self, row: SheetRow) -> _Plan | Finding | None:
        """Return the plan that a row names, None where its file is told as missing already."""
        at = Place(f"{self._book.name}:{row.place}")
        key, file = row.cell(KEY).text, row.cell(FILE).text
        if not key:
            return ROW_KEY_MISSING.at(at, column=KEY.name.ja)
        if file:
            if file in self.files and (file, key) not in self.numbers:
                return RECORD_GONE.at(at, f"{file} {key}")
            return (file, key) if file in self.files else None
        found = [plan for plan in self.numbers if plan[1] == key]
        return found[0] if len(found) == 1 else ROW_KEY_UNKNOWN.at(at, key)


def _named_files(book: Book) -> dict[str, SheetRow]:
    found: dict[str, SheetRow] = {}
    for rows in book.rows.values():
        for row in rows:
            if name := row.cell(FILE).text:
                found.setdefault(name, row)
    return found


def _pages(book: Book, records: _Records) -> Iterator[tuple[str, int | None, Outcome]]:
    """Yield what comes of each row of a page."""
    met: dict[str, str] = {}
    for row in book.rows.get(PAGES.title.ja, ()):
        file = row.cell(FILE).text
        at = Place(f"{book.name}:{row.place}")
        if not file:
            yield "", None, Outcome(findings=(ROW_NEW.at(at, row.place),))
        elif file in met:
            yield file, None, Outcome(findings=(ROW_TWICE.at(at, file, first=met[file]),))
        elif file in records.files:
            met[file] = row.place
            page = records.files[file].page
            owner = Owner(book.name, file, "", page.title or "")
            yield file, None, compare_page(owner, page, row)


def _plans(book: Book, records: _Records) -> Iterator[tuple[str, int | None, Outcome]]:
    """Yield what comes of the rows of each plan."""
    findings: list[Finding] = []
    own = _own_rows(book, records, findings)
    items = _item_rows(book, records, findings)
    yield "", None, Outcome(findings=tuple(findings))
    sheets = [sheet.title.ja for sheet in list_sheets() if sheet.title.ja in book.rows]
    for plan in sorted({*own, *items}, key=lambda plan: (plan[0], records.numbers[plan])):
        file, name = plan
        number = records.numbers[plan]
        record = records.files[file].plans[number]
        rows = PlanRows(own.get(plan), {title: items.get(plan, {}).get(title, []) for title in sheets})
        owner = Owner(book.name, file, name, record.title or "")
        yield file, number, compare_plan(owner, record, rows)


def _own_rows(book: Book, records: _Records, findings: list[Finding]) -> dict[_Plan, SheetRow]:
    """Return the rows of the sheet of plans, one a plan."""
    found: dict[_Plan, SheetRow] = {}
    for row in book.rows.get(PLANS.title.ja, ()):
        at = Place(f"{book.name}:{row.place}")
        if not row.cell(KEY).text and not row.cell(CHECK).text:
            if not is_blank(row):
                findings.append(ROW_NEW.at(at, row.cell(PLANS.values[0]).text or row.place))
            continue
        plan = records.plan_of(row)
        if isinstance(plan, Finding):
            findings.append(plan)
        elif plan in found:
            findings.append(ROW_TWICE.at(at, plan[1], first=found[plan].place))
        elif plan is not None:
            found[plan] = row
    return found


def _item_rows(
    book: Book, records: _Records, findings: list[Finding]
) -> dict[_Plan, dict[str, list[SheetRow]]]:
    """Return the rows of the sheets of lists, by plan and sheet."""
    found: dict[_Plan, dict[str, list[SheetRow]]] = {}
    for sheet in list_sheets():
        for row in book.rows.get(sheet.title.ja, ()):
            plan = records.plan_of(row)
            if isinstance(plan, Finding):
                findings.append(plan)
            elif plan is not None:
                found.setdefault(plan, {}).setdefault(sheet.title.ja, []).append(row)
    return found


def _file_changes(outcomes: list[tuple[str, int | None, Outcome]], records: _Records) -> Iterator[FileChange]:
    """Yield the change of each file of which a plan or the page changes."""
    for file in sorted(records.files):
        ours = [
            (number, outcome.change) for name, number, outcome in outcomes if name == file and outcome.change
        ]
        plans: Mapping[int, Change] = {number: change for number, change in ours if number is not None}
        changes = [at_path("page", change) for number, change in ours if number is None]
        if plans:
            changes.append(at_path("plans", Items(plans)))
        if changes:
            yield FileChange(records.folder / file, joined(changes), records.digests[file])
