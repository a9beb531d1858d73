"""The configurations of deploy/, on the real servers: dereferencing, negotiation, types, redirects."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.registry import load

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
BASE = "https://w3id.org/saisei/id/"
SUBJECT = re.compile(rb"^<https://w3id\.org/saisei/(id/([a-z-]+)/[^>]+)>", re.MULTILINE)
TYPES = {
    "index.ttl": "text/turtle",
    "index.jsonld": "application/ld+json",
    "index.nt": "application/n-triples",
    "index.html": "text/html",
}


def first_plan(www: Path) -> str:
    """The path of the plan that has a page."""
    return "/id/plan/" + min(path.name for path in (www / "id" / "plan").iterdir())


def described(www: Path) -> dict[str, list[str]]:
    """Return three things of each kind that entities describe, by kind: the first, one amidst, the last."""
    found: dict[str, set[str]] = {}
    for path in (www / "id").glob("*/*/index.nt"):
        for name, kind in SUBJECT.findall(path.read_bytes()):
            found.setdefault(kind.decode(), set()).add(name.decode())
    kinds = {kind: sorted(names) for kind, names in found.items()}
    return {kind: [names[0], names[len(names) // 2], names[-1]] for kind, names in kinds.items()}


NEGOTIATED = [
    (None, "index.ttl"),
    ("*/*", "index.ttl"),
    ("text/turtle", "index.ttl"),
    ("application/ld+json", "index.jsonld"),
    ("application/n-triples", "index.nt"),
    ("application/n-triples;q=0.8, image/png", "index.nt"),
    ("text/turtle;q=0, application/n-triples", "index.nt"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "index.html"),
]
WEIGHED = [
    ("text/turtle;q=0.3, application/ld+json;q=0.9", "index.jsonld"),
    ("application/ld+json;q=0.2, application/n-triples;q=0.7, text/html;q=0.1", "index.nt"),
]


@pytest.fixture(scope="module", params=["apache", "nginx"])
def site(request: pytest.FixtureRequest, servers: Any, www: Path) -> Iterator[Any]:
    """Each server in turn."""
    with servers[request.param](www.parent) as running:
        yield running


@pytest.mark.parametrize(("accept", "name"), NEGOTIATED)
def test_a_thing_leads_to_the_document_that_was_asked_for(
    site: Any, www: Path, accept: str | None, name: str
) -> None:
    """303 from the thing, 200 from the document, with its media type and readable from any page."""
    first = site.ask(first_plan(www), accept)
    assert (first.status, "Accept" in first.headers.get("vary", "")) == (303, True)
    _, answer = site.follow(first_plan(www), accept)
    expected = (www / first_plan(www)[1:] / name).read_bytes()
    assert (answer.status, answer.content) == (200, expected)
    assert answer.headers["content-type"].partition(";")[0] == TYPES[name]
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(("accept", "name"), WEIGHED)
def test_quality_values_are_weighed_by_apache(servers: Any, www: Path, accept: str, name: str) -> None:
    """The most wanted form is chosen (RFC 9110, section 12.5.1)."""
    with servers["apache"](www.parent) as site:
        _, answer = site.follow(first_plan(www), accept)
    assert answer.content == (www / first_plan(www)[1:] / name).read_bytes()


def test_everything_that_is_described_is_found_where_its_iri_leads(site: Any, www: Path) -> None:
    """Three of each kind: governments and their states, rounds and their days, plans and all their parts."""
    kinds = described(www)
    assert len(kinds) >= 15
    lost = []
    for name in [name for names in kinds.values() for name in names]:
        _, answer = site.follow(f"/{name}", "application/n-triples")
        if answer.status != 200 or f"\n<{BASE[:-3]}{name}> " not in f"\n{answer.content.decode()}":
            lost.append((name, answer.status))
    assert lost == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/plans.ttl", "text/turtle; ?charset=utf-8"),
        ("/plans.nt", "application/n-triples(; ?charset=utf-8)?"),
        ("/dataset.nq", "application/n-quads(; ?charset=utf-8)?"),
        ("/plans.jsonld", "application/ld\\+json"),
        ("/catalog.rdf", "application/rdf\\+xml"),
        ("/tables/plans.csv", "text/csv; ?charset=utf-8"),
        ("/report.html", "text/html; ?charset=utf-8"),
    ],
)
def test_files_have_their_media_types(site: Any, www: Path, path: str, kind: str) -> None:
    """GET gives the bytes of the release, HEAD its size."""
    answer = site.ask(path)
    assert (answer.status, answer.content) == (200, (www / path[1:]).read_bytes())
    assert re.fullmatch(kind, answer.headers["content-type"], re.IGNORECASE)
    head = site.ask(path, method="HEAD")
    assert (head.status, head.headers["content-length"]) == (200, str(len(answer.content)))


def test_vocabulary_and_catalogue_are_found(site: Any, www: Path) -> None:
    """The namespace leads to the ontology, IRIs of the catalogue to the catalogue in the form asked for."""
    assert site.follow("/ns")[1].content == (www / "ontology" / "saisei.ttl").read_bytes()
    assert site.follow("/id/catalog/plans")[1].content == (www / "catalog.ttl").read_bytes()
    _, answer = site.follow("/id/catalog/plans-ttl", "application/ld+json")
    assert answer.content == (www / "catalog.jsonld").read_bytes()


@pytest.mark.parametrize("path", ["/id/plan/r999-01204-00000000", "/id/nothing/x", "/missing.ttl"])
def test_what_is_not_there_is_not_found(site: Any, path: str) -> None:
    """404, whatever is asked for."""
    assert {site.follow(path, accept)[1].status for accept in (None, "text/html", "text/turtle")} == {404}


def test_folders_are_not_listed_and_nothing_lies_outside(site: Any) -> None:
    """No index of files, no way up."""
    assert site.ask("/tables/").status in {403, 404}
    assert site.ask("/../apache.conf").status in {400, 403, 404}


def test_a_release_in_a_folder_of_a_site(servers: Any, www: Path) -> None:
    """A city's site with the data at /open/plans/: the same rules hold."""
    folder = www.parent / "city"
    (folder / "www" / "open").mkdir(parents=True)
    (folder / "www" / "open" / "plans").symlink_to(www, target_is_directory=True)
    with servers["nginx"](folder) as site:
        path, answer = site.follow(f"/open/plans{first_plan(www)}", "application/ld+json")
    assert (path.startswith("/open/plans/id/plan/"), answer.status) == (True, 200)


