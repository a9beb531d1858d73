"""Turn findings into what an officer sees: which cell each speaks of, its comment, and a list of all."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.findings import SEVERITY_NAMES, Finding, Place, Severity, by_place, worst
from saisei_lod.records.model import PlanRecord
from saisei_lod.sheets.cells.layout import PAGES, PLANS, SHEETS, Column, Sheet, list_sheets
from saisei_lod.sheets.cells.rows import INDICATORS, value_at
from saisei_lod.sheets.gathering import GatheredFile, GatheredPlan

__all__ = ["Note", "Target", "Targets", "notes"]

_KEY: Final = re.compile(r"(?:r\d{3}|d\d{8}|d\d{6}|nodate)-(?:\d{5}|u\d{5}|x0000)-[0-9a-f]{8}(?=-|\Z)")
_SECOND: Final = re.compile(r"-\d{1,3}(?=-|\Z)")
_NODE: Final = re.compile(r"/(?P<kind>[a-z-]+)/(?P<name>[^/]+)\Z")
_ITEM: Final = re.compile(
    r"(?P<list>[a-z.]+)\[(?P<number>\d+)\](?:\.values\[(?P<value>\d+)\])?\.?(?P<field>.*)"
)
_NUMBERS: Final = re.compile(r"-\d{8}-(\d+)(?:-(\d+))?\Z")
_DAY: Final = re.compile(r"-(\d{8}|\d{6}|\d{4}|r\d{3})(?:-\d+)?\Z")

#: The field of a plan for each predicate of the nodes that a plan is described by.
_PREDICATES: Final[Mapping[str, str]] = {
    "title": "title",
    "identifier": "@key",
    "maker": "@makers",
    "makerBasis": "@makers",
    "jointMaking": "@makers",
    "hasMember": "@makers",
    "lead": "@makers",
    "scheme": "@schemes",
    "coverage": "coverage.kind",
    "coverageKind": "coverage.kind",
    "covers": "coverage.kind",
    "period": "period.start",
    "periodStart": "period.start",
    "periodEnd": "period.end",
    "precision": "period.precision",
    "days": "period.end",
    "summary": "summary",
    "listedStatus": "status",
    "heading": "heading",
    "editorialTitle": "own.title_en",
    "editorialSummary": "own.summary_ja",
    "combinedInto": "combined_into",
}
_EVENT: Final[Mapping[str, str]] = {
    "date": "date",
    "dateBasis": "date_basis",
    "fiscalYear": "date",
    "daysSinceCertification": "date",
    "inRound": "round",
    "roundBasis": "round_basis",
    "type": "kind",
}
#: The lists whose items are nodes with a number.
_LISTS: Final = {"document": "documents", "indicator": INDICATORS, "amount": "amounts"}
_ITEM_FIELDS: Final[Mapping[str, str]] = {
    "format": "format",
    "printedSize": "size_text",
    "printedKilobytes": "size_text",
    "url": "url",
    "prefLabel": "name",
    "unit": "unit",
    "year": "values.year",
    "value": "values.value",
    "number": "values.value",
    "role": "values.role",
    "yen": "yen",
    "wording": "text",
}
_PAGE_FIELDS: Final[Mapping[str, str]] = {
    "title": "title",
    "publisher": "publisher.code",
    "pageId": "page_id",
    "modified": "last_updated",
    "url": "url",
    "fn": "contact.name",
    "postalAddress": "contact.address",
    "telephone": "contact.phone",
    "fax": "contact.fax",
    "hasEmail": "contact.email",
}


class Target(NamedTuple):
    """A value in a workbook: the record file, the plan's name ("" for a page), sheet, row number and column."""

    file: str
    plan: str
    sheet: Sheet
    number: str
    column: Column


