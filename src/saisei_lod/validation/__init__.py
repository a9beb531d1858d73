"""Validate graphs with SHACL and lead every result back to a record, with a fix in Japanese and English.

``validate`` is the one way in; ``validate_cached`` is the same for files that rarely change. Engines and
report formats are tables (``ENGINES``, ``REPORTS``): a new one is one row.
"""

from saisei_lod.validation.caching import cache_folder, validate_cached
from saisei_lod.validation.engines import DEFAULT_ENGINE, ENGINES
from saisei_lod.validation.reports import REPORTS
from saisei_lod.validation.results import Locate, Report, Result
from saisei_lod.validation.validating import validate

__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "REPORTS",
    "Locate",
    "Report",
    "Result",
    "cache_folder",
    "validate",
    "validate_cached",
]
