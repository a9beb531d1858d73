"""Describe the tables of a release in Croissant 1.1 (MLCommons, 2026), for tools of machine learning.

The context is the one that the format prescribes, with ``https://schema.org/``: the ``http`` form printed in
the specification's appendix is refused by its own validator.
"""

from typing import Any, Final

from saisei_lod.catalog.datasets import DATASETS
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import Offer, offers
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.model import Column, Table

__all__ = ["croissant"]

Json = dict[str, Any]
_TYPES: Final = {
    "date": "sc:Date",
    "integer": "sc:Integer",
    "decimal": "sc:Float",
    "boolean": "sc:Boolean",
    "anyURI": "sc:URL",
}
_TERMS: Final = [
    "arrayShape",
    "citeAs",
    "column",
    "containedIn",
    "equivalentProperty",
    "extract",
    "field",
    "fileProperty",
    "fileObject",
    "fileSet",
    "format",
    "includes",
    "isArray",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "samplingRate",
    "separator",
    "source",
    "subField",
    "transform",
]
_CONTEXT: Final[Json] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def croissant(release: Release) -> Json:
    """Return the document: a file object and a record set for each table that the release has."""
    publication = release.publication
    offered = {
        offer.table: offer for dataset in DATASETS for offer in offers(dataset, release) if offer.table
    }
    tables = [table for table in TABLES if table.name in offered]
    publisher = {
        "@type": "sc:Organization",
        "name": publication.publisher.en,
        "url": publication.homepage,
    }
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": publication.title.en,
        "alternateName": [publication.title.ja],
        "description": f"{release.described(publication.description).en}\n{publication.description.ja}",
        "license": publication.licence,
        "url": publication.homepage,
        "creator": publisher,
        "publisher": publisher,
        "datePublished": release.issued,
        "dateModified": release.issued,
        "version": release.version,
        "inLanguage": list(publication.languages),
        "keywords": list(dict.fromkeys(words.en for dataset in DATASETS for words in dataset.keywords)),
        "citeAs": f"{publication.publisher.en}. {publication.title.en}. Version {release.version}, "
        f"{release.issued}. {publication.homepage}",
        "distribution": [_file(offered[table.name], release) for table in tables],
        "recordSet": [_records(table) for table in tables],
    }


def _file(offer: Offer, release: Release) -> Json:
    return {
        "@type": "cr:FileObject",
        "@id": f"{offer.table}.csv",
        "name": f"{offer.table}.csv",
        "description": offer.title.en,
        "contentUrl": offer.address(release),
        "encodingFormat": offer.form.media_type,
        "contentSize": f"{offer.file.size} B",
        "sha256": offer.file.sha256,
    }


def _records(table: Table) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.title.en} ({table.title.ja})",
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> Json:
    field: Json = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": f"{column.title.en} ({column.title.ja})",
        "dataType": "sc:Text" if column.separator else _TYPES.get(column.kind.datatype, "sc:Text"),
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
    }
    if key := _referred(table, column):
        field["references"] = {"field": {"@id": key}}
    return field


def _referred(table: Table, column: Column) -> str:
    """Return the field of another table that a column leads to, "" where it leads to none.

    mlcroissant 1.1.1 joins by the names of columns: where a table has a column of its own that is named as
    the other's key (wards and municipalities both have ``code``), reading fails, so that is not stated.
    """
    other = table.refers.get(column.name)
    if not other:
        return ""
    (key,) = next(one.key for one in TABLES if one.name == other)
    own = {one.name for one in table.columns} - {column.name}
    return "" if key in own else f"{other}/{key}"
