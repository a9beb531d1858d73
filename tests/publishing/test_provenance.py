"""Every value of a release leads to the words that it was read from, and says whether it is published."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat

from saisei_lod.publishing import verify
from saisei_lod.publishing.comparing import compare_forms
from saisei_lod.reading.containers.kinds import read_container

ROOT = Path(__file__).resolve().parents[2]

NS = "https://w3id.org/saisei/ns#"
BASE = "https://w3id.org/saisei/id/"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#: Properties of the graph whose values are read from sources.
READ = {
    *(
        NS + name
        for name in (
            "maker", "makerBasis", "scheme", "summary", "inRound", "periodStart", "periodEnd", "coverageKind",
            "covers", "printedSize", "listedStatus", "heading", "unit", "year", "value", "yen", "pageId",
            "postalAddress", "telephone", "fax",
        )
    ),
    *(DCTERMS + name for name in ("title", "date", "format", "publisher", "modified")),
    *("http://www.w3.org/2006/vcard/ns#" + name for name in ("fn", "hasEmail")),
    "http://www.w3.org/2004/02/skos/core#prefLabel",
}  # fmt: skip
KINDS = {NS + name for name in ("Amendment", "MinorChange", "UnspecifiedChange", "Revocation")}


class Claim:
    """A claim with its words, from the quads of its graph."""

    def __init__(self, name: Any, graph: Any, store: pyoxigraph.Store) -> None:
        self.name = name
        self.graph = graph
        self._store = store

    def all(self, predicate: str, subject: Any = None) -> list[Any]:
        """Return the values of a property of the claim, or of a part of it."""
        quads = self._store.quads_for_pattern(subject or self.name, NamedNode(predicate), None, self.graph)
        return [quad.object for quad in quads]

    def one(self, predicate: str, subject: Any = None) -> Any:
        """Return the only value of a property."""
        (value,) = self.all(predicate, subject)
        return value

    @property
    def statement(self) -> tuple[str, str, str]:
        """Subject, predicate and the lexical form or IRI of the object."""
        (value,) = [*self.all(f"{NS}claimValue"), *self.all(f"{NS}claimObject")]
        return self.one(f"{NS}claimSubject").value, self.one(f"{NS}claimPredicate").value, value.value

    @property
    def is_published(self) -> bool:
        """Whether the claim says that its statement is published."""
        return bool(self.one(f"{NS}outcome").value == f"{NS}Published")

    @property
    def words(self) -> list[tuple[int, int, str | None]]:
        """The spans of the claim with the words quoted, None where none are."""
        found = []
        for target in self.all(f"{OA}hasTarget"):
            assert self.one(f"{OA}hasSource", target) == self.graph
            selectors = self.all(f"{OA}hasSelector", target)
            (start,) = [int(v.value) for one in selectors for v in self.all(f"{OA}start", one)]
            (end,) = [int(v.value) for one in selectors for v in self.all(f"{OA}end", one)]
            exact = [v.value for one in selectors for v in self.all(f"{OA}exact", one)]
            found.append((start, end, exact[0] if exact else None))
        return sorted(found, key=lambda words: words[:2])

    def says(self, name: str) -> str:
        """Return a property of the claim: the last part of an IRI, or a text."""
        value = self.one(NS + name)
        return str(value.value).rpartition("#")[2]


@cache
def claims(dist: Path) -> list[Claim]:
    """Return all claims of a release."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(dist / "provenance.nq"), format=RdfFormat.N_QUADS)
    typed = store.quads_for_pattern(None, NamedNode(TYPE), NamedNode(f"{NS}Claim"), None)
    return [Claim(quad.subject, quad.graph_name, store) for quad in typed]


@cache
def published(dist: Path) -> set[tuple[str, str, str]]:
    """Return the triples of plans.nt, literals by their lexical forms."""
    return {
        (str(quad.subject)[1:-1], quad.predicate.value, getattr(quad.object, "value", ""))
        for quad in pyoxigraph.parse(path=str(dist / "plans.nt"))
    }


def about(dist: Path, subject: str, predicate: str) -> dict[str, list[Claim]]:
    """Return the claims of one subject and predicate by their values."""
    found: dict[str, list[Claim]] = {}
    for claim in claims(dist):
        if claim.statement[:2] == (BASE + subject, predicate):
            found.setdefault(claim.statement[2].removeprefix(BASE), []).append(claim)
    return found


RELEASES = pytest.mark.parametrize("name", ["sourced", "release"])


def folder(name: str, request: pytest.FixtureRequest) -> Path:
    """Return the folder of a release: of the made-up pages, or of the committed data."""
    fixture = request.getfixturevalue(name)
    return fixture if isinstance(fixture, Path) else Path(fixture.dist)


