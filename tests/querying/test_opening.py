"""Opening what is asked: the index of a release, or memory."""

import os
from pathlib import Path
from shutil import copytree

import pytest

from saisei_lod.errors import InputError
from saisei_lod.querying import answer, ask_source, bind, find, load_store, run
from saisei_lod.querying.opening import open_store


def test_a_release_is_opened_by_its_index(release: Path) -> None:
    """The index gives what the files give, in the same order."""
    bound = bind(find("plans-in-force"), {"date": "2020-04-01"})
    asked = ask_source(bound, release)
    assert asked.how.en == "index on disk"
    assert asked.answer.rows == run(bound, load_store(release)).rows


def test_files_are_opened_in_memory(graph_of_cases: Path, release: Path) -> None:
    """Files, and a release with a file beside it, are read each time."""
    assert open_store(graph_of_cases, "ASK {}").how.en == "memory"
    assert open_store([release, graph_of_cases], "ASK {}").how.en == "memory"


def test_a_question_about_findings_reads_the_report(release: Path) -> None:
    """The query of the SHACL vocabulary sees the report: Asahikawa's plans lack a period, Nagai's a scheme."""
    found = answer(find("rule-findings"), release).rows
    place = {name: found.columns.index(name) for name in ("plan", "rule", "severity_en", "line")}
    told = [{name: getattr(row[at], "value", "") for name, at in place.items()} for row in found.rows]
    assert all(row["line"].isdecimal() for row in told)
    for rule, city, count, severity in (("period", "01204", 6, "warning"), ("scheme", "06209", 6, "info")):
        rows = [row for row in told if row["rule"] == f"plan-{rule}-missing"]
        assert sum(city in row["plan"] for row in rows) == count
        assert {row["severity_en"] for row in rows} == {severity}


def test_where_no_index_can_be_kept_the_files_are_read(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache folder that cannot be made costs time and no answer."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setitem(os.environ, "XDG_CACHE_HOME", str(tmp_path / "file"))
    assert open_store(release, "ASK {}").how.en == "memory"


def test_a_release_that_lacks_a_part_is_refused(release: Path, tmp_path: Path) -> None:
    """A missing part would make answers wrong, index or not."""
    folder = copytree(release, tmp_path / "dist")
    for path in folder.glob("schemes.*"):
        path.unlink()
    with pytest.raises(InputError, match=r"missing: schemes\.nt"):
        open_store(folder, "ASK {}")
