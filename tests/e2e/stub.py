"""A service that answers what the test wants and remembers what it was asked."""

from __future__ import annotations

import gzip
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request: its path with the query, its headers in lower case, the page that came with it."""

    path: str
    headers: dict[str, str]
    html: str


@dataclass
class Stub:
    """`status` and `answer` may be changed any time; `delay` is in seconds; `got` has the paths of GETs."""

    address: str = ""
    status: int = 200
    answer: Any = None
    delay: float = 0.0
    asked: list[Asked] = field(default_factory=list)
    got: list[str] = field(default_factory=list)
    words: tuple[str, ...] = ("headphones", "headset", "*kopfhörer")

    def reset(self, answer: Any) -> None:
        self.status, self.answer, self.delay = 200, answer, 0.0
        self.asked.clear()
        self.got.clear()


def start(stub: Stub) -> ThreadingHTTPServer:
    """Serve the stub on a free port of loopback until `shutdown()`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections are kept, as the service keeps them
        disable_nagle_algorithm = True  # else the body waits 40 ms for the headers to be acknowledged

        def _share(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", "null"))
            self.send_header(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Content-Encoding, Content-Location, Content-Type",
            )
            self.send_header("Access-Control-Max-Age", "600")

        def do_OPTIONS(self) -> None:
            self._share(204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            stub.got.append(self.path)
            self._answer(200, {"digest": "stub", "types": ["Product"], "words": stub.words})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            headers = {name.lower(): value for name, value in self.headers.items()}
            stub.asked.append(Asked(self.path, headers, body.decode()))
            time.sleep(stub.delay)
            self._answer(stub.status, stub.answer)

        def _answer(self, status: int, value: Any) -> None:
            answer = json.dumps(value).encode()
            self._share(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stub.address = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
