"""The points of data.europa.eu's Metadata Quality Assessment, computed from the catalogue: 405 of 405."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF
from rdflib.term import Node

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SHAPES = Path(__file__).resolve().parents[3] / "shared" / "dcat-ap"
EU = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
#: File types of the EU's table that are both machine-readable and non-proprietary, as far as we use them.
OPEN_AND_READABLE = {"RDF_TURTLE", "JSON_LD", "RDF_N_TRIPLES", "RDF_N_QUADS", "RDF_XML", "CSV"}
LICENCES = {f"{EU}licence/CC_BY_4_0", "https://creativecommons.org/licenses/by/4.0/"}
#: Points of a dataset for a property that is there (data.europa.eu, MQA methodology).
OF_A_DATASET = {
    DCAT.keyword: 30,
    DCAT.theme: 30,
    DCTERMS.spatial: 20,
    DCTERMS.temporal: 20,
    DCTERMS.accessRights: 10,
    DCAT.contactPoint: 20,
    DCTERMS.publisher: 10,
    DCTERMS.issued: 5,
    DCTERMS.modified: 5,
}
OF_A_FILE = {
    DCAT.downloadURL: 20,
    DCTERMS.format: 20,
    DCAT.mediaType: 10,
    DCTERMS.license: 20,
    DCTERMS.rights: 5,
    DCAT.byteSize: 5,
}


def present(graph: rdflib.Graph, node: Node, points: dict[rdflib.URIRef, int]) -> int:
    """Return the points for the properties that a node has."""
    return sum(count for name, count in points.items() if graph.value(node, name) is not None)


def file_points(graph: rdflib.Graph, file: Node, release: Path, address: str) -> int:
    """Return the points of a distribution; an address answers where the release has the file."""

    def answers(name: rdflib.URIRef) -> bool:
        url = str(graph.value(file, name))
        return url.startswith(address) and (release / url.removeprefix(address)).is_file()

    form = str(graph.value(file, DCTERMS.format)).removeprefix(f"{EU}file-type/")
    known = str(graph.value(file, DCAT.mediaType)).startswith(MEDIA_TYPES) and form in OPEN_AND_READABLE
    return (
        present(graph, file, OF_A_FILE)
        + 50 * answers(DCAT.accessURL)
        + 30 * answers(DCAT.downloadURL)
        + 10 * known
        + 40 * (form in OPEN_AND_READABLE)
        + 10 * (str(graph.value(file, DCTERMS.license)) in LICENCES)
    )


def conforms(graph: rdflib.Graph) -> bool:
    """Tell whether a catalogue breaks none of DCAT-AP's base shapes."""
    import pyshacl  # noqa: PLC0415 - only where the shapes are

    return bool(pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(SHAPES / "shapes.ttl"))[0])


def scores(graph: rdflib.Graph, release: Path, address: str) -> Iterator[tuple[str, int]]:
    """Yield the points of each dataset with each of its files."""
    profile = 30 * conforms(graph)
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        rights = str(graph.value(dataset, DCTERMS.accessRights)).startswith(f"{EU}access-right/")
        own = present(graph, dataset, OF_A_DATASET) + 5 * rights + profile
        for file in graph.objects(dataset, DCAT.distribution):
            yield str(file), own + file_points(graph, file, release, address)


@pytest.mark.parametrize("name", ["catalog.ttl", "catalog-eu.ttl"])
def test_every_file_of_every_dataset_has_all_points(release: Path, name: str) -> None:
    """405 is the highest that there is; more than 350 is called excellent."""
    if not (SHAPES / "shapes.ttl").is_file():
        pytest.skip("the shapes of DCAT-AP are not here")
    graph = rdflib.Graph().parse(release / name)
    found = dict(scores(graph, release, "https://w3id.org/saisei/data/"))
    assert len(found) > 30
    assert set(found.values()) == {405}, found
