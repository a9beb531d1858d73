"""Write a report as JSON: one object that holds both languages, the same whichever is asked for."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import Severity
from saisei_lod.validation.reporting.entries import Entry, entries
from saisei_lod.validation.results import Report

__all__ = ["as_json"]


def as_json(report: Report, language: Language = "en", *, verbose: bool = False) -> Iterator[str]:
    """Yield the report as one JSON object, every result of it, violations first, then by file and line."""
    del language, verbose
    found = entries(report)
    severities = Counter(entry.finding.severity for entry in found)
    head = {
        "conforms": report.conforms,
        "severities": {severity: severities[severity] for severity in Severity},
        "codes": dict(sorted(Counter(entry.code for entry in found).items())),
        "untargeted": list(report.untargeted),
        "by_pyshacl": list(report.by_pyshacl),
        "left_out": report.left_out,
    }
    yield json.dumps(head, ensure_ascii=False, indent=2)[:-2] + ',\n  "findings": ['
    between = "\n"
    for entry in found:
        yield between + "    " + json.dumps(_object(entry), ensure_ascii=False)
        between = ",\n"
    yield "\n  ]\n}\n" if found else "]\n}\n"


def _object(entry: Entry) -> dict[str, object]:
    finding, result, trace = entry
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": _both(finding.message),
        "fix": _both(finding.fix),
        "file": place.file or None,
        "line": place.line,
        "column": place.column,
        "field": trace.field or None,
        "name": _both(entry.name),
        "value": entry.found or None,
        "expected": _both(entry.expected),
        "plan": trace.plan or None,
        "title": trace.title or None,
        "codes": list(trace.codes),
        "source": {
            "publisher": trace.publisher or None,
            "title": trace.page or None,
            "url": trace.url or None,
            "lines": trace.lines,
            "words": trace.words or None,
        },
        "link": entry.link or None,
        "node": result.node if result else (place.node or None),
        "path": (result.path if result else place.path) or None,
        "term": result.value or None if result else None,
        "shape": _bare(result.shape) if result else None,
        "component": result.component if result else None,
    }


@lru_cache(maxsize=1024)
def _both(said: Bilingual) -> dict[str, str] | None:
    return said._asdict() if said.ja or said.en else None


def _bare(term: str) -> str:
    return term[1:-1] if term.startswith("<") else term
