"""What interpreting must know beside the page: registry, linker, rounds and schemes."""

from typing import Final, NamedTuple

from saisei_lod.findings import Finding, Kind, Place
from saisei_lod.reading import Part
from saisei_lod.registry.linking import Linker, Resolution
from saisei_lod.registry.rounds import Rounds
from saisei_lod.registry.schemes import Schemes
from saisei_lod.registry.tables import Registry
from saisei_lod.text import Item, list_items

__all__ = ["Known", "KnownWords", "finding_at", "unmatched_items"]

_WARD: Final = "ward"
#: How much of a source's words a finding shows.
_SHOWN: Final = 200


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
