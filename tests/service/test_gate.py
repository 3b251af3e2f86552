"""Which combinations of Host, Origin and Sec-Fetch-Site reach the service."""

from __future__ import annotations

import httpx2
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from earmark.service.gate import Gate

OWN = "127.0.0.1:8765"
CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://6e1f6c3e-5a3c-4f7e-9a43-0d1c1f7b2a11"


class Counter:
    """The application behind the gate: counts who comes through."""

    def __init__(self) -> None:
        self.passed = 0

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        self.passed += 1
        await Request(scope, receive).body()
        await PlainTextResponse("through")(scope, receive, send)


async def ask(
    headers: list[tuple[str, str]], method: str = "POST", **gate: list[str]
) -> tuple[int, int, httpx2.Headers]:
    """The status, how many requests came through, the headers of the answer."""
    behind = Counter()
    transport = httpx2.ASGITransport(app=Gate(behind, **gate))
    async with httpx2.AsyncClient(transport=transport, base_url=f"http://{OWN}") as client:
        answer = await client.request(method, "/v1/annotate", headers=headers, content=b"<p>page")
    return answer.status_code, behind.passed, answer.headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (OWN, 200),
        ("localhost:8765", 200),
        ("LOCALHOST:8765", 200),
        ("[::1]:8765", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:1", 421),
        ("127.0.0.1:87650", 421),
        ("localhost.:8765", 421),
        ("rebound.example:8765", 421),
        ("127.0.0.1:8765.rebound.example", 421),
        ("127.0.0.2:8765", 421),
        ("user@127.0.0.1:8765", 421),
        ("", 421),
    ],
)
async def test_host(host: str, status: int) -> None:
    assert (await ask([("Host", host)]))[:2] == (status, int(status == 200))


async def test_two_hosts_are_none() -> None:
    assert (await ask([("Host", OWN), ("Host", OWN)]))[:2] == (421, 0)


@pytest.mark.parametrize(
    ("origin", "site", "status"),
    [
        (None, None, 200),
        (None, "none", 200),
        (None, "same-origin", 200),
        (None, "same-site", 403),
        (None, "cross-site", 403),
        (f"http://{OWN}", "same-origin", 200),
        (CHROME, "none", 200),
        (CHROME, "cross-site", 200),
        (FIREFOX, "cross-site", 200),
        ("safari-web-extension://6E1F6C3E-5A3C-4F7E-9A43-0D1C1F7B2A11", None, 200),
        ("null", None, 403),
        ("", None, 403),
        ("https://shop.example", "cross-site", 403),
        ("https://shop.example", "none", 403),
        (f"https://{OWN}", None, 403),
        ("http://127.0.0.1:8766", "same-site", 403),
        ("http://localhost:8765", "same-site", 403),
        ("file://", None, 403),
        (f"{CHROME}.shop.example", None, 403),
        ("https://chrome-extension://abc", None, 403),
        ("chrome-extension://", None, 403),
    ],
)
async def test_origin(origin: str | None, site: str | None, status: int) -> None:
    headers = [("Host", OWN)]
    headers += [("Origin", origin)] if origin is not None else []
    headers += [("Sec-Fetch-Site", site)] if site is not None else []
    assert (await ask(headers))[:2] == (status, int(status == 200))


async def test_two_origins_are_refused() -> None:
    assert (await ask([("Host", OWN), ("Origin", CHROME), ("Origin", CHROME)]))[:2] == (403, 0)


async def test_further_names_and_origins() -> None:
    gate = {"names": ["earmark.example"], "origins": ["https://tools.example"]}
    headers = [("Host", "earmark.example:8765"), ("Origin", "https://tools.example")]
    assert (await ask(headers, **gate))[:2] == (200, 1)
    assert (await ask(headers))[:2] == (421, 0)


@pytest.mark.parametrize(
    ("method", "mode", "destination", "status"),
    [
        ("GET", "navigate", "document", 200),
        ("POST", "navigate", "document", 403),
        ("GET", "navigate", "iframe", 403),
        ("GET", "no-cors", "image", 403),
        ("GET", "cors", "empty", 403),
    ],
)
async def test_a_link_may_be_followed_from_a_shop(
    method: str, mode: str, destination: str, status: int
) -> None:
    headers = [
        ("Host", OWN),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", mode),
        ("Sec-Fetch-Dest", destination),
    ]
    assert (await ask(headers, method))[0] == status


async def test_preflight_of_an_extension() -> None:
    headers = [("Host", OWN), ("Origin", FIREFOX), ("Access-Control-Request-Method", "POST")]
    status, passed, answer = await ask(headers, "OPTIONS")
    assert (status, passed) == (204, 0)
    assert answer["access-control-allow-origin"] == FIREFOX
    assert answer["vary"] == "Origin"
    allowed = {name.strip().lower() for name in answer["access-control-allow-headers"].split(",")}
    assert {"content-location", "content-encoding", "content-type", "accept-language"} <= allowed


async def test_preflight_of_a_page_is_refused() -> None:
    headers = [("Host", OWN), ("Origin", "https://shop.example"), ("Access-Control-Request-Method", "POST")]
    status, _, answer = await ask(headers, "OPTIONS")
    assert status == 403
    assert "access-control-allow-origin" not in answer


async def test_an_extension_may_read_the_answer() -> None:
    _, _, answer = await ask([("Host", OWN), ("Origin", CHROME)])
    assert answer["access-control-allow-origin"] == CHROME


async def test_the_body_is_not_read_before_the_check() -> None:
    async def receive() -> dict[str, object]:
        raise AssertionError("the body was read")

    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    behind = Counter()
    scope = {
        "type": "http", "method": "POST", "scheme": "http", "path": "/v1/annotate",
        "server": ("127.0.0.1", 8765),
        "headers": [(b"host", OWN.encode()), (b"origin", b"https://shop.example")],
    }  # fmt: skip
    await Gate(behind)(scope, receive, send)  # type: ignore[arg-type]
    assert sent[0]["status"] == 403
    assert behind.passed == 0
