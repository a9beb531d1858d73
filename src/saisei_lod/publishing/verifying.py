"""Check a release against itself: hashes, formats, canonical form, and the catalogue against the files."""

import tempfile
from pathlib import Path
from typing import Final

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import GRAPHS_DIFFER, NOT_CANONICAL
from saisei_lod.publishing.checksums import check_checksums
from saisei_lod.serialization.equality import disagreement, uncanonical_line

__all__ = ["check_formats", "verify"]

_FORMATS: Final = (".nt", ".ttl", ".jsonld")


def verify(release: Path) -> list[Finding]:
    """Return what is wrong with a release; an empty list where it is whole.

    Raises InputError where the folder is no release, or a file of it cannot be parsed.
    """
    changed = check_checksums(release)
    if changed:
        return changed  # what the formats of a changed file say is nobody's statement
    with tempfile.TemporaryDirectory(prefix="saisei-verify-") as scratch:
        return check_formats(release, Path(scratch))


def check_formats(release: Path, scratch: Path) -> list[Finding]:
    """Compare the formats of each graph, and each file of lines with its canonical form."""
    found = []
    for lines in sorted([*release.glob("*.nt"), *release.glob("*.nq")]):
        same = [
            lines.with_suffix(extension) for extension in _FORMATS if lines.with_suffix(extension).is_file()
        ]
        if len(same) > 1 and (differing := disagreement(same, scratch=scratch)):
            place = Place(file=differing.lacking.name)
            found.append(GRAPHS_DIFFER.at(place, text=differing.line, holder=differing.holder.name))
        if line := uncanonical_line(lines):
            found.append(NOT_CANONICAL.at(Place(file=lines.name, line=line)))
    return found
