"""Build a release: records → validated graph → every file, each step in the order that the next one needs."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NamedTuple, TypedDict, Unpack

from saisei_lod import resources
from saisei_lod.catalog import Release, offered_files, write_descriptions
from saisei_lod.changes import Edition, load_history, write_changes
from saisei_lod.errors import Bilingual, ReleaseRejected, UsageError
from saisei_lod.findings import Finding, Severity, worst
from saisei_lod.iris import Minter
from saisei_lod.publishing.agreeing import Agreed
from saisei_lod.publishing.checksums import write_checksums
from saisei_lod.publishing.comparing import DATASET, TABLES, compare_forms
from saisei_lod.publishing.contradictions import write_contradictions
from saisei_lod.publishing.data import data_folder, write_graphs
from saisei_lod.publishing.entities import Entities
from saisei_lod.publishing.folder import workspace
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.hashes import Hashes
from saisei_lod.publishing.manifest import Made, write_manifest
from saisei_lod.publishing.packing import write_packed
from saisei_lod.publishing.plans import PlanStream
from saisei_lod.publishing.validating import validate_release, with_catalog, write_reports
from saisei_lod.querying.publishing import write_pack
from saisei_lod.records.publication import Publication, load_publication
from saisei_lod.serialization import write_dataset
from saisei_lod.tables import About, TableFiles, term_labels
from saisei_lod.validation import Validation, cache_folder

__all__ = ["Built", "Options", "Progress", "build"]

Progress = Callable[[Bilingual], None]
Seal = Callable[[Path, str], None]
"""What is done with a finished folder, given with the date of the release, before it is exchanged."""
_READ: Final = Bilingual("記録を読み、書き出しています", "reading records, writing graphs")
_VALIDATE: Final = Bilingual("検証しています", "validating")
_CHECK: Final = Bilingual("形式どうしを照合しています", "comparing formats")


class Options(TypedDict, total=False):
    """How a release is built: its date, what is allowed, what is written, whether nothing is taken from the cache."""

    as_of: str | None
    allow_violations: bool
    entities: bool
    full: bool


class Built(NamedTuple):
    """What a build released: what was found on the way, how many plans and triples, and where."""

    findings: list[Finding]
    plans: int
    triples: int
    dist: Path

    @property
    def summary(self) -> Bilingual:
        """One sentence on what was released."""
        return Bilingual(
            f"{self.dist}: 計画 {self.plans:,} 件({self.triples:,} トリプル)を出力しました。",
            f"{self.dist}: {self.plans:,} plans ({self.triples:,} triples) released.",
        )


def build(
    data: Path,
    dist: Path,
    *,
    seal: Seal = lambda _folder, _issued: None,
    progress: Progress = lambda _: None,
    **options: Unpack[Options],
) -> Built:
    """Build the release of a data folder into ``dist``, which stays as it was unless all goes well.

    ``as_of`` is the ISO date of the release; else SOURCE_DATE_EPOCH's day, else that of publication.toml.
    Violations raise ReleaseRejected with all findings, unless they are allowed: then the catalogue marks
    the release as a draft. With ``entities`` a folder for each plan and local government is written too,
    with ``full`` what has not changed since the last build is validated again. ``seal`` is called with the
    finished folder and its date before it takes the place of ``dist``. Raises InputError for data
    that cannot be read, EnvironmentFault where the disk does not allow the work.
    """
    publication = load_publication(data_folder(data) / "publication.toml")
    issued = _issued(options.get("as_of"), publication)
    history = load_history(data_folder(data) / "history", publication.base)
    with workspace(dist) as folder:
        scratch = folder.parent
        writer = Writer.into(folder, scratch, Minter(publication.base))
        progress(_READ)
        full = options.get("full", False)
        validation = Validation(cache_folder(), anew=full)
        plans = _write_graphs(data, writer, publication, validation, entities=options.get("entities", False))
        write_contradictions(folder, plans.contradictions)
        _copy_vocabulary(folder)
        write_pack(folder)
        write_changes(folder, scratch, history, Edition(publication, issued, writer.prefixes))
        progress(_VALIDATE)
        found = validate_release(writer, plans, validation)
        draft = worst([*plans.findings, *found.findings]) is Severity.VIOLATION
        hashes = Hashes()
        _write_catalog(writer, publication, issued, plans, hashes, draft=draft)
        _write_dataset(writer)
        found = with_catalog(found, folder)
        findings = [*plans.findings, *found.findings]
        if worst(findings) is Severity.VIOLATION and not options.get("allow_violations"):
            raise _rejected(findings)
        write_reports(found, folder)
        progress(_CHECK)
        findings += _compared(folder, scratch, hashes, full=full)
        write_manifest(folder, Made(data_folder(data), publication, issued), hashes, scratch)
        write_checksums(folder, hashes.of)
        write_packed(folder)
        seal(folder, issued)
    return Built(findings, plans.plans, plans.triples, dist)


def _write_graphs(
    data: Path, writer: Writer, publication: Publication, validation: Validation, *, entities: bool
) -> PlanStream:
    """Write the graphs, and while they pass, the tables and the folders of entities."""
    watched = writer._replace(watchers=(Entities(writer),)) if entities else writer
    about = About(publication.title, publication.licence, publication.homepage, publication.version)
    with TableFiles(writer.folder / TABLES, writer.scratch, writer.minter) as tables:
        tables.know(term_labels(resources.ontology()))
        plans = write_graphs(data, watched, validation, tables)
        tables.end(about)
    return plans


def _compared(folder: Path, scratch: Path, hashes: Hashes, *, full: bool) -> list[Finding]:
    """Compare all forms; what former builds found to agree, byte for byte, is not compared again."""
    cache = None if full else cache_folder()
    agreed = Agreed(cache and cache.parent, hashes.of)
    findings = compare_forms(folder, scratch, agreed)
    agreed.save()
    return findings


def _write_dataset(writer: Writer) -> None:
    """Write all graphs into one file, each under the IRI of its dataset in the catalogue."""
    graphs = [(writer.minter.catalog(path.stem), path) for path in sorted(writer.folder.glob("*.nt"))]
    write_dataset(graphs, writer.folder / DATASET)


def _copy_vocabulary(folder: Path) -> None:
    """Copy what is published as it is written: vocabulary, alignment, shapes, context."""
    for part, source in (("ontology", resources.ontology()), ("shapes", resources.shapes())):
        (folder / part).mkdir()
        for path in sorted(source.glob("*.ttl")):
            if path.name != "schemes.ttl":
                shutil.copyfile(path, folder / part / path.name)
    shutil.copyfile(resources.ontology() / "context.jsonld", folder / "context.jsonld")


def _write_catalog(  # noqa: PLR0913 - what a catalogue tells of
    writer: Writer, publication: Publication, issued: str, plans: PlanStream, hashes: Hashes, *, draft: bool
) -> None:
    """Write the catalogue in all its forms; the files that it tells of lie in the folder and stay as they are."""
    files = offered_files(writer.folder, hashes.of)
    release = Release(publication, issued, files, plans.last_day, draft)
    write_descriptions(writer, release, plans.pages, DATASET)


def _rejected(findings: list[Finding]) -> ReleaseRejected:
    # One mistake breaks a rule on the plan and on its version: it is shown once, so it counts once.
    violations = [finding for finding in findings if finding.severity is Severity.VIOLATION]
    count = len({(found.code, str(found.place), found.message, found.text) for found in violations})
    return ReleaseRejected(
        Bilingual(
            f"違反が {count} 件あるため、公開用データは更新していません。",
            f"The release was not made: {count} violations.",
        ),
        findings,
        todo=Bilingual(
            "上の違反を直すか、下書きでよければ --allow-violations を付けてください。",
            "Correct the violations above, or add --allow-violations for a draft.",
        ),
    )


def _issued(as_of: str | None, publication: Publication) -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if as_of is None and epoch is not None and epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    chosen = as_of or publication.issued
    try:
        return date.fromisoformat(chosen).isoformat()
    except ValueError:
        raise UsageError(
            Bilingual(f"日付として読めません: {chosen}", f"This is not a date: {chosen}"),
            expected=Bilingual("2026-11-21 の形の実在する日付", "a real date of the form 2026-11-21"),
            todo=Bilingual("--as-of を直してください。", "Correct --as-of."),
        ) from None
