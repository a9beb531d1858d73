"""Find what descriptions of one kind have in common, so that each syntax spells it once.

The thousands of versions in a release have the same classes and properties and differ in their values
alone. Such descriptions share an *outline*; a writer makes the constant text of an outline once and
from then on only puts subjects and values into its gaps.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from saisei_lod.terms import Description, Iri, Property, Term

__all__ = [
    "GAP",
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
#: Where a subject or value goes in constant text; no term may hold this character.
GAP: Final = "\0"
#: The kind that stands for more than one value, whatever their kinds; no language or datatype is so named.
SEVERAL: Final = "**"
#: Outlines kept at a time: far more than a vocabulary gives rise to, and a bound for hostile input.
_KEPT: Final = 4096


class Outline:
    """What descriptions have in common: their classes and properties, each once, and kinds of values.

    ``kinds`` has the kind of each property's value (see :class:`saisei_lod.terms.Term`), or SEVERAL;
    ``several`` the places of those with SEVERAL; ``references`` the places of properties that lead to
    other nodes.
    """

    __slots__ = ("kinds", "names", "references", "several", "types")

    def __init__(self, described: Description, kinds: tuple[str, ...]) -> None:
        self.types = described.types
        self.names = tuple([name for name, _ in described.statements])
        self.kinds = kinds
        self.several = tuple([place for place, kind in enumerate(kinds) if kind == SEVERAL])
        self.references = tuple([place for place, name in enumerate(self.names) if not name.kind_of_values])

    @property
    def is_regular(self) -> bool:
        """Whether each class and property stands once, and no class is stated as a property's value."""
        types = {kind.nt for kind in self.types}
        names = {name.nt for name in self.names}
        return len(types) == len(self.types) and len(names) == len(self.names) and RDF_TYPE not in names


#: A description, its outline, and where its values start and end among those of the block.
Item = tuple[Description, Outline, int, int]


class OutlinedBlock(NamedTuple):
    """A block as writers take it: descriptions that say something, and the first values of all properties.

    The values of a block stand in one list, so that a writer spells them in one go.
    """

    items: list[Item]
    firsts: list[Term]


class Outlines:
    """Give each description its outline; those that have it in common share one object."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Outline] = {}

    def of(self, block: Sequence[Description]) -> OutlinedBlock:
        """Return a block with the outlines of its descriptions, without those that say nothing."""
        statements = [statement for described in block for statement in described.statements]
        firsts = [values[0] for _, values in statements]
        kinds = tuple([values[0].kind if len(values) == 1 else SEVERAL for _, values in statements])
        names = tuple([name.nt for name, _ in statements])
        items: list[Item] = []
        known = self._known
        end = 0
        for described in block:
            start, end = end, end + len(described.statements)
            key = names[start:end] + kinds[start:end] + tuple([kind.nt for kind in described.types])
            outline = known.get(key)
            if outline is None:
                if not key:
                    continue
                outline = Outline(described, kinds[start:end])
                if not outline.is_regular:
                    return self.of([_regular(described) for described in block])
                self._keep(key, outline)
            items.append((described, outline, start, end))
        return OutlinedBlock(items, firsts)

    def _keep(self, key: tuple[object, ...], outline: Outline) -> None:
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[key] = outline


def _regular(described: Description) -> Description:
    """Return a description that says the same, with each class and each property once."""
    types = list(described.types)
    grouped: dict[str, tuple[Property, tuple[Term, ...]]] = {}
    for name, values in described.statements:
        if name.nt == RDF_TYPE:
            types += [_class(value) for value in values]
        else:
            grouped[name.nt] = (name, grouped.get(name.nt, (name, ()))[1] + values)
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


def pieces(text: str) -> list[str]:
    """Return a text cut at its gaps, which are the odd places of the list.

    >>> pieces(f"<{GAP}> a <{GAP}> .")
    ['<', '', '> a <', '', '> .']
    """
    return [piece for constant in text.split(GAP) for piece in (constant, "")][:-1]
