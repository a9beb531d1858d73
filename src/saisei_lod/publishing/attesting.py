"""Attest that the registry conforms, so that no build has to validate what has not changed.

The registry is the same for all publishers and large: pySHACL needs half a minute for it. Its maintainer
validates it once and notes the hashes of the graph and of the shapes in data/registry/validated.json; a
slow test validates it again, so that the note cannot be wrong for long.
"""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Final

from saisei_lod import resources
from saisei_lod.iris import Minter
from saisei_lod.publishing.checksums import sha256_of
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.references import write_governments
from saisei_lod.registry import tables
from saisei_lod.validation import Report, validate

__all__ = ["ATTESTATION", "attest", "attested"]

#: The note beside the tables of the registry.
ATTESTATION: Final = "validated.json"


def attested(graph: Path) -> Report | None:
    """Return the report of a registry graph that the note says to conform; None for any other graph."""
    try:
        note = json.loads((resources.registry() / ATTESTATION).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if note.get("hashes") != _hashes(graph):
        return None
    return Report((), tuple(note["untargeted"]), ())


def attest(folder: Path) -> Report:
    """Validate the whole registry and, where nothing is found, write the note into a folder."""
    with tempfile.TemporaryDirectory(prefix="saisei-attest-") as name:
        graph = Path(name) / "registry.nt"
        writer = Writer.into(Path(name), Path(name), Minter())
        write_governments(writer, "registry", tables.load().governments)
        report = validate([graph])
        if report.conforms:
            note = {"hashes": _hashes(graph), "untargeted": list(report.untargeted)}
            text = json.dumps(note, indent=1) + "\n"
            (folder / ATTESTATION).write_text(text, encoding="utf-8", newline="\n")
    return report


def _hashes(graph: Path) -> dict[str, str]:
    shapes = hashlib.sha256()
    for path in sorted(resources.shapes().glob("*.ttl")):
        shapes.update(path.name.encode() + b"\0" + path.read_bytes())
    return {"registry.nt": sha256_of(graph), "shapes": shapes.hexdigest()}
