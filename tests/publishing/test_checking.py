"""Validation without a release: records, and files of RDF."""

import shutil
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.publishing import check_files, check_records

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_records_have_no_violation() -> None:
    """Seven plans without a period are warnings, as question 4 says."""
    findings, report = check_records(ROOT / "data")
    assert findings == []
    assert [finding.code for finding in report.findings if finding.severity == "violation"] == []
    assert report.counts["plan-period-missing"] == 7
    assert report.counts["plan-scheme-missing"] == 6


def test_a_finding_leads_to_the_record() -> None:
    """File and line are those of the plan's record."""
    _, report = check_records(ROOT / "data")
    found = next(finding for finding in report.findings if finding.code == "plan-period-missing")
    path, line = ROOT / found.place.file, found.place.line
    assert path.name == "01204-054421.yaml"
    assert line is not None
    assert "id: r0" in path.read_text(encoding="utf-8").splitlines()[line - 1]


def test_a_file_of_plans_is_validated_with_what_it_refers_to(release: Path) -> None:
    """Makers, rounds and schemes are known although the file does not describe them."""
    report = check_files([release / "plans.ttl"])
    assert [finding for finding in report.findings if finding.severity == "violation"] == []


def test_broken_turtle_names_its_line(tmp_path: Path) -> None:
    """The message says where parsing stopped."""
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix a: <https://example.org/> .\na:b a:c .\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.ttl:2"):
        check_files([path])


def test_other_shapes_are_used_alone(release: Path, tmp_path: Path) -> None:
    """A shape of one's own finds what ours allow."""
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <https://w3id.org/saisei/ns#> .\n"
        "<https://example.org/shape> a sh:NodeShape ; sh:targetClass s:Plan ;\n"
        "  sh:property <https://example.org/period> .\n"
        '<https://example.org/period> sh:path s:period ; sh:minCount 1 ; sh:message "no period"@en .\n',
        encoding="utf-8",
    )
    report = check_files([release / "plans.ttl"], shapes=shapes)
    assert len(report.results) == 7


def copied(tmp_path: Path, old: str, new: str) -> Path:
    """Return a copy of the committed records with one text of Asahikawa's record replaced."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data" / "plans", data / "plans")
    shutil.copy(ROOT / "data" / "publication.toml", data)
    path = data / "plans" / "01204-054421.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return data


def test_a_maker_whose_code_and_name_differ_is_a_warning(tmp_path: Path) -> None:
    """One digit more or less would publish another city."""
    written = '- {code: "%s", name: 旭川市'
    findings, _ = check_records(copied(tmp_path, written % "01204", written % "01202"))
    assert [(finding.code, finding.text) for finding in findings] == [("maker-name-differs", "旭川市")]


def test_a_plan_without_a_key_is_told_its_key(tmp_path: Path) -> None:
    """A plan written by hand gets the key that a reader would mint."""
    findings, _ = check_records(copied(tmp_path, "  - id: r059-01204-3d43079c\n    title", "  - title"))
    found = next(finding for finding in findings if finding.code == "plan-unminted")
    assert "r059-01204-3d43079c" in found.fix.en


def test_reports_name_records_by_the_folder_however_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``.`` and the folder's path give the same places."""
    data = copied(tmp_path, "schemes: [suishin]", "schemes: [suishinn]")
    monkeypatch.chdir(data)
    assert {finding.place for finding in check_records(Path())[0]} == {
        finding.place for finding in check_records(data)[0]
    }
