"""Map a release to its catalogue: catalogue, datasets, distributions and what they point to.

DCAT 3 (W3C, 2024) in the profile of DCAT-AP 3.0.1. Every node has an IRI and a type; texts stand once
in ja and once in en; the licence node carries the English title alone, by which CKAN knows it.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.catalog.authorities import authority_block, bilingual, eu, media_type, publisher_type, wkt
from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.catalog.licences import Licence, licence_of
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import Offer, offers
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.records.publication import Publication
from saisei_lod.terms import Description, Iri, Property, Term, date, plain, text, typed

__all__ = ["JAPAN_BOX", "RIGHTS", "catalog_block", "eu_catalog_block"]

#: West, south, east, north: from Yonaguni to Minamitorishima and from Okinotorishima to Etorofu, in whole degrees.
JAPAN_BOX: Final = (122, 20, 154, 46)
_JAPAN_CENTRE: Final = "POINT(138 36)"
RIGHTS: Final = Bilingual(
    "計画に関する事実は各自治体の公表ページに基づきます。要約と英語名はこのプロジェクトが書いたものです。",
    "Facts about plans come from the pages of the local governments; summaries and English titles are this project's own.",
)


class _Profile(NamedTuple):
    """Where catalogues' rules conflict: the licence's IRI and titles, and how a hash's algorithm is named."""

    licence: Iri
    licence_names: tuple[tuple[Property, tuple[Term, ...]], ...]
    algorithm: Iri
    further: tuple[Description, ...] = ()


def catalog_block(release: Release, minter: Minter) -> list[Description]:
    """Return the descriptions of a release's catalogue, the catalogue first.

    The licence has one title, the one that CKAN knows it by: CKAN's register knows no Creative Commons IRI,
    compares titles, and takes any of several.
    """
    licence = licence_of(release.publication.licence)
    names = (
        (v.DCTERMS_TITLE, (text(licence.ckan_title, "en"),)),
        (v.RDFS_LABEL, (text(licence.name.ja, "ja"),)),
    )
    profile = _Profile(Iri.absolute(licence.url), names, v.SPDX_CHECKSUM_ALGORITHM_SHA256)
    return _block(release, minter, profile)


def eu_catalog_block(release: Release, minter: Minter) -> list[Description]:
    """Return the catalogue in the terms of the EU's own tables.

    The licence is named by the IRI of the authority table, which CKAN does not know; the algorithm of hashes
    by an IRI with https, as the shapes of DCAT-AP's vocabulary layer ask, while SPDX's own has http.
    """
    licence = licence_of(release.publication.licence)
    algorithm = Description(Iri.absolute(_EU_ALGORITHM), Iri.absolute(_ALGORITHM_CLASS))
    names = ((v.DCTERMS_TITLE, bilingual(licence.name)),)
    profile = _Profile(Iri.absolute(licence.eu or licence.url), names, algorithm.subject, (algorithm,))
    return _block(release, minter, profile)


_EU_ALGORITHM: Final = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_ALGORITHM_CLASS: Final = "http://spdx.org/rdf/terms#ChecksumAlgorithm"


def _block(release: Release, minter: Minter, profile: _Profile) -> list[Description]:
    block = [_catalog(release, minter, profile)]
    for dataset in DATASETS:
        block += _dataset_with_files(dataset, release, minter, profile)
    licence = licence_of(release.publication.licence)
    return [
        *block,
        *_agents(release.publication, minter),
        *_place(minter),
        _licence(licence, profile),
        *profile.further,
        *authority_block(release.publication.publisher_kind, licence.kind),
    ]


def _catalog(release: Release, minter: Minter, profile: _Profile) -> Description:
    publication = release.publication
    described = Description(minter.catalog("catalog"), v.DCAT_CATALOG)
    described.add(v.DCTERMS_TITLE, *bilingual(publication.title))
    described.add(v.DCTERMS_DESCRIPTION, *bilingual(release.described(publication.description)))
    _common(described, release, minter)
    described.add(v.FOAF_HOMEPAGE, Iri.absolute(publication.homepage))
    described.add(
        v.DCAT_THEME_TAXONOMY, Iri.absolute("http://publications.europa.eu/resource/authority/data-theme")
    )
    described.add(v.DCTERMS_LICENSE, profile.licence)
    described.add(v.DCAT_DATASET, *[minter.catalog(dataset.name) for dataset in DATASETS])
    return described


def _common(described: Description, release: Release, minter: Minter) -> None:
    """State what catalogue and datasets have alike."""
    described.add(v.DCTERMS_PUBLISHER, minter.catalog("publisher"))
    described.add(v.DCTERMS_LANGUAGE, eu("language", "JPN"), eu("language", "ENG"))
    described.add(v.DCTERMS_SPATIAL, eu("country", "JPN"))
    described.add(v.DCTERMS_ISSUED, date(release.issued))
    described.add(v.DCTERMS_MODIFIED, date(release.issued))
    described.add(v.DCAT_VERSION, plain(release.version))


