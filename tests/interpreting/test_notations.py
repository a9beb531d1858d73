"""Every notation of days, rounds and periods that pages print, through ``saisei read`` on a small page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.cli import main

Read = Callable[[str], dict[str, Any]]


@pytest.fixture
def read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Read:
    """Return a function from the body of an HTML page to what the command prints."""

    def reading(body: str) -> dict[str, Any]:
        page = tmp_path / "page.html"
        page.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{body}</body>", encoding="utf-8")
        main(["read", str(page), "--publisher", "01204", "--format", "json", "--quiet"])
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        return said

    return reading


def table(head: str, *rows: str) -> str:
    """Return a table with a header; cells stand between bars."""
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return "<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head.split("|")) + f"</tr>{lines}</table>"


def codes(said: dict[str, Any]) -> list[str]:
    """Return the codes of the findings."""
    return [finding["code"] for finding in said["findings"]]


def certified(plan: dict[str, Any]) -> tuple[str | None, str | None, int | None, str | None]:
    """Return day and round of the certification, each with its basis."""
    event = plan["certification"]
    return event["date"], event["date_basis"], event["round"], event["round_basis"]


DAYS = [
    ("令和元年11月8日", ("2019-11-08", "stated", 54, "inferred")),
    ("R6.3.28", ("2024-03-28", "stated", 70, "inferred")),
    ("H27.10.2", ("2015-10-02", "stated", 33, "inferred")),
    ("平成28(2016)年3月18日", ("2016-03-18", "stated", None, None)),
    ("令和2年 (2020年) 8月 7日", ("2020-08-07", "stated", None, None)),
    ("2019年05月13日", ("2019-05-13", "stated", None, None)),
    ("2020年(令和2年)3月30日", ("2020-03-30", "stated", 55, "inferred")),
    ("R2(2020).3.30", ("2020-03-30", "stated", 55, "inferred")),
    ("平成31(令和元)年5月31日", ("2019-05-31", "stated", None, None)),
    ("令2.3.30", ("2020-03-30", "stated", 55, "inferred")),
    ("2020/3/30", ("2020-03-30", "stated", 55, "inferred")),
    ("第31回(平成27年3月27日)", ("2015-03-27", "stated", 31, "stated")),
    ("令和2年3月30日 第55回認定", ("2020-03-30", "stated", 55, "stated")),
    ("第41回認定", ("2017-02-24", "inferred", 41, "stated")),
    ("令和3年3月", ("2021-03", "stated", None, None)),
    ("２０２０年３月３０日", ("2020-03-30", "stated", 55, "inferred")),
    ("令和二年三月三十日(第五十五回)", ("2020-03-30", "stated", 55, "stated")),
    ("令和2年3月30日(月)", ("2020-03-30", "stated", 55, "inferred")),
    ("令和2年3月30日（月曜日）（第55回）", ("2020-03-30", "stated", 55, "stated")),
    ("令和2年3月30日 月曜日", ("2020-03-30", "stated", 55, "inferred")),
    ("令和2年3月30日付け", ("2020-03-30", "stated", 55, "inferred")),
]


@pytest.mark.parametrize(("printed", "expected"), DAYS)
def test_a_day_of_certification(read: Read, printed: str, expected: tuple[object, ...]) -> None:
    """Day and round are as printed; what follows from the other is marked so."""
    said = read(table("認定年月日|計画名", f"{printed}|海の計画"))
    assert (certified(said["plans"][0]), codes(said)) == (expected, [])


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("令和2年(2021年)3月30日", "date-years-disagree"),
        ("平成28(2017)年3月18日", "date-years-disagree"),
        ("R2(2021).3.30", "date-years-disagree"),
        ("平成32年3月30日", "date-after-era"),
        ("令和2年2月30日", "date-impossible"),
        ("3月30日", "words-not-understood"),
        ("令和5年度第3回", "words-not-understood"),
    ],
)
def test_a_day_that_cannot_be_is_a_finding(read: Read, printed: str, code: str) -> None:
    """Eras and western years that disagree, ended eras and days without a year give no day."""
    said = read(table("認定年月日|計画名", f"{printed}|海の計画"))
    assert (said["plans"][0]["certification"]["date"], code in codes(said)) == (None, True)


REPEATED = [
    ("令和2年3月30日(第55回)", "〃", ("2020-03-30", "stated", 55, "stated")),
    ("令和2年3月30日(第55回)", "同日", ("2020-03-30", "stated", 55, "stated")),
    ("第55回(令和2年3月30日)", "〃 (令和2年3月31日)", ("2020-03-31", "stated", 55, "stated")),
    ("第55回", "〃(令和2年3月30日)", ("2020-03-30", "stated", 55, "stated")),
    ("令和4年3月30日", "〃(第63回)", ("2022-03-30", "stated", 63, "stated")),
    ("令和2年3月30日(第55回)", "同上 令和2年3月31日", ("2020-03-31", "stated", 55, "stated")),
]


@pytest.mark.parametrize(("above", "printed", "expected"), REPEATED)
def test_a_mark_repeats_what_is_not_printed_again(
    read: Read, above: str, printed: str, expected: tuple[object, ...]
) -> None:
    """〃 alone is the cell above; with another day it is the round, with a round the day."""
    said = read(table("認定年月日(認定回)|計画名", f"{above}|海の計画", f"{printed}|山の計画"))
    assert certified(said["plans"][1]) == expected


def test_a_mark_with_a_change_repeats_the_certification(read: Read) -> None:
    """〃(令和3年3月30日変更認定) is the certification above with a change of its own."""
    said = read(
        table("認定日|計画名", "令和2年3月30日(第55回)|海の計画", "〃(令和3年3月30日変更認定)|山の計画")
    )
    plan = said["plans"][1]
    assert certified(plan) == ("2020-03-30", "stated", 55, "stated")
    assert [(event["date"], event["kind"]) for event in plan["amendments"]] == [("2021-03-30", "amendment")]


CHANGES = [
    ("令和2年8月21日変更認定、同日軽微な変更", [("2020-08-21", "amendment"), ("2020-08-21", "minor")]),
    ("令和2年8月21日、同年11月6日", [("2020-08-21", "amendment"), ("2020-11-06", "amendment")]),
    ("R2.8.21、同年11月6日", [("2020-08-21", "amendment"), ("2020-11-06", "amendment")]),
    ("令和2年8月21日(同年11月6日軽微な変更)", [("2020-08-21", "amendment"), ("2020-11-06", "minor")]),
    ("第57回(令和2年8月21日)<br>第59回(令和3年3月30日)", [("2020-08-21", "amendment"), ("2021-03-30", "amendment")]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), CHANGES)
def test_days_of_changes(read: Read, printed: str, expected: list[tuple[str, str]]) -> None:
    """A day may be told by the one before it: 同日, 同年."""
    said = read(table("認定日|変更認定日|計画名", f"令和2年3月30日|{printed}|海の計画"))
    found = [(event["date"], event["kind"]) for event in said["plans"][0]["amendments"]]
    assert (found, codes(said)) == (expected, [])


def test_the_same_day_as_nothing_is_a_finding(read: Read) -> None:
    """同日 as the first change of the first row refers to no day."""
    said = read(table("認定日|変更認定日|計画名", "令和2年3月30日|同日|海の計画"))
    assert (said["plans"][0]["amendments"], codes(said)) == ([], ["words-not-understood"])


REACHED = "era-never-reached"
PERIODS = [
    ("平成17~21年度", ("2005-04-01", "2010-03-31", "fiscal_year"), []),
    ("令和7~9年度", ("2025-04-01", "2028-03-31", "fiscal_year"), []),
    ("平成22年度から27年度", ("2010-04-01", "2016-03-31", "fiscal_year"), []),
    ("平成28年度から平成32年度(5年間)", ("2016-04-01", "2021-03-31", "fiscal_year"), [REACHED]),
    ("平成29年 6月~", ("2017-06", None, "month"), []),
    ("平成23年年度", ("2011-04-01", "2012-03-31", "fiscal_year"), []),
    ("2019年度~23年度", ("2019-04-01", "2024-03-31", "fiscal_year"), []),
    ("令和4年度(2022年度)から令和8年度(2026年度)まで", ("2022-04-01", "2027-03-31", "fiscal_year"), []),
    ("令和4年度(2022年度)から", ("2022-04-01", None, "fiscal_year"), []),
    ("令和4(2022)年度～令和8(2026)年度", ("2022-04-01", "2027-03-31", "fiscal_year"), []),
    ("平成31(令和元)年度", ("2019-04-01", "2020-03-31", "fiscal_year"), []),
    ("平成31(令和元)年度~令和5年度", ("2019-04-01", "2024-03-31", "fiscal_year"), []),
    ("平成27年度~平成31年度(令和元年度)", ("2015-04-01", "2020-03-31", "fiscal_year"), []),
    ("H29.4~H34.3", ("2017-04", "2022-03", "month"), [REACHED]),
    ("H29.4.1~H34.3.31", ("2017-04-01", "2022-03-31", "day"), [REACHED]),
    ("2021.4～2026.3", ("2021-04", "2026-03", "month"), []),
    ("認定の日から令和5年3月31日まで", (None, "2023-03-31", "day"), ["period-start-not-dated"]),
    ("認定日～令和7年3月31日", (None, "2025-03-31", "day"), ["period-start-not-dated"]),
    ("認定を受けた日から令和6年度末まで", (None, "2025-03-31", "fiscal_year"), ["period-start-not-dated"]),
    ("令和2年3月30日(認定日)から令和5年3月31日まで", ("2020-03-30", "2023-03-31", "day"), []),
    ("認定日(令和2年3月30日)から令和5年3月31日まで", ("2020-03-30", "2023-03-31", "day"), []),
    ("同日から令和5年3月31日まで", ("2020-03-30", "2023-03-31", "day"), []),
    ("~令和7年度", (None, "2026-03-31", "fiscal_year"), []),
    ("令和7年3月31日まで", (None, "2025-03-31", "day"), []),
    ("令和3年4月1日から同年9月30日まで", ("2021-04-01", "2021-09-30", "day"), []),
    ("令和3年4月1日から翌年3月31日まで", ("2021-04-01", "2022-03-31", "day"), []),
    ("令和3年4月～9月", ("2021-04", "2021-09", "month"), []),
    ("令和3年4月1日から令和8年3月末日まで", ("2021-04-01", "2026-03-31", "day"), []),
    ("令和3年4月1日から5年間", ("2021-04-01", None, "day"), ["period-end-not-dated"]),
    ("自 令和3年4月1日 至 令和8年3月31日", ("2021-04-01", "2026-03-31", "day"), []),
    ("令和3年4月1日~令和8年3月31日(変更前:令和6年3月31日)", ("2021-04-01", "2026-03-31", "day"), []),
    ("令和三年四月一日から令和八年三月三十一日まで", ("2021-04-01", "2026-03-31", "day"), []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected", "found"), PERIODS)
def test_a_period(
    read: Read, printed: str, expected: tuple[str | None, str | None, str], found: list[str]
) -> None:
    """Precision is kept, a missing bound stays missing, and a bound named without a date is told."""
    said = read(table("認定日|計画名|計画期間", f"令和2年3月30日(第55回)|海の計画|{printed}"))
    lasting = said["plans"][0]["period"]
    assert ((lasting["start"], lasting["end"], lasting["precision"]), codes(said)) == (expected, found)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("令和4年度(2023年度)から", ["date-years-disagree", "period-not-understood"]),
        ("令和4(2023)年度~令和8年度", ["date-years-disagree", "period-not-understood"]),
        ("R3~R7", ["period-not-understood"]),
        ("令和3年~令和7年", ["period-not-understood"]),
        ("計画認定の日から5年間", ["period-not-understood"]),
        ("令和8年度~令和3年度", ["date-impossible", "period-not-understood"]),
        ("令和3年度~令和7年度、令和9年度", ["period-not-understood"]),
    ],
)
def test_a_period_that_is_not_told_is_null(read: Read, printed: str, found: list[str]) -> None:
    """Years of which it is not said that they are fiscal ones, and years that disagree, give no period."""
    said = read(table("認定日|計画名|計画期間", f"令和2年3月30日(第55回)|海の計画|{printed}"))
    assert (said["plans"][0]["period"], codes(said)) == (None, found)


def test_a_column_of_fiscal_years_may_print_their_numbers(read: Read) -> None:
    """R3~R7 under 計画期間(年度) are fiscal years."""
    said = read(
        table("認定日|計画名|計画期間(年度)", "R2.3.30|海の計画|R3~R7", "R2.3.30|山の計画|令和3年～令和7年")
    )
    expected = {"start": "2021-04-01", "end": "2026-03-31", "precision": "fiscal_year"}
    assert [plan["period"] for plan in said["plans"]] == [expected, expected]


def test_a_period_that_ends_first_is_recorded_as_printed(read: Read) -> None:
    """Which of the two days is wrong nobody knows: both stand in the record, with a finding."""
    said = read(
        table("認定日|計画名|計画期間", "令和2年3月30日|海の計画|令和3年4月1日から令和2年3月31日まで")
    )
    lasting = said["plans"][0]["period"]
    assert (lasting["start"], lasting["end"], codes(said)) == (
        "2021-04-01",
        "2020-03-31",
        ["period-ends-first"],
    )
