"""/api/plans and the document that describes it."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from saisei_lod.errors import Bilingual, Language
from saisei_lod.registry import load
from saisei_lod.serving.bodies import PacedResponse
from saisei_lod.serving.forms import Form, by_media
from saisei_lod.serving.lists.describing import openapi
from saisei_lod.serving.lists.forms import View, as_csv, as_jsonld
from saisei_lod.serving.lists.parameters import Asked, read_parameters
from saisei_lod.serving.lists.plans import Table, held
from saisei_lod.serving.lists.selecting import Member, Selector
from saisei_lod.serving.messages import Refused
from saisei_lod.serving.negotiating import chosen_form, chosen_language
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.service import Service

__all__ = ["routes"]

_PATH: Final = "/api/plans"
_JSONLD: Final = by_media("application/ld+json")
_CSV: Final = by_media("text/csv")
_AGE: Final = "public, max-age=300"
_REL: Final = {"first": "first", "previous": "prev", "next": "next", "last": "last"}


def routes(service: Service) -> list[Route]:
    """Return the routes of the lists."""
    plans, selector = held(service), Selector(service)

    async def listed(request: Request) -> Response:
        table = await plans.table()
        asked = read_parameters(request.query_params.multi_items(), table)
        form = _form(request, asked)
        language = chosen_language(asked.language, request.headers.get("accept-language", ""))
        headers = _headers(asked, form, language, service)
        if request.headers.get("if-none-match", "") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        view = _view(asked, await selector.members(asked, table))
        headers["Link"] = _links(view.pages)
        body = _written(view, asked, form, table, language)
        return PacedResponse(body, form.header, headers, service.limits.arrival)

    async def described(_request: Request) -> Response:
        return JSONResponse(openapi(str(service.facts.title.en)), headers={"Cache-Control": _AGE})

    return [Route(_PATH, listed), Route("/api/openapi.json", described)]


def _form(request: Request, asked: Asked) -> Form:
    if asked.form:
        return _JSONLD if asked.form == "jsonld" else _CSV
    form = chosen_form(request.headers.get("accept", ""), (_JSONLD, _CSV))
    if form is None:
        listed = f"{_JSONLD.media}, {_CSV.media}"
        raise ProblemError(
            Refused(
                406,
                Bilingual(
                    "Accept の形式では答えられません。", "There is no list in a form that Accept names."
                ),
                "Accept",
                Bilingual(listed, listed),
                Bilingual(
                    "Accept を直すか、format=csv を付けてください。", "Correct Accept, or add format=csv."
                ),
            )
        )
    return form


def _headers(asked: Asked, form: Form, language: Language, service: Service) -> dict[str, str]:
    """Return the headers; the tag changes with the release, the question, the form and the language."""
    said = f"{_address(asked, asked.page)} {form.media} {language}"
    tag = f"{service.release.etag}-{sha256(said.encode()).hexdigest()[:16]}"
    return {"ETag": f'W/"{tag}"', "Cache-Control": _AGE, "Vary": "Accept, Accept-Language"}


def _view(asked: Asked, members: Sequence[Member]) -> View:
    last = max(1, -(-len(members) // asked.per_page))
    if asked.page > last:
        raise ProblemError(_beyond(last))
    start = (asked.page - 1) * asked.per_page
    pages = {"first": 1, "previous": asked.page - 1, "next": asked.page + 1, "last": last}
    sure = sum(member.answer == "yes" for member in members)
    return View(
        members[start : start + asked.per_page],
        asked.conditions,
        sure,
        len(members) - sure,
        _address(asked, asked.page),
        {name: _address(asked, page) for name, page in pages.items() if 1 <= page <= last},
    )


def _address(asked: Asked, page: int) -> str:
    return f"{_PATH}?{urlencode(asked.fields(page))}"


def _links(pages: Mapping[str, str]) -> str:
    return ", ".join(f'<{address}>; rel="{_REL[name]}"' for name, address in pages.items())


def _written(view: View, asked: Asked, form: Form, table: Table, language: Language) -> bytes:
    if form is _JSONLD:
        return as_jsonld(view, table, load(), language)
    return as_csv(view, table, load(), language, excel=asked.form == "csv-excel")


def _beyond(last: int) -> Refused:
    return Refused(
        400,
        Bilingual("このページはありません。", "There is no such page."),
        "page",
        Bilingual(f"1から{last}まで", f"1 to {last}"),
        Bilingual("Link の next をたどってください。", "Follow the link next of each page."),
    )
