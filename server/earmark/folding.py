"""Text as it is compared: lower case, one width, no hyphens; every character stays at its place."""

from __future__ import annotations

import unicodedata

_PLAIN: dict[int, str | int | None] = {
    **dict.fromkeys(map(ord, "-‐‑‒–—―−－_  　\t\n\r​"), " "),
    **dict.fromkeys(map(ord, "’‘ʼ´`＇"), "'"),
    **dict.fromkeys(map(ord, "“”„«»＂"), '"'),
    **{0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in "-_'\""},
    ord("：" ): ":",
    ord("Ω"): "ω",
    ord("İ"): "i",
    ord("®"): " ",
    ord("™"): " ",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case, hyphens and dashes as blanks, full-width letters and curly quotes as plain ones.

    The result has the length of `text`, so that a place in one is a place in the other.
    """
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)


def fold_words(text: str) -> str:
    """`fold`, with white space folded too: for words of the rulebook and for whole labels."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())
