"""Records of one plan from several sources."""

from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.merging import MergedPlan, merge
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Maker,
    OwnWords,
    Page,
    Period,
    PlanRecord,
)
from saisei_lod.records.streaming import SourcedPlan

KEY = "r051-06209-0d8eee4b"
Said = Callable[..., SourcedPlan]
CERTIFIED = Certification(date="2019-03-29", date_basis="stated", round=51, round_basis="stated")
EXTENDED = Amendment(date="2021-03-30", date_basis="stated")


def files(merged: MergedPlan) -> list[str]:
    """Return the files of the listings, without folder and ending, the best heard first."""
    return [listed.file.removeprefix("data/plans/").removesuffix(".yaml") for listed in merged.listings]


def test_a_single_source_is_taken_as_it_is(said: Said) -> None:
    """Nothing is added to what one page says."""
    only = said("a")
    assert merge([only]) == MergedPlan(KEY, only.plan, (only,))


def test_the_source_of_the_latest_date_is_heard_first(said: Said) -> None:
    """A later page's end of the period is published, whatever the order of files."""
    old = said("a", "2021-04-01", period=Period(end="2022-03-31"))
    new = said("b", "2023-04-01", period=Period(end="2024-03-31"))
    for sources in ([old, new], [new, old]):
        merged = merge(sources)
        assert merged.record.period == Period(end="2024-03-31")
        assert files(merged) == ["b", "a"]


def test_a_page_without_a_last_update_speaks_for_the_day_it_was_retrieved(said: Said) -> None:
    """The day of retrieval stands in for the last update; a page without any day is heard last."""
    updated = said("a", "2021-04-01", title="一")
    retrieved = said("b", title="二")
    retrieved = retrieved._replace(page=msgspec.structs.replace(retrieved.page, retrieved="2022-01-01"))
    assert files(merge([said("c", title="三"), updated, retrieved])) == ["b", "a", "c"]


def test_of_two_snapshots_with_one_last_update_the_later_retrieved_is_heard(said: Said) -> None:
    """A page may change and keep its date; the hash of its bytes tells nothing."""
    snapshots = [said(f"p@{digit}", "2021-04-01", title=digit) for digit in "123"]
    retrieved = ["2022-01-01", "2024-01-01", None]
    dated = [
        one._replace(page=msgspec.structs.replace(one.page, retrieved=day))
        for one, day in zip(snapshots, retrieved, strict=True)
    ]
    assert files(merge(dated)) == ["p@2", "p@1", "p@3"]


def test_a_silent_source_leaves_the_word_to_the_next(said: Said) -> None:
    """Silence of the later page does not erase what an earlier one states of the same version."""
    old = said("a", "2021-04-01", makers=[Maker(code="06209")], certification=CERTIFIED)
    new = said("b", "2023-04-01", certification=CERTIFIED)
    assert merge([old, new]).record.makers == [Maker(code="06209")]


def test_each_listing_describes_the_version_that_its_own_events_opened_last(said: Said) -> None:
    """A page that lists no change tells of the first version, however late it was updated."""
    first = said("a", "2024-04-01", certification=CERTIFIED, title="旧計画")
    later = said("b", "2021-04-01", certification=CERTIFIED, amendments=[EXTENDED], title="新計画")
    merged = merge([first, later])
    assert {day: one.record.title for day, one in merged.described.items()} == {
        "2021-03-30": "新計画",
        "2019-03-29": "旧計画",
    }
    assert (merged.record.title, files(merged)) == ("新計画", ["b", "a"])


def test_what_is_known_of_an_earlier_version_alone_is_not_copied_to_the_latest(said: Said) -> None:
    """Makers and period of the first version are silent in the plan as it is published."""
    first = said("a", certification=CERTIFIED, makers=[Maker(code="06209")], period=Period(end="2022-03-31"))
    later = said("b", certification=CERTIFIED, amendments=[EXTENDED])
    merged = merge([first, later])
    assert (merged.record.makers, merged.record.period) == ([], None)
    assert merged.described["2019-03-29"].record.makers == [Maker(code="06209")]


def test_a_listing_without_a_dated_event_describes_the_version_of_its_page_s_day(said: Said) -> None:
    """Updated between the two days it tells of the first version, after them of the second, else of the latest."""
    events = said("a", "2021-04-01", certification=CERTIFIED, amendments=[EXTENDED])

    def day(last_updated: str | None) -> str:
        merged = merge([events, said("b", last_updated, certification=Certification(round=51))])
        return next(day for day, one in merged.described.items() if "b" in [s.file[-6] for s in one.listings])

    assert [day(when) for when in ("2018-01-01", "2020-06-01", "2021-03-30", None)] == [
        "2019-03-29",
        "2019-03-29",
        "2021-03-30",
        "2021-03-30",
    ]


def test_a_change_dated_by_another_source_is_the_listing_s_own(said: Said) -> None:
    """A page that prints the month alone tells of the version that the day of another source opens."""
    month = said("a", "2021-05-01", certification=CERTIFIED, amendments=[Amendment(date="2021-03")])
    day = said("b", "2022-05-01", certification=CERTIFIED, amendments=[EXTENDED])
    merged = merge([month, day])
    assert [a.date for a in merged.record.amendments] == ["2021-03-30"]
    assert {day: len(one.listings) for day, one in merged.described.items()} == {"2021-03-30": 2}


