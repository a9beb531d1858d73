"""How much of a page was understood, counted in characters that are not white space."""

from collections.abc import Iterable, Mapping

from saisei_lod.reading.model import Field, Line, Notice, PageCoverage, Use

__all__ = ["coverage_of"]


def coverage_of(lines: Iterable[Line], uses: Mapping[int, Use], notices: Iterable[Notice]) -> PageCoverage:
    """Count the characters of a page by what they serve.

    A line without a use is not understood; neither are the words of a plan that no field took.
    """
    counts = {"used": 0, "furniture": 0, "unclear": 0}
    for line in lines:
        counts[_kind(uses.get(line.number))] += _length(line.level)
    words = {
        piece for notice in notices for part in notice.parts.get(Field.UNCLEAR, ()) for piece in part.pieces
    }
    doubtful = sum(_length(piece.text) for piece in words)
    doubtful = min(doubtful, counts["used"])
    return PageCoverage(counts["used"] - doubtful, counts["furniture"], counts["unclear"] + doubtful)


def _kind(use: Use | None) -> str:
    if use is None:
        return "unclear"
    return "furniture" if use.purpose == "furniture" else "used"


def _length(text: str) -> int:
    return sum(map(len, text.split()))
