"""Files and containers."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.reading.containers import read_container, read_file


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """read_file returns the bytes as they stand."""
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbfa\r\n")
    assert read_file(path) == b"\xef\xbb\xbfa\r\n"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message holds the file's name and advice."""
    with pytest.raises(InputError) as raised:
        read_file(tmp_path / "none.txt")
    assert "none.txt" in raised.value.text("ja")
    assert "ファイル名" in raised.value.text("ja")


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    """A folder is said to be one."""
    with pytest.raises(InputError) as raised:
        read_file(tmp_path)
    assert "folder" in raised.value.text("en")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\xef\xbb\xbf\n<html lang=ja>", "HTML"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
    ],
)
def test_containers_of_later_versions_are_refused_by_name(data: bytes, kind: str) -> None:
    """HTML, PDF and ZIP are recognised by their first bytes and refused with advice."""
    with pytest.raises(InputError) as raised:
        read_container(data, "page.bin")
    assert kind in raised.value.text("en")
    assert "page.bin" in raised.value.text("ja")


def test_anything_else_is_plain_text() -> None:
    """Text needs no signature."""
    assert [line.text for line in read_container("計画".encode(), "page.txt").lines] == ["計画"]
