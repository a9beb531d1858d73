"""Name the formats that releases are written in: one row each, with all that anyone asks of a format."""

from collections.abc import Callable
from typing import Final, NamedTuple

from saisei_lod.serialization.frame import Frame, Writer
from saisei_lod.serialization.jsonld import JsonLdWriter
from saisei_lod.serialization.nquads import NQuadsWriter
from saisei_lod.serialization.ntriples import NTriplesWriter
from saisei_lod.serialization.rdfxml import RdfXmlWriter
from saisei_lod.serialization.sink import Sink
from saisei_lod.serialization.turtle import TurtleWriter

__all__ = ["FORMATS", "NQUADS", "Format"]


class Format(NamedTuple):
    """A syntax of RDF: names for people and programs, and the class that writes it."""

    name: str
    label: str
    media_type: str
    extension: str
    iri: str
    writer: Callable[[Sink, Frame], Writer]


_W3C: Final = "http://www.w3.org/ns/formats/"

#: By name. Extensions are those of the files, without the dot; ``iri`` is W3C's for the format.
FORMATS: Final[dict[str, Format]] = {
    row.name: row
    for row in (
        Format("turtle", "Turtle", "text/turtle", "ttl", f"{_W3C}Turtle", TurtleWriter),
        Format("jsonld", "JSON-LD", "application/ld+json", "jsonld", f"{_W3C}JSON-LD", JsonLdWriter),
        Format("ntriples", "N-Triples", "application/n-triples", "nt", f"{_W3C}N-Triples", NTriplesWriter),
        Format("rdfxml", "RDF/XML", "application/rdf+xml", "rdf", f"{_W3C}RDF_XML", RdfXmlWriter),
    )
}

#: The one format of datasets, whose blocks stand in named graphs: see :class:`QuadFile`.
NQUADS: Final = Format("nquads", "N-Quads", "application/n-quads", "nq", f"{_W3C}N-Quads", NQuadsWriter)
