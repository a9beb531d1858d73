"""Check a release against itself: hashes, signature, manifest, formats, canonical form, catalogue, links, changes."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from saisei_lod.changes import check_changes
from saisei_lod.findings import Finding, Place, Severity, worst
from saisei_lod.findings.publishing import FILE_CHANGED
from saisei_lod.publishing.cataloguing import check_catalog
from saisei_lod.publishing.checksums import check_checksums
from saisei_lod.publishing.comparing import compare_forms
from saisei_lod.publishing.links import check_iris, check_pages
from saisei_lod.publishing.packing import check_packed
from saisei_lod.publishing.signing import check_signature
from saisei_lod.publishing.stating import Manifest, check_manifest, check_version, load_manifest
from saisei_lod.sums import CHECKSUMS, read_sums

__all__ = ["verify"]


def verify(release: Path, trusted: Path | None = None) -> list[Finding]:
    """Return what is wrong with a release; an empty list where it is whole.

    ``trusted`` is the public key of the publisher: the release must then be signed with it. Otherwise a
    signature is checked with the key that the release holds, and whose that is stays to be compared.

    Raises InputError where the folder is no release, or a file of it cannot be parsed.
    """
    manifest = load_manifest(release)
    changed = [*_blamed(check_checksums(release), manifest), *check_packed(release)]
    signed = check_signature(release, trusted)
    first = [*check_version(release), *signed, *changed]
    if isinstance(manifest, Finding):
        first.append(manifest)
    if worst(first) is Severity.VIOLATION or not isinstance(manifest, Manifest):
        return first  # what the formats of a changed file say is nobody's statement
    with tempfile.TemporaryDirectory(prefix="saisei-verify-") as scratch:
        return [*first, *_checks(release, manifest, Path(scratch))]


def _checks(release: Path, manifest: Manifest, scratch: Path) -> Iterator[Finding]:
    """Yield what is wrong in a release whose files are those that its list of hashes names."""
    stated = read_sums(release / CHECKSUMS)
    yield from check_manifest(release, manifest, stated, scratch)
    yield from compare_forms(release, scratch)
    yield from check_catalog(release, manifest, stated)
    yield from check_iris(release, manifest.base)
    yield from check_pages(release, manifest.id, manifest.base)
    yield from check_changes(release, scratch)


def _blamed(found: list[Finding], manifest: Manifest | Finding) -> Iterator[Finding]:
    """Yield the findings; where the manifest knows a file as it is, the list of hashes was changed, not the file."""
    known = manifest.hashes if isinstance(manifest, Manifest) else {}
    for finding in found:
        name = finding.place.file
        if finding.code == FILE_CHANGED.code and finding.text and known.get(name) == finding.text:
            yield FILE_CHANGED.at(Place(file=CHECKSUMS), text=name)
        else:
            yield finding
