"""The stream, the feed and the history: whoever follows them from any release reaches the newest state."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from saisei_lod.changes import Edition, check_changes, keep, load_history, replay, write_changes
from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.records.model import Certification
from saisei_lod.records.publication import Publication

BASE = "https://example.org/id/"
KEY = "r055-06209-0a0a0a0a"
OTHER = "d20210330-06209-0b0b0b0b"
ATOM = "{http://www.w3.org/2005/Atom}"
DAYS = ("2021-01-01", "2021-06-01", "2022-06-01")
PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "saisei": "https://w3id.org/saisei/ns#",
    "plan": f"{BASE}plan/",
}
PUBLICATION = Publication(
    BASE,
    "https://w3id.org/saisei/ns#",
    Bilingual("見本 <LOD>", "Sample & LOD"),
    Bilingual("見本", "sample"),
    Bilingual("見本市", "Sample City"),
    "https://example.org/",
    "https://example.org/data/",
    "https://example.org/",
    "https://creativecommons.org/licenses/by/4.0/",
    ("ja", "en"),
    "2022-06-01",
    "1.0.0",
)


def publish(folder: Path, history: Path, day: str, plans: bytes) -> Path:
    """Write the changes of a release whose graph of plans is given."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "plans.nt").write_bytes(plans)
    (folder / "catalog.nt").write_text(
        f'<{BASE}catalog/catalog> <http://purl.org/dc/terms/issued> "{day}" .\n'
        f'<{BASE}catalog/catalog> <http://www.w3.org/ns/dcat#version> "1.0.0" .\n',
        encoding="utf-8",
    )
    write_changes(folder, folder.parent, load_history(history, BASE), Edition(PUBLICATION, day, PREFIXES))
    return folder


@pytest.fixture
def three(tmp_path: Path, compare: Any) -> tuple[list[Path], Path]:
    """Three releases and their history: a plan is corrected and another certified, then one is deleted."""
    other = compare.plan(
        OTHER, certification=Certification(date="2021-03-30", date_basis="stated"), amendments=[]
    )
    states = [[compare.plan(title="港の計晝")], [compare.plan(), other], [other]]
    history, made = tmp_path / "history", []
    for day, plans in zip(DAYS, states, strict=True):
        made.append(publish(tmp_path / day, history, day, compare.lines(plans)))
        assert keep(made[-1] / "ldes", history, day)
    return made, history


