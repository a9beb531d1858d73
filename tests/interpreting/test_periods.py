"""Periods of plans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.interpreting.periods import period
from saisei_lod.reading import Part, Piece


def read(text: str) -> tuple[tuple[str | None, str | None, str] | None, list[str]]:
    """Return start, end and precision of a period, with the codes of findings."""
    said, findings = period(Part((Piece(text, 7, 0),)), "page.txt")
    return (said.start, said.end, said.precision) if said else None, [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成28年3月15日(認定日)から令和3年3月31日まで", ("2016-03-15", "2021-03-31", "day")),
        ("平成31年3月29日から令和4年3月31日まで", ("2019-03-29", "2022-03-31", "day")),
        ("R3.4.1~R6.3.31", ("2021-04-01", "2024-03-31", "day")),
        ("令和5年8月から令和8年3月まで", ("2023-08", "2026-03", "month")),
        ("令和7~9年度", ("2025-04-01", "2028-03-31", "fiscal_year")),
        ("平成30年度から令和4年度まで(5年間)", ("2018-04-01", "2023-03-31", "fiscal_year")),
        ("令和5年度", ("2023-04-01", "2024-03-31", "fiscal_year")),
        ("令和5年度まで", (None, "2024-03-31", "fiscal_year")),
        ("令和5年度から", ("2023-04-01", None, "fiscal_year")),
        ("令和10年3月31日終了", (None, "2028-03-31", "day")),
        ("令和10年3月31日まで", (None, "2028-03-31", "day")),
        ("平成29年6月~", ("2017-06", None, "month")),
        ("令和3年4月1日から", ("2021-04-01", None, "day")),
        ("令和3年4月1日から令和5年度まで", ("2021-04-01", "2024-03-31", "fiscal_year")),
    ],
)
def test_a_period_is_read_as_precise_as_it_is_printed(
    text: str, expected: tuple[str | None, str | None, str]
) -> None:
    """Days, months and fiscal years; a missing bound stays missing."""
    assert read(text) == (expected, [])


def test_a_planned_end_in_an_era_that_ended_first_is_flagged() -> None:
    """平成33年3月31日 was planned when no one knew of 令和."""
    said = read("平成28年4月1日から平成33年3月31日まで")
    assert said == (("2016-04-01", "2021-03-31", "day"), ["era-never-reached"])


def test_a_start_named_without_a_date_stays_open() -> None:
    """Whether the certification or a change is meant, the page does not say."""
    said = read("認定の日から令和7年3月31日まで")
    assert said == ((None, "2025-03-31", "day"), ["period-start-not-dated"])


@pytest.mark.parametrize(
    "text",
    [
        "近いうちに",
        "令和10年3月31日",
        "3年間",
        "平成28年から平成30年まで",
        "令和3年4月1日、令和4年4月1日、令和5年4月1日",
    ],
)
def test_what_is_no_period_is_reported(text: str) -> None:
    """No dates, bare years, or more than two bounds give no period."""
    assert read(text) == (None, ["period-not-understood"])


def test_an_impossible_bound_is_no_bound_and_leaves_the_other() -> None:
    """The bound that was understood stays; the other is null, and two findings say so."""
    codes = ["date-impossible", "period-not-understood"]
    assert read("令和3年4月1日から令和6年2月30日まで") == (("2021-04-01", None, "day"), codes)


@given(st.text(alphabet="令和平成元0123456789年月日度から~まで() ", max_size=40))
def test_any_text_gives_a_period_or_a_finding(text: str) -> None:
    """What is not understood is reported, and what is understood has a bound."""
    said, findings = read(text)
    assert said is not None or findings
    assert said is None or said[0] or said[1]
