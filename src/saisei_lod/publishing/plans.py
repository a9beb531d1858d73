"""Turn the record files of a folder into blocks of descriptions, in key order, as a stream."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import MAKER_NAME_DIFFERS
from saisei_lod.iris import Minter
from saisei_lod.mapping.claims import plan_claims, source_claims
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import Contradiction, MergedPlan, merge
from saisei_lod.records.checking import check_page_references, check_plan_references
from saisei_lod.records.model import Page, PlanRecord
from saisei_lod.records.streaming import SortedPlans, SourcedPage, SourcedPlan
from saisei_lod.registry import tables
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.terms import Description, Iri

__all__ = ["PlanStream", "References", "TakeClaims"]

TakeClaims = Callable[[Iri, Sequence[Description]], None]
"""What takes claims: the graph in which they stand, and their descriptions."""


class References(NamedTuple):
    """What records refer to: schemes, names of local governments by code, rounds without a number by day."""

    schemes: Collection[str]
    names: Mapping[str, Collection[str]]
    unnumbered: Mapping[str, str]

    @classmethod
    def load(cls) -> "References":
        """Return what the program's own tables know."""
        registry = tables.load()
        names = {code: {state.name for state in states} for code, states in registry.states.items()}
        rounds = [one for one in load_rounds().rounds if one.number is None]
        unnumbered = {day.day: one.key for one in rounds for day in one.days}
        return cls(load_schemes().by_slug, names, unnumbered)


class PlanStream:
    """The blocks of all plans and sources of a data folder, and what was met on the way.

    ``records`` are what the blocks are made of. After the blocks have been consumed, ``findings`` holds
    what is wrong in the records, ``contradictions`` where sources disagree, ``codes`` the local governments
    that they name, ``places`` where each plan's record stands, and ``last_day`` the latest day of any
    plan's period. Each block's claims are handed to ``take_claims`` before the block.
    """

    def __init__(
        self, records: SortedPlans, minter: Minter, references: References, take_claims: TakeClaims
    ) -> None:
        self.records = records
        self._minter = minter
        self._references = references
        self._take_claims = take_claims
        self.findings: list[Finding] = list(records.findings)
        self.contradictions: list[Contradiction] = []
        self.codes: set[str] = set()
        self.places: dict[str, Place] = {}
        self.last_day = ""
        self.triples = 0

    @property
    def plans(self) -> int:
        """The number of plans met."""
        return len(self.places)

    @property
    def pages(self) -> Iterator[Page]:
        """The pages that the records were read from."""
        return (sourced.page for sourced in self.records.pages)

    def __iter__(self) -> Iterator[list[Description]]:
        for sources in self.records:
            merged = merge(sources)
            self._note(merged)
            block = plan_block(merged, self._minter, self._references.unnumbered)
            for graph, claims in plan_claims(merged, block, self._minter, self._references.unnumbered):
                self._take_claims(graph, claims)
            yield block
        for sourced in self._sources():
            yield self._source_block(sourced)

    def _sources(self) -> Iterator[list[SourcedPage]]:
        for _, group in groupby(sorted(self.records.pages, key=_source), key=_source):
            yield list(group)

    def _source_block(self, sourced: Sequence[SourcedPage]) -> list[Description]:
        """Return the block of one source document, whose pages are all snapshots of it that were read."""
        pages = [one.page for one in sourced]
        block = source_block(pages, self._minter)
        for graph, claims in source_claims(pages, block, self._minter):
            self._take_claims(graph, claims)
        for one in sourced:
            self.findings += check_page_references(one.page, one.at, codes=self._references.names)
            if one.page.publisher.code:
                self.codes.add(one.page.publisher.code)
        return block

    def sources(self) -> Iterator[list[Description]]:
        """Yield the blocks of sources alone, to which those of plans refer; nothing is noted."""
        for sourced in self._sources():
            yield source_block([one.page for one in sourced], self._minter)

    def _note(self, merged: MergedPlan) -> None:
        self.findings += merged.findings
        self.contradictions += merged.contradictions
        self.places[merged.key] = merged.listings[0].at()
        for listed in merged.listings:
            schemes, names = self._references.schemes, self._references.names
            self.findings += check_plan_references(listed.plan, listed.at, schemes=schemes, codes=names)
            self.findings += self._misnamed(listed)
            self.codes.update(maker.code for maker in listed.plan.makers if maker.code)
            self.codes.update(listed.plan.coverage.codes)
        self._note_end(merged.record)

    def _misnamed(self, listed: SourcedPlan) -> Iterator[Finding]:
        """Yield makers whose code and name are of two governments: one digit can publish another city."""
        for number, maker in enumerate(listed.plan.makers):
            borne = self._references.names.get(maker.code or "", ())
            if maker.name and borne and maker.name not in borne:
                at = listed.at(f"makers[{number}].name")
                yield MAKER_NAME_DIFFERS.at(at, maker.name, code=maker.code, borne="、".join(sorted(borne)))

    def _note_end(self, record: PlanRecord) -> None:
        if record.period and record.period.end and len(record.period.end) == len("2020-03-30"):
            self.last_day = max(self.last_day, record.period.end)


def _source(sourced: SourcedPage) -> str:
    return sourced.page.source or ""
