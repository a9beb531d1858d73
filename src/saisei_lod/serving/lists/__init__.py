"""Lists of plans over HTTP: by municipality, scheme, round, year and day, in pages, as JSON-LD and CSV."""

from saisei_lod.serving.lists.endpoint import routes

__all__ = ["routes"]
