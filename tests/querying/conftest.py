"""What is asked in these tests beside the release of the two pages: a graph of what they lack, and an endpoint."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs

import pytest
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def graph_of_cases() -> Path:
    """The file of what the two pages lack."""
    return HERE / "fixtures" / "cases.ttl"


class Reply(NamedTuple):
    """What an endpoint sends: status, media type and body."""

    status: int
    media: str
    body: bytes


def _of_store(store: Store, text: str) -> Reply:
    try:
        found = store.query(text)
    except SyntaxError as error:
        return Reply(400, "text/plain", str(error).encode())
    if isinstance(found, QueryTriples):
        return Reply(200, "text/turtle", serialize(found, format=RdfFormat.TURTLE) or b"")
    body = found.serialize(format=QueryResultsFormat.JSON) or b""
    return Reply(200, "application/sparql-results+json", body)


@pytest.fixture
def endpoint() -> Iterator[Callable[[Path | Reply], str]]:
    """Start endpoints on the loopback: each asks a file of RDF, or sends one reply; gives its address."""
    servers = []

    def start(what: Path | Reply) -> str:
        store = Store()
        if isinstance(what, Path):
            store.bulk_load(path=str(what), format=RdfFormat.TURTLE)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                is_form = "urlencoded" in self.headers["Content-Type"]
                text = parse_qs(sent)["query"][0] if is_form else sent
                reply = what if isinstance(what, Reply) else _of_store(store, text)
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.media)
                if reply.status in {302, 307}:
                    self.send_header("Location", reply.body.decode())
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/sparql"

    yield start
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def reply() -> type[Reply]:
    """The type of what an endpoint sends."""
    return Reply
