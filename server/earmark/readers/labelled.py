"""Brand and article number where no row gives them: behind their label in the middle of a line, or in the
markup of the form that buys.

It looks at all of the product's text, and is asked only where nothing else told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from earmark.facts import Said
from earmark.page import hidden
from earmark.readers.amounts import leaves
from earmark.readers.view import View
from earmark.walk import Block

MOST = 300  # blocks of the product's own that are searched
LONGEST = 600  # characters of a block; longer ones are articles
LONGEST_BRAND = 30
BACK = 15  # blocks before the headline
SHORTEST_LABEL = 3  # characters; shorter ones stand in many words
_COLON = re.compile(r"\s?[:：]\s?")
_NUMBER = re.compile(r"(?:\s?[:：#.№]{1,2}\s?|(?<=[\u3040-\ud7ff])\s)([\w./-]{4,40})")
_MARKED = "form[data-product-sku], [data-sku]"
MOST_MARKED = 4  # elements with a number in their markup; more are tiles of other products


def sku(view: View) -> Iterator[Said]:
    """At most one number."""
    for block, end in _labels(view, "sku"):
        found = _NUMBER.match(block.text, end)
        if found and any(map(str.isdigit, found[1])):
            number = found[1].rstrip(".")
            yield Said(
                "sku", number, view.page.quote(block, "description", number, found.start(1)), by="state"
            )
            return
    marked = view.page.tree.css(_MARKED)
    numbers = {node.attributes.get("data-product-sku") or node.attributes.get("data-sku") for node in marked}
    if len(marked) <= MOST_MARKED and len(numbers) == 1 and (number := numbers.pop() or ""):
        yield Said("sku", number, hidden("state", number), by="state")


def brand(view: View) -> Iterator[Said]:
    """At most one brand: the element behind the label, or the rest of the line."""
    for block, end in _labels(view, "brand"):
        found = _COLON.match(block.text, end) or _blank(block.text, end)
        if found is None:
            continue
        start = found if isinstance(found, int) else found.end()
        inside = next((text for _, text, at in leaves(block) if at == start), block.text[start:])
        if 1 < len(inside) <= LONGEST_BRAND:
            yield Said("brand", inside, view.page.quote(block, "description", inside, start), by="state")
            return


def _blank(text: str, end: int) -> int | None:
    """In Japanese and Chinese a blank divides a label from its value: «ブランド名 草乃屋»."""
    return end + 1 if text[end : end + 1].isspace() and "\u3040" <= text[end - 1] <= "\u9fff" else None


def _labels(view: View, spec: str) -> Iterator[tuple[Block, int]]:
    """Each place near the headline and behind it where a label of the spec ends."""
    finder = _finder(view.vocabulary.labels_of.get(spec, ()))
    start = max(0, view.regions.before - BACK)
    for block in view.page.blocks[start : start + MOST]:
        if view.regions.names[block.index] or len(block.text) > LONGEST:
            continue
        folded = view.page.folded[block.index]
        for _, at, end in finder.find_matches_as_indexes(folded, overlapping=True):
            if not folded[max(0, at - 1) : at].isalnum():
                yield block, end


@cache
def _finder(labels: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick([label for label in labels if len(label) >= SHORTEST_LABEL or not label.isascii()])
