"""The routes of the service: manifest and queries, suggestions, previews, data extension."""

import asyncio
import re
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from saisei_lod.errors import Bilingual, Language
from saisei_lod.registry import load
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.serving.bodies import PacedResponse, read_body
from saisei_lod.serving.forms import HTML
from saisei_lod.serving.lists.plans import Table, held
from saisei_lod.serving.messages import Refused
from saisei_lod.serving.negotiating import chosen_language
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.reconciliation.answers import (
    preview,
    result,
    suggested_entities,
    suggested_properties,
    suggested_types,
)
from saisei_lod.serving.reconciliation.entities import Catalogue, catalogue, key_of
from saisei_lod.serving.reconciliation.extending import extended, proposed
from saisei_lod.serving.reconciliation.kinds import PLAN, TYPES
from saisei_lod.serving.reconciliation.manifest import manifest
from saisei_lod.serving.reconciliation.matching import candidates
from saisei_lod.serving.reconciliation.queries import read_extension, read_queries
from saisei_lod.serving.reconciliation.similar import Similar, similar_titles
from saisei_lod.serving.service import Service

__all__ = ["routes"]

_FORM: Final = "application/x-www-form-urlencoded"
_HOST: Final = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9a-fA-F:]+\](?::\d+)?")
_NUMBER: Final = re.compile(r"\d{1,6}\Z", re.ASCII)
_FIELDS: Final = 100
#: Suggestions at a time; characters of what a user types.
_SHOWN: Final = 20
_LONGEST: Final = 200
#: A preview is shown in the frame of another site, and has nothing but text.
_FRAMED: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *"


class _Desk:
    """What is matched against, made when it is first asked for."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._known: tuple[Catalogue, Similar] | None = None
        self._making = asyncio.Lock()

    async def known(self) -> tuple[Catalogue, Similar]:
        async with self._making:
            if self._known is None:
                self._known = await asyncio.to_thread(_made, await held(self.service).table())
            return self._known

    def json(self, body: dict[str, Any]) -> Response:
        """Return a response; the descriptions in it are of one language."""
        headers = {"Vary": "Accept-Language", "Cache-Control": "no-cache"}
        return PacedResponse(
            msgspec.json.encode(body), "application/json", headers, self.service.limits.arrival
        )


def _made(table: Table) -> tuple[Catalogue, Similar]:
    known = catalogue(table, load(), load_schemes())
    titles = {one.id: key_of(one.name) for one in known.entities.values() if one.type == PLAN}
    return known, similar_titles(titles)


def routes(service: Service) -> list[Route]:
    """Return the routes of the service, all below /reconcile."""
    desk = _Desk(service)

    async def endpoint(request: Request) -> Response:
        return await _answered(request, desk)

    async def entities(request: Request) -> Response:
        prefix, start, language = _typed(request)
        known, _ = await desk.known()
        types = [one for one in request.query_params.getlist("type") if one in TYPES] or list(TYPES)
        found = await asyncio.to_thread(known.beginning, prefix, start, _SHOWN, types) if prefix else []
        return desk.json(suggested_entities(found, language))

    async def types(request: Request) -> Response:
        prefix, start, language = _typed(request)
        return desk.json({"result": suggested_types(prefix, language)[start : start + _SHOWN]})

    async def properties(request: Request) -> Response:
        prefix, start, language = _typed(request)
        return desk.json({"result": suggested_properties(prefix, language)[start : start + _SHOWN]})

    async def proposals(request: Request) -> Response:
        return desk.json(_proposed(request))

    async def previewed(request: Request) -> Response:
        return await _previewed(request, desk)

    return [
        Route("/reconcile", endpoint, methods=["GET", "POST"]),
        Route("/reconcile/suggest/entity", entities),
        Route("/reconcile/suggest/type", types),
        Route("/reconcile/suggest/property", properties),
        Route("/reconcile/properties", proposals),
        Route("/reconcile/preview", previewed),
    ]


def _language(request: Request) -> Language:
    return chosen_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))


async def _answered(request: Request, desk: _Desk) -> Response:
    """Answer queries or an extension; without either say what the service is (section 3.1)."""
    fields = await _fields(request, desk)
    language = _language(request)
    asked = [name for name in ("queries", "extend") if name in fields]
    if len(asked) > 1 or (not asked and (request.method == "POST" or "query" in fields)):
        raise ProblemError(_one_question())
    if not asked:
        return desk.json(manifest(_root(request, desk.service), language))
    if asked == ["extend"]:
        extension = read_extension(fields["extend"])
        known, _ = await desk.known()
        return desk.json(await asyncio.to_thread(extended, extension, known, language))
    queries = read_queries(fields["queries"])
    known, similar = await desk.known()

    def results() -> dict[str, Any]:
        return {key: result(candidates(query, known, similar), language) for key, query in queries.items()}

    return desk.json(await asyncio.to_thread(results))


async def _fields(request: Request, desk: _Desk) -> dict[str, str]:
    """Return the fields of the address, and of a body sent as a form; of one given twice the last."""
    fields = dict(request.query_params)
    if request.method != "POST":
        return fields
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != _FORM:
        what = Bilingual("この種類の本文は読めません。", "A body of this kind is not read.")
        raise ProblemError(Refused(415, what, "Content-Type", Bilingual(_FORM, _FORM)))
    body = await read_body(request, desk.service.limits)
    try:
        found = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        what = Bilingual("本文を読めません。", "The body cannot be read.")
        raise ProblemError(
            Refused(400, what, expected=Bilingual("UTF-8 のフォーム", "a form in UTF-8"))
        ) from None
    return {**fields, **dict(found)}


def _root(request: Request, service: Service) -> str:
    """Return the address under which the client has asked, that of the release where it is no address."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}/" if _HOST.fullmatch(host) else service.addresses.root


