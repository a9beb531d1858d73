import pytest

from saisei_lod.registry import Registry
from saisei_lod.registry.linking import Linker
from saisei_lod.registry.linking.index import index
from saisei_lod.registry.linking.scanning import Word, scan


def test_longest_name_is_found(links: Linker) -> None:
    """大津市 is not read as 津市, nor 東村山市 as 東村, nor 東京都府中市 as 京都府."""
    assert links.resolve("大津市、東村山市及び東京都府中市").codes == ("25201", "13213", "13206")


def test_name_that_begins_inside_another_is_none(links: Linker) -> None:
    """府中市 overlaps 大阪府 in a misspelt 大阪府中市: what was read first stands."""
    found = links.resolve("大阪府中市")
    assert (found.codes, found.ambiguous) == (("27000",), ())


def test_words_do_not_overlap(small: Registry) -> None:
    """The words of a text are in order, and each begins where the last has ended or later."""
    words = scan("山形県長井市及び西置賜郡小国町", index(small))
    assert words == [
        Word(0, 3, "山形県"),
        Word(3, 6, "長井市"),
        Word(8, 12, "西置賜郡"),
        Word(12, 15, "小国町"),
    ]


@pytest.mark.parametrize("text", ["長井\n市", "長 \n井市", "長 井市"])
def test_name_is_found_over_a_broken_line(small: Registry, text: str) -> None:
    """A name that a line break or its space cuts in two is one name."""
    assert [word.key for word in scan(text, index(small))] == ["長井市"]


def test_whole_name_wins_over_a_broken_one(links: Linker) -> None:
    """What is whole on its line is not joined with the line before."""
    assert links.resolve("大\n津市").codes == ("24201",)
