"""Measure `saisei serve` under load: 200 clients, a mix of pack queries and entities, two hostile queries a second.

    python -m bench.serving make FOLDER [--plans 20000]
    python -m bench.serving run FOLDER/dist [--seconds 60] [--clients 200]

``make`` writes a release of generated plans. ``run`` starts the server on the loopback interface, lets wrk ask it
(wrk must be on the path), and prints how many honest requests failed, their latencies and the memory of all
processes over time. The hostile queries are sent beside wrk and counted apart.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

import msgspec
from bench.valid_plans import plans

from saisei_lod.publishing import build
from saisei_lod.querying import bind, find

_ROOT: Final = Path(__file__).resolve().parent.parent
_HOSTILE: Final = (
    "SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?i != {n}) }}",
    "SELECT * {{ ?a ?b ?c . ?d ?e ?f }} ORDER BY ?f LIMIT {n}",
    'SELECT * {{ ?s ?p ?o . ?s2 ?p2 ?o2 FILTER REGEX(STR(?o), "(.*)(.*)(.*)(.*){n}$") }}',
    "SELECT (COUNT(*) AS ?n) {{ ?a (!<x:{n}>|^!<x:{n}>)* ?b . ?b (!<x:{n}>|^!<x:{n}>)* ?c }}",
)
#: Questions of the pack, with how many values of their parameter are asked.
_ASKED: Final = (
    ("plan-sources", "plan", 100),
    ("plan-identifiers", "plan", 100),
    ("plan-history", "plan", 2),
    ("plans-of-maker", "maker", 5),
    ("plans-covering-municipality", "municipality", 2),
    ("plans-per-round", "", 1),
    ("plans-by-scheme-and-year", "", 1),
    ("plan-length-distribution", "", 1),
    ("makers-by-scheme", "", 1),
    ("scheme-succession", "", 1),
)
_FORMS: Final = ("", ".ttl", ".html", ".jsonld")
_SCRIPT: Final = """
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16))
request = function() return wrk.format("GET", paths[math.random(#paths)]) end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("%d requests in %.0f s; failed: %d by status, %d by time, %d by connection\\n",
    summary.requests, summary.duration / 1e6, e.status, e.timeout, e.connect + e.read + e.write))
  for _, p in ipairs({50, 95, 99, 99.9}) do
    io.write(string.format("p%g %.0f ms\\n", p, latency:percentile(p) / 1e3))
  end
end
"""


def make(folder: Path, count: int) -> None:
    """Write records of generated plans, and the release made from them."""
    data = folder / "data"
    (data / "plans").mkdir(parents=True)
    shutil.copy(_ROOT / "data" / "publication.toml", data)
    by_source: dict[str, list[bytes]] = {}
    for plan in plans(count):
        page = plan.listings[0].page
        lines = by_source.setdefault(page.source or "", [msgspec.json.encode({"page": _plain(page)})])
        lines.append(msgspec.json.encode({"plan": _plain(plan.record)}))
    for source, lines in by_source.items():
        (data / "plans" / f"{source}.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    began = time.perf_counter()
    build(data, folder / "dist")
    print(f"built {count} plans in {time.perf_counter() - began:.0f} s")


def _plain(value: object) -> object:
    """Return a record without what it does not say."""
    return _pruned(msgspec.to_builtins(value))


def _pruned(value: object) -> object:
    if isinstance(value, dict):
        return {key: _pruned(one) for key, one in value.items() if one not in (None, [], {}, "")}
    return [_pruned(one) for one in value] if isinstance(value, list | tuple) else value


def run(dist: Path, load: tuple[int, int, int]) -> None:
    """Serve a release, load it, and print what came of it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "mix.lua").write_text(_SCRIPT, encoding="utf-8")
        (folder / "paths").write_text("".join(f"{path}\n" for path in _paths(dist)), encoding="ascii")
        command = [sys.executable, "-m", "saisei_lod", "serve", str(dist), "--port", "0", "--lang", "en"]
        with (folder / "log").open("w", encoding="utf-8") as log:
            server = subprocess.Popen(command, stderr=log)
            try:
                _load(_address(folder / "log"), server.pid, folder, load)
            finally:
                server.terminate()
                server.wait()


