"""Accuracy of the linker on tables of rows: ours, and the examples that the project was given."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.registry import load
from saisei_lod.registry.linking import Resolution, linker
from saisei_lod.registry.linking.accuracy import Row, answer, by_category, read_rows, wrong

ROWS = read_rows(Path(__file__).parent / "rows.tsv")
SHARED = Path(__file__).resolve().parents[4] / "shared" / "registry" / "linking_examples.tsv"
WORDS = {"AMBIGUOUS", "NONE"}


def resolve(row: Row) -> Resolution:
    """Ask the linker what the row asks."""
    return linker().resolve(row.text, prefecture=row.context_prefecture or None, on=row.date or None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_own_row_is_exactly_right(row: Row) -> None:
    """Each of our own rows is answered exactly: codes in order, and what they are today."""
    assert (row.expected, row.expected_current) == answer(resolve(row))


def test_own_rows_cover_every_category() -> None:
    """There are 60 rows or more, in all 23 categories, each text once."""
    assert len(ROWS) >= 60
    assert len({row.category for row in ROWS}) == 23
    assert len({(row.text, row.context_prefecture, row.date) for row in ROWS}) == len(ROWS)


def test_codes_of_own_rows_stand_in_the_tables() -> None:
    """Every code that a row expects exists, in force on its day, and becomes what the row says."""
    registry = load()
    for row in ROWS:
        codes = [word for word in row.expected.split() if word not in WORDS]
        today = [word for word in row.expected_current.split() if word not in WORDS]
        assert today == list(dict.fromkeys(now for code in codes for now in registry.current(code)))
        if row.date and "旧" not in row.text:
            assert all(registry.exists(code, row.date) for code in codes)


def test_accuracy_is_counted_by_category() -> None:
    """The counts by category add up to all rows, and all of ours are right."""
    counts = by_category(ROWS, resolve)
    assert (
        sum(right for right, _ in counts.values()) == sum(count for _, count in counts.values()) == len(ROWS)
    )


@pytest.mark.skipif(not SHARED.exists(), reason="the examples lie beside the repository, not in it")
def test_every_given_example_is_right() -> None:
    """All 156 given examples are answered exactly; none is known to be wrong."""
    rows = read_rows(SHARED)
    assert len(rows) == 156
    assert wrong(rows, resolve) == []


@pytest.mark.skipif(not SHARED.exists(), reason="the examples lie beside the repository, not in it")
def test_own_rows_are_no_copies() -> None:
    """No row of ours repeats a given example."""
    given = {(row.text, row.context_prefecture, row.date) for row in read_rows(SHARED)}
    assert given.isdisjoint((row.text, row.context_prefecture, row.date) for row in ROWS)


def test_a_wrong_answer_is_told() -> None:
    """A row that expects another code is among the wrong ones."""
    row = Row("x", "長井市", "", "", "06213", "06213", "unique", "")
    assert wrong([row], resolve) == [row]
    assert by_category([row], resolve) == {"unique": (0, 1)}


def test_another_table_is_refused(tmp_path: Path) -> None:
    """A table with other columns is no table of examples."""
    path = tmp_path / "rows.tsv"
    path.write_text("id\ttext\n1\t長井市\n", encoding="utf-8")
    with pytest.raises(InputError, match="no table of examples"):
        read_rows(path)
