"""Map a release to its catalogue: catalogue, datasets, distributions and what they point to.

DCAT 3 (W3C, 2024) in the profile of DCAT-AP 3.0.1. Every node has an IRI and a type; texts stand once
in ja and once in en; the licence node carries the English title alone, by which CKAN knows it.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.catalog.authorities import FORMATS, authority_block, bilingual, eu, media_type, wkt
from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.records.publication import Publication
from saisei_lod.terms import Description, Iri, Literal, date, plain, text, typed

__all__ = ["File", "Release", "catalog_block"]

#: From Yonaguni to Minamitorishima and from Okinotorishima to Etorofu, rounded outwards to a degree.
_JAPAN_BOX: Final = "POLYGON((122 20, 154 20, 154 46, 122 46, 122 20))"
_JAPAN_CENTRE: Final = "POINT(138 36)"
_DRAFT: Final = Bilingual("下書き: 検証で違反が見つかっています。", "Draft: validation found violations.")
_LICENCE_NAME: Final = "Creative Commons Attribution"


class File(NamedTuple):
    """A file of the release: path inside it, size in bytes, SHA-256 in hex."""

    path: str
    size: int
    sha256: str


class Release(NamedTuple):
    """What the catalogue tells of a release: the publication, its date, its files, its last known day."""

    publication: Publication
    issued: str
    files: Sequence[File]
    last_day: str
    draft: bool = False

    @property
    def version(self) -> str:
        """The version; a draft is marked."""
        return self.publication.version + ("-draft" if self.draft else "")


def catalog_block(release: Release, minter: Minter) -> list[Description]:
    """Return the descriptions of a release's catalogue, the catalogue first."""
    block = [_catalog(release, minter)]
    for dataset in DATASETS:
        block += _dataset_with_files(dataset, release, minter)
    return [*block, *_agents(release, minter), *_place(minter), _licence(release), *authority_block()]


def _catalog(release: Release, minter: Minter) -> Description:
    publication = release.publication
    described = Description(minter.catalog("catalog"), v.DCAT_CATALOG)
    described.add(v.DCTERMS_TITLE, *bilingual(publication.title))
    described.add(v.DCTERMS_DESCRIPTION, *_described(publication.description, draft=release.draft))
    _common(described, release, minter)
    described.add(v.FOAF_HOMEPAGE, Iri.absolute(publication.homepage))
    described.add(
        v.DCAT_THEME_TAXONOMY, Iri.absolute("http://publications.europa.eu/resource/authority/data-theme")
    )
    described.add(v.DCTERMS_LICENSE, Iri.absolute(publication.licence))
    described.add(v.DCAT_DATASET, *[minter.catalog(dataset.name) for dataset in DATASETS])
    return described


def _described(words: Bilingual, *, draft: bool) -> tuple[Literal, ...]:
    if not draft:
        return bilingual(words)
    return bilingual(Bilingual(f"{_DRAFT.ja}{words.ja}", f"{_DRAFT.en} {words.en}"))


def _common(described: Description, release: Release, minter: Minter) -> None:
    """State what catalogue and datasets have alike."""
    described.add(v.DCTERMS_PUBLISHER, minter.catalog("publisher"))
    described.add(v.DCTERMS_LANGUAGE, eu("language", "JPN"), eu("language", "ENG"))
    described.add(v.DCTERMS_SPATIAL, minter.catalog("japan"))
    described.add(v.DCTERMS_ISSUED, date(release.issued))
    described.add(v.DCTERMS_MODIFIED, date(release.issued))
    described.add(v.DCAT_VERSION, plain(release.version))


def _dataset_with_files(dataset: Dataset, release: Release, minter: Minter) -> Iterator[Description]:
    files = [file for file in release.files if file.path.rpartition(".")[0] in dataset.files]
    names = {file.path: f"{dataset.name}-{file.path.rpartition('.')[2]}" for file in files}
    described = Description(minter.catalog(dataset.name), v.DCAT_DATASET_CLASS)
    described.add(v.DCTERMS_TITLE, *bilingual(dataset.title))
    described.add(v.DCTERMS_DESCRIPTION, *_described(dataset.description, draft=release.draft))
    described.add(v.DCTERMS_IDENTIFIER, plain(minter.catalog(dataset.name).value))
    _common(described, release, minter)
    described.add(v.DCAT_KEYWORD, *[word for words in dataset.keywords for word in bilingual(words)])
    described.add(v.DCAT_THEME, eu("data-theme", "REGI"), eu("data-theme", "GOVE"))
    described.add(v.DCAT_CONTACT_POINT, minter.catalog("contact"))
    described.add(v.DCTERMS_ACCESS_RIGHTS, eu("access-right", "PUBLIC"))
    described.add(v.DCTERMS_ACCRUAL_PERIODICITY, eu("frequency", "IRREG"))
    described.add(v.DCTERMS_TEMPORAL, minter.catalog(f"{dataset.name}-period"))
    described.add(v.DCAT_LANDING_PAGE, Iri.absolute(release.publication.homepage))
    described.add(v.DCAT_DISTRIBUTION, *[minter.catalog(name) for name in names.values()])
    yield described
    yield _period(dataset, release, minter)
    for file in files:
        yield from _distribution(file, names[file.path], dataset, release, minter)


