"""A record that says everything, alone and beside one that says less."""

import pytest

from saisei_lod.merging import MergedPlan, merge
from saisei_lod.records.model import (
    Amendment,
    Amount,
    Certification,
    Coverage,
    Document,
    Evidence,
    Indicator,
    IndicatorValue,
    Maker,
    OwnWords,
    Page,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.records.streaming import SourcedPlan

KEY = "r055-01204-3476059d"

WHOLE = PlanRecord(
    id=KEY,
    title="港の計画",
    status="current",
    heading="現在の計画",
    certification=Certification(date="2020-03-30", date_basis="stated", round=55, round_basis="stated"),
    amendments=[
        Amendment(date="2020-08-21", date_basis="stated", round=57, round_basis="inferred", kind="amendment"),
        Amendment(date="2020-08-21", date_basis="inferred", kind="minor"),
        Amendment(round=63, round_basis="stated", kind="unspecified"),
        Amendment(date="2022-03", date_basis="stated", kind="unspecified"),
    ],
    period=Period(start="2020-04-01", end="2023-03-31", precision="fiscal_year"),
    makers=[Maker(code="01204", name="旭川市", lead=True), Maker(code="01452", name="鷹栖町")],
    coverage=Coverage(kind="whole", codes=["01204", "01452"], text="旭川市及び鷹栖町の全域"),
    schemes=["suishin", "kigyou"],
    documents=[Document(format="PDF", size_text="310キロバイト", url="https://example.org/a.pdf")],
    indicators=[
        Indicator(
            name="移住者", unit="人", values=[IndicatorValue(year="令和元年度", value="12", role="base")]
        )
    ],
    amounts=[Amount(name="総事業費", yen=1000, text="1,000円")],
    summary="概要。",
    lines=(32, 35),
    printed={
        "certification": "令和2年3月30日(第55回)",
        "makers": "旭川市及び鷹栖町",
        "period": "令和2年度から",
    },
    former_ids=["d20200330-01204-3476059d"],
    combined_into="r056-01204-3476059d",
    own=OwnWords(title_en="Harbour plan", summary_ja="要約。", summary_en="Summary."),
    evidence={
        "title": Evidence(rule="title-words", at="3-7"),
        "certification.date": Evidence(
            rule="era-date", value="2020-03-30", at="9-18", words="令和2年3月30日"
        ),
        "makers.01204": Evidence(rule="government-name", value="01204", at="20-23", words="旭川市"),
        "schemes.suishin": Evidence(
            rule="scheme-label", value="suishin", at="30-39", words="地方創生推進交付金"
        ),
        "amendments.2020-08-21-2.date": Evidence(
            rule="era-date", value="2020-08-21", at="50-60", words="令和2年8月21日"
        ),
    },
)
PAGE = Page(
    title="計画の一覧",
    publisher=Publisher(code="01204", name="旭川市"),
    source="01204-plans",
    last_updated="2021-01-01",
    url="https://example.org/plans",
    sha256="0f1e2d3c" + "0" * 56,
)
LINES = {"": 30, "title": 31, "period": 40, "period.end": 41, "makers": 50, "makers[1].code": 52}


@pytest.fixture
def whole() -> MergedPlan:
    """The plan as one page tells it."""
    return merge([SourcedPlan(WHOLE, PAGE, "data/plans/a.yaml", 30, LINES)])


@pytest.fixture
def both() -> MergedPlan:
    """The plan of a newer page that is silent on the period, and of the page before, which is not."""
    newer = PlanRecord(id=KEY, title="港の計画", makers=[Maker(code="01452"), Maker(code="01204")])
    page = Page(
        publisher=Publisher(code="01452"), source="01452-b", last_updated="2023-01-01", sha256="a" * 64
    )
    return merge(
        [
            SourcedPlan(WHOLE, PAGE, "data/plans/a.yaml", 30, LINES),
            SourcedPlan(newer, page, "data/plans/b.yaml", 7, {"": 7, "makers[0].code": 9}),
        ]
    )
