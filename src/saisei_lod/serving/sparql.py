"""SPARQL 1.1 Protocol: queries by GET and POST; updates are refused by design."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from saisei_lod.errors import Bilingual
from saisei_lod.serving.bodies import PacedResponse, read_body
from saisei_lod.serving.description import description
from saisei_lod.serving.forms import ENTITY, GRAPH, HTML, ROWS, Form, by_media
from saisei_lod.serving.messages import Answer, Ask, Refused
from saisei_lod.serving.negotiating import chosen_form, chosen_language
from saisei_lod.serving.pages import page
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.scanning import is_constant
from saisei_lod.serving.service import Service

__all__ = ["routes"]

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_FIELDS: Final = 1_000
_EXAMPLE: Final = """PREFIX saisei: <https://w3id.org/saisei/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?plan ?title WHERE { ?plan a saisei:Plan ; dcterms:title ?title } LIMIT 10"""


def routes(service: Service) -> list[Route]:
    """Return the route of the endpoint."""

    async def endpoint(request: Request) -> Response:
        fields = await _fields(request, service)
        if not any(name == "query" for name, _ in fields):
            return _without_query(request, fields, service)
        return await _answered(request, fields, service)

    return [Route("/sparql", endpoint, methods=["GET", "POST"])]


async def _fields(request: Request, service: Service) -> list[tuple[str, str]]:
    """Return the parameters of the operation, from the address and the body (sections 2.1.1 to 2.1.3)."""
    fields = request.query_params.multi_items()
    if request.method != "POST":
        return fields
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == _UPDATE:
        raise ProblemError(_no_update())
    if media not in {_FORM, _QUERY}:
        raise ProblemError(_unknown_media())
    body = await read_body(request, service.limits)
    try:
        text = body.decode("utf-8")
        if media == _QUERY:
            return [*fields, ("query", text)]
        return fields + parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        raise ProblemError(_unreadable()) from None


def _without_query(request: Request, fields: Sequence[tuple[str, str]], service: Service) -> Response:
    if any(name == "update" for name, _ in fields):
        raise ProblemError(_no_update())
    if request.method == "POST":
        raise ProblemError(_one_query())
    form = chosen_form(request.headers.get("accept", ""), ENTITY)
    if form is None:
        raise ProblemError(_not_acceptable(ENTITY))
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache"}
    if form.media != HTML:
        return Response(description(request, service, form), headers=headers, media_type=form.header)
    language = chosen_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))
    shown = page(
        "sparql.html", language, service.addresses, title="SPARQL", example=_EXAMPLE, limits=service.limits
    )
    return Response(shown, headers=headers, media_type=HTML)


async def _answered(request: Request, fields: Sequence[tuple[str, str]], service: Service) -> Response:
    ask = _ask(request, fields)
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
    if is_constant(ask.text):
        headers["ETag"] = _etag(ask, service)
    if request.method != "POST" and request.headers.get("if-none-match", "") == headers.get("ETag"):
        return Response(status_code=304, headers=headers)
    reply = await service.ask(ask)
    if not isinstance(reply, Answer):
        raise ProblemError(reply if isinstance(reply, Refused) else _unreadable())
    return PacedResponse(reply.body, by_media(reply.media).header, headers, service.limits.arrival)


def _ask(request: Request, fields: Sequence[tuple[str, str]]) -> Ask:
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1 or any(name == "update" for name, _ in fields):
        raise ProblemError(_one_query())
    accept = request.headers.get("accept", "")
    rows, graph = chosen_form(accept, ROWS), chosen_form(accept, GRAPH)
    if rows is None and graph is None:
        raise ProblemError(_not_acceptable((*ROWS, *GRAPH)))
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    has_dataset = bool(default or named)
    return Ask(
        queries[0],
        rows.media if rows else None,
        graph.media if graph else None,
        default if has_dataset else None,
        named if has_dataset else None,
    )


def _etag(ask: Ask, service: Service) -> str:
    """Return the tag of an answer: as the release never changes, it changes with the release and the form alone."""
    suffixes = [by_media(media).suffix for media in (ask.rows, ask.graph) if media]
    return f'W/"{service.release.etag}{"".join(suffixes)}"'


def _not_acceptable(offered: Sequence[Form]) -> Refused:
    listed = ", ".join(form.media for form in offered)
    return Refused(
        406,
        Bilingual("Accept の形式では答えられません。", "There is no answer in a form that Accept names."),
        expected=Bilingual(listed, listed),
        todo=Bilingual("Accept を上のいずれかにしてください。", "Name one of these in Accept."),
    )


def _no_update() -> Refused:
    return Refused(
        403,
        Bilingual(
            "更新はできません。公開データは読むだけです。", "Updates are refused: a release is read only."
        ),
        expected=Bilingual("query による問い合わせ", "a query, in the parameter query"),
        todo=Bilingual(
            "記録を直して saisei build を実行してください。", "Correct the records and run saisei build."
        ),
    )


def _unknown_media() -> Refused:
    listed = f"{_FORM}, {_QUERY}"
    return Refused(
        415,
        Bilingual("この種類の本文は読めません。", "A body of this kind is not read."),
        where="Content-Type",
        expected=Bilingual(listed, listed),
        todo=Bilingual("Content-Type を付けてください。", "Name one of these in Content-Type."),
    )


def _unreadable() -> Refused:
    return Refused(
        400,
        Bilingual("本文を読めません。", "The body cannot be read."),
        expected=Bilingual("UTF-8 の文字", "text in UTF-8"),
    )


def _one_query() -> Refused:
    return Refused(
        400,
        Bilingual("問い合わせが一つに定まりません。", "There is not exactly one query."),
        expected=Bilingual("query が一つ、update はなし", "one parameter query, none named update"),
        todo=Bilingual("query に SPARQL を入れてください。", "Put SPARQL into the parameter query."),
    )
