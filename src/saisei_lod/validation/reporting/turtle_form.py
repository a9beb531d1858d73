"""Write a report as the sh:ValidationReport of SHACL (W3C SHACL, section 3.6), with messages in both languages."""

from collections.abc import Iterator
from functools import lru_cache

from pyoxigraph import Literal

from saisei_lod.errors import Bilingual, Language
from saisei_lod.validation.names import PREFIXES, shortened
from saisei_lod.validation.reporting.entries import Entry, entries
from saisei_lod.validation.results import Report

__all__ = ["as_turtle"]


def as_turtle(report: Report, language: Language = "en", *, verbose: bool = False) -> Iterator[str]:
    """Yield the report in Turtle. What was found in records, without any shape, is no result of SHACL."""
    del language, verbose
    for name, base in sorted(PREFIXES.items()):
        yield f"@prefix {name}: <{base}> .\n"
    yield f"\n[] a sh:ValidationReport ;\n  sh:conforms {'true' if report.conforms else 'false'}"
    for code, count in report.counts.items():
        yield f" ;\n  shapes:count [ shapes:code {_plain(code)} ; shapes:results {count} ]"
    if report.untargeted:
        yield " ;\n  shapes:untargeted " + ", ".join(map(_plain, report.untargeted))
    between = " ;\n  sh:result\n"
    for entry in entries(report):
        if entry.result is not None:
            yield between + _result(entry)
            between = ",\n"
    yield " .\n"


def _result(entry: Entry) -> str:
    return "  [ " + " ;\n    ".join(["a sh:ValidationResult", *_statements(entry)]) + "\n  ]"


def _statements(entry: Entry) -> Iterator[str]:
    finding, result, trace = entry
    if result is None:
        return
    yield f"sh:focusNode {_term(result.focus)}"
    if result.turtle:
        yield f"sh:resultPath {result.turtle}"
    if result.value:
        yield f"sh:value {_term(result.value)}"
    yield f"sh:resultSeverity sh:{result.severity.title()}"
    yield f"sh:resultMessage {_both(result.message)}"
    yield f"sh:sourceShape {_term(result.shape)}"
    yield f"sh:sourceConstraintComponent {shortened(result.component)}"
    yield f"shapes:code {_plain(result.code)}"
    yield f"shapes:fix {_both(result.fix)}"
    if entry.expected.ja:
        yield f"shapes:expected {_both(entry.expected)}"
    if finding.place.file:
        yield f"shapes:file {_plain(finding.place.file)}"
    if finding.place.line:
        yield f"shapes:line {finding.place.line}"
    if trace.field:
        yield f"shapes:field {_plain(trace.field)}"
    if entry.link:
        yield f"rdfs:seeAlso <{entry.link}>"


@lru_cache(maxsize=1024)
def _both(said: Bilingual) -> str:
    return f"{Literal(said.ja, language='ja')}, {Literal(said.en, language='en')}"


def _plain(text: str) -> str:
    return str(Literal(text))


def _term(spelled: str) -> str:
    return shortened(spelled[1:-1]) if spelled.startswith("<") else spelled
