"""Compare a plan or a page with its rows in a workbook, and make the change of its record.

A record that says something else than when the workbook was written is a conflict as soon as the workbook
differs from it: nobody can tell any more which of the two a person meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import MAKER_NAME_DIFFERS
from saisei_lod.findings.sheets import (
    PERIOD_EMPTY,
    RECORD_CHANGED,
    RECORD_NEWER,
    ROW_CHECK_MISSING,
    ROW_EMPTY,
    ROW_GONE,
)
from saisei_lod.records.checking import check_page, check_plan, check_plan_references
from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.registry import load
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.sheets.applying.basis import evidence_change
from saisei_lod.sheets.applying.book import SheetRow
from saisei_lod.sheets.applying.corrections import Changed, Correction, Owner
from saisei_lod.sheets.applying.items import changed_cells, compare_items, is_blank, misread_shown
from saisei_lod.sheets.cells.forms import written
from saisei_lod.sheets.cells.layout import CHECK, PLANS, list_sheets
from saisei_lod.sheets.cells.rows import Row, fingerprint, page_row, plan_row, shown_of_page, shown_of_plan
from saisei_lod.sheets.cells.values import text_of
from saisei_lod.sheets.files.patches import (
    REMOVED,
    Change,
    Fields,
    at_path,
    joined,
    moved,
    patched,
    settled,
    sparse,
)

__all__ = ["Outcome", "PlanRows", "compare_page", "compare_plan", "page_outcome", "plan_outcome"]

_Part = TypeVar("_Part", Page, PlanRecord)


class Outcome(NamedTuple):
    """The change of a plan or page with its evidence (None for nothing), as people read it, and findings."""

    change: Change | None = None
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan_outcome(
    book: str, before: PlanRecord, changes: Sequence[Change], corrections: Sequence[Correction]
) -> Outcome:
    """Return what comes of the changes of a plan's fields and lists; what gets wrong by them is a finding.

    Raises RecordError for what no record can say, such as a plan combined into itself.
    """
    if not changes:
        return Outcome()
    places = _Places(book, corrections)
    change, after = _with_evidence(before, changes)
    check_plan(after, lambda path: str(places.of(path)))
    findings = [*_new_findings(before, after, places), *_misnamed(before, after, places)]
    return Outcome(change, tuple(corrections), tuple(findings))


def page_outcome(
    book: str, before: Page, changes: Sequence[Change], corrections: Sequence[Correction]
) -> Outcome:
    """Return what comes of the changes of a page's fields."""
    if not changes:
        return Outcome()
    places = _Places(book, corrections)
    change, after = _with_evidence(before, changes)
    check_page(after, lambda path: str(places.of(path)))
    return Outcome(change, tuple(corrections))


def _with_evidence(before: _Part, changes: Sequence[Change]) -> tuple[Change, _Part]:
    """Return the change with that of the evidence, and the plan or page as it will be."""
    tree = sparse(msgspec.to_builtins(before))
    change = settled(tree, joined(changes))
    after = msgspec.convert(patched(tree, change), type(before))
    evidence = evidence_change(before, after, dict(moved(tree, change)))
    return (joined([change, evidence]) if evidence else change), after


class _Places(NamedTuple):
    """The cells that were changed, by the paths of their fields."""

    book: str
    corrections: Sequence[Correction]

    def of(self, path: str) -> Place:
        """Return the cell of a field, or the first that was changed."""
        found = (one for one in self.corrections if _meets(one.path, path))
        cell = next(found, self.corrections[0]).place if self.corrections else ""
        return Place(f"{self.book}:{cell}")


def _meets(changed: str, path: str) -> bool:
    """Tell whether two paths speak of one part: ``makers[2].code`` and ``makers[1]``, ``period.end`` and ``period``."""
    one, other = (said.partition("[")[0] for said in (changed, path))
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _new_findings(before: PlanRecord, after: PlanRecord, places: _Places) -> Iterator[Finding]:
    """Yield what is wrong in the references and orders of a plan that was not wrong before."""
    schemes, codes = load_schemes().by_slug, load().governments

    def found(plan: PlanRecord) -> Iterable[Finding]:
        return check_plan_references(plan, lambda path: Place(path=path), schemes=schemes, codes=codes)

    known = {(finding.code, finding.text) for finding in found(before)}
    for finding in found(after):
        if (finding.code, finding.text) not in known:
            yield finding._replace(place=places.of(finding.place.path))


def _misnamed(before: PlanRecord, after: PlanRecord, places: _Places) -> Iterator[Finding]:
    """Yield makers that were entered with the code of one government and the name of another."""
    states = load().states
    for maker in after.makers:
        borne = {state.name for state in states.get(maker.code or "", ())}
        if maker not in before.makers and maker.name and borne and maker.name not in borne:
            shown = "、".join(sorted(borne))
            yield MAKER_NAME_DIFFERS.at(places.of("makers"), maker.name, code=maker.code, borne=shown)


