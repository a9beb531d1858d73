"""The exchange of a new release for the old one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from saisei_lod.errors import EnvironmentFault
from saisei_lod.publishing.checksums import write_checksums
from saisei_lod.publishing.folder import workspace
from saisei_lod.sums import CHECKSUMS


def release(folder: Path, word: str) -> None:
    """Write a release of two files into a folder."""
    for name in ("plans.nt", "catalog.nt"):
        (folder / name).write_text(word, encoding="utf-8")
    write_checksums(folder)


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return [path.name for path in folder.iterdir()]


def read(dist: Path) -> str:
    """Return what the release in ``dist`` says."""
    return (dist / "plans.nt").read_text(encoding="utf-8")


def _fail(folder: Path) -> None:
    """Write a release and fail before it is done."""
    release(folder, "new")
    raise ValueError("midway")


def test_a_release_takes_the_place_of_the_former_one(tmp_path: Path) -> None:
    """After the work the folder holds the new files only, and nothing is left beside it."""
    dist = tmp_path / "dist"
    for word in ("old", "new"):
        with workspace(dist) as folder:
            release(folder, word)
    assert read(dist) == "new"
    assert names(tmp_path) == ["dist"]


def test_work_that_fails_leaves_the_former_release(tmp_path: Path) -> None:
    """An error within the work keeps the old files and clears the new ones."""
    dist = tmp_path / "dist"
    with workspace(dist) as folder:
        release(folder, "old")
    with pytest.raises(ValueError, match="midway"), workspace(dist) as folder:
        _fail(folder)
    assert read(dist) == "old"
    assert names(tmp_path) == ["dist"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """The file is named and stays as it is."""
    dist = tmp_path / "dist"
    dist.write_text("mine", encoding="utf-8")
    with pytest.raises(EnvironmentFault) as caught, workspace(dist):
        pass
    assert str(dist) in caught.value.text("ja")
    assert dist.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_no_release_is_not_overwritten(tmp_path: Path) -> None:
    """A folder with files and without our list of hashes belongs to somebody."""
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match=CHECKSUMS), workspace(tmp_path):
        pass


def test_another_list_of_hashes_makes_no_release(tmp_path: Path) -> None:
    """Others have a file SHA256SUMS too: one that names no catalogue and no manifest is not ours."""
    dist = tmp_path / "images"
    dist.mkdir()
    (dist / "disk.iso").write_text("mine", encoding="utf-8")
    write_checksums(dist)
    with pytest.raises(EnvironmentFault, match="images"), workspace(dist):
        pass
    assert names(tmp_path) == ["images"]


def test_a_file_that_somebody_put_into_a_release_is_not_lost(tmp_path: Path) -> None:
    """What the list of hashes does not name is named, and nothing is done; a signature goes with its release."""
    dist = tmp_path / "dist"
    with workspace(dist) as folder:
        release(folder, "old")
    (dist / "CNAME").write_text("example.org", encoding="utf-8")
    (dist / "SHA256SUMS.sig").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match=": CNAME\n"), workspace(dist):
        pass
    assert read(dist) == "old"
    (dist / "CNAME").unlink()
    with workspace(dist) as folder:
        release(folder, "new")
    assert (read(dist), names(tmp_path)) == ("new", ["dist"])


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    """The folder that it leads to is what is exchanged."""
    (tmp_path / "disk").mkdir()
    dist = tmp_path / "dist"
    dist.symlink_to(tmp_path / "disk" / "release", target_is_directory=True)
    for word in ("old", "new"):
        with workspace(dist) as folder:
            release(folder, word)
    assert (dist.is_symlink(), read(dist), names(tmp_path / "disk")) == (True, "new", ["release"])


def test_a_folder_that_cannot_be_written_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    """A file in the place of the folder above."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="file"), workspace(tmp_path / "file" / "dist"):
        pass


def test_a_release_set_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    """Where a build was killed between the two renames, the next one finds the old release again."""
    dist, aside = tmp_path / "dist", tmp_path / ".dist.former"
    aside.mkdir()
    release(aside, "old")
    with pytest.raises(ValueError, match="midway"), workspace(dist) as folder:
        _fail(folder)
    assert read(dist) == "old"


_KILLED = """
import sys, time
from pathlib import Path
from saisei_lod.publishing.checksums import write_checksums
from saisei_lod.publishing.folder import workspace
with workspace(Path(sys.argv[1])) as folder:
    for number in range(10_000):
        (folder / f"{number}.nt").write_text("new")
        if number == 10:
            print("ready", flush=True)
            time.sleep(30)
"""


def test_a_killed_build_leaves_the_old_release_and_the_next_build_cleans_up(tmp_path: Path) -> None:
    """SIGKILL in the middle of writing: the release stands, and what was left is gone after a build."""
    dist = tmp_path / "dist"
    with workspace(dist) as folder:
        release(folder, "old")
    with subprocess.Popen([sys.executable, "-c", _KILLED, str(dist)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert read(dist) == "old"
    with workspace(dist) as folder:
        release(folder, "newer")
    assert (read(dist), names(tmp_path)) == ("newer", ["dist"])


_HOLDING = """
import sys
from pathlib import Path
from saisei_lod.publishing.checksums import write_checksums
from saisei_lod.publishing.folder import workspace
with workspace(Path(sys.argv[1])) as folder:
    (folder / "plans.nt").write_text("first")
    (folder / "catalog.nt").write_text("first")
    print("ready", flush=True)
    sys.stdin.readline()
    write_checksums(folder)
"""


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    """The second is refused at once and touches nothing of the first, which ends well."""
    dist = tmp_path / "dist"
    first = [sys.executable, "-c", _HOLDING, str(dist)]
    with subprocess.Popen(first, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        before = sorted(path.name for path in tmp_path.rglob("*"))
        with pytest.raises(EnvironmentFault, match="Another saisei build"), workspace(dist):
            pass
        assert sorted(path.name for path in tmp_path.rglob("*")) == before
        with workspace(tmp_path / "other") as folder:
            release(folder, "other")
        process.communicate(b"\n")
    assert process.returncode == 0
    assert (read(dist), sorted(names(tmp_path))) == ("first", ["dist", "other"])
