"""Asking a remote endpoint by the SPARQL Protocol."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.errors import EnvironmentFault, InputError, SaiseiError, UsageError
from saisei_lod.querying import answer, ask_source, bind, find, load_store, run
from saisei_lod.querying.addresses import checked_address

Start = Callable[[Any], str]


def test_the_pack_gives_the_same_rows_from_an_endpoint(graph_of_cases: Path, endpoint: Start) -> None:
    """Rows come back as they are in the store of the endpoint."""
    bound = bind(find("plans-in-force"), {"date": "2023-04-01"})
    asked = ask_source(bound, endpoint(graph_of_cases))
    assert asked.answer.rows == run(bound, load_store(graph_of_cases)).rows
    assert asked.how.en.startswith("endpoint http://127.0.0.1:")


def test_truth_and_graphs_come_from_an_endpoint(graph_of_cases: Path, endpoint: Start) -> None:
    """ASK and CONSTRUCT have their forms; a graph is sorted N-Triples."""
    address = endpoint(graph_of_cases)
    assert answer("ASK { ?s ?p ?o }", address).truth is True
    built = answer("PREFIX e: <https://example.org/> CONSTRUCT { e:a e:b 1, 2 } {}", address)
    assert (built.form, built.body.count(b"\n")) == ("graph", 2)


def test_labels_are_asked_of_the_endpoint(graph_of_cases: Path, endpoint: Start) -> None:
    """IRIs get a column of labels from where they came from."""
    text = (
        "SELECT ?round { ?round a <https://w3id.org/saisei/ns#CertificationRound> } ORDER BY ?round LIMIT 1"
    )
    found = ask_source(
        bind(find("datasets")._replace(text=text), {}), endpoint(graph_of_cases), "en"
    ).answer.rows
    assert found.columns == ("round", "round_label")
    assert getattr(found.rows[0][1], "value", None) == "Round 1"


def test_a_syntax_error_is_told_with_its_place(graph_of_cases: Path, endpoint: Start) -> None:
    """An endpoint says 400; where the text is no SPARQL 1.1, our own message names line and column."""
    with pytest.raises(InputError, match="not SPARQL") as caught:
        answer("SELECT ?a {\n ?a ; }", endpoint(graph_of_cases))
    assert caught.value.where.startswith("query:2:")


@pytest.mark.parametrize(
    ("status", "media", "body", "kind"),
    [
        (200, "text/html", b"<p>Hello</p>", InputError),
        (200, "application/sparql-results+json", b'{"head": ', InputError),
        (200, "application/sparql-results+json", b"\xff\xfe", InputError),
        (200, "text/turtle", b"<a> <b> ", InputError),
        (400, "text/plain", b"bad \x1b[31m request", InputError),
        (404, "text/plain", b"none", EnvironmentFault),
        (500, "text/html", b"\xff" * 5000, EnvironmentFault),
        (503, "text/plain", b"", EnvironmentFault),
        (302, "text/plain", b"file:///etc/hostname", EnvironmentFault),
        (302, "text/plain", b"ftp://127.0.0.1/x", EnvironmentFault),
        (307, "text/plain", b"http://127.0.0.1:1/", EnvironmentFault),
    ],
)
def test_what_is_no_answer_is_refused(  # noqa: PLR0913, PLR0917 - a case is its reply and its error
    endpoint: Start, reply: Any, status: int, media: str, body: bytes, kind: type[SaiseiError]
) -> None:
    """Whatever a server sends, the error is ours, names the address and steers no terminal."""
    address = endpoint(reply(status, media, body))
    with pytest.raises(kind) as caught:
        answer("SELECT * {}", address)
    assert caught.value.where == address
    assert caught.value.what.en.isprintable()


def test_an_endpoint_that_is_not_there_is_named() -> None:
    """Where nothing listens, the message says so."""
    with pytest.raises(EnvironmentFault, match="does not answer"):
        answer("ASK {}", "http://127.0.0.1:1/sparql", seconds=5)


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "https://user:word@example.org/",
        "http://example.org:99999/",
        "http://[::1/",
        "ftp://example.org/",
        "http://example.org/> } SERVICE <x",
        "http://exa mple.org/",
        "file:///etc/passwd",
        "",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    """Addresses are of http or https, without a password and without what would end an IRI."""
    with pytest.raises(UsageError):
        checked_address(address)
