import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from saisei_lod.errors import InputError
from saisei_lod.serialization import (
    Disagreement,
    canonical_digest,
    disagreement,
    same_graph,
    uncanonical_line,
)
from saisei_lod.serialization.equality import small_disagreement, unordered_line
from saisei_lod.terms import Description

if TYPE_CHECKING:
    from tests.serialization.conftest import WriteAll


_A = "<https://e.org/a> <https://e.org/p> <https://e.org/x> .\n"
_B = "<https://e.org/b> <https://e.org/p> <https://e.org/x> .\n"


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_files_in_any_order_and_with_repetitions_say_the_same(tmp_path: Path) -> None:
    """A graph is a set: order and repetition of its triples do not count."""
    first = _file(tmp_path, "a.nt", _A + _B)
    second = _file(tmp_path, "b.ttl", _B + _A + _B)
    assert same_graph([first, second], scratch=tmp_path)


def test_a_difference_names_the_file_that_holds_the_line(tmp_path: Path) -> None:
    """The line that only one file holds is shown, with which holds it and which lacks it."""
    both, one = _file(tmp_path, "a.nt", _A + _B), _file(tmp_path, "b.nt", _A)
    other = _file(tmp_path, "c.nt", _B)
    assert disagreement([both, one], scratch=tmp_path) == Disagreement(both, one, _B.rstrip())
    assert disagreement([one, both], scratch=tmp_path) == Disagreement(both, one, _B.rstrip())
    assert disagreement([one, one, other], scratch=tmp_path) == Disagreement(one, other, _A.rstrip())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.nt", "b.nt", "c.nt"]


def test_blank_nodes_are_compared_by_their_canonical_names(tmp_path: Path) -> None:
    """Labels of blank nodes do not count, what they say does."""
    first = _file(tmp_path, "a.ttl", "<u:a> <u:p> [ <u:q> 1 ] .")
    second = _file(
        tmp_path, "b.nt", '_:z <u:q> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n<u:a> <u:p> _:z .'
    )
    third = _file(tmp_path, "c.ttl", "<u:a> <u:p> [ <u:q> 2 ] .")
    assert same_graph([first, second], scratch=tmp_path)
    assert not same_graph([first, third], scratch=tmp_path)


def test_the_digest_is_that_of_the_sorted_canonical_lines(
    tmp_path: Path, write_all: "WriteAll", block: list[Description]
) -> None:
    """For our graphs it is the SHA-256 of plans.nt itself; pyoxigraph's RDFC-1.0 gives the same."""
    paths = write_all([block])
    data = paths["ntriples"].read_bytes()
    dataset = Dataset(parse(path=paths["turtle"], format=RdfFormat.TURTLE))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    canonical = "".join(sorted(f"{quad} .\n" for quad in dataset)).encode()
    assert canonical == data
    digests = {canonical_digest(path, scratch=tmp_path) for path in paths.values()}
    assert digests == {hashlib.sha256(data).hexdigest()}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_A + _B, None),
        ("", None),
        (_B + _A, 2),
        (_A + _A, 2),
        (_A + "\n" + _B, 2),
        (_A + "# a comment\n", 2),
        (_A.rstrip(), 1),
        (_A.replace(" ", "  ", 1), 1),
        ('<u:a> <u:p> "\\u0041" .\n', 1),
        ('<u:a> <u:p> "a"^^<http://www.w3.org/2001/XMLSchema#string> .\n', 1),
        ("_:c14n0 <u:p> <u:a> .\n", 1),
    ],
)
def test_the_first_line_that_is_not_canonical_is_found(tmp_path: Path, text: str, line: int | None) -> None:
    """Order, repetition, spelling, comments and blank nodes each make a file other than its canonical form."""
    assert uncanonical_line(_file(tmp_path, "g.nt", text)) == line


def test_a_file_that_is_no_rdf_is_named_with_its_line(tmp_path: Path) -> None:
    """The message has the file, and the parser's line and reason."""
    path = _file(tmp_path, "g.ttl", "<u:a> <u:p>\n<u:b")
    with pytest.raises(InputError) as caught:
        same_graph([path, path], scratch=tmp_path)
    assert caught.value.where == str(path)
    assert "line 2" in caught.value.text("en")


@pytest.mark.parametrize("name", ["g.csv", "g", "missing.nt"])
def test_a_file_without_a_known_syntax_or_without_content_is_an_input_error(
    tmp_path: Path, name: str
) -> None:
    """An unknown extension and a missing file are messages, not tracebacks."""
    path = tmp_path / name
    if "missing" not in name:
        path.write_text("")
    with pytest.raises(InputError):
        canonical_digest(path, scratch=tmp_path)


def test_json_ld_that_is_no_stream_is_read_too(tmp_path: Path) -> None:
    """A file whose identifiers come before its types says the same, also where only a later object does so."""
    (tmp_path / "g.nt").write_text(
        "<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/B> .\n"
        "<https://example.org/c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/B> .\n",
        encoding="utf-8",
    )
    (tmp_path / "g.jsonld").write_text(
        '{"@graph": [{"@type": "https://example.org/B", "@id": "https://example.org/a"},'
        ' {"@id": "https://example.org/c", "@type": "https://example.org/B"}]}',
        encoding="utf-8",
    )
    assert disagreement([tmp_path / "g.nt", tmp_path / "g.jsonld"], scratch=tmp_path) is None


def test_small_files_are_compared_as_large_ones_are(tmp_path: Path) -> None:
    """The same holder, the same file that lacks the line, the same line, without any working file."""
    one, other = tmp_path / "one.nt", tmp_path / "other.ttl"
    one.write_text("<x:a> <x:b> <x:c> .\n<x:a> <x:b> <x:d> .\n", encoding="utf-8")
    other.write_text("<x:a> <x:b> <x:d> .", encoding="utf-8")
    for paths in ([one, other], [other, one], [one, one]):
        assert small_disagreement(paths) == disagreement(paths, scratch=tmp_path)
    assert small_disagreement([one, other]) == (one, other, "<x:a> <x:b> <x:c> .")


@pytest.mark.parametrize(("text", "line"), [("", None), ("a\nb\n", None), ("a\na\n", 2), ("b\nc\na\n", 3)])
def test_the_first_line_out_of_order_is_found(tmp_path: Path, text: str, line: int | None) -> None:
    """Each line is greater than the one before it."""
    path = tmp_path / "graph.nq"
    path.write_text(text, encoding="utf-8")
    assert unordered_line(path) == line
