"""The service as a running program: a socket, a pool of workers, uvicorn, an orderly end."""

from __future__ import annotations

import asyncio
import ipaddress
import signal
import socket
from collections.abc import Callable, Collection, Sequence
from types import FrameType

import uvicorn
from starlette.routing import BaseRoute

from earmark.service.app import adopt, create_app
from earmark.service.patience import PatientProtocol
from earmark.service.rules import Rules
from earmark.service.workers import SNAPSHOT_ANNOTATOR, WorkerPool

HOST = "127.0.0.1"
PORT = 8765
DRAIN_SECONDS = 10  # what requests in flight get after SIGTERM; a page is read in at most 4
CONNECTIONS = 64  # each may hold a page of 12 MiB; a browser opens six
IDLE_SECONDS = 5


def listen(host: str = HOST, port: int = PORT) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises OSError where the address cannot be had."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def address_of(listener: socket.socket) -> str:
    """What to open: `http://127.0.0.1:8765`."""
    host, port = listener.getsockname()[:2]
    ip = ipaddress.ip_address(host)
    if ip.is_unspecified:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(
    listener: socket.socket,
    *,
    announce: Callable[[str], None],
    names: Collection[str] = (),
    extra_routes: Sequence[BaseRoute] = (),
    folders: Sequence[str] = (),
    watch: bool = False,
) -> None:
    """Serve until SIGTERM or Ctrl+C, then finish the requests in flight and leave with SystemExit(0).

    SIGHUP, and with `watch` every change of a rule file, takes the rules anew; unsound ones are refused.
    `announce` is called with the address once pages can be read. Raises RulebookError or WorkerError.
    """
    rules = Rules(folders)
    pool = WorkerPool(job=SNAPSHOT_ANNOTATOR, arguments=[rules.snapshot])
    app = create_app(pool=pool, rulebook=rules.book, rules=rules, names=names, extra_routes=extra_routes)
    config = _config(app)
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)

    async def renew() -> None:
        await rules.renew(pool, lambda book: adopt(app, book))

    async def run() -> None:
        async with pool, asyncio.TaskGroup() as tasks:
            if hasattr(signal, "SIGHUP"):
                asyncio.get_running_loop().add_signal_handler(
                    signal.SIGHUP, lambda: tasks.create_task(renew())
                )
            watching = tasks.create_task(rules.watch(renew)) if watch else None
            announce(address_of(listener))
            await uvicorn.Server(config).serve(sockets=[listener])
            if watching is not None:
                watching.cancel()

    try:
        with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
            runner.run(run())
    finally:
        rules.close()


def _config(app: Callable[..., object]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
