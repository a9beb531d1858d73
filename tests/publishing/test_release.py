"""The main job: records in, a whole release out, or a message and the old release."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from saisei_lod.errors import EnvironmentFault, InputError, ReleaseRejected, UsageError
from saisei_lod.publishing import build, verify

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ("plans", "registry", "schemes", "rounds", "catalog")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the committed records, free to be damaged."""
    return shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("registry"))


def names(folder: Path) -> list[str]:
    """Return the files of a release, in order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_release_holds_every_graph_in_every_format(release: Path) -> None:
    """Turtle, JSON-LD and N-Triples of each graph, vocabulary, shapes, context, reports and hashes."""
    found = set(names(release))
    assert {f"{graph}.{extension}" for graph in GRAPHS for extension in ("ttl", "jsonld", "nt")} <= found
    assert {"ontology/saisei.ttl", "ontology/alignment.ttl", "context.jsonld", "SHA256SUMS"} <= found
    assert {"report.json", "report.ttl", "shapes/plans.ttl"} <= found


def test_the_thirteen_plans_are_released(release: Path) -> None:
    """13 plans, 13 certifications, 9 changes of which one is certified, 22 versions."""
    graph = rdflib.Graph().parse(release / "plans.nt")
    counts = {
        name: len(list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"https://w3id.org/saisei/ns#{name}"))))
        for name in (
            "Plan",
            "Certification",
            "Change",
            "Amendment",
            "UnspecifiedChange",
            "PlanVersion",
            "JointMaking",
        )
    }
    assert counts == {
        "Plan": 13,
        "Certification": 13,
        "Change": 9,
        "Amendment": 1,
        "UnspecifiedChange": 8,
        "PlanVersion": 22,
        "JointMaking": 3,
    }


def test_the_first_plan_of_nagai_has_six_versions(release: Path) -> None:
    """Six dated lines give six intervals without gap, the last one open."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(release / "plans.nt"))
    rows = store.query(
        "PREFIX s: <https://w3id.org/saisei/ns#> PREFIX d: <http://purl.org/dc/terms/> SELECT ?from ?until { "
        "?v a s:PlanVersion ; d:isVersionOf ?p ; s:validFrom ?from . OPTIONAL { ?v s:validUntil ?until } "
        'FILTER(STRSTARTS(STR(?p), "https://w3id.org/saisei/id/plan/r036-06209-")) } ORDER BY ?from'
    )
    spans = [(row[0].value, row[1] and row[1].value) for row in rows]  # type: ignore[union-attr]
    days = ["2016-03-15", "2016-08-30", "2017-02-24", "2017-05-30", "2019-03-29", "2020-03-30"]
    assert spans == list(zip(days, [*days[1:], None], strict=True))


@pytest.mark.parametrize(
    "graph", [pytest.param(one, marks=pytest.mark.slow) if one == "registry" else one for one in GRAPHS]
)
def test_all_formats_say_the_same_graph_in_rdflib(release: Path, graph: str) -> None:
    """A parser that is not the one of the build agrees."""
    parsed = [rdflib.Graph().parse(release / f"{graph}.{ext}") for ext in ("nt", "ttl", "jsonld")]
    lines = [sorted(one.serialize(format="nt", encoding="utf-8").splitlines()) for one in parsed]
    assert lines[0] == lines[1] == lines[2]


def test_n_triples_is_its_own_canonical_form(release: Path) -> None:
    """Pyoxigraph's RDFC-1.0, sorted, gives the file byte for byte."""
    for graph in GRAPHS:
        path = release / f"{graph}.nt"
        dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=str(path)))
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        lines = sorted(f"{quad.triple} .\n" for quad in dataset)
        assert "".join(lines) == path.read_text(encoding="utf-8")


def test_a_release_verifies(release: Path) -> None:
    """What was just built has nothing to find."""
    assert verify(release) == []


def test_a_changed_byte_is_found(release: Path, tmp_path: Path) -> None:
    """One letter in one title is found and the file named."""
    copy = shutil.copytree(release, tmp_path / "dist")
    path = copy / "plans.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("デザイン", "テザイン", 1), encoding="utf-8")
    assert [(finding.code, finding.place.file) for finding in verify(copy)] == [("file-changed", "plans.ttl")]


def test_nothing_in_a_release_depends_on_hash_order_or_file_order(release: Path, data: Path) -> None:
    """Another hash seed, another time zone and renamed files give the same bytes."""
    for path in sorted((data / "plans").glob("*.yaml")):
        path.rename(path.with_name(f"z{path.name}"))
    subprocess.run(
        [sys.executable, "-m", "saisei_lod", "build", str(data), "-o", str(data.parent / "dist"), "--quiet"],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8"},
    )
    kept = [name for name in names(release) if not name.startswith(("report", "manifest", "SHA256SUMS"))]
    differing = [
        name for name in kept if (release / name).read_bytes() != (data.parent / "dist" / name).read_bytes()
    ]
    assert differing == []


