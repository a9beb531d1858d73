"""Put sheets together into an Excel workbook (ISO/IEC 29500-1 and -2) with the same bytes everywhere.

The parts are stored in the ZIP without compression and dated 1980-01-01, and nothing tells program,
person or time: so no compressor's version and no clock is in the bytes.
"""

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from saisei_lod.serialization.sink import disk_faults
from saisei_lod.tables.sheets import HEAD, MAIN, STYLES

__all__ = ["write_workbook"]

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
#: The earliest time that a ZIP can state.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MANY: Final = 1 << 31
_BUFFER: Final = 1 << 20


def write_workbook(path: Path, sheets: Sequence[tuple[str, Path]]) -> None:
    """Write a workbook of the sheets given by name and file, and remove the files.

    Raises EnvironmentFault where the disk fails.
    """
    names = [name for name, _ in sheets]
    with disk_faults(path), zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for part, text in _parts(names):
            archive.writestr(_entry(part), text)
        for number, (_, source) in enumerate(sheets, 1):
            size = source.stat().st_size
            with (
                source.open("rb") as file,
                archive.open(_entry(_sheet(number)), "w", force_zip64=size >= _MANY) as part_file,
            ):
                shutil.copyfileobj(file, part_file, _BUFFER)
            source.unlink()


def _sheet(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.create_system = _UNIX
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED
    return entry


def _parts(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return the parts of the package around the sheets."""
    numbers = range(1, len(names) + 1)
    overrides = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    overrides += [(f"/{_sheet(number)}", "worksheet") for number in numbers]
    kinds = [f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in overrides]
    sheets = [
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, names, strict=True)
    ]
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    types = (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(kinds)}</Types>"
    )
    return [
        ("[Content_Types].xml", types),
        ("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}"><sheets>{"".join(sheets)}</sheets></workbook>',
        ),
        ("xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")])),
        ("xl/styles.xml", STYLES),
    ]


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    related = [
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    ]
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(related)}</Relationships>'
