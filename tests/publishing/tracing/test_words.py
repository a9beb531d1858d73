import pytest

from saisei_lod.merging import MergedPlan
from saisei_lod.publishing.tracing.particulars import particular
from saisei_lod.publishing.tracing.words import spelled
from saisei_lod.records.model import Certification, Maker, PlanRecord


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "港の計画"),
        ("makers", "旭川市 (01204)、鷹栖町 (01452)"),
        ("makers[1].code", "鷹栖町 (01452)"),
        ("makers[1].name", "鷹栖町"),
        ("coverage.codes", "旭川市 (01204)、鷹栖町 (01452)"),
        ("coverage.codes[0]", "旭川市 (01204)"),
        ("coverage", "旭川市及び鷹栖町の全域"),
        ("schemes[0]", "地方創生推進交付金 (suishin)"),
        ("period", "2020-04-01 - 2023-03-31"),
        ("certification", "2020-03-30 第55回"),
        ("amendments[1]", "2020-08-21 minor"),
        ("amendments[0].round", "57"),
        ("documents", "PDF 310キロバイト https://example.org/a.pdf"),
        ("lines", "32、35"),
        ("own.title_en", "Harbour plan"),
        ("own.summary_fr", ""),
    ],
)
def test_a_value_is_spelled_for_an_officer(whole: MergedPlan, field: str, words: str) -> None:
    """With the names of codes and slugs."""
    assert spelled(whole.record, field) == words


def test_blanks_around_a_value_can_be_seen() -> None:
    """They would be the mistake."""
    assert spelled(PlanRecord(title="計画 "), "title") == "「計画 」"


def test_unknown_codes_and_slugs_stay_as_they_are() -> None:
    """Nothing is guessed."""
    record = PlanRecord(makers=[Maker(code="99999")], schemes=["unheard-of"])
    assert [spelled(record, field) for field in ("makers[0].code", "schemes[0]")] == ["99999", "unheard-of"]


CITY = PlanRecord(
    certification=Certification(date="2020-03-29", round=55),
    makers=[Maker(code="28221"), Maker(code="06209"), Maker(code="99999")],
    schemes=["michi-seibi", "digiden", "unheard-of"],
)


@pytest.mark.parametrize(
    ("code", "field", "ja", "en"),
    [
        (
            "event-day-not-of-round",
            "certification.date",
            "第55回の認定日: 2020-03-30、2020-03-31",
            "round 55",
        ),
        ("scheme-outside-validity", "schemes[0]", "2005-04-01 ～ 2016-04-20", "michi-seibi (2005-04-01"),
        ("scheme-outside-validity", "schemes[1]", "2022年度 ～ 2024年度", "FY2022 ～ FY2024"),
        ("scheme-outside-validity", "schemes[2]", "", ""),
        ("maker-not-in-existence", "makers[1].code", "長井市が存在した日", "長井市 existed"),
        ("maker-not-in-existence", "makers[2].code", "", ""),
        ("change-before-certification", "amendments[0].date", "（2020-03-29）以後", "(2020-03-29)"),
        ("period-ended-before-event", "period.end", "（2020-03-29）以後", "(2020-03-29)"),
        ("event-fiscal-year-invalid", "certification.date", "2003年度", "FY2003"),
        ("title-invalid", "title", "", ""),
    ],
)
def test_our_tables_tell_what_was_expected(code: str, field: str, ja: str, en: str) -> None:
    """Where they tell more than the rule; else nothing."""
    said = particular(code, CITY, field)
    assert ja in said.ja
    assert en in said.en
    assert bool(said.ja) == bool(ja)


def test_an_ended_place_is_told_its_successor() -> None:
    """The officer sees what to write instead."""
    record = PlanRecord(makers=[Maker(code="22202")])
    assert "現在は 浜松市 (22130)" in particular("maker-not-in-existence", record, "makers[0].code").ja
