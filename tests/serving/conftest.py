"""A running server over the committed release, with low limits, and a client for it."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import msgspec
import pytest

ROOT = Path(__file__).resolve().parents[2]


class Reply(NamedTuple):
    """A response; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, decoded."""
        return msgspec.json.decode(self.body)

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode()


class Server(NamedTuple):
    """A server that runs."""

    process: "subprocess.Popen[bytes]"
    host: str
    port: int
    log: Path

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Return the response to one request."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, names, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "", **headers: str) -> Reply:
        """Return the response to a GET request."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask(path, headers={**({"Accept": accept} if accept else {}), **more})

    def query(self, text: str, accept: str = "", **fields: str) -> Reply:
        """Return the response to a query sent as a form."""
        body = urlencode({"query": text, **fields}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("/sparql", "POST", body, {**headers, **({"Accept": accept} if accept else {})})


def need_extra() -> None:
    """Skip where the extra is not installed."""
    for name in ("starlette", "uvicorn"):
        pytest.importorskip(name, reason="serving is an extra: pip install 'saisei-lod[serve]'")


@contextmanager
def running(release: Path, folder: Path, *options: str) -> Iterator[Server]:
    """Run a server on a port that the system chooses; stop it as a person would."""
    need_extra()
    log = folder / "log"
    command = [sys.executable, "-m", "saisei_lod", "serve", str(release), "--port", "0", "--lang", "en"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(Path(one).resolve()) for one in sys.path if one),
    }
    with log.open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen([*command, *options], stderr=stderr, env=environment, cwd=folder)
        try:
            address = urlsplit(_address(process, log))
            yield Server(process, address.hostname or "", address.port or 0, log)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Return the address that a server says once it answers."""
    while process.poll() is None:
        for line in log.read_text(encoding="utf-8").splitlines():
            if " at http://" in line:
                return line.split(" at ")[-1]
        time.sleep(0.02)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over dist/ as it is committed: queries have 1.5 seconds, 2,000 rows and 200 MiB."""
    limits = ("--seconds", "1.5", "--rows", "2000", "--memory", "200")
    with running(ROOT / "dist", tmp_path_factory.mktemp("serving"), *limits) as started:
        yield started


@pytest.fixture
def run() -> Callable[..., AbstractContextManager[Server]]:
    """How a test runs a server of its own: release, folder, options."""
    return running


@pytest.fixture
def extra() -> None:
    """That the libraries of the server are installed."""
    need_extra()
