"""Text as it is compared: lower case, one width, no hyphens; every character stays at its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_ASCII = bytes(range(128))
_FOLDED = bytes.maketrans(b"-_`\n\t\r", b"  '   ").lower()  # what becomes of each ASCII character
_BETWEEN = "\0"  # what no text has but by mistake
# What is more than one blank between two words
_LOOSE = ("  ", " \0", "\0 ", *(chr(code) for code in range(0x3000) if chr(code).isspace() and code != 0x20))
_PLAIN: dict[str, str] = {
    **dict.fromkeys("‐‑‒–—―−－  　​", " "),
    **dict.fromkeys("’‘ʼ´`＇｀", "'"),
    **dict.fromkeys("“”„«»＂", '"'),
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in "-_'`\""},
    "：": ":",
    "Ω": "ω",
    "İ": "i",
    "®": " ",
    "™": " ",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case, hyphens and dashes as blanks, full-width letters and curly quotes as plain ones.

    The result has the length of `text`, so that a place in one is a place in the other.
    """
    if text.isascii():
        return text.encode("ascii").translate(_FOLDED).decode("ascii")
    plain = text.replace("-", " ").replace("_", " ").replace("`", "'")
    plain = plain.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    for character in _PLAIN.keys() & _not_ascii(plain):
        plain = plain.replace(character, _PLAIN[character])
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)


def _not_ascii(text: str) -> set[str]:
    """The characters beyond ASCII in a text: a tenth of the cost of looking at each."""
    return set(text.encode("utf-8", "ignore").translate(None, _ASCII).decode())


def fold_words(text: str) -> str:
    """`fold`, with white space folded too: for words of the rulebook and for whole labels."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


def fold_each(texts: Iterable[str]) -> list[str]:
    """`fold_words` of each text: many are folded as one, at a fifth of the cost."""
    each = list(texts)
    joined = fold(unicodedata.normalize("NFC", _BETWEEN.join(each)))
    folded = joined.split(_BETWEEN)
    if len(folded) != len(each):
        return [fold_words(text) for text in each]
    if joined[:1] == " " or joined[-1:] == " " or any(blanks in joined for blanks in _LOOSE):
        return [" ".join(words.split()) for words in folded]
    return folded
