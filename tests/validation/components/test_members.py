from typing import Any

import pytest


@pytest.mark.parametrize(
    ("parameters", "wrong"),
    [
        ("sh:closed true", ["p", "q", "type"]),
        ("sh:closed true ; sh:property [ sh:path e:p ]", ["q", "type"]),
        ("sh:closed true ; sh:property [ sh:path e:p ], [ sh:path ( e:q ) ]", ["q", "type"]),
        ("sh:closed true ; sh:property [ sh:path e:p ] ; sh:ignoredProperties ( rdf:type e:q )", []),
        ("sh:closed false", []),
    ],
)
def test_closed(hits: Any, parameters: str, wrong: list[str]) -> None:
    """A result for each value of a property that is not provided for, with its path."""
    found = hits("e:a a e:C ; e:p 1 ; e:q 2 .", f"e:s sh:targetNode e:a ; {parameters} .")
    assert sorted(hit.predicate.strip("<>").replace("#", "/").rpartition("/")[2] for hit in found) == wrong
    assert all(hit.value for hit in found)


@pytest.mark.parametrize(
    ("said", "parameters", "count"),
    [
        ("1, 2", "sh:hasValue 1", 0),
        ("1, 2", "sh:hasValue 3", 1),
        ("1, 2", "sh:hasValue 1.0", 1),
        ("1, 2", "sh:hasValue 3, 4", 2),
    ],
)
def test_has_value(values: Any, said: str, parameters: str, count: int) -> None:
    """A result without value for each term that is missing."""
    assert values(said, parameters) == [""] * count


def test_has_value_of_nothing(hits: Any) -> None:
    """No values at all lack it too."""
    assert len(hits("", "e:s sh:targetNode e:a ; sh:path e:p ; sh:hasValue 1 .")) == 1


def test_in(values: Any) -> None:
    """Terms, not what they stand for; language tags in any case."""
    assert values('e:x, 1, 1.0, "a"@EN, "a"', 'sh:in ( e:x 1 "a"@en )') == [
        '"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        '"a"',
    ]
