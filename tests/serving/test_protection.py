"""What a server withstands, shown on a running one."""

import http.client
import json
import queue
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAIRS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f) }"
REGEX = (
    'SELECT ?o { ?s ?p ?o . ?s2 ?p2 ?o2 FILTER REGEX(CONCAT(STR(?o), STR(?o2)), "(.*)(.*)(.*)(.*)(.*)zzz$") }'
)
PATH = "SELECT (COUNT(*) AS ?n) { ?a (!<x:a>|^!<x:a>)* ?b . ?b (!<x:a>|^!<x:a>)* ?c }"
SORT = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a"
EASY = "ASK { ?s ?p ?o }"


@pytest.mark.parametrize("text", [PAIRS, REGEX, PATH], ids=["cross product", "regex", "property path"])
def test_a_query_without_end_is_stopped_and_others_are_answered_meanwhile(server: Any, text: str) -> None:
    """504 at the limit, whatever the query is at; easy queries and entities are answered before that."""
    given: list[Any] = []
    asked = threading.Thread(target=lambda: given.append(server.query(text)))
    asked.start()
    time.sleep(0.2)
    assert server.query(f"{EASY} # {text[:9]}").status == 200
    assert server.get("/id/round/55.nt").status == 200
    assert not given
    asked.join()
    assert given[0].status == 504
    assert "1.5" in given[0].json["message"]["en"]


def test_a_sort_of_everything_is_stopped(server: Any) -> None:
    """By its memory or by its time, whichever ends first."""
    assert server.query(SORT).status in {504, 507}
    assert server.query(EASY).status == 200


def test_a_query_that_takes_too_much_memory_is_stopped(server: Any) -> None:
    """507; the worker is replaced."""
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(30))
    assert (
        server.query(f'SELECT (STRLEN(?x30) AS ?n) {{ BIND("0123456789" AS ?x0) {doubled} }}').status == 507
    )
    assert server.query(EASY).status == 200


def test_an_answer_of_too_many_rows_is_refused(server: Any) -> None:
    """413 names the limit, for rows and for graphs; the limit itself is allowed."""
    for text, accept in [
        ("SELECT * { ?a ?b ?c } LIMIT 2001", "text/csv"),
        ("SELECT * { ?a ?b ?c } LIMIT 2001", "application/sparql-results+json"),
        ("SELECT * { ?a ?b ?c } LIMIT 2001", "application/sparql-results+xml"),
        ("CONSTRUCT WHERE { ?a ?b ?c }", "text/turtle"),
    ]:
        reply = server.query(text, accept)
        assert reply.status == 413, text
        assert "2,000" in reply.json["expected"]["en"]
    assert len(server.query("SELECT * { ?a ?b ?c } LIMIT 2000", "text/csv").body.splitlines()) == 2001


def test_a_query_of_a_megabyte_is_refused(server: Any) -> None:
    """413 before anything is evaluated: by the bound on bodies, and by that on texts."""
    assert server.query(f"{EASY} #{'x' * 1_000_000}").status == 413
    assert "50,000" in server.query(f"{EASY} #{'x' * 60_000}").json["expected"]["en"]


@pytest.mark.parametrize("bracket", ["{}", "()"])
def test_brackets_within_brackets_do_no_harm(server: Any, bracket: str) -> None:
    """The longest text, nested all along, is an error of the client or stopped, and no crash of the server."""
    depth = 20_000
    inner = bracket[0] * depth + ("1" if bracket == "()" else "") + bracket[1] * depth
    text = f"ASK {{ FILTER({inner}) }}" if bracket == "()" else f"ASK {{ {inner} }}"
    assert server.query(text).status in {200, 400, 504, 507}
    assert server.query(EASY).status == 200


