"""``saisei explain`` as users meet it."""

import json
from pathlib import Path

import pytest

from saisei_lod.cli import main

KEY = "r051-06209-379e24d8"


def test_a_value_is_explained_in_both_languages(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data goes to standard output, and nothing to standard error."""
    shown = {}
    for language in ("ja", "en"):
        assert main(["explain", KEY, "period.start", "--on", str(release), "--lang", language]) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        shown[language] = captured.out
    assert "根拠      明記" in shown["ja"]
    assert "basis     stated" in shown["en"]
    assert all("平成31年3月29日" in text for text in shown.values())


def test_json_is_one_object(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads key, fields and words."""
    assert main(["explain", KEY, "--on", str(release), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["plan"] == KEY
    assert {value["field"] for value in document["values"]} >= {"title", "period.end", "makers.06402"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["r051-06209-379e24d9"], KEY),
        ([KEY, "titel"], "title"),
        ([KEY, "--on", "nowhere"], "make build"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_ends_with_status_2(
    release: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """The message names what is near, or what to do."""
    given = arguments if "--on" in arguments else [*arguments, "--on", str(release)]
    assert main(["explain", *given, "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.out == ""
