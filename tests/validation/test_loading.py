from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import Graph, URIRef

from saisei_lod.errors import InputError
from saisei_lod.validation.loading import load

A = NamedNode("https://example.org/a")
RDF_XML = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">
<rdf:Description rdf:about="https://example.org/a"><e:p>x</e:p></rdf:Description></rdf:RDF>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", '<https://example.org/a> <https://example.org/p> "x" .'),
        ("a.NT", '<https://example.org/a> <https://example.org/p> "x" .'),
        ("a.nq", '<https://example.org/a> <https://example.org/p> "x" <https://example.org/g> .'),
        ("a.trig", '<https://example.org/g> { <https://example.org/a> <https://example.org/p> "x" }'),
        ("a.jsonld", '{"@id": "https://example.org/a", "https://example.org/p": "x"}'),
        (
            "a.rdf",
            RDF_XML,
        ),
    ],
)
def test_every_syntax_gives_the_same_triple(tmp_path: Path, name: str, text: str) -> None:
    """The ending of the file names its syntax; named graphs are read as one."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    loaded = load([path])
    assert list(loaded.triples) == [(A, NamedNode("https://example.org/p"), Literal("x"))]
    assert loaded.files == {A: str(path)}


def test_broken_turtle_is_named_by_line_and_column(turtle: Callable[[str, str], Path]) -> None:
    """The place is that of the parser."""
    path = turtle("broken.ttl", "e:a e:p e:b .\ne:a e:p ] .\n")
    with pytest.raises(InputError) as caught:
        load([path])
    assert caught.value.where == f"{path}:9:9"


@pytest.mark.parametrize("iri", ["<https://example.org/a b>", "<a\\u0020b>"])
def test_an_iri_with_a_space_is_named_by_its_place(turtle: Callable[[str, str], Path], iri: str) -> None:
    """Such an IRI would break every later file."""
    path = turtle("space.ttl", f"{iri} e:p 1 .\n")
    with pytest.raises(InputError) as caught:
        load([path])
    assert caught.value.where.startswith(f"{path}:8:")


def test_broken_utf8_is_an_input_error(tmp_path: Path) -> None:
    """Bytes that are no text have a place too."""
    path = tmp_path / "bytes.ttl"
    path.write_bytes(b'<https://example.org/a> <https://example.org/p> "\xff\xfe" .')
    with pytest.raises(InputError):
        load([path])


@pytest.mark.parametrize("name", ["missing.ttl", "folder.ttl", "data.xlsx", "noending"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    """Missing, a folder, or of an unknown kind."""
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(InputError) as caught:
        load([tmp_path / name])
    assert caught.value.where == str(tmp_path / name)
    assert caught.value.text("ja") != caught.value.text("en")


def test_blank_nodes_are_numbered_by_file_and_order(turtle: Callable[[str, str], Path]) -> None:
    """One input gives one report, and nodes of two files stay apart."""
    one, two = turtle("1.ttl", "[] e:p [] . _:x e:p 1 ."), turtle("2.ttl", "_:x e:p 1 .")
    again = [list(load([one, two]).triples) for _ in range(2)]
    assert again[0] == again[1]
    assert [triple[0] for triple in again[0]] == [BlankNode("f0b0"), BlankNode("f0b2"), BlankNode("f1b0")]


def test_a_graph_of_rdflib_is_read_too() -> None:
    """Its terms are converted, and no file is known."""
    loaded = load(Graph().add((URIRef(A.value), URIRef("https://example.org/p"), URIRef(A.value))))
    assert [triple[0] for triple in loaded.triples] == [A]
    assert loaded.files == {}


def test_a_wrong_iri_in_a_graph_of_rdflib_is_an_input_error() -> None:
    """IRIs are not looked at by rdflib."""
    with pytest.raises(InputError):
        load(Graph().add((URIRef("a b"), URIRef("https://example.org/p"), URIRef("c"))))


def test_a_literal_of_ten_megabytes_is_read(turtle: Callable[[str, str], Path]) -> None:
    """Long text is no error."""
    path = turtle("long.ttl", f'e:a e:p "{"長" * 3_500_000}" .')
    (triple,) = load([path]).triples
    assert len(triple[2].value) == 3_500_000


def test_relative_iris_are_those_of_the_file(turtle: Callable[[str, str], Path]) -> None:
    """The base is the place of the file (RFC 3986, section 5.1.3)."""
    path = turtle("relative.ttl", "<> e:p <other> .")
    ((subject, _, value),) = load([path]).triples
    assert (subject, value) == (NamedNode(path.as_uri()), NamedNode((path.parent / "other").as_uri()))
