"""Who may speak to the service: checked from the headers alone, before any body is read.

The Host must be one of the service's own names with its own port, which stops DNS rebinding. The Origin must
be a browser extension or the service itself, which stops web pages: a browser lets no page forge its Origin.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from earmark.service.problems import problem

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
PREFLIGHT_SECONDS = 600  # how long a browser may keep a preflight's answer
_DEFAULT_PORTS = {"http": 80, "https": 443}
_EXTENSION = re.compile(r"(chrome|moz|safari-web)-extension://[A-Za-z0-9-]{1,64}")
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": ", ".join(
        ("Accept", "Accept-Language", "Content-Encoding", "Content-Location", "Content-Type")
    ),
    "Access-Control-Max-Age": str(PREFLIGHT_SECONDS),
}


class Gate:
    """ASGI middleware. `names` and `origins` are welcome beside the loopback names and the known origins."""

    def __init__(self, app: ASGIApp, names: Collection[str] = (), origins: Collection[str] = ()) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in (*LOOPBACK_NAMES, *names))
        self._origins = frozenset(origin.lower() for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = _one(headers, "host")
        if host is None or host.lower() not in self._hosts(scope):
            await problem("wrong-host", "Use the address that the service printed when it started.")(
                scope, receive, send
            )
            return
        origin = _one(headers, "origin")
        if not self._welcome(scope, headers, host, origin):
            await problem(
                "forbidden-origin",
                "Only browser extensions, the service's own pages and local tools may use it.",
            )(scope, receive, send)
            return
        if origin is None:
            await self._app(scope, receive, send)
        elif scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, _sharing(send, origin))
        else:
            await self._app(scope, receive, _sharing(send, origin))

    def _hosts(self, scope: Scope) -> set[str]:
        port = (scope.get("server") or (None, None))[1]
        hosts = {f"{name}:{port}" for name in self._names}
        return hosts | self._names if port in (None, _DEFAULT_PORTS[scope["scheme"]]) else hosts

    def _welcome(self, scope: Scope, headers: Headers, host: str, origin: str | None) -> bool:
        if "origin" not in headers:
            return headers.get("sec-fetch-site", "none") in ("none", "same-origin") or _is_followed_link(
                scope, headers
            )
        if origin is None:
            return False
        own = f"{scope['scheme']}://{host}".lower()
        return bool(_EXTENSION.fullmatch(origin)) or origin.lower() == own or origin.lower() in self._origins


def _is_followed_link(scope: Scope, headers: Headers) -> bool:
    """A person follows a link from a shop's page to a page of the service: no script sees the answer."""
    return (
        scope["method"] == "GET"
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest") == "document"
    )


def _one(headers: Headers, name: str) -> str | None:
    """The header's value when it is there exactly once."""
    values = headers.getlist(name)
    return values[0] if len(values) == 1 else None


def _sharing(send: Send, origin: str) -> Send:
    async def send_shared(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["Access-Control-Allow-Origin"] = origin
            headers.add_vary_header("Origin")
        await send(message)

    return send_shared
