"""Describe the event stream: where its pages are and which of them a client that knows a release needs.

Linked Data Event Streams 1.0 (SEMIC); TREE hypermedia specification (a relation tells which values of
prov:generatedAtTime a page holds). Old pages stay as they are; this index alone grows.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.changes.history import Release
from saisei_lod.changes.pages import AS_NAMESPACE, LDES_NAMESPACE, TREE_NAMESPACE, moment
from saisei_lod.records.publication import Publication

__all__ = ["as_index"]

_RELATIONS: Final = ("GreaterThanOrEqualToRelation", "LessThanOrEqualToRelation")
_PREFIXES: Final = {
    "as": AS_NAMESPACE,
    "dcterms": v.DCTERMS.base,
    "ldes": LDES_NAMESPACE,
    "prov": v.PROV.base,
    "rdf": v.RDF.base,
    "tree": TREE_NAMESPACE,
    "xsd": v.XSD.base,
}


def as_index(publication: Publication, releases: Sequence[Release]) -> Iterator[str]:
    """Yield the stream's first node in Turtle: the stream, and two relations to each page."""
    address = f"{publication.download}ldes/"
    index, stream = f"<{address}index.ttl>", f"<{address}index.ttl#stream>"
    pages = [(release.date, page.name) for release in releases for page in release.pages]
    for prefix, namespace in _PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    yield f"{stream} a ldes:EventStream ;\n  ldes:timestampPath prov:generatedAtTime ;\n"
    yield "  ldes:versionOfPath dcterms:isVersionOf ;\n"
    for deed in ("Create", "Update", "Delete"):
        yield f"  ldes:version{deed}Path rdf:type ;\n  ldes:version{deed}Object as:{deed} ;\n"
    yield f"  tree:view {index} .\n{index} a tree:Node"
    for number in range(len(pages)):
        yield "".join(f" ;\n  tree:relation <{address}index.ttl#r{number}-{at}>" for at in (0, 1))
    yield " .\n"
    for number, (day, name) in enumerate(pages):
        for at, relation in enumerate(_RELATIONS):
            yield f"<{address}index.ttl#r{number}-{at}> a tree:{relation} ;\n  tree:node <{address}{name}> ;\n"
            yield f'  tree:path prov:generatedAtTime ;\n  tree:value "{moment(day)}"^^xsd:dateTime .\n'
