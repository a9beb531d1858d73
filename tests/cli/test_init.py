"""`saisei init`: options, questions on a terminal, refusals."""

import io
import sys
from pathlib import Path

import pytest

from saisei_lod.cli import main
from saisei_lod.records.publication import load_publication


class Terminal(io.StringIO):
    """Answers that a person types."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


def test_options_say_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked for where there is no terminal."""
    folder = tmp_path / "city"
    given = ["--publisher", "06209", "--base", "https://www.example.jp", "--licence", "pdl-1.0"]
    assert main(["init", str(folder), *given, "--title-ja", "題", "--lang", "ja"]) == 0
    publication = load_publication(folder / "data" / "publication.toml")
    assert (publication.title.ja, publication.base) == ("題", "https://www.example.jp/id/")
    assert publication.licence.endswith("public_data_license_v1.0")
    assert "作りました" in capsys.readouterr().err


def test_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code, address and titles; an empty answer takes what is offered."""
    monkeypatch.setattr(sys, "stdin", Terminal("06209\nhttps://www.example.jp/\n\nMy Plans LOD\n"))
    assert main(["init", str(tmp_path / "city"), "--lang", "en"]) == 0
    publication = load_publication(tmp_path / "city" / "data" / "publication.toml")
    assert (publication.title.ja, publication.title.en) == ("長井市の地域再生計画 LOD", "My Plans LOD")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "--publisher"),
        (["--publisher", "06209"], "--base"),
        (["--publisher", "99999", "--base", "https://a.jp"], "99999"),
        (["--publisher", "06209", "--base", "a.jp"], "base"),
        (["--publisher", "06209", "--base", "https://a.jp", "--licence", "mine"], "cc-by-4.0"),
    ],
)
def test_what_is_missing_or_wrong_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: list[str],
    words: str,
) -> None:
    """Exit status 2, and nothing is made."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["init", str(tmp_path / "city"), *given, "--lang", "en"]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
