import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.names import SH
from saisei_lod.validation.results import Report, Violation
from saisei_lod.validation.shapes import Rule

SHAPE, NODE = NamedNode("https://example.org/shape"), NamedNode("https://example.org/node")
MESSAGE, FIX = Bilingual("伝言", "message"), Bilingual("対処", "fix")


def rule(*conditions: str, path: str = "dcterms:title") -> Rule:
    """Return a rule with some conditions."""
    return Rule("some-code", Severity.WARNING, MESSAGE, FIX, path, path, conditions)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (NamedNode("https://w3id.org/saisei/ns#Stated"), "saisei:Stated"),
        (NamedNode("https://example.org/a"), "https://example.org/a"),
        (BlankNode("b0"), "_:b0"),
        (Literal('二行\n"引用"', language="ja"), '二行\n"引用"'),
        (Literal("長" * 300), "長" * 200 + "…"),
    ],
)
def test_a_value_is_shown_as_people_read_it(value: Term | None, text: str) -> None:
    """Prefixed, without quotes and tags, and cut where it is long."""
    result = Violation(SHAPE, f"{SH}InConstraintComponent", NODE, value).result(rule("in"))
    assert result.text == text
    assert result.value == ("" if value is None else str(value))


def test_a_predicate_of_the_engine_goes_before_the_path_of_the_shape() -> None:
    """A closed shape has no path; the property that is too much is named by the engine."""
    closed = f"{SH}ClosedConstraintComponent"
    result = Violation(SHAPE, closed, NODE, Literal("x"), NamedNode("https://example.org/p")).result(
        rule("closed", path="")
    )
    assert (result.path, result.turtle) == ("<https://example.org/p>",) * 2
    assert Violation(SHAPE, closed, NODE).result(rule("closed")).path == "dcterms:title"


def test_the_reason_stands_behind_the_message_of_several_conditions() -> None:
    """An unknown component adds nothing."""
    datatype, custom = f"{SH}DatatypeConstraintComponent", "https://example.org/CustomConstraintComponent"
    many = rule("datatype", "maxCount")
    assert (
        Violation(SHAPE, datatype, NODE).result(many).message.en
        == "message (wrong datatype, or no such value)"
    )
    assert Violation(SHAPE, datatype, NODE).result(rule("datatype")).message == MESSAGE
    assert Violation(SHAPE, custom, NODE).result(many).message == MESSAGE


def test_a_result_becomes_a_finding_at_a_place() -> None:
    """Node and path are added to the record's file and line."""
    result = Violation(SHAPE, f"{SH}MinCountConstraintComponent", NODE).result(rule("minCount"))
    assert result.finding(Place("plans.yaml", 3)) == Finding(
        "some-code",
        Severity.WARNING,
        MESSAGE,
        Place("plans.yaml", 3, None, NODE.value, "dcterms:title"),
        "",
        FIX,
    )


@pytest.mark.parametrize(
    ("focus", "node"), [(NODE, NODE.value), (BlankNode("b"), "_:b"), (Literal("x"), '"x"')]
)
def test_the_node_is_an_iri_without_brackets(focus: Term, node: str) -> None:
    """Blank nodes and literals stay as N-Triples spells them."""
    assert Violation(SHAPE, f"{SH}NodeKindConstraintComponent", focus).result(rule()).node == node


def test_a_report_without_results_conforms() -> None:
    """Shapes without target do not count against it."""
    report = Report((), ("some-code",), ())
    assert report.conforms
    assert dict(report.severities) == dict.fromkeys(Severity, 0)
    assert report.counts == {}
