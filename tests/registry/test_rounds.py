"""The rounds and their days."""

from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.registry.rounds import COLUMNS, load_rounds

HEADER = "\t".join(COLUMNS)


def table(folder: Path, *lines: str) -> Path:
    """Write a table of rounds."""
    path = folder / "rounds.tsv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def test_a_round_may_have_two_days() -> None:
    """第1回 and 第55回 have two days each."""
    rounds = load_rounds()
    assert rounds.days(1) == ("2005-06-17", "2005-07-19")
    assert rounds.days(55) == ("2020-03-30", "2020-03-31")


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2016-03-15", 36),
        ("2016-08-30", 39),
        ("2016-12-13", 40),
        ("2017-02-24", 41),
        ("2017-05-30", 43),
        ("2019-03-29", 51),
        ("2020-03-30", 55),
        ("2020-03-31", 55),
        ("2020-07-03", 56),
        ("2020-08-21", 57),
        ("2021-03-30", 59),
    ],
)
def test_a_day_tells_its_round(day: str, number: int) -> None:
    """Each day of the two source pages belongs to one round."""
    assert load_rounds().round_of(day) == number


@pytest.mark.parametrize(
    "day", ["2026-01-21", "2008-03-31", "2015-01-22", "2020-01-01", "2024-11-22", "2004-06-21"]
)
def test_a_day_without_a_number_tells_none(day: str) -> None:
    """The unnumbered round, days of unknown number, other days, revocations and pre-law days have none."""
    assert load_rounds().round_of(day) is None


def test_a_known_number_may_have_no_known_day() -> None:
    """Of 第7回 no day was found; the round stands in the table all the same."""
    rounds = load_rounds()
    assert rounds.days(7) == ()
    assert [one.label for one in rounds.rounds if one.number == 7] == ["第7回"]


def test_the_unnumbered_round_is_keyed_by_its_day() -> None:
    """令和7年度臨時回 has no number and its day for a key."""
    unnumbered = [one for one in load_rounds().rounds if one.number is None]
    assert [(one.label, one.key) for one in unnumbered] == [("令和7年度臨時回", "d20260121")]


def test_days_of_unknown_rounds_make_no_round() -> None:
    """Two certification days are known without a number."""
    assert [day.day for day in load_rounds().days_alone] == ["2008-03-31", "2015-01-22"]


def test_every_day_has_evidence_and_a_basis() -> None:
    """No day stands in the table without saying where it is from."""
    days = [day for one in load_rounds().rounds for day in one.days]
    assert len(days) == 38
    assert all(day.evidence and day.basis in {"stated", "inferred"} and day.confidence for day in days)


def test_counts_of_a_part_of_the_plans_are_not_counts_of_the_round() -> None:
    """第38回's 95 plans are those of one measure: they stand in the note alone."""
    day = next(one for one in load_rounds().rounds if one.number == 38).days[0]
    assert (day.new_plans, "95" in day.note) == (None, True)


def test_a_day_of_two_rounds_tells_neither(tmp_path: Path) -> None:
    """Where two rounds share a day, the day decides nothing."""
    path = table(
        tmp_path,
        "round\t1\t\t第1回\t2005-06-17\tstated\thigh\t\t\t\tpage\t",
        "round\t2\t\t第2回\t2005-06-17\tstated\thigh\t\t\t\tpage\t",
    )
    assert load_rounds(path).round_of("2005-06-17") is None


@pytest.mark.parametrize(
    "line",
    [
        "round\t1",
        "round\t\t\t第1回\t2005-06-17\tstated\thigh\t\t\t\tpage\t",
        "batch\t1\t\t第1回\t2005-06-17\tstated\thigh\t\t\t\tpage\t",
        "round\t1\t\t第1回\t2005-06-31\tstated\thigh\t\t\t\tpage\t",
        "round\t1\t\t第1回\t20050617\tstated\thigh\t\t\t\tpage\t",
        "round\t1\t\t第1回\t2005-06-17\tguessed\thigh\t\t\t\tpage\t",
        "round\t1\t\t第1回\t2005-06-17\t\thigh\t\t\t\tpage\t",
        "round\t1\t\t第1回\t2005-06-17\tstated\thigh\tmany\t\t\tpage\t",
        "day-only\t\t\t\t\t\thigh\t\t\t\tpage\t",
        "unnumbered-round\t9\t\t臨時回\t2026-01-21\tstated\thigh\t\t\t\tpage\t",
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    """A wrong cell stops the reading with file and line."""
    with pytest.raises(InputError, match=r"rounds\.tsv:2"):
        load_rounds(table(tmp_path, line))


def test_another_table_is_refused(tmp_path: Path) -> None:
    """A file without the header is no table of rounds, nor is a missing one."""
    path = tmp_path / "rounds.tsv"
    path.write_text("a\tb\n", encoding="utf-8")
    for wrong in (path, tmp_path / "none.tsv", tmp_path):
        with pytest.raises(InputError, match="rounds"):
            load_rounds(wrong)


def test_the_committed_table_is_sorted() -> None:
    """Rows stand by kind, number and day, so that a new row has one place."""
    path = Path(__file__).resolve().parents[2] / "data" / "rounds.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    order = ["round", "unnumbered-round", "day-only"]
    assert rows == sorted(rows, key=lambda c: (order.index(c[0]), int(c[1] or 0), c[4] or "9", c[2]))
