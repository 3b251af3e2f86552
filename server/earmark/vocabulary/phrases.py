"""Many phrases found in one pass over folded text, whole words only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import ahocorasick_rs

from earmark.folding import fold_each

_Meaning = tuple[str, bool, bool]  # a concept, and whether letters may stand before and after the words


class Hit(NamedTuple):
    """`concept` is said by the characters [start, end) of the text."""

    start: int
    end: int
    concept: str


class Phrases:
    """Finds the phrases of many concepts.

    A phrase may begin with `*` (letters may stand before it: German compounds) or end with it (letters
    may follow: inflected words); the hit is then the whole word. Scripts that write no blanks between words
    have no boundaries.
    """

    def __init__(self, concepts: Mapping[str, tuple[str, ...]]) -> None:
        meanings: dict[str, dict[_Meaning, None]] = {}  # once each: languages share words
        for concept, phrases in concepts.items():
            for phrase, words in zip(phrases, fold_each(phrases), strict=True):
                open_start, open_end = phrase.startswith("*"), phrase.endswith("*")
                if open_start or open_end:
                    words = words.strip("* ")
                if words:
                    meanings.setdefault(words, {})[concept, open_start, open_end] = None
        self._keep(frozenset(concepts), meanings)

    def _keep(self, concepts: frozenset[str], meanings: Mapping[str, Iterable[_Meaning]]) -> None:
        self.concepts = concepts
        self._words = tuple(meanings)
        self._meanings = tuple(meanings.values())
        self._automaton = ahocorasick_rs.AhoCorasick(self._words) if self._words else None

    def families(self, names: Collection[str]) -> dict[str, Phrases]:
        """The phrases of each of these families (a concept's name before its dot) by themselves."""
        meanings: dict[str, dict[str, list[_Meaning]]] = {name: {} for name in names}
        for words, of_words in zip(self._words, self._meanings, strict=True):
            for meaning in of_words:
                family = meaning[0].split(".", 1)[0]
                if family in meanings:
                    meanings[family].setdefault(words, []).append(meaning)
        families = {name: Phrases.__new__(Phrases) for name in names}
        for name, phrases in families.items():
            concepts = frozenset(one for one in self.concepts if one.startswith(f"{name}."))
            phrases._keep(concepts, meanings[name])
        return families

    def of(self, names: Collection[str]) -> Phrases:
        """The phrases of all of these families, in one pass over a text."""
        meanings = {
            words: own
            for words, of_words in zip(self._words, self._meanings, strict=True)
            if (own := [meaning for meaning in of_words if meaning[0].split(".", 1)[0] in names])
        }
        phrases = Phrases.__new__(Phrases)
        phrases._keep(frozenset(one for one in self.concepts if one.split(".", 1)[0] in names), meanings)
        return phrases

    def phrases(self, families: Collection[str]) -> tuple[str, ...]:
        """The folded phrases of these families (a concept's name before its dot), with their `*`."""
        return tuple(
            sorted({
                f"{'*' * start}{words}{'*' * end}"
                for words, meanings in zip(self._words, self._meanings, strict=True)
                for concept, start, end in meanings
                if concept.split(".", 1)[0] in families
            })
        )  # fmt: skip

    def find(self, folded: str) -> list[Hit]:
        """Every hit in text that `fold` made, in order of place; a hit inside a longer one of the same
        family (the concept's name before its dot) is left out."""
        if self._automaton is None:
            return []
        hits: list[Hit] = []
        size = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            before = start > 0 and _bounded(folded[start - 1]) and _bounded(folded[start])
            after = end < size and _bounded(folded[end]) and _bounded(folded[end - 1])
            for concept, open_start, open_end in self._meanings[index]:
                if (before and not open_start) or (after and not open_end):
                    continue
                hits.append(
                    Hit(
                        _word(folded, start, -1) if before else start,
                        _word(folded, end, 1) if after else end,
                        concept,
                    )
                )
        return _longest(hits)


def _word(folded: str, at: int, step: int) -> int:
    """Where the word that goes on at `at` ends, forwards (1) or backwards (-1)."""
    while 0 < at < len(folded) and _bounded(folded[at if step > 0 else at - 1]):
        at += step
    return at


def _bounded(character: str) -> bool:
    """A letter or digit of a script that writes blanks between words (not CJK, not Thai)."""
    if character < "\u0e00":
        return character.isalnum()
    return character.isalnum() and not (
        "\u0e00" <= character <= "\u0eff"
        or "\u3040" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
    )


def _longest(hits: list[Hit]) -> list[Hit]:
    if len(hits) < 2:
        return hits
    hits = sorted(set(hits), key=lambda hit: (hit.start, -hit.end, hit.concept))
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in hits:
        family = hit.concept.split(".", 1)[0]
        if hit.end <= reach.get(family, 0):
            longest = next(k for k in reversed(kept) if k.concept.split(".", 1)[0] == family)
            if (longest.start, longest.end) != (hit.start, hit.end):
                continue
        kept.append(hit)
        reach[family] = max(reach.get(family, 0), hit.end)
    return kept
