"""The service manifest (section 3.1)."""

from typing import Any, Final

from saisei_lod import installed_version
from saisei_lod.errors import Bilingual, Language
from saisei_lod.iris import REFERENCE_BASE
from saisei_lod.serving.reconciliation.extending import LIMIT
from saisei_lod.serving.reconciliation.kinds import GOVERNMENT, PLAN, SCHEME, as_type
from saisei_lod.serving.reconciliation.queries import BATCH

__all__ = ["PREVIEW", "manifest"]

#: Width and height of a preview in pixels.
PREVIEW: Final = (420, 220)
_SCHEMA: Final = "https://w3id.org/saisei/ns#"
_NAME: Final = Bilingual(
    "地方公共団体・支援措置・地域再生計画(saisei-lod)",
    "Local governments, funding schemes and regional revitalisation plans of Japan (saisei-lod)",
)
_LIMIT: Final = Bilingual("計画の数の上限", "The most plans")
_HELP: Final = Bilingual(
    "「計画の名称」が返す計画の数", "How many plans the property “Titles of plans” gives"
)


def manifest(root: str, language: Language) -> dict[str, Any]:
    """Return the manifest of the service at the address ``root``, which ends with a slash."""
    service = f"{root}reconcile"
    width, height = PREVIEW
    return {
        "versions": ["0.2"],
        "name": _NAME.in_language(language),
        "identifierSpace": REFERENCE_BASE,
        "schemaSpace": _SCHEMA,
        "serviceVersion": installed_version(),
        "defaultTypes": [as_type(one, language) for one in (GOVERNMENT, SCHEME, PLAN)],
        "view": {"url": f"{root}id/{{{{id}}}}"},
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": width, "height": height},
        "suggest": {
            name: {"service_url": service, "service_path": f"/suggest/{name}"}
            for name in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": service, "service_path": "/properties"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": _LIMIT.in_language(language),
                    "type": "number",
                    "default": LIMIT,
                    "help_text": _HELP.in_language(language),
                }
            ],
        },
        "batchSize": BATCH,
    }
