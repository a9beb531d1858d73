"""A report as people read it: one entry for each mistake, the worst first, then by file and line."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Finding, Severity
from saisei_lod.validation.reporting.field_names import name_of
from saisei_lod.validation.reporting.links import link
from saisei_lod.validation.results import Report, Result
from saisei_lod.validation.traces import NO_TRACE, Trace

__all__ = ["Entry", "entries", "grouped", "people", "printable"]

_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}
_NO_WORDS: Final = Bilingual("", "")
_REVERSED: Final = frozenset({"record-period-reversed"})
_UNKNOWN: Final = frozenset({"record-municipality-unknown"})
#: What says again of a plan or page what another code has said better, and by which codes that was.
_ECHOES: Final[Mapping[str, frozenset[str]]] = {
    "certification-not-first": frozenset({"change-before-certification"}),
    "coverage-place-invalid": _UNKNOWN,
    "event-days-wrong": frozenset({"change-before-certification"}),
    "joint-making-member-invalid": _UNKNOWN,
    "listing-current-too-long": _REVERSED,
    "listing-ended-too-early": _REVERSED,
    "listing-lines-reversed": frozenset({"record-lines-reversed"}),
    "listing-title-missing": frozenset({"plan-title-missing"}),
    "maker-invalid": _UNKNOWN,
    "period-ended-before-event": _REVERSED,
    "period-ends-before-start": _REVERSED,
    "scheme-invalid": frozenset({"record-scheme-unknown"}),
    "source-publisher-invalid": _UNKNOWN,
}
#: Control characters, and the marks that change the direction of what follows (Unicode TR 9): none is text.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


class Entry(NamedTuple):
    """One mistake: what is wrong, where, the value found, what was expected, and what to do.

    ``finding`` has code, severity, message, fix, file and line; ``result`` is None where the mistake was
    found in a record, without any shape.
    """

    finding: Finding
    result: Result | None
    trace: Trace

    @property
    def code(self) -> str:
        """The stable code of the rule."""
        return self.finding.code

    @property
    def field(self) -> str:
        """The field of the record, else the path of the rule; "" for a row of a table, whose name says more."""
        if self.trace.field or self.trace.title:
            return self.trace.field
        return self.result.path if self.result else self.finding.place.path

    @property
    def found(self) -> str:
        """The value found: as the record writes it, else as the graph holds it."""
        return self.trace.found or (self.result.text if self.result else self.finding.text)

    @property
    def expected(self) -> Bilingual:
        """What was expected, as precisely as is known."""
        if self.trace.expected.ja or self.result is None:
            return self.trace.expected
        return self.result.expected

    @property
    def name(self) -> Bilingual:
        """What people call the field."""
        return self.result.name if self.result else name_of(self.field)

    @property
    def because(self) -> Bilingual:
        """The reason of the rule, with its legal basis."""
        return self.result.because if self.result else _NO_WORDS

    @property
    def link(self) -> str:
        """The address of the rule's page."""
        return link(self.code, self.result)


def entries(report: Report) -> list[Entry]:
    """Return everything in a report: violations first, then by file and line."""
    traces: Iterable[Trace] = report.traces or (NO_TRACE for _ in report.results)
    found = [Entry(f, r, t) for f, r, t in zip(report.findings, report.results, traces, strict=True)]
    found += [Entry(finding, None, trace) for finding, trace in report.records]
    return sorted(found, key=_order)


def _order(entry: Entry) -> tuple[object, ...]:
    place, result = entry.finding.place, entry.result
    rest = (result.focus, result.path, result.value, result.component, result.shape) if result else ()
    last = (entry.code, entry.field, entry.found, *rest)
    return (_RANK[entry.finding.severity], place.file, place.line or 0, *last)


def people(found: Iterable[Entry]) -> Iterator[Entry]:
    """Yield each mistake once: not again for the plan's version, nor what another entry has said better."""
    all_of_them = list(found)
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in all_of_them:
        codes[_where(entry)].add(entry.code)
    said = set()
    for entry in all_of_them:
        node = "" if entry.trace.field else entry.finding.place.node
        one = (entry.code, entry.finding.place[:3], node, entry.field, entry.found, entry.finding.message)
        if one not in said and not _ECHOES.get(entry.code, frozenset()) & codes[_where(entry)]:
            said.add(one)
            yield entry


def _where(entry: Entry) -> tuple[str, str]:
    """Return the plan, or else the file, within which one mistake has its echoes."""
    return "" if entry.trace.plan else entry.finding.place.file, entry.trace.plan


def grouped(found: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries that say the same in one file, in the order of the first of them."""
    for _, in_file in groupby(found, key=lambda e: (e.finding.severity, e.finding.place.file)):
        groups: dict[tuple[str, Bilingual, Bilingual], list[Entry]] = {}
        for entry in in_file:
            groups.setdefault((entry.code, entry.finding.message, entry.finding.fix), []).append(entry)
        yield from groups.values()


def printable(text: str, longest: int = 200) -> str:
    r"""Return a text on one line, without control characters, cut where it is long.

    >>> printable("a\n  b\x1b[31m")
    'a b[31m'
    """
    flat = _UNPRINTABLE.sub("", " ".join(text[: 4 * longest].split()))
    return flat if len(flat) <= longest else f"{flat[:longest]}…"
