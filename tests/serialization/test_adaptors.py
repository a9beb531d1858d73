import subprocess
import sys
from typing import TYPE_CHECKING

from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from saisei_lod.serialization import to_oxigraph, to_rdflib
from saisei_lod.terms import Description, typed

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary, WriteAll


def test_rdflib_gets_the_graph_that_it_would_parse(write_all: "WriteAll", block: list[Description]) -> None:
    """The adaptor and rdflib's own parser make the same graph."""
    parsed = Graph().parse(write_all([block])["ntriples"], format="nt")
    assert isomorphic(to_rdflib(block), parsed)


def test_oxigraph_gets_the_graph_that_it_would_parse(write_all: "WriteAll", block: list[Description]) -> None:
    """The adaptor fills a store with the triples of the N-Triples file."""
    lines = {f"{quad.triple} ." for quad in to_oxigraph(block)}
    assert lines == set(write_all([block])["ntriples"].read_text("utf-8").splitlines())


def test_rdflib_keeps_the_lexical_form(vocabulary: "Vocabulary") -> None:
    """A number that someone wrote 007 stays 007."""
    described = Description(vocabulary.place("a"))
    described.add(vocabulary.number, typed("007", "integer"))
    (value,) = to_rdflib([described]).objects()
    assert isinstance(value, Literal)
    assert (str(value), value.datatype) == ("007", URIRef("http://www.w3.org/2001/XMLSchema#integer"))


def test_importing_the_writers_imports_no_rdf_library() -> None:
    """The library rdflib costs 172 ms and pyoxigraph loads a large library: only the adaptors ask for them."""
    code = "import sys, saisei_lod.serialization; sys.exit(bool({'rdflib', 'pyoxigraph'} & set(sys.modules)))"
    environment = {"PYTHONPATH": ":".join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
