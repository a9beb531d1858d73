"""Read the ministry's workbook of codes (総務省 都道府県コード及び市区町村コード, XLSX).

Its first sheet lists prefectures and municipalities, its second the designated cities with their wards.
Kana are half-width, with known errors of small kana (ﾆﾖｳ for ﾆｮｳ): the workbook checks the tables and
fills kana that are unknown, it never overwrites a reading.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from zipfile import BadZipFile

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.findings.model import Finding, Place
from saisei_lod.findings.registry import CHECK_DIGIT_WRONG, CODE_UNKNOWN, NAME_DIFFERS, OFFICIAL_MISSING
from saisei_lod.registry.building.decoding import MOST_BYTES
from saisei_lod.registry.building.reviewed import read_namer
from saisei_lod.registry.building.writing import write_registry
from saisei_lod.registry.codes import check_digit
from saisei_lod.registry.model import Government
from saisei_lod.registry.tables import Registry, read

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["MinistryImport", "MinistryRow", "import_ministry", "read_ministry"]

_HEADER: Final = (
    "団体コード",
    "都道府県名(漢字)",
    "市区町村名(漢字)",
    "都道府県名(カナ)",
    "市区町村名(カナ)",
)
_HIRAGANA: Final = str.maketrans({chr(sign): chr(sign - 0x60) for sign in range(0x30A1, 0x30F7)})
#: No list of Japan's local governments has more rows; beyond it the workbook is another.
_MOST_ROWS: Final = 10_000
_DIGITS: Final = 6


class MinistryRow(NamedTuple):
    """One row: 5-digit code, its check digit, name as printed (札幌市中央区 for a ward), kana in hiragana."""

    code: str
    digit: str
    name: str
    kana: str


class MinistryImport(NamedTuple):
    """The rows of the workbook, the codes whose kana were filled in, and what differs."""

    rows: tuple[MinistryRow, ...]
    filled: tuple[str, ...]
    findings: tuple[Finding, ...]


def import_ministry(path: Path, folder: Path) -> MinistryImport:
    """Compare a folder's tables with the ministry's workbook, and fill in kana that they lack.

    A code that the tables lack is a finding: the workbook tells no day, e-Stat's list of 廃置分合 does.
    """
    rows = read_ministry(path)
    registry = read(folder)
    findings = [*_wrong_digits(rows, path), *_differences(registry, rows, path)]
    filled = {row.code: row.kana for row in rows if _lacks_kana(registry, row)}
    if filled:
        write_registry(folder, _with_kana(registry, filled, folder))
    return MinistryImport(tuple(rows), tuple(sorted(filled)), tuple(findings))


def read_ministry(path: Path) -> list[MinistryRow]:
    """Return the rows of both sheets, each code once.

    Raises EnvironmentFault where openpyxl is missing, InputError where the file is no such workbook.
    """
    rows = {row.code: row for sheet in _sheets(path) for row in _rows(sheet)}
    if not rows:
        raise _no_workbook(path, "団体コード")
    return sorted(rows.values())


def _sheets(path: Path) -> Iterator["Worksheet"]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an optional extra
        from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415
    except ImportError as error:
        raise EnvironmentFault(
            Bilingual("XLSX を読むには openpyxl が必要です。", "Reading XLSX needs the package openpyxl."),
            todo=Bilingual(
                "pip install 'saisei-lod[xlsx]' を実行してください。", "Run pip install 'saisei-lod[xlsx]'."
            ),
        ) from error
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _no_workbook(path, f"> {MOST_BYTES} bytes")
        book = load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise _no_workbook(path, str(error)) from error
    yield from book.worksheets


def _rows(sheet: "Worksheet") -> Iterator[MinistryRow]:
    """Yield the rows below the header of a sheet; nothing of a sheet without it."""
    columns: list[int] | None = None
    for number, cells in enumerate(sheet.iter_rows(values_only=True)):
        if number > _MOST_ROWS:
            return
        texts = [_folded(cell) for cell in cells]
        if columns is None:
            columns = [texts.index(name) for name in _HEADER] if set(_HEADER) <= set(texts) else None
        elif code := _code(texts[columns[0]]):
            prefecture, name, prefecture_kana, kana = (texts[column] for column in columns[1:])
            yield MinistryRow(
                code[:5], code[5], name or prefecture, (kana or prefecture_kana).translate(_HIRAGANA)
            )


def _folded(cell: object) -> str:
    """Return a cell as text: full-width kana, no white space (headers break lines), half-width digits."""
    return "".join(unicodedata.normalize("NFKC", "" if cell is None else str(cell)).split())


def _code(text: str) -> str:
    """Return six digits, with the leading 0 that a number cell loses; empty for other text."""
    return text.zfill(_DIGITS) if text.isdigit() and len(text) in {_DIGITS - 1, _DIGITS} else ""


def _wrong_digits(rows: Iterable[MinistryRow], path: Path) -> Iterator[Finding]:
    for row in rows:
        if check_digit(row.code) != row.digit:
            yield CHECK_DIGIT_WRONG.at(Place(str(path)), row.code + row.digit)


def _differences(registry: Registry, rows: Iterable[MinistryRow], path: Path) -> Iterator[Finding]:
    listed: set[str] = set()
    for row in rows:
        listed.add(row.code)
        own = registry.governments.get(row.code)
        if own is None or own.exists_until:
            yield CODE_UNKNOWN.at(Place(str(path)), f"{row.code} {row.name}")
        elif (row.name, row.kana) != (named := _as_listed(registry, own)) and own.kana:
            text, other = " ".join(named), f"{row.name} {row.kana}"
            yield NAME_DIFFERS.at(Place(str(path)), text, code=row.code, other=other)
    for code, own in registry.governments.items():
        if not own.exists_until and code not in listed:
            yield OFFICIAL_MISSING.at(Place(str(path)), f"{code} {own.name}")


def _as_listed(registry: Registry, row: Government) -> tuple[str, str]:
    """Return name and kana as the workbook writes them: a ward after its city."""
    if not row.parent:
        return row.name, row.kana
    city = registry.governments[row.parent]
    return city.name + row.name, city.kana + row.kana


def _lacks_kana(registry: Registry, row: MinistryRow) -> bool:
    own = registry.governments.get(row.code)
    return own is not None and not own.exists_until and not own.kana and row.name == own.name


def _with_kana(registry: Registry, kana: dict[str, str], folder: Path) -> Registry:
    """Return the registry with kana and romaji where they were unknown, in the last state too."""
    governments, states, namer = dict(registry.governments), dict(registry.states), read_namer(folder)
    for code, reading in kana.items():
        row = governments[code]
        romaji = namer.romaji(row.name, reading)
        governments[code] = row._replace(kana=reading, romaji=romaji)
        *former, last = states[code]
        states[code] = (*former, last._replace(kana=reading, romaji=romaji))
    return Registry(governments, states, registry.changes)


def _no_workbook(path: Path, reason: str) -> InputError:
    return InputError(
        Bilingual(
            "総務省の団体コードのブックとして読めません。", "This is not the ministry's workbook of codes."
        ),
        where=f"{path}: {reason[:120]}",
        expected=Bilingual(
            f"列 {'、'.join(_HEADER)} のある XLSX", f"XLSX with the columns {', '.join(_HEADER)}"
        ),
        todo=Bilingual(
            "総務省の「全国地方公共団体コード」から XLSX を取得してください。古い .xls は Excel で保存し直してください。",
            "Download the XLSX from the ministry's page of codes; save an old .xls as .xlsx in Excel.",
        ),
    )
