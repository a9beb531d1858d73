"""Compare rows with what the record says, cell by cell, and the rows of a list with its items."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.sheets import (
    CELL_EMPTY,
    ITEM_TWICE,
    ROW_EMPTY,
    ROW_GONE,
    ROW_NUMBER_UNKNOWN,
    ROW_TWICE,
    ROWS_DISAGREE,
    SHOWN_CHANGED,
)
from saisei_lod.records.model import PlanRecord
from saisei_lod.sheets.applying.book import SheetRow
from saisei_lod.sheets.applying.corrections import Changed, Correction, CorrectionKind, Owner, RowChanges
from saisei_lod.sheets.applying.indicators import disagreeing, indicator_change
from saisei_lod.sheets.cells.forms import Wrong, cut, is_same, read, written
from saisei_lod.sheets.cells.layout import CHECK, DELETE, FILE, KEY, NUMBER, Column, Form, Sheet
from saisei_lod.sheets.cells.rows import INDICATORS, Row, rows_of, shown_of_row
from saisei_lod.sheets.cells.values import Cell, text_of
from saisei_lod.sheets.files.patches import Change, Fields, Items

__all__ = ["Compared", "changed_cells", "compare_items", "is_blank", "misread_shown"]

#: Characters of a cell that a message repeats.
_LONGEST_SHOWN: Final = 60
#: These tell rows apart; all other columns that are shown only repeat what stands elsewhere.
_IDENTITY: Final = frozenset({KEY, FILE, NUMBER, CHECK})


def is_blank(row: SheetRow) -> bool:
    """Tell whether all values of a row are empty."""
    return not any(row.cell(column).text or row.cell(column).is_uncomputed for column in row.sheet.values)


def changed_cells(owner: Owner, row: SheetRow, said: Row) -> Iterator[Changed | Finding]:
    """Yield the cells of a row that say something else than the record, and what cannot be understood."""
    for column in row.sheet.values:
        before = said.values.get(column.field)
        cell = row.cell(column)
        if not row.has(column) or (is_same(column, cell, before) and not cell.is_uncomputed):
            continue
        after = _read(owner, column, cell)
        if isinstance(after, Finding):
            yield after
        elif after is None and column.is_needed:
            yield CELL_EMPTY.at(
                _place(owner, cell.place), cut(str(before), _LONGEST_SHOWN), column=column.name.ja
            )
        elif after != (None if before is False else before):
            yield Changed(column, before, after)
            yield from _lost_basis(row, column, after, said)


def _lost_basis(row: SheetRow, column: Column, after: object, said: Row) -> Iterator[Changed]:
    """Yield the basis of a value that goes: without the value it says nothing."""
    field = f"{column.field}_basis"
    basis = next((one for one in row.sheet.values if one.field == field), None)
    before = said.values.get(field)
    if (
        after is None
        and basis
        and before is not None
        and (is_same(basis, row.cell(basis), before) or not row.has(basis))
    ):
        yield Changed(basis, before, None)


def read_row(owner: Owner, row: SheetRow) -> tuple[dict[str, object], list[Finding]]:
    """Return the values of a new row by field, and what cannot be understood."""
    values: dict[str, object] = {}
    findings = []
    for column in row.sheet.values:
        value = _read(owner, column, row.cell(column))
        if isinstance(value, Finding):
            findings.append(value)
        elif value is not None:
            values[column.field] = value
        elif column.is_needed:
            findings.append(CELL_EMPTY.at(_place(owner, row.place_of(column)), "-", column=column.name.ja))
    return values, findings


def misread_shown(owner: Owner, row: SheetRow, shown: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the cells that are there to read only and that a person changed."""
    for column in row.sheet.columns:
        if column.form is not Form.SHOWN or column in _IDENTITY or not row.has(column):
            continue
        said = row.cell(column).text
        if said and said != text_of(cut(shown.get(column.field, ""))):
            yield SHOWN_CHANGED.at(
                _place(owner, row.place_of(column)), cut(said, _LONGEST_SHOWN), column=column.name.ja
            )


def problem(owner: Owner, column: Column, cell: Cell, wrong: Wrong) -> Finding:
    """Return what is wrong in a cell as a finding at its place."""
    data = {"near": "", "choices": "", "form": "", "code": ""} | dict(wrong.data)
    return wrong.kind.at(
        _place(owner, cell.place), cut(cell.text, _LONGEST_SHOWN), column=column.name.ja, **data
    )


def _read(owner: Owner, column: Column, cell: Cell) -> object:
    value = read(column, cell)
    return problem(owner, column, cell, value) if isinstance(value, Wrong) else value


def _place(owner: Owner, where: str) -> Place:
    return Place(f"{owner.book}:{where}")


_SEPARATOR: Final = " / "


class Compared(NamedTuple):
    """A change of a list (None for nothing), as people read it, and what was found on the way."""

    change: Change | None
    corrections: list[Correction]
    findings: list[Finding]


def compare_items(owner: Owner, sheet: Sheet, plan: PlanRecord, rows: Sequence[SheetRow]) -> Compared:
    """Return what the rows of a sheet change in a plan's list."""
    comparison = _Comparison(owner, sheet, plan)
    for row in rows:
        comparison.take(row)
    comparison.finish()
    changes = comparison.changes
    change = indicator_change(plan.indicators, changes) if sheet.holds == INDICATORS else _change(changes)
    return Compared(change, comparison.corrections, comparison.findings)


