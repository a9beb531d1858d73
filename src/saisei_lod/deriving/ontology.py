"""Read the terms of ontology/saisei.ttl and ontology/catalog-terms.ttl, in the order of the files' subjects."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from saisei_lod.deriving.graph import Graph
from saisei_lod.errors import Bilingual, InputError

__all__ = ["OWN_PREFIX", "SOURCES", "Kind", "Ontology", "Term", "read_ontology"]

#: The files that say which terms there are; the first declares our own.
SOURCES: Final = ("ontology/saisei.ttl", "ontology/catalog-terms.ttl")
OWN_PREFIX: Final = "saisei"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SAISEI: Final = "https://w3id.org/saisei/ns#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_TYPE: Final = NamedNode(_RDF + "type")
_NAMED_INDIVIDUAL: Final = NamedNode(_OWL + "NamedIndividual")
_INVERSE: Final = NamedNode(_OWL + "inverseOf")
_UNION: Final = NamedNode(_OWL + "unionOf")
_STATUS: Final = NamedNode("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")


class Kind(StrEnum):
    """What a term is in OWL 2 (Structural Specification, section 5)."""

    CLASS = "class"
    OBJECT = "object property"
    DATATYPE = "datatype property"
    ANNOTATION = "annotation property"
    INDIVIDUAL = "individual"

    @property
    def is_property(self) -> bool:
        """Whether terms of this kind are predicates."""
        return self not in {Kind.CLASS, Kind.INDIVIDUAL}


#: A term has one kind; owl:NamedIndividual comes before the code-list class that it belongs to.
_KINDS: Final = {
    _NAMED_INDIVIDUAL: Kind.INDIVIDUAL,
    NamedNode(_OWL + "Class"): Kind.CLASS,
    NamedNode(_OWL + "ObjectProperty"): Kind.OBJECT,
    NamedNode(_OWL + "DatatypeProperty"): Kind.DATATYPE,
    NamedNode(_OWL + "AnnotationProperty"): Kind.ANNOTATION,
    NamedNode(_RDF + "Property"): Kind.OBJECT,
}


class Term(NamedTuple):
    """A term with what is said of it; references to other terms are prefixed names."""

    prefix: str
    local: str
    kind: Kind
    label: Bilingual
    comment: Bilingual
    usage: Bilingual
    note: Bilingual
    parents: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    datatypes: tuple[str, ...]
    many: bool
    inverse: tuple[str, ...]
    examples: tuple[str, ...]
    status: str

    @property
    def name(self) -> str:
        """The prefixed name of the term."""
        return f"{self.prefix}:{self.local}"

    @property
    def is_own(self) -> bool:
        """Whether the term is of our namespace."""
        return self.prefix == OWN_PREFIX


class Ontology(NamedTuple):
    """The terms, own ones first and each part sorted by name, and the prefixes that the files bind."""

    terms: tuple[Term, ...]
    prefixes: dict[str, str]
    core: frozenset[str]

    def of(self, *kinds: Kind) -> Iterator[Term]:
        """Yield the terms of some kinds."""
        return (term for term in self.terms if term.kind in kinds)


def read_ontology(root: Path) -> Ontology:
    """Return the terms declared under a checkout's root; raise InputError for a file that is no Turtle."""
    graphs = [Graph.read(root / source) for source in SOURCES]
    prefixes = {prefix: base for graph in graphs for prefix, base in graph.prefixes.items()}
    found = [list(_Reader(graph, prefixes).terms()) for graph in graphs]
    terms = sorted((term for part in found for term in part), key=lambda term: (not term.is_own, term.name))
    core = frozenset(term.name for term in found[0])
    return Ontology(tuple(terms), dict(sorted(prefixes.items())), core)


class _Reader:
    def __init__(self, graph: Graph, prefixes: dict[str, str]) -> None:
        self._graph = graph
        self._prefixes = prefixes

    def terms(self) -> Iterator[Term]:
        for subject in self._graph.subjects(_TYPE):
            types = self._graph.iris(subject, _TYPE)
            kind = next((kind for declared, kind in _KINDS.items() if declared in types), None)
            if kind:
                yield self._term(subject, kind)

    def _term(self, subject: NamedNode, kind: Kind) -> Term:
        prefix, local = self._name(subject).split(":", 1)
        return Term(
            prefix,
            local,
            kind,
            label=self._bilingual(subject, _RDFS + "label"),
            comment=self._bilingual(subject, _RDFS + "comment"),
            usage=self._bilingual(subject, _SKOS + "scopeNote"),
            note=self._bilingual(subject, _SKOS + "editorialNote"),
            parents=self._parents(subject, kind),
            domain=self._names(self._graph.united(subject, NamedNode(_RDFS + "domain"), _UNION)),
            range=self._names(self._graph.united(subject, NamedNode(_RDFS + "range"), _UNION)),
            datatypes=self._names(self._graph.iris(subject, NamedNode(_SAISEI + "valueDatatype"))),
            many="true" in self._texts(subject, NamedNode(_SAISEI + "manyValues")),
            inverse=self._names(
                [*self._graph.iris(subject, _INVERSE), *self._graph.subjects(_INVERSE, subject)]
            ),
            examples=self._texts(subject, NamedNode(_SKOS + "example")),
            status="".join(self._texts(subject, _STATUS)),
        )

    def _parents(self, subject: NamedNode, kind: Kind) -> tuple[str, ...]:
        if kind is Kind.INDIVIDUAL:
            types = self._graph.iris(subject, _TYPE)
            return self._names(node for node in types if node != _NAMED_INDIVIDUAL)
        above = "subPropertyOf" if kind.is_property else "subClassOf"
        return self._names(self._graph.iris(subject, NamedNode(_RDFS + above)))

    def _bilingual(self, subject: NamedNode, predicate: str) -> Bilingual:
        return Bilingual(
            *(self._graph.text(subject, NamedNode(predicate), language) for language in ("ja", "en"))
        )

    def _texts(self, subject: NamedNode, predicate: NamedNode) -> tuple[str, ...]:
        return tuple(literal.value for literal in self._graph.literals(subject, predicate))

    def _names(self, nodes: Iterable[NamedNode]) -> tuple[str, ...]:
        return tuple(sorted({self._name(node) for node in nodes}))

    def _name(self, node: NamedNode) -> str:
        """Return the prefixed name of an IRI, by the longest base that it begins with."""
        iri = node.value
        fitting = [(len(base), prefix) for prefix, base in self._prefixes.items() if iri.startswith(base)]
        if not fitting:
            raise InputError(
                Bilingual(f"接頭辞のない語です: <{iri}>", f"A term has no prefix: <{iri}>"),
                where=SOURCES[0],
                todo=Bilingual("@prefix を加えてください。", "Add an @prefix for its namespace."),
            )
        length, prefix = max(fitting)
        return f"{prefix}:{iri[length:]}"
