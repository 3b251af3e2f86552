"""What the name, the bullets and the description say in words: the blocks that are no rows."""

from __future__ import annotations

from collections.abc import Iterator

from earmark.card import Source
from earmark.facts import Said
from earmark.readers.view import View

SHORTEST = 6  # characters; «Share» and «4.5» say nothing about a product
SHORTEST_CELL = 30  # characters of a cell that is prose: old shops lay out whole pages as tables
LONGEST = 4_000  # characters of one block
MOST = 24_000  # characters of all: beyond it a page speaks of other things


def read(view: View) -> Iterator[Said]:
    """Each block of the product's own prose as `prose`."""
    left = MOST
    for block in view.own_blocks():
        if block.index == view.regions.before:
            continue  # the headline is the name
        text = block.text
        if block.linked or not SHORTEST <= len(text) <= LONGEST or block.tag in ("button", "label", "option"):
            continue
        if block.tag in ("td", "th") and len(text) < SHORTEST_CELL:
            continue
        left -= len(text)
        if left < 0:
            return
        source: Source = "bullets" if block.tag == "li" else "description"
        yield Said("prose", text, view.page.quote(block, source))