REDIRECTS = [
    ("", None, ""),
    ("ns", None, "ontology/saisei.ttl"),
    ("data/plans.ttl", None, "plans.ttl"),
    ("id/plan/r055-01204-3476059d", "text/turtle", "id/plan/r055-01204-3476059d/index.ttl"),
    ("id/plan/r055-01204-3476059d", "application/ld+json", "id/plan/r055-01204-3476059d/index.jsonld"),
    ("id/plan/r055-01204-3476059d", "text/html,*/*;q=0.8", "id/plan/r055-01204-3476059d/"),
    ("id/plan/r055-01204-3476059d", None, "id/plan/r055-01204-3476059d/index.ttl"),
    ("id/version/r055-01204-3476059d-20200330", "*/*", "id/plan/r055-01204-3476059d/index.ttl"),
    ("id/listing/01204-1-6c47037a-r055-01204-3476059d", None, "id/plan/r055-01204-3476059d/index.ttl"),
    ("id/snapshot/01204-054421-6c47037a", "application/n-triples", "id/source/01204-054421/index.nt"),
    ("id/local-government-period/01000-before2005", None, "id/local-government/01000/index.ttl"),
    ("id/local-government-period/22140-20240101", None, "id/ward/22140/index.ttl"),
    ("id/local-government-period/13101-before2005", None, "id/local-government/13101/index.ttl"),
    ("id/round-day/d20260121-20260121", None, "id/round/d20260121/index.ttl"),
    ("id/catalog/plans", None, "catalog.ttl"),
]


@pytest.mark.parametrize(("path", "accept", "goal"), REDIRECTS)
def test_persistent_addresses_lead_to_the_host(
    persistent: Any, path: str, accept: str | None, goal: str
) -> None:
    """The file for w3id.org, in a folder of a server as it stands there."""
    answer = persistent.ask(f"/saisei/{path}", accept)
    assert (answer.status, answer.headers["location"]) == (
        302 if path in {"", "data/plans.ttl"} else 303,
        f"https://data.example.org/{goal}",
    )


def test_wards_are_told_from_cities_by_their_codes() -> None:
    """The rule that stands in all three files is true of every code of the registry."""
    rule = r"((?!13)\d{2}1(?!00|30|40|50)\d{2}|22140)"
    for name in ("apache/htaccess", "nginx/saisei.conf", "w3id/htaccess"):
        text = (DEPLOY / name).read_text(encoding="utf-8")
        assert rule in text.replace("(?<ward>", "(")
    governments = load().governments.values()
    told = {one.code for one in governments if re.fullmatch(rule, one.code)}
    assert told == {one.code for one in governments if one.kind == "ward"}
