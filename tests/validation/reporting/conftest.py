"""A report with a result of each severity, a complex path, hostile texts, a trace and a record finding."""

from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.validation import Report, validate
from saisei_lod.validation.traces import NO_TRACE, Trace

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <https://w3id.org/saisei/shapes#> .
@prefix e: <https://example.org/> .
"""
SHAPES = """
e:S a sh:NodeShape ; sh:targetClass e:City ; sh:closed true ; sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
  sh:property e:n, e:w ; shapes:code "closed" ; sh:message "余分"@ja, "surplus"@en .
e:n a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Info ; shapes:code "nameless" ;
  sh:name "名"@ja, "name"@en ; sh:message "名がない"@ja, "no name"@en ; shapes:fix "書く"@ja, "write"@en .
e:w a sh:PropertyShape ; sh:path ( e:in [ sh:inversePath e:of ] ) ; sh:maxCount 0 ; sh:severity sh:Warning ;
  shapes:code "crooked" ; sh:message "道"@ja, "path"@en ; shapes:because "理由"@ja, "reason"@en .
e:V a sh:NodeShape ; sh:targetClass e:Village ; sh:closed true .
"""
DATA = 'e:a a e:City ; e:in e:p ; e:extra "\\"引用\\"\\n"@ja . e:x e:of e:p .'
HOSTILE = '=1+1</td><script>alert(1)</script>\x1b[31m\u202e" onload="x'


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write Turtle with the usual prefixes into a file of a name."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(PREFIXES + text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def plain(write: Callable[[str, str], Path]) -> Report:
    """The report as an engine gives it, with a place for one node."""
    data, shapes = write("d.ttl", DATA), write("s.ttl", SHAPES)
    return validate(
        [data], shapes=shapes, locate=lambda node: Place("plans.yaml", 7) if node.endswith("/a") else None
    )


def trace(found: str, **more: object) -> Trace:
    """Return a trace with some things known."""
    known: dict[str, object] = {
        "plan": "r055-01204-3476059d",
        "title": "港の計画",
        "codes": ("01204", "01452"),
        "publisher": "旭川市",
        "page": "計画の一覧",
        "url": "https://example.org/page",
        "lines": (32, 35),
        "words": "令和3年3月30日",
    }
    return Trace(field="title", found=found)._replace(**{**known, **more})  # type: ignore[arg-type]


@pytest.fixture
def report(plain: Report) -> Report:
    """The report with traces, and with what was found in the records."""
    of_record = Finding(
        "record-period-reversed",
        Severity.VIOLATION,
        Bilingual("期間が逆", "reversed"),
        Place("plans.yaml", 9, path="period"),
        "2021 - 2020",
        Bilingual("直す", "correct"),
    )
    traces = [trace(HOSTILE, url="javascript:alert(1)"), trace("01204"), trace(""), trace("")]
    assert len(plain.results) == len(traces)
    return plain._replace(
        traces=tuple(traces), records=((of_record, NO_TRACE._replace(plan="r055-01204-3476059d")),)
    )
