"""Read what people decided: corrections of the sources, readings of former names, romaji of some."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.registry.building.naming import Namer
from saisei_lod.registry.codes import five_digits
from saisei_lod.registry.model import Government
from saisei_lod.registry.tables import cells

__all__ = [
    "CORRECTIONS",
    "READINGS",
    "ROMAJI",
    "Correction",
    "Corrections",
    "read_corrections",
    "read_namer",
    "read_readings",
]

#: File names of the reviewed tables in data/registry/.
CORRECTIONS: Final = "corrections.tsv"
READINGS: Final = "readings.tsv"
ROMAJI: Final = "romaji.tsv"

#: What a correction may say beside the columns of a government.
_ABOUT_CHANGES: Final = frozenset({"successors", "merged-on", "county-until", "note"})


class Correction(NamedTuple):
    """One reviewed fact that the sources lack or have wrong, with the reason for it.

    ``field`` is a column of :class:`Government`, or ``successors`` (codes that an ended government
    became), ``merged-on`` (the days on which a government that went on was legally made anew, 新設),
    ``county-until`` (a day and the county until then), ``note`` (on the change that ends it).
    """

    code: str
    field: str
    value: str
    reason: str


class Corrections(NamedTuple):
    """All corrections, by field and code."""

    by_field: Mapping[str, Mapping[str, str]]

    def about(self, field: str) -> Mapping[str, str]:
        """Return the values of one field by code."""
        return self.by_field.get(field, {})

    def corrected(self, government: Government) -> Government:
        """Return the government with the columns that corrections give it."""
        columns = {
            name: self.about(name)[government.code]
            for name in Government._fields
            if government.code in self.about(name)
        }
        return government._replace(**columns)


def read_corrections(folder: Path) -> Corrections:
    """Return the corrections of a folder; InputError where a row has no reason or an unknown field."""
    by_field: dict[str, dict[str, str]] = defaultdict(dict)
    for number, row in _numbered(folder / CORRECTIONS, Correction._fields):
        correction = Correction(*row)
        if not correction.reason or correction.field not in {*Government._fields, *_ABOUT_CHANGES}:
            raise _unreviewed(folder / CORRECTIONS, number, correction)
        by_field[correction.field][five_digits(correction.code)] = correction.value
    return Corrections(by_field)


def read_readings(folder: Path) -> dict[str, str]:
    """Return the kana of former governments by code, and of former counties by 07伊達郡."""
    rows = cells(folder / READINGS, ("code", "name", "kana", "source"))
    return {code + name if name.endswith("郡") else code: kana for code, name, kana, _ in rows}


def read_namer(folder: Path) -> Namer:
    """Return the namer with the romaji overrides of a folder."""
    rows = cells(folder / ROMAJI, ("name", "kana", "romaji", "reason"))
    return Namer({(name, kana): romaji for name, kana, romaji, _ in rows})


def _numbered(path: Path, fields: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    return enumerate(cells(path, fields), 2)


def _unreviewed(path: Path, number: int, correction: Correction) -> InputError:
    return InputError(
        Bilingual(
            f"訂正の行を受け取れません: {correction.code} {correction.field}",
            f"This correction is refused: {correction.code} {correction.field}",
        ),
        where=f"{path}:{number}",
        expected=Bilingual(
            f"項目は {' '.join(sorted(_ABOUT_CHANGES))} または表の列名、理由は必須",
            f"a field of {' '.join(sorted(_ABOUT_CHANGES))} or a column of the table, and a reason",
        ),
        todo=Bilingual("項目名を直すか、理由を書いてください。", "Correct the field or write the reason."),
    )
