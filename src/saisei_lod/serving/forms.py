"""The forms in which answers leave: media types, file suffixes and pyoxigraph's names for them."""

from typing import Final, NamedTuple

__all__ = ["ENTITY", "GRAPH", "HTML", "PROBLEM", "RESULT_FORMATS", "ROWS", "Form", "by_media", "by_suffix"]

HTML: Final = "text/html"
#: Problem details (RFC 9457).
PROBLEM: Final = "application/problem+json"


class Form(NamedTuple):
    """A media type, the suffix of files of it, pyoxigraph's name, and its IRI at the W3C (formats)."""

    media: str
    suffix: str
    name: str
    iri: str

    @property
    def header(self) -> str:
        """The value of Content-Type: all texts are UTF-8."""
        return f"{self.media}; charset=utf-8" if self.media.startswith("text/") else self.media


_W3C: Final = "http://www.w3.org/ns/formats/"
#: For rows and truth values, the first where nothing is preferred (SPARQL 1.1 Protocol, section 2.1.6).
ROWS: Final = (
    Form("application/sparql-results+json", ".srj", "JSON", f"{_W3C}SPARQL_Results_JSON"),
    Form("application/sparql-results+xml", ".srx", "XML", f"{_W3C}SPARQL_Results_XML"),
    Form("text/csv", ".csv", "CSV", f"{_W3C}SPARQL_Results_CSV"),
    Form("text/tab-separated-values", ".tsv", "TSV", f"{_W3C}SPARQL_Results_TSV"),
)
#: For graphs.
GRAPH: Final = (
    Form("text/turtle", ".ttl", "TURTLE", f"{_W3C}Turtle"),
    Form("application/ld+json", ".jsonld", "JSON_LD", f"{_W3C}JSON-LD"),
    Form("application/n-triples", ".nt", "N_TRIPLES", f"{_W3C}N-Triples"),
    Form("application/rdf+xml", ".rdf", "RDF_XML", f"{_W3C}RDF_XML"),
)
#: For entities: those of graphs, and pages.
ENTITY: Final = (*GRAPH, Form(HTML, ".html", "", ""))
RESULT_FORMATS: Final = tuple(form.iri for form in (*ROWS, *GRAPH))


def by_media(media: str) -> Form:
    """Return the form of a media type of ours; KeyError for any other."""
    return {form.media: form for form in (*ROWS, *ENTITY)}[media]


def by_suffix(path: str) -> tuple[str, str]:
    """Return a path without the suffix of a form of entities, and the suffix; "" where it has none.

    >>> by_suffix("/id/round/55.ttl")
    ('/id/round/55', '.ttl')
    """
    for form in ENTITY:
        if path.endswith(form.suffix):
            return path.removesuffix(form.suffix), form.suffix
    return path, ""
