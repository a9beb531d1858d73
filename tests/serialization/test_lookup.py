from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.serialization import SortedFile

LINES = st.sets(st.text("ab<>", max_size=6).map(lambda line: f"{line}\n".encode()), max_size=20)


@given(lines=LINES, start=st.text("ab<>", max_size=4).map(str.encode))
def test_lines_are_found_by_how_they_begin(
    lines: set[bytes], start: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Halving the file gives what reading all of it gives."""
    path = tmp_path_factory.mktemp("lines") / "sorted.nt"
    path.write_bytes(b"".join(sorted(lines)))
    with SortedFile(path) as file:
        assert list(file.beginning_with(start)) == sorted(line for line in lines if line.startswith(start))


@given(lines=LINES, word=st.text("ab<>", min_size=1, max_size=3).map(str.encode))
def test_lines_are_found_by_what_they_hold(
    lines: set[bytes], word: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each line once, in order, however often it holds the word."""
    path = tmp_path_factory.mktemp("lines") / "sorted.nt"
    path.write_bytes(b"".join(sorted(lines)))
    with SortedFile(path) as file:
        assert list(file.holding(word)) == sorted(line for line in lines if word in line)


def test_a_last_line_without_its_line_feed_is_a_line(tmp_path: Path) -> None:
    """A file that was cut by hand is read to its end."""
    (tmp_path / "cut.nt").write_bytes(b"a b\nc d")
    with SortedFile(tmp_path / "cut.nt") as file:
        assert list(file.beginning_with(b"c")) == list(file.holding(b"d")) == [b"c d"]


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    """Who asks for it says what it means."""
    with pytest.raises(OSError, match="none"), SortedFile(tmp_path / "none.nt"):
        pass
