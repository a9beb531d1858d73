"""Whether a plan that was read is one that is known."""

from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.matching.deciding import SIMILAR, Grade, near_matches, same_plans, similarity
from saisei_lod.matching.known import KnownPlans
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Amendment, Certification, Maker, PlanRecord
from saisei_lod.text import folded_title

ROOT = Path(__file__).parents[2]
TITLE = "最上川かわまちづくり計画"
NAGAI = [Maker(code="06209")]
CERTIFIED = Certification(date="2019-03-29", date_basis="stated", round=51, round_basis="stated")
CHANGED = Amendment(date="2020-03-30", date_basis="stated", round=55, round_basis="inferred")


def plan(**fields: Any) -> PlanRecord:
    """Return a plan of Nagai certified in round 51 with the fields given."""
    return PlanRecord(**{"title": TITLE, "makers": NAGAI, "certification": CERTIFIED, **fields})


def known(*plans: PlanRecord) -> KnownPlans:
    """Return the plans under keys k1, k2 and so on."""
    made = KnownPlans()
    for number, one in enumerate(plans, 1):
        made.take(one, f"data/plans/{number}.yaml")
    return made


def keyed(number: int = 1, **fields: Any) -> PlanRecord:
    """Return the same under a key of its own."""
    return plan(id=f"r051-06209-{number:08x}", **fields)


def certainty(read: PlanRecord, *plans: PlanRecord) -> list[tuple[str, str]]:
    """Return grade or near with the reasons, the surest first."""
    held = known(*plans)
    same = [
        (grade.name, match.known.key[-1])
        for grade, matches in same_plans(read, held).items()
        for match in matches
    ]
    return same or [("near", match.known.key[-1]) for match in near_matches(read, held)]


@pytest.mark.parametrize(
    "certification",
    [
        Certification(date="2019-03-29"),
        Certification(round=51, round_basis="stated"),
        Certification(date="2019-03-30", round=51, round_basis="stated"),
        Certification(date="2019-03-29", round=50, round_basis="stated"),
    ],
)
def test_round_or_day_title_and_a_maker_in_common_are_the_same_plan(certification: Certification) -> None:
    """One of round and day is enough; a round can have two days."""
    makers = [Maker(code="06213"), Maker(code="06209")]
    assert certainty(plan(certification=certification, makers=makers), keyed()) == [("CERTIFICATION", "1")]


def test_a_round_that_was_inferred_counts_as_its_day() -> None:
    """Two days of which the same round was inferred are two days."""
    other = Certification(date="2019-03-30", round=51, round_basis="inferred")
    assert certainty(plan(certification=other), keyed()) == [("near", "1")]


def test_a_key_or_a_former_key_decides() -> None:
    """Whatever else differs, the plan that has or had the key is the plan."""
    moved = keyed(2, title="別の名称", makers=[Maker(code="06401")], former_ids=["r051-06209-00000001"])
    read = plan(id="r051-06209-00000001")
    assert certainty(read, moved) == [("KEY", "2")]
    assert certainty(read, moved, keyed(1, title="また別")) == [("KEY", "1")]


def test_a_page_that_lists_the_change_alone_shows_the_same_plan() -> None:
    """Another edition, or a page that prints the latest change only: any day of an event tells."""
    read = plan(certification=Certification(), amendments=[CHANGED])
    assert certainty(read, keyed(amendments=[CHANGED])) == [("EVENT", "1")]
    assert certainty(
        plan(amendments=[CHANGED]), keyed(certification=Certification(), amendments=[CHANGED])
    ) == [("EVENT", "1")]


def test_a_plan_certified_on_the_day_of_another_s_change_is_another_plan() -> None:
    """Of one title and maker, certified in 2019 and changed in 2020, or certified in 2020: a person decides."""
    second = plan(certification=Certification(date="2020-03-30", round=55, round_basis="stated"))
    assert certainty(second, keyed(amendments=[CHANGED])) == [("near", "1")]


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        (
            {"certification": Certification(date="2022-03-30")},
            [
                "the same title",
                "makers in common (06209)",
                "certified on another day and in another round (2019-03-29, r051)",
            ],
        ),
        (
            {"certification": Certification()},
            ["the same title", "makers in common (06209)", "day and round of certification not known"],
        ),
        (
            {"certification": Certification(date="2019-03")},
            ["the same title", "makers in common (06209)", "certified in the same month (2019-03-29, r051)"],
        ),
        (
            {"title": "最上川かわまち作り計画"},
            [
                "a similar title (87 %)",
                "makers in common (06209)",
                "certified on the same day or in the same round (2019-03-29, r051)",
            ],
        ),
        (
            {"makers": [Maker(code="06213")]},
            [
                "the same title",
                "other makers",
                "certified on the same day or in the same round (2019-03-29, r051)",
            ],
        ),
        (
            {"makers": [Maker(name="ある市")]},
            [
                "the same title",
                "makers not known",
                "certified on the same day or in the same round (2019-03-29, r051)",
            ],
        ),
    ],
    ids=["day", "no-day", "month", "title", "makers", "no-makers"],
)
def test_what_is_near_says_why(fields: dict[str, Any], reasons: list[str]) -> None:
    """What agrees and what does not stands in the reasons, in both languages."""
    (match,) = near_matches(plan(**fields), known(keyed()))
    assert (match.certainty, [reason.en for reason in match.reasons]) == ("near", reasons)
    assert all(reason.ja for reason in match.reasons)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "長井市まちなか交流施設整備計画"},
        {"title": None},
        {"makers": [Maker(code="06213")], "certification": Certification(date="2022-03-30")},
        {"title": "最上川かわまち作り計画", "makers": [Maker(code="06213")]},
        {"title": "最上川かわまち作り計画", "certification": Certification(date="2022-03-30")},
    ],
    ids=["another-title", "no-title", "title-alone", "no-maker-in-common", "another-day"],
)
def test_what_is_not_even_near(fields: dict[str, Any]) -> None:
    """A title alone, or a day and a maker alone, say nothing."""
    assert certainty(plan(**fields), keyed()) == []


