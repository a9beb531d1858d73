"""Where and why a text is no SPARQL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from saisei_lod.errors import InputError
from saisei_lod.querying.evaluating import evaluate
from saisei_lod.querying.faults import syntax_error


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("SELECT ?s { ?s ?p }", "mine.rq:1:20"),
        ("SELECT *\n{\n  ?s a foo:Bar .\n}", "mine.rq:3:"),
        ('SELECT * {\n\n  "あああ" ?p }', "mine.rq:3:12"),
        ("SELECT ?v\nWHERE {\n  ?v <a:b> ?c ?d .\n}\n", "mine.rq:3:15"),
        ("SELECT ?v\nWHERE {\n  ?v <a:b> ] .\n}\n", "mine.rq:3:12"),
        ("SELECT ?v\nWHERE {\n  ?v <a:b> ?c\n", "mine.rq:4:1"),
        ('SELECT * {\n FILTER(?x = "a)\n}', "mine.rq:2:"),
        ("SELEC ?v\nWHERE {\n  ?v <a:b> ?c\n}", "mine.rq:1:1"),
        ("SELECT ?s (COUNT(?p) AS ?n) { ?s ?p ?o }", "mine.rq:1:"),
        ("", "mine.rq:1:1"),
        ("こんにちは", "mine.rq:1:"),
        ("SELECT * { ?s ?p ?o }\ngarbage", "mine.rq:2:"),
    ],
)
def test_a_text_that_is_no_query_is_refused_with_line_and_column(text: str, where: str) -> None:
    """The message names file, line and column, what was expected, and stays short."""
    with pytest.raises(InputError) as caught:
        evaluate(text, Store(), "mine.rq")
    assert caught.value.where.startswith(where)
    assert caught.value.expected is not None
    assert len(caught.value.text("ja")) < 400


def test_an_undeclared_prefix_is_named_as_such() -> None:
    """The parser's list of characters is not shown."""
    with pytest.raises(InputError) as caught:
        evaluate("SELECT * { ?s a foo:Bar }", Store(), "mine.rq")
    assert caught.value.expected is not None
    assert "PREFIX" in caught.value.expected.ja


def test_a_long_text_is_not_parsed_twice() -> None:
    """Beyond some thousand characters pyoxigraph's word is taken."""
    text = "SELECT * {" + " ?s ?p ?o ." * 3000
    assert syntax_error("error at 1:7: expected x", text, "q").where == "q:1:7"


@given(st.text())
def test_any_message_of_the_parser_becomes_an_error(message: str) -> None:
    """Whatever the engine says, the error has a place."""
    assert syntax_error(message, "x", "q").where.startswith("q:")
