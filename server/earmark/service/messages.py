"""What the service and a worker process say to each other: MessagePack, its length (4 bytes) before it."""

from __future__ import annotations

import msgspec

from earmark.errors import WorkerError
from earmark.rulefile import Problem

LENGTH_BYTES = 4
MAX_FRAME_BYTES = 64 * 2**20  # the decoded page limit several times over; a larger length is a broken worker


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One page to annotate; the arguments of `earmark.annotate`."""

    html: bytes
    charset: str | None = None
    url: str | None = None
    purpose: str | None = None
    languages: tuple[str, ...] = ("en",)
    trace: bool = False


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker has loaded what it needs."""


class WrongRulebook(msgspec.Struct, frozen=True, tag=True):
    """The worker cannot start: what `RulebookError.problems` holds."""

    problems: tuple[Problem, ...]


class Started(msgspec.Struct, frozen=True, tag=True):
    """The whole request has arrived: what happens from here on is the page's doing."""


class Done(msgspec.Struct, frozen=True, tag=True):
    """The card as JSON. `last`: the worker ends now and wants to be replaced."""

    card: bytes
    last: bool = False


class Refused(msgspec.Struct, frozen=True, tag=True):
    """No card. `error` is the name of a class in `earmark.errors`; `message` holds no page text."""

    error: str
    message: str
    last: bool = False


Message = Ready | WrongRulebook | Started | Done | Refused

_encoder = msgspec.msgpack.Encoder()
_requests = msgspec.msgpack.Decoder(Request)
_messages: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)


def frame(message: Request | Message) -> bytes:
    """The bytes that go over the pipe."""
    body = _encoder.encode(message)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


def frame_length(prefix: bytes) -> int:
    """How many bytes follow. Raises WorkerError above MAX_FRAME_BYTES."""
    length = int.from_bytes(prefix, "big")
    if length > MAX_FRAME_BYTES:
        raise WorkerError(f"A frame of {length:,} bytes was announced; at most {MAX_FRAME_BYTES:,} may be.")
    return length


def decode_request(body: bytes) -> Request:
    return _requests.decode(body)


def decode_message(body: bytes) -> Message:
    return _messages.decode(body)
