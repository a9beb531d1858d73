"""Write a report as one HTML page that an officer can read and print: Japanese with English below, no script.

Every text of a record is escaped by jinja2, and a policy in the page forbids scripts and anything from
elsewhere, so that what stands in a record stays text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import SEVERITY_NAMES, Severity
from saisei_lod.validation.reporting.entries import Entry, entries, grouped, people, printable
from saisei_lod.validation.results import Report

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["as_html"]

_TEMPLATE: Final = Path(__file__).with_name("report.html.j2")
#: So many places of one mistake in one file are shown, unless all are asked for; the CSV has them all.
_SHOWN: Final = {Severity.VIOLATION: 100, Severity.WARNING: 50, Severity.INFO: 10}
#: What each severity asks of the reader.
_MEANINGS: Final[Mapping[Severity, Bilingual]] = {
    Severity.VIOLATION: Bilingual(
        "このままでは公開できません。直してください。", "The data cannot be published: correct it."
    ),
    Severity.WARNING: Bilingual(
        "公開できますが、誤りかもしれません。確かめてください。",
        "It can be published, but may be wrong: check it.",
    ),
    Severity.INFO: Bilingual(
        "誤りではありません。分かれば補ってください。", "Nothing is wrong: complete it if you can."
    ),
}


class _Group(NamedTuple):
    """One kind of mistake in one file: the entries that are shown, and how many are not."""

    first: Entry
    entries: Sequence[Entry]
    more: int


class _Section(NamedTuple):
    """One file of records, with the page that it was read from."""

    number: int
    file: str
    first: Entry
    counts: Mapping[Severity, int]
    groups: Sequence[_Group]


class _Rule(NamedTuple):
    """One rule that found something, with how often."""

    first: Entry
    results: int


def as_html(report: Report, language: Language = "ja", *, verbose: bool = False) -> Iterator[str]:
    """Yield the report as one page, a section a file of records, the worst first; ``verbose`` shows every place."""
    del language
    found = list(people(entries(report)))
    counts = Counter(entry.finding.severity for entry in found)
    yield from _template().generate(
        counts={severity: counts[severity] for severity in Severity},
        meanings=_MEANINGS,
        names=SEVERITY_NAMES,
        rules=list(_rules(found)),
        sections=list(_sections(found, verbose=verbose)),
        untargeted=report.untargeted,
        by_pyshacl=report.by_pyshacl,
        left_out=report.left_out,
    )
    yield "\n"


def _sections(found: Iterable[Entry], *, verbose: bool) -> Iterator[_Section]:
    files: dict[str, list[Entry]] = {}
    for entry in found:
        files.setdefault(entry.finding.place.file, []).append(entry)
    for number, (file, here) in enumerate(sorted(files.items(), key=_worst_first), 1):
        counts = Counter(entry.finding.severity for entry in here)
        groups = [_group(group, verbose=verbose) for group in grouped(here)]
        named = next((entry for entry in here if entry.trace.publisher or entry.trace.page), here[0])
        yield _Section(number, file, named, {severity: counts[severity] for severity in Severity}, groups)


def _worst_first(section: tuple[str, list[Entry]]) -> tuple[int, str]:
    file, here = section
    ranks = list(Severity)
    return min(ranks.index(entry.finding.severity) for entry in here), file


def _group(group: Sequence[Entry], *, verbose: bool) -> _Group:
    shown = len(group) if verbose else _SHOWN[group[0].finding.severity]
    return _Group(group[0], group[:shown], max(0, len(group) - shown))


def _rules(found: Iterable[Entry]) -> Iterator[_Rule]:
    """Yield the rules in the order of their entries: the worst first, then by code."""
    firsts: dict[str, Entry] = {}
    counts: Counter[str] = Counter()
    for entry in found:
        firsts.setdefault(entry.code, entry)
        counts[entry.code] += 1
    ranks = list(Severity)
    for code, entry in sorted(firsts.items(), key=lambda kv: (ranks.index(kv[1].finding.severity), kv[0])):
        yield _Rule(entry, counts[code])


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - slow to import, and for this form alone

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters["line"] = printable
    environment.filters["address"] = _address
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))


def _address(url: str) -> str:
    """Return an address that a page may link to, "" for any other, such as javascript:."""
    return url if url.startswith(("https://", "http://")) else ""
