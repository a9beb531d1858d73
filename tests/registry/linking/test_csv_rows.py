from pathlib import Path

import pytest

from saisei_lod.errors import InputError, UsageError
from saisei_lod.registry.linking.csv_rows import csv_rows, delimiter_of, encoding_of


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("名\n長井市".encode(), "utf-8"),
        ("名\n長井市".encode("utf-8-sig"), "utf-8-sig"),
        ("名\n長井市".encode("cp932"), "cp932"),
        ("名\n髙﨑①".encode("cp932"), "cp932"),
        ("名\n長井市".encode("utf-16"), "utf-16"),
        (b"", "utf-8"),
    ],
)
def test_encoding_is_found(tmp_path: Path, data: bytes, encoding: str) -> None:
    """UTF-8 with and without mark, CP932 and UTF-16 are told apart by their bytes."""
    path = tmp_path / "in.csv"
    path.write_bytes(data)
    assert encoding_of(path) == encoding


def test_encoding_asked_for_is_taken(tmp_path: Path) -> None:
    """An encoding that is asked for is used; a mark before UTF-8 is no part of the text."""
    path = tmp_path / "in.csv"
    path.write_bytes("名\n".encode("utf-8-sig"))
    assert list(csv_rows(path, encoding_of(path, "UTF8"), ",")) == [["名"]]


def test_unknown_encoding_is_refused(tmp_path: Path) -> None:
    """An encoding that does not exist is a wrong option."""
    with pytest.raises(UsageError, match="no such encoding"):
        encoding_of(tmp_path / "in.csv", "utf-9")


def test_bytes_of_no_encoding_are_refused(tmp_path: Path) -> None:
    """Bytes that neither UTF-8 nor CP932 reads are refused, with what to do."""
    path = tmp_path / "in.csv"
    path.write_bytes(b"\xff\xff\x81")
    with pytest.raises(InputError, match="encoding"):
        encoding_of(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError) as error:
        encoding_of(tmp_path / "none.csv")
    assert error.value.where.endswith("none.csv")


def test_line_of_the_fault_is_told(tmp_path: Path) -> None:
    """Where bytes or quoting are wrong the error names the file and a line."""
    path = tmp_path / "in.csv"
    path.write_bytes("名\n".encode("cp932") * 3)
    with pytest.raises(InputError) as error:
        list(csv_rows(path, "utf-8", ","))
    assert error.value.where == f"{path}:1"


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [("a,名;b", ","), ("a\t名\tb,c", "\t"), ("a;名;b", ";"), ("a,b,c\td", ","), ("名", ",")],
)
def test_delimiter_is_that_of_the_column(tmp_path: Path, line: str, delimiter: str) -> None:
    """The delimiter is the one that yields the column, else the one that parts most."""
    path = tmp_path / "in.csv"
    path.write_text(line, encoding="utf-8")
    assert delimiter_of(path, "utf-8", "名") == delimiter
