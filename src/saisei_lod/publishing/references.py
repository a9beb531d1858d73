"""Write what plans refer to: local governments, schemes and rounds."""

from collections.abc import Iterable

from saisei_lod import resources
from saisei_lod.mapping.concepts import concept_blocks
from saisei_lod.mapping.governments import Links, government_blocks
from saisei_lod.mapping.rounds import round_blocks
from saisei_lod.publishing.graphs import Writer
from saisei_lod.registry import tables
from saisei_lod.registry.links import dbpedia_names
from saisei_lod.registry.rounds import load_rounds

__all__ = ["write_governments", "write_references"]


def write_references(writer: Writer) -> None:
    """Write the graphs registry, schemes and rounds, each complete."""
    write_governments(writer, "registry", tables.load().governments)
    writer.write("schemes", concept_blocks(resources.ontology() / "schemes.ttl", writer.minter))
    writer.write("rounds", round_blocks(load_rounds(), writer.minter))


def write_governments(writer: Writer, name: str, codes: Iterable[str]) -> None:
    """Write a graph of the local governments named, with their prefectures; unknown codes are left out."""
    registry = tables.load()
    named = {code for code in codes if code in registry.governments}
    named |= {registry.governments[code].prefecture for code in named}
    named |= {parent for code in named if (parent := registry.governments[code].parent)}
    links = Links(dbpedia_names(registry), tables.wikidata_items(), tables.dated_area_codes())
    writer.write(name, government_blocks(registry, named, links, writer.minter))
