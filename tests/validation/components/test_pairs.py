from typing import Any

import pytest


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ("e:a e:p 1 ; e:q 1 .", []),
        ("e:a e:p 1, 2 ; e:q 2, 3 .", ["1", "3"]),
        ("e:a e:p 1 .", ["1"]),
        ("e:a e:q 1 .", ["1"]),
        ("e:a e:p 1 ; e:q 1.0 .", ["1", "1"]),
        ("", []),
    ],
)
def test_equals(hits: Any, data: str, wrong: list[str]) -> None:
    """A result for each value that one side lacks, also where a side is silent; terms are compared."""
    found = hits(data, "e:s sh:targetNode e:a ; sh:path e:p ; sh:equals e:q .")
    assert sorted(hit.value[1] for hit in found) == wrong


def test_equals_compares_the_focus_node_of_a_node_shape(hits: Any) -> None:
    """Its value node is the node itself."""
    shape = "e:s sh:targetNode e:a ; sh:equals e:p ."
    assert hits("e:a e:p e:a .", shape) == []
    assert sorted(hit.value for hit in hits("e:a e:p e:b .", shape)) == [
        "<https://example.org/a>",
        "<https://example.org/b>",
    ]


def test_disjoint(hits: Any) -> None:
    """A result for each value in common."""
    found = hits("e:a e:p 1, 2, 3 ; e:q 2, 3 .", "e:s sh:targetNode e:a ; sh:path e:p ; sh:disjoint e:q .")
    assert sorted(hit.value[1] for hit in found) == ["2", "3"]


@pytest.mark.parametrize(
    ("parameter", "data", "wrong"),
    [
        ("lessThan", "e:a e:p 1 ; e:q 2 .", []),
        ("lessThan", "e:a e:p 2 ; e:q 2 .", ["2"]),
        ("lessThanOrEquals", "e:a e:p 2 ; e:q 2 .", []),
        ("lessThanOrEquals", "e:a e:p 3 ; e:q 2, 1 .", ["3", "3"]),
        ("lessThan", "e:a e:p 3 .", []),
        ("lessThan", 'e:a e:p "2020-01-01"^^xsd:date ; e:q "2021-01-01" .', ["2"]),
        ("lessThan", 'e:a e:p "2020-01-01"^^xsd:date ; e:q "2021"^^xsd:gYear .', ["2"]),
        ("lessThan", 'e:a e:p "2020-01-01"^^xsd:date ; e:q "2021-02-30"^^xsd:date .', ["2"]),
        ("lessThanOrEquals", "e:a e:p e:x ; e:q e:x .", ["h"]),
        ("lessThan", "e:a e:p _:x ; e:q 1 .", [":"]),
    ],
)
def test_less_than(hits: Any, parameter: str, data: str, wrong: list[str]) -> None:
    """A result for each pair out of order, and for each that has no order (section 4.5.3)."""
    found = hits(data, f"e:s sh:targetNode e:a ; sh:path e:p ; sh:{parameter} e:q .")
    assert [hit.value[1] for hit in found] == wrong
