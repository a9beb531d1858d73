"""Turn the record files of a folder into blocks of descriptions, in key order, as a stream."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import MAKER_NAME_DIFFERS
from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import MergedPlan, merge
from saisei_lod.records.checking import check_page_references, check_plan_references
from saisei_lod.records.model import PlanRecord
from saisei_lod.records.streaming import SortedPlans, SourcedPlan
from saisei_lod.registry import tables
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.terms import Description

__all__ = ["PlanStream", "References"]


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

    After the blocks have been consumed, ``findings`` holds what is wrong in the records, ``codes`` the
    local governments that they name, ``places`` where each plan's record stands, and ``last_day`` the
    latest day of any plan's period.
    """

    def __init__(self, records: SortedPlans, minter: Minter, references: References) -> None:
        self._records = records
        self._minter = minter
        self._references = references
        self.findings: list[Finding] = list(records.findings)
        self.codes: set[str] = set()
        self.places: dict[str, Place] = {}
        self.last_day = ""
        self.triples = 0

    @property
    def plans(self) -> int:
        """The number of plans met."""
        return len(self.places)

    def __iter__(self) -> Iterator[list[Description]]:
        for sources in self._records:
            merged = merge(sources)
            self._note(merged)
            yield plan_block(merged, self._minter, self._references.unnumbered)
        for sourced in self._records.pages:
            self.findings += check_page_references(sourced.page, sourced.at, codes=self._references.names)
            if sourced.page.publisher.code:
                self.codes.add(sourced.page.publisher.code)
            yield source_block(sourced.page, self._minter)

    def _note(self, merged: MergedPlan) -> None:
        self.findings += merged.findings
        self.places[merged.key] = merged.listings[0].at()
        for listed in merged.listings:
            schemes, names = self._references.schemes, self._references.names
            self.findings += check_plan_references(listed.plan, listed.at, schemes=schemes, codes=names)
            self.findings += self._misnamed(listed)
        self._note_record(merged.record)

    def _misnamed(self, listed: SourcedPlan) -> Iterator[Finding]:
        """Yield makers whose code and name are of two governments: one digit can publish another city."""
        for number, maker in enumerate(listed.plan.makers):
            borne = self._references.names.get(maker.code or "", ())
            if maker.name and borne and maker.name not in borne:
                at = listed.at(f"makers[{number}].name")
                yield MAKER_NAME_DIFFERS.at(at, maker.name, code=maker.code, borne="、".join(sorted(borne)))

    def _note_record(self, record: PlanRecord) -> None:
        self.codes.update(maker.code for maker in record.makers if maker.code)
        self.codes.update(record.coverage.codes)
        if record.period and record.period.end and len(record.period.end) == len("2020-03-30"):
            self.last_day = max(self.last_day, record.period.end)
