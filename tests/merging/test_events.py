"""Which events of several sources are one, and what is published of it."""

import pytest

from saisei_lod.merging.events import event_paths, join_amendments, join_certifications, opening_days
from saisei_lod.records.model import Amendment, Certification, PlanRecord


def changed(*amendments: Amendment) -> PlanRecord:
    """Return a record with changes."""
    return PlanRecord(amendments=list(amendments))


def certified(**fields: object) -> PlanRecord:
    """Return a record with a certification."""
    return PlanRecord(certification=Certification(**fields))  # type: ignore[arg-type]


def published(*plans: PlanRecord) -> list[tuple[str | None, int | None, str]]:
    """Return day, round and kind of the published changes."""
    events = [joined.event for joined in join_amendments(plans)]
    return [(e.date, e.round, e.kind) for e in events if isinstance(e, Amendment)]


def test_events_of_all_sources_are_joined_by_day() -> None:
    """A stated kind says more than 変更, and a change that one page alone lists is kept."""
    one = changed(Amendment(date="2020-03-30"), Amendment(date="2019-08-01"))
    other = changed(Amendment(date="2020-03-30", kind="amendment"))
    assert published(one, other) == [
        ("2019-08-01", None, "unspecified"),
        ("2020-03-30", None, "amendment"),
    ]


def test_two_events_of_one_day_in_one_source_stay_two() -> None:
    """A source tells no event twice; the other source's event is the one of its kind."""
    two = changed(Amendment(date="2020-03-30", kind="amendment"), Amendment(date="2020-03-30", kind="minor"))
    joined = join_amendments([two, changed(Amendment(date="2020-03-30", kind="minor", round=55))])
    assert [len(one.told) for one in joined] == [1, 2]


@pytest.mark.parametrize("when", ["2021-03", "2021"])
def test_a_month_or_year_is_the_day_that_it_holds(when: str) -> None:
    """The day is published, whichever source is heard first."""
    month, day = changed(Amendment(date=when)), changed(Amendment(date="2021-03-30"))
    assert published(month, day) == published(day, month) == [("2021-03-30", None, "unspecified")]


def test_a_month_is_not_a_day_outside_it() -> None:
    """Both events are kept."""
    assert len(published(changed(Amendment(date="2021-03")), changed(Amendment(date="2021-04-01")))) == 2


def test_one_round_is_one_event_though_its_days_differ() -> None:
    """第59回 is 2021-03-30 on one page and 2021-03-31 on another: the first heard is published."""
    one = changed(Amendment(date="2021-03-30", round=59))
    other = changed(Amendment(date="2021-03-31", round=59))
    assert published(one, other) == [("2021-03-30", 59, "unspecified")]
    assert published(other, one) == [("2021-03-31", 59, "unspecified")]


def test_a_round_without_a_day_gets_the_day_of_another_source() -> None:
    """A page that prints the round alone tells of the same change."""
    assert published(changed(Amendment(round=59)), changed(Amendment(date="2021-03-30", round=59))) == [
        ("2021-03-30", 59, "unspecified")
    ]


def test_changes_of_which_nothing_is_known_are_one() -> None:
    """変更 alone on two pages is no sign of two changes."""
    assert published(changed(Amendment()), changed(Amendment())) == [(None, None, "unspecified")]


def test_a_revocation_is_no_change_of_that_day() -> None:
    """What closes a plan is never joined with what changes it."""
    revoked = changed(Amendment(date="2024-11-22", kind="revocation"))
    assert len(published(revoked, changed(Amendment(date="2024-11-22")))) == 2


def test_a_stated_day_is_published_before_an_inferred_one() -> None:
    """A day that was inferred from the round is weaker than one that a page prints."""
    inferred = certified(date="2021-03-30", date_basis="inferred", round=59, round_basis="stated")
    stated = certified(date="2021-03-31", date_basis="stated")
    joined = join_certifications([inferred, stated])
    assert joined is not None
    assert joined.event == Certification(
        date="2021-03-31", date_basis="stated", round=59, round_basis="stated"
    )


def test_an_inferred_round_counts_only_with_the_day_that_it_came_from() -> None:
    """The round of another day says nothing of the day that is published."""
    first = certified(date="2021-04-15", date_basis="stated")
    other = certified(date="2021-03-30", date_basis="stated", round=59, round_basis="inferred")
    joined = join_certifications([first, other])
    assert joined is not None
    assert (joined.event.date, joined.event.round) == ("2021-04-15", None)


def test_a_certification_gets_its_day_where_one_page_prints_the_round_alone() -> None:
    """Silence on the day leaves the word to the next source."""
    joined = join_certifications([certified(round=51), certified(date="2019-03-29", round=51)])
    assert joined is not None
    assert joined.event.date == "2019-03-29"
    assert join_certifications([PlanRecord()]) is None


def test_versions_open_on_days_alone_and_never_by_a_revocation() -> None:
    """A month opens no version, a revocation closes one."""
    events = join_amendments(
        [
            changed(
                Amendment(date="2021-03"),
                Amendment(date="2024-11-22", kind="revocation"),
                Amendment(date="2020-08-21"),
                Amendment(date="2020-08-21", kind="minor"),
            )
        ]
    )
    assert opening_days(events) == ["2020-08-21"]


def test_events_are_named_by_what_is_known_of_their_time() -> None:
    """The day, else the round, else nodate; a second one of a name is numbered."""
    assert event_paths([Amendment(), Amendment(date="2021-03"), Amendment(round=39), Amendment()]) == [
        "amendments.nodate",
        "amendments.2021-03",
        "amendments.r039",
        "amendments.nodate-2",
    ]
