import sys
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from saisei_lod.errors import EnvironmentFault, InputError
from saisei_lod.registry.linking.workbook_rows import cell_text, workbook_rows, write_workbook


def test_rows_come_with_their_values(tmp_path: Path) -> None:
    """Texts, numbers, dates and empty cells of the first sheet come as they are."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["長井市", 6209, None, datetime(2020, 3, 30)])  # noqa: DTZ001 - cells have no zone
    book.active.append(["南陽市"])
    book.create_sheet("other").append(["x"])
    book.save(tmp_path / "in.xlsx")
    first, second = workbook_rows(tmp_path / "in.xlsx")
    assert [cell_text(value) for value in first] == ["長井市", "6209", "", "2020-03-30"]
    assert [cell_text(value) for value in second] == ["南陽市", "", "", ""]


def test_long_text_is_cut_at_the_limit_of_a_cell(tmp_path: Path) -> None:
    """Excel refuses a cell of more than 32,767 characters."""
    write_workbook(tmp_path / "out.xlsx", [["市" * 40_000]])
    (row,) = workbook_rows(tmp_path / "out.xlsx")
    assert len(str(row[0])) == 32_767


@pytest.mark.parametrize("data", [b"", b"name,code\n", b"PK\x03\x04broken"])
def test_file_that_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    """A CSV or a broken archive with the ending .xlsx is named as what it is not."""
    path = tmp_path / "in.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match="cannot be read"):
        next(workbook_rows(path))


def test_a_workbook_of_many_megabytes_is_refused(tmp_path: Path) -> None:
    """A small file that unpacks to a large one is not unpacked; the message names the limit."""
    path = tmp_path / "in.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + b"0" * 120_000_000)
    with pytest.raises(InputError, match="size of the XLSX unpacked"):
        next(workbook_rows(path))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A workbook that is not there cannot be opened."""
    with pytest.raises(InputError, match="cannot be opened"):
        next(workbook_rows(tmp_path / "no.xlsx"))


def test_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without openpyxl the message says how to install it."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(EnvironmentFault) as error:
        next(workbook_rows(tmp_path / "in.xlsx"))
    assert "saisei-lod[xlsx]" in str(error.value)
