"""Values of parameters: what each type takes, and what it refuses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, QuerySolutions, Store

from saisei_lod.errors import UsageError
from saisei_lod.querying.checking import checked
from saisei_lod.querying.model import KINDS, Kind
from saisei_lod.terms import Term

LG = "https://w3id.org/saisei/id/local-government/"
DATE = "http://www.w3.org/2001/XMLSchema#date"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("06209", "code", f"<{LG}06209>"),
        ("062090", "code", f"<{LG}06209>"),
        (" 062090 ", "code", f"<{LG}06209>"),
        ("local-government:06209", "code", f"<{LG}06209>"),
        (f"{LG}06209", "code", f"<{LG}06209>"),
        ("r055-01204-3476059d", "key", '"r055-01204-3476059d"'),
        ("plan:r055-01204-3476059d", "key", '"r055-01204-3476059d"'),
        ("https://example.org/id/plan/d20260121-01204-3476059d", "key", '"d20260121-01204-3476059d"'),
        ("2020-02-29", "date", f'"2020-02-29"^^<{DATE}>'),
        ("suishin", "slug", "<https://w3id.org/saisei/id/scheme/suishin>"),
        ("scheme:shin-dai2-soft", "slug", "<https://w3id.org/saisei/id/scheme/shin-dai2-soft>"),
        ("0", "integer", f'"0"^^<{INTEGER}>'),
        ("012", "integer", f'"12"^^<{INTEGER}>'),
    ],
)
def test_a_value_becomes_a_term(value: str, kind: Kind, expected: str) -> None:
    """What people may write, prefixed names and IRIs of a table included, becomes one RDF term."""
    assert checked(value, kind).nt == expected


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("062091", "code"),
        ("6209", "code"),
        ("０６２０９", "code"),
        ("99999", "code"),
        ("長井市", "code"),
        ("r055-01204", "key"),
        ("?s ?p r055-01204-3476059d", "key"),
        ("round:r055-01204-3476059d", "key"),
        ("r055-01204-3476059D", "key"),
        ("2021-02-29", "date"),
        ("2020-4-1", "date"),
        ("20200401", "date"),
        ("2020-04-01T00:00:00", "date"),
        ("令和2年4月1日", "date"),
        ("２０２０-04-01", "date"),
        ("Suishin", "slug"),
        ("a--b", "slug"),
        ("-1", "integer"),
        ("1.5", "integer"),
        ("10000000", "integer"),
        ("", "integer"),
    ],
)
def test_a_value_of_another_form_is_refused(value: str, kind: Kind) -> None:
    """The message shows the value and says what was expected, in both languages."""
    with pytest.raises(UsageError) as caught:
        checked(value, kind)
    assert value.strip() in caught.value.what.ja
    assert caught.value.expected is not None
    assert caught.value.expected.ja
    assert caught.value.todo is not None


def test_a_ward_is_refused_with_its_city() -> None:
    """A ward of a designated city makes no plans; the message names the city's code."""
    with pytest.raises(UsageError) as caught:
        checked("01101", "code")
    assert "01100" in caught.value.text("ja")


INJECTIONS = [
    "06209> . ?s ?p ?o",
    '06209" } UNION { ?s ?p ?o } #',
    "06209\n} ?s ?p ?o {",
    "<https://example.org/>",
    "local-government:06209> }",
    "https://example.org/local-government/06209>",
    "UNDEF",
    "?asked_maker",
    "06209\x00",
    'r055-01204-3476059d" . ?s ?p "',
    "2020-04-01'^^xsd:date) } #",
    "6)} SELECT",
    "suishin> <b>",
    "x" * 100_000,
]


@pytest.mark.parametrize("value", INJECTIONS, ids=range(len(INJECTIONS)))
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "topic"])
def test_no_text_comes_through_a_value(value: str, kind: Kind) -> None:
    """Attempts to write SPARQL through a value are refused, in a message that stays short."""
    with pytest.raises(UsageError) as caught:
        checked(value, kind)
    assert len(caught.value.text("en")) < 1000


@given(st.text(), st.sampled_from([kind for kind in KINDS if kind != "topic"]))
def test_a_term_never_holds_what_could_end_it(value: str, kind: Kind) -> None:
    """Whatever the text, it is refused or spelled in letters, digits and what IRIs and dates are made of."""
    try:
        term = checked(value, kind)
    except UsageError:
        return
    inner = term.nt[1:].removesuffix(">").removesuffix('"')
    assert '"' not in inner.replace('"^^<', "", 1)
    assert not set(inner) & set("{}\\\n ")


def literal(term: Term) -> Literal:
    """Return the one literal that the spelling of a term is in a query."""
    found = Store().query(f"SELECT ({term.nt} AS ?x) {{}}")
    assert isinstance(found, QuerySolutions)
    (row,) = found
    assert isinstance(row["x"], Literal)
    return row["x"]


@pytest.mark.parametrize("value", INJECTIONS, ids=range(len(INJECTIONS)))
def test_words_to_find_stay_one_literal(value: str) -> None:
    """Words may be any text: what comes out is one literal whose expression finds the words alone."""
    try:
        term = checked(value, "topic")
    except UsageError:
        return
    assert re.search(literal(term).value, value)


@given(st.text())
def test_any_words_are_refused_or_stay_one_literal(value: str) -> None:
    """Whatever the text, the literal is whole."""
    try:
        term = checked(value, "topic")
    except UsageError:
        return
    assert literal(term).language is None
