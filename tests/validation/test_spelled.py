import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from saisei_lod.validation.spelled import XSD, datatype_of, from_term, language_of, text_of, to_term, typed

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
TERMS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda text: Literal(text, language="ja-hira"), TEXTS),
    st.builds(lambda text: Literal(text, datatype=NamedNode("https://example.org/d")), TEXTS),
    st.sampled_from([NamedNode("https://example.org/長井"), BlankNode("b1")]),
)


@given(TERMS)
def test_a_term_comes_back_from_its_spelling(term: Literal | NamedNode | BlankNode) -> None:
    """Any text, tag and datatype."""
    assert to_term(from_term(term)) == term


@given(TEXTS)
def test_the_text_is_that_of_the_literal(text: str) -> None:
    """Quotes, backslashes and control characters are escaped in the spelling alone."""
    assert text_of(from_term(Literal(text))) == text
    assert text_of(typed(text, f"{XSD}date")) == text


def test_other_escapes_are_read_too() -> None:
    """N-Triples knows more of them than writers use."""
    assert text_of(r'"\t\b\f\u9577\U00004E95\""') == '\t\b\f長井"'


@pytest.mark.parametrize(
    ("term", "datatype", "language"),
    [
        ('"a"', f"{XSD}string", ""),
        ('"a>"', f"{XSD}string", ""),
        ('"a\\"@en"', f"{XSD}string", ""),
        ('"a"@en-gb', "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en-gb"),
        (f'"1"^^<{XSD}integer>', f"{XSD}integer", ""),
        ("<https://example.org/>", "", ""),
        ("_:b", "", ""),
    ],
)
def test_a_literal_has_a_datatype_and_perhaps_a_language(term: str, datatype: str, language: str) -> None:
    """Whatever its text ends with; other terms have neither."""
    assert (datatype_of(term), language_of(term)) == (datatype, language)


@given(TEXTS)
def test_literals_are_spelled_as_pyoxigraph_spells_them(text: str) -> None:
    """What is computed is the same term as what is read."""
    line = f"<a:s> <a:p> {typed(text, f'{XSD}gYear')} .\n"
    (quad,) = parse(line.encode(), RdfFormat.N_TRIPLES)
    assert to_term(typed(text, f"{XSD}gYear")) == quad.object
