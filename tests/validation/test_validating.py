import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from saisei_lod.errors import InputError
from saisei_lod.findings import Place, Severity
from saisei_lod.validation import validate

Write = Callable[[str, str], Path]

SHAPES = """
e:named a sh:PropertyShape ; sh:targetClass e:City ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Warning ;
  shapes:code "name-missing" ; sh:message "名称がない"@ja, "no name"@en ; shapes:fix "書く"@ja, "write it"@en .
e:placed a sh:PropertyShape ; sh:targetClass e:City ; sh:path e:in ; sh:class e:Prefecture ; shapes:code "place-unknown" .
e:once a sh:PropertyShape ; sh:targetClass e:City ; sh:path ( e:code [ sh:inversePath e:code ] ) ; sh:maxCount 1 ;
  shapes:code "code-shared" .
e:other a sh:PropertyShape ; sh:targetClass e:Village ; sh:path e:name ; sh:minCount 1 ; shapes:code "village-nameless" .
"""


def test_findings_carry_all_that_the_shape_and_the_data_say(turtle: Write) -> None:
    """Code, severity, both languages, file, node, path and fix."""
    data = turtle("cities.ttl", "e:a a e:City .")
    (finding,) = validate([data], shapes=turtle("s.ttl", SHAPES)).findings
    assert (finding.code, finding.severity) == ("name-missing", Severity.WARNING)
    assert (finding.message.ja, finding.message.en) == ("名称がない", "no name")
    assert (finding.fix.ja, finding.fix.en) == ("書く", "write it")
    assert finding.place == Place(
        file=str(data), node="https://example.org/a", path="<https://example.org/name>"
    )


def test_the_caller_leads_a_node_to_its_record(turtle: Write) -> None:
    """A place that is known replaces the file of the graph; node and path stay."""
    places = {"https://example.org/a": Place("plans.yaml", 12)}
    data = turtle("cities.ttl", "e:a a e:City . e:b a e:City .")
    report = validate([data], shapes=turtle("s.ttl", SHAPES), locate=places.get)
    assert [str(finding.place) for finding in report.findings] == ["plans.yaml:12", str(data)]
    assert [finding.place.node[-1] for finding in report.findings] == ["a", "b"]


def test_a_report_counts_and_names_what_was_never_used(turtle: Write) -> None:
    """Conformance is SHACL's: a warning is a result too."""
    report = validate(
        [turtle("c.ttl", "e:a a e:City ; e:in e:x . e:b a e:City .")], shapes=turtle("s.ttl", SHAPES)
    )
    assert report.counts == {"name-missing": 2, "place-unknown": 1}
    assert report.severities == {Severity.VIOLATION: 1, Severity.WARNING: 2, Severity.INFO: 0}
    assert report.untargeted == ("village-nameless",)
    assert not report.conforms


def test_the_background_is_seen_and_not_reported(turtle: Write) -> None:
    """What it describes satisfies references and breaks uniqueness; its own faults are another run's."""
    shapes = turtle("s.ttl", SHAPES)
    data = turtle("c.ttl", 'e:a a e:City ; e:name "a" ; e:in e:x ; e:code 1 .')
    background = turtle("b.ttl", "e:x a e:Prefecture . e:other a e:City ; e:code 1 .")
    assert [f.code for f in validate([data], shapes=shapes).findings] == ["place-unknown"]
    found = validate([data], shapes=shapes, background=[background]).findings
    assert [(f.code, f.place.node[-1]) for f in found] == [("code-shared", "a")]


def test_a_node_that_data_and_background_describe_is_reported(turtle: Write) -> None:
    """It is ours as soon as one triple of ours is about it."""
    shapes = turtle("s.ttl", SHAPES)
    data, background = turtle("c.ttl", "e:a e:code 1 ."), turtle("b.ttl", "e:a a e:City .")
    assert [f.code for f in validate([data], shapes=shapes, background=[background]).findings] == [
        "name-missing"
    ]


def test_a_graph_of_rdflib_is_validated_as_its_file(turtle: Write) -> None:
    """The same findings, without the file."""
    shapes, data = turtle("s.ttl", SHAPES), turtle("c.ttl", "e:a a e:City ; e:in e:x .")
    of_file = validate([data], shapes=shapes)
    of_graph = validate(Graph().parse(data), shapes=shapes)
    assert of_graph.results == of_file.results
    assert {finding.place.file for finding in of_graph.findings} == {""}


def test_results_do_not_depend_on_the_order_of_the_data(turtle: Write) -> None:
    """Sorted by node, code, path and value."""
    lines = [f"e:c{number} a e:City ; e:in e:x{number % 3}, e:y ." for number in range(9)]
    shapes = turtle("s.ttl", SHAPES)
    one = validate([turtle("1.ttl", "\n".join(lines))], shapes=shapes)
    two = validate([turtle("2.ttl", "\n".join(reversed(lines)))], shapes=shapes)
    assert one.results == two.results
    assert len(one.results) == 27


def test_several_conditions_of_a_shape_are_told_apart(turtle: Write) -> None:
    """The message says which of them failed; a shape with one condition needs no such word."""
    shapes = turtle(
        "s.ttl",
        "e:s sh:targetClass e:C ; sh:path e:p ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:message 'm'@en .",
    )
    report = validate([turtle("d.ttl", "e:a a e:C ; e:p 'x', 1 .")], shapes=shapes)
    assert [finding.message.en for finding in report.findings] == [
        "m (too many values)",
        "m (wrong datatype, or no such value)",
    ]


def test_an_empty_graph_conforms(turtle: Write) -> None:
    """Nothing is wrong with nothing, and every shape was without target."""
    report = validate([turtle("d.ttl", "")])
    assert report.conforms
    assert "plan-property-unknown" in report.untargeted


def test_missing_shapes_are_an_input_error(turtle: Write, tmp_path: Path) -> None:
    """A wrong --shapes is named."""
    with pytest.raises(InputError) as caught:
        validate([turtle("d.ttl", "")], shapes=tmp_path / "no.ttl")
    assert caught.value.where == str(tmp_path / "no.ttl")


def test_the_package_is_imported_without_rdflib() -> None:
    """Heavy libraries are met where an engine runs."""
    code = "import sys, saisei_lod.validation as v; print(sorted({'rdflib', 'pyshacl', 'jinja2'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
