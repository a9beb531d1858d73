"""Read what a page shows of an entity from the store: properties, values and labels in a language."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from saisei_lod.errors import Language

__all__ = ["Property", "Reader", "Shown"]

_LABELS: Final = tuple(
    NamedNode(iri)
    for iri in (
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://purl.org/dc/terms/title",
        "http://www.w3.org/2006/vcard/ns#fn",
        "http://xmlns.com/foaf/0.1/name",
    )
)
#: Values of a property, and things that name an entity, that a page shows.
_SHOWN: Final = 100


class Shown(NamedTuple):
    """A value: its text, the address it leads to ("" for none), the language tag of a text."""

    text: str
    href: str = ""
    tag: str = ""


class Property(NamedTuple):
    """A property with its label and values; ``more`` tells that not all are shown."""

    iri: str
    label: str
    values: list[Shown]
    more: bool


class Reader:
    """Read from a store in one language."""

    def __init__(self, store: Store, language: Language) -> None:
        self.store = store
        self.language: Language = language
        self._known: dict[str, str] = {}

    def label(self, iri: str) -> str:
        """Return the label in the language, else in any, else the local name."""
        if iri not in self._known:
            self._known[iri] = self._label(NamedNode(iri)) or _local(iri)
        return self._known[iri]

    def _label(self, node: NamedNode) -> str:
        for term in _LABELS:
            quads = self.store.quads_for_pattern(node, term, None)
            found = {
                value.language or "": value.value
                for quad in islice(quads, _SHOWN)
                if isinstance(value := quad.object, Literal)
            }
            for tag in (self.language, "ja", "en", *sorted(found)):
                if tag in found:
                    return str(found[tag])
        return ""

    def texts(self, iri: str, term: str) -> str:
        """Return the value of a property in the language, else in any, else ""."""
        quads = self.store.quads_for_pattern(NamedNode(iri), NamedNode(term), None)
        found = {
            quad.object.language or "": quad.object.value
            for quad in quads
            if isinstance(quad.object, Literal)
        }
        return str(found.get(self.language) or next(iter(found.values()), ""))

    def properties(self, iri: str) -> list[Property]:
        """Return what the release says of an entity, by property."""
        found: dict[str, list[Shown]] = {}
        for quad in self.store.quads_for_pattern(NamedNode(iri), None, None):
            values = found.setdefault(quad.predicate.value, [])
            shown = self._shown(quad.object)
            if len(values) <= _SHOWN and shown not in values:
                values.append(shown)
        return list(self._listed(found))

    def mentions(self, iri: str) -> list[Property]:
        """Return the first of what names an entity, by property."""
        found: dict[str, list[Shown]] = {}
        quads = self.store.quads_for_pattern(None, None, NamedNode(iri))
        for quad in islice(quads, _SHOWN + 1):
            if isinstance(quad.subject, NamedNode):
                found.setdefault(quad.predicate.value, []).append(self._shown(quad.subject))
        return list(self._listed(found))

    def _listed(self, found: dict[str, list[Shown]]) -> Iterator[Property]:
        for iri in sorted(found):
            values = sorted(found[iri])
            yield Property(iri, self.label(iri), values[:_SHOWN], len(values) > _SHOWN)

    def _shown(self, term: NamedNode | BlankNode | Literal | Triple) -> Shown:
        if isinstance(term, Literal):
            return Shown(term.value, tag=term.language or "")
        if isinstance(term, NamedNode):
            href = term.value if urlsplit(term.value).scheme in {"http", "https"} else ""
            return Shown(self.label(term.value), href)
        return Shown(str(term))


def _local(iri: str) -> str:
    """Return the last part of an IRI, the whole where it has none."""
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri
