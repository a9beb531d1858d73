"""SPARQL 1.1 Protocol against the running server."""

from typing import Any
from urllib.parse import quote, urlencode

import pytest

TITLES = (
    "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX saisei: <https://w3id.org/saisei/ns#>"
    " SELECT ?title { ?plan a saisei:Plan ; dcterms:title ?title } ORDER BY ?title LIMIT 3"
)
GRAPH = "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 2"


def rows(reply: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer in JSON."""
    assert reply.status == 200, reply.text
    found: list[dict[str, Any]] = reply.json["results"]["bindings"]
    return found


def test_three_ways_to_ask_give_one_answer(server: Any) -> None:
    """GET, POST of a form and POST of a query (sections 2.1.1 to 2.1.3) answer alike."""
    by_get = server.get(f"/sparql?query={quote(TITLES)}")
    by_form = server.query(TITLES)
    direct = server.ask("/sparql", "POST", TITLES.encode(), {"Content-Type": "application/sparql-query"})
    assert len(rows(by_get)) == 3
    assert by_get.body == by_form.body == direct.body


@pytest.mark.parametrize(
    ("accept", "media", "start"),
    [
        ("", "application/sparql-results+json", b'{"head"'),
        ("application/json", "application/sparql-results+json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b"title\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?title\n"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml", b"<?xml"),
        ("text/turtle, */*;q=0.1", "application/sparql-results+json", b'{"head"'),
    ],
)
def test_rows_come_in_the_form_that_is_accepted(server: Any, accept: str, media: str, start: bytes) -> None:
    """Each form of rows, by Accept with q-values."""
    reply = server.query(TITLES, accept)
    assert (reply.status, reply.headers["content-type"]) == (200, media)
    assert reply.body.startswith(start)
    assert "Accept" in reply.headers["vary"]


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"]
)
def test_graphs_come_in_the_form_that_is_accepted(server: Any, media: str) -> None:
    """CONSTRUCT gives each form of graphs."""
    reply = server.query(GRAPH, media)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(media)
    assert b"w3id.org" in reply.body


def test_truth_is_an_answer(server: Any) -> None:
    """ASK gives a truth value."""
    assert server.query("ASK { ?s ?p ?o }").json["boolean"] is True


@pytest.mark.parametrize(
    ("text", "accept"), [(TITLES, "image/png"), (TITLES, "text/turtle"), (GRAPH, "text/csv")]
)
def test_a_form_that_cannot_be_given_is_refused_with_a_list(server: Any, text: str, accept: str) -> None:
    """406 names the forms that there are, for the form of the query."""
    reply = server.query(text, accept)
    assert reply.status == 406
    wanted = "text/turtle" if text == GRAPH else "text/csv"
    assert wanted in reply.json["expected"]["en"]


def test_the_dataset_of_the_protocol_replaces_that_of_the_query(server: Any) -> None:
    """default-graph-uri and named-graph-uri choose the graphs (section 2.1.4), over FROM."""
    count = "SELECT (COUNT(*) AS ?n) { ?s a <http://www.w3.org/2002/07/owl#Ontology> }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a <http://www.w3.org/2002/07/owl#Ontology> } }"
    vocabulary = "https://w3id.org/saisei/ns"
    assert rows(server.query(count))[0]["n"]["value"] == "0"
    assert rows(server.query(count, **{"default-graph-uri": vocabulary}))[0]["n"]["value"] == "1"
    assert rows(server.query(named, **{"named-graph-uri": vocabulary}))[0]["n"]["value"] == "1"
    from_nowhere = count.replace("{ ?s", "FROM <x:nothing> { ?s")
    assert rows(server.query(from_nowhere, **{"default-graph-uri": vocabulary}))[0]["n"]["value"] == "1"
    assert server.query(count, **{"default-graph-uri": "no iri"}).status == 400


@pytest.mark.parametrize("form", ["text", "media", "field"])
def test_updates_are_refused_by_design(server: Any, form: str) -> None:
    """403, whichever way an update is sent."""
    update = "INSERT DATA { <x:a> <x:b> <x:c> }"
    if form == "text":
        reply = server.query(update)
        assert reply.json["where"] == "1:1"
    elif form == "media":
        reply = server.ask("/sparql", "POST", update.encode(), {"Content-Type": "application/sparql-update"})
    else:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        reply = server.ask("/sparql", "POST", urlencode({"update": update}).encode(), headers)
    assert reply.status == 403
    assert "read only" in reply.json["message"]["en"]


def test_what_is_no_sparql_is_told_by_line_and_column(server: Any) -> None:
    """400 with the place and what was expected."""
    reply = server.query("SELECT ?s WHERE {\n  ?s ?p ?o .\n  FILTER(?o >)\n}")
    assert reply.status == 400
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json["where"].startswith("query:3:")
    assert reply.json["expected"]["ja"]
    assert reply.json["expected"]["en"]


@pytest.mark.parametrize(
    ("path", "body", "media", "status"),
    [
        ("/sparql", b"", "application/x-www-form-urlencoded", 400),
        ("/sparql", b"query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 400),
        ("/sparql", b"\xff\xfe", "application/sparql-query", 400),
        ("/sparql", b"ASK{}", "text/plain", 415),
        ("/sparql?query=ASK%7B%7D", b"query=ASK{}", "application/x-www-form-urlencoded", 400),
        ("/health", b"x", "text/plain", 405),
    ],
)
def test_requests_against_the_protocol_are_told_so(
    server: Any, path: str, body: bytes, media: str, status: int
) -> None:
    """No query, two queries, no UTF-8, another kind of body, another method."""
    reply = server.ask(path, "POST", body, {"Content-Type": media})
    assert reply.status == status
    assert reply.json["message"]["ja"]


def test_without_a_query_the_service_describes_itself(server: Any) -> None:
    """GET gives the service description, to browsers a form."""
    reply = server.get("/sparql", "text/turtle")
    assert "sd:SPARQL11Query" in reply.text
    assert "<https://w3id.org/saisei/ns>" in reply.text
    assert f"http://{server.host}:{server.port}/sparql" in reply.text
    assert "<form" in server.get("/sparql", "text/html").text


def test_an_answer_is_asked_for_again_by_its_tag(server: Any) -> None:
    """The tag changes with release and form; what changes each time has none."""
    path = f"/sparql?query={quote(TITLES)}"
    tag = server.get(path).headers["etag"]
    assert server.get(path, If_None_Match=tag).status == 304
    assert server.get(path, "text/csv", If_None_Match=tag).status == 200
    assert tag[3:19] == server.get("/health").json["release"][:16]
    assert "etag" not in server.query("SELECT (NOW() AS ?now) {}").headers


def test_pages_of_others_may_ask(server: Any) -> None:
    """CORS: any origin, with a preflight."""
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert server.ask("/sparql", "OPTIONS", headers=headers).status == 200
    assert server.get("/health", Origin="https://example.org").headers["access-control-allow-origin"] == "*"
