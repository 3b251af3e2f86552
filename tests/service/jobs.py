"""Jobs for worker processes: the page says what goes wrong."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from earmark.errors import PageTooComplex, RulebookError
from earmark.rulefile import Problem
from earmark.service.messages import Request


def obedient(*arguments: str) -> Callable[[Request], bytes]:
    def job(request: Request) -> bytes:
        word, _, rest = request.html.partition(b" ")
        match word:
            case b"hang":
                while True:
                    pass
            case b"hang-in-c":
                ctypes.PyDLL(None).sleep(1000)
            case b"segfault":
                os.kill(os.getpid(), signal.SIGSEGV)
            case b"exit":
                os._exit(3)
            case b"eat":
                bytearray(4 * 2**30)
            case b"fail":
                raise ValueError(f"words of the page: {rest!r}")
            case b"complex":
                raise PageTooComplex("too many nodes")
            case b"print":
                print("not a frame", flush=True)
            case b"connect":
                socket.create_connection(("127.0.0.1", 9))
            case b"run":
                subprocess.run([sys.executable, "--version"], check=True)
            case b"write":
                Path(os.fsdecode(rest)).write_bytes(b"page text")
            case b"look":
                return json.dumps({"environment": dict(os.environ), "files": _open_files()}).encode()
            case b"pid":
                return str(os.getpid()).encode()
        return b" ".join([*(argument.encode() for argument in arguments), request.html])

    return job


def without_rulebook() -> Callable[[Request], bytes]:
    raise RulebookError([Problem("R001", "cannot read the file", "rules/a.toml", 3, 7)])


def without_module() -> Callable[[Request], bytes]:
    raise ImportError("no module of that name")


def _open_files() -> list[str]:
    listing = Path("/proc/self/fd")
    return (
        [str(link.readlink()) for link in listing.iterdir() if link.is_symlink()] if listing.is_dir() else []
    )
