"""The ASGI application: its parts in one list."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from saisei_lod.serving import dereferencing, health, lists, reconciliation, sparql
from saisei_lod.serving.front import Front, Log
from saisei_lod.serving.problems import ProblemError, on_fault, on_http, on_problem
from saisei_lod.serving.service import Service

__all__ = ["PARTS", "application"]

#: The parts of the server, each a function from the service to its routes; the last takes every other path.
PARTS: Final[tuple[Callable[[Service], list[Route]], ...]] = (
    health.routes,
    sparql.routes,
    lists.routes,
    reconciliation.routes,
    dereferencing.routes,
)
_CORS: Final = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
    allow_headers=["*"],
    expose_headers=["ETag", "Link", "Location", "Retry-After"],
)


def application(service: Service, log: Log, ready: Callable[[], None]) -> Starlette:
    """Return the application over a service; ``log`` takes each request, ``ready`` is called once it can answer."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with service.running():
            ready()
            yield

    app = Starlette(
        routes=[route for part in PARTS for route in part(service)],
        middleware=[Middleware(Front, log=log, most=service.limits.connections), _CORS],
        exception_handlers={ProblemError: on_problem, HTTPException: on_http, Exception: on_fault},
        lifespan=lifespan,
    )
    app.state.service = service
    return app
