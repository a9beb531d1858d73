"""A disk that is full: the build says so, and the old release stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A file system of its own for the processes of the test alone: nothing of it is left.
_SMALL = """
set -e
mount -t tmpfs -o size=6m tmpfs "$1"
mkdir "$1/dist"
echo old > "$1/dist/catalog.nt"
(cd "$1/dist" && sha256sum catalog.nt > SHA256SUMS)
set +e
"$2" -m saisei_lod build "$3" -o "$1/dist" --lang "$4"
echo "status $?"
cat "$1/dist/catalog.nt"
ls -A "$1" "$1/dist"
"""
_APART = ["unshare", "--map-root-user", "--mount"]


def _can_mount(folder: Path) -> bool:
    if shutil.which("unshare") is None:
        return False
    mount = [*_APART, "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("language", "words"), [("en", "No space left on device"), ("ja", "空き容量")])
def test_a_full_disk_stops_the_build_and_keeps_the_old_release(
    tmp_path: Path, language: str, words: str
) -> None:
    """Exit status 2, a message that names the reason, no traceback, nothing left beside the release."""
    if not _can_mount(tmp_path):
        pytest.skip("no file system can be mounted here")
    disk = tmp_path / "disk"
    disk.mkdir()
    script = ["sh", "-c", _SMALL, "sh", str(disk), sys.executable, str(ROOT / "data"), language]
    done = subprocess.run(
        [*_APART, *script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    lines = done.stdout.splitlines()
    assert lines == ["status 2", "old", f"{disk}:", "dist", "", f"{disk}/dist:", "SHA256SUMS", "catalog.nt"]
    assert words in done.stderr
    assert "Traceback" not in done.stderr
