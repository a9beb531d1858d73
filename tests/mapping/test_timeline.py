"""Events and versions of a plan in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.mapping.timeline import Span, days_between, fiscal_year, timeline
from saisei_lod.merging.days import first_day, last_day
from saisei_lod.records.model import Amendment, Certification, PlanRecord


def plan(certified: str | None, *changes: str, kind: str = "unspecified") -> PlanRecord:
    """Return a record with a certification and changes on the days given."""
    return PlanRecord(
        certification=Certification(date=certified, round=36 if certified else None),
        amendments=[Amendment(date=day, kind=kind) for day in changes],  # type: ignore[arg-type]
    )


def test_each_dated_event_opens_a_version_that_ends_where_the_next_begins() -> None:
    """Intervals are half-open and chained; the last one is open."""
    time = timeline(plan("2016-03-15", "2016-08-30", "2017-02-24"))
    assert time.versions == (
        Span("2016-03-15", "2016-08-30", ""),
        Span("2016-08-30", "2017-02-24", "2016-03-15"),
        Span("2017-02-24", "", "2016-08-30"),
    )


def test_events_of_one_day_open_one_version() -> None:
    """Two changes on one day are two events, numbered, and one version."""
    time = timeline(plan("2016-03-15", "2017-05-30", "2017-05-30"))
    assert [(event.label, event.number) for event in time.events] == [
        ("2016-03-15", 1),
        ("2017-05-30", 1),
        ("2017-05-30", 2),
    ]
    assert len(time.versions) == 2


def test_a_revocation_closes_the_last_version_and_opens_none() -> None:
    """After a revocation (法10条) no version is open."""
    time = timeline(plan("2020-03-30", "2024-11-22", kind="revocation"))
    assert time.versions == (Span("2020-03-30", "2024-11-22", ""),)


def test_an_event_of_which_only_the_month_is_known_opens_no_version() -> None:
    """Its interval would have to be invented; but from that month on the version before is not certain."""
    time = timeline(plan("2020-03-30", "2021-03"))
    assert time.versions == (Span("2020-03-30", "", "", "2021-03-01"),)
    assert [event.label for event in time.events] == ["2020-03-30", "2021-03"]


@pytest.mark.parametrize(
    ("changes", "certain"),
    [
        (["2021"], ["2021-01-01"]),
        (["2021-03", "2022"], ["2021-03-01"]),
        (["2020-03"], ["2020-03-31"]),
        (["2020-02"], [""]),
        (["2021-03", "2021-08-21"], ["2021-03-01", ""]),
        (["2021-03", "2021-03-20"], ["2021-03-01", "2021-03-21"]),
        (["2021-03", "2021-03-31"], ["2021-03-01", ""]),
        (["2021-03", "2021-03-01"], ["", "2021-03-02"]),
        (["2021", "2021-08-21", "2021-12-31"], ["2021-01-01", "2021-08-22", ""]),
    ],
)
def test_a_version_is_certain_until_such_a_month_or_year_begins(
    changes: list[str], certain: list[str]
) -> None:
    """Where the month began before the version, a change may follow the version's first day; never on it."""
    spans = timeline(plan("2020-03-30", *changes)).versions
    assert [span.certain_until for span in spans] == certain


def test_a_revocation_of_an_unknown_day_makes_the_end_uncertain() -> None:
    """It may have closed the version on the first day of its month."""
    (span,) = timeline(plan("2020-03-30", "2024-11", kind="revocation")).versions
    assert (span.end, span.certain_until) == ("", "2024-11-01")


def test_a_certification_of_an_unknown_day_replaces_nothing() -> None:
    """It is the first event, whatever its day."""
    assert timeline(plan("2019-03", "2019-03-20")).versions == (Span("2019-03-20", "", ""),)


def test_a_round_without_a_day_stands_in_the_event() -> None:
    """A certification of which only the round is known is an event and no version."""
    time = timeline(PlanRecord(certification=Certification(round=42)))
    assert [event.label for event in time.events] == ["r042"]
    assert time.versions == ()


def test_a_plan_of_which_only_changes_are_known_begins_with_the_first_change() -> None:
    """No certification is invented."""
    time = timeline(plan(None, "2019-03-29"))
    assert time.certified_on == ""
    assert time.versions == (Span("2019-03-29", "", ""),)


def test_fiscal_years_begin_in_april() -> None:
    """2019-03-29 lies in FY2018, 2019-04-01 in FY2019; of a year alone nothing is known."""
    assert [fiscal_year(day) for day in ("2019-03-29", "2019-04-01", "2021-03", "2021")] == [
        2018,
        2019,
        2020,
        None,
    ]


def test_a_year_and_a_day_over_a_leap_day_is_367_days() -> None:
    """2019-03-29 to 2020-03-30 is 367 days, which is not within a year."""
    assert days_between("2019-03-29", "2020-03-30") == 367


days = st.dates().map(lambda day: day.isoformat())


@given(days, st.lists(days, max_size=8))
def test_versions_never_overlap_and_leave_no_gap(certified: str, changes: list[str]) -> None:
    """Whatever the days and their order, each version begins where the one before ends."""
    spans = timeline(plan(certified, *changes)).versions
    assert [span.end for span in spans] == [*[span.start for span in spans[1:]], ""]
    assert [span.previous for span in spans] == ["", *[span.start for span in spans[:-1]]]
    assert sorted({certified, *changes}) == [span.start for span in spans]


partial = st.tuples(days, st.sampled_from([4, 7])).map(lambda item: item[0][: item[1]])


@given(days, st.lists(days, max_size=4), st.lists(partial, min_size=1, max_size=3))
def test_a_day_is_certain_unless_an_event_can_have_come_before(
    certified: str, changes: list[str], doubtful: list[str]
) -> None:
    """A version is certain on its first day; after it as long as no month or year of an event has begun."""
    for span in timeline(plan(certified, *changes, *doubtful)).versions:
        assert not span.certain_until or span.start < span.certain_until
        assert not (span.certain_until and span.end) or span.certain_until < span.end
        for day in [*changes, *(f"{d}-15"[:10] for d in doubtful if len(d) == 7)]:
            if span.start < day and (not span.end or day < span.end):
                can_have_changed = any(first_day(d) <= day and last_day(d) > span.start for d in doubtful)
                assert (bool(span.certain_until) and span.certain_until <= day) == can_have_changed
