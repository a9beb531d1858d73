"""Write a report as text: violations first, the same mistake of one file together, the numbers at the end."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import SEVERITY_NAMES, Severity
from saisei_lod.validation.reporting.entries import Entry, entries, grouped, people, printable
from saisei_lod.validation.results import Report

__all__ = ["as_text"]

#: So many places of one mistake in one file are shown, unless all are asked for.
_SHOWN: Final = {Severity.VIOLATION: 20, Severity.WARNING: 5, Severity.INFO: 3}
#: In so many files a kind of mistake is shown.
_FILES: Final = {Severity.VIOLATION: 50, Severity.WARNING: 10, Severity.INFO: 3}
_TITLE: Final = 40
_LABELS: Final = {
    "field": Bilingual("項目", "field"),
    "found": Bilingual("値", "found"),
    "expected": Bilingual("期待する内容", "expected"),
    "source": Bilingual("出典", "source"),
    "fix": Bilingual("直し方", "what to do"),
    "because": Bilingual("理由", "because"),
    "link": Bilingual("説明", "about this rule"),
    "node": Bilingual("対象", "node"),
}
_NOTHING: Final = Bilingual("問題は見つかりませんでした。", "Nothing was found.")
_UNTARGETED: Final = Bilingual("対象のなかった規則", "rules without target")
_CUT: Final = Bilingual(
    "多いので一部のファイルだけを示しました。--verbose ですべて、-o report.csv で一覧になります。",
    "There are many: some files only are shown. See all with --verbose, or as a table with -o report.csv.",
)
_IN_FILES: Final = Bilingual("{n} ファイル", "{n} files")
_MORE: Final = Bilingual("ほかに {n} 件（--verbose ですべて表示）", "{n} more (all with --verbose)")
_TIMES: Final = Bilingual("{n} 件", "{n} times")
_NOWHERE: Final = Bilingual("（場所は分かりません）", "(place unknown)")


def as_text(report: Report, language: Language, *, verbose: bool = False) -> Iterator[str]:
    """Yield the report as people read it on a terminal, a paragraph a kind of mistake and file.

    ``verbose`` shows every file and place, the reason and page of each rule, and the rules that nothing in
    the data was a target of.
    """
    found = list(people(entries(report)))
    files: dict[str, set[str]] = defaultdict(set)
    for group in grouped(found):
        code, finding = group[0].code, group[0].finding
        files[code].add(finding.place.file)
        if verbose or len(files[code]) <= _FILES[finding.severity]:
            yield "\n".join(_paragraph(group, language, verbose=verbose)) + "\n\n"
    yield from _numbers(found, {code: len(names) for code, names in files.items()}, language)
    if not verbose and any(len(files[entry.code]) > _FILES[entry.finding.severity] for entry in found):
        yield _CUT.in_language(language) + "\n"
    if verbose and report.untargeted:
        label = _UNTARGETED.in_language(language)
        yield f"{label} ({len(report.untargeted)}): {', '.join(report.untargeted)}\n"


def _paragraph(group: Sequence[Entry], language: Language, *, verbose: bool) -> Iterator[str]:
    """Yield the lines of one kind of mistake in one file; what all places share is said once."""
    finding = group[0].finding
    severity = SEVERITY_NAMES[finding.severity].in_language(language)
    times = f" ({_said(_TIMES, language, n=len(group))})" if len(group) > 1 else ""
    yield f"{severity} {finding.code}{times}"
    yield f"  {printable(finding.message.in_language(language), 500)}"
    details = [_details(entry, language, verbose=verbose) for entry in group]
    shared = {name: said for name, said in details[0].items() if all(d.get(name) == said for d in details)}
    shared["fix"] = finding.fix.in_language(language)
    if verbose:
        shared |= {"because": group[0].because.in_language(language), "link": group[0].link}
    yield from _lines(shared, "  ", language)
    shown = len(group) if verbose else _SHOWN[finding.severity]
    for entry, detail in list(zip(group, details, strict=True))[:shown]:
        yield _place(entry, language)
        yield from _lines({n: said for n, said in detail.items() if n not in shared}, "      ", language)
    if len(group) > shown:
        yield f"  … {_said(_MORE, language, n=len(group) - shown)}"


def _lines(said: Mapping[str, str], indent: str, language: Language) -> Iterator[str]:
    for name, text in said.items():
        if text:
            yield f"{indent}{_LABELS[name].in_language(language)}: {printable(text, 500)}"


def _place(entry: Entry, language: Language) -> str:
    place = str(entry.finding.place._replace(node="", path=""))
    title = printable(entry.trace.title or entry.trace.plan, _TITLE)
    return f"  - {' '.join(filter(None, (place, title))) or _NOWHERE.in_language(language)}"


def _details(entry: Entry, language: Language, *, verbose: bool) -> Mapping[str, str]:
    name = entry.name.in_language(language)
    is_known = entry.trace.field or entry.trace.title
    node = entry.result.node if entry.result and (verbose or not is_known) else ""
    return {
        "node": node,
        "field": f"{entry.field} ({name})" if name and entry.field else name or entry.field,
        "found": printable(entry.found),
        "expected": entry.expected.in_language(language),
        "source": _source(entry, language),
    }


def _source(entry: Entry, language: Language) -> str:
    trace = entry.trace
    if not trace.lines and not trace.words:
        return ""
    name = trace.page or trace.publisher
    lines = f"{trace.lines[0]}-{trace.lines[1]}" if trace.lines else ""
    numbered = Bilingual(f" {lines}行", f" lines {lines}").in_language(language) if lines else ""
    return f"{name}{numbered}" + (f": {trace.words}" if trace.words else "")


def _numbers(found: Sequence[Entry], files: Mapping[str, int], language: Language) -> Iterator[str]:
    """Yield how many there are of each severity, and of each code with its number of files."""
    if not found:
        yield _NOTHING.in_language(language) + "\n"
        return
    severities = Counter(entry.finding.severity for entry in found)
    named = [f"{SEVERITY_NAMES[s].in_language(language)} {severities[s]:,}" for s in Severity]
    yield f"{'、'.join(named) if language == 'ja' else ', '.join(named)}\n"
    ranks = list(Severity)
    codes = Counter((ranks.index(entry.finding.severity), entry.code) for entry in found)
    for (rank, code), count in sorted(codes.items()):
        label = SEVERITY_NAMES[ranks[rank]].in_language(language)
        many = f" ({_said(_IN_FILES, language, n=f'{files[code]:,}')})" if files[code] > 1 else ""
        yield f"  {count:6,} {label} {code}{many}\n"


def _said(template: Bilingual, language: Language, **data: object) -> str:
    return template.filled(**data).in_language(language)
