"""Validate without releasing: the records of a data folder, or files of RDF from anywhere."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from saisei_lod.findings import Finding
from saisei_lod.iris import REFERENCE_BASE, Minter
from saisei_lod.publishing.data import data_folder, write_graphs
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.references import write_governments, write_references
from saisei_lod.publishing.validating import validate_release
from saisei_lod.records.publication import load_publication
from saisei_lod.validation import DEFAULT_ENGINE, Report, validate

__all__ = ["check_files", "check_records"]

#: A code in an IRI of the registry, full or as a prefixed name.
_CODE: Final = re.compile(rb"local-government[:/](\d{5})|C(\d{5})>")
_REFERENCES: Final = ("registry", "schemes", "rounds")


def check_records(data: Path) -> tuple[list[Finding], Report]:
    """Validate the records of a data folder: return the findings in the records, and the report.

    Raises InputError for data that cannot be read.
    """
    publication = load_publication(data_folder(data) / "publication.toml")
    with _writer(Minter(publication.base)) as writer:
        plans = write_graphs(data, writer)
        return plans.findings, validate_release(writer, plans)


def check_files(files: Sequence[Path], *, shapes: Path | None = None, engine: str | None = None) -> Report:
    """Validate files of RDF against our shapes, with the registry, schemes and rounds that they refer to.

    Against other ``shapes`` the files stand alone. Raises InputError for a file that cannot be parsed,
    with its line, and UsageError for an unknown engine.
    """
    chosen = engine or DEFAULT_ENGINE
    if shapes is not None:
        return validate(files, shapes=shapes, engine=chosen)
    with _writer(Minter(REFERENCE_BASE)) as writer:
        write_references(writer)
        write_governments(writer, "registry", {code for path in files for code in _codes(path)})
        background = [writer.folder / f"{name}.nt" for name in _REFERENCES]
        return validate(files, background=background, engine=chosen)


@contextmanager
def _writer(minter: Minter) -> Iterator[Writer]:
    with tempfile.TemporaryDirectory(prefix="saisei-validate-") as name:
        folder = Path(name) / "release"
        folder.mkdir()
        yield Writer.into(folder, Path(name), minter)


def _codes(path: Path) -> set[str]:
    """Return the codes that a file names, as far as its bytes show; what is no file the parser refuses."""
    if not path.is_file():
        return set()
    return {(full or short).decode() for full, short in _CODE.findall(path.read_bytes())}
