"""What sources say as claims: which are published, by which rule the others are not."""

from typing import Any

import pytest

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter, claim_digest
from saisei_lod.mapping.claims import plan_claims, source_claims
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import merge
from saisei_lod.records.model import (
    Amendment,
    Certification,
    Contact,
    Evidence,
    Maker,
    Page,
    Period,
    PlanRecord,
    Publisher,
)
from saisei_lod.records.streaming import SourcedPlan
from saisei_lod.records.values import group, page_values, plan_values
from saisei_lod.terms import Description, Literal, Property, Term

KEY = "r055-01204-3476059d"
CERTIFIED = Certification(date="2020-03-30", date_basis="stated", round=55, round_basis="stated")
Said = dict[tuple[str, str, str], Description]


def said_by(day: str, **fields: Any) -> SourcedPlan:
    """Return what a page of a day says of the plan."""
    plan = PlanRecord(**{"id": KEY, "title": "計画", "certification": CERTIFIED, **fields})
    page = Page(source=f"01204-{day}", sha256=day.replace("-", "") * 8, last_updated=day)
    return SourcedPlan(plan, page, f"data/plans/{day}.yaml")


def claimed(*sources: SourcedPlan, **options: Any) -> list[Said]:
    """Return the claims of each source, in the order of hearing, by subject, predicate and object."""
    minter = Minter()
    merged = merge(sources)
    block = plan_block(merged, minter, **options)
    return [by_statement(claims) for _, claims in plan_claims(merged, block, minter, **options)]


def by_statement(block: list[Description]) -> Said:
    """Return claims by the last parts of their subject, predicate and object."""
    return {
        tuple(_last(value(claim, name)) for name in (v.CLAIM_SUBJECT, v.CLAIM_PREDICATE, None)): claim  # type: ignore[misc]
        for claim in block
        if v.CLAIM in claim.types
    }


def value(claim: Description, name: Property | None) -> Term:
    """Return the only value of a property, by default the object of the statement."""
    values = claim.values(name) if name else (claim.values(v.CLAIM_VALUE) or claim.values(v.CLAIM_OBJECT))
    (only,) = values
    return only


def _last(term: Term) -> str:
    return term.lexical if isinstance(term, Literal) else term.core.rpartition("#")[2]


def rule(claim: Description) -> str:
    """Return the rule by which a claim is not published, "" where it is."""
    return "".join(_last(term) for term in claim.values(v.CHOICE_RULE))


def test_the_later_source_is_published() -> None:
    """latest-source: the other value is a claim of its own that names the one preferred."""
    new, old = claimed(
        said_by("2021-01-01", period=Period(end="2024-03-31")),
        said_by("2023-01-01", period=Period(end="2025-03-31")),
    )
    loser = old[f"{KEY}-20200330", "periodEnd", "2024-03-31"]
    winner = new[f"{KEY}-20200330", "periodEnd", "2025-03-31"]
    assert (value(winner, v.OUTCOME), value(loser, v.OUTCOME)) == (v.PUBLISHED, v.NOT_PUBLISHED)
    assert (rule(loser), value(loser, v.OUTWEIGHED_BY)) == ("latest-source", winner.subject)
    assert rule(winner) == ""


def test_what_is_stated_is_preferred_to_what_is_implied() -> None:
    """stated-first: an earlier page names the maker, a later one only implies its publisher."""
    new, old = claimed(
        said_by("2021-01-01", makers=[Maker(code="01452")]),
        said_by("2023-01-01", makers=[Maker(code="01204", basis="implied")]),
    )
    loser = new[KEY, "maker", "01204"]
    assert (rule(loser), value(loser, v.CLAIM_BASIS)) == ("stated-first", v.IMPLIED)
    assert value(loser, v.OUTWEIGHED_BY) == old[KEY, "maker", "01452"].subject
    assert rule(new[KEY, "makerBasis", "Implied"]) == "stated-first"


def test_a_day_is_preferred_to_its_month() -> None:
    """precise-first: both sources tell of one change, and the claim of the month is about that event."""
    new, _ = claimed(
        said_by("2021-06-01", amendments=[Amendment(date="2021-03-30")]),
        said_by("2023-01-01", amendments=[Amendment(date="2021-03")]),
    )
    assert rule(new[f"{KEY}-20210330", "date", "2021-03"]) == "precise-first"


def test_a_kind_is_preferred_to_none() -> None:
    """specific-kind: 変更認定 says more than 変更."""
    new, old = claimed(
        said_by("2021-06-01", amendments=[Amendment(date="2021-03-30", kind="amendment")]),
        said_by("2023-01-01", amendments=[Amendment(date="2021-03-30")]),
    )
    assert rule(new[f"{KEY}-20210330", "type", "UnspecifiedChange"]) == "specific-kind"
    assert rule(old[f"{KEY}-20210330", "type", "Amendment"]) == ""


