"""Read the manifest of a release, and check that what it states is so."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from saisei_lod import installed_version
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.verifying import MANIFEST_WRONG, RELEASE_NEWER
from saisei_lod.publishing.folder import MANIFEST
from saisei_lod.publishing.manifest import BUILD, graphs_of
from saisei_lod.serialization.equality import canonical_digest

__all__ = ["Manifest", "check_manifest", "check_version", "load_manifest"]

_PLACE: Final = Place(file=MANIFEST)


class _Software(msgspec.Struct, frozen=True):
    version: str


class _Activity(msgspec.Struct, frozen=True):
    id: str
    software: _Software


class StatedFile(msgspec.Struct, frozen=True):
    """A file by its name in the release, its size and its SHA-256."""

    id: str
    bytes: str
    sha256: str


class StatedGraph(msgspec.Struct, frozen=True):
    """A graph by its name, the SHA-256 of its RDFC-1.0 form, and the files that say it."""

    name: str
    sha256: str
    forms: list[str]


class Manifest(msgspec.Struct, frozen=True):
    """What a release states of itself, as far as it can be checked."""

    id: str
    version: str
    issued: str
    made: _Activity
    graphs: list[StatedGraph]
    files: list[StatedFile]

    @property
    def base(self) -> str:
        """The namespace of what the publisher names."""
        return self.made.id.removesuffix(f"catalog/{BUILD}")

    @property
    def hashes(self) -> Mapping[str, str]:
        """The SHA-256 of each file."""
        return {file.id: file.sha256 for file in self.files}


def load_manifest(release: Path) -> Manifest | Finding:
    """Return the manifest of a release; a finding where there is none, or none that can be read."""
    path = release / MANIFEST
    if not path.is_file():
        return MANIFEST_WRONG.at(_PLACE, text="-")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except msgspec.MsgspecError as error:
        return MANIFEST_WRONG.at(_PLACE, text=str(error))


def check_version(release: Path) -> list[Finding]:
    """Return a finding where a later version of this program made the release, in whatever form it says so."""
    try:
        document: Any = msgspec.json.decode((release / MANIFEST).read_bytes())
        made = str(document["made"]["software"]["version"])
    except (OSError, msgspec.MsgspecError, KeyError, TypeError):
        return []
    own = installed_version()
    return [RELEASE_NEWER.at(_PLACE, text=made, own=own)] if _numbers(made) > _numbers(own) else []


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, for comparing."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def check_manifest(
    release: Path, manifest: Manifest, stated: Mapping[str, str], scratch: Path
) -> Iterator[Finding]:
    """Yield a finding for each statement that is not so; ``stated`` holds the true hashes of all files."""
    expected = {name: digest for name, digest in stated.items() if name != MANIFEST}
    told = manifest.hashes
    wrong = {name for name in expected.keys() | told.keys() if expected.get(name) != told.get(name)}
    wrong |= {
        file.id
        for file in manifest.files
        if file.id in expected and file.bytes != str((release / file.id).stat().st_size)
    }
    wrong |= set(_wrong_graphs(release, manifest, stated, scratch))
    for name in sorted(wrong):
        yield MANIFEST_WRONG.at(_PLACE, text=name)


def _wrong_graphs(
    release: Path, manifest: Manifest, stated: Mapping[str, str], scratch: Path
) -> Iterator[str]:
    told = {graph.name: graph for graph in manifest.graphs}
    present = graphs_of(release)
    yield from told.keys() ^ present.keys()
    for name in told.keys() & present.keys():
        forms = [path.relative_to(release).as_posix() for path in present[name]]
        first = present[name][0]
        has_blanks = first.suffix == ".ttl"
        digest = canonical_digest(first, scratch=scratch) if has_blanks else stated.get(forms[0])
        if told[name].forms != forms or told[name].sha256 != digest:
            yield name
