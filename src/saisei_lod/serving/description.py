"""The service description (SPARQL 1.1 Service Description) of the endpoint."""

import re
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from starlette.requests import Request

from saisei_lod.querying.indexing import VOCABULARY_GRAPH
from saisei_lod.serving.forms import RESULT_FORMATS, Form
from saisei_lod.serving.service import Service

__all__ = ["description"]

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_INTEGER: Final = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_HOST: Final = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9a-fA-F:]+\](?::\d+)?")


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def description(request: Request, service: Service, form: Form) -> bytes:
    """Return the description in a form of graphs."""
    named: RdfFormat = getattr(RdfFormat, form.name)
    triples = _triples(_endpoint(request, service), service.facts.triples)
    return serialize(triples, format=named, prefixes={"sd": _SD, "void": _VOID}) or b""


def _endpoint(request: Request, service: Service) -> NamedNode:
    """Return the address under which the client has asked, that of the release where it is no address."""
    host = request.headers.get("host", "")
    root = f"{request.url.scheme}://{host}/" if _HOST.fullmatch(host) else service.addresses.root
    return NamedNode(f"{root}sparql")


def _triples(endpoint: NamedNode, size: int) -> list[Triple]:
    dataset, graph, named = BlankNode("dataset"), BlankNode("graph"), BlankNode("vocabulary")
    formats = [Triple(endpoint, _sd("resultFormat"), NamedNode(iri)) for iri in RESULT_FORMATS]
    return [
        Triple(endpoint, _TYPE, _sd("Service")),
        Triple(endpoint, _sd("endpoint"), endpoint),
        Triple(endpoint, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        *formats,
        Triple(endpoint, _sd("defaultDataset"), dataset),
        Triple(dataset, _TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), graph),
        Triple(graph, _TYPE, _sd("Graph")),
        Triple(dataset, NamedNode(f"{_VOID}triples"), Literal(str(size), datatype=_INTEGER)),
        Triple(dataset, _sd("namedGraph"), named),
        Triple(named, _TYPE, _sd("NamedGraph")),
        Triple(named, _sd("name"), NamedNode(VOCABULARY_GRAPH)),
    ]
