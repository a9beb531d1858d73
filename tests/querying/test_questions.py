"""The answers to the competency questions on the two pages, as a reader of the pages finds them by hand."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Store

from saisei_lod.querying import answer, bind, find, load_store, run

A1, A2, A3 = "r059-01204-3d43079c", "r059-01204-c2f70cb1", "r056-01204-cb2b4b9b"
A4, A5, A6 = "r055-01204-3476059d", "r055-01000-4a104e6d", "r055-01204-afb8131f"
A7 = "r051-01204-74769d03"
N1, N2, N3 = "r036-06209-c6e55eea", "r051-06209-379e24d8", "r051-06209-94b49aea"
N4, N5, N6 = "r055-06209-1e26ffa3", "r051-06209-dc46d1e3", "r040-06209-3a6e882e"
ASAHIKAWA = {A1, A2, A3, A4, A5, A6, A7}
NAGAI = {N1, N2, N3, N4, N5, N6}

Row = Mapping[str, str]


@cache
def store_of(release: Path) -> Store:
    """Load the release once."""
    return load_store(release)


def local(value: str) -> str:
    """Return the last part of an IRI, any other value as it is."""
    return value.rpartition("/")[2] if value.startswith("https://w3id.org/") else value


def rows(release: Path, name: str, **given: str) -> list[Row]:
    """Return the rows of a query, unbound columns left out, IRIs by their last part."""
    found = run(bind(find(name), given), store_of(release)).rows
    return [
        {c: local(getattr(v, "value", "")) for c, v in zip(found.columns, row, strict=True) if v is not None}
        for row in found.rows
    ]


def by_answer(found: list[Row]) -> dict[str, set[str]]:
    """Return the keys of plans by answer."""
    return {
        word: {row["plan"] for row in found if row["answer"] == word} for word in ("yes", "no", "unknown")
    }


def test_question_1_two_sources_13_plans_13_certifications_9_changes(release: Path) -> None:
    """The two pages tell of 13 plans, their 13 first certifications and 9 changes, so of 22 versions."""
    found = rows(release, "datasets")
    whole = next(row for row in found if row["part"] == "release")
    expected = {"part": "release", "plans": "13", "versions": "22", "certifications": "13", "changes": "9"}
    assert whole == expected
    sources = [row for row in found if row["part"] == "source"]
    assert [(row["plans"], row["changes"], row.get("date")) for row in sources] == [
        ("7", "1", "2023-07-14"),
        ("6", "8", None),
    ]
    assert all(row["licence"] for row in found if row["part"] == "dataset")


def test_question_2_seven_plans_of_asahikawa_six_of_nagai(release: Path) -> None:
    """Asahikawa's page has a date and an id, Nagai's has neither; each plan has its lines."""
    found = rows(release, "plan-sources")
    pages = {row["source"]: (row.get("page_date"), row.get("page_id")) for row in found}
    assert set(pages.values()) == {("2023-07-14", "054421"), (None, None)}
    assert Counter(row["source"] for row in found).most_common()[0][1] == 7
    assert {row["plan"] for row in found} == ASAHIKAWA | NAGAI
    assert all(0 < int(row["first_line"]) < int(row["last_line"]) for row in found)
    assert {row["plan"] for row in found if row.get("status_en") == "listed as ended"} == {N6}


def test_question_6_no_plan_has_a_former_key(release: Path) -> None:
    """The plans have their keys and no other."""
    assert {row["kind_en"] for row in rows(release, "plan-identifiers")} == {"key"}


def test_question_7_takasu_is_covered_by_one_plan_and_perhaps_by_another(release: Path) -> None:
    """A2 names 鷹栖町; Hokkaido's A5 states no area, which must not become "yes"."""
    found = by_answer(rows(release, "plans-covering-municipality", municipality="01452"))
    assert found == {"yes": {A2}, "no": set(), "unknown": {A5}}


def test_question_8_nagai_makes_five_plans_alone_and_one_jointly(release: Path) -> None:
    """N2 is joint and says so; of the others the page's publisher is taken for the maker, and marked so."""
    found = rows(release, "plans-of-maker", maker="06209")
    assert {row["plan"] for row in found if row["making_en"] == "alone"} == NAGAI - {N2}
    assert {row["plan"] for row in found if row["making_en"] == "joint"} == {N2}
    assert {row["plan"] for row in found if row["basis_en"] != "stated"} == NAGAI - {N2}


