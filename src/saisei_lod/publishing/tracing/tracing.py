"""Trace the results of a report: one more pass over the records, in the order of their keys."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from saisei_lod.findings import Finding, Place
from saisei_lod.merging import DescribedVersion, MergedPlan, merge
from saisei_lod.publishing.tracing.claims import Told
from saisei_lod.publishing.tracing.fields import evidence_path, field_of, page_field, value_at
from saisei_lod.publishing.tracing.nodes import Node, node_of
from saisei_lod.publishing.tracing.particulars import particular
from saisei_lod.publishing.tracing.rows import row_of
from saisei_lod.publishing.tracing.words import spelled
from saisei_lod.records.evidence import quotes
from saisei_lod.records.model import Evidence, Page, PlanRecord
from saisei_lod.records.streaming import SourcedPage, SourcedPlan
from saisei_lod.registry import tables
from saisei_lod.validation import Report, Result
from saisei_lod.validation.traces import NO_TRACE, Trace

__all__ = ["traced"]


_NO_CLAIMS: Final[Mapping[str, Told]] = MappingProxyType({})


class _Traced(NamedTuple):
    """A place in a record file, and what is known there."""

    place: Place
    trace: Trace


class _Asked(NamedTuple):
    """What a result is about: a node, its property and the value, by the rule of a code.

    ``snapshot`` is given where one page alone is meant, ``is_claim`` where its evidence is.
    """

    node: Node
    about: str
    value: str
    code: str
    snapshot: Node | None = None
    is_claim: bool = False

    @classmethod
    def of(cls, result: Result, claims: Mapping[str, Told]) -> "_Asked | None":
        """Return what a result is about, for a claim what the claim says; None for what no record holds."""
        claim = claims.get(result.node)
        if claim is not None:
            node, snapshot = node_of(claim.subject), node_of(claim.snapshot)
            return cls(node, claim.about, claim.value, result.code, snapshot, is_claim=True) if node else None
        node = node_of(result.node)
        if node is None:
            return None
        return cls(node, result.about, result.value, result.code, node if node.kind == "listing" else None)

    def traced(self, sourced: SourcedPlan | SourcedPage, trace: Trace, evidence: str) -> _Traced:
        """Return a trace at the place of its field; at that of its evidence where that is what is meant."""
        if self.is_claim and trace.field:
            trace = trace._replace(field=evidence, found="")
        return _Traced(sourced.at(trace.field)._replace(path=""), trace)


def traced(
    report: Report,
    plans: Callable[[Collection[str] | None], Iterable[Sequence[SourcedPlan]]],
    pages: Iterable[SourcedPage],
    findings: Sequence[Finding] = (),
    claims: Mapping[str, Told] = _NO_CLAIMS,
) -> Report:
    """Return the report with each finding at the field of the record that holds the value, and its trace.

    ``plans`` gives the records of each of some keys, or of all (None), ``pages`` are those of the files,
    ``findings`` what was found in the records, ``claims`` what the claims say at which results are. Results
    at rounds, schemes and local governments lead to the rows of their tables.
    """
    asked: dict[str, list[tuple[int, _Asked]]] = defaultdict(list)
    known: dict[int, _Traced | None] = {}
    for number, (result, finding) in enumerate(zip(report.results, report.findings, strict=True)):
        if (one := _Asked.of(result, claims)) is not None:
            asked[one.node.key].append((number, one))
        elif (row := row_of(result.node)) is not None:
            known[number] = _Traced(finding.place._replace(line=row.line), Trace(title=row.name))
    by_page = _by_page(pages)
    known.update((number, _of_page(one, by_page)) for number, one in asked.pop("", ()))
    starts = _Starts({finding.place.file for finding in findings})
    for sources in plans(None if findings else asked.keys()):
        starts.note(sources)
        wanted = asked.get(sources[0].plan.id or "")
        if wanted:
            merged = merge(sources)
            known.update((number, _of_plan(one, merged)) for number, one in wanted)
    return _with(report, known, [(finding, starts.trace(finding)) for finding in findings])


def _with(
    report: Report, known: Mapping[int, _Traced | None], records: Sequence[tuple[Finding, Trace]]
) -> Report:
    findings, traces = [], []
    for number, (result, finding) in enumerate(zip(report.results, report.findings, strict=True)):
        found = known.get(number)
        findings.append(result.finding(found.place) if found else finding)
        if found and found.trace.field:
            findings[-1] = _at_field(findings[-1], found.trace.field)
        traces.append(found.trace if found else NO_TRACE)
    return report._replace(findings=tuple(findings), traces=tuple(traces), records=tuple(records))


def _at_field(finding: Finding, field: str) -> Finding:
    """Return a finding whose place names the field of a record, not the path of a shape."""
    return finding._replace(place=finding.place._replace(path=field))


def _of_plan(asked: _Asked, merged: MergedPlan) -> _Traced:
    """Return where the value stands: in the record heard first that says what the merged plan says."""
    listed, field = _holder(asked, merged)
    trace = _of_record(listed, field)._replace(expected=particular(asked.code, listed.plan, field))
    return asked.traced(listed, trace, f"evidence.{evidence_path(listed.plan, field)}")


def _holder(asked: _Asked, merged: MergedPlan) -> tuple[SourcedPlan, str]:
    if (snapshot := asked.snapshot) is not None:
        for listed in merged.listings:
            page = listed.page
            if page.source == snapshot.source and (page.sha256 or "").startswith(snapshot.tail):
                return listed, _field(asked, listed.plan, merged)
    version = _version(asked, merged)
    for listed in version.listings:
        field = _field(asked, listed.plan, merged)
        same = (
            _field(asked, version.record, merged) if "[" in field else field
        )  # its place in a list is another
        said = value_at(listed.plan, field) if field else None
        if said and said == value_at(version.record, same):
            return listed, field
    first = version.listings[0]
    return first, _field(asked, first.plan, merged)


def _field(asked: _Asked, plan: PlanRecord, merged: MergedPlan) -> str:
    return field_of(asked.node, asked.about, asked.value, plan, merged.record)


def _version(asked: _Asked, merged: MergedPlan) -> DescribedVersion:
    """Return the version that a node is, or is a part of, with those who tell of it; of events, the whole plan."""
    whole = DescribedVersion(merged.record, merged.listings)
    if _field(asked, merged.record, merged).startswith(("certification", "amendments")):
        return whole
    days = {day.replace("-", ""): version for day, version in merged.described.items()}
    return days.get(asked.node.tail.partition("-")[0], whole)


def _of_record(listed: SourcedPlan, field: str) -> Trace:
    """Return what a record knows of a field: plan, page, lines, the value, and the words that say it."""
    plan, page = listed.plan, listed.page
    makers = [maker.code for maker in plan.makers if maker.code]
    return _about_page(page)._replace(
        field=field,
        found=spelled(plan, field) if field else "",
        plan=plan.id or "",
        title=plan.title or "",
        codes=tuple(dict.fromkeys([*([page.publisher.code] if page.publisher.code else []), *makers])),
        lines=plan.lines,
        words=_words(plan, field),
    )


def _about_page(page: Page) -> Trace:
    code = page.publisher.code or ""
    row = tables.load().governments.get(code)
    return Trace(
        codes=(code,) if code else (),
        publisher=page.publisher.name or (row.name if row else code),
        page=page.title or page.source or "",
        url=page.url or "",
    )


def _words(plan: PlanRecord, field: str) -> str:
    """Return the words of the source that say a field, or the nearest part of the record that has some."""
    if not field:
        return ""
    path = evidence_path(plan, field)
    while path:
        if (evidence := plan.evidence.get(path)) is not None and _is_of(plan, field, evidence):
            value = value_at(plan, field)
            said = quotes(evidence, value if isinstance(value, str) else "")
            return " … ".join(quote.words for quote in said)
        path = path.rpartition(".")[0]
    return _printed(plan, field)


def _printed(plan: PlanRecord, field: str) -> str:
    """Return the words that are kept of a field as a whole; of an item of a list its line, if each has one."""
    name, _, rest = field.partition(".")[0].partition("[")
    words = plan.printed.get(name, "")
    items, said = words.split("\n"), value_at(plan, name)
    if rest and isinstance(said, list) and len(items) == len(said):
        return items[int(rest.removesuffix("]"))]
    return words


def _is_of(plan: PlanRecord, field: str, evidence: Evidence) -> bool:
    """Tell whether some evidence is that of a field: a maker's code may be another's by mistake."""
    name = value_at(plan, f"{field.partition(']')[0]}].name") if field.startswith("makers[") else None
    return not name or not evidence.words or str(name) in evidence.words


def _by_page(pages: Iterable[SourcedPage]) -> dict[tuple[str, str], SourcedPage]:
    """Return the pages by their source and the eight digits of their snapshot, and by their source alone."""
    found: dict[tuple[str, str], SourcedPage] = {}
    for sourced in pages:
        source = sourced.page.source or ""
        found.setdefault((source, (sourced.page.sha256 or "")[:8]), sourced)
        found.setdefault((source, ""), sourced)
    return found


def _of_page(asked: _Asked, pages: Mapping[tuple[str, str], SourcedPage]) -> _Traced | None:
    node = asked.snapshot or asked.node
    sourced = pages.get((node.source, node.tail))
    if sourced is None:
        return None
    field = page_field(asked.about)
    name = field.removeprefix("page.")
    path = name.removesuffix(".code")
    said = value_at(sourced.page, name)
    evidence = sourced.page.evidence.get(path)
    words = quotes(evidence, said if isinstance(said, str) else "") if evidence else []
    trace = _about_page(sourced.page)._replace(
        field=field,
        found=str(said) if isinstance(said, str | int) else "",
        words=" … ".join(quote.words for quote in words),
    )
    return asked.traced(sourced, trace, f"page.evidence.{path}")


class _Starts:
    """Where each plan of some files begins, so that a finding's line tells its plan."""

    def __init__(self, files: Iterable[str]) -> None:
        self._plans: dict[str, list[tuple[int, SourcedPlan]]] = {file: [] for file in files}

    def note(self, sources: Iterable[SourcedPlan]) -> None:
        """Remember where the plans of these records begin."""
        for listed in sources:
            if listed.file in self._plans and listed.line:
                self._plans[listed.file].append((listed.line, listed))

    def trace(self, finding: Finding) -> Trace:
        """Return what is known of the plan in whose record a finding was made."""
        place = finding.place
        begun = sorted(self._plans.get(place.file, []), key=lambda start: start[0])
        number = bisect_right([line for line, _ in begun], place.line or 0)
        bare = Trace(field=place.path, found=finding.text)
        if not number or place.path.startswith("page"):
            return (
                _about_page(begun[0][1].page)._replace(field=place.path, found=finding.text)
                if begun
                else bare
            )
        if finding.code == "plan-unminted":
            page = _about_page(begun[number - 1][1].page)
            return page._replace(field=place.path, title=finding.text)
        return _of_record(begun[number - 1][1], place.path)._replace(found=finding.text)
