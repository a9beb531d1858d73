"""The catalogue against the shapes of DCAT-AP 3.0.1, and against what portals stumble on."""

import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF

from saisei_lod.catalog import DATASETS, Release, catalog_block
from saisei_lod.iris import Minter
from saisei_lod.records.publication import load_publication
from saisei_lod.serialization.adaptors import to_rdflib

ROOT = Path(__file__).resolve().parents[2]
SHAPES = ROOT.parent / "shared" / "dcat-ap"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
BASE = "https://w3id.org/saisei/id/catalog/"
FORMS = ("catalog.ttl", "catalog-eu.ttl")


def shapes(layer: str) -> rdflib.Graph:
    """Return a layer of the shapes; skip where they are not here."""
    if not (SHAPES / layer).is_file():
        pytest.skip("the shapes of DCAT-AP are not here")
    return rdflib.Graph().parse(SHAPES / layer)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("layer", ["shapes.ttl", "range.ttl", "shapes_recommended.ttl", "deprecateduris.ttl"])
def test_the_catalogue_conforms_to_a_layer_of_dcat_ap(release: Path, name: str, layer: str) -> None:
    """No violation and no warning in the layers that the European validator runs without knowledge of its own."""
    wanted = shapes(layer)
    import pyshacl  # noqa: PLC0415 - only where the shapes are

    conforms, _, text = pyshacl.validate(
        rdflib.Graph().parse(release / name), shacl_graph=wanted, advanced=False
    )
    assert conforms, text


@pytest.mark.parametrize("name", FORMS)
def test_values_are_those_of_the_authority_tables(release: Path, name: str) -> None:
    """All but two: the publisher is no body of the EU, and SPDX names SHA-256 with http, the shape with https."""
    wanted = shapes("mdr-vocabularies.shape.ttl")
    import pyshacl  # noqa: PLC0415 - only where the shapes are

    known = rdflib.Graph().parse(SHAPES / "eu-authority-min.nt").parse(SHAPES / "supplement.ttl")
    _, report, _ = pyshacl.validate(
        rdflib.Graph().parse(release / name) + known, shacl_graph=wanted, advanced=False
    )
    assert isinstance(report, rdflib.Graph)
    values = {str(report.value(result, SH.value)) for result in report.objects(None, SH.result)}
    expected = {f"{BASE}publisher"}
    assert values == (
        expected if name == "catalog-eu.ttl" else {*expected, f"{SPDX}checksumAlgorithm_sha256"}
    )


def test_every_title_stands_once_in_each_language(graph: rdflib.Graph) -> None:
    """One ja and one en: portals take the first of several, in no fixed order."""
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution):
        for subject in graph.subjects(RDF.type, kind):
            for predicate in (DCTERMS.title, DCTERMS.description):
                languages = sorted(str(value.language) for value in graph.objects(subject, predicate))  # type: ignore[attr-defined]
                assert languages == ["en", "ja"], (subject, predicate)


def test_keywords_are_what_ckan_accepts(graph: rdflib.Graph) -> None:
    """One bad tag rejects a whole dataset in CKAN; one without a language is not read by others."""
    for keyword in graph.objects(None, DCAT.keyword):
        assert isinstance(keyword, rdflib.Literal)
        assert re.fullmatch(r"[\w \-.]{2,100}", str(keyword)), keyword
        assert keyword.language in {"ja", "en"}


def test_nothing_but_the_datasets_is_typed_as_one(graph: rdflib.Graph) -> None:
    """Every node of the class becomes a dataset of the portal, wherever it stands; none may be a blank node."""
    expected = {rdflib.URIRef(BASE + dataset.name) for dataset in DATASETS}
    assert set(graph.subjects(RDF.type, DCAT.Dataset)) == expected
    assert not [node for node in graph.all_nodes() if isinstance(node, rdflib.BNode)]


def test_the_licence_has_the_one_title_that_ckan_knows(graph: rdflib.Graph) -> None:
    """A second title, in Japanese, would empty CKAN's licence field."""
    licence = rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert list(graph.objects(licence, DCTERMS.title)) == [
        rdflib.Literal("Creative Commons Attribution", lang="en")
    ]


