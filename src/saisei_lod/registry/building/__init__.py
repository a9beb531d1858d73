"""Maintainers' work on the registry: build it from packages, verify it, import what changed.

``build`` derives the tables; ``verify`` says what is wrong with them; the importers read e-Stat's list
of changes, results of Wikidata, e-Stat's dated area codes and the ministry's workbook.
"""

from saisei_lod.registry.building.build import Summary, build
from saisei_lod.registry.building.detecting import ListKind, list_kind
from saisei_lod.registry.building.importing import Imported, import_haichi
from saisei_lod.registry.building.ministry import MinistryImport, import_ministry
from saisei_lod.registry.building.sac import SacImport, import_sac
from saisei_lod.registry.building.verifying import verify
from saisei_lod.registry.building.wikidata import WikidataImport, import_wikidata

__all__ = [
    "Imported",
    "ListKind",
    "MinistryImport",
    "SacImport",
    "Summary",
    "WikidataImport",
    "build",
    "import_haichi",
    "import_ministry",
    "import_sac",
    "import_wikidata",
    "list_kind",
    "verify",
]
