"""What is suggested, shown and given beside matching; and what is refused."""

from typing import Any
from urllib.parse import quote, urlencode

import msgspec
import pytest
from tests.serving.conftest import Reply, Server

from saisei_lod.serving.reconciliation.answers import preview
from saisei_lod.serving.reconciliation.entities import Catalogue
from saisei_lod.serving.reconciliation.extending import extended
from saisei_lod.serving.reconciliation.queries import Extension, Wanted


def suggested(server: Server, prefix: str, **more: str) -> list[str]:
    """Return the ids that are suggested for a prefix."""
    return [
        one["id"]
        for one in server.get("/reconcile/suggest/entity?" + urlencode({"prefix": prefix, **more})).json[
            "result"
        ]
    ]


@pytest.mark.parametrize(
    "prefix", ["長井", "ながい", "ナガイ", "Nagai", "nagai c", "06209", "local-government/0620"]
)
def test_the_beginning_of_a_name_reading_or_id_is_enough(server: Server, prefix: str) -> None:
    """The beginning of a name reading or id is enough."""
    assert "local-government/06209" in suggested(server, prefix)


def test_what_exists_stands_before_what_has_ended(server: Server) -> None:
    """What exists stands before what has ended."""
    found = suggested(server, "富谷")
    assert found.index("local-government/04216") < found.index("local-government/04423")


def test_a_cursor_goes_on(server: Server) -> None:
    """A cursor goes on."""
    every = suggested(server, "か") + suggested(server, "か", cursor="20")
    assert len(every) == len(set(every)) == 40
    assert suggested(server, "か", cursor="999999") == []


def test_a_preview_is_a_page_in_either_language(server: Server) -> None:
    """A preview is a page in either language."""
    path = "/reconcile/preview?id=" + quote("local-government/04423", safe="")
    ja, en = (server.get(path, Accept_Language=language) for language in ("ja", "en"))
    assert ja.headers["content-type"] == "text/html; charset=utf-8"
    assert "富谷市(04216)" in ja.text
    assert "today Tomiya City" in en.text
    assert server.get("/reconcile/preview?id=x").status == 404


def test_a_preview_escapes_what_the_data_says(known: Catalogue) -> None:
    """A preview escapes what the data says."""
    for id_ in ("plan/r063-13206-00000003", "local-government/13206"):
        shown = preview(known.entities[id_], known, "ja")
        assert "<script>" not in shown
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;計画" in shown


def given_values(known: Catalogue, id_: str, *names: str, **settings: Any) -> list[Any]:
    """Return the values of some properties of an entity."""
    asked = Extension([id_], [Wanted(name, settings) for name in names])
    return list(extended(asked, known, "ja")["rows"][id_].values())


def test_values_of_a_government(known: Catalogue) -> None:
    """Values of a government."""
    found = given_values(
        known, "local-government/04423", "area-code", "code", "corporate-number", "prefecture", "today"
    )
    assert found == [
        [{"str": "04423"}],
        [{"str": "044237"}],
        [{"str": "5000020044237"}],
        [{"id": "local-government/04000", "name": "宮城県"}],
        [{"id": "local-government/04216", "name": "富谷市"}],
    ]


def test_a_government_that_ended_before_corporate_numbers_has_none(known: Catalogue) -> None:
    """A government that ended before corporate numbers has none."""
    assert given_values(known, "local-government/11213", "corporate-number") == [[]]


def test_plans_of_a_government_and_a_scheme(known: Catalogue) -> None:
    """Plans of a government and a scheme."""
    plan = {"id": "plan/r055-06209-00000001", "name": "まち・ひと・しごと創生推進計画"}
    assert given_values(known, "local-government/06209", "plan-count", "plans") == [[{"int": 1}], [plan]]
    assert given_values(known, "scheme/suishin", "plan-count", "plans", limit="1") == [[{"int": 4}], [plan]]