def test_the_likeliest_come_first_and_no_more_than_five() -> None:
    """A plan of the same title comes before those of similar ones; what stands on the page is left out."""
    similar = [keyed(number, title=f"最上川かわまち作り計画{number}") for number in range(2, 9)]
    held = known(*similar, keyed(1, certification=Certification(date="2022-03-30")))
    found = [match.known.key[-1] for match in near_matches(plan(), held)]
    assert (len(found), found[0]) == (5, "1")
    assert "1" not in [match.known.key[-1] for match in near_matches(plan(), held, {"r051-06209-00000001"})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "地方活力向上地域特定業務施設整備推進プロジェクト",
            "地方活力向上地域等特定業務施設整備推進プロジェクト",
        ),
        ("海辺のしごと創生計画", "海辺のしごと創成計画"),
        ("最上川かわまちづくり計画~交流のまち~", "最上川かわまちづくり計画"),
        ("長井市移住定住促進計画", "長井市定住移住促進計画"),
        ("観光振興プロジェクト", "観光振興プロジェクト(PDF形式 351キロバイト)"),
        ("まちなか再生計画(仮称)", "まちなか再生計画"),
        (
            "水と歴史と公共交通を活かす 最上川「山の港町」長井市地域再生計画",
            "最上川「山の港町」長井市地域再生計画",
        ),
    ],
)
def test_titles_of_one_plan_are_similar(one: str, other: str) -> None:
    """A renaming by an amendment, a misprint, a dropped subtitle, a note glued to the title."""
    assert similarity(folded_title(one), folded_title(other)) >= SIMILAR


def test_plans_that_one_city_has_certified_on_one_day_have_titles_that_are_not_similar() -> None:
    """The likest two plans of one round on the two pages lie far below the bar, sewers and roads of one city below."""
    for path in sorted((ROOT / "data" / "plans").glob("*.yaml")):
        for a, b in combinations(load_file(path).record.plans, 2):
            if a.certification.round == b.certification.round:
                alike = SequenceMatcher(
                    None, folded_title(a.title or ""), folded_title(b.title or "")
                ).ratio()
                assert alike < 0.35
    sewers, roads = "旭川市汚水処理施設整備推進計画", "旭川市道整備推進計画"
    assert 0.7 < SequenceMatcher(None, sewers, roads).ratio() < SIMILAR
    assert similarity(sewers, roads) < SIMILAR


#: Letters, marks and spaces as pages spell them: each row is one and the same in a title.
SPELLINGS = ["水", "と", "計", "画", "ガｶﾞ", "AＡ", "1１", "((（", "-‐−—－", "~〜～", '"“”', "・･"]
VARIANTS = [["ガ", "ｶﾞ"] if row == "ガｶﾞ" else list(row) for row in SPELLINGS]
letters = st.sampled_from(VARIANTS).flatmap(lambda row: st.tuples(st.sampled_from(row), st.sampled_from(row)))
spaces = st.sampled_from(["", "", " ", "\u3000", "\n", "\u00a0"])


@given(st.lists(st.tuples(letters, spaces, spaces), min_size=1, max_size=20))
def test_the_same_plan_in_another_spelling_is_always_the_same(
    spelled: list[tuple[tuple[str, str], str, str]],
) -> None:
    """Spaces, line breaks, width, dashes, tildes and quotes of a title do not make another plan."""
    one = "".join(pair[0] + space for pair, space, _ in spelled)
    other = "".join(pair[1] + space for pair, _, space in spelled)
    assert certainty(plan(title=one), keyed(title=other)) == [("CERTIFICATION", "1")]


codes = st.sampled_from(["06209", "06213", "06401", "06402"])
days = st.sampled_from(["2019-03-29", "2020-03-30", "2019-03", None])
rounds = st.sampled_from([51, 55, None])
bases = st.sampled_from(["stated", "inferred"])
plans = st.builds(
    PlanRecord,
    title=st.sampled_from([TITLE, "最上川かわまち作り計画", "別の計画", None]),
    makers=st.lists(st.builds(Maker, code=codes), max_size=3),
    certification=st.builds(Certification, date=days, round=rounds, round_basis=bases),
    amendments=st.lists(st.builds(Amendment, date=days, round=rounds, round_basis=bases), max_size=2),
)


@given(plans, plans)
def test_plans_without_a_maker_in_common_are_never_the_same(read: PlanRecord, other: PlanRecord) -> None:
    """Whatever else agrees, and whether makers are known or not."""
    held = KnownPlans()
    held.take(keyed(title=other.title, makers=other.makers, certification=other.certification), "a.yaml")
    if {maker.code for maker in read.makers}.isdisjoint({maker.code for maker in other.makers}):
        assert same_plans(read, held) == {}


@given(plans, plans)
def test_what_is_the_same_one_way_is_the_same_the_other_way(one: PlanRecord, other: PlanRecord) -> None:
    """Which of two plans was known first does not matter."""

    def found(read: PlanRecord, held: PlanRecord) -> list[Grade]:
        fields = {name: getattr(held, name) for name in ("title", "makers", "certification", "amendments")}
        return list(same_plans(read, known(keyed(**fields))))

    assert found(one, other) == found(other, one)
