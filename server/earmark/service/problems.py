"""Every error answer of the service: RFC 9457 problem+json, each with a stable `type`. Never page text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from earmark import errors
from earmark.errors import EarmarkError

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "/problems/"


@dataclass(frozen=True, slots=True)
class Kind:
    """A problem's HTTP status, its title, and the headers that always go with it."""

    status: int
    title: str
    headers: Mapping[str, str] = field(default_factory=dict)


KINDS: dict[str, Kind] = {
    "bad-address": Kind(400, "The page's address cannot be used"),
    "bad-encoding": Kind(400, "The body is not what its Content-Encoding says"),
    "bad-request": Kind(400, "The request cannot be understood"),
    "unknown-purpose": Kind(400, "There is no such purpose"),
    "forbidden-origin": Kind(403, "This origin may not use the service"),
    "not-found": Kind(404, "There is nothing here"),
    "method-not-allowed": Kind(405, "This method is not offered here"),
    "too-slow-request": Kind(408, "The request took too long to arrive", {"Connection": "close"}),
    "too-large": Kind(413, "The page is too large", {"Connection": "close"}),
    "unsupported-encoding": Kind(415, "This coding is not read", {"Accept-Encoding": "gzip, identity"}),
    "unsupported-type": Kind(415, "Only HTML is read", {"Accept": "text/html, application/xhtml+xml"}),
    "wrong-host": Kind(421, "The service does not go by this name"),
    "crashed": Kind(422, "The page cannot be read"),
    "too-complex": Kind(422, "The page is too complex"),
    "too-slow": Kind(422, "The page takes too long to read"),
    "internal": Kind(500, "The service failed"),
    "busy": Kind(503, "The service is busy", {"Retry-After": "1"}),
}  # fmt: skip

_OF_ERROR: dict[type[EarmarkError], str] = {
    errors.PageTooLarge: "too-large",
    errors.PageTooComplex: "too-complex",
    errors.PageError: "crashed",
    errors.PurposeUnknown: "unknown-purpose",
    errors.WorkerTimeout: "too-slow",
    errors.WorkerCrashed: "crashed",
    errors.WorkerError: "busy",
}
_OF_STATUS = {404: "not-found", 405: "method-not-allowed"}


class Refusal(Exception):
    """Raised by an endpoint to answer with a problem. `kind` is a key of KINDS."""

    def __init__(self, kind: str, detail: str) -> None:
        self.kind, self.detail = kind, detail
        super().__init__(detail)


def problem(kind: str, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer for one problem."""
    about = KINDS[kind]
    body = {"type": TYPE_PREFIX + kind, "title": about.title, "status": about.status, "detail": detail}
    return Response(
        msgspec.json.encode(body),
        about.status,
        {**about.headers, **(headers or {}), "Cache-Control": "no-store"},
        MEDIA_TYPE,
    )


async def on_refusal(_request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return problem(refusal.kind, refusal.detail)


async def on_earmark_error(_request: Request, error: Exception) -> Response:
    kind = next((_OF_ERROR[base] for base in type(error).__mro__ if base in _OF_ERROR), "internal")
    return problem(kind, str(error))


async def on_http_exception(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = _OF_STATUS.get(error.status_code, "bad-request")
    return problem(kind, error.detail, error.headers)


async def on_failure(_request: Request, _error: Exception) -> Response:
    return problem("internal", "The request could not be carried out; the service's log says why.")
