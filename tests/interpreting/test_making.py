"""Makers and coverage."""

from collections.abc import Callable

import pytest

from saisei_lod.interpreting import Known, KnownWords, Reading
from saisei_lod.records.model import PlanRecord

Read = Callable[..., Reading]
PAGE = "海の計画\n{note}■認定日:令和2年3月30日(第55回)\n■概要:海を生かす。\n{fields}"


def plan(
    read: Read, fields: str = "", note: str = "", publisher: str | None = "06209"
) -> tuple[PlanRecord, list[str]]:
    """Return the plan of a page with these fields, and the codes of findings."""
    found = read(PAGE.format(fields=fields, note=note), publisher=publisher)
    return found.record.plans[0], [finding.code for finding in found.findings]


def codes(record: PlanRecord) -> list[str | None]:
    """Return the codes of the makers."""
    return [maker.code for maker in record.makers]


def test_a_page_without_a_place_for_makers_implies_its_publisher(read: Read) -> None:
    """The maker is the publisher, and marked implied."""
    record, findings = plan(read)
    assert [(maker.code, maker.name, maker.basis) for maker in record.makers] == [
        ("06209", "長井市", "implied")
    ]
    assert findings == []


def test_stated_makers_stand_in_the_order_of_the_page(read: Read) -> None:
    """The law's list: 並びに joins groups, a county goes on over its towns."""
    record, findings = plan(read, "■作成主体:北海道並びに旭川市並びに北海道上川郡鷹栖町及び東神楽町")
    assert codes(record) == ["01000", "01204", "01452", "01453"]
    assert {maker.basis for maker in record.makers} == {"stated"}
    assert (record.id or "")[:10] == "r055-01000"
    assert findings == []


def test_an_empty_place_for_makers_implies_nobody(read: Read) -> None:
    """A label without a value is no silence of the page."""
    record, findings = plan(read, "■作成主体:")
    assert (record.makers, record.id, findings) == ([], None, ["plan-without-maker"])


def test_an_unknown_maker_is_kept_by_name_and_reported(read: Read) -> None:
    """The plan gets no key while a maker has no code."""
    record, findings = plan(read, "■作成主体:長井市及びほげほげ市")
    assert [(maker.code, maker.name) for maker in record.makers] == [
        ("06209", "長井市"),
        (None, "ほげほげ市"),
    ]
    assert (record.id, findings) == (None, ["maker-not-known"])


def test_a_ward_of_a_designated_city_is_no_maker(read: Read) -> None:
    """Wards are no local governments."""
    record, findings = plan(read, "■作成主体:札幌市中央区")
    assert (codes(record), findings) == ([None], ["maker-not-known"])


def test_a_name_of_several_bearers_is_decided_by_the_publisher_s_prefecture(read: Read) -> None:
    """小国町 on a page of Yamagata is that of Yamagata; without a publisher nothing decides."""
    record, findings = plan(read, "■作成主体:長井市及び小国町")
    assert (codes(record), findings) == (["06209", "06401"], [])
    record, findings = plan(read, "■作成主体:小国町", publisher=None)
    assert (codes(record), record.makers[0].name) == ([None], "小国町")
    assert "ambiguous-name" in findings


def test_makers_that_are_only_counted_are_missing(read: Read) -> None:
    """長井市ほか3町 names one of four; a list that is not whole mints no key."""
    record, findings = plan(read, "■作成主体:長井市ほか3町")
    assert (codes(record), record.id, findings) == (["06209"], None, ["makers-incomplete"])


def test_a_name_that_begins_like_the_word_for_others_counts_nobody(read: Read) -> None:
    """外ヶ浜町 is a town, not the beginning of others."""
    record, findings = plan(read, "■作成主体:青森市及び青森県東津軽郡外ヶ浜町")
    assert (len(record.makers), findings) == (2, [])


def test_a_note_on_a_joint_project_states_the_makers(read: Read) -> None:
    """※…の2市2町による広域連携事業 under a title names them all."""
    record, findings = plan(read, note="※長井市、南陽市、白鷹町、飯豊町の2市2町による広域連携事業\n")
    assert codes(record) == ["06209", "06213", "06402", "06403"]
    assert record.printed["makers"] == record.printed["note"]
    assert findings == []


def test_a_count_that_does_not_add_up_is_reported(read: Read) -> None:
    """2市3町 with two towns named."""
    _, findings = plan(read, note="※長井市、南陽市、白鷹町、飯豊町の2市3町による広域連携事業\n")
    assert findings == ["count-mismatch"]


def test_a_note_on_anything_else_is_kept_and_not_interpreted(read: Read) -> None:
    """A government in a note makes nothing."""
    record, findings = plan(read, note="※写真は白鷹町の提供です\n")
    assert (codes(record), record.printed["note"], findings) == (
        ["06209"],
        "※写真は白鷹町の提供です",
        ["note-not-interpreted"],
    )


@pytest.mark.parametrize(
    ("area", "kind", "covered"),
    [
        ("長井市の全域", "whole", ["06209"]),
        ("山形県長井市及び西置賜郡白鷹町の全域", "whole", ["06209", "06402"]),
        ("長井市の区域の一部(平野地区)", "part", ["06209"]),
        ("長井市", "unknown", ["06209"]),
    ],
)
def test_a_stated_area_says_whole_part_or_nothing(
    read: Read, area: str, kind: str, covered: list[str]
) -> None:
    """Only の全域 is the whole; the words are kept."""
    record, findings = plan(read, f"■区域:{area}")
    assert (record.coverage.kind, record.coverage.codes, record.coverage.text) == (kind, covered, area)
    assert findings == []


def test_an_area_phrase_in_the_cell_of_makers_is_the_coverage_too(read: Read) -> None:
    """It is read as both, and reported as such."""
    record, findings = plan(read, "■作成主体:長井市及び南陽市の全域")
    assert (codes(record), record.coverage.kind, record.coverage.codes) == (
        ["06209", "06213"],
        "whole",
        ["06209", "06213"],
    )
    assert findings == ["area-phrase-in-maker-cell"]


def test_makers_without_a_phrase_say_nothing_of_the_area(read: Read) -> None:
    """A prefecture as maker covers nothing by itself."""
    record, _ = plan(read, "■作成主体:山形県")
    assert (record.coverage.kind, record.coverage.codes, record.coverage.text) == ("unknown", [], None)


@pytest.mark.parametrize(
    ("text", "names"),
    [("鷹栖町", True), ("旭川市及び鷹栖町の全域", True), ("旭川市及びほげ町", False), ("ほげ", False)],
)
def test_reading_is_told_which_words_are_governments(known: Known, text: str, names: bool) -> None:  # noqa: FBT001
    """Each item of the list must hold a known name."""
    assert KnownWords(known).names_governments(text) == names
