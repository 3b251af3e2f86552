"""Whether a line says one of a group of words, as whole words."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

BEGINNING = 30  # characters of a line in which its first words end
_LETTER = re.compile(r"[^\W\d_\u3040-\ud7ff]")  # of a script that writes blanks between words


def holds(text: str, words: frozenset[str]) -> bool:
    """One of the words stands in the text."""
    found = _finder(words).find_matches_as_indexes(text, overlapping=True)
    return any(
        not _LETTER.match(text[max(0, start - 1) : start]) and not _LETTER.match(text[end : end + 1])
        for _, start, end in found
    )


def begins(text: str, words: frozenset[str]) -> bool:
    """The text begins with one of the words."""
    text = text.lstrip(" \t*(,")
    found = _finder(words).find_matches_as_indexes(text[:BEGINNING], overlapping=True)
    return any(start == 0 and not _LETTER.match(text[end : end + 1]) for _, start, end in found)


def ends(text: str, words: frozenset[str]) -> bool:
    """The text ends with one of the words."""
    text = text.rstrip(" :")
    found = _finder(words).find_matches_as_indexes(text, overlapping=True)
    return any(end == len(text) and not text[max(0, start - 1) : start].isalnum() for _, start, end in found)


@cache
def _finder(words: frozenset[str]) -> AhoCorasick:
    return AhoCorasick(sorted(words))
