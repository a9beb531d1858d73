"""Comparing a kept record with a new reading of its page."""

import msgspec
import pytest

from saisei_lod.records.comparing import Difference, as_text, compare, matched, says_otherwise
from saisei_lod.records.keys import title_hash
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Evidence,
    Maker,
    OwnWords,
    Page,
    PageRecord,
    Period,
    PlanRecord,
)

_PLAN = PlanRecord(
    id="r055-01204-3476059d",
    title="青少年ICTパークプロジェクト",
    certification=Certification(date="2020-03-30", round=55),
    period=Period(start="2020-03-30", end="2023-03-31"),
    makers=[Maker(code="01204")],
    schemes=["suishin"],
    lines=(47, 51),
    printed={"certification": "令和2年3月30日(第55回)", "period": "令和2年3月30日から令和5年3月31日まで"},
)
_PAGE = Page(title="地域再生計画", sha256="0" * 64)


def _record(*plans: PlanRecord, sha256: str = "0" * 64) -> PageRecord:
    return PageRecord(page=msgspec.structs.replace(_PAGE, sha256=sha256), plans=list(plans))


def _changed(**fields: object) -> PlanRecord:
    return msgspec.structs.replace(_PLAN, **fields)


def _compared(kept: PlanRecord, read: PlanRecord) -> list[tuple[str, str, str, str]]:
    """Compare two readings of one snapshot."""
    differences = compare(_record(kept), _record(read))
    return [(found.field, found.kept, found.read, found.kind) for found in differences]


def _later(kept: PlanRecord, read: PlanRecord) -> list[tuple[str, str, str, str]]:
    """Compare with a reading of another snapshot, whose hash is no news."""
    differences = compare(_record(kept), _record(read, sha256="1" * 64))
    return [(found.field, found.kept, found.read, found.kind) for found in differences if found.plan]


def test_the_same_reading_shows_no_difference() -> None:
    """A page read again as it was gives nothing to look at."""
    assert compare(_record(_PLAN), _record(_PLAN)) == []


def test_a_value_that_differs_under_the_same_words_was_corrected() -> None:
    """The page prints what it printed, so a person changed the value."""
    kept = _changed(period=Period(start="2020-03-30", end="2024-03-31"))
    assert _compared(kept, _PLAN) == [
        (
            "period",
            '{"start":"2020-03-30","end":"2024-03-31","precision":"day"}',
            '{"start":"2020-03-30","end":"2023-03-31","precision":"day"}',
            "corrected",
        )
    ]


def test_a_value_that_differs_under_other_words_changed_at_the_source() -> None:
    """The page prints other words, so the world has changed."""
    words = {**_PLAN.printed, "period": "令和2年3月30日から令和6年3月31日まで"}
    read = _changed(period=Period(start="2020-03-30", end="2024-03-31"), printed=words)
    ((field, _, _, kind),) = _later(_PLAN, read)
    assert (field, kind) == ("period", "source-changed")


def test_one_snapshot_does_not_change() -> None:
    """Whatever words the readings keep, the same bytes say the same: a person changed the value."""
    read = _changed(schemes=[], printed={**_PLAN.printed, "schemes": "なし"})
    assert [kind for _, _, _, kind in _compared(_PLAN, read)] == ["corrected"]


def _seen(plan: PlanRecord, **evidence: Evidence) -> PlanRecord:
    """Return a plan whose certification, period, makers and schemes have the evidence of what was read."""
    assert plan.period is not None
    read = {
        "certification.date": plan.certification.date,
        "certification.round": str(plan.certification.round),
        "period.start": plan.period.start,
        "period.end": plan.period.end,
        **{f"makers.{maker.code}": maker.code for maker in plan.makers},
        **{f"schemes.{slug}": slug for slug in plan.schemes},
    }
    known = {path: Evidence(rule="r", value=value, at="1-2", words="語") for path, value in read.items()}
    return msgspec.structs.replace(plan, evidence={**known, **evidence})


