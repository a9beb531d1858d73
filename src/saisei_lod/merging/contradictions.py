"""Find what the sources of one plan contradict each other in; values are compared, never their wording.

An event is one for all sources, so all of them are compared. What an amendment may change (title,
period, makers, area, schemes) is compared only among the listings that describe one version. A month
agrees with each of its days, a fiscal year with each of its own; 平成32年度 and 令和2年度 are one year.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from saisei_lod.findings import Finding
from saisei_lod.findings.merging import PAGE_SAID_OTHERWISE, SOURCES_DISAGREE
from saisei_lod.merging.events import JoinedEvent, event_paths
from saisei_lod.merging.statements import Statement, event_statements, version_statements
from saisei_lod.records.evidence import quotes
from saisei_lod.records.model import PlanRecord
from saisei_lod.records.streaming import SourcedPlan

__all__ = ["Contradiction", "Saying", "event_contradictions", "findings_of", "version_contradictions"]


class Saying(NamedTuple):
    """What one source says of a field: the value, the words of the page, the field's place in its record.

    ``agrees`` tells whether the value can be the published one.
    """

    source: SourcedPlan
    value: str
    words: str
    place: str
    agrees: bool


class Contradiction(NamedTuple):
    """A field of a plan on which sources disagree, with what each says, the best heard first.

    ``field`` is a path as evidence has it (``amendments.2020-08-21.kind``); ``version`` the first day of
    the version that it is about, "" for an event.
    """

    key: str
    title: str
    field: str
    version: str
    published: str
    sayings: tuple[Saying, ...]


class _Said(NamedTuple):
    source: SourcedPlan
    value: Statement
    words: str
    place: str


def version_contradictions(
    heard: Sequence[SourcedPlan], published: PlanRecord, version: str
) -> Iterator[Contradiction]:
    """Yield the contradictions among the listings that describe one version, in the order of the record."""
    taken = dict(version_statements(published))
    found: dict[str, list[_Said]] = {}
    for source in heard:
        for path, value in version_statements(source.plan):
            words = _words(source.plan, path, value.shown)
            found.setdefault(path, []).append(_Said(source, value, words, path))
    for path, said in found.items():
        yield from _contradiction(published, (path, version), taken.get(path, said[0].value), said)


def event_contradictions(
    heard: Sequence[SourcedPlan], events: Iterable[tuple[str, JoinedEvent]], published: PlanRecord
) -> Iterator[Contradiction]:
    """Yield the contradictions on events, each given with its path (``certification``)."""
    for path, joined in events:
        taken = dict(event_statements(joined.event))
        found: dict[str, list[_Said]] = {}
        for told in joined.told:
            source = heard[told.source]
            own, place = _own_paths(source.plan, told.place, path)
            for name, value in event_statements(told.event):
                words = _words(source.plan, f"{own}.{name}", value.shown)
                found.setdefault(name, []).append(_Said(source, value, words, f"{place}.{name}"))
        for name, said in found.items():
            chosen = taken.get(name, said[0].value)
            yield from _contradiction(published, (f"{path}.{name}", ""), chosen, said)


def findings_of(contradiction: Contradiction) -> Iterator[Finding]:
    """Yield a finding at each source that is not published; what a page said before is a remark only."""
    chosen = next((saying for saying in contradiction.sayings if saying.agrees), contradiction.sayings[0])
    heard: set[str | None] = set()
    for saying in contradiction.sayings:
        page = saying.source.page.source
        if saying.agrees:
            heard.add(page)
            continue
        kind = PAGE_SAID_OTHERWISE if page in heard else SOURCES_DISAGREE
        yield kind.at(
            saying.source.at(saying.place),
            saying.value,
            key=contradiction.key,
            field=contradiction.field,
            chosen=contradiction.published,
            source=chosen.source.file,
        )


def _contradiction(
    published: PlanRecord, about: tuple[str, str], chosen: Statement, said: Sequence[_Said]
) -> Iterator[Contradiction]:
    values = [chosen, *(one.value for one in said)]
    if all(one.agrees(other) for one, other in combinations(values, 2)):
        return
    sayings = tuple(
        Saying(one.source, one.value.shown, one.words, one.place, chosen.agrees(one.value)) for one in said
    )
    yield Contradiction(published.id or "", published.title or "", *about, chosen.shown, sayings)


def _words(plan: PlanRecord, path: str, value: str) -> str:
    """Return the words of the page for a value: those of its evidence, else those printed for its field."""
    evidence = plan.evidence.get(path)
    found = quotes(evidence, value) if evidence else []
    if found:
        return "".join(quote.words for quote in found)
    field = path.partition(".")[0]
    return plan.printed.get(field, value if field == "title" else "")


def _own_paths(plan: PlanRecord, number: int, path: str) -> tuple[str, str]:
    """Return the paths under which a source has an event: in its evidence, and as a place in its record.

    The day that a source tells, by which its evidence names the event, may be another.
    """
    if path == "certification":
        return path, path
    return event_paths(plan.amendments)[number], f"amendments[{number}]"
