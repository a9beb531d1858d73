"""The catalogue against the shapes of DCAT-AP 3.0.1, and against what portals stumble on."""

import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF

from saisei_lod.catalog import DATASETS, File, Release, catalog_block
from saisei_lod.iris import Minter
from saisei_lod.records.publication import load_publication
from saisei_lod.serialization.adaptors import to_rdflib

ROOT = Path(__file__).resolve().parents[2]
SHAPES = ROOT.parent / "shared" / "dcat-ap"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    """The catalogue of a release with every dataset's files."""
    publication = load_publication(ROOT / "data" / "publication.toml")
    files = [
        File(f"{name}.{ext}", 10, "ab" * 32)
        for d in DATASETS
        for name in d.files
        for ext in ("ttl", "nt", "jsonld")
    ]
    release = Release(publication, "2026-11-21", files, "2024-03-31")
    return to_rdflib(catalog_block(release, Minter()))


@pytest.mark.parametrize("layer", ["shapes.ttl", "range.ttl", "shapes_recommended.ttl"])
def test_the_catalogue_conforms_to_a_layer_of_dcat_ap(graph: rdflib.Graph, layer: str) -> None:
    """No violation and no warning in the layers that the European validator runs."""
    if not (SHAPES / layer).is_file():
        pytest.skip("the shapes of DCAT-AP are not here")
    import pyshacl  # noqa: PLC0415 - only where the shapes are

    shapes = rdflib.Graph().parse(SHAPES / layer)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, advanced=False)
    assert conforms, text


def test_every_title_stands_once_in_each_language(graph: rdflib.Graph) -> None:
    """One ja and one en: portals take the first of several, in no fixed order."""
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution):
        for subject in graph.subjects(RDF.type, kind):
            for predicate in (DCTERMS.title, DCTERMS.description):
                languages = sorted(str(value.language) for value in graph.objects(subject, predicate))  # type: ignore[attr-defined]
                assert languages == ["en", "ja"], (subject, predicate)


def test_keywords_are_what_ckan_accepts(graph: rdflib.Graph) -> None:
    """One bad tag rejects a whole dataset in CKAN."""
    for keyword in graph.objects(None, DCAT.keyword):
        assert re.fullmatch(r"[\w \-.]{2,100}", str(keyword)), keyword


def test_the_licence_has_the_one_title_that_ckan_knows(graph: rdflib.Graph) -> None:
    """A second title, in Japanese, would empty CKAN's licence field."""
    licence = rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert list(graph.objects(licence, DCTERMS.title)) == [
        rdflib.Literal("Creative Commons Attribution", lang="en")
    ]


def test_every_distribution_has_size_and_hash(graph: rdflib.Graph) -> None:
    """Three files a dataset, each with its bytes and its SHA-256."""
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        files = list(graph.objects(dataset, DCAT.distribution))
        assert len(files) == 3
        for file in files:
            assert graph.value(file, DCAT.byteSize) is not None
            checksum = graph.value(file, rdflib.URIRef("http://spdx.org/rdf/terms#checksum"))
            assert graph.value(checksum, rdflib.URIRef("http://spdx.org/rdf/terms#checksumValue")) is not None


def test_a_draft_says_so() -> None:
    """The version and every description mark a release with violations."""
    publication = load_publication(ROOT / "data" / "publication.toml")
    release = Release(publication, "2026-11-21", [], "", draft=True)
    described = to_rdflib(catalog_block(release, Minter()))
    assert {str(value) for value in described.objects(None, DCAT.version)} == {"0.1.0-draft"}
