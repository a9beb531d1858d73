"""Codes beside the names of makers: they decide where both agree, and never against a name."""

from collections.abc import Callable

import pytest

from saisei_lod.interpreting import Reading

Read = Callable[..., Reading]


def read_row(read: Read, head: str, row: str) -> tuple[list[tuple[str | None, str | None]], list[str]]:
    """Return the makers of a CSV of one plan, and the codes of the findings on them."""
    reading = read(f"計画名,認定日,{head}\n海の計画,令和2年3月30日,{row}\n", name="page.csv")
    makers = [(maker.code, maker.name) for maker in reading.record.plans[0].makers]
    return makers, [found.code for found in reading.findings if found.code != "publisher-not-known"]


AGREED = [
    ("作成主体,団体コード", "府中市,13206", [("13206", "府中市")]),
    ("作成主体,団体コード", "府中市,34208", [("34208", "府中市")]),
    ("作成主体,団体コード", "府中市,132063", [("13206", "府中市")]),
    ("作成主体,団体コード", "伊達市,1233", [("01233", "伊達市")]),
    ("作成主体,団体コード", "旭川市,012041", [("01204", "旭川市")]),
    ("作成主体,団体コード", "旭川市,12041", [("01204", "旭川市")]),
    ("作成主体,都道府県コード,市町村コード", "府中市,13,206", [("13206", "府中市")]),
    ("作成主体,都道府県コード", "府中市,34", [("34208", "府中市")]),
    ("作成主体,都道府県コード", "府中市,340006", [("34208", "府中市")]),
    ("作成主体,都道府県番号", "小国町,6", [("06401", "小国町")]),
    ("作成主体,団体コード1,団体コード2", "北海道、夕張市,01000,01209", [("01000", "北海道"), ("01209", "夕張市")]),
    ("作成主体,団体コード1,団体コード2", "府中市及び小国町,34208,43424", [("34208", "府中市"), ("43424", "小国町")]),
    ("作成主体,団体コード1", "北海道、夕張市,01000", [("01000", "北海道"), ("01209", "夕張市")]),
    ("作成主体,団体コード", "札幌市,01101", [("01100", "札幌市")]),
]  # fmt: skip


@pytest.mark.parametrize(("head", "row", "makers"), AGREED)
def test_a_code_decides_between_bearers_of_a_name(
    read: Read, head: str, row: str, makers: list[tuple[str, str]]
) -> None:
    """5 digits, 6 with the check digit, a lost zero, a prefecture's number, several columns."""
    assert read_row(read, head, row) == (makers, [])


def test_a_code_that_no_name_bears_is_a_finding_and_the_name_stands(read: Read) -> None:
    """旭川市 beside the code of 函館市: nobody knows which is misprinted."""
    assert read_row(read, "作成主体,団体コード", "旭川市,01202") == (
        [("01204", "旭川市")],
        ["code-disagrees"],
    )


def test_a_code_does_not_make_an_unknown_name_known(read: Read) -> None:
    """A name that the registry does not know keeps no code."""
    makers, found = read_row(read, "作成主体,団体コード", "みどりの森市,01204")
    assert (makers, "code-disagrees" in found, "maker-not-known" in found) == (
        [(None, "みどりの森市")],
        True,
        True,
    )


def test_an_ambiguous_name_with_the_code_of_another_place_stays_open(read: Read) -> None:
    """府中市 beside 01204 is neither."""
    makers, found = read_row(read, "作成主体,団体コード", "府中市,01204")
    assert (makers, "code-disagrees" in found) == ([(None, "府中市")], True)


@pytest.mark.parametrize("code", ["99999", "012042", "不明", "48"])
def test_what_is_no_code_is_a_finding(read: Read, code: str) -> None:
    """Codes of nothing, wrong check digits and words are told."""
    assert read_row(read, "作成主体,団体コード", f"旭川市,{code}") == (
        [("01204", "旭川市")],
        ["code-not-known"],
    )


def test_a_code_beside_no_name_is_a_finding(read: Read) -> None:
    """The publisher is implied as ever; a code of another government is told."""
    text = "計画名,認定日,団体コード\n海の計画,令和2年3月30日,{}\n"
    own = read(text.format("01204"), name="page.csv", publisher="01204")
    other = read(text.format("01202"), name="page.csv", publisher="01204")
    assert [maker.code for maker in other.record.plans[0].makers] == ["01204"]
    assert [[f.code for f in reading.findings] for reading in (own, other)] == [[], ["code-disagrees"]]