def test_makers_of_a_plan(known: Catalogue) -> None:
    """Makers of a plan."""
    found = given_values(known, "plan/r055-06401-00000004", "maker", "prefecture", "area-code")
    assert found == [
        [{"id": "local-government/06401", "name": "小国町"}],
        [{"id": "local-government/06000", "name": "山形県"}],
        [],
    ]


def sent(server: Server, **fields: Any) -> Reply:
    """Return the response to a form."""
    form = {
        name: value if isinstance(value, str) else msgspec.json.encode(value).decode()
        for name, value in fields.items()
    }
    media = {"Content-Type": "application/x-www-form-urlencoded"}
    return server.ask("/reconcile", "POST", urlencode(form).encode(), media)


@pytest.mark.parametrize(
    ("fields", "status", "where"),
    [
        ({"queries": "{"}, 400, "queries"),
        ({"queries": "[]"}, 400, "queries"),
        ({"queries": '{"q0": {"query": "\\ud800"}}'}, 400, "queries"),
        ({"queries": {"q0": {}}}, 400, "queries.q0"),
        ({"queries": {"q0": {"query": " "}}}, 400, "queries.q0"),
        ({"queries": {"q0": {"query": 1}}}, 400, "queries[...].query"),
        ({"queries": {"q0": {"query": "a", "limit": 0}}}, 400, "queries.q0.limit"),
        ({"queries": {"q0": {"query": "a", "limit": 1.5}}}, 400, "queries.q0.limit"),
        ({"queries": {"q0": {"query": "a", "type": "person"}}}, 400, "queries.q0.type"),
        ({"queries": {"q0": {"query": "a", "type_strict": "no"}}}, 400, "queries[...].type_strict"),
        ({"queries": {"q0": {"query": "a", "other": 1}}}, 400, "queries[...]"),
        ({"queries": {"q0": {"query": "市" * 501}}}, 400, "queries.q0"),
        (
            {"queries": {"q0": {"query": "a", "properties": [{"pid": "x", "v": 1}]}}},
            400,
            "queries.q0.properties",
        ),
        (
            {"queries": {"q0": {"query": "a", "properties": [{"pid": "date"}]}}},
            400,
            "queries[...].properties[0]",
        ),
        ({"queries": {str(n): {"query": "a"} for n in range(101)}}, 413, "queries"),
        ({"extend": {"ids": ["a"]}}, 400, "extend"),
        ({"extend": {"ids": ["a"], "properties": [{"id": "x"}]}}, 400, "extend.properties"),
        ({"extend": {"ids": ["a"] * 101, "properties": []}}, 413, "extend.ids"),
        ({"extend": {"ids": [], "properties": []}, "queries": {}}, 400, None),
        ({}, 400, None),
    ],
)
def test_what_is_not_of_the_api_is_refused_with_its_place(
    server: Server, fields: dict[str, Any], status: int, where: str | None
) -> None:
    """What is not of the api is refused with its place."""
    reply = sent(server, **fields)
    assert (reply.status, reply.headers["content-type"]) == (status, "application/problem+json")
    assert reply.json.get("where") == where
    assert reply.json["expected"]["ja"]
    assert reply.json["message"]["ja"]


def test_a_hundred_queries_are_answered(server: Server) -> None:
    """A hundred queries are answered."""
    found = sent(server, queries={str(n): {"query": "府中市", "limit": 1} for n in range(100)})
    assert len(found.json) == 100


@pytest.mark.parametrize(
    "path",
    [
        "suggest/entity",
        "suggest/type?prefix=" + "a" * 201,
        "suggest/entity?prefix=a&cursor=x",
        "properties?type=x",
    ],
)
def test_wrong_suggestions_are_refused(server: Server, path: str) -> None:
    """Wrong suggestions are refused."""
    assert server.get(f"/reconcile/{path}").status == 400


def test_a_body_of_another_kind_is_refused(server: Server) -> None:
    """A body of another kind is refused."""
    assert server.ask("/reconcile", "POST", b"{}", {"Content-Type": "application/json"}).status == 415
