"""Name all tables of a release, in the order of the workbook's sheets."""

from typing import Final

from saisei_lod.tables.model import Table
from saisei_lod.tables.part_tables import PART_TABLES
from saisei_lod.tables.plan_tables import PLAN_TABLES
from saisei_lod.tables.reference_tables import REFERENCE_TABLES
from saisei_lod.tables.source_tables import SOURCE_TABLES

__all__ = ["TABLES"]

TABLES: Final[tuple[Table, ...]] = (*PLAN_TABLES, *PART_TABLES, *SOURCE_TABLES, *REFERENCE_TABLES)