def names(folder: Path) -> dict[str, bytes]:
    """The files of a folder with their bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_replay_gives_the_same_graph(three: tuple[list[Path], Path], tmp_path: Path) -> None:
    """From nothing, and from each former release with the pages that came after it."""
    made, history = three
    pages = sorted(history.glob("*.trig"))
    for number, start in enumerate([None, *made]):
        target = tmp_path / f"from-{number}"
        target.mkdir()
        state = None if start is None else {"plans": start / "plans.nt"}
        replayed = replay(pages[number:], target, tmp_path, start=state)
        assert replayed["plans"].read_bytes() == (made[-1] / "plans.nt").read_bytes()


def test_any_client_of_rdf_can_replay(three: tuple[list[Path], Path]) -> None:
    """The newest member of each entity is a named graph; a deleted entity has a tombstone without one."""
    made, _ = three
    store = pyoxigraph.Store()
    for page in (made[-1] / "ldes").glob("*.trig"):
        store.bulk_load(path=str(page), format=pyoxigraph.RdfFormat.TRIG)
    query = """
        PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX as: <https://www.w3.org/ns/activitystreams#>
        SELECT ?s ?p ?o WHERE {
          ?member dcterms:isVersionOf ?entity ; prov:generatedAtTime ?time .
          FILTER NOT EXISTS { ?later dcterms:isVersionOf ?entity ; prov:generatedAtTime ?t . FILTER (?t > ?time) }
          FILTER NOT EXISTS { ?member a as:Delete }
          GRAPH ?member { ?s ?p ?o } }"""
    found = sorted(f"{row['s']} {row['p']} {row['o']} .\n" for row in store.query(query))  # type: ignore[union-attr]
    assert "".join(found).encode() == (made[-1] / "plans.nt").read_bytes()


def test_the_index_leads_to_every_page(three: tuple[list[Path], Path]) -> None:
    """Two relations a page say which days it holds."""
    made, _ = three
    tree = "https://w3id.org/tree#"
    quads = list(pyoxigraph.parse(path=str(made[-1] / "ldes" / "index.ttl")))
    nodes = [quad.object.value for quad in quads if quad.predicate.value == f"{tree}node"]
    pages = {path.name for path in (made[-1] / "ldes").glob("*.trig")}
    assert sorted(nodes) == sorted([f"https://example.org/data/ldes/{name}" for name in pages] * 2)
    times = {quad.object.value for quad in quads if quad.predicate.value == f"{tree}value"}
    assert times == {f"{day}T00:00:00+09:00" for day in DAYS}


def test_old_pages_stay_as_they_were(three: tuple[list[Path], Path]) -> None:
    """What a harvester has read need not be read again."""
    made, _ = three
    first, last = names(made[0] / "ldes"), names(made[-1] / "ldes")
    assert {name: last[name] for name in first if name != "index.ttl"} == {
        name: text for name, text in first.items() if name != "index.ttl"
    }


def test_the_feed_is_atom(three: tuple[list[Path], Path]) -> None:
    """RFC 4287, section 4.1: what feed and entries must have; dates are those of the releases."""
    made, _ = three
    feed = etree.fromstring((made[-1] / "feed.atom").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        assert all(len(one.findall(ATOM + name)) == 1 for name in ("id", "title", "updated"))
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        f"{day}T00:00:00+09:00" for day in reversed(DAYS)
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 3
    assert "港の計晝 → 港の計画" in (entries[1].findtext(f"{ATOM}content") or "")


def test_the_page_tells_all_releases(three: tuple[list[Path], Path]) -> None:
    """World changes apart from corrections, no script, texts escaped."""
    made, _ = three
    page = (made[1] / "changes.html").read_text(encoding="utf-8")
    assert page.index('id="world"') < page.index("計画の認定") < page.index('id="correction"')
    assert "<script" not in page
    assert "見本 &lt;LOD&gt;" in page


def test_json_and_turtle_say_the_same(compare: Any, tmp_path: Path) -> None:
    """The document of changes is JSON-LD, and its keys are those of JSON."""
    from saisei_lod.changes import as_json, as_turtle  # noqa: PLC0415

    changes = compare([compare.plan()], [compare.plan(title="湊の計画"), compare.plan(OTHER)])
    (tmp_path / "a.jsonld").write_text(as_json(changes), encoding="utf-8")
    (tmp_path / "a.ttl").write_text(as_turtle(changes), encoding="utf-8")
    said = [{str(q) for q in pyoxigraph.parse(path=str(tmp_path / name))} for name in ("a.jsonld", "a.ttl")]
    assert said[0] == said[1]
    document = json.loads(as_json(changes))
    assert document["counts"] == {"plan-corrected": 1, "plan-added": 1}
    assert document["@graph"][0]["details"][0] == {
        "field": "title",
        "label": {"ja": "名称", "en": "title"},
        "old": [{"ja": "港の計画", "en": "港の計画"}],
        "new": [{"ja": "湊の計画", "en": "湊の計画"}],
    }


def test_the_first_release_has_no_history(tmp_path: Path, compare: Any) -> None:
    """All is newly recorded, and everything is written all the same."""
    made = publish(tmp_path / "dist", tmp_path / "none", "2021-01-01", compare.lines([compare.plan()]))
    document = json.loads((made / "changes.jsonld").read_text(encoding="utf-8"))
    assert (document["old"], document["counts"]) == (None, {"plan-added": 1})
    assert list(check_changes(made, tmp_path)) == []
    assert set(names(made)) >= {"changes.html", "feed.atom", "ldes/index.ttl", "ldes/2021-01-01-1.trig"}


def test_a_release_without_changes_has_an_empty_page(tmp_path: Path, compare: Any) -> None:
    """It is a release nonetheless, and follows in the stream."""
    history, text = tmp_path / "history", compare.lines([compare.plan()])
    keep(publish(tmp_path / "a", history, "2021-01-01", text) / "ldes", history, "2021-01-01")
    made = publish(tmp_path / "b", history, "2021-02-01", text)
    assert json.loads((made / "changes.jsonld").read_text(encoding="utf-8"))["counts"] == {}
    assert list(check_changes(made, tmp_path)) == []


def test_recording_changes_no_byte(three: tuple[list[Path], Path], tmp_path: Path) -> None:
    """A build of any day gives the same bytes before its release is recorded, after it, and after later ones."""
    made, history = three
    for day, dist in zip(DAYS, made, strict=True):
        again = publish(tmp_path / "again", history, day, (dist / "plans.nt").read_bytes())
        assert names(again) == names(dist)


def test_a_history_is_only_continued(three: tuple[list[Path], Path], tmp_path: Path, compare: Any) -> None:
    """The same release twice is one; another of that day, or one before it, is refused."""
    made, history = three
    before = names(history)
    assert keep(made[-1] / "ldes", history, DAYS[-1]) is False
    other = publish(tmp_path / "other", history, DAYS[-1], compare.lines([compare.plan()]))
    with pytest.raises(UsageError, match="another content"):
        keep(other / "ldes", history, DAYS[-1])
    with pytest.raises(UsageError, match="none can be made before it"):
        keep(made[0] / "ldes", history, DAYS[0])
    assert names(history) == before


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a page that was edited": (lambda h: (h / "2021-06-01-1.trig").write_text("#"), "was changed"),
    "a page that is missing": (lambda h: (h / "2021-06-01-1.trig").unlink(), "is missing"),
    "a release that is missing": (lambda h: (h / "2021-06-01.json").unlink(), "2021-06-01"),
    "no JSON": (lambda h: (h / "2021-06-01.json").write_text("{"), "cannot be read"),
    "no release": (lambda h: (h / "2021-06-01.json").write_text("{}"), "cannot be read"),
    "a file under another name": (
        lambda h: (h / "2021-06-01.json").rename(h / "2021-06-02.json"),
        "release of 2021-06-01",
    ),
    "a newer form": (
        lambda h: (h / "2021-06-01.json").write_text('{"form": 2, "more": 1}'),
        "newer program",
    ),
}


@pytest.mark.parametrize("name", list(DAMAGES))
def test_a_damaged_history_is_refused(name: str, three: tuple[list[Path], Path]) -> None:
    """The message names the file and what to do."""
    damage, words = DAMAGES[name]
    damage(three[1])
    with pytest.raises(InputError, match=words) as caught:
        load_history(three[1], BASE)
    assert "2021-06" in caught.value.where or "2022-06" in caught.value.where


def test_a_history_of_another_publisher_is_refused(three: tuple[list[Path], Path]) -> None:
    """The base is another."""
    with pytest.raises(InputError, match="another base"):
        load_history(three[1], "https://other.example/id/")


def test_a_stream_that_leads_elsewhere_is_found(three: tuple[list[Path], Path], tmp_path: Path) -> None:
    """The graph and the stream tell of two states."""
    dist = three[0][-1]
    with (dist / "plans.nt").open("ab") as file:
        file.write(b"<https://example.org/z> <https://example.org/p> <https://example.org/o> .\n")
    assert [finding.code for finding in check_changes(dist, tmp_path)] == ["replay-differs"]
    shutil.rmtree(dist / "ldes")
    assert [finding.code for finding in check_changes(dist, tmp_path / "none")] == ["stream-missing"]


TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co"), blacklist_characters="\ufeff\u2028\u2029"),
    max_size=30,
)


@given(title=TEXT.map("港{}".format), summary=TEXT.map('# a:b <c> "d" \\ \' }}\n{}'.format))
def test_any_text_survives_the_stream(
    title: str, summary: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Quotes, colons, brackets and line breaks in texts are what they were after a replay."""
    folder = tmp_path_factory.mktemp("texts")
    escaped = [json.dumps(one, ensure_ascii=False) for one in (title, summary)]
    plan = f"<{BASE}plan/{KEY}>"
    lines = sorted(
        [
            f"{plan} <http://purl.org/dc/terms/title> {escaped[0]}@ja .\n",
            f"{plan} <http://purl.org/dc/terms/description> {escaped[1]}@ja .\n",
            f'{plan} <http://purl.org/dc/terms/date> "2020-03-30"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
        ]
    )
    made = publish(folder / "dist", folder / "none", "2021-01-01", "".join(lines).encode())
    assert list(check_changes(made, folder)) == []
