"""The little words between the things of a name: «with», «and», «included»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SHORT = 2  # letters of a word that capitals make a model's name of: «Halden S», «IR headphones»
_BLANKLESS = re.compile("[\u0e00-\u0eff\u3040-\u9fff]")  # Thai, Japanese, Chinese: no blanks between words


class Joints:
    """`words` are groups of folded words; names are searched as they are written."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        comes, joins, behind = (_one_of(words[group]) for group in ("with", "and", "with_behind"))
        self.for_behind = frozenset(words["for_behind"])
        self.comes = re.compile(rf"{comes}[.:]?\s?", re.I)
        self.comes_before = re.compile(
            rf"(?:(?:{comes}|{joins})[.:]?\s?|(?<=\s)[+&]\s?|(?<=\w)[+&])(?:[\w.'’-]+\s){{0,2}}$", re.I
        )
        self.comes_behind = re.compile(
            rf"(?:\s?(?:{joins}|[,、・&/+])\s?[^\s,、]{{1,12}}?){{0,2}}\s?{behind}", re.I
        )
        self.behind = re.compile(rf"\s?{behind}", re.I)
        self.listed = re.compile(rf"(?:[,/&]|{joins})\s?$", re.I)
        self.joined = re.compile(rf"\s?(?:[,/&]|{joins})\s?", re.I)
        self.divides = re.compile(rf"[,;:+|()\[\]–—]|\s[-&]\s|{comes}|{joins}", re.I)
        self.ends = re.compile(rf"[,.;:!?()|/&+\[\]]|{comes}|{joins}", re.I)


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a short one in small letters only."""
    parts = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        escaped = re.escape(word)
        if _BLANKLESS.search(word):
            parts.append(escaped)
        else:
            plain = f"(?-i:{escaped})" if len(word) <= SHORT else escaped
            parts.append(rf"(?<![^\s(\[,;/]){plain}(?=[\s.:/]|$)")
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"
