"""Build a release: records → validated graph → every file, each step in the order that the next one needs."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NamedTuple, TypedDict, Unpack

from saisei_lod import resources
from saisei_lod.catalog import DATASETS, File, Release, catalog_block
from saisei_lod.errors import Bilingual, ReleaseRejected, UsageError
from saisei_lod.findings import Finding, Severity, worst
from saisei_lod.iris import Minter
from saisei_lod.publishing.checksums import sha256_of, write_checksums
from saisei_lod.publishing.contradictions import write_contradictions
from saisei_lod.publishing.data import data_folder, write_graphs
from saisei_lod.publishing.folder import workspace
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.validating import validate_release, with_catalog, write_reports
from saisei_lod.publishing.verifying import check_formats
from saisei_lod.records.publication import Publication, load_publication
from saisei_lod.validation import Validation, cache_folder

__all__ = ["Built", "Options", "Progress", "build"]

Progress = Callable[[Bilingual], None]
_READ: Final = Bilingual("記録を読み、書き出しています", "reading records, writing graphs")
_VALIDATE: Final = Bilingual("検証しています", "validating")
_CHECK: Final = Bilingual("形式どうしを照合しています", "comparing formats")


class Options(TypedDict, total=False):
    """How a release is built: its date, whether violations are allowed, whether nothing is taken from the cache."""

    as_of: str | None
    allow_violations: bool
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
    data: Path, dist: Path, *, progress: Progress = lambda _: None, **options: Unpack[Options]
) -> Built:
    """Build the release of a data folder into ``dist``, which stays as it was unless all goes well.

    ``as_of`` is the ISO date of the release; else SOURCE_DATE_EPOCH's day, else that of publication.toml.
    Violations raise ReleaseRejected with all findings, unless they are allowed: then the catalogue marks
    the release as a draft. With ``full`` what has not changed since the last build is validated again too.
    Raises InputError for data that cannot be read, EnvironmentFault where the disk does not allow the work.
    """
    publication = load_publication(data_folder(data) / "publication.toml")
    issued = _issued(options.get("as_of"), publication)
    with workspace(dist) as folder:
        scratch = folder.parent
        writer = Writer.into(folder, scratch, Minter(publication.base))
        progress(_READ)
        validation = Validation(cache_folder(), anew=options.get("full", False))
        plans = write_graphs(data, writer, validation)
        write_contradictions(folder, plans.contradictions)
        _copy_vocabulary(folder)
        progress(_VALIDATE)
        found = validate_release(writer, plans, validation)
        draft = worst([*plans.findings, *found.findings]) is Severity.VIOLATION
        _write_catalog(writer, publication, issued, plans.last_day, draft=draft)
        found = with_catalog(found, folder)
        findings = [*plans.findings, *found.findings]
        if worst(findings) is Severity.VIOLATION and not options.get("allow_violations"):
            raise _rejected(findings)
        write_reports(found, folder)
        progress(_CHECK)
        findings += check_formats(folder, scratch)
        write_checksums(folder)
    return Built(findings, plans.plans, plans.triples, dist)


def _copy_vocabulary(folder: Path) -> None:
    """Copy what is published as it is written: vocabulary, alignment, shapes, context."""
    for part, source in (("ontology", resources.ontology()), ("shapes", resources.shapes())):
        (folder / part).mkdir()
        for path in sorted(source.glob("*.ttl")):
            if path.name != "schemes.ttl":
                shutil.copyfile(path, folder / part / path.name)
    shutil.copyfile(resources.ontology() / "context.jsonld", folder / "context.jsonld")


def _write_catalog(
    writer: Writer, publication: Publication, issued: str, last_day: str, *, draft: bool
) -> None:
    described = {name for dataset in DATASETS for name in dataset.files}
    paths = [path for path in sorted(writer.folder.rglob("*")) if path.is_file()]
    names = {path: path.relative_to(writer.folder).as_posix() for path in paths}
    files = [
        File(name, path.stat().st_size, sha256_of(path))
        for path, name in names.items()
        if name.rpartition(".")[0] in described
    ]
    release = Release(publication, issued, files, last_day, draft)
    writer.write("catalog", [catalog_block(release, writer.minter)])


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
