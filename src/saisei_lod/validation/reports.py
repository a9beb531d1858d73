"""Write a report as text, JSON or Turtle; the same report always gives the same bytes."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import Finding, Severity
from saisei_lod.validation.names import PREFIXES, shortened
from saisei_lod.validation.results import Report, Result

__all__ = ["REPORTS", "as_json", "as_text", "as_turtle"]

_SEVERITIES: Final = {
    Severity.VIOLATION: Bilingual("違反", "violation"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("参考", "info"),
}
_LABELS: Final = {
    "node": Bilingual("対象", "node"),
    "path": Bilingual("項目", "path"),
    "value": Bilingual("値", "value"),
    "fix": Bilingual("対処", "fix"),
}
_NOTHING: Final = Bilingual("問題は見つかりませんでした。", "Nothing was found.")
_UNTARGETED: Final = Bilingual("対象のなかった形", "shapes without target")


def as_text(report: Report, language: Language) -> str:
    """Return the report as people read it: a paragraph a finding, then the numbers of each kind."""
    paragraphs = [_paragraph(finding, language) for finding in report.findings]
    counted = ", ".join(
        f"{_SEVERITIES[severity].in_language(language)} {count}"
        for severity, count in report.severities.items()
    )
    by_code = [f"  {code}: {count}" for code, count in report.counts.items()]
    last = [counted, *by_code] if report.results else [_NOTHING.in_language(language)]
    if report.untargeted:
        last.append(
            f"{_UNTARGETED.in_language(language)} ({len(report.untargeted)}): {', '.join(report.untargeted)}"
        )
    return "\n\n".join([*paragraphs, "\n".join(last)]) + "\n"


def _paragraph(finding: Finding, language: Language) -> str:
    place = finding.place
    where = str(place) if place.file else ""
    severity = _SEVERITIES[finding.severity].in_language(language)
    parts = {
        "node": place.node,
        "path": place.path,
        "value": finding.text,
        "fix": finding.fix.in_language(language),
    }
    lines = [
        " ".join(filter(None, (severity, finding.code, where))),
        f"  {finding.message.in_language(language)}",
    ]
    lines += [f"  {_LABELS[name].in_language(language)}: {part}" for name, part in parts.items() if part]
    return "\n".join(lines)


def as_json(report: Report, language: Language = "en") -> str:
    """Return the report as one JSON object; it holds both languages whichever is asked for."""
    del language
    document = {
        "conforms": report.conforms,
        "severities": dict(report.severities),
        "codes": dict(report.counts),
        "untargeted": list(report.untargeted),
        "findings": [_object(*pair) for pair in zip(report.results, report.findings, strict=True)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _object(result: Result, finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message._asdict(),
        "fix": finding.fix._asdict(),
        "file": place.file or None,
        "line": place.line,
        "column": place.column,
        "node": place.node,
        "path": place.path or None,
        "value": finding.text or None,
        "shape": _bare(result.shape),
        "component": result.component,
    }


def _bare(term: str) -> str:
    return term[1:-1] if term.startswith("<") else term


def as_turtle(report: Report, language: Language = "en") -> str:
    """Return the report as a sh:ValidationReport (W3C SHACL, section 3.6) with messages in both languages."""
    del language
    results = ",\n".join(_turtle_result(result) for result in report.results)
    held = f" ;\n  sh:result\n{results}" if results else ""
    prefixes = "".join(f"@prefix {name}: <{base}> .\n" for name, base in sorted(PREFIXES.items()))
    return f"{prefixes}\n[] a sh:ValidationReport ;\n  sh:conforms {'false' if results else 'true'}{held} .\n"


def _turtle_result(result: Result) -> str:
    lines = ["a sh:ValidationResult", *_statements(result)]
    return "  [ " + " ;\n    ".join(lines) + "\n  ]"


def _statements(result: Result) -> Iterator[str]:
    yield f"sh:focusNode {_term(result.focus)}"
    if result.turtle:
        yield f"sh:resultPath {result.turtle}"
    if result.value:
        yield f"sh:value {_term(result.value)}"
    yield f"sh:resultSeverity sh:{result.severity.title()}"
    yield f"sh:resultMessage {_both(result.message)}"
    yield f"shapes:fix {_both(result.fix)}"
    yield f"shapes:code {Literal(result.code)}"
    yield f"sh:sourceShape {_term(result.shape)}"
    yield f"sh:sourceConstraintComponent {shortened(result.component)}"


def _both(said: Bilingual) -> str:
    return f"{Literal(said.ja, language='ja')}, {Literal(said.en, language='en')}"


def _term(spelled: str) -> str:
    return shortened(spelled[1:-1]) if spelled.startswith("<") else spelled


#: Formats of a report by the name that ``--report`` takes.
REPORTS: Final[Mapping[str, Callable[[Report, Language], str]]] = {
    "json": as_json,
    "text": as_text,
    "turtle": as_turtle,
}
