"""The page on publishing one's own plans: what it shows is what happens, in one shell from top to bottom."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "publish-your-own.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LIST = re.compile(r"^```csv\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(text: str) -> list[tuple[str, str]]:
    """Return each command of the page, its further lines joined, with what stands below it."""
    found = []
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines()
            count = next((n for n, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
            command = "\n".join([lines[0], *[line[2:] for line in lines[1:count]]])
            found.append((command, "".join(f"{line}\n" for line in lines[count:])))
    return found


def test_every_command_of_the_page_prints_what_it_shows(tmp_path: Path) -> None:
    """From an empty folder to a harvested catalogue."""
    text = PAGE.read_text(encoding="utf-8")
    (tmp_path / "bin").mkdir()
    for name, call in (("saisei", " -m saisei_lod"), ("python3", "")):
        program = tmp_path / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{call} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    (tmp_path / "work").mkdir()
    (csv,) = LIST.findall(text)
    port = "8765"
    commands = steps(text)
    # The list is written where the reader is when the page asks for it; marks tell the outputs apart.
    script = "".join(
        (f"cat > list.csv <<'END'\n{csv}END\n" if command.startswith("saisei read") else "")
        + f"{command}\necho '--- {number}'\n"
        for number, (command, _) in enumerate(commands)
    )
    # A port that is free stands for that of the page.
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        script = script.replace(port, str(one.getsockname()[1]))
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(PAGE.parents[2] / "src"),
        "LC_ALL": "C.UTF-8",
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path / "work",
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    shown = re.split(r"^--- \d+\n", done.stdout, flags=re.MULTILINE)[:-1]
    assert list(zip([command for command, _ in commands], shown, strict=True)) == commands
