"""The bounded body: limits to the byte, bombs, slow clients."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Iterable

import pytest
from starlette.requests import Request

from earmark.service import body
from earmark.service.body import DECODED_BYTES, DISCARDED_BYTES, WIRE_BYTES, read_page
from earmark.service.problems import Refusal


class Client:
    """Sends chunks; knows how many were taken."""

    def __init__(self, chunks: Iterable[bytes], *, stalls: bool = False) -> None:
        self._chunks = iter(chunks)
        self._stalls = stalls
        self.taken = 0

    async def receive(self) -> dict[str, object]:
        chunk = next(self._chunks, None)
        if chunk is None:
            if self._stalls:
                await asyncio.Event().wait()
            return {"type": "http.request", "body": b"", "more_body": False}
        self.taken += len(chunk)
        return {"type": "http.request", "body": chunk, "more_body": True}

    @property
    def request(self) -> Request:
        return Request({"type": "http", "method": "POST", "headers": []}, self.receive)


def chunked(data: bytes, size: int = 65536) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


async def kind(chunks: Iterable[bytes], coding: str) -> str:
    """The kind of the refusal, or "read"."""
    try:
        await read_page(Client(chunks).request, coding)
    except Refusal as refusal:
        return refusal.kind
    return "read"


async def test_what_was_sent_is_read() -> None:
    page = bytes(range(256)) * 1000
    assert await read_page(Client(chunked(page)).request, "identity") == page
    assert await read_page(Client(chunked(gzip.compress(page), 7)).request, "gzip") == page
    assert await read_page(Client([]).request, "identity") == b""


@pytest.mark.parametrize(("more", "outcome"), [(-1, "read"), (0, "read"), (1, "too-large")])
async def test_limits_are_exact(more: int, outcome: str) -> None:
    assert await kind(chunked(b"x" * (WIRE_BYTES + more)), "identity") == outcome
    assert await kind(chunked(gzip.compress(b"x" * (DECODED_BYTES + more), 1)), "gzip") == outcome


async def test_a_bomb_is_stopped_early(monkeypatch: pytest.MonkeyPatch) -> None:
    inflated = []

    class Watched(body._Gunzip):
        def feed(self, chunk: bytes) -> None:
            try:
                super().feed(chunk)
            finally:
                inflated.append(len(self._page))

    monkeypatch.setattr(body, "_Gunzip", Watched)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"\0" * 2**20) for _ in range(200)) + packer.flush()
    assert len(bomb) < WIRE_BYTES
    assert await kind(chunked(bomb), "gzip") == "too-large"
    assert max(inflated) == DECODED_BYTES + 1


@pytest.mark.parametrize(
    "sent",
    [
        gzip.compress(b"one") + gzip.compress(b"two"),
        gzip.compress(b"") * 40_000,
        gzip.compress(b"page") + b"\0",
        gzip.compress(b"page" * 1000)[:-5],
        b"",
        b"<!doctype html><title>not gzip</title>",
        zlib.compress(b"page"),
    ],
    ids=["two members", "many members", "trailing byte", "cut short", "empty", "no gzip", "zlib"],
)
async def test_bad_gzip(sent: bytes) -> None:
    for size in (1000, 65536):
        assert await kind(chunked(sent, size), "gzip") == "bad-encoding"


async def test_a_refused_body_is_read_on_but_not_for_ever() -> None:
    twenty = Client([b"x" * 2**20] * 20)
    endless = Client([b"x" * 2**20] * 1000)
    for client in (twenty, endless):
        with pytest.raises(Refusal) as caught:
            await read_page(client.request, "identity")
        assert caught.value.kind == "too-large"
    assert twenty.taken == 20 * 2**20
    assert DISCARDED_BYTES <= endless.taken <= DISCARDED_BYTES + 2 * 2**20


async def test_a_client_that_stalls_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "RECEIVE_SECONDS", 0.05)
    with pytest.raises(Refusal) as caught:
        await read_page(Client([b"half a page"], stalls=True).request, "identity")
    assert caught.value.kind == "too-slow-request"
