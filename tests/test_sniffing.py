"""What is no web page is told by its first bytes."""

from __future__ import annotations

import pytest

from earmark.sniffing import not_html

OTHER = [
    (b"\xff\xd8\xff\xe0", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"RIFF\0\0\0\0WEBP", "a RIFF file, such as a WebP picture"),
    (b"%PDF-1.7", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
]


@pytest.mark.parametrize(("data", "what"), OTHER)
def test_other_files(data: bytes, what: str) -> None:
    assert not_html(data) == ("not_html", what)


@pytest.mark.parametrize("data", [b"", b" \n\t", "", " \n"])
def test_empty(data: bytes | str) -> None:
    assert not_html(data) == ("empty", "")


@pytest.mark.parametrize(
    "data", [b"<html>", b"\xef\xbb\xbf<p>", b"words", "PK\x03\x04 as text", b"<\0p\0>\0"]
)
def test_pages(data: bytes | str) -> None:
    assert not_html(data) == (None, "")
