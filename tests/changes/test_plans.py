"""What changed of plans: what happened is told apart from what was said wrongly."""

from typing import Any

import pytest

from saisei_lod.changes.model import Nature
from saisei_lod.records.model import Certification, Maker, Period

KEY = "r055-06209-0a0a0a0a"
OTHER = "d20210330-06209-0b0b0b0b"


def told(changes: Any) -> list[tuple[str, str, str, bool]]:
    """Nature, kind, date and lateness of each change."""
    return [(c.nature.value, c.kind, c.date, c.late) for c in changes.changes]


def details(changes: Any) -> list[tuple[str, list[str], list[str]]]:
    """Field, old and new values of the only change."""
    (change,) = changes.changes
    return [(d.field, [v.ja for v in d.old], [v.ja for v in d.new]) for d in change.details]


def test_the_same_release_has_no_changes(compare: Any) -> None:
    """Nothing differs, and no period ended."""
    assert told(compare([compare.plan()], [compare.plan()])) == []


@pytest.mark.parametrize(
    ("certified", "expected"),
    [
        ("2021-03-30", ("world", "plan-certified", "2021-03-30", False)),
        ("2019-03-29", ("record", "plan-added", "2019-03-29", False)),
    ],
)
def test_a_new_plan_is_certified_since_or_newly_recorded(
    certified: str, expected: tuple[str, str, str, bool], compare: Any
) -> None:
    """Its certification's day tells which."""
    new = compare.plan(OTHER, certification=Certification(date=certified, date_basis="stated"), amendments=[])
    assert told(compare([], [new])) == [expected]


def test_an_amendment_carries_what_it_changed(compare: Any) -> None:
    """The new version's title and period belong to the event, and are no corrections."""
    new = compare.plan(
        title="新しい港の計画",
        amendments=[compare.changed("2020-08-21"), compare.changed("2021-08-20")],
        period=Period(start="2020-03-30", end="2027-03-31"),
    )
    changes = compare([compare.plan()], [new])
    assert told(changes) == [("world", "plan-amended", "2021-08-20", False)]
    assert details(changes) == [
        ("period.periodEnd", ["2025-03-31"], ["2027-03-31"]),
        ("title", ["港の計画"], ["新しい港の計画"]),
    ]


def test_an_event_before_the_former_release_is_known_late(compare: Any) -> None:
    """It happened, but not since then."""
    new = compare.plan(amendments=[compare.changed("2020-08-21"), compare.changed("2020-11-06", "minor")])
    assert told(compare([compare.plan()], [new])) == [("world", "plan-amended", "2020-11-06", True)]


def test_a_wrong_date_is_a_correction(compare: Any) -> None:
    """The event of another day is the same event, with all that hangs on its day."""
    changes = compare([compare.plan(amendments=[compare.changed("2020-08-12")])], [compare.plan()])
    assert told(changes) == [("correction", "plan-corrected", "", False)]
    assert details(changes) == [("event.date", ["2020-08-12"], ["2020-08-21"])]


def test_a_wrong_date_beside_a_new_event(compare: Any) -> None:
    """The event since the former release is the new one, and the other one was corrected."""
    old = compare.plan(amendments=[compare.changed("2020-08-12")])
    new = compare.plan(amendments=[compare.changed("2020-08-21"), compare.changed("2021-08-20")])
    assert told(compare([old], [new])) == [
        ("world", "plan-amended", "2021-08-20", False),
        ("correction", "plan-corrected", "", False),
    ]


def test_a_value_said_otherwise_is_a_correction(compare: Any) -> None:
    """Title, makers and period of the same version."""
    new = compare.plan(title="湊の計画", makers=[Maker(code="06209"), Maker(code="06402")], schemes=[])
    changes = compare([compare.plan()], [new])
    assert told(changes) == [("correction", "plan-corrected", "", False)]
    assert {field for field, _, _ in details(changes)} >= {"title", "maker", "scheme"}


def test_the_kind_of_an_event_can_be_corrected(compare: Any) -> None:
    """変更 turns out to be 変更認定."""
    changes = compare(
        [compare.plan(amendments=[compare.changed("2020-08-21", "unspecified")])], [compare.plan()]
    )
    assert [field for field, _, _ in details(changes)] == ["event.kind"]


def test_an_event_that_is_taken_back_is_a_correction(compare: Any) -> None:
    """There never was one."""
    changes = compare([compare.plan()], [compare.plan(amendments=[])])
    assert told(changes) == [("correction", "plan-corrected", "", False)]
    assert ("event", ["2020-08-21 Amendment"], []) in details(changes)


@pytest.mark.parametrize(
    ("kind", "expected"), [("revocation", "plan-revoked"), ("combination", "plan-combined")]
)
def test_a_plan_is_closed(kind: str, expected: str, compare: Any) -> None:
    """By a revocation or by being combined into another; its period does not end again after that."""
    new = compare.plan(amendments=[compare.changed("2020-08-21"), compare.changed("2021-12-01", kind)])
    days = ("2021-01-01", "2026-01-01")
    assert told(compare([compare.plan()], [new], days)) == [("world", expected, "2021-12-01", False)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2025-03-31", "2025-04-01"), ["plan-ended"]),
        (("2025-01-01", "2025-03-31"), []),
        (("2025-04-01", "2026-01-01"), []),
    ],
)
def test_a_period_ends_when_its_last_day_has_passed(
    days: tuple[str, str], expected: list[str], compare: Any
) -> None:
    """The last day belongs to the period; nothing else need differ between the releases."""
    assert [kind for _, kind, _, _ in told(compare([compare.plan()], [compare.plan()], days))] == expected


def test_a_source_that_lists_a_plan_as_ended(compare: Any) -> None:
    """The heading of a page is news of its own."""
    changes = compare([compare.plan(status="current")], [compare.plan(status="ended")])
    assert told(changes) == [("world", "plan-listed-as-ended", "", False)]


def test_only_places_in_the_source_differ(compare: Any) -> None:
    """That is told as a reading, not as a correction."""
    changes = compare([compare.plan(lines=(3, 9))], [compare.plan(lines=(4, 10))])
    assert told(changes) == [("record", "plan-read-again", "", False)]


def test_a_record_that_was_deleted(compare: Any) -> None:
    """The plan is withdrawn from the data, which does not revoke it."""
    assert told(compare([compare.plan()], [])) == [("correction", "plan-withdrawn", "", False)]


def test_a_plan_under_another_key(compare: Any) -> None:
    """A former key leads to the plan that was there before: one change, not two."""
    changes = compare([compare.plan()], [compare.plan(OTHER, former_ids=[KEY])])
    assert told(changes) == [("correction", "plan-renamed", "", False)]
    assert details(changes) == [("key", [KEY], [OTHER])]


def test_every_kind_has_a_nature(compare: Any) -> None:
    """World changes and corrections are never of one kind."""
    changes = compare([compare.plan()], [compare.plan(title="湊の計画", status="ended")])
    assert {change.nature for change in changes.changes} == {Nature.WORLD, Nature.CORRECTION}
