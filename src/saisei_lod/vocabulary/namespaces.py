# Derived from ontology/saisei.ttl and catalog-terms.ttl by `saisei derive`; never edited by hand.
"""The namespaces of the vocabulary, each with the prefix that every syntax uses."""

from typing import Final

from saisei_lod.terms import Namespace

__all__ = [
    "ADMS",
    "DCAT",
    "DCATAP",
    "DCTERMS",
    "FOAF",
    "GEO",
    "OA",
    "ORG",
    "OWL",
    "PROV",
    "RDF",
    "RDFS",
    "SAC",
    "SACS",
    "SAISEI",
    "SKOS",
    "SPDX",
    "TIME",
    "VANN",
    "VCARD",
    "VOID",
    "VS",
    "XSD",
]

ADMS: Final = Namespace("adms", "http://www.w3.org/ns/adms#")
DCAT: Final = Namespace("dcat", "http://www.w3.org/ns/dcat#")
DCATAP: Final = Namespace("dcatap", "http://data.europa.eu/r5r/")
DCTERMS: Final = Namespace("dcterms", "http://purl.org/dc/terms/")
FOAF: Final = Namespace("foaf", "http://xmlns.com/foaf/0.1/")
GEO: Final = Namespace("geo", "http://www.opengis.net/ont/geosparql#")
OA: Final = Namespace("oa", "http://www.w3.org/ns/oa#")
ORG: Final = Namespace("org", "http://www.w3.org/ns/org#")
OWL: Final = Namespace("owl", "http://www.w3.org/2002/07/owl#")
PROV: Final = Namespace("prov", "http://www.w3.org/ns/prov#")
RDF: Final = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
SAC: Final = Namespace("sac", "http://data.e-stat.go.jp/lod/sac/")
SACS: Final = Namespace("sacs", "http://data.e-stat.go.jp/lod/terms/sacs#")
SAISEI: Final = Namespace("saisei", "https://w3id.org/saisei/ns#")
SKOS: Final = Namespace("skos", "http://www.w3.org/2004/02/skos/core#")
SPDX: Final = Namespace("spdx", "http://spdx.org/rdf/terms#")
TIME: Final = Namespace("time", "http://www.w3.org/2006/time#")
VANN: Final = Namespace("vann", "http://purl.org/vocab/vann/")
VCARD: Final = Namespace("vcard", "http://www.w3.org/2006/vcard/ns#")
VOID: Final = Namespace("void", "http://rdfs.org/ns/void#")
VS: Final = Namespace("vs", "http://www.w3.org/2003/06/sw-vocab-status/ns#")
XSD: Final = Namespace("xsd", "http://www.w3.org/2001/XMLSchema#")
