"""What a workbook changes: as people read it before anything is written, and before it becomes a patch."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, Literal, NamedTuple

from saisei_lod.errors import Bilingual, Language
from saisei_lod.sheets.applying.book import SheetRow
from saisei_lod.sheets.cells.forms import cut, written
from saisei_lod.sheets.cells.layout import Column
from saisei_lod.sheets.cells.values import text_of
from saisei_lod.sheets.files.patches import REMOVED, Put, Removed

__all__ = ["Changed", "Correction", "CorrectionKind", "Owner", "RowChanges", "as_text"]


class Changed(NamedTuple):
    """A cell that says something else than the record."""

    column: Column
    before: object
    after: object

    @property
    def put(self) -> Put | Removed:
        """The change of the field."""
        return REMOVED if self.after is None else Put(self.after)

    @property
    def texts(self) -> tuple[str, str]:
        """Before and after as cells show them."""
        return text_of(written(self.column, self.before)), text_of(written(self.column, self.after))


class RowChanges(NamedTuple):
    """What the rows of a sheet change in a list: cells by row number, rows that go, values of rows that come."""

    changed: dict[str, list[Changed]]
    deleted: set[str]
    added: list[dict[str, object]]


CorrectionKind = Literal["changed", "added", "deleted"]

_KINDS: Final[dict[CorrectionKind, Bilingual]] = {
    "changed": Bilingual("{before} → {after}", "{before} → {after}"),
    "added": Bilingual("行を追加: {after}", "new row: {after}"),
    "deleted": Bilingual("行を削除: {before}", "row deleted: {before}"),
}
#: Characters of a value that a line repeats.
_LONGEST_SHOWN: Final = 400
_NOTHING: Final = Bilingual("(なし)", "(nothing)")
_PAGE: Final = Bilingual("(ページ)", "(page)")
_NONE: Final = Bilingual("変更はありません。", "Nothing changes.")
_COUNT: Final = Bilingual("{count} か所を変更します。", "{count} changes.")


class Correction(NamedTuple):
    """One value that changes, or one row that is added or deleted.

    ``plan`` is the plan's key and ``title`` its title, both "" for a page; ``place`` is the cell
    (``計画!D5``), ``field`` the heading of sheet and column, ``path`` the field within the plan or page.
    """

    file: str
    plan: str
    title: str
    place: str
    field: Bilingual
    before: str
    after: str
    path: str
    kind: CorrectionKind = "changed"


class Owner(NamedTuple):
    """The plan or page that a row belongs to, as corrections name it; ``book`` is the workbook's name."""

    book: str
    file: str
    plan: str
    title: str

    def changed(self, row: SheetRow, cell: Changed, path: str) -> Correction:
        """Return the correction of one cell."""
        sheet, column = row.sheet.title, cell.column
        field = Bilingual(f"{sheet.ja} {column.name.ja}", f"{sheet.en}: {column.name.en}")
        place = row.place_of(column)
        return Correction(self.file, self.plan, self.title, place, field, *cell.texts, path)

    def row_correction(self, row: SheetRow, kind: CorrectionKind, said: str) -> Correction:
        """Return the correction that adds or deletes a row, which says what is given."""
        before, after = ("", said) if kind == "added" else (said, "")
        place = row.place_of(row.sheet.values[0])
        return Correction(
            self.file, self.plan, self.title, place, row.sheet.title, before, after, row.sheet.holds, kind
        )


def as_text(corrections: Iterable[Correction], language: Language) -> str:
    """Return corrections as lines, by file and plan, with their number at the end."""
    listed = list(corrections)
    if not listed:
        return _NONE.in_language(language) + "\n"
    return (
        "\n".join([*_lines(listed, language), "", _COUNT.filled(count=len(listed)).in_language(language)])
        + "\n"
    )


def _lines(corrections: list[Correction], language: Language) -> Iterator[str]:
    for file, of_file in groupby(corrections, key=lambda one: one.file):
        yield file
        for (plan, title), ours in groupby(of_file, key=lambda one: (one.plan, one.title)):
            yield f"  {title} ({plan})" if plan else f"  {_PAGE.in_language(language)} {title}"
            for one in ours:
                said = {"before": _shown(one.before, language), "after": _shown(one.after, language)}
                what = _KINDS[one.kind].in_language(language).format(**said)
                yield f"    {one.field.in_language(language)} [{one.place}]: {what}"


def _shown(text: str, language: Language) -> str:
    return cut(text.replace("\n", "⏎"), _LONGEST_SHOWN) if text else _NOTHING.in_language(language)
