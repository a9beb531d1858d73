"""Read a Turtle file as a graph that can be asked for values; the parser tells the line of an error."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Store

from saisei_lod.errors import Bilingual, InputError

__all__ = ["Graph", "Node"]

Node = NamedNode | BlankNode | Literal
_FIRST: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
_REST: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")


class Graph:
    """The triples of a file with the prefixes that it binds; answers come sorted by their spelling."""

    def __init__(self, store: Store, prefixes: Mapping[str, str]) -> None:
        self._store = store
        self.prefixes = prefixes

    @classmethod
    def read(cls, path: Path) -> "Graph":
        """Return the graph of a Turtle file; raise InputError with file and line where it cannot be read."""
        store = Store()
        try:
            parser = pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
            store.extend(parser)
        except (OSError, SyntaxError) as error:
            raise InputError(
                Bilingual(f"語彙のファイルを読めません: {error}", f"The vocabulary cannot be read: {error}"),
                where=str(path),
                expected=Bilingual("Turtle で書いた語彙", "a vocabulary in Turtle"),
                todo=Bilingual("示された箇所を直してください。", "Correct it at the place named."),
            ) from error
        return cls(store, parser.prefixes)

    def iris(self, subject: Node, predicate: NamedNode) -> list[NamedNode]:
        """Return the values of a property that are IRIs."""
        return [node for node in self._objects(subject, predicate) if isinstance(node, NamedNode)]

    def literals(self, subject: Node, predicate: NamedNode) -> list[Literal]:
        """Return the values of a property that are literals."""
        return [node for node in self._objects(subject, predicate) if isinstance(node, Literal)]

    def text(self, subject: Node, predicate: NamedNode, language: str) -> str:
        """Return the text of a property in a language, "" where there is none, the first where there are more."""
        said = (literal for literal in self.literals(subject, predicate) if literal.language == language)
        return next((literal.value for literal in said), "")

    def subjects(self, predicate: NamedNode, value: NamedNode | None = None) -> list[NamedNode]:
        """Return the IRIs that have a property, or a value of it."""
        quads = self._store.quads_for_pattern(None, predicate, value, None)
        found = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
        return sorted(found, key=str)

    def united(self, subject: Node, predicate: NamedNode, union: NamedNode) -> Iterator[NamedNode]:
        """Yield the IRIs of a property, and for class expressions the members of their ``union`` list."""
        for node in self._objects(subject, predicate):
            if isinstance(node, NamedNode):
                yield node
            elif isinstance(node, BlankNode):
                for head in self._objects(node, union):
                    yield from self._members(head)

    def _objects(self, subject: Node, predicate: NamedNode) -> list[Node]:
        if isinstance(subject, Literal):
            return []
        found = (quad.object for quad in self._store.quads_for_pattern(subject, predicate, None, None))
        return sorted((node for node in found if isinstance(node, Node)), key=str)

    def _members(self, head: Node) -> Iterator[NamedNode]:
        while isinstance(head, BlankNode):
            yield from self.iris(head, _FIRST)
            head = next(iter(self._objects(head, _REST)), Literal(""))
