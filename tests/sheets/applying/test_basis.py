"""Evidence after a correction."""

import msgspec

from saisei_lod.records.evidence import CORRECTED, quotes, read_value
from saisei_lod.records.model import Amendment, Certification, Evidence, Maker, Page, PlanRecord
from saisei_lod.sheets.applying.basis import evidence_change
from saisei_lod.sheets.files.patches import Fields, Put, Removed, patched

PLAN = PlanRecord(
    title="港の計画",
    certification=Certification(date="2020-03-30"),
    amendments=[Amendment(date="2021-03-30"), Amendment(date="2021-03-30", kind="minor")],
    makers=[Maker(code="06209"), Maker(code="01204")],
    evidence={
        "title": Evidence(rule="title-words", at="3-5 9-11"),
        "amendments.2021-03-30-2.kind": Evidence(rule="event-word", value="minor", at="1-2", words="軽"),
        "makers.06209": Evidence(rule="government-name", value="06209", at="1-4", words="長井市"),
        "note": Evidence(rule="of-others"),
    },
)


def replaced(alignment: dict[str, list[int | None]] | None = None, **fields: object) -> dict[str, object]:
    """Return the evidence of the plan after some of its fields were replaced, as plain values."""
    after = msgspec.structs.replace(PLAN, **fields)
    change = evidence_change(PLAN, after, alignment or {})
    tree = msgspec.to_builtins(PLAN)
    return tree["evidence"] if change is None else patched(tree, change)["evidence"]  # type: ignore[index,no-any-return]


def test_without_a_change_the_evidence_stays() -> None:
    """Nothing is to be written."""
    assert evidence_change(PLAN, PLAN, {}) is None


def test_what_was_read_can_still_be_read() -> None:
    """Value and words are kept as they were, span by span."""
    said = msgspec.convert(replaced(title="山の計画")["title"], Evidence)
    assert read_value(said, "山の計画") == "港の計画"
    assert [quote.words for quote in quotes(said, "山の計画")] == ["港の", "計画"]


def test_a_second_correction_keeps_the_first_reading() -> None:
    """The value that was read is never replaced by a person's."""
    once = msgspec.structs.replace(
        PLAN,
        title="山の計画",
        evidence={"title": msgspec.convert(replaced(title="山の計画")["title"], Evidence)},
    )
    twice = msgspec.structs.replace(once, title="川の計画")
    assert evidence_change(once, twice, {}) is None


def test_a_value_that_no_evidence_spoke_of_is_marked() -> None:
    """The rule says who gave it."""
    found = replaced(certification=Certification(date="2020-03-31", round=55))
    assert found["certification.date"] == {"rule": CORRECTED, "value": ""}
    said = msgspec.convert(found["certification.round"], Evidence)
    assert (read_value(said, "55"), quotes(said, "55")) == ("", [])


def test_evidence_of_what_a_person_took_away_stays() -> None:
    """The page still says it: only so can it be told that a person, and not the page, took it away."""
    assert replaced({"makers": [1]}, makers=[Maker(code="01204")]) == msgspec.to_builtins(PLAN)["evidence"]
    said = msgspec.convert(replaced(title=None)["title"], Evidence)
    assert (said.value, said.words) == ("港の計画", "港の\n計画")


def test_evidence_goes_with_an_item_whose_identity_is_corrected() -> None:
    """Under the new path it says what was read there; evidence of other things stays."""
    found = replaced({"makers": [0, 1]}, makers=[Maker(code="06213"), Maker(code="01204")])
    assert set(found) == {"title", "amendments.2021-03-30-2.kind", "makers.06213", "note"}
    assert found["makers.06213"]["value"] == "06209"  # type: ignore[index]


def test_events_of_one_day_are_told_apart_by_number() -> None:
    """Where the first of two goes, the second takes its path."""
    found = replaced({"amendments": [1]}, amendments=[PLAN.amendments[1]])
    assert "amendments.2021-03-30-2.kind" not in found
    assert found["amendments.2021-03-30.kind"] == {
        "rule": "event-word",
        "value": "minor",
        "at": "1-2",
        "words": "軽",
    }


def test_the_publisher_is_named_by_its_code() -> None:
    """Of a page the path is publisher."""
    before = Page(publisher=msgspec.convert({"code": "06209"}, type(Page().publisher)))
    after = Page(publisher=msgspec.convert({"code": "06213"}, type(Page().publisher)))
    assert evidence_change(before, after, {}) == Fields(
        {"evidence": Fields({"publisher": Put({"rule": CORRECTED, "value": ""})})}
    )
    assert evidence_change(before, Page(), {}) is None


def test_a_corrected_value_that_goes_takes_its_mark_along() -> None:
    """No evidence stays for what is not said."""
    before = PlanRecord(title="計画", evidence={"title": Evidence(rule=CORRECTED)})
    change = evidence_change(before, PlanRecord(evidence=before.evidence), {})
    assert change == Fields({"evidence": Fields({"title": Removed()})})