def test_a_value_that_nobody_touched_is_read_otherwise_now() -> None:
    """The evidence has the value that the record has, so the program has changed, and not a person."""
    kept = _seen(_PLAN)
    read = _changed(period=Period(start="2020-04-01", end="2023-03-31"))
    assert [kind for _, _, _, kind in _compared(kept, read)] == ["read-otherwise"]
    assert [kind for _, _, _, kind in _later(kept, read)] == ["read-otherwise"]


@pytest.mark.parametrize(
    "fields",
    [
        {"period": Period(start="2020-04-01", end="2023-03-31")},
        {"makers": [Maker(code="01000")]},
        {"makers": [Maker(code="01204"), Maker(code="01000")]},
        {"makers": []},
        {"makers": [Maker(code="01204", lead=True)]},
        {"schemes": ["suishin", "kigyou"]},
    ],
    ids=["value", "replaced", "added", "removed", "what-no-evidence-covers", "scheme"],
)
def test_a_value_that_its_evidence_does_not_have_was_corrected(fields: dict[str, object]) -> None:
    """Changed, added or taken away by hand: the evidence of what was read is there still, or not there yet."""
    kept = msgspec.structs.replace(_seen(_PLAN), **fields)
    assert [kind for _, _, _, kind in _compared(kept, _PLAN)] == ["corrected"]


def test_a_corrected_value_under_other_words_is_told_as_both() -> None:
    """A person corrected it, and the page prints something else now."""
    kept = msgspec.structs.replace(_seen(_PLAN), period=Period(start="2020-04-01", end="2023-03-31"))
    words = {**_PLAN.printed, "period": "令和6年3月31日まで"}
    read = _changed(period=Period(end="2024-03-31"), printed=words)
    assert [(field, kind) for field, _, _, kind in _later(kept, read)] == [("period", "corrected-before")]


def test_a_title_is_corrected_where_the_page_prints_the_one_that_the_key_was_minted_from() -> None:
    """Titles are not kept twice; the key remembers what the page printed."""
    minted = _changed(id=f"r055-01204-{title_hash(_PLAN.title or '')}")
    corrected = msgspec.structs.replace(minted, title="青少年ICTパーク計画")
    assert _later(corrected, minted)[0][3] == "corrected"
    assert _later(minted, msgspec.structs.replace(minted, title="青少年ICT広場"))[0][3] == "source-changed"
    assert (
        _later(corrected, msgspec.structs.replace(minted, title="青少年ICT広場"))[0][3] == "corrected-before"
    )


def test_new_events_are_named_one_by_one() -> None:
    """A change that the page did not list is no correction of the list, and is not told a second time by its words."""
    first = Amendment(date="2020-08-21", kind="amendment")
    second = Amendment(date="2021-03-30", round=59)
    kept = _changed(amendments=[first], printed={"amendments": "令和2年8月21日変更認定"})
    words = "令和2年8月21日変更認定\n令和3年3月30日変更"
    read = _changed(amendments=[first, second], printed={"amendments": words})
    assert _later(kept, read) == [
        ("amendments", "", '{"date":"2021-03-30","round":59,"kind":"unspecified"}', "event")
    ]


def test_a_corrected_event_is_known_by_its_line() -> None:
    """The line of the event is as it was, so that its kind was corrected, though the page has a new line."""
    kept = _changed(
        amendments=[Amendment(date="2020-08-21", kind="minor")], printed={"amendments": "令和2年8月21日変更"}
    )
    read = _changed(
        amendments=[Amendment(date="2020-08-21"), Amendment(date="2021-03-30")],
        printed={"amendments": "令和2年8月21日変更\n令和3年3月30日変更"},
    )
    assert [(field, kind) for field, _, _, kind in _later(kept, read)] == [
        ("amendments", "event"),
        ("amendments", "corrected"),
    ]


def test_an_event_that_is_gone_is_a_change_of_the_page() -> None:
    """The page lists the latest change alone, and no longer the one before."""
    kept = _changed(amendments=[Amendment(date="2020-08-21")], printed={"amendments": "2020年8月21日"})
    read = _changed(amendments=[Amendment(date="2021-03-30")], printed={"amendments": "2021年3月30日"})
    assert [(field, kept, kind) for field, kept, _, kind in _later(kept, read)] == [
        ("amendments", "", "event"),
        ("amendments", '[{"date":"2020-08-21","kind":"unspecified"}]', "source-changed"),
    ]


