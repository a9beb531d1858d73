"""The OpenAPI document: valid, and what a running server accepts and gives."""

import csv
import io

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.serving.conftest import Server

from saisei_lod.serving.lists.describing import openapi
from saisei_lod.serving.lists.forms import COLUMNS
from saisei_lod.serving.lists.parameters import PARAMETERS


def test_the_document_is_valid() -> None:
    """The document is valid."""
    validator = pytest.importorskip("openapi_spec_validator")
    validator.validate(openapi("計画"))


def test_the_server_gives_the_document(server: Server) -> None:
    """The server gives the document."""
    reply = server.get("/api/openapi.json")
    assert reply.json == openapi(reply.json["info"]["title"])


def test_each_path_and_parameter_is_accepted(server: Server) -> None:
    """Each path and parameter is accepted."""
    document = server.get("/api/openapi.json").json
    for path, methods in document["paths"].items():
        assert set(methods) == {"get"}
        assert server.get(path).status == 200
        for parameter in methods["get"].get("parameters", ()):
            assert server.get(f"{path}?{parameter['name']}={parameter['example']}").status == 200
            jsonschema.validate(parameter["example"], parameter["schema"])


def test_each_value_of_an_enumeration_is_accepted(server: Server) -> None:
    """Each value of an enumeration is accepted."""
    for parameter in PARAMETERS:
        for value in parameter.schema.get("enum", ()):
            assert server.get(f"/api/plans?{parameter.name}={value}").status == 200


@pytest.mark.parametrize(
    "query", ["", "?municipality=06209&scheme=suishin&as-of=2020-04-01", "?page=2&per-page=9"]
)
def test_an_answer_is_as_the_document_says(server: Server, query: str) -> None:
    """An answer is as the document says."""
    document = server.get("/api/openapi.json").json
    schema = {"$ref": "#/components/schemas/List", "components": document["components"]}
    jsonschema.validate(server.get(f"/api/plans{query}").json, schema)


def test_a_refusal_is_as_the_document_says(server: Server) -> None:
    """A refusal is as the document says."""
    document = server.get("/api/openapi.json").json
    schema = {"$ref": "#/components/schemas/Problem", "components": document["components"]}
    jsonschema.validate(server.get("/api/plans?page=x").json, schema)


def test_the_columns_of_csv_are_those_documented(server: Server) -> None:
    """The columns of csv are those documented."""
    rows = list(csv.reader(io.StringIO(server.get("/api/plans?format=csv").text)))
    assert tuple(rows[0]) == COLUMNS
