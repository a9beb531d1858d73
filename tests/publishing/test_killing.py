"""A build that is killed, wherever it is: the old release stays whole and the next build works."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from saisei_lod.publishing import build, verify
from saisei_lod.publishing.checksums import check_checksums

ROOT = Path(__file__).resolve().parents[2]

# Every look at the file system passes Python's audit hooks (PEP 578), so each is a point to be killed at.
_EVERY_POINT = """
import json, os, signal, sys
from pathlib import Path
from saisei_lod.publishing import folder as module
from saisei_lod.publishing.checksums import check_checksums, write_checksums

dist = Path(sys.argv[1])
if sys.argv[2] == "two steps":
    module._exchanged_at_once = lambda new, target: False

def work(word):
    with module.workspace(dist) as folder:
        (folder / "tables").mkdir()
        for name in ("plans.nt", "catalog.nt", "tables/plans.csv"):
            (folder / name).write_text(word)
        write_checksums(folder)

def killed_at(point):
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        seen = 0
        def hook(event, arguments):
            nonlocal seen
            if event == "open" or event.startswith(("os.", "shutil.", "fcntl.", "ctypes.", "tempfile.")):
                seen += 1
                if seen == point:
                    os.killpg(0, signal.SIGKILL)
        sys.addaudithook(hook)
        work("new")
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL

def state():
    here = dist if dist.exists() else dist.with_name(".dist.former")
    words = {(here / name).read_text() for name in ("plans.nt", "catalog.nt", "tables/plans.csv")}
    return [here.name, *sorted(words), *[found.code for found in check_checksums(here)]]

states, leftovers = [], []
work("old")
point = 1
while killed_at(point):
    states.append(state())
    work("old")
    leftovers += [name for name in os.listdir(dist.parent) if name != "dist"]
    if state() != ["dist", "old"]:
        states.append(["the next build did not work", *state()])
    point += 1
print(json.dumps([states, leftovers]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.parametrize("way", ["one step", "two steps"])
def test_a_build_may_be_killed_at_every_point(tmp_path: Path, way: str) -> None:
    """Old and whole until the exchange, new and whole after it; where exchanging takes two steps, set aside between."""
    dist = tmp_path / "dist"
    command = [sys.executable, "-c", _EVERY_POINT, str(dist), way]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    states, leftovers = json.loads(done.stdout)
    assert len(states) >= 20
    assert leftovers == []
    met = list(dict.fromkeys(map(tuple, states)))
    between = [(".dist.former", "old")] if way == "two steps" else []
    assert met == [("dist", "old"), *between, ("dist", "new")]


_BUILD = """
import os, signal, sys
point, group = int(sys.argv[1]), sys.argv[2] == "group"
place = os.path.dirname(sys.argv[4])
seen = 0
exchanged = 0

def hook(event, arguments):
    global seen, exchanged
    named = [str(one) for one in arguments]
    if event == "ctypes.dlsym" and "renameat2" in named:
        exchanged = seen + 1
    elif not exchanged and not any(one.startswith(place) for one in named):
        return
    seen += 1
    if seen == point:
        os.killpg(0, signal.SIGKILL) if group else os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(hook)
from saisei_lod.cli import main
status = main(["build", sys.argv[3], "-o", sys.argv[4], "--as-of", "2030-01-01", "--quiet"])
print(seen, exchanged)
sys.exit(status)
"""


def _killed(data: Path, dist: Path, point: int, whom: str) -> tuple[int, str]:
    command = [sys.executable, "-c", _BUILD, str(point), whom, str(data), str(dist)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True)
    return done.returncode, done.stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the exchange in one step is Linux's")
def test_a_whole_build_is_killed_at_twenty_points(release: Path, tmp_path: Path) -> None:
    """Process or group, from the first file to the last, six of the points at the exchange and after it."""
    data = shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("registry"))
    place = tmp_path / "here"
    dist = shutil.copytree(release, place / "dist")
    counting = shutil.copytree(release, tmp_path / "elsewhere" / "dist")
    _killed(data, counting, 0, "process")  # what it compares is remembered, and not compared by those below
    status, counted = _killed(data, counting, 0, "process")
    assert status == 0
    points, exchange = map(int, counted.split())
    assert 100 < exchange < points
    early = [1 + number * (exchange - 4) // 14 for number in range(14)]
    late = [exchange - 2, exchange - 1, exchange, exchange + 1, exchange + 20, exchange + 60]
    for number, point in enumerate([*early, *late]):
        status, _ = _killed(data, dist, point, ("process", "group")[number % 2])
        assert status == -signal.SIGKILL
        assert check_checksums(dist) == []
        issued = "2026-11-21" if point <= exchange else "2030-01-01"
        assert f'"{issued}"^^xsd:date' in (dist / "catalog.ttl").read_text(encoding="utf-8")
        build(data, dist)
        assert sorted(path.name for path in place.iterdir()) == ["dist"]
    assert verify(dist) == []
