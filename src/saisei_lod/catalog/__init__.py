"""Describe a release for catalogues: DCAT, VoID, schema.org, Croissant, Data Package, CKAN, and pages."""

from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.catalog.describing import catalog_block, eu_catalog_block
from saisei_lod.catalog.model import File, Release
from saisei_lod.catalog.writing import offered_files, write_descriptions

__all__ = [
    "DATASETS",
    "Dataset",
    "File",
    "Release",
    "catalog_block",
    "eu_catalog_block",
    "offered_files",
    "write_descriptions",
]
