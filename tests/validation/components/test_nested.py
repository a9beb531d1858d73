from typing import Any

import pytest


def test_node_gives_one_result_a_value(hits: Any) -> None:
    """Whatever the value lacks, the result is the outer shape's."""
    shape = "e:s sh:targetNode e:a ; sh:path e:p ; sh:node [ sh:nodeKind sh:Literal ; sh:class e:C ] ."
    (hit,) = hits("e:a e:p e:x .", shape)
    assert (str(hit.shape), hit.value) == ("<https://example.org/s>", "<https://example.org/x>")


def test_property_gives_the_results_of_the_inner_shape(hits: Any) -> None:
    """At each value node, which becomes the focus node (section 4.7.2)."""
    shape = "e:s sh:targetNode e:a ; sh:path e:p ; sh:property e:t . e:t sh:path e:q ; sh:minCount 1 ."
    found = hits("e:a e:p e:x, e:y, 1 . e:y e:q 1 .", shape)
    assert {(str(hit.shape), hit.focus[:22]) for hit in found} == {
        ("<https://example.org/t>", "<https://example.org/x"),
        ("<https://example.org/t>", '"1"^^<http://www.w3.or'),
    }


QUALIFIED = "e:s sh:targetNode e:a ; sh:path e:p ; sh:qualifiedValueShape [ sh:class e:C ] ;"


@pytest.mark.parametrize(
    ("counts", "data", "components"),
    [
        ("sh:qualifiedMinCount 1", "", ["Min"]),
        ("sh:qualifiedMinCount 1", "e:a e:p e:x .", ["Min"]),
        ("sh:qualifiedMinCount 1", "e:a e:p e:x . e:x a e:C .", []),
        ("sh:qualifiedMaxCount 0", "e:a e:p e:x . e:x a e:C .", ["Max"]),
        ("sh:qualifiedMaxCount 1", "e:a e:p e:x, e:y . e:x a e:C .", []),
        ("sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 0", "e:a e:p e:x . e:x a e:C .", ["Max", "Min"]),
        ("sh:qualifiedMinCount 0", "", []),
    ],
)
def test_qualified_counts(hits: Any, counts: str, data: str, components: list[str]) -> None:
    """Values that satisfy the shape are counted; the two counts are components of their own."""
    found = hits(data, f"{QUALIFIED} {counts} .")
    assert sorted(hit.component.rpartition("#Qualified")[2][:3] for hit in found) == components


def test_disjoint_siblings_are_not_counted(hits: Any) -> None:
    """A hand needs a thumb and four fingers, and nothing that is both (section 4.7.3)."""
    part = (
        "sh:path e:p ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape"
    )
    shapes = f"e:s sh:targetNode e:a ; sh:property e:t, e:f . e:t {part} e:T . e:f {part} e:F . e:T sh:class e:T . e:F sh:class e:F ."
    found = hits("e:a e:p e:x, e:y . e:x a e:T, e:F . e:y a e:F .", shapes)
    assert [str(hit.shape) for hit in found] == ["<https://example.org/t>"]
    assert hits("e:a e:p e:x, e:y . e:x a e:T . e:y a e:F .", shapes) == []
