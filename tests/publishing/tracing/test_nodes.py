import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.iris import Minter
from saisei_lod.publishing.tracing.nodes import Node, node_of

KEY = "r055-01204-3476059d"
MINTER = Minter("https://example.org/id/")


@pytest.mark.parametrize("key", [KEY, f"{KEY}-2", "d20200330-u12345-3476059d", "nodate-x0000-3476059d"])
def test_what_is_minted_is_taken_apart(key: str) -> None:
    """Every IRI of a plan, its parts and its source leads back to what it was made of."""
    made = {
        MINTER.plan(key): Node("plan", key),
        MINTER.version(key, "2020-03-30"): Node("version", key, tail="20200330"),
        MINTER.event(key, "2020-03"): Node("event", key, tail="202003"),
        MINTER.event(key, "r039"): Node("event", key, tail="r039"),
        MINTER.event(key, "nodate", 2): Node("event", key, tail="nodate-2"),
        MINTER.period(key, "undated"): Node("period", key, tail="undated"),
        MINTER.joint_making(key, "2020-03-30"): Node("joint-making", key, tail="20200330"),
        MINTER.document(key, "2020-03-30", 12): Node("document", key, tail="20200330-12"),
        MINTER.indicator_value(key, "2020-03-30", 2, 3): Node("indicator", key, tail="20200330-2-3"),
        MINTER.listing("01204-a-b", "0f1e2d3c" * 8, key): Node("listing", key, "01204-a-b", "0f1e2d3c"),
        MINTER.snapshot("01204-a-b", "0f1e2d3c" * 8): Node("snapshot", source="01204-a-b", tail="0f1e2d3c"),
        MINTER.source("01204-a-b"): Node("source", source="01204-a-b"),
        MINTER.contact("01204-a-b"): Node("contact", source="01204-a-b"),
    }
    assert {iri.value: node_of(iri.value) for iri in made} == {iri.value: node for iri, node in made.items()}


def test_the_numbers_of_a_part_stand_behind_its_day() -> None:
    """A document has one, a value of an indicator has two."""
    assert Node("document", KEY, tail="20200330-12").numbers == (12,)
    assert Node("indicator", KEY, tail="20200330-2-3").numbers == (2, 3)


@pytest.mark.parametrize("iri", ["round/55", "local-government/01204", "scheme/suishin", "catalog/plans"])
def test_what_no_record_holds_is_no_node(iri: str) -> None:
    """Rounds, places and schemes stand in tables."""
    assert node_of(f"https://w3id.org/saisei/id/{iri}") is None


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    """RDF from elsewhere holds all sorts of IRIs."""
    assert node_of(text) is None or "/" in text
