"""What each address of the service answers."""

from __future__ import annotations

from importlib.metadata import version

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from earmark.annotations import MEDIA_TYPE
from earmark.annotations import annotations as web_annotations
from earmark.card import Card, schema
from earmark.errors import EarmarkError
from earmark.service import asked, openapi
from earmark.service.body import read_page
from earmark.service.problems import Refusal
from earmark.service.rules import described
from earmark.service.words import KEEP_SECONDS, Words
from earmark.service.workers import WorkerPool

CANNED_PAGE = b"<!doctype html><title>Ready?</title><p>Ready."


async def annotate(request: Request) -> Response:
    """A page in, its card out. All that can be refused without the body is refused before it is read."""
    charset, coding = asked.charset(request), asked.coding(request)
    url, purpose = asked.address(request), asked.purpose(request)
    html = await read_page(request, coding)
    card = await _pool(request).annotate(
        html,
        url,
        purpose=purpose,
        languages=asked.languages(request),
        charset=charset,
        trace=asked.trace(request),
    )
    media_type = "application/json"
    if asked.wants_annotations(request):
        card = msgspec.json.encode(web_annotations(msgspec.json.decode(card, type=Card)))
        media_type = MEDIA_TYPE
    return Response(card, headers={"Cache-Control": "no-store"}, media_type=media_type)


async def words(request: Request) -> Response:
    """The words and types of the extension's own check, kept by browsers until the rules change."""
    known: Words = request.app.state.words
    tag = f'"{known.digest}"'
    headers = {"ETag": tag, "Cache-Control": f"private, max-age={KEEP_SECONDS}"}
    if tag in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(msgspec.json.encode(known), headers=headers, media_type="application/json")


async def rules(request: Request) -> Response:
    """What is loaded, and what the files as they are now are refused for."""
    kept = request.app.state.rules
    answer = described(request.app.state.rulebook, kept.refused if kept is not None else ())
    return Response(msgspec.json.encode(answer), media_type="application/json")


async def livez(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def readyz(request: Request) -> Response:
    """Whether a worker answers a small page."""
    try:
        await _pool(request).annotate(CANNED_PAGE)
    except EarmarkError as error:
        raise Refusal("busy", "No worker answers at the moment.") from error
    return PlainTextResponse("ready\n")


async def openapi_json(_request: Request) -> Response:
    return Response(msgspec.json.encode(openapi.document(version("earmark"))), media_type="application/json")


async def card_schema(_request: Request) -> Response:
    return Response(msgspec.json.encode(schema()), media_type="application/schema+json")


def _pool(request: Request) -> WorkerPool:
    pool: WorkerPool = request.app.state.pool
    return pool
