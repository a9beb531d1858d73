"""How much of a page was understood."""

from collections.abc import Callable, Sequence

from saisei_lod.reading import Field, Lexicon, Line, Notice, Part, Piece, Use, read_page
from saisei_lod.reading.page.coverage import coverage_of

Lines = Callable[[str], Sequence[Line]]


def test_characters_are_counted_by_what_they_serve(lines: Lines) -> None:
    """White space counts nowhere; unclear words of a plan are not understood."""
    page = lines("海の 計画\n印刷\n花火")
    unclear = Notice("x", {Field.UNCLEAR: (Part((Piece("の", 1, 1),)),)}, (1, 1), frozenset())
    uses = {1: Use("plan", "title"), 2: Use("furniture", "page-control")}
    assert tuple(coverage_of(page, uses, [unclear])) == (3, 2, 3)


def test_all_characters_of_a_page_are_counted(lexicon: Lexicon) -> None:
    """Used, furniture and unclear add up to the page."""
    text = "海の計画\n■認定日:R2.3.30認定\n■概要:海。\n\n花火\n"
    page = read_page(text.encode(), name="page.txt", lexicon=lexicon)
    assert sum(page.coverage) == len("".join(text.split()))
