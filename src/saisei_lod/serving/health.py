"""Whether the server can answer."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from saisei_lod.serving.service import Service

__all__ = ["routes"]


def routes(service: Service) -> list[Route]:
    """Return the route of /health: the release, and how the workers stand."""

    async def health(_request: Request) -> Response:
        counts = service.pool.counts
        body = {
            "status": "ok",
            "release": service.release.digest,
            "triples": service.facts.triples,
            "free": {"queries": counts.queries, "lookups": counts.lookups},
            "long": counts.long,
        }
        return JSONResponse(body, headers={"Cache-Control": "no-store"})

    return [Route("/health", health)]
