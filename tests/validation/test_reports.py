import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from saisei_lod.errors import Language
from saisei_lod.findings import Place
from saisei_lod.validation import REPORTS, Report, validate
from saisei_lod.validation.graphs import Triples
from saisei_lod.validation.names import RDF_TYPE, SH

Write = Callable[[str, str], Path]

SHAPES = """
e:S a sh:NodeShape ; sh:targetClass e:City ; sh:closed true ; sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
  sh:property e:n, e:w ; shapes:code "closed" ; sh:message "余分"@ja, "surplus"@en .
e:n a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Info ; shapes:code "nameless" ;
  sh:message "名がない"@ja, "no name"@en ; shapes:fix "書く"@ja, "write"@en .
e:w a sh:PropertyShape ; sh:path ( e:in [ sh:inversePath e:of ] ) ; sh:maxCount 0 ; sh:severity sh:Warning ;
  shapes:code "crooked" ; sh:message "道"@ja, "path"@en .
e:V a sh:NodeShape ; sh:targetClass e:Village ; sh:closed true .
"""
DATA = 'e:a a e:City ; e:in e:p ; e:extra "\\"引用\\"\\n"@ja . e:x e:of e:p .'


@pytest.fixture
def report(turtle: Write) -> Report:
    """A report with a result of each severity, one with a complex path, and a place."""
    data, shapes = turtle("d.ttl", DATA), turtle("s.ttl", SHAPES)
    return validate(
        [data], shapes=shapes, locate=lambda node: Place("plans.yaml", 7) if node.endswith("/a") else None
    )


TEXT = {
    "ja": """\
違反 closed plans.yaml:7
  余分
  対象: https://example.org/a
  項目: <https://example.org/extra>
  値: "引用"

  対処: 形の作成者の説明を見て、値を直してください。
""",
    "en": """\
info nameless plans.yaml:7
  no name
  node: https://example.org/a
  path: <https://example.org/name>
  fix: write
""",
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_text_is_for_people(report: Report, language: Language) -> None:
    """A paragraph a finding, with its place first, then the numbers."""
    assert TEXT[language] in REPORTS["text"](report, language)


def test_text_ends_with_the_numbers(report: Report) -> None:
    """Of each severity and code, and the shapes that were never used."""
    last = REPORTS["text"](report, "en").rpartition("\n\n")[2]
    assert (
        last
        == "violation 2, warning 1, info 1\n  closed: 2\n  crooked: 1\n  nameless: 1\nshapes without target (1): v\n"
    )


def test_text_says_where_nothing_is_wrong() -> None:
    """An empty report is not an empty text."""
    assert REPORTS["text"](Report((), (), ()), "ja") == "問題は見つかりませんでした。\n"


def test_json_holds_everything_in_both_languages(report: Report) -> None:
    """One object, the same for both languages asked for."""
    said = json.loads(REPORTS["json"](report, "ja"))
    assert REPORTS["json"](report, "ja") == REPORTS["json"](report, "en")
    assert "名がない" in REPORTS["json"](report, "ja")
    assert (said["conforms"], said["severities"]) == (False, {"violation": 2, "warning": 1, "info": 1})
    assert said["codes"] == {"closed": 2, "crooked": 1, "nameless": 1}
    assert said["untargeted"] == ["v"]
    assert next(finding for finding in said["findings"] if finding["code"] == "nameless") == {
        "code": "nameless",
        "severity": "info",
        "message": {"ja": "名がない", "en": "no name"},
        "fix": {"ja": "書く", "en": "write"},
        "file": "plans.yaml",
        "line": 7,
        "column": None,
        "node": "https://example.org/a",
        "path": "<https://example.org/name>",
        "value": None,
        "shape": "https://example.org/n",
        "component": f"{SH}MinCountConstraintComponent",
    }


def test_turtle_is_a_validation_report_of_shacl(report: Report) -> None:
    """Every result has what section 3.6.2 asks for, and its message in both languages."""
    quads = parse(REPORTS["turtle"](report, "en").encode(), RdfFormat.TURTLE)
    graph = Triples((quad.subject, quad.predicate, quad.object) for quad in quads)
    ((_, conforms),) = graph.pairs(f"{SH}conforms")
    assert conforms.value == "false"
    results = [result for _, result in graph.pairs(f"{SH}result")]
    assert len(results) == 4
    for result in results:
        assert [str(kind) for kind in graph.objects(result, RDF_TYPE)] == [f"<{SH}ValidationResult>"]
        for name in ("focusNode", "resultPath", "resultSeverity", "sourceShape", "sourceConstraintComponent"):
            assert len(graph.objects(result, SH + name)) == 1, name
        messages = graph.objects(result, f"{SH}resultMessage")
        assert {m.language for m in messages if isinstance(m, Literal)} == {"ja", "en"}
    values = [value for _, value in graph.pairs(f"{SH}value")]
    assert Literal('"引用"\n', language="ja") in values


def test_a_complex_path_is_written_whole(report: Report) -> None:
    """The path of a result is the path of its shape."""
    written = REPORTS["turtle"](report, "en")
    assert "sh:resultPath ( <https://example.org/in> [ sh:inversePath <https://example.org/of> ] )" in written


def test_turtle_of_no_results_conforms() -> None:
    """A report in Turtle is never empty."""
    assert REPORTS["turtle"](Report((), (), ()), "en").endswith(
        "[] a sh:ValidationReport ;\n  sh:conforms true .\n"
    )


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_bytes_are_stable(turtle: Write, name: str) -> None:
    """The same data gives the same report, run after run."""
    data, shapes = turtle("d.ttl", DATA), turtle("s.ttl", SHAPES)
    assert len({REPORTS[name](validate([data], shapes=shapes), "ja") for _ in range(3)}) == 1
