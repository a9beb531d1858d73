"""Link names in running Japanese text to local governments, with the day, the reason and the doubt.

Whole tables are resolved by :func:`saisei_lod.registry.linking.files.resolve_file`, which is imported on
its own: it loads more.
"""

from saisei_lod.registry.linking.linker import Linker, linker
from saisei_lod.registry.linking.model import Ambiguous, Match, Resolution, as_json

__all__ = ["Ambiguous", "Linker", "Match", "Resolution", "as_json", "linker"]
