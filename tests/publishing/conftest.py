"""A small data folder of made-up pages, with the text of each page and the evidence of every value in it."""

import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from saisei_lod.publishing import build
from saisei_lod.records.evidence import Quote, as_evidence
from saisei_lod.records.model import (
    Amendment,
    Amount,
    Certification,
    Contact,
    Coverage,
    Document,
    Evidence,
    Indicator,
    IndicatorValue,
    Maker,
    Page,
    PageRecord,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.records.writing import write_new

ROOT = Path(__file__).resolve().parents[2]
KEY = "r055-06209-0a0a0a0a"
BY_HAND = "r051-06402-0b0b0b0b"


class Sourced(NamedTuple):
    """A release of made-up pages: the folder, and the decoded text of each snapshot by its name."""

    dist: Path
    data: Path
    texts: Mapping[str, str]
    key: str = KEY
    by_hand: str = BY_HAND


class Telling:
    """A page as it is written: its text, and the evidence of what it says."""

    def __init__(self) -> None:
        self.text = ""
        self.page: dict[str, Evidence] = {}
        self.plan: dict[str, Evidence] = {}

    def say(self, path: str, rule: str, value: str, *words: str) -> None:
        """Print words, a line each, as what says the value of a field of the plan."""
        self.plan[path] = as_evidence(rule, value, [self._quote(line) for line in words or (value,)])

    def say_of_page(self, path: str, rule: str, value: str, words: str) -> None:
        """Print words as what says the value of a field of the page."""
        self.page[path] = as_evidence(rule, value, [self._quote(words)])

    def _quote(self, words: str) -> Quote:
        self.text += "・"
        start = len(self.text)
        self.text += f"{words}\n"
        return Quote(start, start + len(words), words)


def events(told: Telling, kind: str) -> dict[str, object]:
    """Tell of the certification of round 55 and of a change in August."""
    told.say("certification.date", "era-date", "2020-03-30", "令和2年3月30日")
    told.say("certification.round", "round-number", "55", "第55回")
    told.say("amendments.2020-08-21.date", "era-date", "2020-08-21", "令和2年8月21日")
    told.plan["amendments.2020-08-21.round"] = msgspec.structs.replace(
        told.plan["amendments.2020-08-21.date"], rule="round-of-day", value="57"
    )
    word = "変更認定" if kind == "amendment" else "変更"
    told.say("amendments.2020-08-21.kind", "event-word", kind, word)
    change = Amendment(
        date="2020-08-21",
        date_basis="stated",
        round=57,
        round_basis="inferred",
        kind=kind,  # type: ignore[arg-type]
    )
    certified = Certification(date="2020-03-30", date_basis="stated", round=55, round_basis="stated")
    return {"certification": certified, "amendments": [change]}


def newest() -> tuple[Telling, PlanRecord]:
    """The page of the first city as it stands now: it says everything that a record can hold."""
    told = Telling()
    told.say("title", "title-words", "港の計画𠮷", "港の", "計画𠮷")
    told.say("status", "status-words", "current", "進めている計画")
    told.say("heading", "heading-words", "進めている計画")
    told.say("period.start", "era-date", "2020-03-30", "令和2年3月30日")
    told.say("period.end", "fiscal-year-end", "2025-03-31", "令和6年度")
    for code, name in (("06209", "長井市"), ("06213", "南陽市"), ("06402", "白鷹町")):
        told.say(f"makers.{code}", "government-name", code, name)
    told.say("coverage.kind", "area-phrase", "whole", "長井市の全域")
    told.say("coverage.codes.06209", "government-name", "06209", "長井市")
    told.say("schemes.suishin", "scheme-label", "suishin", "地方創生推進交付金")
    told.say("documents[0].format", "file-note", "PDF")
    told.say("documents[0].size_text", "file-note", "351キロバイト")
    told.say("indicators[0].name", "indicator-words", "船の数")
    told.say("indicators[0].unit", "indicator-words", "隻")
    told.say("indicators[0].values[0].year", "indicator-words", "令和6年度")
    told.say("indicators[0].values[0].value", "indicator-words", "1,200")
    told.say("amounts[0].name", "sum-of-money", "総事業費")
    told.say("amounts[0].yen", "sum-of-money", "5000000", "5百万円")
    told.say("summary", "summary-words", "港に人を呼ぶ見本の計画。", "港に人を呼ぶ", "見本の計画。")
    record = PlanRecord(
        id=KEY,
        title="港の計画𠮷",
        status="current",
        heading="進めている計画",
        period=Period(start="2020-03-30", end="2025-03-31"),
        makers=[Maker(code="06209", lead=True), Maker(code="06213"), Maker(code="06402")],
        coverage=Coverage(kind="whole", codes=["06209"], text="長井市の全域"),
        schemes=["suishin"],
        documents=[Document(format="PDF", size_text="351キロバイト")],
        indicators=[
            Indicator(name="船の数", unit="隻", values=[IndicatorValue(year="令和6年度", value="1,200")])
        ],
        amounts=[Amount(name="総事業費", yen=5000000, text="5百万円")],
        summary="港に人を呼ぶ見本の計画。",
    )
    return told, msgspec.structs.replace(record, **events(told, "amendment"), evidence=told.plan)


def former() -> tuple[Telling, PlanRecord]:
    """The same page before the change: another period, one maker."""
    told = Telling()
    told.say("title", "title-words", "港の計画")
    told.say("certification.date", "era-date", "2020-03-30", "令和2年3月30日")
    told.say("period.end", "era-date", "2023-03-31", "令和5年3月31日まで")
    told.plan["makers.06209"] = Evidence(rule="publisher-implied", value="06209")
    record = PlanRecord(
        id=KEY,
        title="港の計画",
        certification=Certification(date="2020-03-30", date_basis="stated"),
        period=Period(end="2023-03-31"),
        makers=[Maker(code="06209", basis="implied")],
        evidence=told.plan,
    )
    return told, record


def neighbour() -> tuple[Telling, PlanRecord]:
    """The page of the second city: it disagrees on the period, and a person corrected title, scheme, summary."""
    told = Telling()
    told.say("title", "title-words", "湊の計画", "「湊の計画」")
    told.say("period.end", "era-date", "2024-03-31", "令和6年3月31日")
    for code, name in (("06209", "長井市"), ("06213", "南陽市")):
        told.say(f"makers.{code}", "government-name", code, name)
    told.say("schemes.kyoten", "scheme-label", "kyoten", "拠点整備交付金")
    told.say("coverage.codes.06402", "government-name", "06402", "白鷹町")
    told.say("summary", "summary-words", "写しまちがいのある概要。")
    record = PlanRecord(
        id=KEY,
        title="港の計画𠮷",
        period=Period(end="2024-03-31"),
        makers=[Maker(code="06209"), Maker(code="06213")],
        schemes=["suishin"],
        summary="直した概要。",
    )
    return told, msgspec.structs.replace(record, **events(told, "unspecified"), evidence=told.plan)


def written(folder: Path, name: str, told: Telling, plans: list[PlanRecord], last_updated: str) -> str:
    """Write a page's record; return the name of its snapshot."""
    code = name.partition("-")[0]
    told.say_of_page("title", "page-header", f"{name}の計画", f"{name}の計画")
    told.say_of_page("publisher", "government-name", code, "長井市")
    told.say_of_page("last_updated", "era-date", last_updated, f"更新日 {last_updated}")
    told.say_of_page("contact.phone", "page-contact", "0000-00-0000", "0000-00-0000")
    digest = sha256(told.text.encode()).hexdigest()
    page = Page(
        title=f"{name}の計画",
        publisher=Publisher(code=code),
        source=name,
        last_updated=last_updated,
        retrieved="2024-05-01",
        url=f"https://example.org/{name}.html",
        sha256=digest,
        contact=Contact(phone="0000-00-0000", email="sample@example.org"),
        evidence=told.page,
    )
    path = write_new(folder, PageRecord(page=page, plans=plans))
    path.rename(path.with_name(f"{name}-{digest[:8]}.yaml"))
    return f"{name}-{digest[:8]}"


@pytest.fixture(scope="session")
def sourced(tmp_path_factory: pytest.TempPathFactory) -> Sourced:
    """A release whose every value leads back to a made-up page."""
    folder = tmp_path_factory.mktemp("sourced")
    data = folder / "data"
    (data / "plans").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "publication.toml", data)
    hand = PlanRecord(
        id=BY_HAND,
        title="手で書いた計画",
        certification=Certification(date="2019-03-29", date_basis="stated", round=51, round_basis="stated"),
        makers=[Maker(code="06402")],
        schemes=["suishin"],
    )
    texts = {}
    for name, (told, record), day in (
        ("06209-plans", newest(), "2023-04-01"),
        ("06209-plans", former(), "2020-05-01"),
        ("06213-plans", neighbour(), "2021-01-01"),
        ("06402-plans", (Telling(), hand), "2022-01-01"),
    ):
        snapshot = written(data / "plans", name, told, [record], day)
        texts[snapshot] = told.text
    build(data, folder / "dist", as_of="2026-11-21")
    return Sourced(folder / "dist", data, texts)
