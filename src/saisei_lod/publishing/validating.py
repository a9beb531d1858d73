"""Validate the graphs of a release, and lead each result back to the record that it came from."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.findings import Place
from saisei_lod.mapping.sources import source_block
from saisei_lod.publishing.claims import validate_claims
from saisei_lod.publishing.data import PROVENANCE
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.plans import PlanStream
from saisei_lod.publishing.tracing import told, traced
from saisei_lod.validation import REPORTS, Locate, Report, Validation, validate
from saisei_lod.validation.traces import NO_TRACE

__all__ = ["validate_release", "with_catalog", "write_reports"]

_SNAPSHOTS: Final = "named-snapshots"
#: Where a person corrects what is not a plan's.
_KEPT_IN: Final = {
    "registry": "data/registry/local_governments.tsv",
    "schemes": "ontology/schemes.ttl",
    "rounds": "data/rounds.tsv",
    "plans": "data/plans",
    "catalog": "data/publication.toml",
}
_WRITTEN: Final = ("registry", "schemes", "rounds")
_KEY: Final = re.compile(r"(?:r\d{3}|d\d{8}|d\d{6}|nodate)-(?:\d{5}|u\d{5}|x0000)-[0-9a-f]{8}(?=-|\Z)")
#: The files of a release that hold its report, by form.
_FILES: Final = {"csv": "report.csv", "html": "report.html", "json": "report.json", "turtle": "report.ttl"}


def validate_release(writer: Writer, plans: PlanStream, validation: Validation) -> Report:
    """Return the report on the graphs that were written past a validation and on the claims, traced to the records."""
    others = [writer.folder / f"{name}.nt" for name in _WRITTEN]
    locate = _locator(plans.places, validation)
    of_claims = _claims_report(writer, plans, locate)
    found = _joined(validation.report(writer.folder / "plans.nt", others, locate), of_claims)
    claims = told(writer.folder / PROVENANCE, of_claims)
    return traced(found, plans.records.of, plans.records.pages, plans.findings, claims)


def _claims_report(writer: Writer, plans: PlanStream, locate: Locate) -> Report:
    """Validate the claims beside the snapshots that they were read from."""
    beside = writer._replace(folder=writer.scratch)
    described = (source_block([page], writer.minter) for page in plans.pages)
    beside.write(_SNAPSHOTS, ([one for one in block if v.SNAPSHOT_CLASS in one.types] for block in described))
    snapshots = beside.folder / f"{_SNAPSHOTS}.nt"
    return validate_claims(writer.folder / PROVENANCE, snapshots, writer.scratch, locate)


def _joined(report: Report, further: Report) -> Report:
    """Return both reports as one; a shape without target is one that had none in either."""
    return report._replace(
        results=(*report.results, *further.results),
        untargeted=tuple(code for code in report.untargeted if code in further.untargeted),
        findings=(*report.findings, *further.findings),
        traces=(*report.traces, *further.traces),
        by_pyshacl=tuple(sorted({*report.by_pyshacl, *further.by_pyshacl})),
    )


def with_catalog(report: Report, folder: Path) -> Report:
    """Return the report with what the shapes find in the catalogue, which is written after all else."""
    found = validate([folder / "catalog.nt"], locate=lambda _: Place(file=_KEPT_IN["catalog"]))
    return _joined(report, found._replace(traces=(NO_TRACE,) * len(found.results)))


def write_reports(report: Report, folder: Path) -> None:
    """Write the report of a release into its folder, in every form but text."""
    for form, name in _FILES.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            file.writelines(REPORTS[form](report, "ja"))


def _locator(places: Mapping[str, Place], validation: Validation) -> Locate:
    def locate(node: str) -> Place:
        graph = validation.graph_of(node) or "plans"
        found = _KEY.search(node) if graph == "plans" else None
        return places.get(found[0] if found else "", Place(file=_KEPT_IN[graph]))

    return locate
