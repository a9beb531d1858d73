"""Records of one plan from several sources."""

from typing import Any

from saisei_lod.merging import merge
from saisei_lod.records.model import Amendment, Certification, Maker, Page, Period, PlanRecord
from saisei_lod.records.streaming import SourcedPlan

KEY = "r051-06209-0d8eee4b"


def said(file: str, last_updated: str | None = None, **fields: Any) -> SourcedPlan:
    """Return what one source says of the plan."""
    plan = PlanRecord(id=KEY, **{"title": "計画", **fields})
    return SourcedPlan(
        plan, Page(source=f"06209-{file}", last_updated=last_updated), f"data/plans/{file}.yaml", 3
    )


def test_a_single_source_is_taken_as_it_is() -> None:
    """Nothing is added to what one page says."""
    only = said("a")
    merged = merge([only])
    assert (merged.key, merged.record, merged.findings) == (KEY, only.plan, ())


def test_the_source_of_the_latest_date_is_heard_first() -> None:
    """A later page's end of the period is published, whatever the order of files."""
    old = said("a", "2021-04-01", period=Period(end="2022-03-31"))
    new = said("b", "2023-04-01", period=Period(end="2024-03-31"))
    for sources in ([old, new], [new, old]):
        merged = merge(sources)
        assert merged.record.period == Period(end="2024-03-31")
        assert [listed.file for listed in merged.listings] == [new.file, old.file]


def test_a_silent_source_leaves_the_word_to_the_next() -> None:
    """Silence of the later page does not erase what an earlier one states."""
    old = said("a", "2021-04-01", makers=[Maker(code="06209")])
    new = said("b", "2023-04-01")
    assert merge([old, new]).record.makers == [Maker(code="06209")]


def test_sources_that_disagree_are_named_with_both_values() -> None:
    """The finding stands at the source that is not published and names the one that is."""
    old = said("a", "2021-04-01", period=Period(end="2022-03-31"))
    new = said("b", "2023-04-01", period=Period(end="2024-03-31"))
    findings = merge([old, new]).findings
    assert [(finding.code, finding.place.file, finding.text) for finding in findings] == [
        ("sources-disagree", "data/plans/a.yaml", "2022-03-31")
    ]
    assert "2024-03-31" in findings[0].message.en


def test_events_of_all_sources_are_joined_by_day() -> None:
    """A stated kind says more than 変更, and a change that one page alone lists is kept."""
    old = said(
        "a", amendments=[Amendment(date="2020-03-30", kind="unspecified"), Amendment(date="2019-08-01")]
    )
    new = said("b", "2023-04-01", amendments=[Amendment(date="2020-03-30", kind="amendment")])
    assert [(a.date, a.kind) for a in merge([old, new]).record.amendments] == [
        ("2019-08-01", "unspecified"),
        ("2020-03-30", "amendment"),
    ]


def test_a_certification_with_day_and_round_is_preferred() -> None:
    """One page prints the round alone, the other both."""
    bare = said("a", "2023-04-01", certification=Certification(round=51))
    whole = said("b", "2021-04-01", certification=Certification(date="2019-03-29", round=51))
    assert merge([bare, whole]).record.certification.date == "2019-03-29"
