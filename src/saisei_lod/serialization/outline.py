"""Find what descriptions of one kind have in common, so that each syntax spells it once.

The thousands of versions in a release have the same classes and properties, and values of the same
kinds. Such descriptions share an *outline*; a writer makes the constant text of an outline once and
from then on only puts cores (see :mod:`saisei_lod.terms`) into its gaps.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from saisei_lod.terms import GAP, Description, Iri, Property, Spelling, Term

__all__ = [
    "RDF_TYPE",
    "SEVERAL",
    "Item",
    "Outline",
    "OutlinedBlock",
    "Outlines",
    "PerOutline",
    "pieces",
]

T = TypeVar("T")
RDF_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
#: Stands for more than one value, whatever their spellings.
SEVERAL: Final = Spelling("", GAP, GAP, GAP)
#: Outlines kept at a time: far more than a vocabulary gives rise to, and a bound for hostile input.
_KEPT: Final = 4096


class Outline:
    """What descriptions have in common: classes and properties, each once, and how all terms are spelled.

    ``spellings`` has that of each property's value, or SEVERAL; ``several`` the places of those with
    SEVERAL; ``references`` the places and spellings of properties that lead to other nodes, and
    ``targets`` those spellings alone.
    """

    __slots__ = ("names", "references", "several", "spellings", "subject", "targets", "types")

    def __init__(self, described: Description, spellings: tuple[Spelling, ...]) -> None:
        self.subject = described.subject.spelling
        self.types = described.types
        self.names = tuple([name for name, _ in described.statements])
        self.spellings = spellings
        self.several = tuple([place for place, one in enumerate(spellings) if one is SEVERAL])
        self.references = tuple(
            [(place, spellings[place]) for place, name in enumerate(self.names) if not name.kind_of_values]
        )
        self.targets = frozenset([spelling for _, spelling in self.references])

    @property
    def is_regular(self) -> bool:
        """Whether each class and property stands once, and no class is stated as a property's value."""
        types = {kind.nt for kind in self.types}
        names = {name.predicate for name in self.names}
        return len(types) == len(self.types) and len(names) == len(self.names) and RDF_TYPE not in names


#: A description, its outline, its subject's core, and where its values start and end in the block.
Item = tuple[Description, Outline, bytes, int, int]


class OutlinedBlock(NamedTuple):
    """A block as writers take it: the descriptions that say something, and the first values of properties.

    The values of all descriptions stand in one list, and their cores in UTF-8 in another: bytes, since
    one character beyond Latin-1 would make a whole text twice as wide until it is written.
    """

    items: list[Item]
    firsts: list[Term]
    cores: list[bytes]


class Outlines:
    """Give each description its outline; those that have it in common share one object."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Outline] = {}

    def of(self, block: Sequence[Description]) -> OutlinedBlock:
        """Return a block with the outlines of its descriptions, without those that say nothing."""
        statements = [statement for described in block for statement in described.statements]
        firsts = [values[0] for _, values in statements]
        spellings = tuple([values[0].spelling if len(values) == 1 else SEVERAL for _, values in statements])
        names = tuple([name.predicate for name, _ in statements])
        known = self._known
        items: list[Item] = []
        end = 0
        for described in block:
            start, end = end, end + len(described.statements)
            subject, types = described.subject, described.types
            # Classes by identity: an outline keeps its classes, so no other one can take their place.
            key = (subject.spelling, *map(id, types), names[start:end], spellings[start:end])
            outline = known.get(key)
            if outline is None:
                if not types and start == end:
                    continue
                outline = Outline(described, spellings[start:end])
                if not outline.is_regular:
                    return self.of([_regular(described) for described in block])
                self._keep(key, outline)
            items.append((described, outline, subject.core.encode(), start, end))
        return OutlinedBlock(items, firsts, [value.core.encode() for value in firsts])

    def _keep(self, key: tuple[object, ...], outline: Outline) -> None:
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[key] = outline


def _regular(described: Description) -> Description:
    """Return a description that says the same, with each class and each property once."""
    types = list(described.types)
    grouped: dict[str, tuple[Property, tuple[Term, ...]]] = {}
    for name, values in described.statements:
        if name.predicate == RDF_TYPE:
            types += [_class(value) for value in values]
        else:
            held = grouped.get(name.predicate, (name, ()))
            grouped[name.predicate] = (name, held[1] + values)
    regular = Description(described.subject, *dict.fromkeys(types))
    regular.statements = list(grouped.values())
    return regular


def _class(value: Term) -> Iri:
    if not isinstance(value, Iri):
        raise TypeError(f"rdf:type leads to a class, not to {value}")
    return value


class PerOutline(dict[Outline, T]):
    """What a writer makes of each outline, made when it is first asked for."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[Outline], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, outline: Outline) -> T:
        if len(self) >= _KEPT:
            self.clear()
        made = self[outline] = self._make(outline)
        return made


def pieces(text: str) -> list[bytes]:
    """Return a text in UTF-8, cut at its gaps, which are the odd places of the list.

    >>> pieces(f"<{GAP}> a <{GAP}> .")
    [b'<', b'', b'> a <', b'', b'> .']
    """
    return [piece.encode() for constant in text.split(GAP) for piece in (constant, "")][:-1]