def test_question_9_one_plan_of_nagai_ends_within_six_months(release: Path) -> None:
    """From 2020-10-01 N1 ends within 6 months, on 2021-03-31; of Asahikawa's plans the end is unknown."""
    found = rows(release, "plans-ending-soon", date="2020-10-01", months="6")
    assert by_answer(found) == {"yes": {N1}, "no": set(), "unknown": ASAHIKAWA}
    assert next(row["end"] for row in found if row["plan"] == N1) == "2021-03-31"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2020-03-31", "12", {N1}),
        ("2020-03-30", "12", set()),
        ("2020-12-31", "3", {N1}),
        ("2020-11-30", "4", set()),
        ("2021-03-31", "0", {N1}),
        ("2021-03-31", "6", {N1}),
        ("2021-04-01", "6", set()),
    ],
)
def test_question_9_counts_months_over_the_end_of_a_year(
    release: Path, day: str, months: str, expected: set[str]
) -> None:
    """The span is from the day to the same day some months later, both included; N1 ends on 2021-03-31."""
    found = rows(release, "plans-ending-soon", date=day, months=months, maker="06209")
    assert {row["plan"] for row in found} == expected


def test_question_10_the_history_of_the_first_plan_of_nagai(release: Path) -> None:
    """N1 was certified in round 36, changed five times, and ends on 2021-03-31."""
    found = rows(release, "plan-history", plan=N1)
    dates = ["2016-03-15", "2016-08-30", "2017-02-24", "2017-05-30", "2019-03-29", "2020-03-30", "2021-03-31"]
    assert [row["date"] for row in found] == dates
    assert (found[0]["what_en"], found[0]["round_ja"]) == ("certification", "第36回")
    assert [row["what_en"] for row in found[1:-1]] == ["change (kind unknown)"] * 5
    assert found[-1]["what_en"] == "end of the period"
    assert [row["valid_until"] for row in found[:5]] == dates[1:6]


def test_question_11_in_force_on_the_first_day_of_fiscal_2020(release: Path) -> None:
    """N1 to N5 are, N6 has ended; A4 to A7 are certified without a period; A1 to A3 are not yet certified."""
    found = rows(release, "plans-in-force", date="2020-04-01")
    assert by_answer(found) == {"yes": NAGAI - {N6}, "no": {N6, A1, A2, A3}, "unknown": {A4, A5, A6, A7}}
    reasons = {row["plan"]: row["reason_en"] for row in found}
    assert {reasons[plan] for plan in (A1, A2, A3)} == {"not yet certified"}
    versions = {row["plan"]: row["version"] for row in found if row["answer"] == "yes"}
    assert versions[N1] == f"{N1}-20200330"
    assert versions[N5] == f"{N5}-20190329"


def test_question_11_says_where_the_period_is_known_from_a_later_listing(release: Path) -> None:
    """On 2018-01-01 N1's fourth version was in force, of which the page gives no period of its own."""
    found = rows(release, "plans-in-force", date="2018-01-01", maker="06209")
    first = next(row for row in found if row["plan"] == N1)
    assert (first["answer"], first["version"]) == ("yes", f"{N1}-20170530")
    assert "later listing" in first["reason_en"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2016-03-14", "no"), ("2016-03-15", "yes"), ("2021-03-31", "yes"), ("2021-04-01", "no")],
)
def test_question_11_first_and_last_day_of_a_period_belong_to_it(
    release: Path, day: str, expected: str
) -> None:
    """A plan is in force from its first day to its last, both included."""
    found = rows(release, "plans-in-force", date=day, maker="06209")
    assert next(row["answer"] for row in found if row["plan"] == N1) == expected


def test_question_12_whether_a_company_may_give_is_unknown(release: Path) -> None:
    """A3 has no period; A4's scheme is known without knowing since which version; Nagai names no scheme."""
    found = rows(release, "plans-under-scheme-in-force", date="2020-08-01", maker="01204")
    assert by_answer(found) == {"yes": set(), "no": set(), "unknown": {A3, A4}}
    reasons = {row["plan"]: row["reason_en"] for row in found}
    assert reasons[A3] == "certified, period not stated"
    assert "later version" in reasons[A4]
    of_nagai = rows(release, "plans-under-scheme-in-force", date="2020-08-01", maker="06209")
    assert by_answer(of_nagai) == {"yes": set(), "no": set(), "unknown": NAGAI - {N6}}


def test_question_13_three_joint_plans_with_7_2_and_4_partners(release: Path) -> None:
    """A2 has 7 makers, A5 two, N2 four; who made N2's first version no page tells."""
    found = rows(release, "joint-plans")
    assert Counter(row["plan"] for row in found if row["answer"] == "yes") == {A2: 7, A5: 2, N2: 4}
    unknown = [
        (row["plan"], row["valid_from"], row["valid_until"]) for row in found if row["answer"] == "unknown"
    ]
    assert unknown == [(N2, "2019-03-29", "2020-03-30")]


def test_question_14_all_plans_of_the_promotion_grant_lead_to_the_present_one(release: Path) -> None:
    """地方創生推進交付金 is now followed by 地域未来推進型; Nagai's page names no scheme."""
    found = rows(release, "plans-under-renamed-schemes")
    assert by_answer(found) == {"yes": ASAHIKAWA - {A3}, "no": set(), "unknown": NAGAI}
    assert {row["latest_ja"] for row in found if row["answer"] == "yes"} == {"地域未来推進型"}


