"""Write what plans refer to: local governments, schemes and rounds."""

from collections.abc import Callable, Iterable

from saisei_lod import resources
from saisei_lod.iris import Minter
from saisei_lod.mapping.concepts import concept_blocks
from saisei_lod.mapping.governments import Links, government_blocks
from saisei_lod.mapping.rounds import round_blocks
from saisei_lod.publishing.graphs import Writer
from saisei_lod.registry import tables
from saisei_lod.registry.links import dbpedia_names
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.terms import Description

__all__ = ["references", "write_references"]


Pass = Callable[[str, Iterable[list[Description]]], Iterable[list[Description]]]
"""See the blocks of a graph, by its name, while they are written."""


def _unseen(_: str, blocks: Iterable[list[Description]]) -> Iterable[list[Description]]:
    return blocks


def write_references(writer: Writer, seen: Pass = _unseen) -> None:
    """Write the graphs registry, schemes and rounds, each complete; ``seen`` is passed by all their blocks."""
    for name, blocks in references(writer.minter).items():
        writer.write(name, seen(name, blocks))


def references(minter: Minter) -> dict[str, Iterable[list[Description]]]:
    """Return the blocks of what plans refer to, by graph: all local governments, schemes and rounds."""
    registry = tables.load()
    links = Links(dbpedia_names(registry), tables.wikidata_items(), tables.dated_area_codes())
    return {
        "registry": government_blocks(registry, set(registry.governments), links, minter),
        "schemes": concept_blocks(resources.ontology() / "schemes.ttl", minter),
        "rounds": round_blocks(load_rounds(), minter),
    }
