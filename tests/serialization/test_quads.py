from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import EnvironmentFault
from saisei_lod.serialization import FORMATS, NQUADS, QuadFile, uncanonical_line
from saisei_lod.terms import Description, Namespace, Property, plain

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary

EX = Namespace("ex", "https://example.org/")
NOTE = Property(EX, "note", "note")


def test_each_block_stands_in_the_graph_that_was_named_with_it(
    block: list[Description], vocabulary: "Vocabulary", tmp_path: Path
) -> None:
    """The quads are the triples of each block with the name of its graph, sorted, as pyoxigraph writes them."""
    path = tmp_path / "set.nq"
    with QuadFile(path, tmp_path) as file:
        file.add(vocabulary.place("two"), block)
        file.add(vocabulary.place("one"), block[:1])
        counts = file.end()
    lines = {f"{s} {p} {o} {vocabulary.place('two').nt} .\n" for one in block for s, p, o in one.triples()}
    lines |= {f"{s} {p} {o} {vocabulary.place('one').nt} .\n" for s, p, o in block[0].triples()}
    assert path.read_text(encoding="utf-8") == "".join(sorted(lines))
    assert counts.triples == len(lines)
    assert uncanonical_line(path) is None


@given(texts=st.lists(st.text('a"\\\n .<>計', max_size=8), min_size=1, max_size=4))
def test_no_text_can_end_a_line(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Texts with points, brackets and line breaks come back whole, in their graph."""
    folder = tmp_path_factory.mktemp("quads")
    described = Description(EX("a"))
    described.add(NOTE, *map(plain, texts))
    with QuadFile(folder / "set.nq", folder) as file:
        file.add(EX("graph"), [described])
        file.end()
    quads = list(pyoxigraph.parse(path=str(folder / "set.nq")))
    assert {getattr(quad.object, "value", "") for quad in quads} == set(texts)
    assert {str(quad.graph_name) for quad in quads} == {"<https://example.org/graph>"}


def test_nothing_is_left_of_work_that_fails(tmp_path: Path) -> None:
    """The half-written file and the sorted runs are removed."""

    def work() -> None:
        with QuadFile(tmp_path / "set.nq", tmp_path) as file:
            file.add(EX("graph"), [Description(EX("a"), EX("B"))])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    """Neither the file nor the runs can be written."""
    for path, scratch in ((tmp_path / "no" / "set.nq", tmp_path), (tmp_path / "set.nq", tmp_path / "no")):
        with pytest.raises(EnvironmentFault), QuadFile(path, scratch):
            pass
    assert list(tmp_path.iterdir()) == []


def test_the_format_is_that_of_datasets_and_stands_apart() -> None:
    """It is known to another implementation, and no graph is written in it by itself."""
    known = pyoxigraph.RdfFormat.from_extension(NQUADS.extension)
    assert known is not None
    assert (known.media_type, known.supports_datasets) == (NQUADS.media_type, True)
    assert NQUADS.name not in FORMATS
