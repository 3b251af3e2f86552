"""Whether bytes are a web page at all, by their first bytes."""

from __future__ import annotations

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file, such as a WebP picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)


def not_html(html: bytes | str) -> tuple[str | None, str]:
    """The name of the reason why this is no page, and what it is instead; (None, "") for a page."""
    if not html.strip():
        return "empty", ""
    if isinstance(html, bytes):
        for magic, what in _MAGIC:
            if html.startswith(magic):
                return "not_html", what
    return None, ""
