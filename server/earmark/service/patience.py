"""uvicorn's HTTP protocol with the deadlines it lacks: for a request's headers and for its whole body."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from earmark.service.body import RECEIVE_SECONDS

HEADER_SECONDS = (
    10.0  # a browser sends its headers in one piece; who drips them holds a connection for nothing
)
BODY_SECONDS = RECEIVE_SECONDS + 5.0  # after the service's own deadline, which answers in words


class PatientProtocol(HttpToolsProtocol):
    """Closes a connection that does not get its request across.

    The headers have HEADER_SECONDS from their beginning, the body, wanted or not, BODY_SECONDS after them.
    """

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait(HEADER_SECONDS)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        self._wait(HEADER_SECONDS)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._wait(BODY_SECONDS)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._stop_waiting()
        super().on_message_complete()

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
