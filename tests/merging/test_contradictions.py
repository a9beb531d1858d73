"""What the sources of one plan contradict each other in, and what only looks so."""

from collections.abc import Callable
from typing import Any

import pytest

from saisei_lod.merging import merge
from saisei_lod.records.model import (
    Amendment,
    Amount,
    Certification,
    Coverage,
    Evidence,
    Indicator,
    IndicatorValue,
    Maker,
    Period,
)
from saisei_lod.records.streaming import SourcedPlan
from saisei_lod.wareki import fiscal_years

Said = Callable[..., SourcedPlan]
CERTIFIED = Certification(date="2019-03-29", date_basis="stated", round=51, round_basis="stated")
FOUR = [Maker(code=code) for code in ("06209", "06213", "06402", "06403")]
FIVE = [*FOUR, Maker(code="06401")]


def fields(*sources: SourcedPlan) -> list[str]:
    """Return the fields that the sources disagree on."""
    return [one.field for one in merge(sources).contradictions]


def visitors(value: str) -> list[Indicator]:
    """Return an indicator with one value."""
    return [Indicator(name="来客", values=[IndicatorValue(year="2024", value=value, role="final")])]


def test_round_59_is_of_the_30th_on_one_page_and_of_the_31st_on_another(said: Said) -> None:
    """Both certifications stand as their page has them; the later page's day is published."""
    asahikawa = said(
        "a", "2023-07-14", certification=Certification(date="2021-03-30", date_basis="stated", round=59)
    )
    words = {"certification": "第59回 R3.3.31"}
    yatsushiro = said("b", certification=Certification(date="2021-03-31", round=59), printed=words)
    merged = merge([yatsushiro, asahikawa])
    (found,) = merged.contradictions
    assert (found.field, found.published, found.version) == ("certification.date", "2021-03-30", "")
    assert [(one.value, one.words, one.agrees) for one in found.sayings] == [
        ("2021-03-30", "", True),
        ("2021-03-31", "第59回 R3.3.31", False),
    ]
    assert merged.record.certification.date == "2021-03-30"


def test_two_cities_and_two_towns_are_not_two_cities_and_three(said: Said) -> None:
    """Where no change is listed between them, makers and end of the period contradict each other."""
    old = said("a", "2021-04-01", certification=CERTIFIED, makers=FOUR, period=Period(end="2022-03-31"))
    new = said("b", "2023-04-01", certification=CERTIFIED, makers=FIVE, period=Period(end="2024-03-31"))
    merged = merge([old, new])
    assert [(one.field, one.version, one.published) for one in merged.contradictions] == [
        ("period.end", "2019-03-29", "2024-03-31"),
        ("makers", "2019-03-29", "06209、06213、06401、06402、06403"),
    ]
    assert [(f.code, f.place.file, f.text) for f in merged.findings] == [
        ("sources-disagree", "data/plans/a.yaml", "2022-03-31"),
        ("sources-disagree", "data/plans/a.yaml", "06209、06213、06402、06403"),
    ]


def test_an_amendment_explains_what_differs(said: Said) -> None:
    """Listings of different versions contradict each other in certification and common events alone."""
    old = said("a", title="旧", certification=CERTIFIED, makers=FOUR, schemes=["suishin"])
    change = Amendment(date="2021-03-30", date_basis="stated")
    new = said("b", title="新", certification=CERTIFIED, amendments=[change], makers=FIVE, schemes=["kigyou"])
    assert fields(old, new) == []
    other = Certification(date="2019-03-28", round=51, round_basis="stated")
    assert fields(old, said("b", certification=other, amendments=[change])) == ["certification.date"]


