"""IRIs of SHACL and RDF that the modules here share (W3C SHACL, 2017-07-20)."""

from typing import Final

__all__ = ["PREFIXES", "RDF_NIL", "RDF_TYPE", "SH", "SHAPES", "local_name", "shortened"]

SH: Final = "http://www.w3.org/ns/shacl#"
SHAPES: Final = "https://w3id.org/saisei/shapes#"
RDF_NIL: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

#: Prefixes of reports, so that people read ``dcterms:title`` and not its address.
PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "saisei": "https://w3id.org/saisei/ns#",
    "sh": SH,
    "shapes": SHAPES,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def local_name(iri: str) -> str:
    """Return what stands after the last ``#`` or ``/`` of an IRI.

    >>> local_name("http://www.w3.org/ns/shacl#minCount")
    'minCount'
    """
    return iri.rstrip("#/").replace("#", "/").rpartition("/")[2]


def shortened(iri: str) -> str:
    """Return an IRI with its prefix where it has one and the rest is a plain name, else in angle brackets.

    >>> shortened("http://purl.org/dc/terms/title"), shortened("https://example.org/a")
    ('dcterms:title', '<https://example.org/a>')
    """
    for prefix, base in PREFIXES.items():
        rest = iri.removeprefix(base)
        if rest != iri and rest.replace("-", "").replace("_", "").isalnum() and rest.isascii():
            return f"{prefix}:{rest}"
    return f"<{iri}>"
