from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.serialization import uncanonical_line, write
from saisei_lod.terms import Description, Namespace, Property, plain, text

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary, WriteAll


_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_NODES = [
    Namespace("n", base)
    for base in (
        "https://e.org/a/",
        "https://e.org/a-b/",
        "https://e.org/",
        "https://e.org/a#",
        "urn:x:",
        "https://e.org/a/c/",
    )
]
_PROPERTIES = [Property(_NODES[0], name, name) for name in ("p", "p-1", "p1", "pp")]
_LOCALS = st.text("a1-", min_size=1, max_size=3)
_IRIS = st.builds(lambda space, local: space(local), st.sampled_from(_NODES), _LOCALS)
_VALUES = st.one_of(
    _IRIS,
    st.builds(plain, st.text('a"\\\n 計@', max_size=3)),
    st.builds(text, st.text("a計", max_size=2), st.sampled_from(["ja", "ja-hira", "en"])),
)


@st.composite
def _descriptions(draw: st.DrawFn) -> Description:
    described = Description(draw(_IRIS), *draw(st.lists(_IRIS, max_size=2)))
    for _ in range(draw(st.integers(0, 4))):
        described.add(draw(st.sampled_from(_PROPERTIES)), *draw(st.lists(_VALUES, min_size=1, max_size=3)))
    return described


def _sorted_lines(blocks: list[list[Description]]) -> bytes:
    lines = {f"{s} {p} {o} .\n" for block in blocks for described in block for s, p, o in described.triples()}
    return "".join(sorted(lines)).encode()


@given(blocks=st.lists(st.lists(_descriptions(), max_size=4), max_size=6))
def test_lines_are_sorted_by_code_point_and_distinct_whatever_comes(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[list[Description]]
) -> None:
    """Namespaces within namespaces, subjects in several blocks, values said twice: still sorted(set(lines))."""
    folder = tmp_path_factory.mktemp("nt")
    path = folder / "graph.nt"
    written = write(blocks, {"ntriples": path}, prefixes={}, context={}, scratch=folder)
    expected = _sorted_lines(blocks)
    assert path.read_bytes() == expected
    assert written.triples == expected.count(b"\n")
    assert written.subjects == len({line.split(b" ")[0] for line in expected.split(b"\n") if line})


def test_the_file_is_its_own_canonical_form(write_all: "WriteAll", block: list[Description]) -> None:
    """Sorted, unique and spelled canonically: nothing is left for RDFC-1.0 to change."""
    assert uncanonical_line(write_all([block])["ntriples"]) is None


def test_longer_class_folders_stand_where_code_points_put_them(
    write_all: "WriteAll", vocabulary: "Vocabulary"
) -> None:
    """place-period/ comes before place/, since a hyphen comes before a slash."""
    blocks = [
        [Description(space("x"), vocabulary.ex("A"))] for space in (vocabulary.place, vocabulary.place_period)
    ]
    lines = write_all(blocks)["ntriples"].read_text("utf-8").splitlines()
    assert lines == [
        f"<https://example.org/id/place-period/x> {_TYPE} <https://example.org/ns#A> .",
        f"<https://example.org/id/place/x> {_TYPE} <https://example.org/ns#A> .",
    ]


def test_a_class_stated_as_a_value_is_a_class(write_all: "WriteAll", vocabulary: "Vocabulary") -> None:
    """rdf:type among the statements is sorted and counted with the classes."""
    rdf = Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    described = Description(vocabulary.place("x"), vocabulary.ex("B"))
    described.add(Property(rdf, "type", "type"), vocabulary.ex("A"), vocabulary.ex("B"))
    lines = write_all([[described]])["ntriples"].read_text("utf-8").splitlines()
    assert [line.split(" ")[2] for line in lines] == [
        "<https://example.org/ns#A>",
        "<https://example.org/ns#B>",
    ]
