"""``saisei validate`` as its users call it."""

import json
import shutil
from pathlib import Path

import pytest

from saisei_lod.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the records, in which one period ends before it starts."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data" / "plans", folder / "plans")
    shutil.copy(ROOT / "data" / "publication.toml", folder)
    path = folder / "plans" / "06209-680.yaml"
    path.write_text(path.read_text("utf-8").replace('end: "2021-03-31"', 'end: "2011-03-31"', 1), "utf-8")
    return folder


def shown(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str, status: int) -> str:
    """Run the command, check its status, and return what it wrote to standard output."""
    assert main(["validate", *arguments, "--lang", "en"]) == status
    return capsysbinary.readouterr().out.decode()


def test_records_are_reported_with_what_was_found_in_them(
    capsysbinary: pytest.CaptureFixture[bytes], data: Path
) -> None:
    """One report holds the findings in the records and those of the shapes, each mistake once."""
    said = shown(capsysbinary, str(data), status=1)
    assert said.startswith("violation record-period-reversed\n")
    assert "found: 2016-03-15 - 2011-03-31" in said
    assert "period-ends-before-start" not in said
    assert "violation 1, warning 7, info" in said


@pytest.mark.parametrize("suffix", ["html", "csv", "json", "ttl", "txt"])
def test_the_name_of_the_file_tells_the_form(
    capsysbinary: pytest.CaptureFixture[bytes], data: Path, tmp_path: Path, suffix: str
) -> None:
    """Nothing goes to standard output; the same data gives the same bytes."""
    paths = [tmp_path / f"{name}.{suffix}" for name in ("one", "two")]
    for path in paths:
        assert shown(capsysbinary, str(data), "-o", str(path), status=1) == ""
    starts = {
        "html": b"<!DOCTYPE html>",
        "csv": b"\xef\xbb\xbf",
        "json": b"{",
        "ttl": b"@prefix",
        "txt": b"viol",
    }
    assert paths[0].read_bytes().startswith(starts[suffix])
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_another_form_can_be_asked_for(
    capsysbinary: pytest.CaptureFixture[bytes], data: Path, tmp_path: Path
) -> None:
    """The option goes before the name."""
    shown(capsysbinary, str(data), "--report", "json", "-o", str(tmp_path / "report.txt"), status=1)
    assert json.loads((tmp_path / "report.txt").read_text("utf-8"))["conforms"] is False


def test_csv_on_standard_output_keeps_its_line_ends(
    capsysbinary: pytest.CaptureFixture[bytes], data: Path
) -> None:
    """A file made by redirection opens in Excel too."""
    said = shown(capsysbinary, str(data), "--report", "csv", status=1)
    assert said.startswith("\ufeff")
    assert said.count("\n") == said.count("\r\n")


@pytest.mark.parametrize(
    ("arguments", "count", "status"),
    [
        (["--only", "plan-period-missing"], 7, 0),
        (["--only", "plan-period-missing", "--only", "record-period-reversed"], 8, 1),
        (["--severity", "violation", "--only", "record-period-reversed"], 1, 1),
        (["--severity", "warning", "--city", "01204"], 7, 0),
        (["--severity", "warning", "--city", "012041"], 7, 0),
        (["--severity", "warning", "--city", "01458"], 1, 0),
        (["--severity", "warning", "--city", "13101"], 0, 0),
    ],
)
def test_a_part_of_the_report_can_be_asked_for(
    capsysbinary: pytest.CaptureFixture[bytes], data: Path, arguments: list[str], count: int, status: int
) -> None:
    """The exit status is that of what is shown; a town sees the joint plan on its city's page."""
    said = json.loads(shown(capsysbinary, str(data), "--report", "json", *arguments, status=status))
    found = (
        said["findings"]
        if "--only" in arguments
        else [f for f in said["findings"] if f["severity"] == "warning"]
    )
    assert len(found) == count


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--only", "plan-period-mising"], "plan-period-missing"),
        (["--city", "99999"], "99999"),
        (["--city", "012042"], "012042"),
        (["-o", "no/such/folder/report.html"], "no folder"),
        (["-o", "."], "folder in the place"),
    ],
)
def test_a_wrong_request_is_refused_before_any_work(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    """No data is read; the message says what would have been right."""
    monkeypatch.chdir(tmp_path)
    assert main(["validate", "nowhere", *arguments, "--lang", "en"]) == 2
    assert words in capsys.readouterr().err


def test_a_city_needs_records(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """RDF from elsewhere has no pages."""
    path = tmp_path / "a.ttl"
    path.write_text("", encoding="utf-8")
    assert main(["validate", str(path), "--city", "01204", "--lang", "en"]) == 2
    assert "--city goes with a folder of records" in capsys.readouterr().err


def test_quiet_text_has_no_remarks(capsysbinary: pytest.CaptureFixture[bytes], data: Path) -> None:
    """They are many."""
    assert "info 0" in shown(capsysbinary, str(data), "--quiet", status=1)


def test_rdf_from_elsewhere_is_reported_by_node(
    capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    """With the file, since no record is known."""
    path = tmp_path / "plan.ttl"
    path.write_text(
        "@prefix saisei: <https://w3id.org/saisei/ns#> .\n"
        "<https://w3id.org/saisei/id/plan/r055-01204-3476059d> a saisei:Plan .\n",
        encoding="utf-8",
    )
    said = shown(capsysbinary, str(path), "--only", "plan-title-missing", status=1)
    assert f"- {path}" in said
    assert "node: https://w3id.org/saisei/id/plan/r055-01204-3476059d" in said