class Targets:
    """Find the target of findings among the records of one workbook."""

    def __init__(self, files: Sequence[GatheredFile]) -> None:
        self._files = {file.name: file for file in files}
        self._spans = {file.name: _lines(file) for file in files}
        self._by_key: dict[str, list[tuple[GatheredFile, GatheredPlan]]] = {}
        self._by_source: dict[str, GatheredFile] = {}
        for file in files:
            if file.page.source:
                self._by_source[file.page.source] = file
            for plan in file.plans:
                self._by_key.setdefault(plan.name, []).append((file, plan))

    def of(self, finding: Finding) -> Target | None:
        """Return the value that a finding speaks of, None where it is in no record of the workbook."""
        place = finding.place
        file = self._files.get(place.file.rpartition("/")[2])
        found = self._plan(place, file)
        if found is not None:
            return _plan_target(*found, place)
        page = file if file is not None and _is_of_page(place, file) else self._page(place)
        if page is None:
            return None
        field = place.path.removeprefix("page.") if place.path.startswith("page.") else _predicate(place.path)
        column = _column(PAGES, _PAGE_FIELDS.get(field, field))
        return Target(page.name, "", PAGES, "", column)

    def _plan(self, place: Place, file: GatheredFile | None) -> tuple[GatheredFile, GatheredPlan] | None:
        """Return the plan of a place: by the key in its node, else by its line."""
        name = place.node.rpartition("/")[2]
        if key := _KEY.search(name):
            second = _SECOND.match(name, key.end())
            found = self._by_key.get(key[0] + (second[0] if second else "")) or self._by_key.get(key[0], [])
            return next((pair for pair in found if pair[0] is file), found[0] if found else None)
        if file is None or place.line is None:
            return None
        starts, spans = self._spans[file.name]
        found_at = bisect_right(starts, place.line) - 1
        if found_at < 0 or place.line > spans[found_at][0]:
            return None
        return file, spans[found_at][1]

    def _page(self, place: Place) -> GatheredFile | None:
        """Return the page that a node describes: a source, its contact, its snapshot."""
        node = _NODE.search(place.node)
        if node is None or node["kind"] not in {"source", "contact", "snapshot"}:
            return None
        return self._by_source.get(node["name"]) or self._by_source.get(node["name"].rpartition("-")[0])


def _lines(file: GatheredFile) -> tuple[list[int], list[tuple[int, GatheredPlan]]]:
    """Return the first lines of a file's plans, in order, and the last line of each with its plan."""
    plans = [(plan.places.lines.values(), plan) for plan in file.plans if plan.places.lines]
    spans = sorted(((min(lines), max(lines), plan) for lines, plan in plans), key=lambda span: span[:2])
    return [first for first, _, _ in spans], [(last, plan) for _, last, plan in spans]


def _is_of_page(place: Place, file: GatheredFile) -> bool:
    """Tell whether a place in a file is one of the page: named so, or on lines before the first plan."""
    return place.path.startswith("page") or (place.line is not None and place.line == file.line)


def _plan_target(file: GatheredFile, plan: GatheredPlan, place: Place) -> Target:
    number, sheet, field = _said(plan.plan, place)
    return Target(file.name, plan.name, sheet, number, _column(sheet, field))


def _said(plan: PlanRecord, place: Place) -> tuple[str, Sheet, str]:
    """Return row number, sheet and field of a place: a record's path, an event, a numbered node, a predicate."""
    if found := _item(plan, place.path):
        return found
    node = _NODE.search(place.node)
    predicate = _predicate(place.path)
    if node is None:
        return "", PLANS, place.path
    if node["kind"] == "event":
        return _event(plan, node["name"], predicate)
    numbers = _NUMBERS.search(node["name"])
    if node["kind"] in _LISTS and numbers:
        number = numbers[1] + (f"_{numbers[2]}" if numbers[2] else "")
        return _existing(plan, _LISTS[node["kind"]], number, _ITEM_FIELDS.get(predicate, ""))
    return "", PLANS, _PREDICATES.get(predicate, "title")


