"""The manifest: files, graphs, inputs and software, as statements that parse."""

import hashlib
import json
import subprocess
from pathlib import Path

import pyoxigraph
import pytest

from saisei_lod import installed_version
from saisei_lod.publishing.folder import MANIFEST
from saisei_lod.publishing.hashes import joint_hash

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def document(release: Path) -> dict[str, object]:
    """The manifest of the release as JSON."""
    loaded: dict[str, object] = json.loads((release / MANIFEST).read_text(encoding="utf-8"))
    return loaded


def test_every_file_is_stated_with_size_and_hash(release: Path, document: dict) -> None:  # type: ignore[type-arg]
    """All but the manifest, the list of hashes, and packed copies."""
    stated = {file["id"]: (int(file["bytes"]), file["sha256"]) for file in document["files"]}
    present = {
        path.relative_to(release).as_posix(): (
            path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in release.rglob("*")
        if path.is_file() and path.name not in {MANIFEST, "SHA256SUMS"} and path.suffix != ".gz"
    }
    assert stated == present


def test_the_hash_of_a_graph_is_that_of_its_canonical_form(release: Path, document: dict) -> None:  # type: ignore[type-arg]
    """By pyoxigraph's RDFC-1.0, for data without blank nodes and for the vocabulary with them."""
    stated = {graph["name"]: graph for graph in document["graphs"]}
    assert stated["plans"]["forms"] == ["plans.nt", "plans.ttl", "plans.jsonld", "plans.rdf"]
    for name in ("plans", "catalog", "ontology/saisei", "shapes/plans"):
        path = release / stated[name]["forms"][0]
        dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=str(path)))
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        lines = sorted(f"{quad.triple} .\n".encode() for quad in dataset)
        assert stated[name]["sha256"] == hashlib.sha256(b"".join(lines)).hexdigest()


def test_inputs_and_software_are_stated(document: dict) -> None:  # type: ignore[type-arg]
    """Records, registry, rounds, vocabulary and shapes by one hash each; the program by its version."""
    made = document["made"]
    assert made["software"]["version"] == installed_version()
    inputs = {one["name"]: one["sha256"] for one in made["inputs"]}
    assert list(inputs) == ["publication", "records", "history", "registry", "rounds", "ontology", "shapes"]
    assert inputs["rounds"] == joint_hash([ROOT / "data" / "rounds.tsv"])


def test_a_joint_hash_is_what_standard_tools_say(tmp_path: Path) -> None:
    """Names and order of the files do not matter."""
    for name, word in (("b", "one"), ("a", "two"), ("c", "two")):
        (tmp_path / name).write_text(word, encoding="utf-8")
    said = subprocess.run(
        ["sh", "-c", "sha256sum * | cut -c1-64 | LC_ALL=C sort | sha256sum"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert joint_hash(sorted(tmp_path.iterdir())) == said.stdout.split()[0]


def test_it_is_linked_data(release: Path, document: dict) -> None:  # type: ignore[type-arg]
    """JSON-LD that needs nothing from elsewhere, without blank nodes; files stand under the release's address."""
    quads = list(pyoxigraph.parse(path=str(release / MANIFEST), format=pyoxigraph.RdfFormat.JSON_LD))
    terms = [term for quad in quads for term in (quad.subject, quad.object)]
    assert not [term for term in terms if isinstance(term, pyoxigraph.BlankNode)]
    subjects = {str(quad.subject) for quad in quads}
    assert f"<{document['id']}plans.nt>" in subjects
    assert not [term for term in subjects if term.startswith("<file:")]
