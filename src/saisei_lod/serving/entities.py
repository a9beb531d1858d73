"""Look up, in a worker, what a path stands for, and describe it: as a graph, or as a page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    Store,
    Triple,
)

from saisei_lod.errors import Bilingual
from saisei_lod.iris import REFERENCE_BASE, Minter
from saisei_lod.serving.addresses import Addresses
from saisei_lod.serving.answering import graph_bytes
from saisei_lod.serving.forms import ENTITY, HTML
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Answer, Facts, Kind, Lookup, Refused
from saisei_lod.serving.pages import entity_page, vocabulary_page
from saisei_lod.serving.reading import Reader
from saisei_lod.vocabulary import namespaces

__all__ = ["Desk"]

_VERSION: Final = NamedNode("http://www.w3.org/2002/07/owl#versionIRI")
_ONTOLOGY: Final = NamedNode("http://www.w3.org/2002/07/owl#Ontology")
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CATALOG: Final = NamedNode("http://www.w3.org/ns/dcat#Catalog")
_DOWNLOAD: Final = NamedNode("http://www.w3.org/ns/dcat#downloadURL")
_KINDS: Final = """SELECT ?type (COUNT(?one) AS ?count) (SAMPLE(?one) AS ?example)
WHERE { ?one a ?type . FILTER(STRSTARTS(STR(?type), "https://w3id.org/saisei/ns#")) } GROUP BY ?type ORDER BY ?type"""


class Desk:
    """The store of a worker with what it needs to look up an entity."""

    def __init__(self, index: str, limits: Limits) -> None:
        self.store = Store.read_only(index)
        self.limits = limits
        self.addresses = Addresses(_catalog(self.store))

    def look_up(self, lookup: Lookup) -> Answer | Refused:
        """Return where an entity is described, or its description; Refused (404) where nothing is at the path."""
        for iri in lookup.entities:
            if _exists(iri, self.store):
                return Answer(entity=iri)
        for iri in lookup.documents:
            if _exists(iri, self.store):
                return self._described(iri, lookup)
        return Refused(404, Bilingual("この公開データにありません。", "This is not in the release."))

    def _described(self, iri: str, lookup: Lookup) -> Answer:
        form = next(form for form in ENTITY if form.suffix == lookup.suffix)
        vocabulary = _vocabulary(iri, self.store)
        if form.media == HTML:
            reader = Reader(self.store, lookup.language)
            page = vocabulary_page if vocabulary else entity_page
            return Answer(form.media, page(vocabulary or iri, reader, self.addresses).encode())
        triples = self._of_vocabulary(vocabulary) if vocabulary else self._of_entity(iri)
        return Answer(form.media, graph_bytes(triples, form, _prefixes(triples)))

    def _of_entity(self, iri: str) -> list[Triple]:
        quads = self.store.quads_for_pattern(NamedNode(iri), None, None)
        return [quad.triple for quad in islice(quads, self.limits.rows)]

    def _of_vocabulary(self, graph: str) -> list[Triple]:
        """Return the graph with canonical names of its blank nodes, which a store numbers anew each time."""
        dataset = Dataset(self.store.quads_for_pattern(None, None, None, NamedNode(graph)))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return [quad.triple for quad in dataset]

    def survey(self) -> Facts:
        """Return what the server must know of the release."""
        catalog = _catalog(self.store)
        readers = [Reader(self.store, language) for language in ("ja", "en")]
        return Facts(
            Bilingual(*(reader.label(catalog) if catalog else "saisei-lod" for reader in readers)),
            catalog,
            tuple(
                sorted(str(quad.object)[1:-1] for quad in self.store.quads_for_pattern(None, _DOWNLOAD, None))
            ),
            tuple(self._kinds(readers)),
            len(self.store),
        )

    def _kinds(self, readers: Sequence[Reader]) -> Iterator[Kind]:
        found = self.store.query(_KINDS)
        if not isinstance(found, QuerySolutions):
            return
        for row in found:
            labels = [reader.label(str(row["type"])[1:-1]) for reader in readers]
            yield Kind(Bilingual(*labels), _number(row["count"]), str(row["example"]).strip("<>"))


def _number(term: object) -> int:
    return int(term.value) if isinstance(term, Literal) else 0


def _catalog(store: Store) -> str:
    return next((_iri(quad) for quad in store.quads_for_pattern(None, _TYPE, _CATALOG)), "")


def _iri(quad: Quad) -> str:
    """Return the IRI of a subject."""
    return str(quad.subject).strip("<>")


def _exists(iri: str, store: Store) -> bool:
    """Tell whether the release says anything of an IRI, or names it as the version of a vocabulary."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    return _any(store.quads_for_pattern(node, None, None)) or _any(
        store.quads_for_pattern(None, _VERSION, node)
    )


def _any(quads: Iterable[Quad]) -> bool:
    return next(iter(quads), None) is not None


def _vocabulary(iri: str, store: Store) -> str:
    """Return the graph that holds a vocabulary, asked by its own IRI or by that of its version; else ""."""
    of_version = [_iri(quad) for quad in store.quads_for_pattern(None, _VERSION, NamedNode(iri))]
    for name in (*of_version, iri):
        if _any(store.quads_for_pattern(NamedNode(name), _TYPE, _ONTOLOGY, NamedNode(name))):
            return str(name)
    return ""


def _prefixes(triples: Sequence[Triple]) -> dict[str, str]:
    """Return the prefixes that a graph has a use for."""
    spaces = [getattr(namespaces, name) for name in namespaces.__all__]
    known = {space.prefix: space.base for space in (*spaces, *Minter(REFERENCE_BASE).namespaces.values())}
    text = "\n".join(str(triple) for triple in triples)
    return {prefix: base for prefix, base in known.items() if base in text}
