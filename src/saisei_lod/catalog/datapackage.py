"""Describe the tables of a release as a Data Package (Frictionless Data, Data Package 1 and Table Schema 1)."""

from collections.abc import Sequence
from typing import Any, Final

from saisei_lod.catalog.datasets import DATASETS
from saisei_lod.catalog.licences import licence_of
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import Offer, offers
from saisei_lod.catalog.sources import Source
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.model import Column, Table

__all__ = ["datapackage"]

Json = dict[str, Any]
_TYPES: Final[dict[str, Json]] = {
    "date": {"type": "date"},
    "gYearMonth": {"type": "yearmonth"},
    "gYear": {"type": "year"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "anyURI": {"type": "string", "format": "uri"},
}


def datapackage(release: Release, sources: Sequence[Source]) -> Json:
    """Return the document: a resource with its schema for each table; paths lead from the release's folder."""
    publication = release.publication
    licence = licence_of(publication.licence)
    offered = {
        offer.table: offer for dataset in DATASETS for offer in offers(dataset, release) if offer.table
    }
    return {
        "profile": "tabular-data-package",
        "name": "saisei-lod",
        "id": publication.download,
        "title": f"{publication.title.ja} · {publication.title.en}",
        "description": f"{release.described(publication.description).ja}\n\n{publication.description.en}",
        "homepage": publication.homepage,
        "version": release.version,
        "created": f"{release.issued}T00:00:00Z",
        "keywords": [word for words in DATASETS[0].keywords for word in words],
        "licenses": [{"name": licence.spdx, "title": licence.name.en, "path": licence.url}],
        "contributors": [
            {"title": publication.publisher.ja, "path": publication.homepage, "role": "publisher"}
        ],
        "sources": [
            {"title": one.title} | ({"path": one.url} if one.url else {}) for one in sources if one.title
        ],
        "resources": [_resource(table, offered[table.name]) for table in TABLES if table.name in offered],
    }


def _resource(table: Table, offer: Offer) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": offer.file.path,
        "title": f"{table.title.ja} · {table.title.en}",
        "format": "csv",
        "mediatype": offer.form.media_type,
        "encoding": "utf-8",
        "bytes": offer.file.size,
        "hash": f"sha256:{offer.file.sha256}",
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "primaryKey": list(table.key),
            **_foreign_keys(table),
        },
    }


def _field(table: Table, column: Column) -> Json:
    kind = {"type": "string"} if column.separator else _TYPES.get(column.kind.datatype, {"type": "string"})
    field = {"name": column.name, "title": f"{column.title.ja} · {column.title.en}", **kind}
    if column.required or column.name in table.refers:
        field["constraints"] = {"required": True}
    return field


def _foreign_keys(table: Table) -> Json:
    if not table.refers:
        return {}
    keys = []
    for column, other in table.refers.items():
        (key,) = next(one.key for one in TABLES if one.name == other)
        keys.append({"fields": column, "reference": {"resource": other, "fields": key}})
    return {"foreignKeys": keys}
