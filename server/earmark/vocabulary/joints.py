"""The little words between the things of a name: «with», «and», «included»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SHORT = 2  # letters of a word that capitals make a model's name of: «Halden S», «IR headphones»
MOST_DESCRIBING = 2  # words between «with» and what comes along: «with soft carrying case»
MOST_BEHIND = 30  # characters of the things between a name's own and the «included» behind them all
_BLANKLESS = re.compile("[\u0e00-\u0eff\u3040-\u9fff]")  # Thai, Japanese, Chinese: no blanks between words
_PLUS = re.compile(r"\w[+&][\w.'’-]+$")  # «V2+USB»
_WORD = re.compile(r"[^\s()\[\],;]+")
_PLAIN = re.compile(r"[\w.'’-]+")
_DIVIDES = re.compile(r"[,;:+|()\[\]–—]|\s[-&]\s")
_ENDS = re.compile(r"[,.;:!?()|/&+\[\]]")
_LISTS = (",", "/", "&", "+", "、", "・")


class Group:
    """Some of these words; a short one in small letters only."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        blankless = sorted(filter(_BLANKLESS.search, self._words), key=len, reverse=True)
        self._blankless = re.compile("|".join(map(re.escape, blankless)) or "(?!)")

    def has(self, word: str) -> bool:
        word = word.rstrip(".:") or word
        return (word if len(word) <= SHORT else word.lower()) in self._words

    def begins(self, text: str) -> bool:
        word = _WORD.match(text)
        return word is not None and (self.has(word[0]) or self._blankless.match(text) is not None)

    def ends(self, text: str) -> bool:
        words = text.split()
        return bool(words) and (self.has(words[-1]) or self.last(words[-1]) == len(words[-1]))

    def last(self, text: str) -> int:
        """Where the last of these words in the text ends; -1 without one."""
        ends = [word.end() for word in _WORD.finditer(text) if self.has(word[0])]
        ends += [word.end() for word in self._blankless.finditer(text)]
        return max(ends, default=-1)


class Joints:
    """`words` are groups of folded words; names are searched as they are written."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self.with_ = Group(words["with"])
        self.and_ = Group(words["and"])
        self._all = Group([*words["with"], *words["and"]])
        self._behind = tuple(words["with_behind"])
        self.for_behind = frozenset(words["for_behind"])

    def comes_along(self, before: str) -> bool:
        """What stands behind these words comes with another thing: «... with soft carrying»."""
        if before[-1:] in ("+", "&") or (before[-1:] != " " and self._all.ends(before)):
            return True
        for count, word in enumerate(before.split()[: -MOST_DESCRIBING - 2 : -1]):
            if self._all.has(word) or word in ("+", "&"):
                return True
            if count < MOST_DESCRIBING and _PLUS.search(word):
                return True
            if not _PLAIN.fullmatch(word):
                return False
        return False

    def included(self, behind: str) -> bool:
        """The words begin with one for «included»: «ヘッドホン付き»."""
        behind = behind.lower().removeprefix(" ")
        return any(
            behind.startswith(word)
            and (_BLANKLESS.match(word) is not None or not behind[len(word) :][:1].isalnum())
            for word in self._behind
        )

    def all_included(self, behind: str) -> bool:
        """So do the words behind a list of things: «ケースとケーブル付き»."""
        if self.included(behind):
            return True
        behind = behind[:MOST_BEHIND].lower()
        listed = behind.lstrip()
        if not (listed.startswith(_LISTS) or self.and_.begins(listed)):
            return False
        return any(self.included(behind[at:]) for word in self._behind if (at := behind.find(word)) > 0)

    def lists(self, text: str) -> bool:
        """The text ends as a list goes on: «for phone, laptop and»."""
        return text.rstrip()[-1:] in _LISTS[:3] or self.and_.ends(text)

    def is_joint(self, text: str) -> bool:
        """Nothing else but what stands between two things of a list."""
        return text.strip() in _LISTS[:3] or self.and_.has(text.strip())

    def divides(self, text: str) -> bool:
        """What stands before and behind the text are two things, no compound."""
        return _DIVIDES.search(text) is not None or self._all.last(text) >= 0

    def ends(self, text: str) -> bool:
        """Words about a thing do not go on across the text."""
        return _ENDS.search(text) is not None or self._all.last(text) >= 0

    def ends_here(self, text: str) -> bool:
        return _ENDS.match(text) is not None or self._all.begins(text)
