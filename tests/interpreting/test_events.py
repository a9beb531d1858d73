"""Days and rounds of plans."""

from collections.abc import Callable

import pytest

from saisei_lod.interpreting import Reading
from saisei_lod.records.model import Amendment, Certification

Read = Callable[..., Reading]
PAGE = "海の計画\n■認定日及び変更日\n{}\n■概要\n海を生かす。"


def read_days(read: Read, days: str) -> tuple[Certification, list[Amendment], list[str]]:
    """Return certification, changes and the codes of findings of a page with these days."""
    found = read(PAGE.format(days), publisher="06209")
    plan = found.record.plans[0]
    return plan.certification, plan.amendments, [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("令和2年3月30日(第55回)認定", ("2020-03-30", "stated", 55, "stated")),
        ("令和2年3月30日認定", ("2020-03-30", "stated", 55, "inferred")),
        ("令和2年3月30日(第五十五回)認定", ("2020-03-30", "stated", 55, "stated")),
        ("第56回", ("2020-07-03", "inferred", 56, "stated")),
        ("第55回", (None, None, 55, "stated")),
        ("令和2年1月1日認定", ("2020-01-01", "stated", None, None)),
        ("令和8年1月21日認定", ("2026-01-21", "stated", None, None)),
        ("令和2年3月(第55回)認定", ("2020-03", "stated", 55, "stated")),
        ("令和2年3月31日(第55回)認定", ("2020-03-31", "stated", 55, "stated")),
    ],
)
def test_what_is_not_stated_is_inferred_where_one_answer_is_known(
    read: Read, days: str, expected: tuple[object, ...]
) -> None:
    """A day tells its round and a round its day where the table knows exactly one; the basis says so."""
    certification, _, findings = read_days(read, days)
    assert (
        certification.date,
        certification.date_basis,
        certification.round,
        certification.round_basis,
    ) == expected
    assert findings == []


def test_a_day_that_is_not_the_round_s_is_reported_and_kept(read: Read) -> None:
    """Both stand as printed; the finding names the known days."""
    certification, _, findings = read_days(read, "令和2年3月29日(第55回)認定")
    assert (certification.date, certification.round, findings) == ("2020-03-29", 55, ["round-day-mismatch"])


def test_the_message_of_a_mismatch_tells_what_is_known(read: Read) -> None:
    """The finding says round, printed day and known days in both languages, with its line."""
    found = read(PAGE.format("令和2年3月29日(第55回)認定"), publisher="06209").findings[0]
    assert found.place.line == 3
    assert all(word in found.message.ja for word in ("第55回", "2020-03-29", "2020-03-30, 2020-03-31"))
    assert "round 55" in found.message.en


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ("令和9年13月1日(第56回)認定", "date-impossible"),
        ("平成32年3月1日(第56回)認定", "date-after-era"),
        ("令和元年4月1日(第56回)認定", "date-before-era"),
        ("平成28(2017)年3月15日(第56回)認定", "date-years-disagree"),
    ],
)
def test_a_wrong_day_is_no_day_and_its_round_gives_none(read: Read, days: str, code: str) -> None:
    """A day that cannot be is a violation; it is not replaced by the day of the round."""
    certification, _, findings = read_days(read, days)
    assert (certification.date, certification.round, findings) == (None, 56, [code])


@pytest.mark.parametrize(
    ("words", "kind", "number"),
    [
        ("令和2年8月21日変更認定", "amendment", 57),
        ("令和2年8月21日変更", "unspecified", 57),
        ("令和2年8月21日軽微な変更", "minor", None),
        ("令和2年8月21日認定取消し", "revocation", None),
        ("令和6年8月16日第71回変更認定", "amendment", 71),
    ],
)
def test_the_word_behind_a_day_tells_the_kind_of_event(
    read: Read, words: str, kind: str, number: int | None
) -> None:
    """Minor changes and revocations happen outside the rounds, so their day implies none."""
    _, changes, findings = read_days(read, f"令和2年3月30日(第55回)認定\n{words}")
    assert [(change.kind, change.round) for change in changes] == [(kind, number)]
    assert findings == []


def test_the_other_numbering_is_no_round(read: Read) -> None:
    """令和5年度第3回 counts donations' rounds of a fiscal year, not 第3回."""
    certification, _, findings = read_days(read, "令和6年3月28日認定(令和5年度第3回)")
    assert (certification.date, certification.round) == ("2024-03-28", 70)
    assert certification.round_basis == "inferred"
    assert "words-not-understood" in findings


def test_a_second_certification_is_not_understood(read: Read) -> None:
    """A plan is certified once; the second statement is reported."""
    certification, changes, findings = read_days(
        read, "令和2年3月30日(第55回)認定\n令和2年7月3日(第56回)認定"
    )
    assert (certification.round, changes, findings) == (55, [], ["words-not-understood"])