class PlanRows(NamedTuple):
    """The rows of one plan: that of the sheet of plans, and those of each list's sheet, by its title."""

    own: SheetRow | None
    items: Mapping[str, Sequence[SheetRow]]


class _Met(NamedTuple):
    """What rows say: changes of fields and lists, as people read them, and findings."""

    changes: list[Change]
    corrections: list[Correction]
    findings: list[Finding]


def compare_plan(owner: Owner, plan: PlanRecord, rows: PlanRows) -> Outcome:
    """Return what the rows of a plan change in its record."""
    met = _Met([], [], [])
    if rows.own is None:
        met.findings.append(ROW_GONE.at(Place(f"{owner.book}:{PLANS.title.ja}"), owner.title or owner.plan))
    else:
        _take_cells(met, owner, rows.own, plan_row(plan))
        shown = shown_of_plan(plan, owner.plan, owner.file)
        met.findings.extend(misread_shown(owner, rows.own, shown))
        _settle_period(met, owner, rows.own, plan)
    for sheet in list_sheets():
        if sheet.title.ja in rows.items:
            compared = compare_items(owner, sheet, plan, rows.items[sheet.title.ja])
            met.changes.extend([at_path(sheet.holds, compared.change)] if compared.change else [])
            met.corrections.extend(compared.corrections)
            met.findings.extend(compared.findings)
    conflict = _conflict(met, owner, rows.own, plan)
    if conflict is not None:
        return conflict
    outcome = plan_outcome(owner.book, plan, met.changes, met.corrections)
    return outcome._replace(findings=(*met.findings, *outcome.findings))


def compare_page(owner: Owner, page: Page, row: SheetRow) -> Outcome:
    """Return what the row of a page changes in its record."""
    met = _Met([], [], [])
    _take_cells(met, owner, row, page_row(page))
    met.findings.extend(misread_shown(owner, row, shown_of_page(page, owner.file)))
    conflict = _conflict(met, owner, row, page)
    if conflict is not None:
        return conflict
    outcome = page_outcome(owner.book, page, met.changes, met.corrections)
    return outcome._replace(findings=(*met.findings, *outcome.findings))


def _take_cells(met: _Met, owner: Owner, row: SheetRow, said: Row) -> None:
    """Take the cells of a plan's or page's row; an empty row changes nothing."""
    texts = (text_of(written(column, said.values.get(column.field))) for column in row.sheet.values)
    if is_blank(row) and any(texts):
        met.findings.append(ROW_EMPTY.at(_at(owner, row), owner.title or owner.plan or owner.file))
        return
    for found in changed_cells(owner, row, said):
        if isinstance(found, Changed):
            met.changes.append(at_path(found.column.field, found.put))
            met.corrections.append(owner.changed(row, found, found.column.field))
        else:
            met.findings.append(found)


def _settle_period(met: _Met, owner: Owner, row: SheetRow, plan: PlanRecord) -> None:
    """Let a period go with its last day, since its precision alone says nothing."""
    change = joined(met.changes).changes.get("period")
    if not isinstance(change, Fields):
        return
    days = [
        change.changes.get(name, getattr(plan.period, name, None)) not in {None, REMOVED}
        for name in ("start", "end")
    ]
    if any(days):
        return
    met.changes[:] = [
        one for one in met.changes if not isinstance(one, Fields) or "period" not in one.changes
    ]
    if plan.period is not None:
        met.changes.append(at_path("period", REMOVED))
    else:
        met.findings.append(PERIOD_EMPTY.at(_at(owner, row)))


def _conflict(met: _Met, owner: Owner, row: SheetRow | None, part: PlanRecord | Page) -> Outcome | None:
    """Return the outcome for a record that is not what the workbook was written from, None where it is."""
    written = row.cell(CHECK).text if row else ""
    if written == fingerprint(part):
        return None
    name = owner.title or owner.plan or owner.file
    where = _at(owner, row) if row else Place(f"{owner.book}:{PLANS.title.ja}")
    if not met.corrections and not any(finding.severity == "violation" for finding in met.findings):
        shown = tuple(finding for finding in met.findings if row is None)
        return Outcome(findings=shown if not written else (RECORD_NEWER.at(where, name),))
    kind = RECORD_CHANGED if written else ROW_CHECK_MISSING
    return Outcome(findings=(kind.at(where, name),))


def _at(owner: Owner, row: SheetRow) -> Place:
    return Place(f"{owner.book}:{row.place}")
