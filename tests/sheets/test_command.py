"""``saisei sheet`` as officers and their colleagues meet it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from saisei_lod.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_city_is_written_corrected_and_applied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The way of the how-to: write, correct in Excel, see what changes, write it into the records."""
    data, file = tmp_path / "data", tmp_path / "F.xlsx"
    shutil.copytree(ROOT / "data", data)
    arguments = ["sheet", "write", str(data), "-o", str(file), "--city", "長井市", "--lang", "ja"]
    assert main(arguments) == 0
    assert "計画 6 件" in capsys.readouterr().err
    book = openpyxl.load_workbook(file)
    assert any(cell.comment for row in book["計画"].iter_rows() for cell in row)
    book["計画"]["E3"].value = 37
    book.save(file)
    before = {path: path.read_bytes() for path in (data / "plans").iterdir()}
    assert main(["sheet", "apply", str(file), str(data), "--lang", "ja"]) == 0
    shown = capsys.readouterr()
    assert "計画 認定回 [計画!E3]: 36 → 37" in shown.out
    assert "--yes" in shown.err
    assert before == {path: path.read_bytes() for path in (data / "plans").iterdir()}
    assert main(["sheet", "apply", str(file), str(data), "--yes", "--lang", "en"]) == 0
    assert "written: " in capsys.readouterr().err
    changed = [path.name for path, kept in before.items() if path.read_bytes() != kept]
    assert changed == ["06209-680.yaml"]


def test_wrong_entries_stop_everything(desk: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them are listed with their cells; exit status 2, and nothing is written."""
    desk.enter("計画", 3, 認定日="2016-02-30", 認定回="臨時").enter("計画", 4, 認定回=56)
    desk.book.save(desk.file)
    before = desk.record.read_bytes()
    assert main(["sheet", "apply", str(desk.file), str(desk.data), "--yes", "--lang", "ja"]) == 2
    shown = capsys.readouterr()
    assert "F.xlsx:計画!C3: 違反 [sheet-day-wrong]" in shown.err
    assert "F.xlsx:計画!E3: 違反 [sheet-round-wrong]" in shown.err
    assert "反映できない所が 2 か所あります" in shown.err
    assert before == desk.record.read_bytes()


def test_a_workbook_without_corrections_says_so(desk: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """In the language asked for, with exit status 0."""
    assert main(["sheet", "apply", str(desk.file), str(desk.data), "--yes", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing changes.\n"


def test_on_a_terminal_the_question_decides(
    desk: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No is the answer of who only presses return."""
    desk.enter("計画", 4, 認定回=56)
    desk.book.save(desk.file)
    before = desk.record.read_bytes()
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    for answer, is_written in (("\n", False), ("y\n", True)):
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _, said=answer: said.strip())
        assert main(["sheet", "apply", str(desk.file), str(desk.data), "--lang", "ja"]) == 0
        assert (before != desk.record.read_bytes()) is is_written
    assert "書き込みました" in capsys.readouterr().err


def test_a_workbook_in_the_way_is_kept(desk: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may hold what an officer has typed: only --force replaces it."""
    desk.file.write_bytes(b"typed")
    arguments = ["sheet", "write", str(desk.data), "-o", str(desk.file), "--no-findings", "--lang", "ja"]
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert desk.file.read_bytes() == b"typed"
    assert main([*arguments, "--force", "--quiet"]) == 0
    assert desk.file.read_bytes().startswith(b"PK")
    assert main([*arguments[:4], str(tmp_path / "no" / "F.xlsx"), "--no-findings", "--lang", "ja"]) == 2
    assert "ブックを書けません" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["write", "DATA", "-o", "G.xlsx", "--city", "府中市"], "13206"),
        (["write", "DATA", "-o", "G.xlsx", "--city", "13101"], "no plan of 13101"),
        (["write", "no", "-o", "G.xlsx"], "cannot be opened"),
        (["apply", "no.xlsx", "DATA"], "cannot be opened"),
        (["apply", "DATA", "DATA"], "cannot be opened"),
    ],
)
def test_wrong_usage_says_what_to_do(
    new_desk: Callable[[], Any], capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """Exit status 2, a message, no traceback."""
    desk = new_desk()
    given = [
        str(desk.data) if part == "DATA" else str(desk.data.parent / part) if "." in part else part
        for part in arguments
    ]
    assert main(["sheet", *given, "--lang", "en"]) == 2
    assert words in capsys.readouterr().err


def test_help_needs_no_workbook_library() -> None:
    """openpyxl, YAML and RDF stay out of help."""
    code = (
        "import sys; from saisei_lod.cli import main; main(['sheet', 'write', '--help']); main(['sheet', '--help'])\n"
        "print([m for m in ('rdflib', 'pyoxigraph', 'yaml', 'openpyxl', 'msgspec') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")
