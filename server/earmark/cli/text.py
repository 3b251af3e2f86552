"""Text for a terminal: made harmless, measured and wrapped by columns instead of characters."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_ATOMS = re.compile(r"\s+|§ \S+|\S+")  # a section sign stays with its section
_HIDDEN = ("Mn", "Me", "Cf")  # drawn over the character before, or not at all
_HARMFUL = ("Cc", "Cs", "Co", "Cn")  # escapes and their kin: a terminal may obey them
MAX_MARKS = 3  # combining marks a character may carry; more is not writing but scribble over other lines


def clean(text: str) -> str:
    """One line of harmless text: white space folded, escapes as U+FFFD, bidi and invisible marks dropped."""
    kept: list[str] = []
    marks = 0
    for character in _SPACES.sub(" ", text).strip():
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category == "Cf" or marks > MAX_MARKS:
            continue
        kept.append("\N{REPLACEMENT CHARACTER}" if category in _HARMFUL else character)
    return "".join(kept)


def columns(text: str) -> int:
    """How many columns a terminal needs for it: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns. Breaks at spaces, between wide characters, and in a word that is
    longer than a line."""
    lines = [""]
    used = 0
    for atom in _atoms(text):
        need = columns(atom)
        if used + need > width and used:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            used = 0
        if atom.isspace() and not used:
            continue
        while need > width:
            head = _fit(atom, width)
            lines[-1] = head
            lines.append("")
            atom = atom[len(head) :]
            need = columns(atom)
        lines[-1] += atom
        used += need
    lines[-1] = lines[-1].rstrip()
    return lines if lines[-1] or len(lines) == 1 else lines[:-1]


def shorten(text: str, width: int) -> str:
    """The text, cut with an ellipsis where it needs more columns than `width`."""
    if columns(text) <= width:
        return text
    return _fit(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text filled up with spaces to `width` columns."""
    return text + " " * (width - columns(text))


def _atoms(text: str) -> list[str]:
    """Words and spaces; a wide character is an atom of its own, with what is drawn over it."""
    atoms: list[str] = []
    for found in _ATOMS.finditer(text):
        if found[0].isascii():
            atoms.append(found[0])
            continue
        last = 0
        for character in found[0]:
            size = _columns_of(character)
            if last and (size == 0 or size == last == 1):
                atoms[-1] += character
            else:
                atoms.append(character)
            last = size or last
    return atoms


def _fit(text: str, width: int) -> str:
    """As much of the text as stands in `width` columns, one character at least."""
    used = 0
    for at, character in enumerate(text):
        used += _columns_of(character)
        if used > width:
            return text[: max(at, 1)]
    return text


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in _HIDDEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
