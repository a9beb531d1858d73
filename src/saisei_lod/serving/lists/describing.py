"""The OpenAPI document of the lists, made of the parameters that they check."""

from typing import Any, Final

from saisei_lod import installed_version
from saisei_lod.errors import Bilingual
from saisei_lod.serving.lists.forms import COLUMNS
from saisei_lod.serving.lists.parameters import PARAMETERS, Parameter

__all__ = ["openapi"]

_TEXT: Final = {"type": "string"}
_PROBLEM: Final = "#/components/schemas/Problem"
_LIST: Final = "#/components/schemas/List"


def openapi(title: str) -> dict[str, Any]:
    """Return the document (OpenAPI 3.1) for a release of a title."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": installed_version(),
            "description": _both(
                Bilingual(
                    "一覧は計画のキーの順で、条件に合うもの、分からないものの順に並びます。",
                    "Lists are in the order of the keys of plans: first those that meet all conditions, then those "
                    "of which that is not known.",
                )
            ),
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {"/api/plans": {"get": _plans()}, "/api/openapi.json": {"get": _self()}},
        "components": {"schemas": {"List": _list(), "Plan": _plan(), "Problem": _problem()}},
    }


def _both(text: Bilingual) -> str:
    return f"{text.en} / {text.ja}"


def _plans() -> dict[str, Any]:
    links = {"Link": {"description": "first, prev, next and last page (RFC 8288)", "schema": _TEXT}}
    columns = ", ".join(COLUMNS)
    return {
        "operationId": "listPlans",
        "summary": _both(Bilingual("計画の一覧", "List plans")),
        "parameters": [_parameter(one) for one in PARAMETERS],
        "responses": {
            "200": {
                "description": f"a page of plans; the columns of CSV are {columns}",
                "headers": links,
                "content": {
                    "application/ld+json": {"schema": {"$ref": _LIST}},
                    "text/csv": {"schema": _TEXT},
                },
            },
            "304": {"description": "the page is still the one that If-None-Match names"},
            **{status: _refusal(why) for status, why in _REFUSALS.items()},
        },
    }


_REFUSALS: Final = {
    "400": "a parameter is wrong: where, and what was expected",
    "406": "no form that Accept names",
    "503": "the server is busy; Retry-After says when to try again",
    "504": "the question took too long",
}


def _refusal(why: str) -> dict[str, Any]:
    return {"description": why, "content": {"application/problem+json": {"schema": {"$ref": _PROBLEM}}}}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    about = Bilingual(*(f"{a}({b})" for a, b in zip(parameter.about, parameter.expected, strict=True)))
    is_number = parameter.schema["type"] == "integer"
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": _both(about),
        "schema": dict(parameter.schema),
        "example": int(parameter.example) if is_number else parameter.example,
    }


def _self() -> dict[str, Any]:
    media = {"application/json": {"schema": {"type": "object"}}}
    return {
        "operationId": "describe",
        "summary": _both(Bilingual("この文書", "This document")),
        "responses": {"200": {"description": "the document", "content": media}},
    }


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON Schema
    return {"type": "object", "required": list(required), "properties": properties}


def _list() -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0}
    return _object(
        ("@context", "id", "type", "asked", "totalItems", "sure", "unknown", "view", "member"),
        **{"@context": {"type": "object"}},
        id=_TEXT,
        type=_TEXT,
        asked={"type": "object", "additionalProperties": _TEXT},
        totalItems=number,
        sure=number,
        unknown=number,
        view=_object(("id", "first", "last"), id=_TEXT, first=_TEXT, previous=_TEXT, next=_TEXT, last=_TEXT),
        member={"type": "array", "items": {"$ref": "#/components/schemas/Plan"}},
    )


def _plan() -> dict[str, Any]:
    answer = {"type": "string", "enum": ["yes", "unknown"]}
    linked = {"type": "array", "items": _object(("id",), id=_TEXT, name=_TEXT)}
    day = _object(("value", "type"), value=_TEXT, type=_TEXT)
    certification = _object(
        ("id",), id=_TEXT, type=_TEXT, date=day, fiscalYear={"type": "integer"}, round=_TEXT
    )
    return _object(
        ("id", "type", "identifier", "answer"),
        id=_TEXT,
        type=_TEXT,
        identifier=_TEXT,
        title=_TEXT,
        titleEn=_TEXT,
        maker=linked,
        scheme=linked,
        certification=certification,
        period=_object(("id",), id=_TEXT, type=_TEXT, start=day, end=day),
        answer=answer,
        conditions={
            "type": "object",
            "additionalProperties": _object(("answer", "reason"), answer=answer, reason=_TEXT),
        },
    )


def _problem() -> dict[str, Any]:
    both = _object(("ja", "en"), ja=_TEXT, en=_TEXT)
    return _object(
        ("status", "title"),
        status={"type": "integer"},
        title=_TEXT,
        detail=_TEXT,
        where=_TEXT,
        message=both,
        expected=both,
        todo=both,
    )
