"""Validate graphs with SHACL and lead every result back to a record, with a fix in Japanese and English.

``validate`` is the way in for files; ``Validation`` sees a graph while it is written, block by block, and
validates no block again that has not changed. Engines and report formats are tables (``ENGINES``, ``REPORTS``): a new one is one row.
"""

from saisei_lod.validation.caching import cache_folder
from saisei_lod.validation.engines import DEFAULT_ENGINE, ENGINES
from saisei_lod.validation.loading import Described
from saisei_lod.validation.reporting import REPORTS
from saisei_lod.validation.results import Locate, Report, Result
from saisei_lod.validation.streaming import Validation
from saisei_lod.validation.validating import validate

__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "REPORTS",
    "Described",
    "Locate",
    "Report",
    "Result",
    "Validation",
    "cache_folder",
    "validate",
]
