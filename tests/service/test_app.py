"""The service through its front door, in this process."""

from __future__ import annotations

import asyncio
import gzip
import json

import httpx2
import msgspec
import pytest

from earmark.annotations import MEDIA_TYPE
from earmark.annotations import annotations as web_annotations
from earmark.card import Card, schema
from earmark.service.workers import Workers

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = b"""<!doctype html><html lang="en"><title>Acme One over-ear headphones</title>
<h1>Acme One over-ear headphones</h1><p>Price: $ 99.00</p><button>Add to cart</button>
<table><tr><th>Impedance</th><td>32 ohm</td></tr></table>"""


async def post(client: httpx2.AsyncClient, page: bytes, query: str = "", **headers: str) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await client.post(f"/v1/annotate{query}", content=page, headers={**HTML, **named})


def assert_problem(answer: httpx2.Response, status: int, kind: str) -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert set(body) == {"type", "title", "status", "detail"}
    assert (body["type"], body["status"]) == (f"/problems/{kind}", status)


async def test_a_page_gets_its_card(client: httpx2.AsyncClient) -> None:
    answer = await post(client, PAGE, content_location="https://shop.example/one?id=1#top")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    card = msgspec.json.decode(answer.content, type=Card)
    assert card.page.reason is None
    assert card.strengths
    assert card.page.url == "https://shop.example/one?id=1"


async def test_service_and_command_line_give_the_same_bytes(client: httpx2.AsyncClient) -> None:
    url = "https://shop.example/one"

    def alone() -> bytes:
        with Workers() as pool:
            return pool.annotate(PAGE, url, purpose="gaming", languages=("de", "en"), trace=True)

    answer = await post(
        client, PAGE, "?purpose=gaming&trace=1", content_location=url, accept_language="en;q=0.5, de"
    )
    assert answer.content == await asyncio.to_thread(alone)


async def test_the_card_as_web_annotations(client: httpx2.AsyncClient) -> None:
    answer = await post(client, PAGE, accept=MEDIA_TYPE, content_location="https://shop.example/one")
    assert answer.headers["content-type"] == MEDIA_TYPE
    card = msgspec.json.decode(
        (await post(client, PAGE, content_location="https://shop.example/one")).content, type=Card
    )
    assert answer.json() == web_annotations(card)


async def test_gzip_is_read(client: httpx2.AsyncClient) -> None:
    packed = await post(client, gzip.compress(PAGE), content_encoding="gzip")
    assert packed.content == (await post(client, PAGE)).content


@pytest.mark.parametrize(
    ("headers", "query", "status", "kind"),
    [
        ({"Content-Type": "image/jpeg"}, "", 415, "unsupported-type"),
        ({"Content-Encoding": "br"}, "", 415, "unsupported-encoding"),
        ({"Content-Encoding": "gzip"}, "", 400, "bad-encoding"),
        ({"Content-Location": "file:///etc/passwd"}, "", 400, "bad-address"),
        ({}, "?purpose=sleeping", 400, "unknown-purpose"),
        ({"Origin": "https://shop.example"}, "", 403, "forbidden-origin"),
        ({"Host": "rebound.example"}, "", 421, "wrong-host"),
    ],
)
async def test_refusals(
    obedient: httpx2.AsyncClient, headers: dict[str, str], query: str, status: int, kind: str
) -> None:
    answer = await obedient.post(f"/v1/annotate{query}", content=b"page", headers={**HTML, **headers})
    assert_problem(answer, status, kind)


@pytest.mark.parametrize(
    ("page", "status", "kind"),
    [(b"hang", 422, "too-slow"), (b"segfault", 422, "crashed"), (b"fail secret", 422, "crashed"),
     (b"complex", 422, "too-complex")],
)  # fmt: skip
async def test_a_page_that_a_worker_fails_on(
    obedient: httpx2.AsyncClient, page: bytes, status: int, kind: str
) -> None:
    answer = await post(obedient, page)
    assert_problem(answer, status, kind)
    assert b"secret" not in answer.content
    assert (await post(obedient, b"next")).content == b"next"


async def test_a_busy_service_says_when_to_come_back(obedient: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(post(obedient, b"hang"), *(post(obedient, b"good") for _ in range(20)))
    refused = [answer for answer in answers if answer.status_code == 503]
    assert refused
    for answer in refused:
        assert_problem(answer, 503, "busy")
        assert answer.headers["retry-after"] == "1"
    assert all(answer.content == b"good" for answer in answers[1:] if answer.status_code == 200)


async def test_nothing_here_and_wrong_method(client: httpx2.AsyncClient) -> None:
    assert_problem(await client.get("/v2/annotate"), 404, "not-found")
    answer = await client.get("/v1/annotate")
    assert_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "POST"


async def test_health(client: httpx2.AsyncClient, obedient: httpx2.AsyncClient) -> None:
    assert (await client.get("/livez")).status_code == 200
    assert (await client.get("/readyz")).status_code == 200
    hanging = asyncio.create_task(post(obedient, b"hang"))
    await asyncio.sleep(0)
    assert (await obedient.get("/livez")).status_code == 200
    await hanging


async def test_the_card_schema(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/schema/card")
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json() == json.loads(json.dumps(schema()))


async def test_the_home_page_says_what_to_do_next(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/")
    assert "http://127.0.0.1:8765/v1/annotate" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


async def test_the_article_has_a_place_for_every_line_of_a_card(client: httpx2.AsyncClient) -> None:
    card = (await post(client, PAGE)).json()
    article = await client.get("/article")
    assert article.headers["content-type"] == "text/html; charset=utf-8"
    assert "script" not in article.headers["content-security-policy"]
    for line in card["strengths"] + card["weaknesses"] + card["best_use"]:
        assert f'id="{line["statement"]}"' in article.text
