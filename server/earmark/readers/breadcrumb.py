"""The breadcrumb: the shop's own categories. They tell the kind of shop, seldom the kind of product."""

from __future__ import annotations

from collections.abc import Iterator

from earmark.facts import Said
from earmark.readers.view import View

LONGEST = 60  # characters of one category
MOST = 10


def read(view: View) -> Iterator[Said]:
    """One `category` for each step of the trail that precedes or surrounds the headline."""
    trail = [b for b in view.page.blocks if view.regions.names[b.index] == "breadcrumb"][:MOST]
    if not trail:
        end = view.regions.before
        linked = view.page.blocks[max(0, end - MOST) : max(0, end)]
        trail = [block for block in linked if block.linked]
    for block in trail:
        if len(block.text) <= LONGEST:
            yield Said("category", block.text, view.page.quote(block, "breadcrumb"))
