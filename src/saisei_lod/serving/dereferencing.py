"""Every IRI of the release at its path: 303 to a document about it, in the form that the client likes.

The documents lie at the path of the entity with a suffix: .html, .ttl, .jsonld, .nt, .rdf. An IRI that
itself ends so is an entity first.
"""

from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from saisei_lod.errors import Bilingual, Language
from saisei_lod.serving.bodies import PacedResponse
from saisei_lod.serving.forms import ENTITY, HTML, by_media, by_suffix
from saisei_lod.serving.messages import Answer, Lookup, Refused
from saisei_lod.serving.negotiating import chosen_form, chosen_language
from saisei_lod.serving.pages import page
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.service import Service

__all__ = ["routes"]

_AGE: Final = "public, max-age=300"
#: Media types of the files of a release; others are bytes.
_MEDIA: Final = {
    **{form.suffix: form.header for form in ENTITY},
    ".nq": "application/n-quads",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    "SHA256SUMS": "text/plain; charset=utf-8",
}


def routes(service: Service) -> list[Route]:
    """Return the routes of the first page and of every other path; the last part of the server, for it takes all."""

    async def home(request: Request) -> Response:
        return _home(request, service)

    async def any_path(request: Request) -> Response:
        name = service.addresses.file(request.url.path)
        return _file(name, service) if name else await _entity(request, service)

    return [Route("/", home), Route("/{path:path}", any_path)]


def _language(request: Request) -> Language:
    return chosen_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))


def _home(request: Request, service: Service) -> Response:
    language = _language(request)
    shown = page(
        "home.html",
        language,
        service.addresses,
        title=service.facts.title.in_language(language),
        kinds=[(kind.label.in_language(language), kind.count, kind.example) for kind in service.facts.kinds],
        files=[(name, file.sha256) for name, file in service.release.files.items()],
    )
    return Response(shown, headers={"Vary": "Accept-Language", "Cache-Control": _AGE}, media_type=HTML)


def _file(name: str, service: Service) -> Response:
    file = service.release.files[name]
    if not file.is_as_it_was:
        raise ProblemError(_exchanged())
    media = next(
        (media for suffix, media in _MEDIA.items() if name.endswith(suffix)), "application/octet-stream"
    )
    headers = {"ETag": f'"{file.sha256}"', "Cache-Control": _AGE}
    return FileResponse(file.path, headers=headers, media_type=media)


async def _entity(request: Request, service: Service) -> Response:
    path = request.url.path
    stem, suffix = by_suffix(path)
    language = _language(request) if suffix == ".html" else "ja"
    documents = service.addresses.candidates(stem) if suffix else ()
    reply = await service.look_up(Lookup(service.addresses.candidates(path), documents, suffix, language))
    if not isinstance(reply, Answer):
        refused = reply if isinstance(reply, Refused) else Refused(404, Bilingual("", ""))
        raise ProblemError(refused, service.facts.kinds if refused.status == 404 else ())  # noqa: PLR2004
    if reply.entity:
        return _see_other(request, reply.entity, service)
    return _document(request, reply, stem, service)


def _see_other(request: Request, entity: str, service: Service) -> Response:
    form = chosen_form(request.headers.get("accept", ""), ENTITY)
    if form is None:
        listed = ", ".join(form.media for form in ENTITY)
        raise ProblemError(
            Refused(
                406,
                Bilingual(
                    "Accept の形式では表せません。", "There is no document in a form that Accept names."
                ),
                expected=Bilingual(listed, listed),
                todo=Bilingual(
                    "Accept を上のいずれかにするか、アドレスに .ttl などを付けてください。",
                    "Name one of these in Accept, or add .ttl or the like to the address.",
                ),
            )
        )
    asked = request.query_params.get("lang")
    query = f"?lang={asked}" if asked in {"ja", "en"} else ""
    headers = {"Vary": "Accept", "Cache-Control": _AGE}
    return RedirectResponse(service.addresses.local(entity) + form.suffix + query, 303, headers)


def _document(request: Request, answer: Answer, stem: str, service: Service) -> Response:
    form = by_media(answer.media)
    language = _language(request)
    tag = f"{service.release.etag}{form.suffix}" + (f".{language}" if form.media == HTML else "")
    links = [
        f'<{quote(stem)}{other.suffix}>; rel="alternate"; type="{other.media}"'
        for other in ENTITY
        if other != form
    ]
    headers = {"ETag": f'"{tag}"', "Cache-Control": _AGE, "Link": ", ".join(links)}
    if form.media == HTML:
        headers |= {"Vary": "Accept-Language", "Content-Language": language}
    if request.headers.get("if-none-match", "") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return PacedResponse(answer.body, form.header, headers, service.limits.arrival)


def _exchanged() -> Refused:
    return Refused(
        503,
        Bilingual("公開データが入れ替えられました。", "The release has been exchanged."),
        todo=Bilingual("サーバーを起動し直してください。", "Start the server again."),
    )
