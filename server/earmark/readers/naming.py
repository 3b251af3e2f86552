"""What a shop calls an element: the words of its class, id and test marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

_MARKS = ("class", "id", "itemprop", "data-testid", "data-hook", "data-price-type", "data-qa", "data-test")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+\d*")
AROUND = 6  # elements around one that are looked at for its being out of sight
LONGEST = 300  # characters of the marks that are read
_COMPOUND = re.compile(
    "(price|brand)"
)  # «oldprice», «brandname»: words that shops write together with others


def names(node: LexborNode) -> str:
    """The names that a shop gives an element, as one text; empty where it gives none."""
    attributes = node.attributes
    return " ".join(value for mark in _MARKS if (value := attributes.get(mark)))[:LONGEST]


def says(named: str, words: frozenset[str]) -> bool:
    """One of the names holds one of the words, or both of a pair."""
    single, pairs = _split(words)
    return any(
        not name.isdisjoint(single) or any(pair <= name for pair in pairs) for name in _taken_apart(named)
    )


@cache
def _split(words: frozenset[str]) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The single words, and the pairs of which both must stand in one name."""
    pairs = tuple(frozenset(word.split()) for word in words if " " in word)
    return frozenset(word for word in words if " " not in word), pairs


@lru_cache(maxsize=2_000)  # shops call a thousand elements the same
def _taken_apart(named: str) -> tuple[frozenset[str], ...]:
    """Name by name, its words in lower case."""
    return tuple(
        frozenset(part for word in _WORD.findall(name) for part in _COMPOUND.split(word.lower()) if part)
        for name in named.split()
    )


def concealed(node: LexborNode, words: frozenset[str]) -> bool:
    """The element, or one around it, is kept out of sight: by its own style, or by a name for that."""
    above: LexborNode | None = node
    for _ in range(AROUND):
        if above is None or not above.is_element_node:
            return False
        attributes = above.attributes
        style = (attributes.get("style") or "").replace(" ", "")
        if "hidden" in attributes or "display:none" in style:
            return True
        if not words.isdisjoint((attributes.get("class") or "").lower().split()):
            return True
        above = above.parent
    return False


def first(named: str, kinds: Mapping[str, frozenset[str]], order: Iterable[str]) -> str:
    """The first kind of `order` whose words the names hold; "" where none does."""
    return next((kind for kind in order if says(named, kinds[kind])), "")
