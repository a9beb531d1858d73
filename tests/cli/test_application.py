"""The command as users meet it: help, languages, exit statuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from saisei_lod.cli import main
from saisei_lod.cli.application import COMMANDS
from saisei_lod.cli.language import chosen_language


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``saisei`` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "saisei_lod", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LANG": "C.UTF-8", **environment},
    )


def test_help_names_every_command_in_both_languages() -> None:
    """Each command stands in the help, with a line in the language asked for."""
    english, japanese = run("--help", "--lang", "en").stdout, run("--lang", "ja", "--help").stdout
    for name, line in COMMANDS.items():
        assert name in english
        assert line.en.split()[0] in english
        assert line.ja[:8] in japanese


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    """The help of each command differs by language and ends with status 0."""
    english, japanese = run(name, "--help", "--lang", "en"), run(name, "--help", "--lang", "ja")
    assert (english.returncode, japanese.returncode) == (0, 0)
    assert english.stdout != japanese.stdout


def test_help_imports_neither_rdflib_nor_pyshacl() -> None:
    """Heavy imports stay out of help, which has to be fast."""
    code = (
        "import sys; from saisei_lod.cli import main; main(['--help']); "
        "print([m for m in ('rdflib', 'pyshacl', 'pyoxigraph', 'jinja2', 'yaml', 'openpyxl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_the_language_follows_the_option_then_the_locale() -> None:
    """--lang wins over LC_ALL, which wins over LANG."""
    assert chosen_language(["--lang=en"], {"LANG": "ja_JP.UTF-8"}) == "en"
    assert chosen_language([], {"LC_ALL": "ja_JP.UTF-8", "LANG": "C"}) == "ja"
    assert chosen_language([], {}) == "en"


def test_an_unknown_command_is_wrong_usage() -> None:
    """Exit status 2, and no traceback."""
    done = run("publish")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_a_data_folder_that_is_not_there_says_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The message names the folder, what was expected and what to do."""
    assert main(["build", str(tmp_path / "no"), "-o", str(tmp_path / "dist"), "--lang", "ja"]) == 2
    message = capsys.readouterr().err
    assert str(tmp_path / "no") in message
    assert "publication.toml" in message


def test_a_missing_file_of_rdf_is_told_as_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Who validates a file is not sent to look for a folder of records."""
    assert main(["validate", str(tmp_path / "no.ttl"), "--lang", "en"]) == 2
    assert "expected: a readable file of RDF" in capsys.readouterr().err


def test_a_page_read_again_from_its_address_is_compared_with_its_record(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A page that changed and was saved under another name is a further snapshot of its source, if its address is given."""
    folder, address = tmp_path / "plans", "https://www.city.nagai.yamagata.jp/680.html"
    for name, year in (("one.txt", "7"), ("two.txt", "8")):
        (tmp_path / name).write_text(
            "長井市の地域再生計画\n\n練習用計画\n\n(1)計画の認定日\n\n令和2年3月30日(第55回)認定\n\n(2)計画期間\n\n"
            f"令和2年3月30日(認定日)から令和{year}年3月31日まで\n",
            encoding="utf-8",
        )
        assert main(["read", str(tmp_path / name), "--url", address, "-o", str(folder), "--lang", "en"]) == 0
    first, further = sorted(path.stem for path in folder.iterdir())
    assert further.startswith(f"{first}-")
    assert "period: the page has changed" in capsys.readouterr().out


def test_no_colour_reaches_a_pipe() -> None:
    """Escape codes stay out of pipes."""
    assert "\x1b" not in run("build", "/nowhere").stderr
