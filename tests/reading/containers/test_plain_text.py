"""Plain text: decoding and lines."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.reading.containers.plain_text import read_text


def test_lines_count_from_one_and_blank_ones_are_left_out() -> None:
    """Line numbers are those of an editor; lines of white space alone are blank."""
    page = read_text("題\n\n\u3000\u00a0\n二行".encode(), "page.txt")
    assert [(line.number, line.text, line.start) for line in page.lines] == [(1, "題", 0), (4, "二行", 6)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_known(end: str) -> None:
    """Unix, Windows and old Macintosh line ends count the same lines."""
    page = read_text(f"一{end}{end}三{end}".encode(), "page.txt")
    assert [(line.number, line.text) for line in page.lines] == [(1, "一"), (3, "三")]


def test_a_byte_order_mark_is_no_text() -> None:
    """The mark before the first line is white space."""
    assert read_text("\ufeff計画".encode(), "page.txt").lines[0].level.strip() == "計画"


def test_control_characters_become_spaces() -> None:
    """What no RDF literal can hold is replaced in its place."""
    assert read_text("計\x00画\x0bの\u2028名".encode(), "page.txt").lines[0].text == "計 画 の 名"


def test_the_hash_is_that_of_the_bytes() -> None:
    """The snapshot is identified by its bytes, line ends and mark included."""
    data = "\ufeff計画\r\n".encode()
    assert read_text(data, "page.txt").sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", "\u3000 \n".encode()])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    """An empty file, and one of white space alone, is an error that names it."""
    with pytest.raises(InputError, match=r"page\.txt"):
        read_text(data, "page.txt")


def test_broken_utf8_is_told_with_byte_and_line() -> None:
    """The message names the first bad byte, its offset and its line."""
    with pytest.raises(InputError) as raised:
        read_text("一行\n二".encode() + b"\xff\n", "page.txt")
    assert raised.value.where == "page.txt:2"
    assert "0xFF at offset 10" in raised.value.text("en")


def test_shift_jis_is_recognised_in_the_advice() -> None:
    """A page in another encoding of Japan is told by its name."""
    with pytest.raises(InputError) as raised:
        read_text("地域再生計画".encode("cp932"), "page.txt")
    assert "cp932" in raised.value.text("ja")


@given(st.text())
def test_any_text_is_cut_into_lines_without_loss(text: str) -> None:
    """Each line stands where it says, and what is left out is white space and control characters."""
    data = text.encode("utf-8", "replace")
    decoded = data.decode()
    try:
        lines = read_text(data, "page.txt").lines
    except InputError:
        assert not any(letter.isalnum() for letter in decoded)
        return
    assert all(len(line.text) == len(line.level) for line in lines)
    kept = "".join(line.text for line in lines)
    assert [c for c in kept if c.isalnum()] == [c for c in decoded if c.isalnum()]
