"""Describe a release for catalogues: DCAT 3 in the profile of DCAT-AP 3.0.1."""

from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.catalog.describing import File, Release, catalog_block

__all__ = ["DATASETS", "Dataset", "File", "Release", "catalog_block"]
