"""Validate the graphs of a release, and lead each result back to the record that it came from."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.findings import Place
from saisei_lod.mapping.sources import source_block
from saisei_lod.publishing.attesting import attested
from saisei_lod.publishing.claims import validate_claims
from saisei_lod.publishing.data import PROVENANCE
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.plans import PlanStream
from saisei_lod.publishing.references import write_governments
from saisei_lod.validation import REPORTS, Locate, Report, cache_folder, validate_cached

__all__ = ["validate_release"]

#: What each graph refers to. Of the registry the plans' background is what they name.
_BACKGROUND: Final = {"schemes": (), "rounds": (), "plans": ("schemes", "rounds")}
_NAMED: Final = "named-governments"
_SNAPSHOTS: Final = "named-snapshots"
#: Where a person corrects what is not a plan's.
_KEPT_IN: Final = {
    "registry": "data/registry/local_governments.tsv",
    "schemes": "ontology/schemes.ttl",
    "rounds": "data/rounds.tsv",
    "plans": "data/plans",
    "provenance": "data/plans",
}
_KEY: Final = re.compile(r"(?:r\d{3}|d\d{8}|d\d{6}|nodate)-(?:\d{5}|u\d{5}|x0000)-[0-9a-f]{8}(?=-|\Z)")
_FILES: Final = {"json": "report.json", "turtle": "report.ttl"}


def validate_release(writer: Writer, plans: PlanStream) -> Report:
    """Validate every graph of a release folder and its claims, write the report files, and return the report.

    A result at any node of a plan is placed at the plan's record.
    """
    reports = [_registry_report(writer.folder / "registry.nt")]
    named = writer._replace(folder=writer.scratch)
    write_governments(named, _NAMED, plans.codes)
    for name, background in _BACKGROUND.items():
        seen = [writer.folder / f"{other}.nt" for other in background]
        reports.append(
            _report(writer.folder / f"{name}.nt", [*seen, named.folder / f"{_NAMED}.nt"], plans.places)
        )
    reports.append(_claims_report(writer, plans))
    whole = _joined(reports)
    for form, file in _FILES.items():
        (writer.folder / file).write_text(REPORTS[form](whole, "en"), encoding="utf-8", newline="\n")
    return whole


def _registry_report(graph: Path) -> Report:
    return attested(graph) or _report(graph, [], {})


def _report(graph: Path, background: Sequence[Path], places: Mapping[str, Place]) -> Report:
    locate = _locator(places, _KEPT_IN[graph.stem])
    return validate_cached([graph], background=background, locate=locate, cache=cache_folder())


def _claims_report(writer: Writer, plans: PlanStream) -> Report:
    """Validate the claims beside the snapshots that they were read from."""
    beside = writer._replace(folder=writer.scratch)
    described = (source_block([page], writer.minter) for page in plans.pages)
    beside.write(_SNAPSHOTS, ([one for one in block if v.SNAPSHOT_CLASS in one.types] for block in described))
    return validate_claims(
        writer.folder / PROVENANCE,
        beside.folder / f"{_SNAPSHOTS}.nt",
        writer.scratch,
        _locator(plans.places, _KEPT_IN["provenance"]),
    )


def _locator(places: Mapping[str, Place], otherwise: str) -> Locate:
    def locate(node: str) -> Place:
        found = _KEY.search(node)
        return places.get(found[0] if found else "", Place(file=otherwise))

    return locate


def _joined(reports: list[Report]) -> Report:
    """Join the reports of several graphs; a shape without target is one that had none in any of them."""
    untargeted = set.intersection(*[set(report.untargeted) for report in reports])
    return Report(
        tuple(result for report in reports for result in report.results),
        tuple(sorted(untargeted)),
        tuple(finding for report in reports for finding in report.findings),
    )
