import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from saisei_lod.errors import EnvironmentFault, UsageError
from saisei_lod.serialization import FORMATS, Written, disagreement, write
from saisei_lod.terms import Description, plain

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary, WriteAll

_SEEDED = """
import sys
from pathlib import Path
from saisei_lod.serialization import FORMATS, write
from saisei_lod.terms import Description, Namespace, Property, plain, text
space, folder = Namespace("n", "https://e.org/n/"), Path(sys.argv[1])
title = Property(space, "title", "title", languages=True)
parts = Property(space, "parts", "parts", datatype="@id", repeated=True)
def block(number: int) -> None:
    plan = Description(space(f"p{number}"), space("A"), space("B"))
    plan.add(title, text("b", "ja"), text("a", "en"))
    plan.add(title, text("b", "ja"), text("c", "ja"))
    children = [Description(space(f"c{number}-{child}"), space("C")) for child in range(5)]
    plan.add(parts, *[child.subject for child in children])
    return [plan, *children]
outputs = {name: folder / row.extension for name, row in FORMATS.items()}
context = {"id": "@id", "type": "@type", "n": space.base}
write(map(block, range(50)), outputs, prefixes={"n": space.base, "m": "u:m"}, context=context, scratch=folder)
"""


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Three processes with other hash seeds write the same bytes in all formats."""
    made = []
    for seed in ("0", "1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        subprocess.run([sys.executable, "-c", _SEEDED, folder], check=True, env=environment)
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert sorted(made[0]) == sorted(row.extension for row in FORMATS.values())
    assert made[0] == made[1] == made[2]


def test_blocks_may_come_in_any_order_for_ntriples(block: list[Description], tmp_path: Path) -> None:
    """N-Triples has the order of code points, not that of the blocks."""
    blocks = [[described] for described in block]
    made = []
    for number, ordered in enumerate((blocks, blocks[::-1], [block])):
        path = tmp_path / f"{number}.nt"
        write(ordered, {"ntriples": path}, prefixes={}, context={}, scratch=tmp_path)
        made.append(path.read_bytes())
    assert made[0] == made[1] == made[2]


def test_all_formats_say_the_same_graph(
    write_all: "WriteAll", block: list[Description], tmp_path: Path
) -> None:
    """One pass over the blocks gives four files of one graph."""
    paths = write_all([block])
    assert sorted(paths) == ["jsonld", "ntriples", "rdfxml", "turtle"]
    assert disagreement(list(paths.values()), scratch=tmp_path) is None


def test_what_was_written_is_counted_once(
    vocabulary: "Vocabulary", block: list[Description], tmp_path: Path
) -> None:
    """With N-Triples a plan that comes twice counts once; without it, as often as it comes."""
    counted = {}
    for name in ("ntriples", "turtle"):
        counted[name] = write(
            [block, block],
            {name: tmp_path / name},
            prefixes=vocabulary.prefixes,
            context={},
            scratch=tmp_path,
        )
    assert counted == {"ntriples": Written(2, 5, 17), "turtle": Written(2, 10, 34)}


def test_temporary_files_are_gone_after_the_work_and_after_a_failure(
    vocabulary: "Vocabulary", block: list[Description], tmp_path: Path
) -> None:
    """A failure in the middle of the blocks leaves neither runs nor half-written files."""

    def failing() -> Iterator[list[Description]]:
        yield block
        raise RuntimeError("the reader failed")

    outputs = {name: tmp_path / row.extension for name, row in FORMATS.items()}
    with pytest.raises(RuntimeError, match="the reader failed"):
        write(failing(), outputs, prefixes=vocabulary.prefixes, context=vocabulary.context, scratch=tmp_path)
    assert list(tmp_path.iterdir()) == []
    write([block], outputs, prefixes=vocabulary.prefixes, context=vocabulary.context, scratch=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jsonld", "nt", "rdf", "ttl"]


def test_an_unknown_format_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    """The message names the formats that there are, and nothing is written."""
    with pytest.raises(UsageError, match="no output format 'hdt'") as caught:
        write([], {"hdt": tmp_path / "f"}, prefixes={}, context={}, scratch=tmp_path)
    assert "turtle, jsonld, ntriples, rdfxml" in caught.value.text("en")
    assert list(tmp_path.iterdir()) == []


def test_a_scratch_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    """Runs need a folder; without it the error says which."""
    with pytest.raises(EnvironmentFault) as caught:
        write([], {}, prefixes={}, context={}, scratch=tmp_path / "missing")
    assert caught.value.where == str(tmp_path / "missing")


def test_more_outlines_than_are_kept_still_come_out_whole(vocabulary: "Vocabulary", tmp_path: Path) -> None:
    """Ten thousand descriptions of ten thousand kinds: the bound on memory costs no triple."""
    blocks = [[_with_classes(vocabulary, number)] for number in [*range(9000), *range(9000)]]
    outputs = {name: tmp_path / f"g.{row.extension}" for name, row in FORMATS.items()}
    written = write(
        blocks, outputs, prefixes=vocabulary.prefixes, context=vocabulary.context, scratch=tmp_path
    )
    assert written == Written(18_000, 9000, 18_000)
    assert disagreement(list(outputs.values()), scratch=tmp_path) is None


def _with_classes(vocabulary: "Vocabulary", number: int) -> Description:
    described = Description(vocabulary.place(f"n{number}"), vocabulary.ex(f"C{number}"))
    described.add(vocabulary.note, plain("x"))
    return described
