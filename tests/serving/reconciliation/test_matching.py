"""Which candidates a name has, and when one of them is a match."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.registry import load
from saisei_lod.serving.reconciliation.entities import Catalogue, key_of
from saisei_lod.serving.reconciliation.matching import candidates
from saisei_lod.serving.reconciliation.queries import Query, Setting
from saisei_lod.serving.reconciliation.similar import similar_titles

Ask = Callable[..., Any]


def short(found: Any) -> list[tuple[str, float, bool]]:
    """Return ids, scores and matches."""
    return [(one["id"].removeprefix("local-government/"), one["score"], one["match"]) for one in found]


def search(known: Catalogue, text: str, **properties: str) -> list[tuple[str, float, bool]]:
    """Return ids, scores and matches of a query, without a server."""
    titles = similar_titles({id_: key_of(plan.title) for id_, plan in known.plans.items()})
    asked = Query(text, properties=[Setting(name, value) for name, value in properties.items()])
    found = candidates(asked, known, titles)
    return [(one.entity.id.removeprefix("local-government/"), one.score, one.match) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "長井市",
        "06209",
        "062090",
        "local-government/06209",
        "山形県長井市",
        "長井市（山形県）",
        "Nagai City",
        "長　井　市",
    ],
)
def test_one_bearer_is_a_match(ask: Ask, text: str) -> None:
    """One bearer is a match."""
    assert short(ask(text)) == [("06209", 100.0, True)]


def test_one_name_in_two_prefectures_has_two_candidates_and_no_match(ask: Ask) -> None:
    """One name in two prefectures has two candidates and no match."""
    assert short(ask("府中市")) == [("13206", 100.0, False), ("34208", 100.0, False)]


@pytest.mark.parametrize(
    "value", ["広島県", "広島", "34", "34000", 34, {"id": "local-government/34000", "name": "広島県"}]
)
def test_the_prefecture_decides(ask: Ask, value: Any) -> None:
    """The prefecture decides."""
    assert short(ask("府中市", prefecture=value)) == [("34208", 100.0, True)]


def test_the_county_decides(ask: Ask) -> None:
    """The county decides."""
    assert short(ask("川崎町", county="田川郡")) == [("40605", 100.0, True)]
    assert {one[2] for one in short(ask("川崎町"))} == {False}


def test_what_lies_elsewhere_is_no_match(ask: Ask) -> None:
    """What lies elsewhere is no match."""
    assert short(ask("長井市", prefecture="北海道")) == [("06209", 50.0, False)]


def test_a_former_municipality_is_found_below_a_present_one_and_says_what_it_is_today(ask: Ask) -> None:
    """A former municipality is found below a present one and says what it is today."""
    former, today = ask("富谷町", language="ja")
    assert short([former, today]) == [("04423", 80.0, False), ("04216", 60.0, False)]
    assert "富谷市(04216)" in former["description"]
    assert "2016-10-10" in former["description"]
    assert former["score"] < ask("富谷市")[0]["score"]
    assert "today Tomiya City" in ask("富谷町")[0]["description"]


@pytest.mark.parametrize("day", ["2010-01-01", "平成22年1月1日", "2010-01-01T00:00:00Z", "2016-10-09"])
def test_on_a_day_before_the_merger_it_is_a_match(ask: Ask, day: str) -> None:
    """On a day before the merger it is a match."""
    assert short(ask("富谷町", date=day)) == [("04423", 100.0, True)]


def test_a_day_leaves_out_what_did_not_exist(ask: Ask) -> None:
    """A day leaves out what did not exist."""
    assert short(ask("富谷町", date="2016-10-10")) == [("04216", 60.0, False)]
    assert short(ask("富谷市", date="2010-01-01")) == []


def test_several_former_bearers_lead_to_what_each_is_today(ask: Ask) -> None:
    """Several former bearers lead to what each is today."""
    found = short(ask("鹿島町"))
    assert [one for one in found if one[1] == 80.0] == [
        (code, 80.0, False) for code in ("07562", "17404", "32301")
    ]
    assert {one[0] for one in found if one[1] == 60.0} == {"07212", "17407", "32201"}


def test_a_value_that_cannot_be_read_makes_nothing_sure(ask: Ask) -> None:
    """A value that cannot be read makes nothing sure."""
    assert short(ask("長井市", date="おととい")) == [("06209", 100.0, False)]
    assert short(ask("長井市", date="", prefecture="")) == [("06209", 100.0, True)]


def test_a_name_that_is_also_a_wards_is_no_match(ask: Ask) -> None:
    """A name that is also a wards is no match."""
    assert short(ask("中央区")) == [("13102", 100.0, False)]
    assert short(ask("札幌市中央区")) == [("01100", 70.0, False)]


@pytest.mark.parametrize("text", ["ながいし", "ナガイシ", "ﾅｶﾞｲｼ"])
def test_a_reading_is_found_and_no_match(ask: Ask, text: str) -> None:
    """A reading is found and no match."""
    assert short(ask(text)) == [("06209", 85.0, False)]


def test_a_list_of_names_is_no_match(ask: Ask) -> None:
    """A list of names is no match."""
    assert short(ask("長井市、南陽市")) == [("06209", 70.0, False), ("06213", 70.0, False)]


def test_types_restrict(ask: Ask) -> None:
    """Types restrict."""
    assert {one["id"].split("/")[0] for one in ask("長井", types="plan")} == {"plan"}
    assert [one["id"] for one in ask("長井", types=["city", "scheme"])] == ["local-government/06209"]
    assert ask("長井市", types="town") == []
    assert ask("長井市", types="local-government")[0]["type"][0]["id"] == "city"


@pytest.mark.parametrize(
    "text", ["地方創生推進交付金", "suishin", "scheme/suishin", "Regional Revitalization Promotion Grant"]
)
def test_a_scheme_is_a_match_by_label_or_slug(ask: Ask, text: str) -> None:
    """A scheme is a match by label or slug."""
    found = ask(text, types="scheme")
    assert (found[0]["id"], found[0]["match"]) == ("scheme/suishin", True)


def test_a_scheme_is_restricted_by_its_years(ask: Ask) -> None:
    """A scheme is restricted by its years."""
    assert ask("地方創生推進交付金", types="scheme", date="2010-01-01") == []


def test_a_plan_is_found_by_title_key_and_likeness(ask: Ask) -> None:
    """A plan is found by title key and likeness."""
    key = "plan/r055-01204-3476059d"
    assert short(ask("青少年ＩＣＴパーク プロジェクト")) == [(key, 100.0, True)]
    assert short(ask(key)) == [(key, 100.0, True)]
    first = ask("青少年ICTパーク計画")[0]
    assert (first["id"], first["match"]) == (key, False)
    assert 45 <= first["score"] <= 90


def test_plans_of_a_maker_are_listed_without_a_text(ask: Ask) -> None:
    """Plans of a maker are listed without a text."""
    assert {one["id"].split("-")[1] for one in ask("", maker="旭川市")} <= {"01204", "01000"}
    assert len(ask("", maker="06209", types="plan")) == 6


def test_one_title_of_two_makers_is_decided_by_the_maker_or_prefecture(known: Catalogue) -> None:
    """One title of two makers is decided by the maker or prefecture."""
    title = "まち・ひと・しごと創生推進計画"
    assert search(known, title) == [
        ("plan/r055-06209-00000001", 100.0, False),
        ("plan/r055-34208-00000002", 100.0, False),
    ]
    assert search(known, title, maker="34208") == [("plan/r055-34208-00000002", 100.0, True)]
    assert search(known, title, prefecture="山形県") == [("plan/r055-06209-00000001", 100.0, True)]


def test_a_plan_counts_from_its_certification_as_far_as_it_is_known(known: Catalogue) -> None:
    """A plan counts from its certification as far as it is known."""
    title = "<script>alert(1)</script>&計画"
    assert search(known, title, date="2022-02-28") == []
    assert [one[2] for one in search(known, title, date="2022-03-01")] == [True]


@given(st.text(max_size=40), st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_text_has_candidates_in_order_and_at_most_one_match(
    known: Catalogue, text: str, prefecture: str, day: str
) -> None:
    """Any text has candidates in order and at most one match."""
    found = search(known, text, prefecture=prefecture, date=day)
    assert [one[1] for one in found] == sorted((one[1] for one in found), reverse=True)
    assert sum(one[2] for one in found) <= 1
    assert all(0 < one[1] <= 100 for one in found)


@given(st.sampled_from(sorted(code for code, row in load().governments.items() if row.kind != "ward")))
@settings(max_examples=100, deadline=None)
def test_every_government_is_a_match_by_its_id_and_a_candidate_by_its_name(
    known: Catalogue, code: str
) -> None:
    """Every government is a match by its id and a candidate by its name."""
    assert (code, True) in [(one[0], one[2]) for one in search(known, f"local-government/{code}")]
    assert code in [one[0] for one in search(known, known.registry.governments[code].name)]
