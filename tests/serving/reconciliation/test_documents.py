"""Every document of the service is one of the API 0.2."""

from typing import Any
from urllib.parse import quote, urlencode

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from tests.serving.conftest import Server
from tests.serving.reconciliation import documents

_IDS = [
    "local-government/06209",
    "local-government/04423",
    "scheme/suishin",
    "plan/r051-06209-379e24d8",
    "none",
]


def asked(**parameter: Any) -> str:
    """Return the address of a question."""
    return "/reconcile?" + urlencode(
        {name: msgspec.json.encode(value).decode() for name, value in parameter.items()}
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_manifest(server: Server, language: str) -> None:
    """Manifest."""
    reply = server.get("/reconcile", Accept_Language=language)
    jsonschema.validate(reply.json, documents.MANIFEST)
    assert reply.json["batchSize"] == 100


def test_what_the_manifest_names_answers(server: Server) -> None:
    """What the manifest names answers."""
    said = server.get("/reconcile").json
    root = f"http://{server.host}:{server.port}"
    paths = [said["preview"]["url"].replace("{{id}}", quote("local-government/06209", safe=""))]
    paths += [f"{one['service_url']}{one['service_path']}?prefix=p" for one in said["suggest"].values()]
    one = said["extend"]["propose_properties"]
    paths.append(f"{one['service_url']}{one['service_path']}?type=plan")
    plan = quote("plan/r051-06209-379e24d8", safe="")
    paths.append(said["view"]["url"].replace("{{id}}", plan))
    assert [server.get(path.removeprefix(root)).status for path in paths] == [200] * (len(paths) - 1) + [303]


def test_other_sites_may_ask(server: Server) -> None:
    """Other sites may ask."""
    reply = server.get("/reconcile", Origin="https://example.org")
    assert reply.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "text", ["府中市", "長井", "富谷町", "地方創生推進交付金", "青少年ICTパーク計画", "無い名前"]
)
def test_results(server: Server, text: str) -> None:
    """Results."""
    found = server.get(asked(queries={"a": {"query": text}, "": {"query": text, "limit": 1}})).json
    jsonschema.validate(found, documents.RESULTS)
    assert found[""]["result"] == found["a"]["result"][:1]
    scores = [one["score"] for one in found["a"]["result"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("suggest/entity?prefix=なが", documents.ENTITIES),
        ("suggest/entity?prefix=地方", documents.ENTITIES),
        ("suggest/type?prefix=p", documents.TYPES),
        ("suggest/type?prefix=", documents.TYPES),
        ("suggest/property?prefix=", documents.PROPERTIES),
        ("properties?type=city", documents.PROPOSAL),
        ("properties?type=scheme&limit=1", documents.PROPOSAL),
        ("properties", documents.PROPOSAL),
    ],
)
def test_suggestions_and_proposals(server: Server, path: str, schema: dict[str, Any]) -> None:
    """Suggestions and proposals."""
    found = server.get(f"/reconcile/{quote(path, safe='/?=&')}").json
    jsonschema.validate(found, schema)
    assert found.get("result", found.get("properties"))


def test_extension(server: Server) -> None:
    """Extension."""
    every = [{"id": one["id"]} for one in server.get("/reconcile/properties").json["properties"]]
    found = server.get(asked(extend={"ids": _IDS, "properties": every})).json
    jsonschema.validate(found, documents.EXTENSION)
    assert list(found["rows"]) == _IDS
    assert set(map(len, found["rows"].values())) == {len(every)}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_batch_comes_by_either_method(server: Server, method: str) -> None:
    """A batch comes by either method."""
    form = urlencode({"queries": '{"q0": {"query": "長井市"}}'})
    if method == "GET":
        reply = server.get(f"/reconcile?{form}")
    else:
        media = {"Content-Type": "application/x-www-form-urlencoded"}
        reply = server.ask("/reconcile", "POST", form.encode(), media)
    assert reply.json["q0"]["result"][0]["id"] == "local-government/06209"
