"""Rounds and their days as descriptions."""

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.rounds import round_blocks
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.terms import Description

BLOCKS = {block[0].subject.ttl: block for block in round_blocks(load_rounds(), Minter())}


def days(described: Description) -> list[str]:
    """Return the certification days of a round in Turtle."""
    return [value.ttl for value in described.values(v.CERTIFICATION_DAY)]


def test_the_first_round_has_two_days() -> None:
    """第1回 was certified on 2005-06-17 and 2005-07-19."""
    assert days(BLOCKS["round:1"][0]) == ['"2005-06-17"^^xsd:date', '"2005-07-19"^^xsd:date']


def test_a_round_without_a_number_is_named_by_its_day() -> None:
    """令和7年度臨時回 of 2026-01-21 has no number."""
    unnumbered = BLOCKS["round:d20260121"][0]
    assert unnumbered.values(v.ROUND_NUMBER) == ()
    assert days(unnumbered) == ['"2026-01-21"^^xsd:date']


def test_an_inferred_day_says_so() -> None:
    """第57回 = 2020-08-21 is inferred, 第55回 = 2020-03-30 is stated."""
    bases = {
        one.subject.ttl: [value.ttl for value in one.values(v.BASIS)]
        for block in (BLOCKS["round:57"], BLOCKS["round:55"])
        for one in block[1:]
    }
    assert bases["round-day:57-20200821"] == ["saisei:Inferred"]
    assert bases["round-day:55-20200330"] == ["saisei:Stated"]


def test_days_of_no_known_round_make_no_round() -> None:
    """2008-03-31 was a certification day of a round whose number is not known."""
    assert "round:d20080331" not in BLOCKS
