"""Files and containers."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.reading.containers.kinds import read_container, read_file


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
    ("data", "name", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "list.xls", "password-protected Office"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "page.html", "binary"),
        (b"\x1f\x8b\x08\x00" + bytes(range(256)), "page.csv", "binary"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;", "page.mhtml", "MHTML"),
    ],
)
def test_what_is_no_page_is_refused_by_kind(data: bytes, name: str, kind: str) -> None:
    """Old Office files, browser archives and binary ones are named, whatever the file is called."""
    with pytest.raises(InputError) as raised:
        read_container(data, name)
    assert kind in raised.value.text("en")
    assert name in raised.value.text("ja")


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ("<!DOCTYPE html><p>計画", "page.bin", ["計画"]),
        ("\ufeff\n <!-- <p>保存 --> <HTML lang=ja><p>計画", "page", ["計画"]),
        ("<?xml version='1.0'?><html><p>計画</p></html>", "stdin", ["計画"]),
        ("<div>計画</div>", "stdin", ["計画"]),
        ("計画<br>期間", "page.htm", ["計画", "期間"]),
        ("計画<br>期間", "page.txt", ["計画<br>期間"]),
        ("<計画>", "page.txt", ["<計画>"]),
        ("計画,期間", "page.csv", ["計画,期間"]),
    ],
)
def test_text_is_told_by_its_first_tag_else_by_its_name(text: str, name: str, lines: list[str]) -> None:
    """A tag of HTML at the beginning tells HTML; a name helps where the bytes do not decide."""
    assert [line.text for line in read_container(text.encode(), name).lines] == lines


def test_html_in_utf16_is_told_by_its_mark() -> None:
    """The zeros of UTF-16 make no binary file."""
    page = read_container("<html><p>計画".encode("utf-16"), "page")
    assert ([line.text for line in page.lines], page.encoding) == (["計画"], "utf-16-le")


def test_a_name_alone_makes_no_table_of_html() -> None:
    """Bytes that tell HTML are HTML, even where a program calls them .csv."""
    assert read_container(b"<html><p>plan", "list.csv").lines[0].text == "plan"


def test_anything_else_is_plain_text() -> None:
    """Text needs no signature."""
    assert [line.text for line in read_container("計画".encode(), "page.txt").lines] == ["計画"]