def test_the_words_of_every_claim_stand_in_the_text_of_its_snapshot(sourced: Any) -> None:
    """Exact is the text between start and end, in code points; nearly every claim of a read page has words."""
    silent = set()
    for claim in claims(sourced.dist):
        text = sourced.texts[claim.graph.value.rpartition("/")[2]]
        for start, end, exact in claim.words:
            assert exact is None or text[start:end] == exact
        if not claim.words:
            silent.add(claim.says("rule"))
    assert silent == {"record", "publisher-implied"}


@RELEASES
def test_a_claim_is_published_where_the_graph_holds_its_triple_and_only_there(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Subject, predicate and object of each claim are looked up in plans.nt."""
    dist = folder(name, request)
    said = {claim.statement for claim in claims(dist) if claim.is_published}
    assert said - published(dist) == set()
    assert {c.statement for c in claims(dist) if not c.is_published} & published(dist) == set()
    assert len(said) > 30


@RELEASES
def test_every_value_that_was_read_has_a_claim(name: str, request: pytest.FixtureRequest) -> None:
    """What a latest version and a listing repeat of the plan is claimed of the plan."""
    dist = folder(name, request)
    said = {claim.statement for claim in claims(dist)}
    graph = published(dist)
    same = {(s, v) for s, p, v in graph if p in {f"{NS}latestVersion", f"{PROV}specializationOf"}}
    same |= {(v, s) for s, v in same} | {(s, v) for s, p, v in graph if p == f"{NS}listedPlan"}
    same |= {(v, s) for s, p, v in graph if p == f"{NS}describedIn"}
    lacking = [
        (s, p, v)
        for s, p, v in graph
        if (p in READ or (p == TYPE and v in KINDS))
        and (s, p, v) not in said
        and not any((other, p, v) in said for one, other in same if one == s)
    ]
    assert lacking == []


@RELEASES
def test_each_claim_stands_in_the_graph_of_its_snapshot_and_nothing_has_a_blank_node(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Graph name, prov:hadPrimarySource and the snapshots of plans.nt are the same."""
    dist = folder(name, request)
    snapshots = {s for s, p, v in published(dist) if (p, v) == (TYPE, f"{NS}Snapshot")}
    assert {claim.graph.value for claim in claims(dist)} == snapshots
    assert all(claim.one(f"{PROV}hadPrimarySource") == claim.graph for claim in claims(dist))
    assert b"_:" not in (dist / "provenance.nq").read_bytes()


@RELEASES
def test_the_file_is_its_own_canonical_form(name: str, request: pytest.FixtureRequest) -> None:
    """Lines are those of pyoxigraph, sorted, each once; verify finds nothing."""
    dist = folder(name, request)
    quads = pyoxigraph.parse(path=str(dist / "provenance.nq"))
    lines = sorted({f"{quad} .\n".encode() for quad in quads})
    assert b"".join(lines) == (dist / "provenance.nq").read_bytes()
    assert verify(dist) == []


def test_an_unsorted_file_is_found(sourced: Any, tmp_path: Path) -> None:
    """Verify names file and line, even where the hashes were made anew."""
    lines = (sourced.dist / "provenance.nq").read_bytes().splitlines(keepends=True)
    (tmp_path / "provenance.nq").write_bytes(b"".join([lines[0], lines[2], lines[1], *lines[3:]]))
    found = compare_forms(tmp_path, tmp_path)
    assert [(one.code, one.place.file, one.place.line) for one in found] == [
        ("not-canonical", "provenance.nq", 3)
    ]


def test_sources_that_agree_make_one_claim_each(sourced: Any) -> None:
    """Both pages print the day of certification; both claims are published, under names of their own."""
    (said,) = about(sourced.dist, f"event/{sourced.key}-20200330", f"{DCTERMS}date").values()
    assert len(said) == 3
    assert all(claim.is_published for claim in said)
    assert len({claim.name for claim in said}) == 3


def test_a_disagreement_keeps_both_values_and_says_which_rule_chose(sourced: Any) -> None:
    """The page of the later date is published; the other value names the claim preferred to it."""
    said = about(sourced.dist, f"period/{sourced.key}-20200821", f"{NS}periodEnd")
    assert {value: [c.is_published for c in found] for value, found in said.items()} == {
        "2025-03-31": [True],
        "2024-03-31": [False],
    }
    (loser,) = said["2024-03-31"]
    assert loser.one(f"{NS}outweighedBy") == said["2025-03-31"][0].name
    assert loser.says("choiceRule") == "latest-source"


def test_a_stated_kind_outweighs_none(sourced: Any) -> None:
    """変更認定 is published, 変更 alone is kept as what the other page says."""
    said = about(sourced.dist, f"event/{sourced.key}-20200821", TYPE)
    (loser,) = said[f"{NS}UnspecifiedChange"]
    assert (loser.is_published, loser.says("choiceRule")) == (False, "specific-kind")


def test_an_earlier_snapshot_tells_of_the_version_that_it_describes(sourced: Any) -> None:
    """Before the change the period ended in 2023, which is published of that version and is no contradiction."""
    (earlier,) = about(sourced.dist, f"period/{sourced.key}-20200330", f"{NS}periodEnd")["2023-03-31"]
    assert earlier.is_published
    titles = about(sourced.dist, f"version/{sourced.key}-20200330", f"{DCTERMS}title")
    assert [claim.is_published for claim in titles["港の計画"]] == [True]


def test_a_correction_keeps_the_words_and_says_what_was_read(sourced: Any) -> None:
    """The corrected title is published as corrected by hand; the title as read is a claim that is not."""
    said = about(sourced.dist, f"plan/{sourced.key}", f"{DCTERMS}title")
    corrected = next(c for c in said["港の計画𠮷"] if c.says("claimBasis") == "CorrectedByHand")
    (read,) = said["湊の計画"]
    assert (corrected.says("rule"), read.says("rule")) == ("correction", "title-words")
    assert [words for _, _, words in corrected.words] == ["「湊の計画」"] == [w for _, _, w in read.words]
    assert (read.is_published, read.says("choiceRule")) == (False, "correction")
    assert read.one(f"{NS}outweighedBy") == corrected.name


def test_a_scheme_put_in_the_place_of_another_is_a_correction(sourced: Any) -> None:
    """Members of a set are known by identity: the one removed gives its words to the new one."""
    said = about(sourced.dist, f"plan/{sourced.key}", f"{NS}scheme")
    corrected = next(c for c in said["scheme/suishin"] if c.says("claimBasis") == "CorrectedByHand")
    (read,) = said["scheme/kyoten"]
    assert [words for _, _, words in corrected.words] == ["拠点整備交付金"]
    assert (read.says("choiceRule"), read.one(f"{NS}outweighedBy")) == ("correction", corrected.name)


def test_what_a_person_took_away_is_kept_as_read(sourced: Any) -> None:
    """Nothing was put in its place, so nothing outweighs it; the rule is the correction."""
    (read,) = about(sourced.dist, f"coverage/{sourced.key}-20200821", f"{NS}covers")["local-government/06402"]
    assert (read.is_published, read.says("choiceRule")) == (False, "correction")
    assert read.all(f"{NS}outweighedBy") == []


def test_of_a_corrected_text_the_place_alone_is_known(sourced: Any) -> None:
    """A record does not keep the words of a summary twice: once it is corrected, they are gone."""
    said = about(sourced.dist, f"plan/{sourced.key}", f"{NS}summary")
    (corrected,) = said["直した概要。"]
    ((start, end, words),) = corrected.words
    assert (corrected.says("claimBasis"), end - start, words) == ("CorrectedByHand", 12, None)


def test_a_record_made_by_hand_has_claims_without_words(sourced: Any) -> None:
    """Basis stated, rule record, no target."""
    found = [claim for claim in claims(sourced.dist) if sourced.by_hand in claim.statement[0]]
    assert {(c.says("claimBasis"), c.says("rule"), len(c.words)) for c in found} == {("Stated", "record", 0)}
    assert len(found) == 6


def test_bases_are_those_of_the_record(sourced: Any) -> None:
    """A maker that the page implies is implied, and so is the basis of the version's makers."""
    (maker,) = about(sourced.dist, f"version/{sourced.key}-20200330", f"{NS}maker")["local-government/06209"]
    (basis,) = about(sourced.dist, f"version/{sourced.key}-20200330", f"{NS}makerBasis")[f"{NS}Implied"]
    rounds: Mapping[str, list[Claim]] = about(sourced.dist, f"event/{sourced.key}-20200821", f"{NS}inRound")
    assert (maker.says("claimBasis"), basis.says("claimBasis")) == ("Implied", "Implied")
    assert {claim.says("claimBasis") for claim in rounds["round/57"]} == {"Inferred"}


def test_values_of_a_claim_are_plain_texts(sourced: Any) -> None:
    """The lexical form stands as xsd:string, whatever the datatype in the graph."""
    values = [value for claim in claims(sourced.dist) for value in claim.all(f"{NS}claimValue")]
    assert {value.datatype.value for value in values if isinstance(value, Literal)} == {
        "http://www.w3.org/2001/XMLSchema#string"
    }


def test_the_words_of_the_committed_data_stand_in_the_source_pages(release: Path) -> None:
    """Where the two real pages lie beside the project: the quoted words are theirs, at the places given."""
    pages = sorted((ROOT.parent / "shared" / "pages").glob("*.txt"))
    texts = {sha256(page.read_bytes()).hexdigest()[:8]: page for page in pages}
    if not texts:
        pytest.skip("the two pages are not kept in the repository")
    checked = 0
    decoded = {name: read_container(page.read_bytes(), page.name).decoded for name, page in texts.items()}
    for claim in claims(release):
        text = decoded.get(claim.graph.value.rpartition("-")[2])
        if text is not None:
            assert [text[start:end] for start, end, _ in claim.words] == [
                words for _, _, words in claim.words
            ]
            checked += len(claim.words)
    assert checked > 100
