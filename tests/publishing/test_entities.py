"""A folder for each entity, where its IRI leads on a server of files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from saisei_lod.iris import Minter
from saisei_lod.mapping.rounds import round_blocks
from saisei_lod.publishing.entities import ENTITIES, Entities, entity_disagreements
from saisei_lod.publishing.graphs import Writer
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.terms import Description


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    """The writer of a release folder."""
    (tmp_path / "dist").mkdir()
    return Writer.into(tmp_path / "dist", tmp_path, Minter())


def rounds(writer: Writer) -> Iterator[list[Description]]:
    """The blocks of the certification rounds."""
    return round_blocks(load_rounds(), writer.minter)


def test_each_block_has_its_folder_where_its_iri_leads(writer: Writer) -> None:
    """The path below ``id/`` is that of the IRI; round and days stand in one folder, in three files."""
    writer._replace(watchers=(Entities(writer),)).write("rounds", rounds(writer))
    folder = writer.folder / ENTITIES / "round" / "1"
    assert sorted(path.name for path in folder.iterdir()) == ["index.jsonld", "index.nt", "index.ttl"]
    graph = rdflib.Graph().parse(folder / "index.ttl")
    days = {str(subject).rpartition("/")[2] for subject in graph.subjects()}
    assert days == {"1", "1-20050617", "1-20050719"}


def test_the_entities_together_are_the_graph(writer: Writer) -> None:
    """No triple is missing and none is added; what passes through is not changed."""
    writer._replace(watchers=(Entities(writer),)).write("rounds", rounds(writer))
    lines = {
        line
        for path in (writer.folder / ENTITIES).rglob("*.nt")
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    assert sorted(lines) == (writer.folder / "rounds.nt").read_text(encoding="utf-8").splitlines()


def test_only_what_a_publisher_names_has_a_folder_with_that_publisher(tmp_path: Path) -> None:
    """Rounds are everybody's: their IRIs lead to where they are published."""
    (tmp_path / "dist").mkdir()
    writer = Writer.into(tmp_path / "dist", tmp_path, Minter("https://example.org/id/"))
    assert len(list(Entities(writer).through("rounds", rounds(writer)))) > 30
    assert not (writer.folder / ENTITIES).exists()


def test_an_entity_whose_files_differ_is_named(writer: Writer) -> None:
    """The file that lacks a line, and the line."""
    list(Entities(writer).through("rounds", rounds(writer)))
    assert list(entity_disagreements(writer.folder)) == []
    path = writer.folder / ENTITIES / "round" / "2" / "index.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("2005-11-22", "2005-11-23", 1), encoding="utf-8")
    (found,) = entity_disagreements(writer.folder)
    assert found.place.file.startswith("id/round/2/index.")