SERVICES = [
    "SELECT * { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:%d/> AS ?v) service ?v { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:%d/> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:%d/> SELECT * { ?a ?b 1SERVICE:{ ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE<http://127.0.0.1:%d/>{ ?s ?p ?o } }",
    "SELECT * { ?a <x:\\u0020#> ?c . SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "PREFIX e: <x:> SELECT * { ?a e:it\\'s ?c . SERVICE <http://127.0.0.1:%d/> { ?s ?p 'x' } }",
    "SELECT * FROM <http://127.0.0.1:%d/> { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:%d/>",
]


@pytest.mark.parametrize("text", SERVICES)
def test_no_request_leaves_the_machine(server: Any, text: str) -> None:
    """SERVICE in every spelling and LOAD are refused, FROM names graphs of the release: nobody is called."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        reply = server.query(text % listener.getsockname()[1])
        assert reply.status == (200 if "FROM" in text else 403), reply.text
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    "path",
    [
        "/data/../../../../etc/passwd",
        "/data/%2e%2e/%2e%2e/etc/passwd",
        "/data//etc/passwd",
        "/data/..%2f..%2fpyproject.toml",
        "/data/.",
        "/../pyproject.toml",
        "//etc/passwd",
        "/data/%00",
    ],
)
def test_nothing_outside_of_the_release_can_be_read(server: Any, path: str) -> None:
    """Files are looked up by name among those of SHA256SUMS, never by path."""
    reply = server.get(path)
    assert reply.status == 404
    assert b"root:" not in reply.body


def test_heads_and_lines_of_any_length_are_refused(server: Any) -> None:
    """A header, and an address, of a megabyte are refused before they are read whole."""
    for request in (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 1_000_000, b"GET /" + b"x" * 1_000_000):
        with socket.create_connection((server.host, server.port), timeout=10) as connection:
            try:
                connection.sendall(request)
                answer = connection.recv(100)
            except ConnectionError:
                answer = b"HTTP/1.1 400"
        assert answer.startswith(b"HTTP/1.1 400") or not answer


def test_every_answer_has_the_headers_of_safety(server: Any) -> None:
    """Pages, data and errors alike."""
    for path in ("/", "/id/round/55.html", "/id/round/55.ttl", "/nothing", "/health", "/data/rounds.nt"):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "server" not in headers


def test_errors_tell_no_internals(server: Any) -> None:
    """No path, no traceback, no name of a module."""
    for reply in (server.query("SELECT"), server.get("/x"), server.query("SELECT (<java:x>(1) AS ?y) {}")):
        assert 400 <= reply.status < 500
        assert not [
            word
            for word in ("Traceback", "/src/", "saisei_lod", "pyoxigraph", "rocksdb")
            if word in reply.text
        ]


def test_a_name_with_markup_is_shown_as_text(server: Any) -> None:
    """An address with markup comes back escaped."""
    page = server.get("/%3Cscript%3Ealert(1)%3C/script%3E?lang=%22%3E%3Cscript%3E", "text/html").text
    assert "<script" not in page


def test_a_head_that_does_not_end_does_not_keep_others_waiting(server: Any) -> None:
    """Connections that say nothing leave room for those that do."""
    silent = [socket.create_connection((server.host, server.port)) for _ in range(50)]
    try:
        for one in silent:
            one.sendall(b"GET / HTTP/1.1\r\n")
        assert server.query(EASY).status == 200
    finally:
        for one in silent:
            one.close()


def test_beyond_its_capacity_the_server_says_when_to_come_again(tmp_path: Path, run: Any) -> None:
    """Of many long queries one is sent away with 503 and Retry-After; easy ones are answered; nothing is left over."""
    given: queue.Queue[Any] = queue.Queue()

    def ask(text: str) -> None:
        with suppress(OSError, http.client.HTTPException):  # the server is killed below
            given.put(server.query(text))

    with run(ROOT / "dist", tmp_path, "--seconds", "25") as server:
        threads = [threading.Thread(target=ask, args=(f"{PAIRS} # {number}",)) for number in range(5)]
        for thread in threads:
            thread.start()
        reply = given.get(timeout=30)
        assert (reply.status, reply.headers["retry-after"]) == (503, "5")
        assert server.query(EASY).status == 200
        assert server.get("/id/round/55.rdf").status == 200
        server.process.kill()
        for thread in threads:
            thread.join()


def test_each_request_is_a_line_of_the_log(server: Any) -> None:
    """JSON, with what was asked and what came of it, and no line that a client has made up."""
    connection = http.client.HTTPConnection(server.host, server.port)
    connection.request("GET", "/log%0A%7B%22status%22:1%7D")
    connection.getresponse().read()
    connection.close()
    records = [{"path": ""}]
    while not records[-1]["path"].startswith("/log"):  # a line is written once its answer has left
        lines = Path(server.log).read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines if line.startswith("{")]
    assert records[-1]["path"] == '/log\n{"status":1}'
    assert {"time", "client", "method", "path", "status", "bytes", "seconds"} == set(records[-1])
