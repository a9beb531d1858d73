"""The record of a newer snapshot of a page."""

from typing import Any

import msgspec

from saisei_lod.records.model import (
    Amendment,
    Certification,
    Contact,
    Maker,
    OwnWords,
    Page,
    PageRecord,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.records.renewing import renewed

OLD = Page(
    source="01204-054421", sha256="0" * 64, url="https://a.example/", publisher=Publisher(code="01204")
)
NEW = Page(source="01204-page", sha256="1" * 64, retrieved="2024-05-01")
PLAN = PlanRecord(
    id="r055-01204-3476059d",
    title="青少年ICTパークプロジェクト",
    certification=Certification(date="2020-03-30", round=55),
    amendments=[Amendment(date="2020-08-21")],
    period=Period(end="2023-03-31"),
    makers=[Maker(code="01204")],
    lines=(47, 51),
    printed={"period": "令和5年3月31日まで", "amendments": "令和2年8月21日変更", "makers": "旭川市"},
)


def changed(**fields: Any) -> PlanRecord:
    """Return the plan with other fields."""
    return msgspec.structs.replace(PLAN, **fields)


def one(kept: PlanRecord, read: PlanRecord) -> PlanRecord:
    """Return the plan of the newer record."""
    record = renewed(PageRecord(page=OLD, plans=[kept]), PageRecord(page=NEW, plans=[read]))
    assert len(record.plans) == 1
    return record.plans[0]


def test_the_page_is_the_newer_snapshot_of_the_same_source() -> None:
    """Source, address and publisher go on where the new reading names none; hash and day are new."""
    page = renewed(PageRecord(page=OLD), PageRecord(page=NEW)).page
    assert (page.source, page.url, page.publisher.code) == ("01204-054421", "https://a.example/", "01204")
    assert (page.sha256, page.retrieved) == ("1" * 64, "2024-05-01")


def test_the_page_s_own_facts_are_those_of_today() -> None:
    """A new contact is no correction."""
    contact = Contact(phone="0166-00-0000")
    read = msgspec.structs.replace(NEW, contact=contact)
    assert renewed(PageRecord(page=OLD), PageRecord(page=read)).page.contact == contact


def test_what_changed_on_the_page_is_in_the_record() -> None:
    """Another period under other words, a new place."""
    read = changed(
        period=Period(end="2024-03-31"),
        printed={**PLAN.printed, "period": "令和6年3月31日まで"},
        lines=(49, 53),
    )
    assert one(PLAN, read) == read


def test_the_key_stays_and_what_is_ours_goes_on() -> None:
    """Key, former keys, the plan that goes on and our words are the plan's, whatever was minted now."""
    kept = changed(
        former_ids=["d20200330-01204-3476059d"],
        combined_into="r001-01204-00000000",
        own=OwnWords(title_en="Youth ICT Park"),
    )
    assert one(kept, changed(id=None)) == kept


def test_a_correction_goes_on_where_the_words_are_the_same() -> None:
    """The page prints for the makers what it printed when a person corrected them."""
    kept = changed(makers=[Maker(code="01204"), Maker(code="01000")])
    assert one(kept, changed(period=None)).makers == kept.makers


def test_a_correction_does_not_go_on_where_the_page_prints_something_else() -> None:
    """The new words are to be understood anew."""
    kept = changed(makers=[Maker(code="01204"), Maker(code="01000")])
    read = changed(makers=[Maker(code="01452")], printed={**PLAN.printed, "makers": "鷹栖町"})
    assert one(kept, read).makers == read.makers


def test_a_corrected_event_goes_on_beside_a_new_one() -> None:
    """Each event has its line: one was corrected, the other is new."""
    kept = changed(amendments=[Amendment(date="2020-08-21", kind="amendment")])
    read = changed(
        amendments=[Amendment(date="2020-08-21"), Amendment(date="2021-03-30")],
        printed={**PLAN.printed, "amendments": "令和2年8月21日変更\n令和3年3月30日変更"},
    )
    assert one(kept, read).amendments == [
        Amendment(date="2020-08-21", kind="amendment"),
        Amendment(date="2021-03-30"),
    ]


def test_an_event_that_the_page_no_longer_lists_is_not_in_the_record() -> None:
    """A record holds what its snapshot says; the older record still has the event."""
    read = changed(amendments=[Amendment(date="2021-03-30")], printed={"amendments": "令和3年3月30日変更"})
    assert one(PLAN, read).amendments == read.amendments


def test_plans_come_and_go_with_the_page() -> None:
    """A new plan is taken as read, one that is gone is not copied."""
    new = changed(id="r059-01204-00000000", title="別の計画")
    record = renewed(PageRecord(page=OLD, plans=[PLAN]), PageRecord(page=NEW, plans=[new]))
    assert record.plans == [new]


def test_prose_that_people_left_out_stays_out() -> None:
    """Of known plans and of new ones; a record that keeps the source's summaries keeps the new ones."""
    new = changed(id="r059-01204-00000000", title="別の計画", summary="新しい概要")
    read = PageRecord(page=NEW, plans=[changed(summary="概要"), new])
    without = renewed(PageRecord(page=OLD, plans=[PLAN]), read)
    assert [plan.summary for plan in without.plans] == [None, None]
    kept = renewed(PageRecord(page=OLD, plans=[changed(summary="前の概要")]), read)
    assert [plan.summary for plan in kept.plans] == ["概要", "新しい概要"]
