"""Writing changes into record files."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from saisei_lod.errors import EnvironmentFault, InputError
from saisei_lod.records.loading import load_file, record_files
from saisei_lod.sheets.files import storing
from saisei_lod.sheets.files.patches import Fields, Items, Put
from saisei_lod.sheets.files.storing import FileChange, digest, store

TITLE = Fields({"plans": Items({0: Fields({"title": Put("港")})})})


def change(path: Path, text: str, patch: Fields = TITLE) -> FileChange:
    """Return the change of a new file."""
    path.write_bytes(text.encode())
    return FileChange(path, patch, digest(path))


def test_a_byte_order_mark_and_the_mode_of_the_file_stay(tmp_path: Path) -> None:
    """Only the value is another one; nothing else is left in the folder."""
    path = tmp_path / "a.yaml"
    file = change(path, "\ufeffplans:\r\n  - title: 山 # 注\r\n")
    path.chmod(0o640)
    assert store([file]) == [path]
    assert path.read_bytes().decode() == "\ufeffplans:\r\n  - title: 港 # 注\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    """The link stays a link."""
    file = change(tmp_path / "a.yaml", "plans:\n  - title: 山\n")
    link = tmp_path / "b.yaml"
    link.symlink_to(file.path)
    store([file._replace(path=link)])
    assert link.is_symlink()
    assert "港" in file.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"page":{}}\n{"plan":{"title":"山","lines":[1,2]}}\n', '{"page":{}}\n{"plan":{"title":"港","lines":[1,2]}}\n'),
        ('\ufeff{"page":{}}\n\n{"plan": {"title": "山", "id": null}}', '\ufeff{"page":{}}\n\n{"plan": {"title": "港", "id": null}}'),
    ],
)  # fmt: skip
def test_a_line_of_a_bulk_file_is_exchanged(tmp_path: Path, before: str, after: str) -> None:
    """Blank lines, the order of fields and the spaces behind colons stay."""
    path = tmp_path / "a.jsonl"
    store([change(path, before)])
    assert after == path.read_bytes().decode()


def test_the_page_of_a_bulk_file_is_its_first_line(tmp_path: Path) -> None:
    """Plans are not touched."""
    path = tmp_path / "a.jsonl"
    store(
        [
            change(
                path,
                '{"page":{}}\n{"plan":{}}\n',
                Fields({"page": Fields({"url": Put("https://example.org/")})}),
            )
        ]
    )
    assert path.read_text(encoding="utf-8") == '{"page":{"url":"https://example.org/"}}\n{"plan":{}}\n'


def test_what_cannot_be_changed_alone_is_left(tmp_path: Path) -> None:
    """A text that keeps its last line breaks would change with what stands behind it: nothing is written."""
    path = tmp_path / "a.yaml"
    text = "plans:\n  - summary: |+\n      甲\n\n\n    own: {}\n"
    patch = Fields({"plans": Items({0: Fields({"lines": Put([1, 2])})})})
    with pytest.raises(InputError, match="Nothing was written"):
        store([change(path, text, patch)])
    assert path.read_bytes().decode() == text


def test_of_two_files_none_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    """Each file is checked before the first is touched."""
    good, bad = tmp_path / "a.yaml", tmp_path / "b.yaml"
    files = [change(good, "plans:\n  - title: 山\n"), change(bad, "plans:\n  - title: 山\n")]
    bad.unlink()
    with pytest.raises(InputError):
        store(files)
    assert good.read_text(encoding="utf-8") == "plans:\n  - title: 山\n"


def test_a_file_that_changed_since_it_was_compared_is_left(tmp_path: Path) -> None:
    """Who answers a question late must not change another plan."""
    file = change(tmp_path / "a.yaml", "plans:\n  - title: 山\n")
    file.path.write_text("plans:\n  - title: 川\n  - title: 山\n", encoding="utf-8")
    with pytest.raises(EnvironmentFault, match="Nothing was written"):
        store([file])
    assert "港" not in file.path.read_text(encoding="utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The message names the file and what to check."""
    file = change(tmp_path / "a.yaml", "plans:\n  - title: 山\n")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(EnvironmentFault, match="cannot be written"):
            store([file])
    finally:
        tmp_path.chmod(0o700)


def test_a_file_in_the_way_of_the_working_copy_is_told(tmp_path: Path) -> None:
    """What another run left behind is not overwritten."""
    file = change(tmp_path / "a.yaml", "plans:\n  - title: 山\n")
    (tmp_path / f".a.yaml.{os.getpid()}.tmp").mkdir()
    with pytest.raises((EnvironmentFault, OSError)):
        store([file])
    assert "山" in file.path.read_text(encoding="utf-8")


def test_a_run_that_is_killed_leaves_whole_records(tmp_path: Path) -> None:
    """Killed before the second file is put in its place: one is new, one as it was, and both can be read."""
    files = [change(tmp_path / name, "plans:\n  - title: 山\n") for name in ("a.yaml", "b.yaml")]
    code = (
        "import os, sys; from pathlib import Path; from saisei_lod.sheets.files import storing as s\n"
        "from saisei_lod.sheets.files.patches import Fields, Items, Put\n"
        "patch = Fields({'plans': Items({0: Fields({'title': Put('港')})})}); first = Path.replace\n"
        "Path.replace = lambda p, to: os._exit(9) if to.name == 'b.yaml' else first(p, to)\n"
        "s.store([s.FileChange(p, patch, s.digest(p)) for p in map(Path, sys.argv[1:])])"
    )
    done = subprocess.run([sys.executable, "-c", code, *(str(file.path) for file in files)], check=False)
    assert done.returncode == 9
    found = [load_file(path).record.plans[0].title for path, _ in record_files(tmp_path)]
    assert found == ["港", "山"]


def test_nothing_to_write_is_fine() -> None:
    """No file, no path."""
    assert store([]) == []
    assert storing.__all__ == ["FileChange", "digest", "store"]
