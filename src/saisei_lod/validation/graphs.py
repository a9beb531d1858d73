"""A graph as a list of triples in the order of its file, with look-ups, and as rdflib sees it.

Terms are those of pyoxigraph. rdflib, which is slow to import and to fill, is met only where an engine
asks for it.
"""

import logging
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from pyoxigraph import BlankNode, Literal, NamedNode

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import IdentifiedNode, Node

__all__ = ["Subject", "Term", "Triple", "Triples", "from_rdflib", "quiet", "to_rdflib"]

Subject = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal
Triple = tuple[Subject, NamedNode, Term]

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Triples:
    """A set of triples that keeps the order in which they were read."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._triples = list(dict.fromkeys(triples))

    def __iter__(self) -> Iterator[Triple]:
        return iter(self._triples)

    def __len__(self) -> int:
        return len(self._triples)

    @cached_property
    def _outgoing(self) -> dict[Term, dict[str, list[Term]]]:
        outgoing: dict[Term, dict[str, list[Term]]] = {}
        for subject, predicate, value in self._triples:
            outgoing.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
        return outgoing

    @cached_property
    def _incoming(self) -> dict[str, dict[Term, list[Subject]]]:
        incoming: dict[str, dict[Term, list[Subject]]] = {}
        for subject, predicate, value in self._triples:
            incoming.setdefault(predicate.value, {}).setdefault(value, []).append(subject)
        return incoming

    @property
    def subjects(self) -> Iterable[Term]:
        """What the triples describe, in the order of their first triples."""
        return self._outgoing.keys()

    def predicates(self, subject: Term) -> Iterable[str]:
        """Return the IRIs of the predicates of a subject."""
        return self._outgoing.get(subject, {}).keys()

    def about(self, subject: Term) -> Iterator[tuple[str, Term]]:
        """Yield the predicates and values of a subject."""
        for predicate, values in self._outgoing.get(subject, {}).items():
            for value in values:
                yield predicate, value

    def objects(self, subject: Term, predicate: str) -> list[Term]:
        """Return the values of a predicate of a subject, in the order of the file."""
        return self._outgoing.get(subject, {}).get(predicate, [])

    @cached_property
    def _linked(self) -> dict[Term, set[str]]:
        linked: dict[Term, set[str]] = {}
        for _, predicate, value in self._triples:
            linked.setdefault(value, set()).add(predicate.value)
        return linked

    def links_to(self, value: Term) -> AbstractSet[str]:
        """Return the IRIs of the predicates of which this is a value."""
        return self._linked.get(value, set())

    def with_object(self, predicate: str, value: Term) -> list[Subject]:
        """Return the subjects that have a value for a predicate."""
        return self._incoming.get(predicate, {}).get(value, [])

    def pairs(self, predicate: str) -> Iterator[tuple[Subject, Term]]:
        """Yield subject and value of every triple of a predicate."""
        for value, subjects in self._incoming.get(predicate, {}).items():
            for subject in subjects:
                yield subject, value

    def members(self, head: Term) -> list[Term]:
        """Return the members of an RDF list (RDF Schema 1.1, section 5.2); a list that loops ends there."""
        found: list[Term] = []
        seen: set[Term] = set()
        while head not in seen and self.objects(head, _FIRST):
            seen.add(head)
            found.append(self.objects(head, _FIRST)[0])
            head = next(iter(self.objects(head, _REST)), _NIL)
        return found


_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FIRST = f"{_RDF}first"
_REST = f"{_RDF}rest"
_NIL = NamedNode(f"{_RDF}nil")


@contextmanager
def quiet(*names: str) -> Iterator[None]:
    """Silence loggers and warnings of libraries, which print tracebacks about what findings say better."""
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        with catch_warnings():
            simplefilter("ignore")
            yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled


def to_rdflib(triples: Iterable[Triple]) -> "rdflib.Graph":
    """Return the triples as a new graph of rdflib.

    xsd:string literals become plain ones, since rdflib tells the two apart and RDF 1.1 does not
    (RDF 1.1 Concepts, section 3.3).
    """
    from rdflib import BNode, Graph, URIRef  # noqa: PLC0415 - 172 ms, for engines that need it
    from rdflib import Literal as RdflibLiteral  # noqa: PLC0415

    @cache
    def convert(term: Term) -> "IdentifiedNode | RdflibLiteral":
        if isinstance(term, NamedNode):
            return URIRef(term.value)
        if isinstance(term, BlankNode):
            return BNode(term.value)
        if term.language or term.datatype.value == _XSD_STRING:
            return RdflibLiteral(term.value, lang=term.language)
        return RdflibLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)

    graph = Graph(bind_namespaces="none")
    with quiet("rdflib.term"):
        for subject, predicate, value in triples:
            graph.add((convert(subject), convert(predicate), convert(value)))
    return graph


def from_rdflib(node: "Node") -> Term:
    """Return the pyoxigraph term of an rdflib node; ValueError where its IRI or language tag is none."""
    from rdflib import BNode, URIRef  # noqa: PLC0415
    from rdflib import Literal as RdflibLiteral  # noqa: PLC0415

    if isinstance(node, URIRef):
        return NamedNode(str(node))
    if isinstance(node, BNode):
        return BlankNode(str(node))
    if not isinstance(node, RdflibLiteral):
        raise TypeError(type(node).__name__)
    if node.language:
        return Literal(str(node), language=node.language)
    return Literal(str(node), datatype=NamedNode(str(node.datatype or _XSD_STRING)))
