"""The plans of a page and the keys under which they are known."""

from typing import Any

from saisei_lod.matching import KnownPlans, Matched, match_page
from saisei_lod.records.model import Amendment, Certification, Maker, PageRecord, PlanRecord

TITLE = "最上川かわまちづくり計画"
CERTIFIED = Certification(date="2019-03-29", date_basis="stated", round=51, round_basis="stated")
MINTED = "r051-06209-ffffffff"


def plan(key: str | None = MINTED, **fields: Any) -> PlanRecord:
    """Return a plan of Nagai certified in round 51 with the fields given."""
    makers = [Maker(code="06209")]
    return PlanRecord(id=key, **{"title": TITLE, "makers": makers, "certification": CERTIFIED, **fields})


def held(*plans: PlanRecord) -> KnownPlans:
    """Return known plans, each in a file of its own."""
    known = KnownPlans()
    for number, one in enumerate(plans, 1):
        known.take(one, f"data/plans/{number}.yaml")
    return known


def matched(known: KnownPlans, *plans: PlanRecord, own: tuple[str, ...] = ()) -> Matched:
    """Return a page of plans, matched."""
    return match_page(PageRecord(plans=list(plans)), known, file="page.txt", own=own)


def keys(found: Matched) -> list[str | None]:
    """Return the keys of the plans."""
    return [one.id for one in found.record.plans]


def codes(found: Matched) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in found.findings]


def test_a_known_plan_gets_its_key_and_is_named_with_its_file() -> None:
    """The title is spelled otherwise, so that another key was minted."""
    found = matched(held(plan("r051-06209-00000001")), plan(title="最上川 かわまちづくり計画", lines=(7, 9)))
    assert keys(found) == ["r051-06209-00000001"]
    (finding,) = found.findings
    assert (finding.code, finding.severity, str(finding.place)) == (
        "plan-already-known",
        "info",
        "page.txt:7",
    )
    assert "data/plans/1.yaml" in finding.message.ja
    assert "r051-06209-00000001" in finding.message.en
    assert "名称が同じ" in finding.message.ja


def test_a_plan_that_is_known_from_this_page_alone_needs_no_word() -> None:
    """Reading a page again tells nothing of its own record."""
    known = held(plan("r051-06209-00000001"))
    assert codes(matched(known, plan(), own=("data/plans/1.yaml",))) == []
    assert codes(matched(known, plan(), own=("data/plans/2.yaml",))) == ["plan-already-known"]


def test_a_plan_that_may_be_known_gets_no_key_and_both_are_told() -> None:
    """Neither the key of the candidate nor a new one: a person decides, and finds both in the message."""
    found = matched(held(plan("r051-06209-00000001", title="最上川かわまち作り計画")), plan())
    assert keys(found) == [None]
    assert codes(found) == ["plan-maybe-known"]
    assert "r051-06209-00000001" in found.findings[0].message.en
    assert MINTED in found.findings[0].fix.ja
    assert [(match.known.key, match.certainty) for match in found.matches[0]] == [
        ("r051-06209-00000001", "near")
    ]


def test_of_several_same_plans_none_is_taken() -> None:
    """One plan that has got two keys is told, not chosen."""
    found = matched(held(plan("r051-06209-00000001"), plan("r051-06209-00000002")), plan())
    assert (keys(found), codes(found)) == ([None], ["plan-known-twice"])
    assert [match.certainty for match in found.matches[0]] == ["same", "same"]
    assert "r051-06209-00000001, r051-06209-00000002" in found.findings[0].message.en


def test_the_surer_reason_decides_between_two() -> None:
    """The plan of the same key is not one of several, though another one has the same facts."""
    known = held(plan("r051-06209-00000001"), plan(MINTED))
    assert keys(matched(known, plan())) == [MINTED]


def test_each_known_plan_is_one_plan_of_the_page() -> None:
    """A plan that the page lists twice gets its key once, the surer of the two."""
    known = held(plan(MINTED))
    found = matched(known, plan(None), plan())
    assert (keys(found), codes(found)) == ([None, MINTED], ["plan-key-twice", "plan-already-known"])


def test_a_plan_beside_its_like_on_one_page_is_another_plan() -> None:
    """The page lists the known plan, so the similar one that it lists too is new."""
    known = held(plan("r051-06209-00000001", title="最上川かわまち作り計画"))
    found = matched(known, plan(None, title="最上川かわまち作り計画"), plan())
    assert (keys(found), codes(found)) == (["r051-06209-00000001", MINTED], ["plan-already-known"])


def test_what_is_not_known_keeps_the_key_that_was_minted() -> None:
    """Nothing is said of it."""
    found = matched(held(plan("r051-06213-00000001", makers=[Maker(code="06213")], title="別")), plan())
    assert (keys(found), codes(found), found.matches) == ([MINTED], [], [[]])


def test_a_plan_is_found_by_a_day_that_any_record_of_it_tells() -> None:
    """One source has the certification, another the change; a third page lists the change alone."""
    key = "r051-06209-00000001"
    change = Amendment(date="2020-03-30")
    known = held(
        plan(key, certification=Certification()),
        plan(key, certification=Certification(), amendments=[change]),
    )
    assert keys(matched(known, plan(None, certification=Certification(), amendments=[change]))) == [key]


def test_a_match_as_json_says_why_in_both_languages() -> None:
    """Key, certainty, reasons and file, as the JSON of reading has them."""
    found = matched(held(plan("r051-06209-00000001")), plan())
    assert found.matches[0][0].as_json() == {
        "key": "r051-06209-00000001",
        "certainty": "same",
        "reasons": [
            {"ja": "名称が同じ", "en": "the same title"},
            {"ja": "作成主体が共通(06209)", "en": "makers in common (06209)"},
            {
                "ja": "認定の日か回が同じ(2019-03-29, r051)",
                "en": "certified on the same day or in the same round (2019-03-29, r051)",
            },
        ],
        "file": "data/plans/1.yaml",
    }
