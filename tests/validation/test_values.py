from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, Store

from saisei_lod.validation.spelled import XSD, typed
from saisei_lod.validation.values import is_well_formed, order, value_of


@pytest.mark.parametrize(
    ("lexical", "datatype", "value"),
    [
        ("+05", "integer", 5),
        ("-128", "byte", -128),
        ("1.50", "decimal", Decimal("1.5")),
        (".5", "decimal", Decimal("0.5")),
        ("1e3", "double", 1000.0),
        ("-INF", "double", -float("inf")),
        ("1e39", "float", float("inf")),
        ("-1e39", "float", -float("inf")),
        ("1", "boolean", True),
        ("a", "string", "a"),
    ],
)
def test_values_of_literals(lexical: str, datatype: str, value: object) -> None:
    """Numbers, truth and texts as Python has them; single precision is rounded."""
    found = value_of(typed(lexical, XSD + datatype))
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [
        ("x", "integer"),
        ("1.0", "integer"),
        (" 1", "integer"),
        ("１", "integer"),
        ("128", "byte"),
        ("-1", "nonNegativeInteger"),
        ("0", "positiveInteger"),
        ("18446744073709551616", "unsignedLong"),
        ("1e3", "decimal"),
        (".", "decimal"),
        ("Infinity", "double"),
        ("TRUE", "boolean"),
        ("2021-02-29", "date"),
        ("P", "duration"),
        ("P1DT", "duration"),
        ("P1Y", "dayTimeDuration"),
        ("P1M", "dayTimeDuration"),
        ("P1D", "yearMonthDuration"),
        ("0", "hexBinary"),
    ],
)
def test_ill_typed_literals_have_no_value(lexical: str, datatype: str) -> None:
    """Other spellings, other alphabets, and numbers that the type has not."""
    assert value_of(typed(lexical, XSD + datatype)) is None
    assert not is_well_formed(typed(lexical, XSD + datatype))


@pytest.mark.parametrize(
    "term",
    [
        '"x"@ja',
        '"x"^^<https://example.org/d>',
        typed("x", f"{XSD}anyURI"),
        typed("-P1Y2M3DT4H5M6.7S", f"{XSD}duration"),
        typed("PT1M", f"{XSD}dayTimeDuration"),
        typed("P1Y2M", f"{XSD}yearMonthDuration"),
        typed("0a", f"{XSD}hexBinary"),
    ],
)
def test_other_literals_are_good_and_have_no_order(term: str) -> None:
    """Any text is good for a datatype that is not known."""
    assert is_well_formed(term)
    assert order(term, term) is None


NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(lambda one: (one, typed(str(one), f"{XSD}integer"))),
    st.decimals(-1000, 1000, places=3).map(lambda one: (one, typed(f"{one:f}", f"{XSD}decimal"))),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda one: (one, typed(repr(one), f"{XSD}double"))),
)


@given(NUMBERS, NUMBERS)
def test_numbers_are_compared_whatever_their_types(
    one: tuple[object, str], other: tuple[object, str]
) -> None:
    """As pyoxigraph, an engine of SPARQL, compares them."""
    rows = Store().query(f"SELECT ({one[1]} < {other[1]} AS ?less) ({one[1]} > {other[1]} AS ?more) {{}}")
    assert isinstance(rows, QuerySolutions)
    (row,) = rows
    less, more = (row[name].value == "true" for name in ("less", "more"))
    assert order(one[1], other[1]) == more - less


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (typed("1", f"{XSD}integer"), '"1"'),
        (typed("1", f"{XSD}integer"), typed("true", f"{XSD}boolean")),
        (typed("2020-03-30", f"{XSD}date"), '"2020-03-30"'),
        (typed("2020-03-30", f"{XSD}date"), typed("2020", f"{XSD}gYear")),
        (typed("2020-03-30", f"{XSD}date"), typed("2020-03-30T00:00:00", f"{XSD}dateTime")),
        (typed("NaN", f"{XSD}double"), typed("NaN", f"{XSD}double")),
        ('"a"@en', '"b"@en'),
        ("<https://example.org/a>", "<https://example.org/b>"),
        (typed("x", f"{XSD}integer"), typed("1", f"{XSD}integer")),
    ],
)
def test_what_has_no_common_order_is_not_compared(one: str, other: str) -> None:
    """SPARQL 1.1, section 17.3 has no operator for these."""
    assert order(one, other) is None
    assert order(other, one) is None


def test_numbers_beyond_a_double_are_compared() -> None:
    """A number too large for a double is infinite beside one."""
    large = typed("9" * 400, f"{XSD}integer")
    assert order(large, typed("1e308", f"{XSD}double")) == 1
    assert order(large, typed("8" * 400, f"{XSD}integer")) == 1


def test_a_number_of_a_million_digits_costs_nothing() -> None:
    """Python would need seconds; it counts as no value."""
    assert value_of(typed("9" * 1_000_000, f"{XSD}integer")) is None
