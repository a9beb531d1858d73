"""Print the landing page of a release, which people read and Google Dataset Search looks into."""

import json
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from saisei_lod.catalog.counting import Counts
from saisei_lod.catalog.datasets import DATASETS
from saisei_lod.catalog.licences import licence_of
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import offers, workbook
from saisei_lod.catalog.schema_org import schema_org
from saisei_lod.iris import Minter

if TYPE_CHECKING:
    import jinja2

__all__ = ["landing_page"]


def landing_page(
    release: Release, minter: Minter, counts: Mapping[str, Counts], news: Collection[str] = ()
) -> str:
    """Return index.html: what there is, how much of it, and under which terms; links are relative.

    ``news`` are the paths of the pages and feeds that tell what has changed.
    """
    publication = release.publication
    return _template().render(
        publication=publication,
        release=release,
        description=release.described(publication.description),
        licence=licence_of(publication.licence),
        datasets=[
            (dataset, list(offers(dataset, release)), counts.get(dataset.name)) for dataset in DATASETS
        ],
        workbook=workbook(release),
        news=news,
        address=publication.contact if ":" in publication.contact else f"mailto:{publication.contact}",
        about=_in_script(schema_org(release, minter)),
    )


def _in_script(value: object) -> str:
    """Return JSON that cannot end the script element that it stands in (HTML, section 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@cache
def _template() -> "jinja2.Template":
    import jinja2  # noqa: PLC0415 - for this page alone

    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["size"] = _size
    source = files("saisei_lod.catalog").joinpath("index.html.jinja").read_text(encoding="utf-8")
    return environment.from_string(source)


def _size(count: int) -> str:
    """Return a number of bytes as people read it.

    >>> _size(2_500), _size(999), _size(3_700_000)
    ('2.5 kB', '999 B', '3.7 MB')
    """
    for unit, power in (("GB", 9), ("MB", 6), ("kB", 3)):
        if count >= 10**power:
            return f"{count / 10**power:.1f} {unit}"
    return f"{count} B"