def test_the_catalogue_states_sizes_and_hashes_of_the_files(release: Path) -> None:
    """Bytes and SHA-256 of plans.nt in the catalogue are those of the file."""
    catalogue = json.loads((release / "catalog.jsonld").read_text(encoding="utf-8"))
    text = json.dumps(catalogue)
    hashes = (release / "SHA256SUMS").read_text(encoding="utf-8")
    digest = next(line.split()[0] for line in hashes.splitlines() if line.endswith("  plans.nt"))
    assert digest in text
    assert str((release / "plans.nt").stat().st_size) in text


def test_the_date_of_a_release_can_be_given(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--as-of wins over SOURCE_DATE_EPOCH, which wins over publication.toml; no clock is asked."""
    dist = data.parent / "dist"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build(data, dist)
    assert '"2023-11-14"^^xsd:date' in (dist / "catalog.ttl").read_text(encoding="utf-8")
    build(data, dist, as_of="2027-01-01")
    assert '"2027-01-01"^^xsd:date' in (dist / "catalog.ttl").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="2027-02-30"):
        build(data, dist, as_of="2027-02-30")


def edit(data: Path, old: str, new: str) -> None:
    """Replace a text in the record of Asahikawa."""
    path = data / "plans" / "01204-054421.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_violations_stop_a_release_and_name_file_and_line(data: Path) -> None:
    """A scheme that does not exist: no release, and the finding leads to the record."""
    edit(data, "schemes: [suishin]", "schemes: [suishinn]")
    with pytest.raises(ReleaseRejected) as caught:
        build(data, data.parent / "dist")
    worst = [finding for finding in caught.value.findings if finding.severity == "violation"]
    assert worst[0].place.file.endswith("plans/01204-054421.yaml")
    assert (worst[0].place.line, worst[0].text) != (None, "")
    assert not (data.parent / "dist").exists()


def test_a_draft_is_marked_in_the_catalogue(data: Path) -> None:
    """Violations that are allowed show in version and descriptions."""
    edit(data, "schemes: [suishin]", "schemes: [suishinn]")
    build(data, data.parent / "dist", allow_violations=True)
    assert 'dcat:version "0.1.0-draft"' in (data.parent / "dist" / "catalog.ttl").read_text(encoding="utf-8")


BROKEN: dict[str, tuple[Callable[[Path], object], type[Exception], str]] = {
    "a wrong field": (lambda data: edit(data, "title:", "titel:"), InputError, "titel"),
    "a day that does not exist": (
        lambda data: edit(data, '"2021-03-30"', '"2021-02-30"'),
        InputError,
        "2021-02-30",
    ),
    "broken UTF-8": (
        lambda data: (data / "plans" / "06209-680.yaml").write_bytes(b"page: \xff\xfe"),
        InputError,
        "06209-680.yaml",
    ),
    "an empty file": (
        lambda data: (data / "plans" / "06209-680.yaml").write_bytes(b""),
        InputError,
        "06209-680.yaml",
    ),
    "no publication.toml": (
        lambda data: (data / "publication.toml").unlink(),
        InputError,
        "publication.toml",
    ),
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_bad_records_leave_the_old_release_whole(name: str, data: Path) -> None:
    """The message names the place, and the old release stays byte for byte."""
    damage, kind, words = BROKEN[name]
    dist = data.parent / "dist"
    build(data, dist)
    before = {path: (dist / path).read_bytes() for path in names(dist)}
    damage(data)
    with pytest.raises(kind) as caught:
        build(data, dist)
    assert words in str(caught.value)
    assert {path: (dist / path).read_bytes() for path in names(dist)} == before


def test_a_file_size_limit_stops_the_build_and_keeps_the_old_release(data: Path) -> None:
    """As on a full disk: exit status 2, a message, no traceback, the old release whole."""
    dist = data.parent / "dist"
    build(data, dist)
    before = (dist / "SHA256SUMS").read_bytes()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "saisei_lod", "build", str(data), "-o", str(dist)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert (dist / "SHA256SUMS").read_bytes() == before
    assert sorted(path.name for path in data.parent.iterdir()) == ["data", "dist"]


def test_a_folder_that_cannot_be_made_is_a_fault_of_the_environment(data: Path) -> None:
    """A file in the place of dist's parent folder."""
    (data.parent / "file").write_text("", encoding="utf-8")
    with pytest.raises((EnvironmentFault, OSError)):
        build(data, data.parent / "file" / "dist")
