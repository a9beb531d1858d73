"""Every condition of every shape is broken by an example, and is needed for that."""

from collections import Counter
from typing import Any

import pytest


def test_the_good_graph_breaks_no_rule(bench: Any) -> None:
    """The graph of which all bad examples are made is good, and every shape has a target in it."""
    assert bench.found(bench.good) == set()


def test_every_condition_has_one_bad_example(bench: Any, all_cases: list[Any]) -> None:
    """One example for each parameter of each shape, and none for what does not exist."""
    named = (rule for shape, rule in bench.shapes.rules.items() if not str(shape).startswith("_:"))
    conditions = Counter((rule.code, condition) for rule in named for condition in rule.conditions)
    assert Counter((case.code, case.condition) for case in all_cases) == conditions


def test_a_bad_example_breaks_what_it_names_and_its_condition_is_needed(bench: Any, case: Any) -> None:
    """The codes are exactly those named; without the condition the example is no longer reported."""
    graph, touched = bench.changed(case)
    near = bench.around(graph, touched)
    found = bench.found(graph, near)
    assert {one.code for one in found} == case.codes
    assert case.named in found
    assert case.named not in bench.found(graph, near, bench.without(case.code, case.condition))


@pytest.mark.slow
def test_a_bad_example_breaks_nothing_elsewhere(bench: Any, case: Any) -> None:
    """The whole graph gives the same codes as the neighbourhood of the change."""
    graph, _ = bench.changed(case)
    assert {one.code for one in bench.found(graph)} == case.codes
