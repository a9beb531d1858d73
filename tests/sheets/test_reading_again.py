"""What officers corrected in a workbook survives a re-reading of the page."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from saisei_lod.records.evidence import CORRECTED, Quote, as_evidence
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Evidence, Page, PageRecord, PlanRecord
from saisei_lod.records.renewing import renewed
from saisei_lod.records.values import page_values, plan_values
from saisei_lod.records.writing import to_yaml
from saisei_lod.sheets import propose, store

FIRST, SECOND = "r036-06209-c6e55eea", "r055-06209-1e26ffa3"


def told(part: Page | PlanRecord) -> dict[str, Evidence]:
    """Return evidence of every value, as reading writes it: words that are the value are left out."""
    values = page_values(part) if isinstance(part, Page) else plan_values(part)
    return {
        value.path: as_evidence("words", value.said, [Quote(1, 1 + len(value.said), value.said)])
        for value in values
    }


@pytest.fixture
def read_desk(new_desk: Callable[[], Any]) -> Any:
    """A desk with records as reading makes them, their workbook written."""
    desk = new_desk()
    record = load_file(desk.record).record
    page = msgspec.structs.replace(record.page, evidence=told(record.page))
    plans = [msgspec.structs.replace(plan, evidence=told(plan)) for plan in record.plans]
    desk.record.write_text(to_yaml(PageRecord(page=page, plans=plans)), encoding="utf-8")
    return desk.write()


def newer(read: PageRecord) -> PageRecord:
    """Return what reading a later snapshot gives: the page prints the same, further down."""
    page = msgspec.structs.replace(read.page, sha256="1" * 64, retrieved="2026-04-01")
    plans = [
        msgspec.structs.replace(plan, status="ended" if plan.status else None, lines=(9, 30))
        for plan in read.plans
    ]
    return PageRecord(page=page, plans=plans)


@pytest.mark.parametrize(
    ("sheet", "key", "number", "values"),
    [
        ("計画", SECOND, "", {"計画の名称": "パラレルワークの港の計画"}),
        ("計画", FIRST, "", {"計画の名称": "山の港町"}),
        ("計画", FIRST, "", {"掲載の見出し": "終了"}),
        ("計画", FIRST, "", {"認定日": "2016-03-16"}),
        ("計画", FIRST, "", {"認定回": 37}),
        ("計画", SECOND, "", {"期間の末日": "2025-03-31"}),
        ("計画", FIRST, "", {"区域の範囲": "一部"}),
        ("変更", FIRST, "1", {"変更日": "2016-08-31"}),
        ("変更", FIRST, "1", {"種類": "軽微な変更"}),
        ("作成主体", FIRST, "1", {"団体コード": "06213", "名称": "南陽市"}),
        ("支援措置", SECOND, "1", {"支援措置": "digiden"}),
        ("支援措置", SECOND, "1", {"削除": "はい"}),
        ("添付ファイル", FIRST, "1", {"アドレス": "https://example.org/a.pdf"}),
        ("添付ファイル", FIRST, "1", {"形式": "XLSX"}),
        ("数値目標", FIRST, "1_1", {"値": "1,300"}),
        ("金額", FIRST, "1", {"金額(円)": 13000000}),
        ("ページ", "", "", {"電話": "0238-84-2111"}),
        ("ページ", "", "", {"問合せ先": "総合政策課"}),
        ("ページ", "", "", {"ページの題名": "長井市の地域再生計画"}),
    ],
)
def test_a_correction_survives_two_readings(
    read_desk: Any, sheet: str, key: str, number: str, values: dict[str, object]
) -> None:
    """As long as the page prints the same, the officer's value stands."""
    desk = read_desk
    read = newer(load_file(desk.record).record)
    desk.enter(sheet, desk.row(sheet, key, number) if key else 3, **values)
    desk.book.save(desk.file)
    proposal = propose(desk.file, desk.data)
    assert [(one.code, one.message.ja) for one in proposal.problems] == []
    store(proposal.files)
    kept = load_file(desk.record).record
    once = renewed(kept, read)
    twice = renewed(once, newer(read))
    for record in (once, twice):
        ours, theirs = (
            part.page if not key else part.plans[0 if key == FIRST else 1] for part in (record, kept)
        )
        for correction in proposal.corrections:
            name = correction.path.partition(".")[0].partition("[")[0]
            assert getattr(ours, name) == getattr(theirs, name)


def test_a_page_that_says_otherwise_is_heard(read_desk: Any) -> None:
    """The correction was one of what the page said then."""
    read = newer(load_file(read_desk.record).record)
    read_desk.enter("計画", 3, 認定回=37).propose()
    store(propose(read_desk.file, read_desk.data).files)
    plan = msgspec.structs.replace(
        read.plans[0], certification=msgspec.structs.replace(read.plans[0].certification, round=38)
    )
    plan = msgspec.structs.replace(plan, evidence=told(plan), printed={"certification": "第38回認定"})
    found = renewed(load_file(read_desk.record).record, PageRecord(page=read.page, plans=[plan]))
    assert found.plans[0].certification.round == 38


def test_the_mark_of_a_person_goes_on(read_desk: Any) -> None:
    """What the page never said is still marked after a re-reading."""
    read = newer(load_file(read_desk.record).record)
    read_desk.enter("計画", 4, 期間の末日="2025-03-31").propose()
    store(propose(read_desk.file, read_desk.data).files)
    found = renewed(load_file(read_desk.record).record, read).plans[1]
    assert found.evidence["period.end"] == Evidence(rule=CORRECTED, value="")
