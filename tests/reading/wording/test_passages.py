"""Passages: runs of lines that are cut by patterns and lead back to their lines."""

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.reading import Line, Piece
from saisei_lod.reading.containers.plain_text import read_text
from saisei_lod.reading.wording.passages import Passage, whole_line, whole_lines

Lines = Callable[[str], Sequence[Line]]


def test_a_part_has_a_piece_a_line(lines: Lines) -> None:
    """A span over a line break is a part of two pieces, each trimmed and with its place."""
    passage = Passage(lines("旭川市 地方創\n\n生の計画 終"))
    start, end = passage.text.index("地方"), passage.text.index("終")
    part = passage.part(start, end)
    assert part is not None
    assert part.pieces == (Piece("地方創", 1, 4), Piece("生の計画", 3, 0))
    assert (part.text, part.lines_text, part.line) == ("地方創生の計画", "地方創\n生の計画", 1)


def test_white_space_is_no_part(lines: Lines) -> None:
    """A span of spaces and line breaks alone gives None."""
    passage = Passage(lines("甲 \n \u3000乙"))
    assert passage.part(1, 4) is None


def test_what_no_span_covers_is_told(lines: Lines) -> None:
    """The wording between the spans comes back as parts."""
    passage = Passage(lines("甲乙丙\n丁戊"))
    assert [part.text for part in passage.uncovered([(1, 2), (4, 5)])] == ["甲", "丙", "戊"]


def test_a_whole_line_is_trimmed_of_any_white_space(lines: Lines) -> None:
    """NBSP and ideographic spaces around a line are no part of it."""
    assert whole_line(lines("\u00a0\u3000計画 ")[0]).pieces == (Piece("計画", 1, 2),)


def test_whole_lines_make_one_part(lines: Lines) -> None:
    """Lines together are one part of several pieces."""
    assert whole_lines(lines("甲\n乙")).text == "甲乙"


@given(st.text(alphabet="甲乙 \n\u3000a", min_size=1, max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_pieces_stand_on_their_lines(text: str, first: int, second: int) -> None:
    """Each piece is the wording of its line at its column."""
    page = read_text(f"x{text}".encode(), "page.txt")
    numbered = {line.number: line.text for line in page.lines}
    passage = Passage(page.lines)
    part = passage.part(min(first, second), min(max(first, second), len(passage.text)))
    for piece in part.pieces if part else ():
        assert numbered[piece.line].startswith(piece.text, piece.column)
