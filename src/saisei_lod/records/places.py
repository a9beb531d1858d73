"""Remember on which line each field of a record file stands, so that every message can name it."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from saisei_lod.findings import Place

__all__ = ["Places"]

_LAST_STEP: Final = re.compile(r"(?:\.[^.\[]*|\[[^\]]*\])\Z")
_PLAN: Final = re.compile(r"plans\[(\d+)\]\.?")


class Places(NamedTuple):
    """The lines of a record file's fields, by paths such as ``plans[0].amendments[1].date``.

    The empty path is the record itself. ``file`` is the file's name as messages show it. Bulk files
    keep one line a plan.
    """

    file: str
    lines: Mapping[str, int] = {}

    def line(self, field: str = "") -> int | None:
        """Return the line of a field, or of the nearest part that holds it.

        >>> Places("a.yaml", {"": 1, "plans[0]": 4}).line("plans[0].period.end")
        4
        """
        while field and field not in self.lines:
            shorter = _LAST_STEP.sub("", field)
            field = shorter if shorter != field else ""
        return self.lines.get(field)

    def at(self, field: str = "") -> Place:
        """Return the place of a field, as findings carry it."""
        return Place(self.file, self.line(field), path=field)

    def where(self, field: str = "") -> str:
        """Return the place of a field as ``file:line``, as errors show it."""
        return str(Place(self.file, self.line(field)))

    def by_plan(self) -> dict[int, "Places"]:
        """Return the places of each plan, with paths that begin inside the plan.

        >>> Places("a.yaml", {"plans[0]": 4, "plans[0].title": 5}).by_plan()[0].lines
        {'': 4, 'title': 5}
        """
        found: dict[int, dict[str, int]] = {}
        for path, line in self.lines.items():
            if step := _PLAN.match(path):
                found.setdefault(int(step[1]), {})[path[step.end() :]] = line
        return {number: Places(self.file, lines) for number, lines in found.items()}
