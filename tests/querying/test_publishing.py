"""The pack as RDF and as a page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.plugins.sparql import prepareQuery

from saisei_lod.querying import Query, pack, services
from saisei_lod.querying.publishing import pack_html, pack_turtle, write_pack

SH = Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = Namespace("https://schema.org/")
SPEX = Namespace("https://purl.expasy.org/sparql-examples/ontology#")
QUERY = Namespace("https://w3id.org/saisei/queries#")
each_query = pytest.mark.parametrize("query", pack(), ids=lambda query: query.name)


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The pack as RDF."""
    return Graph().parse(data=pack_turtle(pack()), format="turtle")


@each_query
def test_a_query_is_published_with_its_words_and_its_text(graph: Graph, query: Query) -> None:
    """Label, comment and keywords are there in both languages; the text runs as it stands."""
    node = QUERY[query.name]
    assert set(graph.objects(node, RDF.type)) == {SH.SPARQLExecutable, SH.SPARQLSelectExecutable}
    assert set(graph.objects(node, RDFS.label)) == {
        Literal(query.title.ja, "ja"),
        Literal(query.title.en, "en"),
    }
    assert set(graph.objects(node, RDFS.comment)) == {
        Literal(query.note.ja, "ja"),
        Literal(query.note.en, "en"),
    }
    words = {Literal(w, "ja") for w in query.keywords.ja} | {Literal(w, "en") for w in query.keywords.en}
    assert set(graph.objects(node, SCHEMA.keywords)) == words
    assert set(graph.objects(node, SPEX.federatesWith)) == set(map(URIRef, services(query)))
    text = str(graph.value(node, SH.select))
    prepareQuery(text)
    assert text.strip() in query.text


@each_query
def test_the_parameters_of_a_query_are_published(graph: Graph, query: Query) -> None:
    """The path of a parameter ends in the name of its variable; a default is a term."""
    found = {
        str(graph.value(p, SH.path)).rpartition("#")[2]
        for p in graph.objects(QUERY[query.name], SH.parameter)
    }
    assert {f"?{name}" for name in found} == {p.variable for p in query.parameters}
    for parameter in query.parameters:
        default = graph.value(QUERY[f"{query.name}-{parameter.name}"], SH.defaultValue)
        assert (default is not None) == (parameter.need == "default")


def test_every_prefix_is_declared(graph: Graph) -> None:
    """The prefixes of the texts are declared for sh:prefixes too."""
    declared = {
        (str(graph.value(d, SH.prefix)), str(graph.value(d, SH.namespace)))
        for d in graph.objects(QUERY.prefixes, SH.declare)
    }
    assert declared == {
        found for q in pack() for found in re.findall(r"^PREFIX (\S+): <(.*)>$", q.text, re.MULTILINE)
    }


class _Page(HTMLParser):
    """Collects ids, links to them, and elements."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.tags.add(tag)
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if named.get("href"):
            self.links.append(str(named["href"]))


def test_the_page_leads_to_every_query() -> None:
    """Each query has a section that the list links to; the page holds no script."""
    page = _Page()
    page.feed(pack_html(pack()))
    assert page.ids == [query.name for query in pack()]
    assert set(page.links) == {"queries.ttl", *(f"#{name}" for name in page.ids)}
    assert "script" not in page.tags


def test_a_text_cannot_leave_its_place() -> None:
    """Quotes, backslashes and markup in a query stay what they are."""
    query = pack()[0]._replace(text='PREFIX e: <https://example.org/>\nASK { ?s e:p """\\"</code>&""" }')
    text = Graph().parse(data=pack_turtle((query,)), format="turtle").value(QUERY[query.name], SH.select)
    assert str(text).strip() == query.text
    assert "&lt;/code&gt;&amp;" in pack_html((query,))


def test_both_are_written_into_a_release(tmp_path: Path, release: Path) -> None:
    """A build writes them; twice the same bytes."""
    write_pack(tmp_path)
    for name in ("queries.ttl", "queries.html"):
        assert (tmp_path / name).read_bytes() == (release / name).read_bytes()