def test_two_cities_and_two_towns_became_two_cities_and_three(said: Said) -> None:
    """Two readings of one page, a change between them: two versions, and no contradiction."""
    codes = ["06209", "06213", "06402", "06403"]
    before = said(
        "680@1",
        "2020-04-01",
        certification=CERTIFIED,
        makers=[Maker(code=code) for code in codes],
        period=Period(start="2019-03-29", end="2022-03-31"),
    )
    after = said(
        "680@2",
        "2023-04-01",
        certification=CERTIFIED,
        amendments=[EXTENDED],
        makers=[Maker(code=code) for code in sorted([*codes, "06401"])],
        period=Period(start="2019-03-29", end="2024-03-31"),
    )
    merged = merge([before, after])
    known = {day: (len(one.record.makers), one.record.period) for day, one in merged.described.items()}
    assert known == {
        "2021-03-30": (5, Period(start="2019-03-29", end="2024-03-31")),
        "2019-03-29": (4, Period(start="2019-03-29", end="2022-03-31")),
    }
    assert merged.contradictions == ()


def test_each_published_change_names_the_listings_that_tell_of_it(said: Said) -> None:
    """By their places among the listings, whose order is by version first."""
    first = said("a", "2024-04-01", certification=CERTIFIED)
    later = said("b", "2021-04-01", certification=CERTIFIED, amendments=[EXTENDED])
    merged = merge([first, later])
    assert files(merged) == ["b", "a"]
    assert [one.event for one in merged.changes] == merged.record.amendments
    assert [[told.source for told in one.told] for one in merged.changes] == [[0]]


def test_what_is_ours_is_the_plan_s_whichever_version_a_record_describes(said: Said) -> None:
    """Own words, former keys and the plan that goes on are taken from any record."""
    first = said(
        "a",
        certification=CERTIFIED,
        own=OwnWords(title_en="Plan"),
        former_ids=["d20190329-06209-0d8eee4b"],
        combined_into="r001-06209-00000000",
    )
    record = merge([first, said("b", certification=CERTIFIED, amendments=[EXTENDED])]).record
    assert record.own == OwnWords(title_en="Plan")
    assert record.former_ids == ["d20190329-06209-0d8eee4b"]
    assert record.combined_into == "r001-06209-00000000"


def test_words_come_from_where_the_value_comes_from(said: Said) -> None:
    """The wording of a period is that of the page whose period is published."""
    silent = said("a", "2023-04-01", certification=CERTIFIED, printed={"certification": "H31.3.29"})
    words = {"certification": "平成31年3月29日", "period": "令和4年3月31日まで"}
    other = said("b", "2021-04-01", certification=CERTIFIED, period=Period(end="2022-03-31"), printed=words)
    assert merge([silent, other]).record.printed == {
        "certification": "H31.3.29",
        "period": "令和4年3月31日まで",
    }


days = st.sampled_from(["2019-03-29", "2019-03-30", "2020-08-21", "2021-03-30", "2021-03", "2021", None])
bases = st.sampled_from(["stated", "inferred"])
rounds = st.sampled_from([51, 57, 59, None])
kinds = st.sampled_from(["amendment", "minor", "unspecified", "revocation"])
plans = st.builds(
    PlanRecord,
    id=st.just(KEY),
    title=st.sampled_from(["計画", "新計画", None]),
    certification=st.builds(Certification, date=days, date_basis=bases, round=rounds, round_basis=bases),
    amendments=st.lists(
        st.builds(Amendment, date=days, date_basis=bases, round=rounds, round_basis=bases, kind=kinds),
        max_size=3,
    ),
    makers=st.lists(
        st.sampled_from([Maker(code="06209"), Maker(code="06213"), Maker(name="某")]), max_size=2
    ),
    period=st.none() | st.builds(Period, start=days, end=days),
    schemes=st.lists(st.sampled_from(["kigyou", "suishin"]), unique=True),
    printed=st.dictionaries(st.sampled_from(["certification", "period"]), st.sampled_from(["甲", "乙"])),
)
dates = st.sampled_from(["2019-04-01", "2021-03-31", "2023-04-01", None])
groups = st.lists(st.tuples(plans, dates), min_size=1, max_size=4)


def sourced(group: list[tuple[PlanRecord, str | None]]) -> list[SourcedPlan]:
    """Return records as the sources of one plan, each of its own page."""
    return [
        SourcedPlan(plan, Page(source=f"06209-p{n}", sha256=f"{n}" * 64, last_updated=day), f"{n}.yaml")
        for n, (plan, day) in enumerate(group)
    ]


@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(group: list[tuple[PlanRecord, str | None]], chance: Any) -> None:
    """Whatever the order of the sources, the merged plan is the same, findings and contradictions too."""
    sources = sourced(group)
    shuffled = list(sources)
    chance.shuffle(shuffled)
    assert merge(shuffled) == merge(sources)


@given(groups)
def test_a_source_that_says_nothing_changes_nothing(group: list[tuple[PlanRecord, str | None]]) -> None:
    """A page that lists nothing but the key leaves plan, versions and contradictions as they are."""
    sources = sourced([*group, *group])
    nothing = SourcedPlan(PlanRecord(id=KEY), Page(source="06209-x", sha256="f" * 64), "x.yaml")
    one, other = merge(sources), merge([*sources, nothing])
    assert other.record == one.record
    assert {day: said.record for day, said in other.described.items()} == {
        day: said.record for day, said in one.described.items()
    }
    assert other.contradictions == one.contradictions


@given(groups)
def test_the_latest_version_is_described_and_every_listing_describes_one(
    group: list[tuple[PlanRecord, str | None]],
) -> None:
    """No listing is lost, and the plan says what its latest version says."""
    sources = sourced([*group, *group])
    merged = merge(sources)
    described = [listed for one in merged.described.values() for listed in one.listings]
    assert described == list(merged.listings)
    assert sorted(listed.file for listed in described) == sorted(source.file for source in sources)
    latest = merged.described[max(merged.described)].record
    assert (merged.record.title, merged.record.period) == (latest.title, latest.period)
