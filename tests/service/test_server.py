"""The running program: `earmark serve` as a process of its own, over real sockets."""

from __future__ import annotations

import asyncio
import gzip
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import httpx2
import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from earmark.service import patience, server

EARMARK = [sys.executable, "-c", "from earmark.cli import main; main()"]
HTML = {"Content-Type": "text/html"}
PAGE = """<!doctype html><html lang="en"><title>Acme One — over-ear headphones 音</title>
<h1>Acme One — over-ear headphones 音</h1><p>Price: $ 99.00</p><button>Add to cart</button>
<table><tr><th>Impedance</th><td>32 ohm</td></tr></table>"""
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043") + bytes(range(256)) * 64
HOSTILE = {
    "nothing": (b"", {}),
    "a JPEG": (JPEG, {}),
    "20 MB": (b"<p>page</p>" * 1_900_000, {}),
    "50,000 nested div": (b"<div>" * 50_000, {}),
    "nested template": (b"<template>" * 66_000, {}),
    "a million nodes from 17 kB": (b"".join(b"<b id=%d>" % n for n in range(1000)) + b"<p>" * 1000, {}),
    "gzip that is none": (b"<p>page", {"Content-Encoding": "gzip"}),
    "a gzip bomb": (gzip.compress(b"\0" * 50_000_000), {"Content-Encoding": "gzip"}),
    "gzip of two members": (gzip.compress(b"<p>") * 2, {"Content-Encoding": "gzip"}),
    "a charset that is none": (b"<p>page", {"Content-Type": "text/html; charset=klingon"}),
    "zero bytes": (b"\0" * 1_000_000, {}),
}
OUTCOMES = {
    "nothing": {200}, "a JPEG": {200}, "20 MB": {413}, "50,000 nested div": {422},
    "nested template": {200, 422}, "a million nodes from 17 kB": {422}, "gzip that is none": {400},
    "a gzip bomb": {413}, "gzip of two members": {400}, "a charset that is none": {200}, "zero bytes": {200},
}  # fmt: skip


@contextmanager
def running(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`earmark serve` at a free port: the process and its address."""
    command = [*EARMARK, "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            address = next(word.rstrip("/") for word in said.split() if word.startswith("http://"))
            yield process, address
        finally:
            process.kill()


@pytest.fixture(scope="module")
def service() -> Iterator[tuple[subprocess.Popen[str], str]]:
    with running() as started:
        yield started


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_gets_a_clear_answer_and_the_next_page_its_card(
    service: tuple[subprocess.Popen[str], str], name: str
) -> None:
    process, address = service
    page, headers = HOSTILE[name]
    with httpx2.Client(base_url=address, timeout=30) as client:
        answer = client.post("/v1/annotate", content=page, headers={**HTML, **headers})
        assert answer.status_code in OUTCOMES[name]
        body = answer.json()
        assert body["detail"] if answer.is_error else body["page"]["reason"]
        following = client.post("/v1/annotate", content=PAGE.encode(), headers=HTML)
        assert following.json()["classification"]["kind"] == "headphones"
    assert process.poll() is None


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "shift_jis", "utf-8-sig"])
def test_charsets_give_the_same_card(service: tuple[subprocess.Popen[str], str], charset: str) -> None:
    named = {"Content-Type": f"text/html; charset={charset.removesuffix('-sig')}"}
    page = PAGE.replace("—", "/")
    with httpx2.Client(base_url=service[1], timeout=30) as client:
        plain = client.post(
            "/v1/annotate", content=page.encode(), headers={"Content-Type": "text/html; charset=utf-8"}
        )
        other = client.post("/v1/annotate", content=page.encode(charset), headers=named)
    assert other.json()["product"]["name"] == "Acme One / over-ear headphones 音"
    assert other.content == plain.content


def test_ports_other_than_its_own_are_refused(service: tuple[subprocess.Popen[str], str]) -> None:
    answer = httpx2.get(f"{service[1]}/livez", headers={"Host": "127.0.0.1:1"})
    assert answer.status_code == 421


def test_a_body_that_is_cut_off_costs_nothing(service: tuple[subprocess.Popen[str], str]) -> None:
    host, port = service[1].removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as half:
        half.sendall(
            f"POST /v1/annotate HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: text/html\r\n"
            "Content-Length: 1000\r\n\r\nhalf".encode()
        )
    assert httpx2.get(f"{service[1]}/readyz").status_code == 200


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_request_in_flight_is_finished_before_the_end(number: signal.Signals) -> None:
    with running() as (process, address):
        async with httpx2.AsyncClient(base_url=address, timeout=30) as client:

            async def slowly() -> AsyncIterator[bytes]:
                yield PAGE.encode()
                os.kill(process.pid, number)
                await asyncio.sleep(0.3)
                yield b"<p>the end"

            answer = await client.post("/v1/annotate", content=slowly(), headers=HTML)
            assert answer.status_code == 200
        assert process.wait(timeout=15) == 0


def test_a_taken_port_is_said_in_words() -> None:
    with server.listen(port=0) as taken:
        port = taken.getsockname()[1]
        command = [*EARMARK, "serve", "--port", str(port)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert f"port {port} is taken" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"", b""),
        (b"GET / HTTP/1.1\r\nHost: here\r\n", b""),
        (b"GET / HTTP/1.1\r\nHost: here\r\n\r\nGET / HTTP/1.1\r\n", b"ok"),
        (b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\nhalf", b"ok"),
    ],
    ids=["nothing", "half the headers", "half of the second request", "half a body that nobody reads"],
)
async def test_a_request_that_does_not_come_ends_the_connection(
    monkeypatch: pytest.MonkeyPatch, sent: bytes, answer: bytes
) -> None:
    monkeypatch.setattr(patience, "HEADER_SECONDS", 0.1)
    monkeypatch.setattr(patience, "BODY_SECONDS", 0.1)
    config = uvicorn.Config(
        PlainTextResponse("ok"),
        http=patience.PatientProtocol,
        lifespan="off",
        log_config=None,
        timeout_keep_alive=60,
    )
    with server.listen(port=0) as listener:
        host, port = listener.getsockname()
        patient = uvicorn.Server(config)
        serving = asyncio.create_task(patient.serve(sockets=[listener]))
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(sent)
        async with asyncio.timeout(10):
            received = await reader.read()
        writer.close()
        await writer.wait_closed()
        patient.should_exit = True
        await serving
    assert received.endswith(answer) if answer else not received
