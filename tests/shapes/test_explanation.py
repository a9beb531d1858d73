"""docs/explanation/validation.md says what the shapes say."""

import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "validation.md"
CODE = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")


def rows(header: str) -> list[list[str]]:
    """Return the cells of the rows of the table with a header."""
    table = PAGE.read_text(encoding="utf-8").partition(f"| {header} |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.split("\n")[2:]]


def rules(bench: Any) -> list[Any]:
    """Return the rules of named shapes."""
    return [
        rule
        for shape, rule in bench.shapes.rules.items()
        if not str(shape).startswith("_:") and rule.conditions
    ]


@pytest.mark.parametrize("severity", ["warning", "info"])
def test_every_silence_and_its_severity_is_explained(bench: Any, severity: str) -> None:
    """The table names each rule that is no violation."""
    named = {
        code
        for cells in rows("rule | severity | because")
        if cells[1] == severity
        for code in CODE.findall(cells[0])
    }
    assert named == {rule.code for rule in rules(bench) if rule.severity == severity}


def test_every_sparql_constraint_is_justified(bench: Any) -> None:
    """The table names each rule that core cannot say, and the text their number and that of all conditions."""
    named = {code for cells in rows("rule | why not core") for code in CODE.findall(cells[0])}
    in_sparql = {rule.code for rule in rules(bench) if "sparql" in rule.conditions}
    assert named == in_sparql
    count = sum(len(rule.conditions) for rule in rules(bench))
    assert f"Of {count} conditions all but {len(in_sparql)} are core." in PAGE.read_text(encoding="utf-8")
