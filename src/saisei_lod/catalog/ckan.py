"""Describe each dataset as CKAN's package_create takes it, a JSON object a line, for ``ckanapi load datasets``.

Portals that read CKAN's own API and no DCAT take this: BODIK, search.ckan.jp and others in Japan. What
CKAN's form has no field for stands in its extras, under the names that ckanext-dcat gives them.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.catalog.describing import JAPAN_BOX
from saisei_lod.catalog.licences import licence_of
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import Offer, offers
from saisei_lod.iris import Minter

__all__ = ["ckan_packages"]

Json = dict[str, Any]
_NOT_IN_NAME: Final = re.compile(r"[^a-z0-9_-]+")
_MOST: Final = 100


def ckan_packages(release: Release, minter: Minter) -> str:
    """Return the lines of ckan/packages.jsonl."""
    packages = (_package(dataset, release, minter) for dataset in DATASETS)
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in packages)


def _package(dataset: Dataset, release: Release, minter: Minter) -> Json:
    publication = release.publication
    description = release.described(dataset.description)
    owner = {"owner_org": publication.ckan_organization} if publication.ckan_organization else {}
    address = {"author_email": publication.contact} if _is_mail(publication.contact) else {}
    extras = dict(_extras(dataset, release, minter))
    return {
        "name": _name(publication.homepage, dataset.name),
        "title": dataset.title.ja,
        "notes": f"{description.ja}\n\n{description.en}\n\n{dataset.made.ja}\n\n{dataset.made.en}",
        "url": publication.homepage,
        "version": release.version,
        "license_id": licence_of(publication.licence).ckan_id,
        "author": publication.publisher.ja,
        **address,
        **owner,
        "type": "dataset",
        "tags": [{"name": word} for words in dataset.keywords for word in words],
        "extras": [{"key": key, "value": value} for key, value in extras.items()],
        "resources": [_resource(offer, release) for offer in offers(dataset, release)],
    }


def _is_mail(contact: str) -> bool:
    return "@" in contact and ":" not in contact


def _name(homepage: str, dataset: str) -> str:
    """Return a name that no other publisher gives its dataset on the same portal.

    >>> _name("https://w3id.org/saisei", "plans")
    'w3id-org-saisei-plans'
    """
    place = _NOT_IN_NAME.sub("-", homepage.partition("://")[2].lower()).strip("-")
    return f"{place[: _MOST - len(dataset) - 1]}-{dataset}"


def _extras(dataset: Dataset, release: Release, minter: Minter) -> Iterator[tuple[str, str]]:
    publication = release.publication
    west, south, east, north = JAPAN_BOX
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    yield "identifier", minter.catalog(dataset.name).value
    yield "uri", minter.catalog(dataset.name).value
    yield "title_en", dataset.title.en
    yield "issued", release.issued
    yield "modified", release.issued
    yield "temporal_start", dataset.starts
    yield "temporal_end", release.ends(dataset.name)
    yield "spatial", json.dumps({"type": "Polygon", "coordinates": [corners]})
    yield "language", json.dumps(list(publication.languages))
    yield "publisher_uri", minter.catalog("publisher").value
    yield "publisher_name", publication.publisher.ja
    yield "frequency", "http://publications.europa.eu/resource/authority/frequency/IRREG"


def _resource(offer: Offer, release: Release) -> Json:
    return {
        "name": offer.title.ja,
        "name_en": offer.title.en,
        "description": f"{offer.description.ja}\n\n{offer.description.en}",
        "url": offer.address(release),
        "format": offer.form.label,
        "mimetype": offer.form.media_type,
        "size": offer.file.size,
        "hash": offer.file.sha256,
        "hash_algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
        "license": release.publication.licence,
        "created": release.issued,
    }
