"""Opening record files."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.records.files import decoded, read_text

_LIMIT = 1000


def _refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_text(path, _LIMIT)
    return caught.value


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    """Editors on Windows put a byte order mark before the text; it is no part of it."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "計画".encode())
    assert read_text(path, _LIMIT) == "計画"


def test_broken_utf8_is_refused_with_its_line(tmp_path: Path) -> None:
    """A byte that is no UTF-8 is named with its line."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"page:\n  title: \xffa\x81\n")
    error = _refused(path)
    assert (error.where, "0xFF" in error.text("en"), "0xFF" in error.text("ja")) == (f"{path}:2", True, True)


@pytest.mark.parametrize(("encoding", "name"), [("cp932", "Shift_JIS"), ("utf-16", "UTF-16")])
def test_an_encoding_that_can_be_guessed_is_named(encoding: str, name: str, tmp_path: Path) -> None:
    """Files saved as Shift_JIS or UTF-16 are told so."""
    path = tmp_path / "a.yaml"
    path.write_bytes("page:\n  title: 地域再生計画\n".encode(encoding))
    assert name in _refused(path).text("ja")


@pytest.mark.parametrize("content", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content: bytes, tmp_path: Path) -> None:
    """A file that says nothing is an error, not an empty record."""
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert _refused(path).what.en == "The file is empty."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder in a file's place is told so."""
    assert _refused(tmp_path).what.en == "This is a folder, not a record file."


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that does not exist is named."""
    error = _refused(tmp_path / "none.yaml")
    assert error.where == str(tmp_path / "none.yaml")


def test_a_large_file_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    """A file beyond the limit is refused with the limit."""
    path = tmp_path / "a.yaml"
    with path.open("wb") as stream:
        stream.truncate(10_000_000_000)
    error = _refused(path)
    assert error.expected is not None
    assert error.expected.en == "at most 1,000 bytes"


def test_lines_are_counted_from_the_line_given() -> None:
    """A line of a bulk file keeps its number."""
    with pytest.raises(InputError) as caught:
        decoded(b"\xff", "a.jsonl", 7)
    assert caught.value.where == "a.jsonl:7"
