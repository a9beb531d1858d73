from typing import Any

import pytest


@pytest.mark.parametrize(
    ("parameter", "wrong"),
    [
        ("minExclusive", ["1", "2"]),
        ("minInclusive", ["1"]),
        ("maxExclusive", ["2", "3"]),
        ("maxInclusive", ["3"]),
    ],
)
def test_ranges(values: Any, parameter: str, wrong: list[str]) -> None:
    """With the bound and without it."""
    found = values("1, 2, 3", f"sh:{parameter} 2.0")
    assert [value[1] for value in found] == wrong


@pytest.mark.parametrize(
    "value", ['"2020-06-01"', "2020", '"2020"^^xsd:gYear', '"2020-02-30"^^xsd:date', "e:x", "_:x", '"x"@en']
)
@pytest.mark.parametrize("parameter", ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"])
def test_what_cannot_be_compared_with_a_day_is_a_result(values: Any, parameter: str, value: str) -> None:
    """Section 4.3: no operator, no good value; rdflib has an order for some of these."""
    assert len(values(value, f'sh:{parameter} "2020-06-01"^^xsd:date')) == 1


def test_a_time_without_zone_is_not_compared_with_one_in_the_same_hours(values: Any) -> None:
    """Section 4.3, and XSD 1.1 Part 2, section 3.3.7.1."""
    said = '"2020-06-01T10:00:00"^^xsd:dateTime, "2020-06-03T10:00:00"^^xsd:dateTime'
    found = values(said, 'sh:minInclusive "2020-06-01T00:00:00Z"^^xsd:dateTime')
    assert [value[:20] for value in found] == ['"2020-06-01T10:00:00']
