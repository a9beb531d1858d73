import resource
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import EnvironmentFault
from saisei_lod.serialization.runs import SortedLines

_SUBJECTS = st.builds(
    "<{}{}>".format, st.sampled_from(["u:a/", "u:a-b/", "u:", "u:a/b/", "u:a#"]), st.text("a-0", max_size=3)
)
_TEXTS = st.tuples(_SUBJECTS, st.sets(st.text("pq計", min_size=1, max_size=2), min_size=1, max_size=3))


def _sorted(texts: list[tuple[str, set[str]]], folder: Path, chunk: int) -> tuple[bytes, tuple[int, int]]:
    sorter = SortedLines(folder, chunk)
    for subject, said in texts:
        lines = sorted(f"{subject} {word} .\n" for word in said)
        sorter.add(subject[: subject.rfind("/") + 1], subject, "".join(lines).encode(), len(lines))
    out: list[bytes] = []
    counts = sorter.finish(out.append)
    return b"".join(out), (counts.subjects, counts.triples)


@given(texts=st.lists(_TEXTS, max_size=40), chunk=st.integers(1, 400))
def test_any_order_gives_the_sorted_distinct_lines(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, set[str]]], chunk: int
) -> None:
    """However often memory is full, and in whatever order subjects come back, the result is sorted(set())."""
    folder = tmp_path_factory.mktemp("runs")
    lines = {f"{subject} {word} .\n".encode() for subject, said in texts for word in said}
    expected = b"".join(sorted(lines))
    assert _sorted(texts, folder, chunk) == (expected, (len({s for s, _ in texts}), len(lines)))
    assert list(folder.iterdir()) == []


def test_sorted_input_makes_one_run_a_namespace(tmp_path: Path) -> None:
    """Plans in the order of their keys are never merged: each namespace is one file, copied as it is."""
    sorter = SortedLines(tmp_path, chunk=100)
    for number in range(100):
        for folder in "abcde":
            subject = f"<u:{folder}/{number:03d}>"
            sorter.add(folder, subject, f"{subject} p .\n".encode(), 1)
    assert len(list(tmp_path.iterdir())) == 5


def test_more_runs_than_may_be_open_are_merged_in_passes(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Lines that come backwards by turns make a thousand overlapping runs, and few files may be open."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, before[1]))
    request.addfinalizer(partial(resource.setrlimit, resource.RLIMIT_NOFILE, before))
    texts = [(f"<u:{number % 2}{1000 - number}>", {"p"}) for number in range(1000)]
    expected = b"".join(sorted(f"{subject} p .\n".encode() for subject, _ in texts))
    assert _sorted(texts, tmp_path, 1) == (expected, (1000, 1000))


def test_more_namespaces_than_are_kept_apart_are_still_sorted(tmp_path: Path) -> None:
    """A namespace for each subject, as hostile input may have, costs time and not order."""
    texts = [(f"<u:{number}/x>", {"p", "q"}) for number in range(300)]
    expected = b"".join(sorted(f"{s} {word} .\n".encode() for s, said in texts for word in said))
    assert _sorted(texts, tmp_path, 500) == (expected, (300, 600))


def test_one_subject_said_ten_thousand_times_takes_no_quadratic_time(tmp_path: Path) -> None:
    """The lines of a subject are joined once a chunk, not at each return of the subject."""
    texts = [("<u:x>", {f"p{number:05d}"}) for number in range(10_000)]
    assert _sorted(texts, tmp_path, 8 << 20)[1] == (1, 10_000)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file in the place of the folder of runs gives a message with the path and what to do."""
    place = tmp_path / "file"
    place.write_text("")
    with pytest.raises(EnvironmentFault) as caught:
        _sorted([("<u:x>", {"p"})], place, 1)
    assert caught.value.where == str(place)