def test_question_15_plans_of_each_round(release: Path) -> None:
    """New plans by the rounds that the pages state, changes by the rounds inferred from their days."""
    found = rows(release, "plans-per-round")
    new = {row["round"]: int(row["new"]) for row in found if row["new"] != "0"}
    changed = {row["round"]: int(row["changed"]) for row in found if row["changed"] != "0"}
    assert new == {"36": 1, "40": 1, "51": 4, "55": 4, "56": 1, "59": 2}
    assert changed == {"39": 1, "41": 1, "43": 2, "51": 1, "55": 3, "57": 1}
    assert all(row["new_inferred"] == "0" and row["changed_inferred"] == row["changed"] for row in found)


def test_question_16_irregular_rounds_are_those_of_the_table_of_rounds(release: Path) -> None:
    """Rounds 1 and 59 had two days, 40 and 55 perhaps, and that of 2026-01-21 has no number."""
    found = rows(release, "irregular-rounds")
    assert {row["round"] for row in found if row["answer"] == "yes"} == {"1", "59", "d20260121"}
    assert {row["round"] for row in found if row["answer"] == "unknown"} == {"40", "55"}


def test_question_17_every_change_falls_on_a_known_day_of_a_round(release: Path) -> None:
    """With the table of rounds no change of the two pages is left over."""
    assert rows(release, "changes-on-no-round-day") == []


def test_question_18_schemes_by_fiscal_year_of_first_certification(release: Path) -> None:
    """A certification of March belongs to the fiscal year that ends; a plan of two schemes counts under both."""
    found = rows(release, "plans-by-scheme-and-year")
    counts = {(row.get("scheme"), row["fiscal_year"]): int(row["plans"]) for row in found}
    assert counts == {
        ("suishin", "2018"): 1,
        ("suishin", "2019"): 3,
        ("suishin", "2020"): 2,
        ("kigyou", "2019"): 1,
        ("kigyou", "2020"): 1,
        (None, "2015"): 1,
        (None, "2016"): 1,
        (None, "2018"): 3,
        (None, "2019"): 1,
    }
    assert sum(int(row["plans"]) for row in found if row["answer"] == "unknown") == 6


def test_question_20_no_plan_is_known_to_be_revoked_or_combined(release: Path) -> None:
    """The two pages tell of no revocation."""
    assert rows(release, "plans-revoked-or-combined") == []


def test_question_23_no_joint_plan_reaches_across_prefectures(release: Path) -> None:
    """A5 is made by Hokkaido with its own city, which is one prefecture."""
    assert rows(release, "joint-plans-across-prefectures") == []


def test_question_24_types_of_joint_plans(release: Path) -> None:
    """A2 and N2 are of cities and towns, A5 of a prefecture and its city."""
    found = {row["plan"]: row["types_en"] for row in rows(release, "joint-plans-by-type")}
    assert found == {A2: "city+town", N2: "city+town", A5: "prefecture+city"}


def test_question_25_days_from_certification_to_first_change(release: Path) -> None:
    """144, 168, 168, 367 and 367 days; 367 days is not within a year, and no change listed is not "none"."""
    found = rows(release, "days-to-first-change")
    days = {row["plan"]: int(row["days"]) for row in found if "days" in row}
    assert days == {A4: 144, N1: 168, N6: 168, N2: 367, N3: 367}
    assert by_answer(found)["yes"] == {A4, N1, N6}
    assert by_answer(found)["no"] == {N2, N3}
    share = {row["answer"]: row["plans"] for row in rows(release, "changed-within-a-year")}
    assert share == {"yes": "3", "no": "2", "unknown": "8"}


def test_question_33_documents_are_named_by_size_and_both_cities_have_a_contact(release: Path) -> None:
    """Asahikawa's documents are named by size, their links lost, so where they are is unknown, not none."""
    found = rows(release, "plan-contacts")
    assert {row["plan"] for row in found if "size" in row} == ASAHIKAWA
    assert {row["answer"] for row in found} == {"unknown"}
    assert {row["telephone"] for row in found} == {"0166-25-5358", "0238-87-0714"}


def test_question_34_one_succession_of_schemes_as_one_series(release: Path) -> None:
    """The plans of the promotion grant, and its successors of which no plan is known."""
    found = rows(release, "scheme-succession", scheme="mirai-suishin")
    schemes = list(dict.fromkeys(row["scheme"] for row in found))
    order = ["suishin", "digiden-suishin", "shin-dai2sedai", "mirai-suishin"]
    assert [scheme for scheme in schemes if scheme in order] == order
    assert {row["plan"] for row in found if row["scheme"] == "suishin"} == ASAHIKAWA - {A3}


def test_a_release_folder_is_asked_as_a_whole(release: Path) -> None:
    """The folder's plans, registry, schemes, rounds and catalogue are one graph to ask."""
    asked = answer("SELECT (COUNT(*) AS ?n) { ?plan a <https://w3id.org/saisei/ns#Plan> }", release)
    assert [getattr(cell, "value", None) for row in asked.rows.rows for cell in row] == ["13"]