def _paths(dist: Path) -> Iterator[str]:
    """Yield what is asked: a third pack queries, a third queries of others, a third entities."""
    keys = _keys(dist)
    mixed: list[list[str]] = [[], [], []]
    for name, parameter, count in _ASKED:
        values: list[str] = {
            "plan": keys,
            "maker": sorted({key.split("-")[1] for key in keys}),
            "municipality": sorted({key.split("-")[1] for key in keys}),
        }.get(parameter, [""])
        for value in values[:count]:
            text = bind(find(name), {parameter: value} if parameter else {}).text
            mixed[0].append(f"/sparql?query={quote(text)}")
    mixed[1] = [
        f"/sparql?query={quote(f'SELECT * {{ <https://w3id.org/saisei/id/plan/{key}> ?p ?o }}')}"
        for key in keys
    ]
    mixed[2] = [f"/id/plan/{key}{form}" for key in keys for form in _FORMS]
    for position in range(6_000):
        kind = mixed[position % 3]
        yield kind[position // 3 % len(kind)]


def _keys(dist: Path, count: int = 500) -> list[str]:
    """Return keys of plans from all over the release."""
    start = "<https://w3id.org/saisei/id/plan/"
    with (dist / "plans.nt").open(encoding="utf-8") as lines:
        found = {line[len(start) : line.index(">")] for line in lines if line.startswith(start)}
    ordered = sorted(found)
    return ordered[:: max(1, len(ordered) // count)][:count]


def _address(log: Path) -> str:
    while True:
        text = log.read_text(encoding="utf-8")
        if " at http://" in text:
            return text.split(" at ")[1].split("\n")[0].rstrip("/")
        time.sleep(0.2)


def _load(address: str, server: int, folder: Path, load: tuple[int, int, int]) -> None:
    seconds, clients, warming = load
    if warming:
        _wrk(address, folder, (warming, clients))
    stop = threading.Event()
    hostile: Counter[str] = Counter()
    memory: list[tuple[int, int]] = []
    beside = [
        threading.Thread(target=_attack, args=(address, stop, hostile)),
        threading.Thread(target=_watch, args=(server, stop, memory)),
    ]
    for thread in beside:
        thread.start()
    said = _wrk(address, folder, (seconds, clients))
    stop.set()
    for thread in beside:
        thread.join()
    print(said)
    print("hostile:", json.dumps(dict(sorted(hostile.items()))))
    print("all requests by status:", json.dumps(_statuses(folder / "log")))
    print("MB of the server, MB of all processes, every 10 s:", memory)


def _wrk(address: str, folder: Path, load: tuple[int, int]) -> str:
    seconds, clients = load
    options = f"-t2 -c{clients} -d{seconds}s --timeout 60s --latency -s {folder}/mix.lua {address}".split()
    environment = {"PATHS": f"{folder}/paths", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["/usr/bin/wrk", *options], env=environment, capture_output=True, check=True)
    return "\n".join(done.stdout.decode().splitlines()[-5:])


def _statuses(log: Path) -> dict[str, int]:
    """Count the lines of the log by kind of path and status."""
    records = [
        json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")
    ]
    counts = Counter(f"{record['path'].split('/')[1]} {record['status']}" for record in records)
    return dict(sorted(counts.items()))


def _attack(address: str, stop: threading.Event, outcomes: Counter[str]) -> None:
    """Send two hostile queries a second, each another text, and count what comes of them."""
    started = []
    number = 0
    while not stop.wait(0.5):
        number += 1
        text = _HOSTILE[number % len(_HOSTILE)].format(n=number)
        thread = threading.Thread(target=_ask, args=(f"{address}/sparql?query={quote(text)}", outcomes))
        thread.start()
        started.append(thread)
    for thread in started:
        thread.join()


def _ask(url: str, outcomes: Counter[str]) -> None:
    try:
        with urllib.request.urlopen(url, timeout=120) as response:  # noqa: S310 - an address of our own
            response.read()
            outcomes[str(response.status)] += 1
    except urllib.error.HTTPError as error:
        outcomes[str(error.code)] += 1
    except OSError as error:
        outcomes[type(error).__name__] += 1


def _watch(server: int, stop: threading.Event, memory: list[tuple[int, int]]) -> None:
    """Note the resident memory of the server and of all its processes every ten seconds, in MB."""
    while not stop.wait(10):
        listed = subprocess.run(
            ["/usr/bin/ps", "-o", "rss=", "--pid", str(server), "--ppid", str(server)],
            capture_output=True,
            check=True,
        )
        one = int(Path(f"/proc/{server}/statm").read_text(encoding="ascii").split()[1]) * 4096
        memory.append(
            (one // 1_000_000, sum(int(line) for line in listed.stdout.split()) * 1024 // 1_000_000)
        )


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=["make", "run"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument(
        "--warming", type=int, default=0, help="seconds of the same load before, without attack"
    )
    parser.add_argument("--clients", type=int, default=200)
    given = parser.parse_args()
    if given.work == "make":
        make(given.folder, given.plans)
    else:
        run(given.folder, (given.seconds, given.clients, given.warming))


if __name__ == "__main__":
    main()
