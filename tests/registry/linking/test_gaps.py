import pytest

from saisei_lod.registry.linking.gaps import Link, read_gap


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("", Link.GLUE),
        (" ", Link.SPACE),
        (" \n", Link.BREAK_OF_LINE),
        ("の", Link.INSIDE),
        ("内の", Link.INSIDE),
        (": ", Link.INSIDE),
        ("置賜地域の", Link.INSIDE),
        ("上川総合振興局管内の", Link.INSIDE),
        ("、", Link.LIST),
        (",\n", Link.LIST),
        ("・", Link.LIST),
        ("/", Link.LIST),
        ("及び", Link.LIST),
        ("並びに", Link.LIST),
        (" と ", Link.LIST),
        ("の全域及び", Link.LIST),
        ("の区域の一部(平野地区)、", Link.LIST),
        ("長及び", Link.LIST),
        ("」「", Link.LIST),
        ("では", Link.APART),
        ("は、", Link.APART),
        ("市街地と", Link.APART),
    ],
)
def test_gap_tells_how_a_name_follows(text: str, link: Link) -> None:
    """What stands between two names links them as the grammar of lists says."""
    assert link is read_gap(text).link


def test_brackets_are_counted() -> None:
    """A bracket that closes and one that opens are counted; whole ones are skipped."""
    assert (read_gap(")及び").closes, read_gap(")及び").link) == (1, Link.LIST)
    assert (read_gap("(").opens, read_gap("(").before) == (1, Link.GLUE)
    assert read_gap("の区域の一部(").before is Link.LIST
    assert (read_gap("((注))、").closes, read_gap("((注))、").opens) == (0, 0)


def test_short_name_in_brackets_is_kept() -> None:
    """The text of a bracket right after a name may be the short name of a prefecture."""
    assert read_gap("(福島)、").short == "福島"
    assert read_gap("(人口約3万人)、").short == ""


def test_sentence_ends_only_between_phrases() -> None:
    """A line break in a list ends no sentence; a full stop does."""
    assert not read_gap("、\n").sentence
    assert read_gap("で行う。また、").sentence


def test_long_gap_is_no_list() -> None:
    """A gap of hundreds of signs is read in bounded time, and is no list."""
    assert read_gap("、" * 1000).link is Link.APART
