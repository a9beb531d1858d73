"""The same data and version give the same bytes, wherever and under whatever settings."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a release, packed copies and reports included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


SETTINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "ja_JP.UTF-8", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize(
    "settings", [SETTINGS[0], pytest.param(SETTINGS[1], marks=pytest.mark.slow)], ids=["ja", "c"]
)
def test_every_byte_of_a_release_is_the_same(release: Path, tmp_path: Path, settings: dict[str, str]) -> None:
    """Another hash seed, time zone, locale, folder, user cache, and time of the files."""
    elsewhere = tmp_path / "とても 遠い 場所"
    ignored = shutil.ignore_patterns("registry")
    data = shutil.copytree(ROOT / "data", elsewhere / "data", ignore=ignored)
    for path in data.rglob("*"):
        os.utime(path, (0, 0))
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run(
        [sys.executable, "-m", "saisei_lod", "build", "-o", "out/dist", "--quiet"],
        cwd=elsewhere,
        env=environment,
        check=True,
        capture_output=True,
    )
    mine, other = contents(release), contents(elsewhere / "out" / "dist")
    assert mine.keys() == other.keys()
    assert [name for name in mine if mine[name] != other[name]] == []