def test_one_fiscal_year_in_two_eras_agrees(said: Said) -> None:
    """平成32年度 and 令和2年度 are one year, and its last day is a day of it."""
    periods = [
        Period(start=year.first_day, end=year.last_day, precision="fiscal_year")
        for text in ("平成32年度", "令和2年度")
        for year in fiscal_years(text)
    ]
    day = Period(start="2020-08-30", end="2021-03-31")
    assert fields(*[said(name, period=one) for name, one in zip("abc", [*periods, day], strict=True)]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "計画~A~"}, {"title": "計画 〜Ａ〜"}),
        ({"period": Period(end="2022-03", precision="month")}, {"period": Period(end="2022-03-31")}),
        ({"status": "current"}, {"status": "ended"}),
        ({"makers": FOUR}, {"makers": []}),
        ({"makers": FOUR}, {"makers": [Maker(code="06401", basis="implied")]}),
        ({"makers": FOUR}, {"makers": [*FOUR[:3], Maker(name="ある町")]}),
        ({"coverage": Coverage(kind="whole")}, {"coverage": Coverage(text="全域")}),
        ({"schemes": ["kigyou", "suishin"]}, {"schemes": ["suishin", "kigyou"]}),
        ({"amendments": [Amendment(date="2020-08-21", kind="minor")]}, {"amendments": []}),
    ],
    ids=[
        "width",
        "month",
        "status",
        "silence",
        "implied",
        "unknown-maker",
        "area",
        "order",
        "one-page-alone",
    ],
)
def test_what_is_no_contradiction(one: dict[str, Any], other: dict[str, Any], said: Said) -> None:
    """Spelling, precision, silence, what is implied and the status on a page's day contradict nothing."""
    assert fields(said("a", **one), said("b", **other)) == []


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("title", {"title": "甲"}, {"title": "乙"}),
        ("period.start", {"period": Period(start="2019-03-29")}, {"period": Period(start="2019-04-01")}),
        ("makers", {"makers": FOUR}, {"makers": [Maker(code="06401"), Maker(name="ある町")]}),
        ("coverage.kind", {"coverage": Coverage(kind="whole")}, {"coverage": Coverage(kind="part")}),
        ("coverage.codes", {"coverage": Coverage(codes=["06209"])}, {"coverage": Coverage(codes=["06213"])}),
        ("schemes", {"schemes": ["kigyou"]}, {"schemes": ["suishin"]}),
        (
            "amounts.事業費",
            {"amounts": [Amount(name="事業費", yen=1)]},
            {"amounts": [Amount(name="事業費", yen=2)]},
        ),
        (
            "indicators.来客 final 2024",
            {"indicators": visitors("1")},
            {"indicators": visitors("2")},
        ),
        (
            "certification.round",
            {"certification": Certification(date="2019-03-29", round=51)},
            {"certification": Certification(date="2019-03-29", round=50)},
        ),
        (
            "amendments.2020-08-21.kind",
            {"amendments": [Amendment(date="2020-08-21", kind="minor")]},
            {"amendments": [Amendment(date="2020-08-21", kind="amendment")]},
        ),
        (
            "amendments.2020-08-21.round",
            {"amendments": [Amendment(date="2020-08-21", round=57)]},
            {"amendments": [Amendment(date="2020-08-21", round=56)]},
        ),
        (
            "amendments.2020-08-21.date",
            {"amendments": [Amendment(date="2020-08-21", round=57)]},
            {"amendments": [Amendment(date="2020-08-20", round=57)]},
        ),
    ],
)
def test_every_compared_field(field: str, one: dict[str, Any], other: dict[str, Any], said: Said) -> None:
    """Two values that cannot both be true are one contradiction, and one finding at the source heard later."""
    merged = merge([said("a", **one), said("b", **other)])
    assert [found.field for found in merged.contradictions] == [field]
    assert [(f.code, f.place.file) for f in merged.findings] == [("sources-disagree", "data/plans/b.yaml")]


def test_what_was_inferred_contradicts_nothing(said: Said) -> None:
    """No page says it."""
    inferred = Certification(date="2021-03-30", date_basis="inferred", round=59, round_basis="stated")
    stated = Certification(date="2021-03-31", date_basis="stated", round=58, round_basis="inferred")
    assert fields(said("a", certification=inferred), said("b", certification=stated)) == []


def test_what_a_page_said_before_is_a_remark(said: Said) -> None:
    """A later snapshot speaks for its page; another page that agrees with the earlier one still disagrees."""
    before = said("p@1", "2020-04-01", schemes=["suishin"])
    after = said("p@2", "2023-04-01", schemes=["kigyou"])
    other = said("q", "2021-04-01", schemes=["suishin"])
    assert [(f.code, f.place.file) for f in merge([before, after, other]).findings] == [
        ("sources-disagree", "data/plans/q.yaml"),
        ("page-said-otherwise", "data/plans/p@1.yaml"),
    ]


def test_the_words_are_those_of_the_evidence_at_the_source_s_own_path(said: Said) -> None:
    """The day under which a source has an event names its evidence, not the day that is published."""
    evidence = {
        "amendments.2021-03-31.date": Evidence(rule="day", value="2021-03-31", at="3-9", words="R3.3.31")
    }
    one = said("a", "2023-01-01", amendments=[Amendment(date="2021-03-30", round=59)])
    other = said("b", amendments=[Amendment(date="2021-03-31", round=59)], evidence=evidence)
    (found,) = merge([one, other]).contradictions
    assert [(saying.words, saying.place) for saying in found.sayings] == [
        ("", "amendments[0].date"),
        ("R3.3.31", "amendments[0].date"),
    ]


def test_a_finding_names_the_line_of_the_field(said: Said) -> None:
    """Who is told of a contradiction is led to the line where it stands."""
    lines = {"": 3, "period": 9, "period.end": 11}
    old = said("a", period=Period(end="2022-03-31"))._replace(lines=lines)
    (found,) = merge([old, said("b", "2023-04-01", period=Period(end="2024-03-31"))]).findings
    assert (found.place.line, found.place.path) == (11, "period.end")
    assert "2024-03-31" in found.message.en
