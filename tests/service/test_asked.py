from __future__ import annotations

import pytest
from starlette.requests import Request

from earmark.service import asked
from earmark.service.problems import Refusal


def request(query: str = "", **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return Request({"type": "http", "headers": raw, "query_string": query.encode()})


@pytest.mark.parametrize(
    ("given", "charset"),
    [
        ("text/html", None),
        ("Text/HTML; Charset=Shift_JIS", "shift_jis"),
        ('text/html; charset="utf-16"', "utf-16"),
        ("application/xhtml+xml;charset=utf-8", "utf-8"),
    ],
)
def test_charset(given: str, charset: str | None) -> None:
    assert asked.charset(request(content_type=given)) == charset


@pytest.mark.parametrize(
    "given", ["", "text/plain", "application/json", "image/jpeg", "text/htmlx", "multipart/form-data"]
)
def test_other_types_are_refused(given: str) -> None:
    with pytest.raises(Refusal) as caught:
        asked.charset(request(content_type=given))
    assert caught.value.kind == "unsupported-type"


def test_a_missing_type_is_refused() -> None:
    with pytest.raises(Refusal):
        asked.charset(request())


def test_coding() -> None:
    assert asked.coding(request()) == "identity"
    assert asked.coding(request(content_encoding="GZIP")) == "gzip"
    for other in ("br", "zstd", "deflate", "gzip, gzip", "identity, gzip"):
        with pytest.raises(Refusal) as caught:
            asked.coding(request(content_encoding=other))
        assert caught.value.kind == "unsupported-encoding"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://shop.example/item?id=1#reviews", "https://shop.example/item?id=1"),
        ("http://shop.example:8080/", "http://shop.example:8080/"),
        ("HTTPS://shop.example", "HTTPS://shop.example"),
    ],
)
def test_address(given: str, address: str) -> None:
    assert asked.address(request(content_location=given)) == address


@pytest.mark.parametrize(
    "given",
    [
        "", "/item", "//shop.example/item", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://[::1",
        "https://shop.example:port/", "https://me:secret@shop.example/", "https://shop.example/a b",
        "https://shop.example/\xe9", "https://shop.example/" + "x" * 5000,
    ],
)  # fmt: skip
def test_other_addresses_are_refused(given: str) -> None:
    with pytest.raises(Refusal) as caught:
        asked.address(request(content_location=given))
    assert caught.value.kind == "bad-address"


@pytest.mark.parametrize(
    ("given", "languages"),
    [
        ("", ("en",)),
        ("de", ("de",)),
        ("de-DE,de;q=0.9,en;q=0.8", ("de-DE", "de", "en")),
        ("en;q=0.5, fr;q=0.9, ja", ("ja", "fr", "en")),
        ("*, de;q=0.1", ("de",)),
        ("de;q=0, en", ("en",)),
        ("de;q=high, <script>, en", ("en",)),
        ("; ; ,", ("en",)),
        (",".join(["aa"] * 1000), ("aa",) * asked.MAX_LANGUAGES),
    ],
)
def test_languages(given: str, languages: tuple[str, ...]) -> None:
    assert asked.languages(request(accept_language=given)) == languages


def test_purpose() -> None:
    assert asked.purpose(request()) is None
    assert asked.purpose(request("purpose=")) is None
    assert asked.purpose(request("purpose=gaming")) == "gaming"
    with pytest.raises(Refusal, match="casual, business, gaming, audiophile") as caught:
        asked.purpose(request("purpose=<script>"))
    assert "<script>" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', True),
        ('text/html, application/ld+json;profile="http://www.w3.org/ns/anno.jsonld";q=0.9', True),
        ("application/ld+json", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_wants_annotations(given: str, wanted: bool) -> None:
    assert asked.wants_annotations(request(accept=given)) is wanted
