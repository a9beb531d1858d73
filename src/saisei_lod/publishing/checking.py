"""Validate without releasing: the records of a data folder, or files of RDF from anywhere."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from saisei_lod.findings import Finding
from saisei_lod.iris import REFERENCE_BASE, Minter
from saisei_lod.publishing.data import data_folder, write_graphs
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.references import references
from saisei_lod.publishing.validating import validate_release
from saisei_lod.records.publication import load_publication
from saisei_lod.validation import DEFAULT_ENGINE, Described, Report, Validation, cache_folder, validate

__all__ = ["check_files", "check_records"]


def check_records(data: Path, *, full: bool = False) -> tuple[list[Finding], Report]:
    """Validate the records of a data folder: return the findings in the records, and the report.

    With ``full`` what has not changed since the last time is validated again too. Raises InputError for data
    that cannot be read.
    """
    publication = load_publication(data_folder(data) / "publication.toml")
    with _writer(Minter(publication.base)) as writer:
        validation = Validation(cache_folder(), anew=full)
        plans = write_graphs(data, writer, validation)
        return plans.findings, validate_release(writer, plans, validation)


def check_files(files: Sequence[Path], *, shapes: Path | None = None, engine: str | None = None) -> Report:
    """Validate files of RDF against our shapes, with the registry, schemes and rounds that they refer to.

    Against other ``shapes`` the files stand alone. Raises InputError for a file that cannot be parsed,
    with its line, and UsageError for an unknown engine.
    """
    chosen = engine or DEFAULT_ENGINE
    if shapes is not None:
        return validate(files, shapes=shapes, engine=chosen)
    known = Described(chain.from_iterable(references(Minter(REFERENCE_BASE)).values()))
    return validate(files, background=known, engine=chosen)


@contextmanager
def _writer(minter: Minter) -> Iterator[Writer]:
    with tempfile.TemporaryDirectory(prefix="saisei-validate-") as name:
        folder = Path(name) / "release"
        folder.mkdir()
        yield Writer.into(folder, Path(name), minter)
