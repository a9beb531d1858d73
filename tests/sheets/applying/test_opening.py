"""Workbooks that cannot be read, or are none of ours."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from saisei_lod.errors import InputError
from saisei_lod.sheets.applying.book import open_book


def test_a_workbook_of_ours_gives_its_rows(desk: Any) -> None:
    """Rows by sheet, cells by field, each with its place."""
    book = open_book(desk.file)
    first = book.rows["計画"][0]
    assert (book.name, len(book.rows), first.place) == ("F.xlsx", 9, "計画!A3")
    assert (first.cells["title"].text, first.cells["title"].place) == ("山の港町の計画", "計画!B3")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"title,day\n",
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),  # .xls, or a workbook with a password
        b"PK\x03\x04 damaged",
    ],
)
def test_what_is_no_workbook_says_what_to_do(tmp_path: Path, data: bytes) -> None:
    """Other files, damaged and protected ones are named with what was expected."""
    path = tmp_path / "F.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        open_book(path)
    assert caught.value.where == "F.xlsx"
    assert all([caught.value.expected, caught.value.todo])
    assert data.startswith(b"PK") or "no workbook written by saisei" in caught.value.what.en


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    """The message asks to close the workbook too, since Excel locks it."""
    for path in (tmp_path / "no.xlsx", tmp_path):
        with pytest.raises(InputError) as caught:
            open_book(path)
        assert caught.value.where == str(path)
        assert caught.value.todo is not None
        assert "Excel" in caught.value.todo.ja


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    """A list of plans that someone else made is no workbook of ours, whatever its sheets are called."""
    book = openpyxl.Workbook()
    book.create_sheet("はじめに")
    book.create_sheet("計画")
    book.save(tmp_path / "F.xlsx")
    with pytest.raises(InputError, match="no workbook written by saisei sheet write"):
        open_book(tmp_path / "F.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """The limits of reading hold here too."""
    path = tmp_path / "F.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 50_000_000)
    with pytest.raises(InputError, match="limit of reading"):
        open_book(path)


def test_the_first_sheet_may_be_gone(desk: Any) -> None:
    """An officer who deletes the introduction has done no harm."""
    del desk.book["はじめに"]
    desk.book.save(desk.file)
    assert len(open_book(desk.file).rows["計画"]) == 2
