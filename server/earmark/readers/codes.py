"""The article number where no row gives it: behind its label in a sentence, or in the markup of the form that buys.

It looks at all of the product's text, and is asked only where nothing else told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from earmark.facts import Said
from earmark.page import hidden
from earmark.readers.view import View

MOST = 300  # blocks of the product's own that are searched
LONGEST = 600  # characters of a block; longer ones are articles
BACK = 15  # blocks before the headline
_CODE = re.compile(r"\s?[:：#.№]{1,2}\s?([\w./-]{4,40})")
_MARKED = "form[data-product-sku], [data-sku]"
MOST_MARKED = 4  # elements with a number in their markup; more are tiles of other products


def read(view: View) -> Iterator[Said]:
    """At most one number."""
    finder = _finder(tuple(label for label, specs in view.vocabulary.labels.items() if specs[0] == "sku"))
    start = max(0, view.regions.before - BACK)
    for block in view.page.blocks[start : start + MOST]:
        if view.regions.names[block.index] or len(block.text) > LONGEST:
            continue
        folded = view.page.folded[block.index]
        for _, at, end in finder.find_matches_as_indexes(folded, overlapping=True):
            found = _CODE.match(block.text, end)
            if found and not folded[max(0, at - 1) : at].isalnum() and any(map(str.isdigit, found[1])):
                number = found[1].rstrip(".")
                evidence = view.page.quote(block, "description", number, found.start(1))
                yield Said("sku", number, evidence, by="state")
                return
    marked = view.page.tree.css(_MARKED)
    numbers = {node.attributes.get("data-product-sku") or node.attributes.get("data-sku") for node in marked}
    if len(marked) <= MOST_MARKED and len(numbers) == 1 and (number := numbers.pop() or ""):
        yield Said("sku", number, hidden("state", number), by="state")


@cache
def _finder(labels: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick([label for label in labels if len(label) > 2])
