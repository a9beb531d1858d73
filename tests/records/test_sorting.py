"""Sorting lines in bounded memory."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.errors import EnvironmentFault
from saisei_lod.records.sorting import SortedLines


@settings(deadline=None)
@given(st.lists(st.binary(max_size=20).filter(lambda line: b"\n" not in line)), st.integers(1, 2000))
def test_lines_come_sorted_however_little_memory_there_is(lines: list[bytes], in_memory: int) -> None:
    """Runs on disk and lines in memory give the same order, each time they are read."""
    with tempfile.TemporaryDirectory() as scratch:
        ordered = SortedLines(Path(scratch), in_memory)
        for line in lines:
            ordered.add(line + b"\n")
        expected = sorted(line + b"\n" for line in lines)
        assert [list(ordered), list(ordered)] == [expected, expected]


def test_few_lines_never_touch_the_disk(tmp_path: Path) -> None:
    """A small input leaves the working folder empty."""
    ordered = SortedLines(tmp_path)
    ordered.add(b"a\n")
    assert (list(ordered), list(tmp_path.iterdir())) == ([b"a\n"], [])


def test_a_working_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Where a run cannot be written the message names the file and the space needed."""
    (tmp_path / "file").touch()
    ordered = SortedLines(tmp_path / "file", 1)
    with pytest.raises(EnvironmentFault, match="working file"):
        ordered.add(b"a\n")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """A disk that is full while a run is written ends in our error."""
    (tmp_path / "run-0000").symlink_to("/dev/full")
    ordered = SortedLines(tmp_path, 1)
    with pytest.raises(EnvironmentFault, match="No space left"):
        ordered.add(b"a\n")
