import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rdflib

from saisei_lod.errors import EnvironmentFault
from saisei_lod.serialization import to_rdflib
from saisei_lod.serialization.entities import EXTENSIONS, EntityWriter
from saisei_lod.terms import Description, text

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary


@pytest.fixture
def writer(vocabulary: "Vocabulary") -> EntityWriter:
    """A writer of the small vocabulary."""
    return EntityWriter(vocabulary.prefixes, vocabulary.context)


def test_each_document_is_complete_alone(
    writer: EntityWriter, block: list[Description], vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """Each of three files says the block and nothing of the blocks before it, without fetching anything."""
    for number in range(3):
        further = Description(vocabulary.place(f"further-{number}"), vocabulary.ex("Plan"))
        further.add(vocabulary.title, text(f'第{number}号 ex: "note": x', "ja"))
        said = [*block, further]
        writer.write(said, tmp_path / str(number))
        for extension in EXTENSIONS:
            graph = rdflib.Graph().parse(tmp_path / str(number) / f"index.{extension}")
            assert set(graph) == set(to_rdflib(said))


def test_a_document_declares_what_it_uses(
    writer: EntityWriter, vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """No prefix and no key of the context stands there for others' sake."""
    described = Description(vocabulary.place("a"), vocabulary.ex("Plan"))
    described.add(vocabulary.title, text("長井市", "ja"))
    writer.write([described], tmp_path / "a")
    turtle = (tmp_path / "a" / "index.ttl").read_text(encoding="utf-8")
    assert turtle.partition("\n\n")[0] == (
        "@prefix ex: <https://example.org/ns#> .\n@prefix place: <https://example.org/id/place/> ."
    )
    document = json.loads((tmp_path / "a" / "index.jsonld").read_text(encoding="utf-8"))
    assert sorted(document["@context"]) == ["@version", "ex", "id", "title", "type"]


def test_lines_are_sorted_and_each_stands_once(
    writer: EntityWriter, vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """The N-Triples of an entity are its canonical form."""
    described = Description(vocabulary.place("b"), vocabulary.ex("Plan"))
    described.add(vocabulary.title, text("う", "ja"), text("あ", "ja"))
    writer.write([described, described], tmp_path / "b")
    lines = (tmp_path / "b" / "index.nt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) == 3


def test_an_entity_is_written_once(writer: EntityWriter, block: list[Description], tmp_path: Path) -> None:
    """Two blocks of one name would hide each other: the second is refused with the folder's name."""
    writer.write(block, tmp_path / "a")
    with pytest.raises(EnvironmentFault) as caught:
        writer.write(block, tmp_path / "a")
    assert caught.value.where == str(tmp_path / "a")
