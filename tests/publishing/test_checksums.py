"""The list of hashes of a release."""

import shutil
import subprocess
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.publishing.checksums import check_checksums, write_checksums
from saisei_lod.sums import CHECKSUMS


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A release of two files, one of them in a folder."""
    (tmp_path / "ontology").mkdir()
    (tmp_path / "plans.nt").write_text("a\n", encoding="utf-8")
    (tmp_path / "ontology" / "saisei.ttl").write_text("b\n", encoding="utf-8")
    write_checksums(tmp_path)
    return tmp_path


def codes(release: Path) -> list[tuple[str, str]]:
    """Return code and file of each finding."""
    return [(finding.code, finding.place.file) for finding in check_checksums(release)]


def test_an_untouched_release_has_no_finding(release: Path) -> None:
    """What was just written is what is stated."""
    assert codes(release) == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_the_list_is_what_sha256sum_reads(release: Path) -> None:
    """Users can check a release with a standard tool."""
    subprocess.run(["sha256sum", "--check", "--quiet", CHECKSUMS], cwd=release, check=True)


def test_one_changed_byte_is_found_and_named(release: Path) -> None:
    """The changed file is named, and no other."""
    (release / "plans.nt").write_text("A\n", encoding="utf-8")
    assert codes(release) == [("file-changed", "plans.nt")]


def test_missing_and_unknown_files_are_found(release: Path) -> None:
    """A file taken away and a file added are both named."""
    (release / "plans.nt").rename(release / "plan.nt")
    assert codes(release) == [("file-missing", "plans.nt"), ("file-unknown", "plan.nt")]


def test_a_folder_without_a_list_is_no_release(tmp_path: Path) -> None:
    """The message says what was expected."""
    with pytest.raises(InputError, match=CHECKSUMS):
        check_checksums(tmp_path)


@pytest.mark.parametrize(
    "line", ["abc  plans.nt", f"{'0' * 64}  ../secret", f"{'0' * 64}  /etc/passwd", f"{'0' * 64} x"]
)
def test_a_damaged_list_is_refused_with_its_line(release: Path, line: str) -> None:
    """A short hash, and a name that leads out of the folder, are refused."""
    (release / CHECKSUMS).write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"{CHECKSUMS}:1"):
        check_checksums(release)