@pytest.mark.parametrize(
    ("fields", "is_otherwise"),
    [
        ({"period": Period(end="2025-03-31"), "printed": {"period": "令和7年3月31日まで"}}, True),
        ({"amendments": [Amendment(date="2021-03-30")]}, True),
        ({"id": "r059-01204-00000000", "title": "別の計画"}, True),
        ({"lines": (50, 54)}, False),
        ({"heading": "現在の計画"}, False),
        ({"printed": {"certification": "2020年3月30日(第55回)"}}, False),
        ({"schemes": ["kigyou"]}, False),
    ],
    ids=["period", "event", "plan", "lines", "heading", "words", "unclear"],
)
def test_what_a_page_says_otherwise_of_its_plans(fields: dict[str, object], *, is_otherwise: bool) -> None:
    """Values under other words, events and plans are news; places, spelling and what is unclear are none."""
    read = _record(_changed(**fields), sha256="1" * 64)
    assert says_otherwise(compare(_record(_PLAN), read)) is is_otherwise


def test_news_of_the_page_are_no_news_of_its_plans() -> None:
    """Another contact or day of update says nothing of a plan."""
    page = msgspec.structs.replace(_PAGE, last_updated="2024-01-01", sha256="1" * 64)
    differences = compare(_record(_PLAN), PageRecord(page=page, plans=[_PLAN]))
    assert [(found.field, found.kind) for found in differences] == [
        ("last_updated", "source-changed"),
        ("sha256", "source-changed"),
    ]
    assert not says_otherwise(differences)


def test_other_words_for_the_same_value_are_shown() -> None:
    """A page that says the same in other words has changed too."""
    read = _changed(printed={**_PLAN.printed, "certification": "2020年3月30日(第55回)"})
    assert _later(_PLAN, read) == [
        ("printed.certification", "令和2年3月30日(第55回)", "2020年3月30日(第55回)", "source-changed")
    ]


def test_without_words_the_snapshot_decides() -> None:
    """Where no words were kept, the hash of the page tells whether it changed."""
    kept, read = _changed(schemes=["suishin", "kigyou"]), _PLAN
    same = compare(_record(kept), _record(read))
    other = compare(_record(kept), _record(read, sha256="1" * 64))
    assert [(found.field, found.kind) for found in same] == [("schemes", "corrected")]
    assert [(found.field, found.kind) for found in other] == [
        ("sha256", "source-changed"),
        ("schemes", "unclear"),
    ]


def test_own_words_and_keys_are_never_compared() -> None:
    """What the editors wrote is theirs; a key is minted once."""
    kept = _changed(own=OwnWords(summary_ja="私たちの言葉"), former_ids=["d20200330-01204-00000000"])
    assert _compared(kept, _changed(combined_into="r001-01204-00000000")) == []


def test_a_summary_is_compared_only_where_it_was_kept() -> None:
    """Records leave the source's prose out; that is no difference."""
    assert _compared(_PLAN, _changed(summary="要約")) == []
    assert _compared(_changed(summary="要約"), _changed(summary="別")) == [
        ("summary", "要約", "別", "corrected")
    ]


def test_an_address_is_compared_only_where_the_reader_told_it() -> None:
    """Reading a saved page without its address is no difference; another address is one."""
    kept = PageRecord(page=msgspec.structs.replace(_PAGE, url="https://a.example/"))
    other = PageRecord(page=msgspec.structs.replace(_PAGE, url="https://b.example/"))
    assert compare(kept, _record()) == []
    assert [(found.field, found.kind) for found in compare(kept, other)] == [("url", "told")]
    assert "  ページ url: 読み取りのときに指定された値" in as_text(compare(kept, other), "ja").split("\n")


def test_plans_on_one_side_only_are_added_or_gone() -> None:
    """A plan that came and one that went are told apart."""
    other = PlanRecord(id="r059-01204-00000000", title="別の計画")
    assert compare(_record(_PLAN), _record(other)) == [
        Difference(
            "r055-01204-3476059d",
            "青少年ICTパークプロジェクト",
            "",
            "青少年ICTパークプロジェクト",
            "",
            "gone",
        ),
        Difference("r059-01204-00000000", "別の計画", "", "", "別の計画", "added"),
    ]