def _typed(request: Request) -> tuple[str, int, Language]:
    """Return the prefix and the cursor of a suggestion (section 6.2); ProblemError where they are wrong."""
    prefix = request.query_params.get("prefix")
    if prefix is None or len(prefix) > _LONGEST:
        expected = Bilingual(f"prefix、{_LONGEST}文字まで", f"prefix, of at most {_LONGEST} characters")
        raise ProblemError(_wrong("prefix", expected))
    return prefix.strip(), _count(request, "cursor") or 0, _language(request)


def _count(request: Request, name: str) -> int | None:
    value = request.query_params.get(name, "").strip()
    if not value:
        return None
    if not _NUMBER.match(value):
        raise ProblemError(_wrong(name, Bilingual("0以上の整数", "a whole number from 0")))
    return int(value)


def _proposed(request: Request) -> dict[str, Any]:
    asked = request.query_params.get("type", "")
    if asked and asked not in TYPES:
        raise ProblemError(_wrong("type", Bilingual("、".join(TYPES), ", ".join(TYPES))))
    return proposed(asked, _count(request, "limit"), _language(request))


async def _previewed(request: Request, desk: _Desk) -> Response:
    known, _ = await desk.known()
    entity = known.entities.get(request.query_params.get("id", ""))
    if entity is None:
        what = Bilingual("この識別子のものはありません。", "There is nothing of this id.")
        raise ProblemError(
            Refused(
                404, what, "id", Bilingual("local-government/06209 など", "such as local-government/06209")
            )
        )
    language = _language(request)
    headers = {"Vary": "Accept-Language", "Content-Language": language, "Content-Security-Policy": _FRAMED}
    return Response(preview(entity, known, language), headers=headers, media_type=HTML)


def _wrong(name: str, expected: Bilingual) -> Refused:
    return Refused(400, Bilingual(f"{name} が正しくありません。", f"{name} is wrong."), name, expected)


def _one_question() -> Refused:
    return Refused(
        400,
        Bilingual("問い合わせが一つに定まりません。", "There is not exactly one question."),
        expected=Bilingual("queries か extend のどちらか一つ", "either queries or extend"),
        todo=Bilingual(
            'queries={"q0": {"query": "長井市"}} の形で送ってください。',
            'Send queries={"q0": {"query": "長井市"}}.',
        ),
    )
