"""The structures that plans stand in on pages; a new one is a module and a row here."""

from collections.abc import Callable, Container, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from saisei_lod.reading.model import Found, Lexicon, Line, Notice, PageText, Use
from saisei_lod.reading.structures.event_tables import find_event_tables
from saisei_lod.reading.structures.flattened_table import find_flattened_tables
from saisei_lod.reading.structures.grids import lines_in_tables
from saisei_lod.reading.structures.labelled_blocks import find_labelled_blocks
from saisei_lod.reading.structures.listed_titles import find_listed_titles
from saisei_lod.reading.structures.plan_document import find_plan_document
from saisei_lod.reading.structures.plan_tables import find_plan_tables
from saisei_lod.reading.structures.prose import find_prose
from saisei_lod.reading.structures.record_tables import find_record_tables
from saisei_lod.reading.structures.round_sections import find_round_lines
from saisei_lod.reading.structures.titled_blocks import find_titled_blocks

__all__ = ["STRUCTURES", "Structure"]

_Find = Callable[[PageText, Container[int], Lexicon], Found]


class Structure(NamedTuple):
    """A structure: its name, and the function that finds its plans on a page.

    The function is told which lines serve something else already.
    """

    name: str
    find: _Find


def _in_runs(find: Callable[[Sequence[Line], Lexicon], Found]) -> _Find:
    """Return a function that looks for a structure of lines in each run of lines that nothing uses.

    The cells of a table that no structure of tables knows are no lines of a text.
    """

    def find_on(page: PageText, used: Container[int], lexicon: Lexicon) -> Found:
        notices: list[Notice] = []
        uses: dict[int, Use] = {}
        taken = lines_in_tables(page)
        for is_used, lines in groupby(page.lines, lambda line: line.number in used or line.number in taken):
            found = Found() if is_used else find(list(lines), lexicon)
            notices += found.notices
            uses |= found.uses
        return Found(tuple(notices), uses)

    return find_on


#: In the order in which they are tried; each sees the lines that the ones before it did not use.
STRUCTURES: Final = (
    Structure("plan-document", find_plan_document),
    Structure("round-section", find_round_lines),
    Structure("plan-table", find_plan_tables),
    Structure("record-table", find_record_tables),
    Structure("event-table", find_event_tables),
    Structure("titled-block", find_titled_blocks),
    Structure("flattened-table", _in_runs(find_flattened_tables)),
    Structure("labelled-blocks", _in_runs(find_labelled_blocks)),
    Structure("listed-title", find_listed_titles),
    Structure("prose", find_prose),
)
