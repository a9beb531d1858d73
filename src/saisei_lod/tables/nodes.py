"""Look at descriptions as nodes that lead to each other: those of a block, and those known beforehand."""

from collections.abc import Iterable, Sequence

from saisei_lod.terms import Description, Iri, Property, Spelling, Term

__all__ = ["Node", "Nodes"]

#: An IRI as it is spelled everywhere in a release: cheaper to look up than the whole text.
_Name = tuple[Spelling, str]


class Node:
    """A subject with its classes and values by property; one that nobody describes has none."""

    __slots__ = ("_said", "iri", "types")

    def __init__(self, iri: Iri, described: Description | None = None) -> None:
        self.iri = iri
        self.types = described.types if described else ()
        self._said: dict[str, tuple[Term, ...]] = {}
        for name, values in described.statements if described else ():
            self._said[name.predicate] = self._said.get(name.predicate, ()) + values

    def is_a(self, kind: Iri) -> bool:
        """Tell whether the node is of a class of the vocabulary."""
        return any(one.core == kind.core and one.spelling is kind.spelling for one in self.types)

    def values(self, of: Property) -> tuple[Term, ...]:
        """Return what is said of a property."""
        return self._said.get(of.predicate, ())


class Nodes:
    """Find nodes: first in the block at hand, then among those that were made known."""

    __slots__ = ("_block", "_known", "main")

    def __init__(self) -> None:
        self._known: dict[_Name, Node] = {}
        self._block: dict[_Name, Node] = {}
        self.main = Node(Iri.absolute("urn:none"))

    def know(self, block: Iterable[Description]) -> None:
        """Keep descriptions for all blocks that follow."""
        for described in block:
            subject = described.subject
            self._known[subject.spelling, subject.core] = Node(subject, described)

    def enter(self, block: Sequence[Description]) -> Sequence[Node]:
        """Make a block the one at hand, and return its nodes; ``main`` is the first of them."""
        nodes = [Node(described.subject, described) for described in block]
        self._block = {(node.iri.spelling, node.iri.core): node for node in nodes}
        if nodes:
            self.main = nodes[0]
        return nodes

    def find(self, term: Term) -> Node:
        """Return the node of an IRI, without statements where it is described nowhere."""
        name = (term.spelling, term.core)
        found = self._block.get(name) or self._known.get(name)
        if found is None:
            if not isinstance(term, Iri):
                raise TypeError(f"a literal is no node: {term}")
            found = Node(term)
        return found

    def follow(self, nodes: Iterable[Node], of: Property) -> list[Node]:
        """Return the nodes to which a property leads."""
        return [self.find(term) for node in nodes for term in node.values(of)]
