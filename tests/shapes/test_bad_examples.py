"""Every condition of every shape is broken by an example, and is needed for that."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def test_the_good_graph_breaks_no_rule(bench: Any) -> None:
    """The graph of which all bad examples are made is good, and every shape has a target in it."""
    assert bench.found(bench.good) == set()


def test_every_condition_has_a_bad_example(bench: Any, all_cases: list[Any]) -> None:
    """One example for each parameter of each shape, more for queries alone, none for what does not exist."""
    named = (rule for shape, rule in bench.shapes.rules.items() if not str(shape).startswith("_:"))
    conditions = {(rule.code, condition) for rule in named for condition in rule.conditions}
    examples = Counter((case.code, case.condition) for case in all_cases)
    assert examples.keys() == conditions
    assert {condition for (_, condition), count in examples.items() if count > 1} <= {"sparql"}


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


def test_a_good_example_breaks_nothing(bench: Any, fine: Any) -> None:
    """What is near to a fault, and in order, is not reported."""
    graph, touched = bench.changed(fine)
    assert {one.code for one in bench.found(graph, bench.around(graph, touched))} == set(fine.also)


def test_good_examples_are_of_rules_that_there_are(bench: Any) -> None:
    """A renamed rule takes its examples along."""
    named = {path.stem for path in (HERE / "good").glob("*.patch")}
    assert named - {rule.code for rule in bench.shapes.rules.values()} == set()
