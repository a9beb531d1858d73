import pytest

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.claims import plan_claims
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import MergedPlan
from saisei_lod.publishing.tracing.fields import evidence_path, field_of, page_field, value_at
from saisei_lod.publishing.tracing.nodes import Node, node_of
from saisei_lod.records.model import Contact, Page, PlanRecord, Publisher
from saisei_lod.validation.names import shortened

KEY = "r055-01204-3476059d"
#: What is said of the history and of the links between nodes: no field says it alone.
LINKS = {
    "dcat:previousVersion", "dcterms:isVersionOf", "prov:generated", "prov:invalidated", "prov:specializationOf",
    "prov:used", "prov:wasGeneratedBy", "prov:wasRevisionOf", "saisei:describedIn", "saisei:eventOf",
    "saisei:latestVersion", "saisei:listedPlan", "saisei:snapshot", "saisei:version",
}  # fmt: skip


def said(whole: MergedPlan) -> list[tuple[str, str, str]]:
    """Return node, property and value of everything that the plan is mapped to."""
    return [
        (described.subject.value, shortened(prop.predicate[1:-1]), value.nt)
        for described in plan_block(whole, Minter())
        for prop, values in described.statements
        for value in values
    ]


def test_everything_that_is_mapped_leads_back_to_a_field(whole: MergedPlan) -> None:
    """Each value of the graph has a field in which the record says something."""
    lost = []
    for iri, about, value in said(whole):
        node = node_of(iri)
        assert node is not None, iri
        field = field_of(node, about, value, whole.record, whole.record)
        if about not in LINKS and value_at(whole.record, field) in (None, "", []):
            lost.append((node.kind, about, field))
    assert lost == []


def test_every_claim_leads_back_to_a_field(whole: MergedPlan) -> None:
    """What a claim says is said by the record that it was made of."""
    claims = [
        {prop.predicate: values[0].nt for prop, values in described.statements}
        for _, block in plan_claims(whole, plan_block(whole, Minter()), Minter())
        for described in block
        if v.CLAIM in described.types
    ]
    fields = []
    for claim in claims:
        node = node_of(claim[v.CLAIM_SUBJECT.predicate][1:-1])
        assert node is not None
        value = claim.get(v.CLAIM_OBJECT.predicate) or claim[v.CLAIM_VALUE.predicate]
        about = shortened(claim[v.CLAIM_PREDICATE.predicate][1:-1])
        fields.append(field_of(node, about, value, whole.record, whole.record))
    assert len(fields) > len(whole.record.evidence)
    assert [field for field in fields if not field or value_at(whole.record, field) in (None, "", [])] == []


@pytest.mark.parametrize(
    ("kind", "tail", "about", "value", "field"),
    [
        ("plan", "", "saisei:maker", "<https://w3id.org/saisei/id/local-government/01452>", "makers[1].code"),
        ("plan", "", "saisei:maker", "", "makers"),
        ("plan", "", "saisei:scheme", "<https://w3id.org/saisei/id/scheme/kigyou>", "schemes[1]"),
        ("plan", "", "saisei:scheme", "<https://w3id.org/saisei/id/scheme/other>", "schemes"),
        (
            "coverage",
            "20200821",
            "saisei:covers",
            "<https://x.org/local-government/01452>",
            "coverage.codes[1]",
        ),
        ("period", "20200821", "saisei:days", '"3"', "period"),
        ("event", "20200330", "saisei:inRound", "", "certification.round"),
        ("event", "20200330", "rdf:type", "", "certification"),
        ("event", "20200821", "saisei:fiscalYear", "", "amendments[0].date"),
        ("event", "20200821-2", "rdf:type", "", "amendments[1].kind"),
        ("event", "r063", "saisei:roundBasis", "", "amendments[2].round_basis"),
        ("event", "19990101", "dcterms:date", "", ""),
        ("version", "20200821", "saisei:validFrom", "", "amendments[0].date"),
        ("version", "20200821", "saisei:certainUntil", "", "amendments[3].date"),
        ("document", "20200821-1", "saisei:printedKilobytes", "", "documents[0].size_text"),
        ("indicator", "20200821-1-1", "saisei:number", "", "indicators[0].values[0].value"),
        ("indicator", "20200821-1", "saisei:indicatorValue", "", "indicators[0].values"),
        ("listing", "0f1e2d3c", "saisei:lastLine", "", "lines"),
        ("joint-making", "20200821", "saisei:wording", "", "printed.makers"),
        ("plan", "", "saisei:event", "", "certification"),
        ("plan", "", "dcat:previousVersion", "", ""),
    ],
)
def test_a_property_leads_to_its_field(  # noqa: PLR0913, PLR0917 - a row of a table
    whole: MergedPlan, kind: str, tail: str, about: str, value: str, field: str
) -> None:
    """What is computed leads to what it was computed from, a missing value to the list that lacks it."""
    node = Node(kind, KEY, tail=tail)
    assert field_of(node, about, value, whole.record, whole.record) == field


def test_what_a_page_is_mapped_to_leads_back_to_a_field() -> None:
    """The document, its snapshot and its contact are told by the page of the record."""
    page = Page(
        title="一覧",
        publisher=Publisher(code="01204"),
        source="01204-a",
        page_id="1",
        last_updated="2021-01-01",
        retrieved="2021-01-02",
        url="https://example.org/",
        sha256="a" * 64,
        contact=Contact(name="課", address="市", phone="1", fax="2", email="a@example.org"),
    )
    lost = [
        shortened(prop.predicate[1:-1])
        for described in source_block([page], Minter())
        for prop, _ in described.statements
        if not value_at(page, page_field(shortened(prop.predicate[1:-1])).removeprefix("page."))
    ]
    assert lost == []
    assert page_field("saisei:unheardOf") == "page"


@pytest.mark.parametrize(
    ("field", "path"),
    [
        ("title", "title"),
        ("makers[0].code", "makers.01204"),
        ("coverage.codes[1]", "coverage.codes.01452"),
        ("schemes[1]", "schemes.kigyou"),
        ("amendments[0].date", "amendments.2020-08-21.date"),
        ("amendments[1].kind", "amendments.2020-08-21-2.kind"),
        ("amendments[2].round", "amendments.r063.round"),
        ("documents[0].format", "documents[0].format"),
        ("makers[9].code", "makers.None"),
    ],
)
def test_evidence_is_named_by_identity(whole: MergedPlan, field: str, path: str) -> None:
    """As the reader names it; what is not there has none."""
    assert evidence_path(whole.record, field) == path


def test_a_field_that_is_not_there_has_no_value() -> None:
    """Neither a name, nor a number, nor a part of nothing."""
    record = PlanRecord(schemes=["suishin"])
    assert [value_at(record, field) for field in ("", "period.end", "schemes[3]", "schemes[0].x")] == [
        record, None, None, None,
    ]  # fmt: skip
