from pathlib import Path

import pytest
from openpyxl import Workbook

from saisei_lod.errors import InputError
from saisei_lod.registry import load, six_digits
from saisei_lod.registry.building import import_haichi, import_ministry
from saisei_lod.registry.building.ministry import read_ministry
from saisei_lod.registry.tables import read

HEADER = [
    "団体コード",
    "都道府県名\n（漢字）",
    "市区町村名\n（漢字）",
    "都道府県名\n（カナ）",
    "市区町村名\n（カナ）",
]
REGISTRY = load()


def half_width(kana: str) -> str:
    """Return kana as the workbook prints them (the few signs that the tests need)."""
    table = {
        "ほ": "ﾎ",
        "っ": "ｯ",
        "か": "ｶ",
        "い": "ｲ",
        "ど": "ﾄﾞ",
        "う": "ｳ",
        "あ": "ｱ",
        "さ": "ｻ",
        "ひ": "ﾋ",
        "わ": "ﾜ",
        "し": "ｼ",
    }
    return "".join(table.get(sign, sign) for sign in kana)


def workbook(path: Path, extra: list[list[object]] | None = None, leave_out: str = "") -> Path:
    """Write a workbook in the ministry's form: two sheets, of municipalities and of designated cities."""
    book = Workbook()
    first, second = book.active, book.create_sheet("R6.1.1政令指定都市")
    assert first is not None
    first.title = "R6.1.1現在の団体"
    first.append(HEADER)
    second.append(HEADER)
    for code, row in REGISTRY.governments.items():
        if row.exists_until or code == leave_out:
            continue
        prefecture = REGISTRY.government(row.prefecture)
        city = REGISTRY.government(row.parent) if row.parent else None
        name = "" if row.kind == "prefecture" else (city.name if city else "") + row.name
        kana = "" if row.kind == "prefecture" else (city.kana if city else "") + row.kana
        cells = [six_digits(code), prefecture.name, name, half_width(prefecture.kana), half_width(kana)]
        for sheet in (second,) if city else (first, second) if row.kind == "designated-city" else (first,):
            sheet.append(cells)
    for cells_of_test in extra or []:
        first.append(cells_of_test)
    book.save(path)
    return path


def test_workbook_agrees_with_the_tables(tables: Path, tmp_path: Path) -> None:
    """Names and kana of both sheets agree, half-width kana included."""
    result = import_ministry(workbook(tmp_path / "codes.xlsx"), tables)
    assert (len(result.rows), result.filled, result.findings) == (1959, (), ())


def test_number_cell_loses_no_zero(tmp_path: Path) -> None:
    """A code that Excel holds as a number gets its leading 0 back."""
    path = workbook(tmp_path / "codes.xlsx", [[12041, "北海道", "旭川市", "ﾎｯｶｲﾄﾞｳ", "ｱｻﾋｶﾜｼ"]])
    assert ("01204", "1", "旭川市", "あさひかわし") in read_ministry(path)


def test_differences_are_findings(tables: Path, tmp_path: Path) -> None:
    """An unknown code, a wrong check digit, another reading and a missing row are named."""
    extra: list[list[object]] = [
        ["062154", "山形県", "新庄最上市", "", "しんじょうもがみし"],
        ["062099", "山形県", "長井市", "", "なかいし"],
    ]
    result = import_ministry(workbook(tmp_path / "codes.xlsx", extra, leave_out="47382"), tables)
    assert {
        "registry-code-unknown",
        "registry-check-digit-wrong",
        "registry-name-differs",
        "registry-official-missing",
    } == {finding.code for finding in result.findings}


def test_unknown_kana_are_filled(tables: Path, tmp_path: Path, fixtures: Path) -> None:
    """Kana that e-Stat's list does not tell come from the workbook, with romaji, in table and state."""
    import_haichi(fixtures / "haichi_2027.csv", tables)
    path = workbook(tmp_path / "codes.xlsx", [["403440", "福岡県", "須恵湖町", "", "すえこまち"]])
    assert import_ministry(path, tables).filled == ("40344",)
    row, state = read(tables).government("40344"), read(tables).states["40344"][-1]
    assert (row.kana, row.romaji, state.kana, state.romaji) == ("すえこまち", "Sueko", "すえこまち", "Sueko")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    """An empty file, a broken archive and an old .xls are refused with what to do."""
    path = tmp_path / "codes.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"codes\.xlsx"):
        read_ministry(path)


def test_workbook_without_the_columns_is_refused(tmp_path: Path) -> None:
    """A workbook of something else is refused with the columns that were expected."""
    book = Workbook()
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(InputError, match="団体コード"):
        read_ministry(tmp_path / "other.xlsx")
