import pytest

from saisei_lod.registry.linking import Linker
from saisei_lod.registry.linking.phrases import _number


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("旭川市並びに北海道上川郡鷹栖町及び東川町の全域", ["whole", "whole", "whole"]),
        ("長井市の区域の一部（平野地区）", ["part"]),
        ("長井市の全域並びに南陽市の区域の一部", ["whole", "part"]),
        ("長井市及び南陽市の区域の一部", ["part", "part"]),
        ("長井市（全域）、南陽市（一部）", ["whole", "part"]),
        ("長井市の区域の全部", ["whole"]),
        ("長井市全域", ["whole"]),
        ("長井市の区域", [""]),
        ("前橋市朝日町の全域", [""]),
        ("長井市では全域で。南陽市", ["", ""]),
        ("地域再生計画の区域　長井市", [""]),
    ],
)
def test_phrase_on_the_area_reaches_over_its_list(links: Linker, text: str, scopes: list[str]) -> None:
    """の全域 and の区域の一部 hold for the items before them, back to an item with its own phrase."""
    assert [match.scope for match in links.resolve(text).matches] == scopes


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("※長井市、南陽市、白鷹町、飯豊町の2市2町による広域連携事業", 0),
        ("２市２町（長井市、南陽市、白鷹町、飯豊町）", 0),
        ("長井市、南陽市、白鷹町、飯豊町の二市二町", 0),
        ("長井市、南陽市、白鷹町、飯豊町の4市町", 0),
        ("山形県、長井市及び南陽市の1県2市", 0),
        ("長井市、南陽市、白鷹町の2市2町", 1),
        ("長井市、白鷹町の2市2町", 2),
        ("長井市、南陽市、白鷹町の4市町", 1),
        ("佐賀県内の223市町", 0),
        ("長井市の2町", 0),
        ("四日市市、鈴鹿市", 0),
        ("調布市、府中市、日野市の3市", 0),
    ],
)
def test_count_phrase_is_a_check_sum(links: Linker, text: str, findings: int) -> None:
    """A count beside a list is compared with it, kind by kind, and names nobody."""
    codes = [finding.code for finding in links.resolve(text).findings]
    assert codes == ["count-mismatch"] * findings


def test_finding_tells_both_numbers(links: Linker) -> None:
    """The finding says what the text counts and what it names."""
    (finding,) = links.resolve("長井市、南陽市、白鷹町の2市2町").findings
    assert finding.text == "2市2町"
    assert "names 1 of kind 町 (it says 2)" in finding.message.en


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("223", 223), ("二", 2), ("十", 10), ("二十三", 23), ("百五", 105)]
)
def test_numbers_are_read(text: str, number: int) -> None:
    """Numbers stand in Arabic digits or kanji."""
    assert _number(text) == number