def _change(changes: RowChanges) -> Items | None:
    """Return the change of a list whose rows are its items."""
    changed = {int(number) - 1: _item_change(cells) for number, cells in changes.changed.items()}
    removed = frozenset(int(number) - 1 for number in changes.deleted)
    added = [values.get("", values) for values in changes.added]
    return Items(changed, removed, added) if changed or removed or added else None


def _item_change(cells: Iterable[Changed]) -> Change:
    found = {cell.column.field: cell.put for cell in cells}
    return found[""] if "" in found else Fields(found)


def _said(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None and value is not False}


class _Comparison:
    """Take the rows of one plan in one sheet, one after another."""

    def __init__(self, owner: Owner, sheet: Sheet, plan: PlanRecord) -> None:
        self._owner = owner
        self._sheet = sheet
        self._plan = plan
        self._said = {row.number: row for row in rows_of(plan, sheet)}
        self._met: dict[str, str] = {}
        self._new: list[tuple[SheetRow, dict[str, object]]] = []
        self.changes = RowChanges({}, set(), [])
        self.corrections: list[Correction] = []
        self.findings: list[Finding] = []

    def take(self, row: SheetRow) -> None:
        """Compare one row with the item that its number names, or take it as a new one."""
        delete = read(DELETE, row.cell(DELETE))
        if isinstance(delete, Wrong):
            self.findings.append(problem(self._owner, DELETE, row.cell(DELETE), delete))
            return
        number = text_of(row.cell(NUMBER).value)
        said = self._said.get(number)
        if not number:
            self._add(row, is_deleted=bool(delete))
        elif number in self._met:
            self._find(ROW_TWICE.at(self._at(row), self._name(number), first=self._met[number]))
        elif said is None:
            self._find(ROW_NUMBER_UNKNOWN.at(self._at(row), number))
        else:
            self._met[number] = row.place
            self._compare(row, said, is_deleted=bool(delete))

    def finish(self) -> None:
        """Take the new rows, and tell of what no row stands for and of rows that disagree."""
        missing = {
            number: _said(said.values) for number, said in self._said.items() if number not in self._met
        }
        for row, values in self._new:
            same = next((number for number, said in missing.items() if said == values), None)
            if same is not None:  # the workbook was applied before: the row is there already
                del missing[same]
            else:
                self.changes.added.append(values)
                self._correct(row, "added", values)
        where = Place(f"{self._owner.book}:{self._sheet.title.ja}")
        for number in missing:
            self._find(ROW_GONE.at(where, self._name(number)))
        self._find_doubles()
        for number, cell in disagreeing(self.changes.changed) if self._sheet.holds == INDICATORS else ():
            where = Place(f"{self._owner.book}:{self._met[number]}")
            self._find(ROWS_DISAGREE.at(where, cell.texts[1], column=cell.column.name.ja))

    def _find_doubles(self) -> None:
        """Tell of a government or scheme that a correction gives the list twice."""
        column = self._sheet.values[0]
        if column.field not in {"", "code"}:
            return
        listed = [(number, said.values.get(column.field)) for number, said in self._said.items()]
        before = Counter(value for _, value in listed)
        cells = {
            number: cell.after
            for number, changed in self.changes.changed.items()
            for cell in changed
            if cell.column is column
        }
        kept = [cells.get(number, value) for number, value in listed if number not in self.changes.deleted]
        after = Counter([*kept, *(values.get(column.field) for values in self.changes.added)])
        where = Place(f"{self._owner.book}:{self._sheet.title.ja}")
        for value, count in after.items():
            if value is not None and count > max(1, before[value]):
                self._find(ITEM_TWICE.at(where, text_of(written(column, value))))

    def _compare(self, row: SheetRow, said: Row, *, is_deleted: bool) -> None:
        shown = shown_of_row(said, self._plan, self._owner.plan, self._owner.file)
        self.findings += misread_shown(self._owner, row, shown)
        if is_deleted:
            self.changes.deleted.add(said.number)
            self._correct(row, "deleted", said.values)
        elif is_blank(row) and self._summary(said.values):
            self._find(ROW_EMPTY.at(self._at(row), self._name(said.number)))
        else:
            self._compare_cells(row, said)

    def _compare_cells(self, row: SheetRow, said: Row) -> None:
        for found in changed_cells(self._owner, row, said):
            if isinstance(found, Finding):
                self._find(found)
                continue
            self.changes.changed.setdefault(said.number, []).append(found)
            path = f"{self._sheet.holds}[{said.number}].{found.column.field}".rstrip(".")
            self.corrections.append(self._owner.changed(row, found, path))

    def _add(self, row: SheetRow, *, is_deleted: bool) -> None:
        if is_deleted or is_blank(row):
            return
        values, findings = read_row(self._owner, row)
        self.findings += findings
        if not findings:
            self._new.append((row, values))

    def _correct(self, row: SheetRow, kind: CorrectionKind, values: Mapping[str, object]) -> None:
        self.corrections.append(self._owner.row_correction(row, kind, self._summary(values)))

    def _summary(self, values: Mapping[str, object]) -> str:
        texts = (text_of(written(column, values.get(column.field))) for column in self._sheet.values)
        return _SEPARATOR.join(filter(None, texts))

    def _name(self, number: str) -> str:
        title = self._owner.title or self._owner.plan
        return f"{title} {self._sheet.title.ja} {number} ({self._summary(self._said[number].values)})"

    def _at(self, row: SheetRow) -> Place:
        return Place(f"{self._owner.book}:{row.place}")

    def _find(self, finding: Finding) -> None:
        self.findings.append(finding)
