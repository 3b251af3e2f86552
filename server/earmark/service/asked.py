"""What a request for a card asks for, read from its headers and its query. Each raises Refusal."""

from __future__ import annotations

import re
from email.message import Message
from urllib.parse import urlsplit

from starlette.requests import Request

from earmark.annotations import CONTEXT
from earmark.card import PURPOSES
from earmark.service.problems import Refusal

DEFAULT_LANGUAGES = ("en",)
MAX_LANGUAGES = 10  # browsers send up to six
MAX_ADDRESS = 4096  # characters; browsers and shops stay below 2,000
_HTML = ("text/html", "application/xhtml+xml")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_UNPRINTABLE = re.compile(r"[^!-~]")


def charset(request: Request) -> str | None:
    """The charset of the Content-Type, once that is found to be HTML."""
    header = Message()
    header["Content-Type"] = request.headers.get("content-type", "")
    if header.get_content_type() not in _HTML or "content-type" not in request.headers:
        raise Refusal("unsupported-type", "Send the page's HTML as the body, with Content-Type: text/html.")
    return header.get_content_charset()


def coding(request: Request) -> str:
    """`gzip` or `identity`."""
    named = request.headers.get("content-encoding", "identity").strip().lower()
    if named not in ("gzip", "x-gzip", "identity"):
        raise Refusal("unsupported-encoding", "Send the page as it is, or with gzip alone.")
    return named.removeprefix("x-")


def address(request: Request) -> str | None:
    """The page's address from Content-Location, without its fragment."""
    given = request.headers.get("content-location")
    if given is None:
        return None
    url = given.partition("#")[0]
    try:
        parts = urlsplit(url)
        usable = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and parts.username is None
            and parts.port != 0
        )
    except ValueError:
        usable = False
    if not usable or len(url) > MAX_ADDRESS or _UNPRINTABLE.search(url):
        raise Refusal(
            "bad-address", "Content-Location must be a whole http or https address, without a password."
        )
    return url


def purpose(request: Request) -> str | None:
    """The purpose of the query, none where it is empty."""
    named = request.query_params.get("purpose") or None
    if named is not None and named not in PURPOSES:
        raise Refusal("unknown-purpose", f"The purpose must be one of {', '.join(PURPOSES)}.")
    return named


def trace(request: Request) -> bool:
    return request.query_params.get("trace") == "1"


def languages(request: Request) -> tuple[str, ...]:
    """The languages of Accept-Language, the most wanted first."""
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "").split(","):
        name, _, weight = part.partition(";")
        quality = _quality(weight)
        if quality > 0 and _LANGUAGE.fullmatch(name.strip()):
            wanted.append((quality, name.strip()))
    wanted.sort(key=lambda item: -item[0])
    return tuple(name for _, name in wanted[:MAX_LANGUAGES]) or DEFAULT_LANGUAGES


def wants_annotations(request: Request) -> bool:
    """Whether Accept names the W3C Web Annotation profile of JSON-LD."""
    for part in request.headers.get("accept", "").split(","):
        header = Message()
        header["Content-Type"] = part
        profiles = str(header.get_param("profile", "")).split()
        if header.get_content_type() == "application/ld+json" and CONTEXT in profiles:
            return True
    return False


def _quality(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
