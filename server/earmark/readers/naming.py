"""What a shop calls an element: the words of its class, id and test marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from selectolax.lexbor import LexborNode

_MARKS = ("class", "id", "itemprop", "data-testid", "data-hook", "data-price-type", "data-qa", "data-test")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+\d*")
LONGEST = 300  # characters of the marks that are read
_COMPOUND = "price"  # «oldprice», «pricebox»: the one word that shops write together with others


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


def _taken_apart(named: str) -> Iterator[frozenset[str]]:
    for name in named.split():
        words = (word.lower() for word in _WORD.findall(name))
        yield frozenset(
            part for word in words for part in word.replace(_COMPOUND, f" {_COMPOUND} ").split()
        )


def first(named: str, kinds: Mapping[str, frozenset[str]], order: Iterable[str]) -> str:
    """The first kind of `order` whose words the names hold; "" where none does."""
    return next((kind for kind in order if says(named, kinds[kind])), "")
