"""The note that the registry was validated."""

import json
import shutil
from pathlib import Path

import pytest

from saisei_lod import resources
from saisei_lod.publishing.attesting import ATTESTATION, attest, attested


def test_the_note_is_of_the_registry_and_the_shapes_of_today(release: Path) -> None:
    """A change of table, mapping or shape asks for `saisei registry attest`."""
    assert attested(release / "registry.nt") is not None


def test_another_graph_is_not_attested(release: Path, tmp_path: Path) -> None:
    """One more line, and the graph has to be validated."""
    graph = Path(shutil.copy(release / "registry.nt", tmp_path))
    with graph.open("a", encoding="utf-8") as file:
        file.write('<https://example.org/a> <https://example.org/b> "c" .\n')
    assert attested(graph) is None


@pytest.mark.slow
def test_the_registry_conforms_as_the_note_says(tmp_path: Path) -> None:
    """Validated anew by pySHACL, the whole registry gives no result, and the note comes out the same."""
    report = attest(tmp_path)
    assert report.results == ()
    noted = json.loads((resources.registry() / ATTESTATION).read_text(encoding="utf-8"))
    assert json.loads((tmp_path / ATTESTATION).read_text(encoding="utf-8")) == noted