def _item(plan: PlanRecord, path: str) -> tuple[str, Sheet, str] | None:
    """Return the item that a record's path names by its number: ``makers[0].code``."""
    found = _ITEM.fullmatch(path)
    if found is None:
        return None
    number = str(int(found["number"]) + 1)
    if found["value"]:
        return _existing(
            plan, found["list"], f"{number}_{int(found['value']) + 1}", f"values.{found['field']}"
        )
    return _existing(plan, found["list"], number, found["field"])


def _existing(plan: PlanRecord, holds: str, number: str, field: str) -> tuple[str, Sheet, str]:
    """Return the row of an item; of an indicator the first row where no value is named."""
    sheet = next((sheet for sheet in list_sheets() if sheet.holds == holds), None)
    items = value_at(plan, holds)
    if sheet is None or not isinstance(items, list) or int(number.partition("_")[0]) > len(items):
        return "", PLANS, holds
    if holds == INDICATORS and "_" not in number and items[int(number) - 1].values:
        number = f"{number}_1"
    return number, sheet, field


def _event(plan: PlanRecord, name: str, predicate: str) -> tuple[str, Sheet, str]:
    """Return the certification or the row of the change that happened on the day in an event's name."""
    day = _DAY.search(name)
    for number, change in enumerate(plan.amendments, 1):
        label = (change.date or "").replace("-", "") or (f"r{change.round:03d}" if change.round else "")
        if day and label == day[1]:
            return _existing(plan, "amendments", str(number), _EVENT.get(predicate, "date"))
    return "", PLANS, f"certification.{_EVENT.get(predicate, 'date')}"


def _predicate(path: str) -> str:
    """Return the local name of the last predicate of a path in SPARQL's notation."""
    return re.split(r"[:#/]", path.strip("<>()^*+? "))[-1].strip("<>()*+? ")


def _column(sheet: Sheet, field: str) -> Column:
    """Return the column of a field, of the first field within it, else that of the sheet's first value."""
    if field == "lines":
        return sheet.columns[0]
    exact = next((column for column in sheet.columns if column.field == field), None)
    within = (column for column in sheet.values if field and column.field.startswith(f"{field}."))
    return exact or next(within, sheet.values[0])


class Note(NamedTuple):
    """What was found at one value: its target and the findings, worst first."""

    target: Target
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The worst severity."""
        return worst(self.findings) or Severity.INFO

    @property
    def comment(self) -> str:
        """The text of the cell's comment: each finding with its fix, in Japanese, then all in English."""
        return "\n\n".join(
            "\n".join(_paragraph(finding, language) for finding in self.findings) for language in (0, 1)
        )


def notes(findings: Iterable[Finding], files: Sequence[GatheredFile]) -> list[Note]:
    """Return what was found in the records of a workbook, a note for each value, in the order of the records.

    A mistake that breaks the same rule on a plan and on its version is said once.
    """
    targets = Targets(files)
    found: dict[Target, dict[tuple[str, Bilingual], Finding]] = {}
    for finding in by_place(findings):
        target = targets.of(finding)
        if target is not None:
            found.setdefault(target, {}).setdefault((finding.code, finding.message), finding)
    listed = [
        Note(target, tuple(sorted(said.values(), key=lambda one: list(SEVERITY_NAMES).index(one.severity))))
        for target, said in found.items()
    ]
    order = {file.name: place for place, file in enumerate(files)}
    plans = {(file.name, plan.name): plan.number for file in files for plan in file.plans}

    def place(note: Note) -> tuple[object, ...]:
        target = note.target
        numbers = tuple(int(part) for part in target.number.split("_") if part)
        column = target.sheet.columns.index(target.column)
        plan = plans.get((target.file, target.plan), -1)
        return order[target.file], plan, SHEETS.index(target.sheet), numbers, column

    return sorted(listed, key=place)


def _paragraph(finding: Finding, language: int) -> str:
    word = SEVERITY_NAMES[finding.severity][language]
    fix = finding.fix[language]
    return f"【{word}】{finding.message[language]}" + (f"\n→ {fix}" if fix else "")
