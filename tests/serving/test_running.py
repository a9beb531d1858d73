"""Starting, stopping and restoring a server; what cannot be served; a whole release with its claims."""

import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.cli import main
from saisei_lod.errors import EnvironmentFault, InputError
from saisei_lod.querying.indexing import VOCABULARY_GRAPH, index_folder, open_index
from saisei_lod.serving import Limits, serve

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., AbstractContextManager[Any]]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the committed release, with an index of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Path(
        shutil.copytree(ROOT / "dist", tmp_path / "dist", ignore=shutil.ignore_patterns("provenance.nq"))
    )


@pytest.mark.usefixtures("extra")
def test_what_is_no_release_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 with what was expected: an empty folder, no folder, a changed file."""
    assert main(["serve", str(tmp_path), "--port", "0", "--lang", "en"]) == 2
    assert main(["serve", str(tmp_path / "none"), "--port", "0", "--lang", "ja"]) == 2
    said = capsys.readouterr().err
    assert "a folder that holds SHA256SUMS" in said
    assert "公開用フォルダーではありません" in said
    assert "Traceback" not in said


@pytest.mark.usefixtures("extra")
def test_a_port_in_use_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 with the port and the option."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", str(ROOT / "dist"), "--port", str(port), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port}" in said
    assert "--port" in said


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(EnvironmentFault, match=r"saisei-lod\[serve\]"):
        serve(ROOT / "dist", ("127.0.0.1", 0), Limits(), lambda _: None, lambda _: None)


def test_a_changed_file_is_not_indexed(copy: Path) -> None:
    """What SHA256SUMS does not state is not served."""
    with (copy / "rounds.nt").open("ab") as file:
        file.write(b"<x:a> <x:b> <x:c> .\n")
    with pytest.raises(InputError, match=r"rounds\.nt"):
        index_folder(copy)


@pytest.mark.parametrize("harm", ["cut", "zeros", "gone"])
def test_an_index_that_was_harmed_is_built_again(copy: Path, harm: str) -> None:
    """Cut short, overwritten, or a file missing: it holds what it held."""
    size = len(open_index(copy))
    for table in index_folder(copy).glob("*.sst"):
        if harm == "gone":
            table.unlink()
        else:
            held = table.read_bytes()
            table.write_bytes(held[:100] if harm == "cut" else bytes(len(held)))
    assert len(open_index(copy)) == size


def test_an_index_holds_the_vocabulary_beside_the_graph(copy: Path) -> None:
    """In a named graph of its own."""
    found = open_index(copy).query(
        f"ASK {{ GRAPH <{VOCABULARY_GRAPH}> {{ ?s ?p ?o }} FILTER NOT EXISTS {{ ?s ?p ?o }} }}"
    )
    assert found


def test_a_server_whose_index_is_cut_short_restores_it(copy: Path, tmp_path: Path, run: Run) -> None:
    """Workers that are started after that read the index that was built again."""
    with run(copy, tmp_path, "--seconds", "0.3", "--workers", "1") as server:
        for table in index_folder(copy).glob("*.sst"):
            table.write_bytes(table.read_bytes()[:100])
        server.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f) }")
        assert server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").status == 200


def test_a_release_that_was_exchanged_is_not_mixed_with_the_old(copy: Path, tmp_path: Path, run: Run) -> None:
    """Files of another release are refused until the server is started again."""
    with run(copy, tmp_path) as server:
        assert server.get("/data/rounds.nt").status == 200
        (copy / "rounds.nt").write_bytes(b"")
        reply = server.get("/data/rounds.nt")
        assert (reply.status, reply.headers["retry-after"]) == (503, "5")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_lets_what_was_begun_end(tmp_path: Path, run: Run, how: signal.Signals) -> None:
    """A query under way is answered; the exit status is 0; no worker is left."""
    given: list[Any] = []
    pairs = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f) }"
    with run(ROOT / "dist", tmp_path, "--seconds", "1") as server:
        asked = threading.Thread(target=lambda: given.append(server.query(pairs)))
        asked.start()
        time.sleep(0.3)
        server.process.send_signal(how)
        asked.join()
        assert server.process.wait(timeout=10) == 0
    assert given[0].status == 504


def test_a_whole_release_has_every_kind_of_iri(release: Path, tmp_path: Path, run: Run) -> None:
    """Governments of the registry, claims and their snapshots too."""
    claim = "SELECT ?c { GRAPH ?g { ?c a <https://w3id.org/saisei/ns#Claim> } } LIMIT 1"
    with run(release, tmp_path) as server:
        found = server.query(claim).json["results"]["bindings"][0]["c"]["value"]
        path = found.removeprefix("https://w3id.org/saisei")
        assert server.get(path).status == 303
        assert "saisei:Claim" in server.get(f"{path}.ttl").text
        assert "長井市" in server.get("/id/local-government/06209.html").text
        assert server.get("/data/provenance.nq").headers["content-type"] == "application/n-quads"
