"""Write manifest.jsonld: what a release is made of, from what, and by which version of the program.

PROV-O and schema.org, as JSON-LD with its context inline and no blank nodes. It states the size and SHA-256
of each file; the SHA-256 of each graph's RDFC-1.0 form (RDF Dataset Canonicalization, W3C 2024), which for
graphs without blank nodes is that of their sorted N-Triples; and the hashes of what the build read.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from saisei_lod import installed_version, resources
from saisei_lod.changes import files_before
from saisei_lod.iris import Minter
from saisei_lod.publishing.folder import MANIFEST
from saisei_lod.publishing.hashes import Hashes, joint_hash
from saisei_lod.records.loading import record_files
from saisei_lod.records.publication import Publication
from saisei_lod.serialization.equality import canonical_digest
from saisei_lod.serialization.sink import Sink

__all__ = ["BUILD", "Made", "graphs_of", "write_manifest"]

#: The name of the activity that made a release, in IRIs.
BUILD: Final = "build"
_SOFTWARE: Final = "saisei-lod"
_CANONICAL: Final = "https://www.w3.org/TR/rdf-canon/"
_LINES: Final = (".nt", ".nq")
_FORMS: Final = (*_LINES, ".ttl", ".jsonld", ".rdf")
#: Folders of Turtle whose graphs have blank nodes, and are published as they are written.
_WRITTEN: Final = ("ontology", "shapes")
_CONTEXT: Final = {
    "@version": 1.1,
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "name": "schema:name",
    "version": "schema:version",
    "sha256": "schema:sha256",
    "bytes": {"@id": "schema:contentSize"},
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    "conformsTo": {"@id": "dcterms:conformsTo", "@type": "@id"},
    "forms": {"@id": "prov:alternateOf", "@type": "@id", "@container": "@set"},
    "files": {"@id": "prov:hadMember", "@type": "@id", "@container": "@set"},
    "graphs": {"@id": "dcterms:hasPart", "@type": "@id", "@container": "@set"},
    "made": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "inputs": {"@id": "prov:used", "@type": "@id", "@container": "@set"},
    "software": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
}


class Made(NamedTuple):
    """From what a release was made: the folder of data, who publishes it, and its ISO date."""

    data: Path
    publication: Publication
    issued: str


def write_manifest(release: Path, made: Made, hashes: Hashes, scratch: Path) -> None:
    """Write the manifest over every file that lies in the release; nothing but the hashes comes after it.

    Raises EnvironmentFault where the disk fails.
    """
    publication = made.publication
    minter = Minter(publication.base)
    document = {
        "@context": {"@base": publication.download, **_CONTEXT},
        "id": publication.download,
        "type": "prov:Collection",
        "version": publication.version,
        "issued": made.issued,
        "made": {
            "id": minter.catalog(BUILD).value,
            "type": "prov:Activity",
            "software": {
                "id": minter.catalog("software").value,
                "type": "prov:SoftwareAgent",
                "name": _SOFTWARE,
                "version": installed_version(),
            },
            "inputs": list(_inputs(made, minter)),
        },
        "graphs": list(_graphs(release, hashes, minter, scratch)),
        "files": [_file(path, release, hashes) for path in sorted(release.rglob("*")) if path.is_file()],
    }
    with Sink(release / MANIFEST) as sink:
        sink.write(json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")


def _inputs(made: Made, minter: Minter) -> Iterator[Mapping[str, Any]]:
    """Yield each group of files that a build reads, with its joint hash."""
    data = made.data
    groups: Mapping[str, Iterable[Path]] = {
        "publication": [data / "publication.toml"],
        "records": [path for path, holds in record_files(data / "plans") if holds],
        "history": files_before(data / "history", made.issued),
        "registry": _all(resources.registry()),
        "rounds": [resources.rounds()],
        "ontology": _all(resources.ontology()),
        "shapes": _all(resources.shapes()),
    }
    for name, paths in groups.items():
        iri = minter.catalog(f"input-{name}").value
        yield {"id": iri, "type": "prov:Entity", "name": name, "sha256": joint_hash(paths)}


def _all(folder: Path) -> list[Path]:
    """Return the files of a folder; hidden ones are nobody's data."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]


def _graphs(release: Path, hashes: Hashes, minter: Minter, scratch: Path) -> Iterator[Mapping[str, Any]]:
    for name, forms in graphs_of(release).items():
        lines = [path for path in forms if path.suffix in _LINES]
        yield {
            "id": minter.catalog(f"canonical-{name.replace('/', '-')}").value,
            "type": "prov:Entity",
            "name": name,
            "conformsTo": _CANONICAL,
            "sha256": hashes.of(lines[0]) if lines else canonical_digest(forms[0], scratch=scratch),
            "forms": [path.relative_to(release).as_posix() for path in forms],
        }


def graphs_of(release: Path) -> dict[str, list[Path]]:
    """Return the files that say each graph of a release, by the graph's name, canonical lines first.

    The vocabulary's graphs are those of each of its files; folders of entities repeat what the others say.
    """
    lines = sorted(path for path in release.iterdir() if path.suffix in _LINES)
    found = {
        path.stem: [form for suffix in _FORMS if (form := path.with_suffix(suffix)).is_file()]
        for path in lines
    }
    for folder in _WRITTEN:
        for path in sorted((release / folder).glob("*.ttl")):
            found[f"{folder}/{path.stem}"] = [path]
    return found


def _file(path: Path, release: Path, hashes: Hashes) -> Mapping[str, Any]:
    name = path.relative_to(release).as_posix()
    return {"id": name, "bytes": str(path.stat().st_size), "sha256": hashes.of(path)}
