"""The field that a claim is about, told from its statement."""

import pytest

from saisei_lod import vocabulary as v
from saisei_lod.mapping.claim_statements import RDF_TYPE
from saisei_lod.querying.claim_fields import Field, field_of
from saisei_lod.terms import Iri

KEY = "r055-01204-3476059d"
ID = "https://e.org/id"
CERTIFIED = f"{ID}/event/{KEY}-20200330"
CASES = {
    ("plan/{key}", v.DCTERMS_TITLE, ""): Field("title"),
    ("plan/{key}", v.MAKER, f"{ID}/local-government/06209"): Field("makers.06209"),
    ("version/{key}-20200330", v.SCHEME, f"{ID}/scheme/suishin"): Field("schemes.suishin", "2020-03-30"),
    ("event/{key}-20200330", v.DCTERMS_DATE, ""): Field("certification.date"),
    ("event/{key}-20200330-2", RDF_TYPE, ""): Field("amendments.2020-03-30-2.kind"),
    ("event/{key}-r039", v.IN_ROUND, ""): Field("amendments.r039.round"),
    ("event/{key}-202103", v.DCTERMS_DATE, ""): Field("amendments.2021-03.date"),
    ("event/{key}-nodate", v.DCTERMS_DATE, ""): Field("amendments.nodate.date"),
    ("period/{key}-undated", v.PERIOD_START, ""): Field("period.start"),
    ("coverage/{key}-20200330", v.COVERS, f"{ID}/local-government/01204"): Field(
        "coverage.codes.01204", "2020-03-30"
    ),
    ("document/{key}-20200330-2", v.PRINTED_SIZE, ""): Field("documents[1].size_text", "2020-03-30"),
    ("indicator/{key}-20200330-1", v.UNIT, ""): Field("indicators[0].unit", "2020-03-30"),
    ("indicator/{key}-20200330-1-3", v.VALUE, ""): Field("indicators[0].values[2].value", "2020-03-30"),
    ("amount/{key}-20200330-1", v.YEN, ""): Field("amounts[0].yen", "2020-03-30"),
    ("listing/01204-054421-0f1e2d3c-{key}", v.LISTED_STATUS, ""): Field("status"),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_each_kind_of_node_has_its_fields(case: tuple[str, Iri, str]) -> None:
    """Names of nodes are those that the minter gives."""
    node, predicate, value = case
    subject = f"{ID}/{node.format(key=KEY)}"
    assert field_of(subject, predicate.value, value, KEY, {CERTIFIED}) == CASES[case]


@pytest.mark.parametrize(
    "node",
    [f"plan/{KEY}-2", f"event/{KEY}-2-20200330", f"listing/x-0f1e2d3c-{KEY}-2", "source/01204-054421"],
)
def test_another_plan_whose_key_begins_alike_is_told_apart(node: str) -> None:
    """A key may end in a number: its nodes are not those of the key without it."""
    for predicate in (v.DCTERMS_TITLE, v.DCTERMS_DATE, v.HEADING):
        assert field_of(f"{ID}/{node}", predicate.value, "", KEY, ()) is None


def test_fields_come_in_the_order_of_a_record() -> None:
    """Numbers by their size, parts and their names as people expect them."""
    paths = [
        "title", "certification.date", "certification.round", "amendments.2020-08-21.date", "period.start",
        "period.end", "makers.06209", "makers.basis", "documents[2].format", "documents[10].format",
        "indicators[0].name", "indicators[0].values[0].year", "indicators[0].values[0].value", "heading",
    ]  # fmt: skip
    assert sorted(map(Field, reversed(paths)), key=lambda field: field.order) == list(map(Field, paths))
