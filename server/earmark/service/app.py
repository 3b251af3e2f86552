"""The service's table of contents."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from earmark.errors import EarmarkError
from earmark.rulebook import Rulebook
from earmark.service import endpoints, pages, problems
from earmark.service.gate import Gate
from earmark.service.rules import Rules
from earmark.service.words import words_of
from earmark.service.workers import WorkerPool

ROUTES = [
    Route("/", pages.home),
    Route("/article", pages.article),
    Route("/v1/annotate", endpoints.annotate, methods=["POST"]),
    Route("/v1/words", endpoints.words),
    Route("/v1/rules", endpoints.rules),
    Route("/v1/schema/card", endpoints.card_schema),
    Route("/openapi.json", endpoints.openapi_json),
    Route("/livez", endpoints.livez),
    Route("/readyz", endpoints.readyz),
]


def create_app(
    *,
    pool: WorkerPool,
    rulebook: Rulebook,
    rules: Rules | None = None,
    names: Collection[str] = (),
    allowed_origins: Collection[str] = (),
    extra_routes: Sequence[BaseRoute] = (),
) -> Starlette:
    """The service over a pool that runs already, and stays the caller's to close.

    `names` are host names it goes by beside the loopback ones, `allowed_origins` origins that may use it
    beside browser extensions and itself. `extra_routes` come after its own. `rules` tells which files were
    refused since the rulebook was loaded.
    """
    app = Starlette(
        routes=[*ROUTES, *extra_routes],
        middleware=[Middleware(Gate, names=names, origins=allowed_origins)],
        exception_handlers={
            problems.Refusal: problems.on_refusal,
            EarmarkError: problems.on_earmark_error,
            HTTPException: problems.on_http_exception,
            Exception: problems.on_failure,
        },
    )
    app.state.pool = pool
    app.state.rules = rules
    adopt(app, rulebook)
    return app


def adopt(app: Starlette, rulebook: Rulebook) -> None:
    """Answer from this rulebook from now on."""
    app.state.rulebook = rulebook
    app.state.words = words_of(rulebook)
