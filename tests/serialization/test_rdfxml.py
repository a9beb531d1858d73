import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
import rdflib

from saisei_lod.serialization import to_rdflib, write
from saisei_lod.terms import Description, Iri, Namespace, Property, plain, text, typed

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary, WriteAll


def test_an_element_a_subject_and_a_line_a_value(write_all: "WriteAll", vocabulary: "Vocabulary") -> None:
    """The first class names the element; languages, datatypes and references stand as RDF/XML has them."""
    v = vocabulary
    described = Description(v.place("a"), v.ex("Plan"), v.ex("Thing"))
    described.add(v.title, text("長井市", "ja"), text("Nagai", "en"))
    described.add(v.part, v.place("b"))
    described.add(v.number, typed("3", "integer"))
    written = write_all([[described]])["rdfxml"].read_text(encoding="utf-8")
    assert written.partition(">\n\n")[2] == (
        '<ex:Plan rdf:about="https://example.org/id/place/a">\n'
        '  <rdf:type rdf:resource="https://example.org/ns#Thing"/>\n'
        '  <ex:title xml:lang="ja">長井市</ex:title>\n'
        '  <ex:title xml:lang="en">Nagai</ex:title>\n'
        '  <ex:part rdf:resource="https://example.org/id/place/b"/>\n'
        '  <ex:number rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">3</ex:number>\n'
        "</ex:Plan>\n"
        "</rdf:RDF>\n"
    )


def test_what_xml_writes_otherwise_comes_back(tmp_path: Path) -> None:
    """Ampersands in texts, addresses and namespaces, angle brackets, quotes, backslashes, line ends, edges."""
    space = Namespace("odd", "https://example.org/?a=1&b=")
    said = Property(Namespace("ns", "https://example.org/ns#"), "said", "said")
    described = Description(space("x"))
    described.add(said, text(' x "q" \\n \\ <b>&amp; ]]>\r\n end ', "ja"), plain("R&D"))
    described.add(said, Iri.absolute("https://example.org/?a=1&b='2'"), typed("<&>", "https://e.org/d&t"))
    other = Description(Iri.absolute("https://example.org/?a&b"))
    other.add(said, plain(""))
    path = tmp_path / "g.rdf"
    prefixes = {"odd": space.base, "ns": "https://example.org/ns#"}
    write([[described, other]], {"rdfxml": path}, prefixes=prefixes, context={}, scratch=tmp_path)
    expected = to_rdflib([described, other])
    assert set(rdflib.Graph().parse(path)) == set(expected)
    lines = expected.serialize(format="nt", encoding="utf-8")
    assert {str(quad) for quad in pyoxigraph.parse(path=path)} == {
        str(quad) for quad in pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    }
    assert ET.parse(path).getroot().tag.endswith("RDF")  # noqa: S314 - our own file


def test_a_property_that_xml_cannot_name_is_an_error_of_ours(
    write_all: "WriteAll", vocabulary: "Vocabulary"
) -> None:
    """A local name that begins with a digit: nothing is written, nothing is left out in silence."""
    described = Description(vocabulary.place("a"))
    described.add(Property(vocabulary.ex, "1st", "first"), plain("x"))
    with pytest.raises(ValueError, match="XML has no name for ex:1st"):
        write_all([[described]])


def test_nothing_makes_a_document_too(write_all: "WriteAll") -> None:
    """No blocks: a document without statements."""
    assert list(pyoxigraph.parse(path=write_all([])["rdfxml"])) == []