def test_the_eu_profile_differs_in_the_licence_and_the_algorithm_alone(
    graph: rdflib.Graph, eu_graph: rdflib.Graph
) -> None:
    """The EU's IRI of CC BY 4.0, and https in the name of the algorithm; all else is the same."""
    licence = rdflib.URIRef("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
    assert set(eu_graph.objects(None, DCTERMS.license)) == {licence}
    rest = [
        {
            (one, name, value)
            for one, name, value in each
            if name not in {DCTERMS.license, SPDX.algorithm}
            and "licenses/by" not in str(one)
            and one != licence
        }
        for each in (graph, eu_graph)
    ]
    assert rest[1] - rest[0] == {
        (
            rdflib.URIRef("https://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            RDF.type,
            SPDX.ChecksumAlgorithm,
        )
    }
    assert not rest[0] - rest[1]


def test_the_files_are_distributions_but_the_workbook(graph: rdflib.Graph, release: Path) -> None:
    """Graphs and CSV with size and hash; the workbook is offered on the page."""
    addresses = {str(address) for address in graph.objects(None, DCAT.downloadURL)}
    base = "https://w3id.org/saisei/data/"
    tables = {f"{base}tables/{name}.csv" for dataset in DATASETS for name in dataset.tables}
    graphs = {
        f"{base}{name}.{ext}"
        for name in ("plans", "registry", "schemes", "rounds")
        for ext in ("ttl", "jsonld", "nt", "rdf")
    }
    assert addresses == {*tables, *graphs, f"{base}provenance.nq", f"{base}ontology/saisei.ttl"}
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        path = release / str(graph.value(file, DCAT.downloadURL)).removeprefix(base)
        assert int(str(graph.value(file, DCAT.byteSize))) == path.stat().st_size
        checksum = graph.value(file, SPDX.checksum)
        assert re.fullmatch("[0-9a-f]{64}", str(graph.value(checksum, SPDX.checksumValue)).lower())


def test_every_table_belongs_to_one_dataset() -> None:
    """A table that is added is offered by some dataset."""
    from saisei_lod.tables.definitions import TABLES  # noqa: PLC0415 - for this test alone

    named = [name for dataset in DATASETS for name in dataset.tables]
    assert sorted(named) == sorted(table.name for table in TABLES)


def test_the_vocabulary_states_what_is_true(graph: rdflib.Graph) -> None:
    """It covers Japan, from the day on which the law came into force."""
    vocabulary = rdflib.URIRef(f"{BASE}vocabulary")
    period = graph.value(vocabulary, DCTERMS.temporal)
    assert str(graph.value(period, DCAT.startDate)) == "2005-04-01"
    place = "http://publications.europa.eu/resource/authority/country/JPN"
    assert str(graph.value(vocabulary, DCTERMS.spatial)) == place


def test_a_draft_says_so() -> None:
    """The version and every description mark a release with violations."""
    publication = load_publication(ROOT / "data" / "publication.toml")
    release = Release(publication, "2026-11-21", [], "", draft=True)
    described = to_rdflib(catalog_block(release, Minter()))
    assert {str(value) for value in described.objects(None, DCAT.version)} == {"0.1.0-draft"}
    for value in described.objects(rdflib.URIRef(f"{BASE}plans"), DCTERMS.description):
        assert str(value).startswith(("下書き", "Draft"))


def test_an_address_of_mail_is_a_contact_too() -> None:
    """A publisher may be reached by mail or by a page; a prefecture is a regional authority."""
    publication = load_publication(ROOT / "data" / "publication.toml")
    changed = publication._replace(contact="opendata@pref.example.jp", publisher_kind="regional-authority")
    described = to_rdflib(catalog_block(Release(changed, "2026-11-21", [], ""), Minter()))
    mail = rdflib.URIRef("http://www.w3.org/2006/vcard/ns#hasEmail")
    assert [str(value) for value in described.objects(None, mail)] == ["mailto:opendata@pref.example.jp"]
    kind = described.value(rdflib.URIRef(f"{BASE}publisher"), DCTERMS.type)
    assert str(kind) == "http://purl.org/adms/publishertype/RegionalAuthority"
