"""The page's bytes out of a request: bounded on the wire, bounded when decoded, bounded in time."""

from __future__ import annotations

import asyncio
import zlib
from typing import Protocol

from starlette.requests import ClientDisconnect, Request

from earmark.page import MAX_BYTES
from earmark.service.problems import Refusal

WIRE_BYTES = 4 * 2**20  # a shop's page of 3 MB fits uncompressed; a larger one is to be sent with gzip
DECODED_BYTES = MAX_BYTES
RECEIVE_SECONDS = 30.0  # 4 MiB at 140 kB/s; a slower client holds a connection for nothing
DISCARDED_BYTES = 32 * 2**20  # read on after a refusal, so that a client still sending gets to see the answer
_GZIP = 16 + zlib.MAX_WBITS


class _Decoder(Protocol):
    def feed(self, chunk: bytes) -> None: ...
    def finish(self) -> bytes: ...


async def read_page(request: Request, coding: str) -> bytes:
    """The decoded body. `coding` is gzip or identity. Raises Refusal."""
    try:
        async with asyncio.timeout(RECEIVE_SECONDS):
            return await _read(request, _Gunzip() if coding == "gzip" else _Identity())
    except TimeoutError as error:
        raise Refusal(
            "too-slow-request", f"The whole page must arrive within {RECEIVE_SECONDS:g} s."
        ) from error
    except ClientDisconnect as error:
        raise Refusal("bad-request", "The connection ended before the page was complete.") from error


async def _read(request: Request, decoder: _Decoder) -> bytes:
    received = 0
    refusal: Refusal | None = None
    async for chunk in request.stream():
        received += len(chunk)
        if refusal is None:
            try:
                if received > WIRE_BYTES:
                    raise _too_large(WIRE_BYTES, "on the wire; gzip makes most pages five times smaller")
                decoder.feed(chunk)
            except Refusal as error:
                refusal = error
        elif received > DISCARDED_BYTES:
            break
    if refusal:
        raise refusal
    return decoder.finish()


class _Identity:
    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def feed(self, chunk: bytes) -> None:
        self._parts.append(chunk)

    def finish(self) -> bytes:
        return b"".join(self._parts)


class _Gunzip:
    """One gzip member, never more than DECODED_BYTES out of it."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(_GZIP)
        self._page = bytearray()

    def feed(self, chunk: bytes) -> None:
        try:
            self._page += self._inflate.decompress(chunk, DECODED_BYTES + 1 - len(self._page))
        except zlib.error as error:
            raise Refusal("bad-encoding", "The body is not valid gzip.") from error
        if len(self._page) > DECODED_BYTES:
            raise _too_large(DECODED_BYTES, "decoded")
        if self._inflate.unused_data:
            raise Refusal("bad-encoding", "There is more after the end of the gzip data; one member is read.")

    def finish(self) -> bytes:
        if not self._inflate.eof:
            raise Refusal("bad-encoding", "The gzip data ends too early.")
        return bytes(self._page)


def _too_large(limit: int, how: str) -> Refusal:
    return Refusal("too-large", f"A page may have {limit:,} bytes {how}.")
