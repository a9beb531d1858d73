"""Keep what somebody asked for: some codes, from a severity on, what concerns a local government."""

from collections.abc import Callable, Collection

from saisei_lod.findings import Finding, Severity
from saisei_lod.validation.results import Report
from saisei_lod.validation.traces import NO_TRACE, Trace

__all__ = ["selected"]

_RANKS = list(Severity)


def selected(
    report: Report,
    *,
    only: Collection[str] = (),
    severity: Severity = Severity.INFO,
    city: str = "",
) -> Report:
    """Return the part of a report that was asked for; what is left out is counted.

    ``only`` are codes (all where there are none), ``severity`` is the least one, ``city`` a code of 5
    digits: what concerns its page, or a plan that it makes.
    """

    def wanted(finding: Finding, trace: Trace) -> bool:
        return (
            (not only or finding.code in only)
            and _RANKS.index(finding.severity) <= _RANKS.index(severity)
            and (not city or city in trace.codes)
        )

    return _kept(report, wanted)


def _kept(report: Report, wanted: Callable[[Finding, Trace], bool]) -> Report:
    traces = report.traces or tuple(NO_TRACE for _ in report.results)
    rows = list(zip(report.results, report.findings, traces, strict=True))
    kept = [row for row in rows if wanted(row[1], row[2])]
    return report._replace(
        results=tuple(row[0] for row in kept),
        findings=tuple(row[1] for row in kept),
        traces=tuple(row[2] for row in kept),
        records=tuple(pair for pair in report.records if wanted(*pair)),
        left_out=report.left_out + len(rows) - len(kept),
    )