def _period(dataset: Dataset, release: Release, minter: Minter) -> Description:
    described = Description(minter.catalog(f"{dataset.name}-period"), v.DCTERMS_PERIOD_OF_TIME)
    described.add(v.DCAT_START_DATE, date(dataset.starts))
    described.add(
        v.DCAT_END_DATE,
        date(max(release.last_day, release.issued) if dataset.name == "plans" else release.issued),
    )
    return described


def _distribution(
    file: File, name: str, dataset: Dataset, release: Release, minter: Minter
) -> Iterator[Description]:
    code, label, mime = FORMATS[file.path.rpartition(".")[2]]
    address = Iri.absolute(release.publication.download + file.path)
    described = Description(minter.catalog(name), v.DCAT_DISTRIBUTION_CLASS)
    described.add(
        v.DCTERMS_TITLE,
        *bilingual(Bilingual(f"{dataset.title.ja} ({label})", f"{dataset.title.en} ({label})")),
    )
    described.add(
        v.DCTERMS_DESCRIPTION,
        *bilingual(Bilingual(f"全件を {label} で収めたファイル。", f"The whole dataset as {label}.")),
    )
    described.add(v.DCAT_ACCESS_URL, address)
    described.add(v.DCAT_DOWNLOAD_URL, address)
    described.add(v.DCTERMS_FORMAT, eu("file-type", code))
    described.add(v.DCAT_MEDIA_TYPE, media_type(mime))
    described.add(v.DCAT_BYTE_SIZE, typed(str(file.size), "nonNegativeInteger"))
    described.add(v.SPDX_CHECKSUM, minter.catalog(f"{name}-checksum"))
    described.add(v.DCTERMS_LICENSE, Iri.absolute(release.publication.licence))
    described.add(v.DCTERMS_RIGHTS, minter.catalog("rights"))
    described.add(v.DCATAP_AVAILABILITY, eu("planned-availability", "STABLE"))
    described.add(v.DCTERMS_ISSUED, date(release.issued))
    described.add(v.DCTERMS_MODIFIED, date(release.issued))
    yield described
    checksum = Description(minter.catalog(f"{name}-checksum"), v.SPDX_CHECKSUM_CLASS)
    checksum.add(v.SPDX_ALGORITHM, v.SPDX_CHECKSUM_ALGORITHM_SHA256)
    checksum.add(v.SPDX_CHECKSUM_VALUE, typed(file.sha256, "hexBinary"))
    yield checksum


def _agents(release: Release, minter: Minter) -> Iterator[Description]:
    publication = release.publication
    publisher = Description(minter.catalog("publisher"), v.FOAF_AGENT, v.FOAF_ORGANIZATION)
    publisher.add(v.FOAF_NAME, *bilingual(publication.publisher))
    publisher.add(v.DCTERMS_TYPE, Iri.absolute("http://purl.org/adms/publishertype/NonProfitOrganisation"))
    publisher.add(v.FOAF_HOMEPAGE, Iri.absolute(publication.homepage))
    yield publisher
    contact = Description(minter.catalog("contact"), v.VCARD_KIND, v.VCARD_ORGANIZATION)
    contact.add(v.VCARD_FN, *bilingual(publication.publisher))
    contact.add(v.VCARD_HAS_URL, Iri.absolute(publication.homepage))
    yield contact
    homepage = Description(Iri.absolute(publication.homepage), v.FOAF_DOCUMENT)
    homepage.add(v.DCTERMS_TITLE, *bilingual(publication.title))
    yield homepage


def _place(minter: Minter) -> Iterator[Description]:
    japan = Description(minter.catalog("japan"), v.DCTERMS_LOCATION)
    japan.add(v.SKOS_PREF_LABEL, *bilingual(Bilingual("日本", "Japan")))
    japan.add(v.DCAT_BBOX, wkt(_JAPAN_BOX))
    japan.add(v.DCAT_CENTROID, wkt(_JAPAN_CENTRE))
    yield japan
    rights = Description(minter.catalog("rights"), v.DCTERMS_RIGHTS_STATEMENT)
    rights.add(
        v.RDFS_LABEL,
        *bilingual(
            Bilingual(
                "計画に関する事実は各自治体の公表ページに基づきます。要約と英語名はこのプロジェクトが書いたものです。",
                "Facts about plans come from the pages of the local governments; summaries and English titles are this project's own.",
            )
        ),
    )
    yield rights


def _licence(release: Release) -> Description:
    described = Description(Iri.absolute(release.publication.licence), v.DCTERMS_LICENSE_DOCUMENT)
    described.add(v.DCTERMS_TITLE, text(_LICENCE_NAME, "en"))
    described.add(v.RDFS_LABEL, text("クリエイティブ・コモンズ 表示 4.0 国際", "ja"))
    described.add(v.DCTERMS_TYPE, Iri.absolute("http://purl.org/adms/licencetype/Attribution"))
    return described
