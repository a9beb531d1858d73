from typing import Any

import pytest

INTEGER, SMALL = "[ sh:datatype xsd:integer ]", "[ sh:maxInclusive 5 ]"


@pytest.mark.parametrize(
    ("parameters", "wrong"),
    [
        (f"sh:not {SMALL}", ["1", "2.5"]),
        (f"sh:and ( {INTEGER} {SMALL} )", ["2.5", "9", "x"]),
        (f"sh:or ( {INTEGER} {SMALL} )", ["x"]),
        (f"sh:xone ( {INTEGER} {SMALL} )", ["1", "x"]),
        ("sh:or ( )", ["1", "2.5", "9", "x"]),
        ("sh:and ( )", []),
        (f"sh:not {INTEGER}, {SMALL}", ["1", "1", "2.5", "9"]),
        ("sh:not [ sh:path e:q ; sh:minCount 1 ]", []),
        ("sh:or ( [ sh:path e:q ; sh:minCount 1 ] [ sh:deactivated true ; sh:minLength 99 ] )", []),
    ],
)
def test_logic(values: Any, parameters: str, wrong: list[str]) -> None:
    """One result a value and condition; property shapes are members too; a deactivated shape is satisfied."""
    found = values('1, 2.5, 9, "x"', parameters)
    assert [value.split('"')[1] for value in found] == wrong