def test_a_certification_is_one_event_whatever_day_a_source_gives_it() -> None:
    """Both days are claims about the event that is published."""
    new, old = claimed(
        said_by("2023-01-01"),
        said_by("2021-01-01", certification=Certification(date="2020-03-31", round=55)),
    )
    assert rule(new[f"{KEY}-20200330", "date", "2020-03-30"]) == ""
    assert rule(old[f"{KEY}-20200330", "date", "2020-03-31"]) == "latest-source"


def test_a_round_without_a_number_follows_from_the_day() -> None:
    """No record can name it: the day's words stand for it, and it is inferred."""
    plan = said_by("2023-01-01", certification=Certification(date="2026-01-21"))
    (said,) = claimed(plan, unnumbered={"2026-01-21": "d20260121"})
    claim = said[f"{KEY}-20260121", "inRound", "d20260121"]
    assert (value(claim, v.CLAIM_BASIS), _last(value(claim, v.RULE))) == (v.INFERRED, "round-of-day")
    assert value(claim, v.OUTCOME) == v.PUBLISHED


def test_two_changes_of_one_day_are_two() -> None:
    """Their kinds are claims about two events."""
    changes = [Amendment(date="2021-03-30", kind="minor"), Amendment(date="2021-03-30", kind="amendment")]
    (said,) = claimed(said_by("2023-01-01", amendments=changes))
    assert (f"{KEY}-20210330", "type", "MinorChange") in said
    assert (f"{KEY}-20210330-2", "type", "Amendment") in said


def test_a_maker_that_is_only_a_name_is_no_statement() -> None:
    """The graph has no node for it; once a person adds the code, the words are those of the name."""
    named = Evidence(rule="maker-words", at="3-6")
    (silent,) = claimed(
        said_by("2023-01-01", makers=[Maker(name="見本市")], evidence={"makers.見本市": named})
    )
    assert [statement for statement in silent if statement[1] == "maker"] == []
    coded = [Maker(code="01204", name="見本市")]
    (said,) = claimed(said_by("2023-01-01", makers=coded, evidence={"makers.見本市": named}))
    claim = said[KEY, "maker", "01204"]
    assert (value(claim, v.CLAIM_BASIS), _last(value(claim, v.RULE))) == (v.STATED, "maker-words")


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(rule="era-date", value="2024-99-99", at="1-5", words="令和6年"),
        Evidence(rule="era-date", value="no day at all", at="1-5", words="令和6年"),
    ],
)
def test_damaged_evidence_stays_text(evidence: Evidence) -> None:
    """What was read is no date: its claim says so as text, and nothing fails."""
    plan = said_by("2023-01-01", period=Period(end="2025-03-31"), evidence={"period.end": evidence})
    (said,) = claimed(plan)
    assert rule(said[f"{KEY}-20200330", "periodEnd", evidence.value or ""]) == "correction"


def test_what_a_page_says_of_itself_is_claimed_in_its_graph() -> None:
    """Title, publisher, number and contact of the latest snapshot are published, the former title is not."""
    old = Page(
        source="01204-a", sha256="a" * 64, last_updated="2020-01-01", title="古い表題",
        publisher=Publisher(code="01204"), contact=Contact(email="not an address"),
    )  # fmt: skip
    new = Page(
        source="01204-a", sha256="b" * 64, last_updated="2021-01-01", title="新しい表題",
        evidence={"title": Evidence(rule="page-header", at="0-5")},
    )  # fmt: skip
    minter = Minter()
    block = source_block([new], minter)
    graphs = dict(source_claims([new, old], block, minter))
    assert [graph.core for graph in graphs] == ["01204-a-bbbbbbbb", "01204-a-aaaaaaaa"]
    said = by_statement(graphs[minter.snapshot("01204-a", "a" * 64)])
    assert rule(said["01204-a", "title", "古い表題"]) == "latest-source"
    assert ("01204-a", "hasEmail", "not an address") in said


def test_a_claim_is_named_by_snapshot_and_statement() -> None:
    """The same four parts give the same name, another part gives another one."""
    minter = Minter()
    parts = (
        minter.snapshot("01204-a", "a" * 64),
        minter.plan(KEY),
        v.MAKER,
        minter.local_government("01204"),
    )
    names = {claim_digest(*parts[:-1], other) for other in (parts[-1], minter.local_government("01205"))}
    assert claim_digest(*parts) in names
    assert len(names) == 2
    assert all(len(name) == 16 for name in names)


def test_paths_are_those_of_evidence() -> None:
    """Sets by identity, lists by number."""
    plan = said_by("2023-01-01", amendments=[Amendment(round=57), Amendment()], schemes=["suishin"]).plan
    paths = [item.path for item in plan_values(plan)]
    assert paths == [
        "title", "certification.date", "certification.round", "amendments.r057.round",
        "amendments.r057.kind", "amendments.nodate.kind", "schemes.suishin",
    ]  # fmt: skip
    assert [group(path) for path in paths[3:]] == [
        "amendments.round",
        "amendments.kind",
        "amendments.kind",
        "schemes",
    ]
    assert [item.path for item in page_values(Page(title="表題"))] == ["title"]
