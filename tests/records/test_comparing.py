"""Comparing a kept record with a new reading of its page."""

import msgspec
import pytest

from saisei_lod.records.comparing import Difference, as_text, compare, matched
from saisei_lod.records.model import Certification, Maker, OwnWords, Page, PageRecord, Period, PlanRecord

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
    differences = compare(_record(kept), _record(read))
    return [(found.field, found.kept, found.read, found.kind) for found in differences]


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
    ((field, _, _, kind),) = _compared(_PLAN, read)
    assert (field, kind) == ("period", "source-changed")


def test_other_words_for_the_same_value_are_shown() -> None:
    """A page that says the same in other words has changed too."""
    read = _changed(printed={**_PLAN.printed, "certification": "2020年3月30日(第55回)"})
    assert _compared(_PLAN, read) == [
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
    assert as_text(compare(kept, other), "ja").startswith("ページ url: 読み取りのときに指定された値")


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
    """A line tells plan, field and reason; two more tell both values."""
    kept = _changed(schemes=[])
    differences = compare(_record(kept, PlanRecord(title="旧")), _record(_PLAN))
    assert as_text(differences, "en") == (
        "r055-01204-3476059d 青少年ICTパークプロジェクト schemes: corrected by a person (the page prints the same)\n"
        "  kept: []\n"
        '  read: ["suishin"]\n'
        "旧: no longer on the page"
    )
    assert "人が直した値" in as_text(differences, "ja")
    assert as_text([], "ja") == ""


def test_a_value_on_one_side_only_is_shown_as_nothing_on_the_other() -> None:
    """A field that the record leaves empty is named so."""
    text = as_text(compare(_record(_changed(period=None)), _record(_PLAN)), "en")
    assert "  kept: (nothing)" in text
