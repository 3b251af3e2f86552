"""The brand: a byline, or a short text near the headline that the name begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earmark.facts import Said
from earmark.folding import fold_words
from earmark.readers.view import View
from earmark.walk import Block

REACH = 40  # blocks before and after the headline in which a shop names the brand
NEXT = 6  # blocks beside the headline in which a byline stands
LONGEST = 30  # characters of a brand
HEAD = 3  # words of the name among which its brand stands


def read(view: View) -> Iterator[Said]:
    """At most one brand: the longest short text that stands among the first words of the name."""
    headline = view.page.headline
    if headline is None:
        return
    name = fold_words(headline.text)
    start = headline.index
    best: Block | None = None
    for block in view.page.blocks[max(0, start - REACH) : start + REACH]:
        if (
            block is headline
            or len(block.text) > LONGEST
            or view.regions.names[block.index] not in ("", "breadcrumb")
            or not block.text[0].isupper()
        ):
            continue
        words = fold_words(block.text)
        if len(words) < 2 or words.isdigit() or len(words.split()) > HEAD or not _begins(name, words):
            continue
        if best is None or len(block.text) > len(best.text):
            best = block
    if best is not None:
        yield Said("brand", best.text, view.page.quote(best, "description"), by="state")
    yield from _bylines(view, start)


def _bylines(view: View, start: int) -> Iterator[Said]:
    """«Visit the Northwind store»: a line that the shop's language keeps for the brand."""
    lines = _patterns(view.vocabulary.words["byline"])
    for block in view.page.blocks[max(0, start - NEXT) : start + NEXT]:
        words = view.page.words[block.index]
        for line in lines if words and not view.regions.names[block.index] else ():
            found = line.fullmatch(words)
            if found and len(words) == len(block.text):
                brand = block.text[found.start(1) : found.end(1)]
                yield Said(
                    "brand", brand, view.page.quote(block, "description", brand, found.start(1)), by="aria"
                )
                return


@cache
def _patterns(bylines: frozenset[str]) -> list[re.Pattern[str]]:
    return [re.compile(re.escape(line).replace(r"\{\}", "(.{2,30})")) for line in bylines]


def _begins(name: str, words: str) -> bool:
    head = name.split()[: HEAD + len(words.split()) - 1]
    return f" {words} " in f" {' '.join(head)} "
