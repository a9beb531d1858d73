"""Encodings: marks, declarations, detection, damage."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.reading.containers.encodings import declared_in_html, decode
from saisei_lod.reading.containers.html_page import read_html

TEXT = "地域再生計画の名称及び認定日は、令和2年3月30日です。"


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize(
    "label", ["", "utf-8", "Shift_JIS", "x-euc-jp", "ISO-2022-JP", "iso-8859-1", "latin-x"]
)
def test_a_page_is_read_in_its_encoding_whatever_it_declares(encoding: str, label: str) -> None:
    """Text of Japan is told by its bytes where the declaration is missing or wrong."""
    data = f'<meta charset="{label}"><p>{TEXT}'.encode(encoding)
    page = read_html(data, "page.html")
    assert (page.lines[0].text, page.encoding) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("html", "label"),
    [
        (b'<?xml version="1.0" encoding="Shift_JIS"?><html>', "shift_jis"),
        (b"<META content='text/html;charset=EUC-JP' http-equiv=Content-Type>", "euc-jp"),
        (b"<!-- <meta charset=euc-jp> --><meta charset = utf-8 >", "utf-8"),
        (b"<p>charset=euc-jp", ""),
    ],
)
def test_a_declaration_is_found(html: bytes, label: str) -> None:
    """XML declarations and both forms of meta are read; comments are not."""
    assert declared_in_html(html) == label


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-be", "utf-16-be")]
)
def test_a_byte_order_mark_wins(encoding: str, name: str) -> None:
    """The mark is no text, and says more than any declaration."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    decoded = decode(mark + TEXT.encode(encoding), "page", declared="shift_jis")
    assert (decoded.text, decoded.encoding, decoded.findings) == (TEXT, name, ())


@pytest.mark.parametrize(
    ("encoding", "label", "codes"),
    [
        ("utf-8", "", []),
        ("utf-8", "utf-8", []),
        ("utf-8", "shift_jis", ["encoding-differs"]),
        ("cp932", "sjis", []),
        ("cp932", "", ["encoding-guessed"]),
        ("cp932", "utf-8", ["encoding-differs"]),
        ("euc_jp", "windows-1252", ["encoding-guessed"]),
        ("ascii", "shift_jis", []),
    ],
)
def test_a_guess_is_told(encoding: str, label: str, codes: list[str]) -> None:
    """What is declared and right needs no word; plain ASCII is right in all."""
    data = (TEXT if encoding != "ascii" else "plan").encode(encoding)
    assert [finding.code for finding in decode(data, "page", declared=label).findings] == codes


def test_letters_of_vendors_are_known() -> None:
    """①, ㈱ and 髙 are read in Shift_JIS, and ① in EUC-JP."""
    assert (
        decode("①㈱髙".encode("cp932") + TEXT.encode("cp932"), "page", declared="shift_jis").text
        == "①㈱髙" + TEXT
    )
    data = b"\xad\xa1" + TEXT.encode("euc_jp")
    assert decode(data, "page", declared="euc-jp").text == "①" + TEXT


def test_a_few_broken_bytes_are_replaced_and_told() -> None:
    """A page that a program cut through a letter is still read."""
    decoded = decode(("\n" + TEXT * 10).encode() + b"\xe5\x9c" + TEXT.encode(), "page", declared="utf-8")
    assert decoded.text == "\n" + TEXT * 10 + "\ufffd" + TEXT
    (finding,) = decoded.findings
    assert (finding.code, finding.place.line) == ("bytes-replaced", 2)
    assert "0xE5" in finding.text


def test_two_encodings_in_one_page_are_refused() -> None:
    """The message names the first byte that is none, its place, and the encodings that are known."""
    with pytest.raises(InputError) as raised:
        decode(TEXT.encode() + TEXT.encode("cp932") * 9, "page", declared="utf-8")
    assert "0x92 at offset" in raised.value.text("en")
    assert "EUC-JP" in raised.value.text("ja")


@given(
    st.binary(max_size=200),
    st.sampled_from(["", "utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "rot13", "utf-16"]),
)
def test_any_bytes_are_decoded_or_refused(data: bytes, label: str) -> None:
    """No bytes lead to another error."""
    with contextlib.suppress(InputError):
        assert decode(data, "page", declared=label).encoding


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3093), min_size=3))
def test_kana_come_back_from_every_encoding(text: str) -> None:
    """Hiragana alone tell UTF-8, EUC-JP and ISO-2022-JP; Shift_JIS is what is left."""
    for encoding in ("utf-8", "euc_jp", "iso2022_jp", "cp932"):
        assert decode(text.encode(encoding), "page").text == text