def _dataset_with_files(
    dataset: Dataset, release: Release, minter: Minter, profile: _Profile
) -> Iterator[Description]:
    offered = list(offers(dataset, release))
    described = Description(minter.catalog(dataset.name), v.DCAT_DATASET_CLASS)
    described.add(v.DCTERMS_TITLE, *bilingual(dataset.title))
    described.add(v.DCTERMS_DESCRIPTION, *bilingual(release.described(dataset.description)))
    described.add(v.DCTERMS_IDENTIFIER, plain(minter.catalog(dataset.name).value))
    _common(described, release, minter)
    described.add(v.DCAT_KEYWORD, *[word for words in dataset.keywords for word in bilingual(words)])
    described.add(v.DCAT_THEME, eu("data-theme", "REGI"), eu("data-theme", "GOVE"))
    described.add(v.DCAT_CONTACT_POINT, minter.catalog("contact"))
    described.add(v.DCTERMS_ACCESS_RIGHTS, eu("access-right", "PUBLIC"))
    described.add(v.DCTERMS_ACCRUAL_PERIODICITY, eu("frequency", "IRREG"))
    described.add(v.DCTERMS_TEMPORAL, minter.catalog(f"{dataset.name}-period"))
    described.add(v.DCTERMS_PROVENANCE, minter.catalog(f"{dataset.name}-made"))
    described.add(v.DCAT_LANDING_PAGE, Iri.absolute(release.publication.homepage))
    described.add(v.DCAT_DISTRIBUTION, *[minter.catalog(offer.name) for offer in offered])
    yield described
    yield _period(dataset, release, minter)
    made = Description(minter.catalog(f"{dataset.name}-made"), v.DCTERMS_PROVENANCE_STATEMENT)
    made.add(v.RDFS_LABEL, *bilingual(dataset.made))
    yield made
    for offer in offered:
        yield from _distribution(offer, release, minter, profile)


def _period(dataset: Dataset, release: Release, minter: Minter) -> Description:
    described = Description(minter.catalog(f"{dataset.name}-period"), v.DCTERMS_PERIOD_OF_TIME)
    described.add(v.DCAT_START_DATE, date(dataset.starts))
    described.add(v.DCAT_END_DATE, date(release.ends(dataset.name)))
    return described


def _distribution(offer: Offer, release: Release, minter: Minter, profile: _Profile) -> Iterator[Description]:
    address = Iri.absolute(offer.address(release))
    described = Description(minter.catalog(offer.name), v.DCAT_DISTRIBUTION_CLASS)
    described.add(v.DCTERMS_TITLE, *bilingual(offer.title))
    described.add(v.DCTERMS_DESCRIPTION, *bilingual(offer.description))
    described.add(v.DCAT_ACCESS_URL, address)
    described.add(v.DCAT_DOWNLOAD_URL, address)
    described.add(v.DCTERMS_FORMAT, eu("file-type", offer.form.eu))
    described.add(v.DCAT_MEDIA_TYPE, media_type(offer.form.media_type))
    described.add(v.DCAT_BYTE_SIZE, typed(str(offer.file.size), "nonNegativeInteger"))
    described.add(v.SPDX_CHECKSUM, minter.catalog(f"{offer.name}-checksum"))
    described.add(v.DCTERMS_LICENSE, profile.licence)
    described.add(v.DCTERMS_RIGHTS, minter.catalog("rights"))
    described.add(v.DCATAP_AVAILABILITY, eu("planned-availability", "STABLE"))
    described.add(v.DCTERMS_LANGUAGE, eu("language", "JPN"), eu("language", "ENG"))
    described.add(v.DCTERMS_ISSUED, date(release.issued))
    described.add(v.DCTERMS_MODIFIED, date(release.issued))
    yield described
    checksum = Description(minter.catalog(f"{offer.name}-checksum"), v.SPDX_CHECKSUM_CLASS)
    checksum.add(v.SPDX_ALGORITHM, profile.algorithm)
    checksum.add(v.SPDX_CHECKSUM_VALUE, typed(offer.file.sha256, "hexBinary"))
    yield checksum


def _agents(publication: Publication, minter: Minter) -> Iterator[Description]:
    publisher = Description(minter.catalog("publisher"), v.FOAF_AGENT, v.FOAF_ORGANIZATION)
    publisher.add(v.FOAF_NAME, *bilingual(publication.publisher))
    publisher.add(v.DCTERMS_TYPE, publisher_type(publication.publisher_kind))
    publisher.add(v.FOAF_HOMEPAGE, Iri.absolute(publication.homepage))
    yield publisher
    contact = Description(minter.catalog("contact"), v.VCARD_KIND, v.VCARD_ORGANIZATION)
    contact.add(v.VCARD_FN, *bilingual(publication.publisher))
    if "@" in publication.contact and ":" not in publication.contact:
        contact.add(v.VCARD_HAS_EMAIL, Iri.absolute(f"mailto:{publication.contact}"))
    else:
        contact.add(v.VCARD_HAS_URL, Iri.absolute(publication.contact))
    yield contact
    homepage = Description(Iri.absolute(publication.homepage), v.FOAF_DOCUMENT)
    homepage.add(v.DCTERMS_TITLE, *bilingual(publication.title))
    yield homepage


def _place(minter: Minter) -> Iterator[Description]:
    west, south, east, north = JAPAN_BOX
    japan = Description(eu("country", "JPN"), v.DCTERMS_LOCATION)
    japan.add(v.SKOS_PREF_LABEL, *bilingual(Bilingual("日本", "Japan")))
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    japan.add(v.DCAT_BBOX, wkt(f"POLYGON(({', '.join(f'{x} {y}' for x, y in corners)}))"))
    japan.add(v.DCAT_CENTROID, wkt(_JAPAN_CENTRE))
    yield japan
    rights = Description(minter.catalog("rights"), v.DCTERMS_RIGHTS_STATEMENT)
    rights.add(v.RDFS_LABEL, *bilingual(RIGHTS))
    yield rights


def _licence(licence: Licence, profile: _Profile) -> Description:
    described = Description(profile.licence, v.DCTERMS_LICENSE_DOCUMENT)
    for predicate, values in profile.licence_names:
        described.add(predicate, *values)
    described.add(v.DCTERMS_TYPE, Iri.absolute(licence.kind))
    return described
