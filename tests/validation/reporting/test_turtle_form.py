from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import Graph

from saisei_lod.validation import REPORTS, Report, validate
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.names import SH, SHAPES

Write = Callable[[str, str], Path]

#: What section 3.6 of SHACL asks of a report, as shapes.
OF_REPORTS = """
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
e:Report a sh:NodeShape ; sh:targetClass sh:ValidationReport ; sh:property e:conforms, e:result .
e:conforms sh:path sh:conforms ; sh:datatype xsd:boolean ; sh:minCount 1 ; sh:maxCount 1 .
e:result sh:path sh:result ; sh:class sh:ValidationResult .
e:Result a sh:NodeShape ; sh:targetClass sh:ValidationResult ; sh:property e:focus, e:path, e:value, e:severity,
  e:component, e:shape, e:message, e:both .
e:focus sh:path sh:focusNode ; sh:minCount 1 ; sh:maxCount 1 .
e:path sh:path sh:resultPath ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI .
e:value sh:path sh:value ; sh:maxCount 1 .
e:severity sh:path sh:resultSeverity ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( sh:Violation sh:Warning sh:Info ) .
e:component sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI .
e:shape sh:path sh:sourceShape ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI .
e:message sh:path sh:resultMessage ; sh:languageIn ( "ja" "en" ) ; sh:uniqueLang true .
e:both sh:path sh:resultMessage ; sh:minCount 2 .
"""


def turtle(report: Report) -> str:
    """Return the whole text."""
    return "".join(REPORTS["turtle"](report, "en"))


def graph(report: Report) -> Triples:
    """Return the report as triples."""
    quads = parse(turtle(report).encode(), RdfFormat.TURTLE)
    return Triples((quad.subject, quad.predicate, quad.object) for quad in quads)


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_it_is_a_validation_report_as_shacl_describes_it(report: Report, write: Write, engine: str) -> None:
    """The report satisfies the shapes of section 3.6, which have targets in it."""
    said = write("report.ttl", "")
    said.write_text(turtle(report), encoding="utf-8")
    found = validate([said], shapes=write("of-reports.ttl", OF_REPORTS), engine=engine)
    assert found.results == ()
    assert found.untargeted == ()


def test_two_parsers_read_the_same(report: Report) -> None:
    """Both see as many triples."""
    assert len(Graph().parse(data=turtle(report), format="turtle")) == len(graph(report))


def test_terms_are_kept_whole(report: Report) -> None:
    """Values keep their language tags, quotes and line breaks; the record has its file, line and field."""
    said = graph(report)
    assert Literal('"引用"\n', language="ja") in [value for _, value in said.pairs(f"{SH}value")]
    assert [value.value for _, value in said.pairs(f"{SHAPES}file")] == ["plans.yaml"] * 4
    assert {value.value for _, value in said.pairs(f"{SHAPES}line")} == {"7"}
    assert {value.value for _, value in said.pairs(f"{SHAPES}field")} == {"title"}


def test_it_counts_and_names_what_had_no_target(report: Report) -> None:
    """Beside the results, for programs that read nothing else."""
    said = graph(report)
    counted = {
        str(code.value): str(said.objects(node, f"{SHAPES}results")[0].value)
        for _, node in said.pairs(f"{SHAPES}count")
        for code in said.objects(node, f"{SHAPES}code")
    }
    assert counted == {"closed": "2", "crooked": "1", "nameless": "1"}
    assert [value.value for _, value in said.pairs(f"{SHAPES}untargeted")] == ["v"]


def test_a_complex_path_is_written_whole(report: Report) -> None:
    """The path of a result is the path of its shape."""
    written = turtle(report)
    assert "sh:resultPath ( <https://example.org/in> [ sh:inversePath <https://example.org/of> ] )" in written


@pytest.mark.parametrize(("left_out", "conforms"), [(0, "true"), (2, "false")])
def test_a_report_without_results_says_whether_there_were_any(left_out: int, conforms: str) -> None:
    """What a selection leaves out does not make the data conform."""
    assert turtle(Report((), (), (), left_out=left_out)).endswith(
        f"[] a sh:ValidationReport ;\n  sh:conforms {conforms} .\n"
    )
