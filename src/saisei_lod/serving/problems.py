"""Say what is wrong: problem details (RFC 9457) in Japanese and English, or a page."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saisei_lod.errors import Bilingual
from saisei_lod.serving.forms import HTML, PROBLEM, Form
from saisei_lod.serving.messages import Kind, Refused
from saisei_lod.serving.negotiating import chosen_form, chosen_language
from saisei_lod.serving.pages import page
from saisei_lod.serving.service import Service

__all__ = ["ProblemError", "on_fault", "on_http", "on_problem", "problem"]

_FORMS: Final = (Form(PROBLEM, "", "", ""), Form(HTML, "", "", ""))
_RETRY: Final = "5"
_BUSY: Final = 503
_SAID: Final = {
    404: Bilingual("ここには何もありません。", "There is nothing here."),
    405: Bilingual("この方法(メソッド)では使えません。", "This method is not for this address."),
    500: Bilingual("サーバーの中で失敗しました。", "The server has failed."),
}


class ProblemError(Exception):
    """A request that gets no answer; ``exists`` lists what there is instead."""

    def __init__(self, refused: Refused, exists: tuple[Kind, ...] = ()) -> None:
        super().__init__(refused.what.en)
        self.refused = refused
        self.exists = exists


def problem(
    request: Request,
    refused: Refused,
    exists: tuple[Kind, ...] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the response for a request that is refused, as the client likes it: for machines or for people."""
    more = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language", **(headers or {})}
    if refused.status == _BUSY:
        more["Retry-After"] = _RETRY
    form = chosen_form(request.headers.get("accept", ""), _FORMS)
    if form is not None and form.media == HTML:
        return Response(_page(request, refused, exists), refused.status, more, HTML)
    service: Service = request.app.state.service
    body = _body(refused) | ({"exists": [_listed(kind, service) for kind in exists]} if exists else {})
    return Response(msgspec.json.encode(body), refused.status, more, PROBLEM)


def _body(refused: Refused) -> dict[str, Any]:
    parts = {
        "title": refused.what,
        "where": refused.where,
        "expected": refused.expected,
        "todo": refused.todo,
    }
    said = {
        name: part._asdict() if isinstance(part, Bilingual) else part for name, part in parts.items() if part
    }
    return {"status": refused.status, "detail": refused.what.en, **said, "title": refused.what.en} | {
        "message": refused.what._asdict()
    }


def _listed(kind: Kind, service: Service) -> dict[str, Any]:
    return {
        "label": kind.label._asdict(),
        "count": kind.count,
        "example": service.addresses.local(kind.example),
    }


def _page(request: Request, refused: Refused, exists: tuple[Kind, ...]) -> str:
    service: Service = request.app.state.service
    language = chosen_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))
    return page(
        "problem.html",
        language,
        service.addresses,
        title=refused.what.in_language(language),
        where=refused.where,
        expected=refused.expected.in_language(language) if refused.expected else "",
        todo=refused.todo.in_language(language) if refused.todo else "",
        exists=[(kind.label.in_language(language), kind.count, kind.example) for kind in exists],
    )


async def on_problem(request: Request, error: Exception) -> Response:
    """Answer what a part has refused."""
    if not isinstance(error, ProblemError):
        return await on_fault(request, error)
    return problem(request, error.refused, error.exists)


async def on_http(request: Request, error: Exception) -> Response:
    """Answer what the router has refused: no such path, no such method."""
    if not isinstance(error, HTTPException):
        return await on_fault(request, error)
    what = _SAID.get(error.status_code, _SAID[500])
    return problem(request, Refused(error.status_code, what), headers=error.headers)


async def on_fault(request: Request, error: Exception) -> Response:  # noqa: ARG001 - what went wrong is not told
    """Answer a mistake of ours without its internals."""
    return problem(request, Refused(500, _SAID[500]))
