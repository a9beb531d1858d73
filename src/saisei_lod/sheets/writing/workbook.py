"""Write records as a workbook: a sheet for each part of a record, findings at the very cells.

The same records and findings give the same bytes. Codes and dates are texts: a code keeps its leading 0,
and a month stays a month. Nothing in a cell is ever a formula.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding
from saisei_lod.reading.containers.limits import GRID_CELLS
from saisei_lod.sheets.cells.layout import CHOICES, FINDINGS, INTRODUCTION, SHEETS
from saisei_lod.sheets.gathering import GatheredFile, too_many
from saisei_lod.sheets.writing.front_sheets import About
from saisei_lod.sheets.writing.pointing import Target, notes
from saisei_lod.workbook_parts import with_openpyxl

__all__ = ["ALL", "packed", "to_xlsx"]

#: The first day that a ZIP can hold (APPNOTE 4.4.6).
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CORE: Final = "docProps/core.xml"
_SHEET: Final = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
#: Elements that follow ignoredErrors in a sheet (ECMA-376, part 1, section 18.3.1.99).
_AFTER: Final = re.compile(rb"<(?:smartTags|drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")


def packed(data: bytes, title: str, texts_of_digits: Mapping[int, str]) -> bytes:
    """Return a workbook of openpyxl's with its parts in the same order, without times.

    ``texts_of_digits`` names for a sheet, counted from 1, the range whose codes are text on purpose: Excel
    does not mark them as mistakes then.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w") as written:
        for name in read.namelist():
            part = _core(title) if name == _CORE else read.read(name)
            found = _SHEET.fullmatch(name)
            if found and int(found[1]) in texts_of_digits:
                part = _unmarked(part, texts_of_digits[int(found[1])])
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            written.writestr(info, part)
    return out.getvalue()


def _core(title: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>saisei-lod</dc:creator></cp:coreProperties>"
    ).encode()


def _unmarked(sheet: bytes, reference: str) -> bytes:
    said = f'<ignoredErrors><ignoredError sqref="{reference}" numberStoredAsText="1"/></ignoredErrors>'
    place = _AFTER.search(sheet)
    return sheet if place is None else sheet[: place.start()] + said.encode() + sheet[place.start() :]


#: Whose records, where no city was asked for.
ALL: Final = Bilingual("すべての団体", "all local governments")
#: はじめに and 指摘 stand before the sheets of records.
_BEFORE: Final = 2
#: A workbook must be readable again, with what a spreadsheet program and people add to it.
_MOST_CELLS: Final = GRID_CELLS.most // 2


def to_xlsx(
    files: Sequence[GatheredFile], findings: Iterable[Finding] = (), *, whose: Bilingual = ALL
) -> bytes:
    """Return the bytes of a workbook with the records of ``files`` and what was found in them.

    Findings about other records are left out. Raises UsageError for more rows than can be read again, and
    EnvironmentFault where openpyxl is not installed.
    """
    openpyxl = with_openpyxl()
    from saisei_lod.sheets.writing.front_sheets import fill_choices, fill_findings, fill_introduction  # noqa: PLC0415 - needs it
    from saisei_lod.sheets.writing.record_sheets import fill_sheet  # noqa: PLC0415 - needs it

    book = openpyxl.Workbook()
    book.active.title = INTRODUCTION.ja
    listed = book.create_sheet(FINDINGS.ja)
    found = notes(findings, files)
    marked = {note.target: note for note in found}
    sheets = [book.create_sheet(sheet.title.ja) for sheet in SHEETS]
    ranges = fill_choices(book.create_sheet(CHOICES.ja))
    places: dict[Target, str] = {}
    cells = 0
    for made, sheet in zip(sheets, SHEETS, strict=True):
        places |= fill_sheet(made, sheet, files, marked, ranges)
        cells += made.max_row * made.max_column
    plans = sum(len(file.plans) for file in files)
    if cells > _MOST_CELLS:
        raise too_many(plans * _MOST_CELLS // cells)
    fill_findings(listed, found, places, _titles(files))
    fill_introduction(book.active, About(whose, plans, len(found)))
    out = io.BytesIO()
    book.save(out)
    marks = {
        place: f"A1:{made.dimensions.rpartition(':')[2]}" for place, made in enumerate(sheets, _BEFORE + 1)
    }
    return packed(out.getvalue(), escape(f"地域再生計画の記録: {whose.ja}"), marks)


def _titles(files: Sequence[GatheredFile]) -> dict[tuple[str, str], str]:
    return {(file.name, plan.name): plan.plan.title or plan.name for file in files for plan in file.plans}
