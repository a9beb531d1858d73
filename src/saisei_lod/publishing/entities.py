"""Write a folder for each entity of a release, where its IRI leads when the release is served as files.

``id/plan/{key}/index.ttl`` holds what the graph says of the plan and of what belongs to it: versions,
events, periods. Their IRIs begin with the plan's key, so that a server's one rule leads from them there.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import GRAPHS_DIFFER
from saisei_lod.publishing.graphs import Writer
from saisei_lod.serialization.entities import EXTENSIONS, EntityWriter
from saisei_lod.serialization.equality import small_disagreement
from saisei_lod.terms import Description

__all__ = ["ENTITIES", "Entities", "entity_disagreements"]

#: The folder of entities, named as the end of the base of their IRIs.
ENTITIES: Final = "id"


class Entities:
    """Watch graphs being written, and write each block whose IRI is the publisher's as an entity."""

    def __init__(self, writer: Writer) -> None:
        self._base = writer.minter.base
        self._folder = writer.folder / ENTITIES
        self._writer = EntityWriter(writer.prefixes, writer.context)

    def through(self, _: str, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Pass blocks through; each leaves its folder."""
        for block in blocks:
            name = block[0].subject.value
            if name.startswith(self._base):
                self._writer.write(block, self._folder / name.removeprefix(self._base))
            yield block


def entity_disagreements(release: Path) -> Iterator[Finding]:
    """Yield a finding for each entity whose documents do not say the same."""
    for folder in sorted((release / ENTITIES).glob("*/*")):
        same = [folder / f"index.{extension}" for extension in EXTENSIONS]
        if differing := small_disagreement(same):
            place = Place(file=differing.lacking.relative_to(release).as_posix())
            yield GRAPHS_DIFFER.at(place, text=differing.line, holder=differing.holder.name)
