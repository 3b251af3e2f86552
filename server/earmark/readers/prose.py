"""What the name, the bullets and the description say in words: the blocks that are no rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from earmark.card import Source
from earmark.facts import Said
from earmark.readers.view import View
from earmark.walk import Block

SHORTEST = 6  # characters; «Share» and «4.5» say nothing about a product
SHORTEST_CELL = 30  # characters of a cell that is prose: old shops lay out whole pages as tables
LONGEST = 4_000  # characters of one block
LONGEST_OFFER = 160  # characters of a line that offers something else
LONGEST_PRICE = 16  # characters of the amount that it ends with
LONGEST_OPENING = 40  # characters before the colon of a line like «Customers also bought: ...»
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,6}[.,]\d\d$")  # a price without its currency
_QUOTED = frozenset({"button", "label", "option", "blockquote"})  # what one presses, or what others say
MOST = 24_000  # characters of all: beyond it a page speaks of other things


def read(view: View) -> Iterator[Said]:
    """Each block of the product's own prose as `prose`."""
    left = MOST
    for block in view.own_blocks():
        if block.index == view.regions.before:
            continue  # the headline is the name
        text = block.text
        if block.linked or not SHORTEST <= len(text) <= LONGEST or block.tag in _QUOTED:
            continue
        if block.tag in ("td", "th") and len(text) < SHORTEST_CELL:
            continue
        if len(text) <= LONGEST_OFFER and _offers(view, block):
            continue
        left -= len(text)
        if left < 0:
            return
        source: Source = "bullets" if block.tag == "li" else "description"
        yield Said("prose", text, view.page.quote(block, source))


def _offers(view: View, block: Block) -> bool:
    """A short line that ends with a price, or begins like the heading of other products, offers those."""
    folded = view.page.folded[block.index]
    colon = folded.find(":", 0, LONGEST_OPENING)
    if colon > 0 and " " in folded[:colon] and folded[:colon].strip() in view.vocabulary.headings:
        return True
    return ends_with_price(view, folded)


def ends_with_price(view: View, folded: str) -> bool:
    """The last characters of a folded line are an amount of money, with or without its currency."""
    end = folded[-LONGEST_PRICE:]
    return any(map(str.isdigit, end)) and (
        view.currencies.priced(end) or _AMOUNT.search(end.rstrip(" *")) is not None
    )