@pytest.mark.parametrize(
    ("fields", "is_same"),
    [
        ({"id": None}, True),
        ({"id": "r055-01204-ffffffff"}, True),
        ({"id": None, "title": "青少年 ＩＣＴパーク プロジェクト"}, True),
        ({"id": None, "title": "青少年ICTパーク"}, False),
        ({"id": None, "title": None}, False),
        ({"id": None, "certification": Certification(date="2020-03-30")}, True),
        ({"id": None, "certification": Certification(date="2020-03-31", round=55)}, True),
        ({"id": None, "certification": Certification(date="2020-03-31", round=54)}, False),
        ({"id": None, "certification": Certification()}, False),
        ({"id": None, "makers": [Maker(code="01204"), Maker(code="01000")]}, True),
        ({"id": None, "makers": [Maker(code="01000")]}, False),
        ({"id": None, "makers": []}, True),
        ({"title": "別の名称", "certification": Certification()}, True),
    ],
)
def test_plans_are_matched_by_key_and_else_by_their_facts(
    fields: dict[str, object], *, is_same: bool
) -> None:
    """A key decides; without it round or day, folded title, and makers in common."""
    assert matched([_PLAN], [_changed(**fields)]) == ({0: 0} if is_same else {})


def test_a_former_key_is_a_key() -> None:
    """A plan read under the key that it had before is the same plan."""
    kept = _changed(id="r054-01204-3476059d", former_ids=["r055-01204-3476059d"], title="新しい名称")
    assert matched([kept], [_PLAN]) == {0: 0}


def test_keys_are_matched_before_facts() -> None:
    """A plan that looks like another does not take the place of the one that carries its key."""
    twin = _changed(id=None)
    assert matched([_PLAN, _changed(id="r055-01204-00000000")], [twin, _PLAN]) == {0: 1, 1: 0}


def test_each_read_plan_is_matched_once() -> None:
    """Two kept plans cannot be one and the same read plan."""
    assert matched([_PLAN, _changed(id=None)], [_PLAN]) == {0: 0}
    assert matched([_changed(id=None), _changed(id=None)], [_changed(id=None)]) == {0: 0}


def test_differences_read_in_both_languages() -> None:
    """In groups by their reason: a line tells plan, field and reason; two more tell both values."""
    kept = _changed(schemes=[])
    differences = compare(_record(kept, PlanRecord(title="旧")), _record(_PLAN))
    assert as_text(differences, "en") == (
        "What changed, in the world or on the page:\n"
        "  旧: no longer on the page\n"
        "What people had corrected:\n"
        "  r055-01204-3476059d 青少年ICTパークプロジェクト schemes: corrected by a person (the page prints the same)\n"
        "    kept: []\n"
        '    read: ["suishin"]'
    )
    assert "人が直した値" in as_text(differences, "ja")
    assert as_text([], "ja") == ""


def test_a_value_on_one_side_only_is_shown_as_nothing_on_the_other() -> None:
    """A field that the record leaves empty is named so."""
    text = as_text(compare(_record(_changed(period=None)), _record(_PLAN)), "en")
    assert "  kept: (nothing)" in text


def test_of_two_lists_what_differs_is_shown() -> None:
    """Makers that both have are left out; two orders of one list are shown whole."""
    kept = _changed(makers=[Maker(code="01204"), Maker(code="01000")])
    read = _changed(makers=[Maker(code="01204"), Maker(code="01452")])
    assert [(ours, theirs) for _, ours, theirs, _ in _compared(kept, read)] == [
        ('[{"code":"01000","basis":"stated"}]', '[{"code":"01452","basis":"stated"}]')
    ]
    order = _compared(_changed(schemes=["a", "b"]), _changed(schemes=["b", "a"]))
    assert [(ours, theirs) for _, ours, theirs, _ in order] == [('["a","b"]', '["b","a"]')]
