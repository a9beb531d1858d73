"""The page on how to query: what it shows is what happens."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "query.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of the page in a language."""
    return [text for name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if name == language]


def commands() -> list[tuple[str, str]]:
    """Return each command of the page with what stands below it."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


@pytest.fixture
def folder(release: Path, tmp_path: Path) -> Path:
    """A folder that holds the release and the query that the page tells to write."""
    (tmp_path / "dist").symlink_to(release, target_is_directory=True)
    (tmp_path / "makers.rq").write_text(blocks("sparql")[0], encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("command", "shown"), commands(), ids=[command for command, _ in commands()])
def test_a_command_prints_what_the_page_shows(folder: Path, command: str, shown: str) -> None:
    """Each command of the page, run in a folder with the release, prints what stands below it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout + done.stderr == shown


def test_the_python_of_the_page_runs(folder: Path) -> None:
    """The example for Python prints the table in Japanese."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", blocks("python")[0]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "計画期間内" in done.stdout
