"""/api/plans on a running server, over dist/ as it is committed: 6 plans of 長井市, 7 of 旭川市."""

import csv
import io
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import RdfFormat, parse
from tests.serving.conftest import ROOT, Server

from saisei_lod.querying import answer, find

_PERIODLESS = {"municipality": "01204", "as-of": "2020-04-01"}


def listed(server: Server, **asked: str) -> Any:
    """Return a list that the server gives."""
    reply = server.get(
        "/api/plans?" + urlencode({name.replace("_", "-"): value for name, value in asked.items()})
    )
    assert reply.status == 200, reply.text
    return reply.json


def keys(found: Any) -> list[str]:
    """Return the keys of the plans of a page."""
    return [one["identifier"] for one in found["member"]]


def test_all_plans_stand_in_the_order_of_their_keys(server: Server) -> None:
    """All plans stand in the order of their keys."""
    found = listed(server)
    assert found["totalItems"] == 13
    assert keys(found) == sorted(keys(found))


def test_pages_follow_one_another_without_gap_or_overlap(server: Server) -> None:
    """Pages follow one another without gap or overlap."""
    address, seen = "/api/plans?per-page=5", []
    while address:
        reply = server.get(address)
        seen += keys(reply.json)
        links = {rel: where for where, rel in re.findall(r'<([^>]*)>; rel="(\w+)"', reply.headers["link"])}
        assert ("prev" in links) == (len(seen) > 5)
        address = links.get("next", "")
    assert seen == keys(listed(server))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"municipality": "06209"}, 6),
        ({"municipality": "062090"}, 6),
        ({"municipality": "06209", "year": "2018"}, 3),
        ({"round": "55"}, 4),
        ({"municipality": "06213"}, 1),
    ],
)
def test_conditions(server: Server, asked: dict[str, str], count: int) -> None:
    """Conditions."""
    assert listed(server, **asked, unknown="omit")["totalItems"] == count


def test_plans_without_a_period_are_unknown_as_in_the_query_pack(server: Server) -> None:
    """Plans without a period are unknown as in the query pack."""
    rows = answer(find("plans-in-force"), [ROOT / "dist" / "plans.nt"], {"date": "2020-04-01"}).rows
    cells = [dict(zip(rows.columns, map(str, row), strict=True)) for row in rows.rows]
    expected = {one["plan"].strip("<>"): one["answer"].strip('"') for one in cells if one["answer"] != '"no"'}
    found = {
        one["id"]: one["conditions"]["as-of"]["answer"]
        for one in listed(server, as_of="2020-04-01")["member"]
    }
    assert found == expected
    asahikawa = listed(server, **_PERIODLESS)
    assert (asahikawa["sure"], asahikawa["unknown"]) == (0, len(asahikawa["member"]))
    assert asahikawa["unknown"] > 0
    assert {one["conditions"]["as-of"]["answer"] for one in asahikawa["member"]} == {"unknown"}
    assert listed(server, **_PERIODLESS, unknown="omit")["member"] == []


def test_plans_that_name_no_scheme_are_unknown_and_stand_last(server: Server) -> None:
    """Plans that name no scheme are unknown and stand last."""
    found = listed(server, scheme="suishin")
    answers = [one["answer"] for one in found["member"]]
    assert answers == ["yes"] * found["sure"] + ["unknown"] * found["unknown"]
    assert found["sure"] > 0
    assert {one["conditions"]["scheme"]["answer"] for one in found["member"] if "scheme" not in one} == {
        "unknown"
    }


def test_the_document_says_the_statements_of_the_release(server: Server) -> None:
    """The document says the statements of the release."""
    reply = server.get("/api/plans?as-of=2020-04-01&municipality=06209", "application/ld+json")
    assert reply.headers["content-type"] == "application/ld+json"
    said = {
        str(quad.triple)
        for quad in parse(reply.body, format=RdfFormat.JSON_LD, base_iri="http://localhost/api/plans")
        if "hydra" not in str(quad.predicate) and "localhost" not in str(quad.subject)
    }
    released = {
        str(quad.triple) for quad in parse(path=ROOT / "dist" / "plans.nt", format=RdfFormat.N_TRIPLES)
    }
    assert said
    assert said <= released


def test_csv_has_the_same_plans(server: Server) -> None:
    """Csv has the same plans."""
    reply = server.get("/api/plans?municipality=06209", "text/csv")
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(reply.text)))
    assert [row["identifier"] for row in rows] == keys(listed(server, municipality="06209"))
    joint = next(row for row in rows if row["identifier"] == "r051-06209-379e24d8")
    assert joint["makers"] == "06209 06213 06402 06403"
    assert joint["maker_names"] == "長井市、南陽市、白鷹町、飯豊町"


def test_csv_for_excel_keeps_leading_zeros(server: Server) -> None:
    """Csv for excel keeps leading zeros."""
    reply = server.get("/api/plans?municipality=06209&format=csv-excel")
    assert reply.body.startswith(b"\xef\xbb\xbf")
    assert ",'06209,長井市," in reply.text


def test_reasons_are_in_the_language_asked_for(server: Server) -> None:
    """Reasons are in the language asked for."""
    path = "/api/plans?municipality=06209"
    reasons = [
        server.get(path, Accept_Language=language).json["member"][0]["conditions"]["municipality"]["reason"]
        for language in ("ja", "en")
    ]
    assert reasons == ["作成主体である", "it is a maker of the plan"]


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    """An unchanged page is not sent again."""
    first = server.get("/api/plans?round=55")
    assert server.get("/api/plans?round=55", If_None_Match=first.headers["etag"]).status == 304
    assert server.get("/api/plans?round=51", If_None_Match=first.headers["etag"]).status == 200


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("municipality=99999", "municipality"),
        ("municipality=062091", "municipality"),
        ("municipality=01101", "municipality"),
        ("scheme=suishi", "scheme"),
        ("scheme=%22%3E%20%7D", "scheme"),
        ("round=999", "round"),
        ("round=55&round=56", "round"),
        ("year=19", "year"),
        ("as-of=2020-02-30", "as-of"),
        ("as-of=令和2年", "as-of"),
        ("page=0", "page"),
        ("page=2", "page"),
        ("page=１", "page"),
        ("per-page=1001", "per-page"),
        ("format=xml", "format"),
        ("lang=fr", "lang"),
        ("unknown=maybe", "unknown"),
    ],
)
def test_a_wrong_parameter_is_refused_with_what_was_expected(server: Server, query: str, where: str) -> None:
    """A wrong parameter is refused with what was expected."""
    reply = server.get(f"/api/plans?{quote(query, safe='=&%')}")
    assert (reply.status, reply.headers["content-type"]) == (400, "application/problem+json")
    assert reply.json["where"] == where
    assert reply.json["expected"]["ja"]
    assert reply.json["expected"]["en"] or reply.json["todo"]["en"]


def test_an_unknown_parameter_is_refused_with_the_nearest(server: Server) -> None:
    """An unknown parameter is refused with the nearest."""
    reply = server.get("/api/plans?municipalty=06209")
    assert reply.status == 400
    assert "municipality" in reply.json["expected"]["en"]


def test_no_other_form_is_offered(server: Server) -> None:
    """No other form is offered."""
    assert server.get("/api/plans", "text/turtle").status == 406
