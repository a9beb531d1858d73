"""Binding parameters to a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from saisei_lod.errors import InputError, UsageError
from saisei_lod.querying import Query, bind, find, pack, parameters
from saisei_lod.querying.model import KINDS

XSD = "http://www.w3.org/2001/XMLSchema#"


def given_examples(query: Query) -> dict[str, str]:
    """Return the examples of a query's required parameters."""
    return {p.name: p.value for p in query.parameters if p.need == "required"}


def test_values_stand_in_one_line_as_terms() -> None:
    """A date and a number come typed, a code as an IRI; what is optional and not given is UNDEF."""
    bound = bind(find("plans-ending-soon"), {"date": "2020-10-01"})
    line = f'("2020-10-01"^^<{XSD}date> "6"^^<{XSD}integer> UNDEF)'
    assert f"VALUES (?asked_date ?asked_months ?asked_maker) {{ {line} }}" in bound.text
    assert set(bound.values) == {"date", "months"}
    named = bind(find("plans-ending-soon"), {"date": "2020-10-01", "maker": "062090"})
    assert "<https://w3id.org/saisei/id/local-government/06209>)" in named.text


def test_lines_keep_their_numbers() -> None:
    """A bound text has as many lines as the file, so that errors keep their place."""
    for query in pack():
        assert bind(query, given_examples(query)).text.count("\n") == query.text.count("\n")


def test_every_optional_parameter_may_be_given() -> None:
    """Each query can be bound with all of its parameters, and what comes out is SPARQL."""
    values = {
        "code": "06209",
        "key": "r036-06209-c6e55eea",
        "date": "2020-01-01",
        "slug": "suishin",
        "integer": "3",
        "year": "2015",
        "topic": "DMO",
    }
    assert set(values) == set(KINDS)
    for query in pack():
        bound = bind(query, {p.name: values[p.kind] for p in query.parameters})
        assert set(bound.values) == {p.name for p in query.parameters}
        Store().query(bound.text)


def test_a_missing_parameter_is_named_with_an_example() -> None:
    """The message names the parameter, what it means and how to give it."""
    with pytest.raises(UsageError) as caught:
        bind(find("plans-in-force"), {"date": " "})
    assert "date" in caught.value.what.en
    assert "--param date=2020-04-01" in caught.value.text("ja")


def test_an_unknown_parameter_brings_the_nearest() -> None:
    """A misspelt parameter is refused with the one that it is like."""
    with pytest.raises(UsageError) as caught:
        bind(find("plans-in-force"), {"dat": "2020-04-01"})
    assert caught.value.expected is not None
    assert caught.value.expected.en == "date"


def test_a_query_without_parameters_takes_none() -> None:
    """A parameter for a query that has none is refused, not ignored."""
    with pytest.raises(UsageError, match="takes no parameter"):
        bind(find("datasets"), {"date": "2020-04-01"})


def test_a_value_of_a_wrong_type_is_told_with_its_parameter() -> None:
    """The message says which parameter it is about."""
    with pytest.raises(UsageError) as caught:
        bind(find("plans-in-force"), {"date": "2020-13-01"})
    assert caught.value.where == "--param date"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * {\n  VALUES (?asked_b) { (1) }\n}",
        "SELECT * {\n  VALUES (?asked_a) { (1) }\n  VALUES (?asked_a) { (1) }\n}",
        "SELECT * {\n  VALUES (?asked_a) {\n (1) }\n}",
    ],
)
def test_a_query_must_hold_one_line_for_its_values(text: str) -> None:
    """A query that declares a parameter and has no line for it, or two, cannot be bound."""
    parameter = find("plans-in-force").parameters[0]._replace(name="a", need="optional", value="")
    with pytest.raises(InputError, match="no line"):
        bind(Query("mine", text, "mine.rq", parameters=(parameter,)), {})


@given(st.text(), st.sampled_from(["date", "maker"]))
def test_no_value_changes_the_text_elsewhere(value: str, name: str) -> None:
    """Whatever the value, the text but for the one line of values is that of the file."""
    query = find("plans-in-force")
    try:
        bound = bind(query, {"date": "2020-04-01", name: value})
    except UsageError:
        return
    before, after = query.text.split("\n"), bound.text.split("\n")
    assert [old for old, new in zip(before, after, strict=True) if old != new and "VALUES" not in old] == []


def test_pairs_are_split_at_the_first_equals_sign() -> None:
    """A value may hold the sign itself."""
    assert parameters(["a=b=c", " d =e"]) == {"a": "b=c", "d": "e"}


@pytest.mark.parametrize("pairs", [["date"], ["=x"], ["a=1", "a=2"]])
def test_pairs_of_another_form_are_refused(pairs: list[str]) -> None:
    """A parameter without sign or name, or given twice, is refused."""
    with pytest.raises(UsageError):
        parameters(pairs)
