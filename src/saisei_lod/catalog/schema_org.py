"""Describe a release in schema.org, as Google Dataset Search reads it in the landing page.

Required there: name, and a description of 50 characters and more; the others are recommended.
"""

from typing import Any

from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.catalog.describing import JAPAN_BOX
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import Offer, offers
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.tables.definitions import TABLES

__all__ = ["schema_org"]

Json = dict[str, Any]


def schema_org(release: Release, minter: Minter) -> Json:
    """Return the JSON-LD document: a DataCatalog and its Datasets, each with its DataDownloads."""
    publication = release.publication
    catalog = minter.catalog("catalog").value
    publisher = {
        "@type": "Organization",
        "@id": minter.catalog("publisher").value,
        "name": publication.publisher.ja,
        "alternateName": publication.publisher.en,
        "url": publication.homepage,
    }
    described = {
        "@type": "DataCatalog",
        "@id": catalog,
        **_texts(publication.title, release.described(publication.description)),
        "url": publication.homepage,
        "license": publication.licence,
        "inLanguage": list(publication.languages),
        "publisher": publisher,
        "dataset": [{"@id": minter.catalog(dataset.name).value} for dataset in DATASETS],
    }
    datasets = [_dataset(dataset, release, minter) for dataset in DATASETS]
    return {"@context": "https://schema.org/", "@graph": [described, *datasets]}


def _texts(title: Bilingual, description: Bilingual) -> Json:
    """Give both languages in one text: readers of this form take one, whatever its language."""
    return {
        "name": title.ja,
        "alternateName": title.en,
        "description": f"{description.ja}\n{description.en}",
    }


def _dataset(dataset: Dataset, release: Release, minter: Minter) -> Json:
    publication = release.publication
    publisher = {"@id": minter.catalog("publisher").value}
    west, south, east, north = JAPAN_BOX
    return {
        "@type": "Dataset",
        "@id": minter.catalog(dataset.name).value,
        **_texts(dataset.title, release.described(dataset.description)),
        "identifier": minter.catalog(dataset.name).value,
        "url": publication.homepage,
        "keywords": [word for words in dataset.keywords for word in words],
        "license": publication.licence,
        "isAccessibleForFree": True,
        "inLanguage": list(publication.languages),
        "creator": publisher,
        "publisher": publisher,
        "version": release.version,
        "datePublished": release.issued,
        "dateModified": release.issued,
        "temporalCoverage": f"{dataset.starts}/{release.ends(dataset.name)}",
        "spatialCoverage": {
            "@type": "Place",
            "name": "日本",
            "alternateName": "Japan",
            "geo": {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"},
        },
        **_measured(dataset),
        "includedInDataCatalog": {"@id": minter.catalog("catalog").value},
        "distribution": [_download(offer, release) for offer in offers(dataset, release)],
    }


def _measured(dataset: Dataset) -> Json:
    """Name what the first table of a dataset tells of each of its rows."""
    for table in TABLES:
        if table.name in dataset.tables[:1]:
            return {"variableMeasured": [f"{one.title.ja} ({one.name})" for one in table.columns]}
    return {}


def _download(offer: Offer, release: Release) -> Json:
    return {
        "@type": "DataDownload",
        "name": offer.title.ja,
        "alternateName": offer.title.en,
        "contentUrl": offer.address(release),
        "encodingFormat": offer.form.media_type,
        "contentSize": f"{offer.file.size} B",
        "sha256": offer.file.sha256,
    }
