"""Evaluating a query text within bounds."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from saisei_lod.errors import InputError
from saisei_lod.querying import evaluating
from saisei_lod.querying.evaluating import evaluate

P = NamedNode("https://example.org/p")


def store_of(size: int) -> Store:
    """Return a store of so many statements."""
    store = Store()
    store.extend([Quad(NamedNode(f"https://example.org/{n}"), P, Literal(str(n))) for n in range(size)])
    return store


def test_each_form_has_its_result() -> None:
    """SELECT gives rows, ASK a truth value, CONSTRUCT and DESCRIBE a graph in sorted N-Triples."""
    store = store_of(2)
    assert evaluate("SELECT ?s { ?s ?p '1' }", store, "q").form == "rows"
    assert evaluate("ASK { ?s ?p '1' }", store, "q").body == b'{"head":{},"boolean":true}'
    constructed = evaluate("CONSTRUCT { ?s <x:y> ?p } WHERE { ?s ?p ?o }", store, "q")
    assert constructed.form == "graph"
    assert constructed.body.decode().splitlines() == [
        f"<https://example.org/{n}> <x:y> <{P.value}> ." for n in (0, 1)
    ]
    assert evaluate("DESCRIBE <https://example.org/1>", store, "q").body.count(b"\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "# a remark\nPREFIX a: <https://example.org/>\nBASE <https://example.org/>\n\n delete where { ?s ?p ?o }",
        "LOAD <https://example.org/>",
        "CLEAR ALL",
        "DROP GRAPH <a:a>",
        "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_and_nothing_is_changed(text: str) -> None:
    """A release is read only; the message says so and where the word stands."""
    store = store_of(3)
    with pytest.raises(InputError, match="refused") as caught:
        evaluate(text, store, "mine.rq")
    assert caught.value.where.startswith("mine.rq:")
    assert len(store) == 3


@pytest.mark.parametrize(
    "text", ["SELECT (1 AS ?insert) {}", "PREFIX delete: <a:b> ASK {}", "# INSERT\nASK {}"]
)
def test_a_query_that_names_an_update_word_is_no_update(text: str) -> None:
    """The word counts only where an update would begin."""
    assert evaluate(text, store_of(0), "q").body


@pytest.mark.parametrize(
    "text",
    [
        f"ASK {{ FILTER({'!' * 40_000}true) }}",
        f"SELECT * {{ {'{' * 20_000}{'}' * 20_000} }}",
        f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}",
    ],
    ids=["not", "braces", "brackets"],
)
def test_deep_nesting_does_not_bring_the_program_down(text: str) -> None:
    """Nesting that overflows an ordinary stack is evaluated or refused, in a thread with a large one."""
    assert evaluate(text, store_of(0), "q").body


def test_the_stack_of_other_threads_stays_as_it_was() -> None:
    """The large stack is that of the one thread."""
    before = threading.stack_size()
    evaluate("ASK {}", store_of(0), "q")
    assert threading.stack_size() == before


def test_a_text_beyond_the_bound_is_refused() -> None:
    """A megabyte of text is refused before it is parsed."""
    with pytest.raises(InputError, match="too long"):
        evaluate(f"ASK {{}} #{'x' * 1_000_000}", store_of(0), "q")


def test_long_white_space_is_no_trap() -> None:
    """What comes before the first word is looked through in linear time."""
    assert evaluate(f"{' ' * 40_000}ASK {{}}", store_of(0), "q").form == "truth"


def test_a_query_that_does_not_end_is_given_up() -> None:
    """At the time limit an error says so."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c < ?f) }"
    with pytest.raises(InputError, match=r"did not end in 0\.05 seconds"):
        evaluate(endless, store_of(1000), "q", seconds=0.05)


def test_an_answer_beyond_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cross product is given up once its rows are too many to hold."""
    monkeypatch.setattr(evaluating, "_LARGEST", 10_000)
    with pytest.raises(InputError, match="too large"):
        evaluate("SELECT * { ?a ?b ?c . ?d ?e ?f }", store_of(100), "q")


def test_a_service_that_cannot_be_reached_is_an_input_error() -> None:
    """An evaluation that fails says why."""
    with pytest.raises(InputError, match="could not be evaluated"):
        evaluate("SELECT * { SERVICE <https://localhost:1/> { ?s ?p ?o } }", store_of(0), "q")


@given(st.text(max_size=60))
def test_any_text_gives_a_result_or_an_input_error(text: str) -> None:
    """No text, however odd, gives another error."""
    if "SERVICE" in text.upper():
        return
    try:
        assert evaluate(text, Store(), "q").form in {"rows", "truth", "graph"}
    except InputError as error:
        assert error.where.startswith("q")  # noqa: PT017 - both outcomes are right
