"""Every IRI of the release at its path, against the running server."""

from typing import Any

import pyoxigraph
import pytest

ROUND = "/id/round/55"
FORMS = {
    ".ttl": ("text/turtle", pyoxigraph.RdfFormat.TURTLE),
    ".jsonld": ("application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ".nt": ("application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
    ".rdf": ("application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
}


def graph(reply: Any, suffix: str) -> set[pyoxigraph.Triple]:
    """Return the triples of a document."""
    assert reply.status == 200, reply.text
    assert reply.headers["content-type"].startswith(FORMS[suffix][0])
    return {quad.triple for quad in pyoxigraph.parse(reply.body, format=FORMS[suffix][1])}


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("", ".ttl"),
        ("*/*", ".ttl"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ".html"),
        ("application/rdf+xml", ".rdf"),
        ("text/turtle;q=0.5, application/ld+json", ".jsonld"),
        ("text/*;q=0.3, application/n-triples;q=0.4", ".nt"),
        ("text/turtle;q=0, */*;q=0.1", ".jsonld"),
        ("text/anot+turtle, text/html;q=0.2", ".html"),
    ],
)
def test_an_entity_leads_to_the_document_that_is_liked_best(server: Any, accept: str, suffix: str) -> None:
    """303 by Accept with q-values and wildcards; the response says that it varies."""
    reply = server.get(ROUND, accept)
    assert (reply.status, reply.headers["location"]) == (303, ROUND + suffix)
    assert "Accept" in reply.headers["vary"]


def test_all_forms_say_the_same(server: Any) -> None:
    """The suffix decides the form, whatever Accept says, and each form holds the graph of the release."""
    found = [graph(server.get(ROUND + suffix, "text/html"), suffix) for suffix in FORMS]
    assert found[0]
    assert all(one == found[0] for one in found)
    assert {str(triple.subject) for triple in found[0]} == {"<https://w3id.org/saisei/id/round/55>"}


def test_a_document_names_the_others_and_its_release(server: Any) -> None:
    """Link, ETag, 304 and HEAD."""
    reply = server.get(f"{ROUND}.ttl")
    assert f'<{ROUND}.jsonld>; rel="alternate"' in reply.headers["link"]
    assert server.get(f"{ROUND}.ttl", If_None_Match=reply.headers["etag"]).status == 304
    head = server.ask(f"{ROUND}.ttl", "HEAD")
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", reply.headers["etag"])
    assert head.headers["content-length"] == str(len(reply.body))


def test_the_whole_path_of_an_iri_is_a_path_too(server: Any) -> None:
    """https://w3id.org/saisei/id/round/55 is known by /saisei/id/round/55 as well."""
    assert server.get(f"/saisei{ROUND}").headers["location"] == f"{ROUND}.ttl"


def test_pages_speak_japanese_and_english(server: Any) -> None:
    """By ``lang``, else by Accept-Language; labels in the language; no script."""
    japanese = server.get(f"{ROUND}.html")
    english = server.get(f"{ROUND}.html", Accept_Language="en-GB, ja;q=0.5")
    assert '<html lang="ja">' in japanese.text
    assert "第55回" in japanese.text
    assert '<html lang="en">' in english.text
    assert "<h1>Round 55</h1>" in english.text
    assert english.body == server.get(f"{ROUND}.html?lang=en").body
    assert "<script" not in japanese.text
    assert server.get(f"{ROUND}?lang=en", "text/html").headers["location"] == f"{ROUND}.html?lang=en"


@pytest.mark.parametrize("path", ["/ns", "/ns/0.1.0", "/ns/alignment", "/ns/alignment/0.1.0"])
def test_the_vocabulary_and_its_versions_are_there(server: Any, path: str) -> None:
    """The terms are in the document of their namespace, the same bytes each time."""
    assert server.get(path, "text/turtle").headers["location"] == f"{path}.ttl"
    found = graph(server.get(f"{path}.ttl"), ".ttl")
    assert any(triple.subject == pyoxigraph.NamedNode("https://w3id.org/saisei/ns#Plan") for triple in found)


def test_a_term_is_a_part_of_the_page_of_its_vocabulary(server: Any) -> None:
    """ns#Plan leads to its row."""
    assert '<tr id="Plan">' in server.get("/ns.html").text


def test_every_kind_of_thing_is_reached_from_the_first_page(server: Any) -> None:
    """The example of each kind exists."""
    exists = server.get("/id/nothing").json["exists"]
    assert len(exists) > 10
    assert {server.get(kind["example"]).status for kind in exists} == {303}
    assert exists[0]["example"] in server.get("/").text


@pytest.mark.parametrize(
    "path", ["/id/round/5555", "/id/round/5555.ttl", "/id/round/%3Cx%3E", "/id/round/55/", "/x"]
)
def test_what_is_not_in_the_release_is_said_with_what_is(server: Any, path: str) -> None:
    """404 with the kinds of things that there are, their numbers and an example of each."""
    reply = server.get(path)
    assert reply.status == 404
    assert {"label", "count", "example"} == set(reply.json["exists"][0])
    page = server.get(path, "text/html")
    assert page.status == 404
    assert "この公開データにあるもの" in page.text


def test_a_form_that_there_is_not_is_refused_with_a_list(server: Any) -> None:
    """406 names the forms."""
    reply = server.get(ROUND, "image/png")
    assert reply.status == 406
    assert "text/turtle" in reply.json["expected"]["en"]


def test_files_of_the_release_are_given_as_they_are(server: Any) -> None:
    """Under /data/ and at the path of their download address, with the hash of SHA256SUMS as tag."""
    reply = server.get("/data/rounds.ttl")
    stated = dict(line.split()[::-1] for line in server.get("/data/SHA256SUMS").text.splitlines())
    assert reply.headers["etag"] == f'"{stated["rounds.ttl"]}"'
    assert server.get("/saisei/data/rounds.ttl").body == reply.body


def test_health_tells_the_release(server: Any) -> None:
    """Which release, and that workers are free."""
    reply = server.get("/health")
    assert reply.json["status"] == "ok"
    assert reply.json["triples"] > 1000
