"""Lay the graph out as tables: CSV, CSV for Excel, a workbook, and CSVW that leads back to the graph."""

from saisei_lod.tables.csvw import About
from saisei_lod.tables.files import TableFiles
from saisei_lod.tables.labels import term_labels

__all__ = ["About", "TableFiles", "term_labels"]
