"""The tutorial, run as it stands: each command's output is what the page shows."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "tutorial" / "from-page-to-answer.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPARQL = re.compile(r"A file `(\S+)`:\n\n```sparql\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions(text: str) -> list[tuple[str, str]]:
    """Return the commands of the page with the output that is shown for each."""
    found = []
    for block in CONSOLE.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def run(command: str, folder: Path) -> str:
    """Run a command of the page and return all that it prints."""
    bin_folder = folder.parent / "bin"
    environment = {
        **os.environ,
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(  # noqa: S602 - the commands of our own page
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def prepared(tmp_path: Path, text: str) -> Path:
    """Return the folder in which the reader works, with the files that the page asks for."""
    folder = tmp_path / "work"
    folder.mkdir()
    (tmp_path / "bin").mkdir()
    saisei = tmp_path / "bin" / "saisei"
    saisei.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m saisei_lod "$@"\n', encoding="utf-8")
    saisei.chmod(0o755)
    shutil.copy(PAGE.parent / "page.txt", folder)
    shutil.copy(ROOT / "data" / "publication.toml", folder)
    for name, content in SPARQL.findall(text):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_every_command_of_the_tutorial_prints_what_the_page_shows(tmp_path: Path) -> None:
    """From the page to the answers, in the order of the text."""
    text = PAGE.read_text(encoding="utf-8")
    folder = prepared(tmp_path, text)
    for command, shown in sessions(text):
        assert run(command, folder) == shown, command
