"""What interpreting must know beside the page: registry, linker, rounds and schemes."""

from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from saisei_lod.findings import Finding, Kind, Place
from saisei_lod.reading import Part
from saisei_lod.registry.linking import Linker, Resolution
from saisei_lod.registry.model import FIRST_DAY
from saisei_lod.registry.rounds import Rounds
from saisei_lod.registry.schemes import Schemes
from saisei_lod.registry.tables import Registry
from saisei_lod.text import Item, list_items

__all__ = ["Known", "KnownWords", "finding_at", "resolved", "unmatched_items"]

_WARD: Final = "ward"
#: How much of a source's words a finding shows.
_SHOWN: Final = 200
#: Names longer than this are not remembered.
_LONGEST: Final = 200


class Known(NamedTuple):
    """The registry of governments, the linker over it, the rounds and the schemes."""

    registry: Registry
    linker: Linker
    rounds: Rounds
    schemes: Schemes

    def is_government(self, code: str) -> bool:
        """Tell whether a code is that of a local government; a ward of a designated city is none."""
        return self.registry.government(code).kind != _WARD


class KnownWords:
    """The words that reading asks for, answered by the schemes and the linker."""

    __slots__ = ("_known",)

    def __init__(self, known: Known) -> None:
        self._known = known

    def names_schemes(self, text: str) -> bool:
        """Tell whether the text is one or more labels of funding schemes and nothing else."""
        return self._known.schemes.read(text).is_certain

    def names_governments(self, text: str) -> bool:
        """Tell whether each item of the text's list holds the name of a local government."""
        return not unmatched_items(self._known.linker.resolve(text))


def resolved(
    linker: Linker, text: str, prefecture: str | None, publisher: str | None, on: str | None
) -> Resolution:
    """Return the governments that a text names on a day, as the linker does.

    What is named is the same on all days between two changes of the registry (of most names on all days)
    and remembered for them: a list names a government as often as it has plans.
    """
    if len(text) <= _LONGEST and (on is None or on >= FIRST_DAY):
        since = None if on is None or _is_timeless(linker, text) else _last_change(linker, on)
        found = _remembered(linker, text, prefecture, publisher, since)
        if not (found.findings or found.outdated):
            return found
    return linker.resolve(text, prefecture=prefecture, publisher=publisher, on=on)


@lru_cache(maxsize=4096)
def _remembered(
    linker: Linker, text: str, prefecture: str | None, publisher: str | None, on: str | None
) -> Resolution:
    return linker.resolve(text, prefecture=prefecture, publisher=publisher, on=on)


@lru_cache(maxsize=4096)
def _is_timeless(linker: Linker, text: str) -> bool:
    return linker.is_timeless(text)


def _last_change(linker: Linker, on: str) -> str:
    """Return the last day up to this one on which something changed."""
    days = _days_of_change(linker)
    return days[bisect_right(days, on) - 1]


@lru_cache(maxsize=8)
def _days_of_change(linker: Linker) -> list[str]:
    """Return the days on which a state of the registry begins or ends, the first day of all before them."""
    states = (state for states in linker.registry.states.values() for state in states)
    return sorted({FIRST_DAY, *(day for one in states for day in (one.valid_from, one.valid_until) if day)})


def unmatched_items(found: Resolution) -> list[Item]:
    """Return the items of a text's list in which the linker knew no name."""
    spans = [span for match in (*found.matches, *found.outdated) for span in match.mentions]
    spans += [(match.start, match.end) for match in found.matches]
    spans += [(name.start, name.end) for name in found.ambiguous]
    spans += [(match.start, match.end) for match in found.outdated]
    spans.sort()
    items = []
    place = 0
    for item in list_items(found.text):
        while place < len(spans) and spans[place][1] <= item.start:
            place += 1
        if place == len(spans) or spans[place][0] >= item.start + len(item.text):
            items.append(item)
    return items


def finding_at(kind: Kind, file: str, part: Part | None, text: str = "", **data: object) -> Finding:
    """Return a finding of a kind at the line of a part, with its wording where no text is given."""
    words = text or (part.text if part else "")
    return kind.at(Place(file, part.line if part else None), words[:_SHOWN], **data)
