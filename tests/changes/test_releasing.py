"""``saisei release``: build, verify and record, wholly or not at all."""

import json
import shutil
from pathlib import Path

import pytest

from saisei_lod.cli import main
from saisei_lod.publishing.verifying import verify

ROOT = Path(__file__).resolve().parents[2]


def test_a_release_is_recorded_once(
    tmp_path: Path, release: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Recording changes no byte of it; another content for its day is refused and leaves all as it was."""
    data, dist = tmp_path / "data", tmp_path / "dist"
    (data / "plans").mkdir(parents=True)
    for name in ("publication.toml", "plans/01204-054421.yaml", "plans/06209-680.yaml"):
        shutil.copyfile(ROOT / "data" / name, data / name)
    assert main(["release", str(data), "-o", str(dist), "--lang", "en"]) == 0
    assert "put it under version control" in capsys.readouterr().err
    assert [finding for finding in verify(dist) if finding.severity == "violation"] == []
    sums = (dist / "SHA256SUMS").read_bytes()
    assert sums == (release / "SHA256SUMS").read_bytes()
    kept = sorted(path.name for path in (data / "history").iterdir())
    assert kept == ["2026-11-21-1.trig", "2026-11-21.json"]

    record = data / "plans" / "06209-680.yaml"
    text = record.read_text(encoding="utf-8")
    title = "地域連携DMOを中心とした観光地域づくり計画"
    record.write_text(text.replace(f"title: {title}", f"title: {title}(改)"), encoding="utf-8")
    assert main(["release", str(data), "-o", str(dist), "--lang", "en"]) == 2
    assert "another content" in capsys.readouterr().err
    assert (dist / "SHA256SUMS").read_bytes() == sums

    assert (
        main(["build", str(data), "-o", str(tmp_path / "next"), "--as-of", "2026-12-01", "--lang", "en"]) == 0
    )
    capsys.readouterr()
    assert main(["diff", str(dist), str(tmp_path / "next"), "--format", "json"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed)["counts"] == {"plan-corrected": 1}
    assert printed == (tmp_path / "next" / "changes.jsonld").read_text(encoding="utf-8")
    assert main(["diff", str(dist), str(tmp_path / "next"), "--lang", "ja"]) == 0
    assert f"名称: {title} → {title}(改)" in capsys.readouterr().out
    assert main(["diff", str(tmp_path / "next"), str(dist), "--lang", "en"]) == 0
    assert "older-release-second" in capsys.readouterr().err


def test_a_diff_of_no_release_is_an_input_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, the message in the language asked for."""
    assert main(["diff", str(tmp_path), str(tmp_path / "none"), "--lang", "ja"]) == 2
    captured = capsys.readouterr()
    assert (captured.out, "公開用フォルダーではありません" in captured.err) == ("", True)
